"""Compares the uses of schema.org's properties with the classes and values that its vocabulary expects.

schema.org itself calls these expectations, not rules (https://schema.org/docs/datamodel.html, "Conformance"), so a
difference is a warning. Where it expects a thing it accepts a text or an address too; a text gives a hint.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from ld.schema_org import domains, enumerations, lineage, members, parents, ranges, superseded
from ld.terms import AnyTriple, Iri, Literal, Term
from ld.validate.finding import Finding, curie
from ld.validate.guards import CHECKS
from ld.validate.literal_forms import FORMS, fits
from ld.validate.shacl.vocabulary import SH
from ld.vocab import RDF, SCHEMA

_DATATYPES = frozenset(FORMS)
_ADDRESSES = frozenset(("URL",))
_TEXTS = frozenset(("Text", "CssSelectorType", "PronounceableText", "XPathType"))
_TRUTHS = frozenset((SCHEMA + "True", SCHEMA + "False"))
_INPUTS = ("-input", "-output")  # https://schema.org/docs/actions.html, "Input and Output constraints"
_CONSTRAINT = frozenset(("PropertyValueSpecification", "Text"))
_MOST_NAMED = 4  # classes in one message

_Classes = Mapping[Term, frozenset[str]]


def oddities(triples: Iterable[AnyTriple]) -> Iterator[Finding]:
    """The differences of *triples* from schema.org's expectations, in the order of the triples.

    The checks are "domain" and "range", warnings, and the hints "text" (where a thing is expected) and "superseded".
    A schema:Role may come between any node and its value, and a node without a class cannot be judged.
    """
    triples = tuple(triples)
    classes = _classes(triples)
    for triple in triples:
        predicate, value = triple[1:]
        if predicate == RDF.type and isinstance(value, Iri):
            yield from _superseded(triple, value)
        elif predicate.startswith(SCHEMA):
            yield from _of_property(triple, classes)


def _of_property(triple: AnyTriple, classes: _Classes) -> Iterator[Finding]:
    subject, predicate, _value = triple
    term = predicate.removeprefix(SCHEMA)
    if term.endswith(_INPUTS):
        yield from _of_value(triple, _CONSTRAINT, classes)
    if term not in ranges():
        return
    yield from _superseded(triple, predicate)
    above = classes.get(subject, frozenset())
    if above and domains()[term] and "Role" not in above and not above & domains()[term]:
        message = f"Move schema:{term} to {_one_of(domains()[term])}: schema.org expects it there."
        yield _finding("domain", triple, message)
    if ranges()[term]:
        yield from _of_value(triple, ranges()[term], classes)


def _superseded(triple: AnyTriple, term: Iri) -> Iterator[Finding]:
    name = term.removeprefix(SCHEMA)
    if new := superseded().get(name):
        message = f"Use schema:{new}: schema.org has put it in the place of schema:{name}."
        yield _finding("superseded", triple, message, SH.Info)


def _of_value(triple: AnyTriple, expected: frozenset[str], classes: _Classes) -> Iterator[Finding]:
    predicate, value = triple[1:]
    if isinstance(value, Literal):
        yield from _of_literal(triple, value.lexical, expected)
    elif isinstance(value, Iri) and value.startswith(SCHEMA) and _members_of(expected):
        yield from _of_member(triple, value.removeprefix(SCHEMA), expected)
    elif not _is_expected(value, expected, classes) and not _is_state_as_member(predicate, value, classes):
        message = f"Let {curie(predicate)} be {_one_of(expected)}: schema.org expects that."
        yield _finding("range", triple, message)


def _is_state_as_member(predicate: Iri, value: Term, classes: _Classes) -> bool:
    """Whether *value* is a country that is a member: states can be one, but are only places in schema.org."""
    return predicate == SCHEMA.member and "Country" in classes.get(value, frozenset())


def _of_literal(triple: AnyTriple, text: str, expected: frozenset[str]) -> Iterator[Finding]:
    """A finding for a literal that neither has the form of an expected datatype nor can replace an expected thing."""
    predicate = curie(triple[1])
    forms = expected & _DATATYPES
    names = _members_of(expected)
    if fits(text, forms) or (forms != expected and _is_address(text)) or _local(text) in names:
        return
    if get_close_matches(_local(text), names, n=1):
        yield _finding("range", triple, _no_member(predicate, text, expected, names))
    elif text.strip() and forms != expected and forms <= _ADDRESSES:
        message = f"Let {predicate} be {_one_of(expected)}: schema.org expects that, and takes a text for want of it."
        yield _finding("text", triple, message, SH.Info)
    else:
        yield _finding("range", triple, f"Let {predicate} be {_one_of(expected)}: schema.org expects that.")


def _of_member(triple: AnyTriple, name: str, expected: frozenset[str]) -> Iterator[Finding]:
    """A finding for a term of schema.org that is neither a member of an expected enumeration nor a class below it."""
    names = _members_of(expected)
    kinds = enumerations().get(name, frozenset()) | (lineage(name) if name in parents() else frozenset())
    if name not in names and not kinds & expected:
        yield _finding("range", triple, _no_member(curie(triple[1]), name, expected, names))


def _no_member(predicate: str, text: str, expected: frozenset[str], names: tuple[str, ...]) -> str:
    nearest = get_close_matches(_local(text), names, n=1)
    advice = f"did you mean {nearest[0]}?" if nearest else f"such as {names[0]}."
    return f"Let {predicate} be a member of {_one_of(expected)}: {advice}"


def _members_of(expected: frozenset[str]) -> tuple[str, ...]:
    """The members of the *expected* enumerations; none if something else is expected as well."""
    if not all("Enumeration" in lineage(class_) for class_ in expected):
        return ()
    return tuple(member for class_ in sorted(expected) for member in members(class_))


def _local(text: str) -> str:
    """The name of a term written with or without the address of schema.org."""
    return text.strip().removeprefix("http://schema.org/").removeprefix("https://schema.org/")


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://", "/", "#")) and " " not in text.strip()


def _finding(check: str, triple: AnyTriple, message: str, severity: Iri = SH.Warning) -> Finding:
    subject, predicate, value = triple
    return Finding(severity, subject, predicate, curie(predicate), value, Iri(CHECKS + check), "", message)


def _classes(triples: Iterable[AnyTriple]) -> dict[Term, frozenset[str]]:
    """For each node with classes of schema.org only: its classes, and all above them."""
    named: dict[Term, set[str]] = defaultdict(set)
    for subject, predicate, value in triples:
        if predicate == RDF.type:
            named[subject].add(value.removeprefix(SCHEMA) if isinstance(value, Iri) else "")
    return {
        node: frozenset().union(*map(lineage, classes))
        for node, classes in named.items()
        if classes <= parents().keys()
    }


def _is_expected(value: Term, expected: frozenset[str], classes: _Classes) -> bool:
    """Whether a node may be a value: any IRI may be an address, whatever else is stated about it."""
    if isinstance(value, Iri) and (expected & _ADDRESSES or ("Boolean" in expected and value in _TRUTHS)):
        return True
    if value in classes:
        return "Role" in classes[value] or bool(classes[value] & expected)
    # nothing is known about an address; in schema.org it is a text, too
    return not isinstance(value, Iri) or bool(expected & _TEXTS or expected - _DATATYPES)


def _one_of(classes: frozenset[str]) -> str:
    names = sorted(classes)
    shown = [f"{'an' if name[0] in 'AEIOU' and name != 'URL' else 'a'} {name}" for name in names[:_MOST_NAMED]]
    rest = f" or one of {len(names) - _MOST_NAMED} other classes" if len(names) > _MOST_NAMED else ""
    return " or ".join(shown) + rest
