"""A query from outside, answered in a worker: nothing is changed, nothing else is asked, and not too much is given."""

import re
from typing import NamedTuple

import pyoxigraph

from ld.errors import InputError, StoreError
from ld.publish.store import Store

TABLES = (
    "application/sparql-results+json",
    "application/json",
    "application/sparql-results+xml",
    "application/xml",
    "text/csv",
    "text/tab-separated-values",
)
GRAPHS = ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml")
"""The media types of answers to SELECT and ASK, and to CONSTRUCT and DESCRIBE, ours first."""

_SAME = {"application/json": TABLES[0], "application/xml": "application/sparql-results+xml"}
_BY_STORES = frozenset(("text/turtle", "application/n-triples"))
_CONVERTED = {
    "application/ld+json": pyoxigraph.RdfFormat.JSON_LD,
    "application/rdf+xml": pyoxigraph.RdfFormat.RDF_XML,
}
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_SPACE = r"(?:\s|#[^\n\r]*[\n\r])*+"
_SERVICE = re.compile(rf"[?$:]\w*+|(service){_SPACE}(?:silent)?{_SPACE}(?:[<?$]|[\w.-]*+:)", re.IGNORECASE)


class Answer(NamedTuple):
    """The *body* of an answer, and what it is written in; no *media_type* if it cannot be had in a wanted one."""

    media_type: str
    body: bytes = b""


def answer(store: Store, sparql: str, table_type: str, graph_type: str, most_bytes: int) -> Answer:
    """What *store* answers to *sparql*, as *table_type* or *graph_type* (of TABLES and GRAPHS; empty: not wanted).

    Raises StoreError for what is no query, InputError for one that would ask other servers, and for an answer of more
    than *most_bytes*.
    """
    _refuse_service(sparql)
    media_type = table_type if _is_table(sparql) else graph_type
    if not media_type:
        return Answer("")
    written = _SAME.get(media_type, media_type)
    body = store.query(sparql, "application/n-triples" if written in _CONVERTED else written)
    if written in _CONVERTED:
        triples = pyoxigraph.parse(body, format=pyoxigraph.RdfFormat.N_TRIPLES)
        body = pyoxigraph.serialize(triples, format=_CONVERTED[written]) or b""
    if len(body) > most_bytes:
        raise InputError(f"the answer has more than {most_bytes:,} bytes", "ask for less: add a LIMIT")
    return Answer(media_type, body)


def _refuse_service(sparql: str) -> None:
    """Refuse a query that sends others (SPARQL 1.1 Federated Query), before a parser sees it.

    Where a keyword may stand is for a parser to know. So this looks for the word before what may follow it, wherever
    it stands but in a variable or after a colon: a text that has these words is refused too.
    """
    for text in (sparql, _ESCAPE.sub(_character, sparql)):
        if any(match[1] for match in _SERVICE.finditer(text)):
            raise InputError("SERVICE is refused: this server asks no others", "ask them yourself")


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else ""  # noqa: PLR2004 - the last code point


def _is_table(sparql: str) -> bool:
    """Whether a SELECT or ASK; StoreError if *sparql* is no query: some stores take updates where queries go."""
    try:
        return not isinstance(pyoxigraph.Store().query(sparql), pyoxigraph.QueryTriples)
    except SyntaxError as error:
        raise StoreError(f"the query cannot be parsed: {error}") from error
    except (RuntimeError, ValueError) as error:
        raise StoreError(f"the query cannot be carried out: {error}") from error
