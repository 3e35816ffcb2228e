"""The words of the article that state what a result is about."""

from collections.abc import Iterable
from decimal import Decimal

from ld.terms import Literal, Term
from ld.validate.finding import Finding
from ld.validate.index import Index
from ld.validate.node_names import literals, name_of
from ld.validate.shacl.datatypes import is_well_formed
from ld.vocab import OA, PROV, RDF, SCHEMA, XSD_NS


def words_of(data: Index, finding: Finding) -> str:
    """The words that prove the faulty statement of *finding*, else those that prove its node; empty if none do.

    A value that an option gave is the option's name and value.
    """
    for body in (*_statements(data, finding), finding.focus_node, finding.value):
        words = body is not None and (_quoted(data, body) or _origin(data, body))
        if words:
            return words
    return words_beside(data, finding.focus_node)


def _statements(data: Index, finding: Finding) -> list[Term]:
    """The reified statements of the faulty value, or of all values where their number is at fault."""
    predicate, value = finding.predicate, finding.value
    return sorted(
        (
            statement
            for statement in data.subjects(RDF.subject, finding.focus_node)
            if (predicate is None or predicate in data.objects(statement, RDF.predicate))
            and (value is None or value in data.objects(statement, RDF.object))
        ),
        key=str,
    )


def _quoted(data: Index, body: Term) -> str:
    """The first words of the text that prove *body*; empty if none do."""
    targets = (target for proof in data.subjects(OA.hasBody, body) for target in data.objects(proof, OA.hasTarget))
    return _first_words(data, targets)


def _origin(data: Index, body: Term) -> str:
    """The name and the value of the option or knowledge base that *body* came from; empty if there is none."""
    origin = min(data.objects(body, PROV.wasDerivedFrom), key=str, default=None)
    if origin is None:
        return ""
    parts = (
        min((said.lexical for said in literals(data, origin, term)), default="") for term in (SCHEMA.name, PROV.value)
    )
    return " ".join(filter(None, parts))


def words_beside(data: Index, node: Term) -> str:
    """The words of a node of evidence itself: an annotation, a target, a selector, a statement."""
    targets = [*data.objects(node, OA.hasTarget), *data.subjects(OA.hasSelector, node), node]
    proofs = [proof for target in targets for proof in data.subjects(OA.hasTarget, target)]
    bodies = [body for proof in proofs for body in data.objects(proof, OA.hasBody)]
    facts = sorted((*bodies, *data.objects(node, RDF.subject)), key=str)
    quoted = (_quoted(data, fact) for fact in facts)
    named = (name_of(data, fact) for fact in facts)
    return next(filter(None, (_first_words(data, targets), *quoted, *named)), "")


def _first_words(data: Index, targets: Iterable[Term]) -> str:
    """The exact words of the *target* that stands first in the text."""
    quoted = []
    for target in targets:
        selectors = data.objects(target, OA.hasSelector)
        exact = [said.lexical for selector in selectors for said in literals(data, selector, OA.exact)]
        starts = [start for selector in selectors for start in literals(data, selector, OA.start)]
        positions = [Decimal(start.lexical) for start in starts if _is_integer(start)]
        quoted += [(min(positions, default=Decimal(0)), words) for words in exact if words]
    return min(quoted, default=(Decimal(0), ""))[1]


def _is_integer(literal: Literal) -> bool:
    return literal.datatype == XSD_NS.integer and is_well_formed(literal)
