"""Closed vocabularies: a term that they do not have is a misspelling, and no validator would notice."""

from difflib import get_close_matches
from functools import cache
from typing import Literal

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SDO, SH, XSD
from rdflib.namespace import DefinedNamespace

from ld.vocab import ITSRDF, OA, SCHEMA

Role = Literal["class", "property", "any"]

_CLOSED: dict[str, type[DefinedNamespace]] = {
    str(SCHEMA): SDO,
    **{str(vocabulary._NS): vocabulary for vocabulary in (DCTERMS, OWL, PROV, RDF, RDFS, SH, XSD)},  # noqa: SLF001
}
_NAMESPACES = (*_CLOSED, str(OA), str(ITSRDF))


@cache
def misspelling(iri: str, role: Role = "any") -> str:
    """What is wrong with *iri* as a term in this *role*, and the nearest right one; empty if nothing is.

    Terms of vocabularies that are not known here pass. ``https://schema.org/`` is wrong:
    to every tool that reads RDF its terms are others than those of ``http://schema.org/``.
    """
    for namespace in _NAMESPACES:
        if iri.startswith(namespace):
            return _unknown(iri, namespace, role) if namespace in _CLOSED else ""
        if _after_scheme(iri).startswith(_after_scheme(namespace).rstrip("#/")):
            return f"{iri} lies outside the namespace {namespace}"
    return ""


def _unknown(iri: str, namespace: str, role: Role) -> str:
    term = iri.removeprefix(namespace)
    terms = _terms(namespace)
    if namespace == SCHEMA and role != "any":
        # schema.org tells its classes from its properties by the case of the first letter alone: Event, event
        terms = tuple(known for known in terms if known[0].islower() == (role == "property"))
    if term in terms:
        return ""
    nearest = get_close_matches(term, terms, n=1)
    what = "term" if role == "any" else role
    return f"{iri} is no {what} of its vocabulary" + (f"; did you mean {nearest[0]}?" if nearest else "")


@cache
def _terms(namespace: str) -> tuple[str, ...]:
    vocabulary = _CLOSED[namespace]
    return tuple(sorted({*vocabulary.__annotations__, *vocabulary._extras}))  # noqa: SLF001


def _after_scheme(iri: str) -> str:
    return iri.partition("://")[2]
