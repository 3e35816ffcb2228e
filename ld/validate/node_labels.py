"""Names nodes in the words of a report."""

import re
from collections.abc import Iterable

from ld.terms import BlankNode, Iri, Literal, Term
from ld.validate.finding import curie
from ld.validate.index import Index
from ld.validate.node_names import name_of, shortened
from ld.validate.proving_words import words_beside
from ld.vocab import OA, PROV, RDF, SCHEMA

_DEEPEST = 4  # nodes without a name, each referring to the next

# the more specific class first: a post is also a role, a text a prov:Entity
_KINDS = {
    SCHEMA.NewsArticle: "article",
    SCHEMA.Person: "person",
    SCHEMA.Country: "country",
    SCHEMA.Organization: "organization",
    SCHEMA.Place: "place",
    SCHEMA.CreativeWork: "work",
    SCHEMA.BlogPosting: "entry",
    SCHEMA.Event: "event",
    SCHEMA.Observation: "figure",
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
}


def describe(data: Index, node: Term) -> str:
    """A description of *node*: evidence by the fact that it proves, everything else by its kind and name."""
    if isinstance(node, Literal):
        return f"“{shortened(node.lexical)}”"
    classes = data.objects(node, RDF.type)
    if OA.Annotation in classes:
        return _evidence(data, [node]) or f"annotation of “{words_beside(data, node)}”"
    if RDF.Statement in classes:
        return _statement(data, node)
    if data.objects(node, OA.exact):
        proved = _evidence(data, data.subjects(OA.hasTarget, node)) or _derived(data, node) or _label(data, node)
        return f"words of {proved}"
    return _label(data, node)


def _evidence(data: Index, annotations: Iterable[Term]) -> str:
    bodies = sorted((body for node in annotations for body in data.objects(node, OA.hasBody)), key=str)
    if not bodies:
        return ""
    body = bodies[0]
    is_statement = RDF.Statement in data.objects(body, RDF.type)
    return f"evidence for {_statement(data, body) if is_statement else _label(data, body)}"


def _derived(data: Index, span: Term) -> str:
    statements = sorted(data.subjects(PROV.wasDerivedFrom, span), key=str)
    return f"evidence for {_statement(data, statements[0])}" if statements else ""


def _statement(data: Index, statement: Term) -> str:
    subject, predicate, value = (
        min(data.objects(statement, part), key=str, default=None) for part in (RDF.subject, RDF.predicate, RDF.object)
    )
    has = curie(predicate) if isinstance(predicate, Iri) else "no predicate"
    return f"statement that {_label(data, subject)} has {has} {_label(data, value)}"


def _label(data: Index, node: Term | None, depth: int = 0) -> str:
    if node is None:
        return "nothing"
    if isinstance(node, Literal):
        return describe(data, node)
    classes = data.objects(node, RDF.type)
    kind = next((kind for class_, kind in _KINDS.items() if class_ in classes), "")
    name = name_of(data, node)
    if name:
        return f"{kind or _class(classes)} “{name}”".lstrip()
    if kind == "membership":
        return f"membership of {_names(data, data.objects(node, SCHEMA.member))} in " + _names(
            data, data.subjects(SCHEMA.member, node)
        )
    if isinstance(node, BlankNode):
        return _unnamed(data, node, kind or _class(classes) or "node", depth)
    local = node.partition("#")[2] or curie(node)
    return local if local.startswith(kind) else f"{kind} {local}"


def _unnamed(data: Index, node: Term, kind: str, depth: int) -> str:
    """A blank node, by the property and the node that refer to it; in a list, by those that refer to the list."""
    seen = {node}
    while True:
        links = sorted(data.referrers(node), key=lambda link: (isinstance(link[0], BlankNode), str(link)))
        if not links or depth == _DEEPEST:
            return f"{kind} without an IRI" if links else f"{kind} to which nothing leads"
        node, predicate = links[0]
        if predicate not in (RDF.first, RDF.rest) or node in seen:
            return f"{kind} that is the {_local(predicate)} of {_label(data, node, depth + 1)}"
        seen.add(node)


def _names(data: Index, nodes: Iterable[Term]) -> str:
    return " and ".join(f"“{name}”" for node in sorted(nodes, key=str) if (name := name_of(data, node))) or "nobody"


def _class(classes: Iterable[Term]) -> str:
    """The local name of a class for which we have no word: ``Offer``."""
    return min((_local(class_) for class_ in classes if isinstance(class_, Iri)), default="")


def _local(iri: str) -> str:
    return re.split("[#/]", iri)[-1]
