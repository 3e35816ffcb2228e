"""How a report speaks of a node, and which words of the article state it."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from ld.terms import BlankNode, Iri, Literal, Term
from ld.validate.finding import Finding, curie
from ld.validate.index import Index
from ld.validate.shacl.datatypes import is_well_formed
from ld.vocab import OA, PROV, RDF, SCHEMA, XSD_NS

_NAMES = (SCHEMA.headline, SCHEMA.name, SCHEMA.roleName, SCHEMA.caption, SCHEMA.text)
_LONGEST_NAME = 80  # code points
_DEEPEST = 4  # nodes without a name, each on the one before

# the more telling class first: a post is a role too, a text a prov:Entity
_KINDS = {
    SCHEMA.NewsArticle: "article",
    SCHEMA.Person: "person",
    SCHEMA.Country: "country",
    SCHEMA.Organization: "organization",
    SCHEMA.Place: "place",
    SCHEMA.CreativeWork: "work",
    SCHEMA.Event: "event",
    SCHEMA.Quotation: "quotation",
    SCHEMA.Claim: "claim",
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
}


class Wording:
    """The words for the nodes of one article's graph, facts and evidence together."""

    def __init__(self, data: Index, name: str) -> None:
        self._data = data
        article = min(data.subjects(RDF.type, SCHEMA.NewsArticle), key=str, default=Iri(name))
        self._headline = self._name(article)
        iri = name if isinstance(article, BlankNode) else article
        self.article = f"“{self._headline}” <{iri}>" if self._headline else f"<{iri}>"

    def describe(self, node: Term) -> str:
        """What *node* is: evidence by the fact that it proves, everything else by its kind and name."""
        if isinstance(node, Literal):
            return f"“{_shorten(node.lexical)}”"
        data = self._data
        classes = data.objects(node, RDF.type)
        if OA.Annotation in classes:
            return self._evidence([node]) or f"annotation of “{self._quoted_beside(node)}”"
        if RDF.Statement in classes:
            return self._statement(node)
        if OA.SpecificResource in classes:
            return f"words of {self._evidence(data.subjects(OA.hasTarget, node)) or self._label(node)}"
        target = min(data.subjects(OA.hasSelector, node), key=str, default=None)
        if target is not None:
            kind = "position" if OA.TextPositionSelector in classes else "quote"
            return f"{kind} of {self._evidence(data.subjects(OA.hasTarget, target)) or self._label(target)}"
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

    def _statements(self, finding: Finding) -> list[Term]:
        """The reified statements of the faulty value, or of all values where their number is at fault."""
        data, predicate, value = self._data, finding.predicate, finding.value
        return sorted(
            (
                statement
                for statement in data.subjects(RDF.subject, finding.focus_node)
                if (predicate is None or predicate in data.objects(statement, RDF.predicate))
                and (value is None or value in data.objects(statement, RDF.object))
            ),
            key=str,
        )

    def _quoted(self, body: Term) -> str:
        """The first words of the text that prove *body*; empty if none do."""
        data = self._data
        return self._first(
            target for proof in data.subjects(OA.hasBody, body) for target in data.objects(proof, OA.hasTarget)
        )

    def _origin(self, body: Term) -> str:
        """The name and the value of the option or knowledge base that *body* came from; empty if there is none."""
        origin = min(self._data.objects(body, PROV.wasDerivedFrom), key=str, default=None)
        if origin is None:
            return ""
        parts = (
            min((said.lexical for said in self._literals(origin, term)), default="")
            for term in (SCHEMA.name, PROV.value)
        )
        return " ".join(filter(None, parts))

    def _quoted_beside(self, node: Term) -> str:
        """The words of a node of evidence itself: an annotation, a target, a selector, a statement."""
        data = self._data
        targets = [*data.objects(node, OA.hasTarget), *data.subjects(OA.hasSelector, node), node]
        proofs = [proof for target in targets for proof in data.subjects(OA.hasTarget, target)]
        bodies = [body for proof in proofs for body in data.objects(proof, OA.hasBody)]
        facts = sorted((*bodies, *data.objects(node, RDF.subject)), key=str)
        return next(filter(None, (self._first(targets), *map(self._quoted, facts), *map(self._name, facts))), "")

    def _first(self, targets: Iterable[Term]) -> str:
        """The exact words of the *target* that stands first in the text."""
        stretches = []
        for target in targets:
            selectors = self._data.objects(target, OA.hasSelector)
            exact = [said.lexical for selector in selectors for said in self._literals(selector, OA.exact)]
            starts = [start for selector in selectors for start in self._literals(selector, OA.start)]
            positions = [Decimal(start.lexical) for start in starts if _is_integer(start)]
            stretches += [(min(positions, default=Decimal(0)), words) for words in exact if words]
        return min(stretches, default=(Decimal(0), ""))[1]

    def _evidence(self, annotations: Iterable[Term]) -> str:
        bodies = sorted((body for node in annotations for body in self._data.objects(node, OA.hasBody)), key=str)
        if not bodies:
            return ""
        body = bodies[0]
        is_statement = RDF.Statement in self._data.objects(body, RDF.type)
        return f"evidence for {self._statement(body) if is_statement else self._label(body)}"

    def _statement(self, statement: Term) -> str:
        subject, predicate, value = (
            min(self._data.objects(statement, part), key=str, default=None)
            for part in (RDF.subject, RDF.predicate, RDF.object)
        )
        has = curie(predicate) if isinstance(predicate, Iri) else "no predicate"
        return f"statement that {self._label(subject)} has {has} {self._label(value)}"

    def _label(self, node: Term | None, depth: int = 0) -> str:
        if node is None:
            return "nothing"
        if isinstance(node, Literal):
            return self.describe(node)
        classes = self._data.objects(node, RDF.type)
        kind = next((kind for class_, kind in _KINDS.items() if class_ in classes), "")
        name = self._name(node)
        if name:
            return f"{kind or _class(classes)} “{name}”".lstrip()
        if kind == "membership":
            return f"membership of {self._names(self._data.objects(node, SCHEMA.member))} in " + self._names(
                self._data.subjects(SCHEMA.member, node)
            )
        if isinstance(node, BlankNode):
            return self._unnamed(node, kind or _class(classes) or "node", depth)
        local = node.partition("#")[2] or curie(node)
        return local if local.startswith(kind) else f"{kind} {local}"

    def _unnamed(self, node: Term, kind: str, depth: int) -> str:
        """A blank node, by the property and the node that it hangs on; a list's members hang where the list does."""
        seen = {node}
        while True:
            links = sorted(self._data.referrers(node), key=lambda link: (isinstance(link[0], BlankNode), str(link)))
            if not links or depth == _DEEPEST:
                return f"{kind} without an IRI" if links else f"{kind} to which nothing leads"
            node, predicate = links[0]
            if predicate not in (RDF.first, RDF.rest) or node in seen:
                return f"{kind} that is the {_local(predicate)} of {self._label(node, depth + 1)}"
            seen.add(node)

    def _names(self, nodes: Iterable[Term]) -> str:
        return " and ".join(f"“{name}”" for node in sorted(nodes, key=str) if (name := self._name(node))) or "nobody"

    def _name(self, node: Term) -> str:
        for term in _NAMES:
            names = sorted(name.lexical for name in self._literals(node, term) if name.lexical.strip())
            if names:
                return _shorten(names[0])
        return ""

    def _literals(self, node: Term, term: Iri) -> Iterator[Literal]:
        return (value for value in self._data.objects(node, term) if isinstance(value, Literal))


def _class(classes: Iterable[Term]) -> str:
    """The local name of a class that we have no word for: ``Offer``."""
    return min((_local(class_) for class_ in classes if isinstance(class_, Iri)), default="")


def _local(iri: str) -> str:
    return re.split("[#/]", iri)[-1]


def _is_integer(literal: Literal) -> bool:
    return literal.datatype == XSD_NS.integer and is_well_formed(literal)


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1]}…"
