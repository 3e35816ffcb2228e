"""Closed vocabularies: a term that is not in them is a misspelling, which no validator would notice."""

import csv
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Literal

from ld.vocab import ITSRDF, OA, SCHEMA

Role = Literal["class", "property", "any"]
_OF_ACTIONS = ("input", "output")
"""What may follow any property and a hyphen: ``query-input`` (https://schema.org/docs/actions.html)."""
_OF_GOOGLE = frozenset((SCHEMA + "xPath",))
"""Terms that Google's documents spell otherwise than schema.org, which has ``xpath``."""


@cache
def misspelling(iri: str, role: Role = "any") -> str:
    """The error in *iri* as a term in this *role*, and the nearest right one; empty if it is right.

    Terms of unknown vocabularies pass. ``https://schema.org/`` is wrong: to every tool that reads RDF its terms are
    others than those of ``http://schema.org/``.
    """
    for namespace in (*_closed(), str(OA), str(ITSRDF)):
        if iri.startswith(namespace):
            return _unknown(iri, namespace, role) if namespace in _closed() else ""
        if iri.removeprefix("//").startswith(_after_scheme(namespace)):
            return f"{iri} is no address; did you mean {namespace.partition('//')[0]}//{iri.removeprefix('//')}?"
        if _after_scheme(iri).startswith(_after_scheme(namespace).rstrip("#/")):
            return f"{iri} lies outside the namespace {namespace}"
    return ""


def _unknown(iri: str, namespace: str, role: Role) -> str:
    term = iri.removeprefix(namespace)
    if term in _terms(namespace, role) or iri in _OF_GOOGLE:
        return ""
    property_, _, annotation = term.rpartition("-")
    if (
        namespace == SCHEMA
        and annotation in _OF_ACTIONS
        and role != "class"
        and property_ in _terms(SCHEMA, "property")
    ):
        return ""
    right = _nearest(term, namespace, role)
    what = "term" if role == "any" else role
    if right:
        return f"{iri} is no {what} of its vocabulary; did you mean {right}?"
    other = ", but a class" if role == "property" and term in _terms(namespace, "class") else ""
    return f"{iri} is no {what} of its vocabulary{other}"


def _nearest(term: str, namespace: str, role: Role) -> str:
    """The right term that differs from *term* only by case, ``_`` and ``-``, else by a letter or two."""
    names = _folded_terms(namespace, role)
    return names[nearest[0]] if (nearest := get_close_matches(_folded(term), names, n=1, cutoff=_ALIKE)) else ""


_ALIKE = 0.81
"""How similar two names must be: thumnail is thumbnail; publishDate is not publisher, nor blog_id longitude."""


@cache
def _folded_terms(namespace: str, role: Role) -> dict[str, str]:
    return {_folded(term): term for term in _terms(namespace, role)}


def _folded(term: str) -> str:
    return term.replace("_", "").replace("-", "").lower()


def nearest_term(iri: str, role: Role = "any") -> str:
    """The local name of the term that a misspelt *iri* of a known vocabulary may mean; empty if there is none."""
    namespace = next((namespace for namespace in _closed() if iri.startswith(namespace)), "")
    return _nearest(iri.removeprefix(namespace), namespace, role) if namespace and misspelling(iri, role) else ""


def meant_term(iri: str, role: Role = "any") -> str:
    """The same as a whole IRI."""
    right = nearest_term(iri, role)
    return next(namespace for namespace in _closed() if iri.startswith(namespace)) + right if right else ""


@cache
def _terms(namespace: str, role: Role) -> tuple[str, ...]:
    terms = _closed()[namespace]
    if namespace == SCHEMA and role != "any":
        # schema.org distinguishes classes from properties only by the case of the first letter: Event, event
        return tuple(term for term in terms if term[0].islower() == (role == "property"))
    return terms


@cache
def _closed() -> dict[str, tuple[str, ...]]:
    """Each closed vocabulary with its terms, sorted (see tests/generate/vocabulary_terms.py)."""
    table = files("ld.validate") / "data" / "vocabulary-terms.csv"
    with table.open(encoding="utf-8") as lines:
        return {row["namespace"]: tuple(row["terms"].split()) for row in csv.DictReader(lines)}


def _after_scheme(iri: str) -> str:
    return iri.partition("://")[2]
