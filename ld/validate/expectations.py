"""Whether properties of schema.org stand where its vocabulary puts them, and have values of the kinds that it names.

schema.org itself calls these expectations, not rules: so what goes against them is a warning.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ld.schema_org import domains, lineage, parents, ranges
from ld.terms import AnyTriple, Iri, Literal, Term
from ld.validate.finding import Finding, curie
from ld.validate.guards import CHECKS
from ld.validate.shacl.vocabulary import SH
from ld.vocab import RDF, SCHEMA

_MEASURE = re.compile(r"[+-]?(\d[\d,]*\.?\d*|\.\d+)([eE][+-]?\d+)?\s*[^\d\s]*( \S+)?")
_FORMS = {
    "Text": re.compile(r"(?s).*"),
    "CssSelectorType": re.compile(r"(?s).*"),
    "XPathType": re.compile(r"(?s).*"),
    # schema.org: "of the form <Number> <unit>", and in its examples the number alone
    "Distance": _MEASURE,
    "Energy": _MEASURE,
    "Mass": _MEASURE,
    "Duration": re.compile(r"[+-]?P(?=.)[\dYMWD.,]*(T[\dHMS.,]+)?"),
    "Date": re.compile(r"-?\d{4}(-\d\d(-\d\d([T ].+)?)?)?"),
    "DateTime": re.compile(r"-?\d{4}-\d\d-\d\d([T ].+)?"),
    "Time": re.compile(r"([\d-]+T)?\d\d:\d\d.*"),
    "Number": re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?"),
    "Float": re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?"),
    "Integer": re.compile(r"[+-]?\d+"),
    "Boolean": re.compile(r"true|false|(https?://schema\.org/)?(True|False)"),
    "URL": re.compile(r"(https?:)?/?/?\S+"),
}
_DATATYPES = frozenset(_FORMS)
_MOST_NAMED = 4  # classes in one message


def oddities(triples: Iterable[AnyTriple]) -> Iterator[Finding]:
    """What in *triples* goes against schema.org's expectations, in their order: checks "domain" and "range".

    A schema:Role may stand between any node and its value, and a node without a class says too little to judge.
    """
    triples = tuple(triples)
    classes = _classes(triples)
    for subject, predicate, value in triples:
        term = predicate.removeprefix(SCHEMA)
        if not predicate.startswith(SCHEMA) or term not in ranges():
            continue
        above = classes.get(subject, frozenset())
        if above and "Role" not in above and not above & domains()[term]:
            message = f"Move schema:{term} to {_one_of(domains()[term])}: schema.org expects it there."
            yield _warning("domain", (subject, predicate, value), message)
        if not _is_expected(value, ranges()[term], classes):
            message = f"Let schema:{term} be {_one_of(ranges()[term])}: schema.org expects that."
            yield _warning("range", (subject, predicate, value), message)


def _warning(check: str, triple: AnyTriple, message: str) -> Finding:
    subject, predicate, value = triple
    return Finding(SH.Warning, subject, predicate, curie(predicate), value, Iri(CHECKS + check), "", message)


def _classes(triples: Iterable[AnyTriple]) -> dict[Term, frozenset[str]]:
    """For each node all of whose classes are schema.org's: those, and all above them."""
    named: dict[Term, set[str]] = defaultdict(set)
    for subject, predicate, value in triples:
        if predicate == RDF.type:
            named[subject].add(value.removeprefix(SCHEMA) if isinstance(value, Iri) else "")
    return {
        node: frozenset().union(*map(lineage, classes))
        for node, classes in named.items()
        if classes <= parents().keys()
    }


def _is_expected(value: Term, expected: frozenset[str], classes: dict[Term, frozenset[str]]) -> bool:
    if isinstance(value, Literal):
        forms = expected & _DATATYPES
        return any(_FORMS[form].fullmatch(value.lexical.strip()) for form in forms)
    if value in classes:
        return "Role" in classes[value] or bool(classes[value] & expected)
    if isinstance(value, Iri):
        return bool(expected - (_DATATYPES - {"URL"})) or value.startswith(SCHEMA)
    return True


def _one_of(classes: frozenset[str]) -> str:
    names = sorted(classes)
    shown = [f"{'an' if name[0] in 'AEIOU' and name != 'URL' else 'a'} {name}" for name in names[:_MOST_NAMED]]
    rest = f" or one of {len(names) - _MOST_NAMED} other classes" if len(names) > _MOST_NAMED else ""
    return " or ".join(shown) + rest
