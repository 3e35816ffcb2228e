"""JSON-LD as a person would write it: the article at the top, every node where it first occurs."""

import re
from collections import deque
from collections.abc import Iterable
from typing import Any

import msgspec

from ld.terms import XSD, ArticleGraph, Iri, Literal, Triple
from ld.vocab import RDF, SCHEMA, WD

Json = dict[str, Any]
_Properties = dict[Iri, list[Iri | Literal]]

_STRING = XSD + "string"
_BOOLEAN = XSD + "boolean"
_INTEGER = XSD + "integer"
_NATIVE = re.compile(r"0|-?[1-9][0-9]{0,14}")  # what every reader of JSON holds exactly
_TRUTH = {"true": True, "false": False}
_PREFIXES = {"wd": str(WD), "xsd": XSD}
_DATES = ("datePublished", "dateModified", "startDate", "endDate")
_COERCED = {"url": "@id", "contentUrl": "@id", **dict.fromkeys(_DATES, "xsd:date")}
_CONTEXT = {"@vocab": str(SCHEMA), **_PREFIXES, **{term: {"@type": kind} for term, kind in _COERCED.items()}}
_ORDER = (
    "name",
    "headline",
    "alternateName",
    "additionalType",
    "identifier",
    "url",
    "inLanguage",
    "datePublished",
    "dateModified",
    "author",
    "publisher",
    "dateline",
    "locationCreated",
    "articleSection",
    "keywords",
    "isAccessibleForFree",
    "image",
    "about",
    "mentions",
    "hasPart",
    "jobTitle",
    "hasOccupation",
    "roleName",
    "sameAs",
    "affiliation",
    "occupationLocation",
    "startDate",
    "endDate",
    "location",
    "containedInPlace",
    "inDefinedTermSet",
    "organizer",
    "attendee",
    "member",
    "text",
    "spokenByCharacter",
    "contentUrl",
    "caption",
    "creditText",
    "sourceOrganization",
    "creator",
)
_RANK = {Iri(SCHEMA + term): rank for rank, term in enumerate(_ORDER)}
_TERM = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_ITEM = re.compile(r"Q[0-9]+")
_NUMBER = re.compile(r"(?<![a-z0-9])[0-9]++(?![a-z])")
_DIGITS = 12
_DEEPEST = 32  # levels of nesting


def json_ld(graph: ArticleGraph) -> str:
    """The facts of *graph* as one JSON-LD document with its context, indented, ending in a line end.

    Nodes that cannot be reached from the article are beside it in an ``@graph``.
    ``<`` is escaped, so that no text can end the ``script`` element in which a page embeds the document.
    """
    document = msgspec.json.format(msgspec.json.encode(_document(graph)), indent=2).decode()
    return document.replace("<", "\\u003c") + "\n"


def _document(graph: ArticleGraph) -> Json:
    waiting = _by_subject(graph.facts)
    article = Iri(f"{graph.name}#article")
    trees = []
    while waiting:
        trees.append(_tree(article if article in waiting else next(iter(waiting)), waiting))
    return {"@context": _CONTEXT, **trees[0]} if len(trees) == 1 else {"@context": _CONTEXT, "@graph": trees}


def _by_subject(triples: Iterable[Triple]) -> dict[Iri, _Properties]:
    nodes: dict[Iri, _Properties] = {}
    for subject, predicate, value in triples:
        nodes.setdefault(subject, {}).setdefault(predicate, []).append(value)
    return nodes


def _tree(root: Iri, waiting: dict[Iri, _Properties]) -> Json:
    """*root* with all nodes of *waiting* to which it leads, each where it needs the least nesting.

    They leave *waiting*.
    """
    top: Json = {"@id": _id(root)}
    queue = deque([(top, waiting.pop(root), 1)])
    while queue:
        node, properties, level = queue.popleft()
        for predicate in sorted(properties, key=_rank):
            key = "@type" if predicate == RDF.type else _term(predicate)
            values = sorted(properties[predicate], key=_by_number)
            written = [_value(value, key) for value in values]
            node[key] = written if len(written) > 1 else written[0]
            for value, place in zip(values, written, strict=True):
                if isinstance(place, dict) and isinstance(value, Iri) and value in waiting and level < _DEEPEST:
                    queue.append((place, waiting.pop(value), level + 1))
    return top


def _rank(predicate: Iri) -> tuple[int, str]:
    return (-1 if predicate == RDF.type else _RANK.get(predicate, len(_RANK)), predicate)


def _by_number(value: Iri | Literal) -> str:
    """A sort key by which ``image-2`` precedes ``image-10``, and Q16 Q142; the digits of a digest are no number."""
    return _NUMBER.sub(lambda digits: digits[0].zfill(_DIGITS), value) if isinstance(value, Iri) else ""


def _value(value: Iri | Literal, key: str) -> str | int | Json:
    """*value* as the property *key* has it: a string where the context says enough, or JSON's own values."""
    if key == "@type":
        return _term(Iri(value))
    coerced = _COERCED.get(key)
    if not isinstance(value, Literal):
        return _id(value) if coerced == "@id" else {"@id": _id(value)}
    if value.datatype == _STRING:
        return value.lexical if coerced is None else {"@value": value.lexical}
    if value.language:
        return {"@language": value.language, "@value": value.lexical}
    native = _native(value) if coerced is None or value.datatype == _BOOLEAN else None
    if native is not None:
        return native
    datatype = _datatype(value.datatype)
    return value.lexical if coerced == datatype else {"@type": datatype, "@value": value.lexical}


def _native(value: Literal) -> int | None:
    """The equivalent native JSON value; None if there is none."""
    if value.datatype == _BOOLEAN:
        return _TRUTH.get(value.lexical)
    return int(value.lexical) if value.datatype == _INTEGER and _NATIVE.fullmatch(value.lexical) else None


def _term(iri: Iri) -> str:
    """A term of schema.org by its name, all else by its IRI."""
    name = iri.removeprefix(SCHEMA)
    return name if _TERM.fullmatch(name) and name not in _PREFIXES else str(iri)


def _id(iri: Iri) -> str:
    item = iri.removeprefix(WD)
    return f"wd:{item}" if _ITEM.fullmatch(item) else str(iri)


def _datatype(iri: Iri) -> str:
    name = iri.removeprefix(XSD)
    return f"xsd:{name}" if _TERM.fullmatch(name) else str(iri)
