"""A query from outside, answered in a worker: read-only, without SERVICE, and limited in size."""

import re
import secrets
import string
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
_CONVERTED = {
    "application/ld+json": pyoxigraph.RdfFormat.JSON_LD,
    "application/rdf+xml": pyoxigraph.RdfFormat.RDF_XML,
}
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_SERVICE = re.compile("service", re.IGNORECASE | re.ASCII)
_NAME = r"[^\s:<>#\"'{}()*?$]*:"
_FORM = re.compile(
    rf"""(?:\s|\#[^\n\r]*|<[^>]*>|"[^"]*"|'[^']*'|base|prefix|version|{_NAME})*(select|ask|construct|describe)""",
    re.IGNORECASE | re.VERBOSE,
)
"""The prologue of a query (SPARQL 1.1, section 19.8) and the first word after it."""
_UNUSED = pyoxigraph.Variable(f"unused_{secrets.token_hex(16)}")


class SparqlAnswer(NamedTuple):
    """The *body* of an answer and its media type; *media_type* is empty if none of those wanted is possible."""

    media_type: str
    body: bytes = b""


def answer(store: Store, sparql: str, table_type: str, graph_type: str, most_bytes: int) -> SparqlAnswer:
    """The answer of *store* to *sparql*, as *table_type* or *graph_type* (of TABLES and GRAPHS; empty: not wanted).

    Raises StoreError for an invalid query, InputError for one that would query other servers, and for an answer of more
    than *most_bytes*.
    """
    _refuse_service(sparql)
    _check(sparql)
    media_type = table_type if _is_table(sparql) else graph_type
    if not media_type:
        return SparqlAnswer("")
    written = _SAME.get(media_type, media_type)
    body = store.query(sparql, "application/n-triples" if written in _CONVERTED else written)
    if written in _CONVERTED:
        triples = pyoxigraph.parse(body, format=pyoxigraph.RdfFormat.N_TRIPLES)
        body = pyoxigraph.serialize(triples, format=_CONVERTED[written]) or b""
    if len(body) > most_bytes:
        raise InputError(f"the answer has more than {most_bytes:,} bytes", "ask for less: add a LIMIT")
    return SparqlAnswer(media_type, body)


def _refuse_service(sparql: str) -> None:
    """Refuse a query that sends requests to other servers (SPARQL 1.1 Federated Query).

    Only a parser knows what is a keyword. So wherever the word occurs, it is replaced by one without a meaning: names,
    texts and comments stay valid, and only a keyword makes the query invalid. The query is tested as it is and, for
    stores that decode escapes before they parse (section 19.2), decoded.
    """
    for text in dict.fromkeys((sparql, _ESCAPE.sub(_character, sparql))):
        if _SERVICE.search(text) and not _is_query(_renamed(text)):
            if text == sparql:
                _check(sparql)
            raise InputError("SERVICE is refused: this server asks no others", "ask them yourself")


def _renamed(sparql: str) -> str:
    """*sparql* with seven other letters wherever it has ``service``: capitals for capitals, so that names differ."""
    letters = "".join(secrets.choice(string.ascii_lowercase) for _ in "service")

    def instead(match: re.Match[str]) -> str:
        pairs = zip(match[0], letters, strict=True)
        return "".join(letter.upper() if old.isupper() else letter for old, letter in pairs)

    return _SERVICE.sub(instead, sparql)


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else ""  # noqa: PLR2004 - the last code point


def _is_query(sparql: str) -> bool:
    try:
        _check(sparql)
    except StoreError:
        return False
    return True


def _check(sparql: str) -> None:
    """Raise StoreError if *sparql* is not a query: some stores accept updates in its place. Nothing is executed.

    A value for a variable that does not occur in the query stops Oxigraph between parsing and answering.
    """
    try:
        pyoxigraph.Store().query(sparql, substitutions={_UNUSED: pyoxigraph.NamedNode("urn:x")})
    except SyntaxError as error:
        raise StoreError(f"the query cannot be parsed: {error}") from error
    except RuntimeError as error:
        if _UNUSED.value not in str(error):
            raise StoreError(f"the query cannot be carried out: {error}") from error
    except ValueError as error:
        raise StoreError(f"the query cannot be parsed: {error}") from error


def _is_table(sparql: str) -> bool:
    """Whether the query *sparql* is a SELECT or ASK."""
    first = _FORM.match(sparql)
    return first is not None and first[1].lower() in {"select", "ask"}
