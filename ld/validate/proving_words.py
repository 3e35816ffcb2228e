"""The words of the article that state what a result is about."""

from collections.abc import Iterable

from ld.fragments import position_of
from ld.terms import Term
from ld.validate.finding import Finding
from ld.validate.index import Index
from ld.validate.node_names import literals, name_of
from ld.vocab import OA, PROV, RDF, SCHEMA


def words_of(data: Index, finding: Finding) -> str:
    """The words that prove the faulty statement of *finding*, else those that prove its node; empty if there are none.

    For a value that came from an option, the option's name and value.
    """
    for body in (*_statements(data, finding), finding.focus_node, finding.value):
        words = body is not None and (_quoted(data, body) or _origin(data, body))
        if words:
            return words
    return words_beside(data, finding.focus_node)


def _statements(data: Index, finding: Finding) -> list[Term]:
    """The reified statements of the faulty value, or of all values if their number is at fault."""
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


def _quoted(data: Index, fact: Term) -> str:
    """The first words of the text that prove *fact*; empty if there are none."""
    targets = (target for proof in data.subjects(OA.hasBody, fact) for target in data.objects(proof, OA.hasTarget))
    return _first_words(data, (*targets, *data.objects(fact, PROV.wasDerivedFrom)))


def _origin(data: Index, body: Term) -> str:
    """The name and the value of the option or knowledge base from which *body* came; empty if there is none."""
    origin = min(data.objects(body, PROV.wasDerivedFrom), key=str, default=None)
    if origin is None:
        return ""
    parts = (
        min((said.lexical for said in literals(data, origin, term)), default="") for term in (SCHEMA.name, PROV.value)
    )
    return " ".join(filter(None, parts))


def words_beside(data: Index, node: Term) -> str:
    """The words of a node of evidence itself: an annotation, a span, a statement."""
    spans = [*data.objects(node, OA.hasTarget), node]
    proofs = data.subjects(OA.hasTarget, node)
    bodies = [body for proof in (node, *proofs) for body in data.objects(proof, OA.hasBody)]
    facts = sorted((*bodies, *data.objects(node, RDF.subject)), key=str)
    quoted = (_quoted(data, fact) for fact in facts)
    named = (name_of(data, fact) for fact in facts)
    return next(filter(None, (_first_words(data, spans), *quoted, *named)), "")


def _first_words(data: Index, spans: Iterable[Term]) -> str:
    """The exact words of the *span* that comes first in the text."""
    quoted = [
        (position_of(str(span)) or (0, 0), words.lexical)
        for span in spans
        for words in literals(data, span, OA.exact)
        if words.lexical
    ]
    return min(quoted, default=((0, 0), ""))[1]
