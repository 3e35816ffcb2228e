"""How a report speaks of a node, and which words of the article state it."""

from collections.abc import Iterable, Iterator

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.term import Node

from ld.validate.engine import Finding, curie
from ld.vocab import OA, PROV, SCHEMA

_BODY, _TARGET, _SELECTOR = URIRef(OA.hasBody), URIRef(OA.hasTarget), URIRef(OA.hasSelector)
_START, _EXACT = URIRef(OA.start), URIRef(OA.exact)
_DERIVED, _VALUE = URIRef(PROV.wasDerivedFrom), URIRef(PROV.value)
_MEMBER = URIRef(SCHEMA.member)
_NAME = URIRef(SCHEMA.name)
_NAMES = tuple(map(URIRef, (SCHEMA.headline, SCHEMA.name, SCHEMA.roleName, SCHEMA.caption, SCHEMA.text)))
_LONGEST_NAME = 80  # code points

# the more telling class first: a post is a role too, a text a prov:Entity
_KINDS = {
    URIRef(class_): kind
    for class_, kind in {
        SCHEMA.NewsArticle: "article",
        SCHEMA.Person: "person",
        SCHEMA.Country: "country",
        SCHEMA.Organization: "organization",
        SCHEMA.Place: "place",
        SCHEMA.CreativeWork: "work",
        SCHEMA.Event: "event",
        SCHEMA.Quotation: "quotation",
        SCHEMA.ImageObject: "image",
        SCHEMA.Occupation: "post",
        SCHEMA.OrganizationRole: "membership",
        SCHEMA.MediaObject: "text",
        PROV.Activity: "run",
        PROV.SoftwareAgent: "software",
        PROV.Entity: "origin",
        OA.Annotation: "annotation",
        OA.TextPositionSelector: "position",
        OA.TextQuoteSelector: "quote",
    }.items()
}


class Wording:
    """The words for the nodes of one article's graph, facts and evidence together."""

    def __init__(self, data: Graph, name: str) -> None:
        self._data = data
        article = min(data.subjects(RDF.type, URIRef(SCHEMA.NewsArticle)), key=str, default=URIRef(name))
        self._headline = self._name(article)
        self.article = f"“{self._headline}” <{article}>" if self._headline else f"<{article}>"

    def describe(self, node: Node) -> str:
        """What *node* is: evidence by the fact that it proves, everything else by its kind and name."""
        if isinstance(node, Literal):
            return f"“{_shorten(str(node))}”"
        classes = set(self._data.objects(node, RDF.type))
        if URIRef(OA.Annotation) in classes:
            return self._evidence([node]) or f"annotation of “{self._quoted_beside(node)}”"
        if RDF.Statement in classes:
            return self._statement(node)
        if URIRef(OA.SpecificResource) in classes:
            return f"words of {self._evidence(self._data.subjects(_TARGET, node)) or self._label(node)}"
        if (None, _SELECTOR, node) in self._data:
            target = min(self._data.subjects(_SELECTOR, node), key=str)
            kind = "position" if URIRef(OA.TextPositionSelector) in classes else "quote"
            return f"{kind} of {self._evidence(self._data.subjects(_TARGET, target)) or self._label(target)}"
        return self._label(node)

    def words(self, finding: Finding) -> str:
        """The words that state what *finding* is about.

        Those that prove the faulty statement, else those that prove the node, else the node's name,
        else the headline. A value that an option gave is the option's name and value.
        """
        node = finding.focus_node
        for body in (*self._statements(finding), node, finding.value):
            words = body is not None and (self._quoted(body) or self._origin(body))
            if words:
                return words
        return self._quoted_beside(node) or self._name(node) or self._headline

    def _statements(self, finding: Finding) -> list[Node]:
        """The reified statements of the faulty value, or of all values where their number is at fault."""
        return sorted(
            (
                statement
                for statement in self._data.subjects(RDF.subject, finding.focus_node)
                if (statement, RDF.predicate, finding.predicate) in self._data
                and (finding.value is None or (statement, RDF.object, finding.value) in self._data)
            ),
            key=str,
        )

    def _quoted(self, body: Node) -> str:
        """The first words of the text that prove *body*; empty if none do."""
        annotations = self._data.subjects(_BODY, body)
        return self._first(target for annotation in annotations for target in self._data.objects(annotation, _TARGET))

    def _origin(self, body: Node) -> str:
        """The name and the value of the option or knowledge base that *body* came from; empty if there is none."""
        origin = min(self._data.objects(body, _DERIVED), key=str, default=None)
        if origin is None:
            return ""
        parts = (min(map(str, self._literals(origin, term)), default="") for term in (_NAME, _VALUE))
        return " ".join(filter(None, parts))

    def _quoted_beside(self, node: Node) -> str:
        """The words of a node of evidence itself: an annotation, a target, a selector, a statement."""
        data = self._data
        targets = [*data.objects(node, _TARGET), *data.subjects(_SELECTOR, node), node]
        proofs = [proof for target in targets for proof in data.subjects(_TARGET, target)]
        bodies = [body for proof in proofs for body in data.objects(proof, _BODY)]
        facts = sorted((*bodies, *data.objects(node, RDF.subject)), key=str)
        return next(filter(None, (self._first(targets), *map(self._quoted, facts), *map(self._name, facts))), "")

    def _first(self, targets: Iterable[Node]) -> str:
        """The exact words of the *target* that stands first in the text."""
        stretches = []
        for target in targets:
            selectors = list(self._data.objects(target, _SELECTOR))
            exact = [str(words) for selector in selectors for words in self._data.objects(selector, _EXACT) if words]
            starts = [start.value for selector in selectors for start in self._literals(selector, _START)]
            positions = [start for start in starts if isinstance(start, int)]
            stretches += [(min(positions, default=0), words) for words in exact]
        return min(stretches, default=(0, ""))[1]

    def _evidence(self, annotations: Iterable[Node]) -> str:
        bodies = sorted((body for node in annotations for body in self._data.objects(node, _BODY)), key=str)
        if not bodies:
            return ""
        body = bodies[0]
        is_statement = (body, RDF.type, RDF.Statement) in self._data
        return f"evidence for {self._statement(body) if is_statement else self._label(body)}"

    def _statement(self, statement: Node) -> str:
        subject, predicate, value = (
            min(self._data.objects(statement, part), key=str, default=None)
            for part in (RDF.subject, RDF.predicate, RDF.object)
        )
        has = curie(str(predicate)) if predicate else "no predicate"
        said = self.describe(value) if isinstance(value, Literal) else self._label(value)
        return f"statement that {self._label(subject)} has {has} {said}"

    def _label(self, node: Node | None) -> str:
        if node is None:
            return "nothing"
        classes = set(self._data.objects(node, RDF.type))
        kind = next((kind for class_, kind in _KINDS.items() if class_ in classes), "")
        name = self._name(node)
        if name:
            return f"{kind} “{name}”".lstrip()
        if kind == "membership":
            return f"membership of {self._names(self._data.objects(node, _MEMBER))} in " + self._names(
                self._data.subjects(_MEMBER, node)
            )
        iri = str(node)
        local = iri.partition("#")[2] or curie(iri)
        return local if local.startswith(kind) else f"{kind} {local}"

    def _names(self, nodes: Iterable[Node]) -> str:
        return " and ".join(f"“{name}”" for node in sorted(nodes, key=str) if (name := self._name(node))) or "nobody"

    def _name(self, node: Node) -> str:
        for term in _NAMES:
            names = sorted(str(name) for name in self._literals(node, term) if str(name).strip())
            if names:
                return _shorten(names[0])
        return ""

    def _literals(self, node: Node, term: URIRef) -> Iterator[Literal]:
        return (value for value in self._data.objects(node, term) if isinstance(value, Literal))


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1]}…"
