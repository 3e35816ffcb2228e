"""Finds the place of each statement in Turtle, TriG, N-Triples and N-Quads.

The text is known to be well-formed: it has been parsed before. So the scanner follows the grammar
(https://www.w3.org/TR/turtle/#sec-grammar) only as far as is necessary to find the beginnings of terms.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import urljoin

from ld.validate.places.alignment import ScannedTriple, Spot
from ld.vocab import RDF

_TOKEN = re.compile(
    r"""
      (?P<skip>\s+|\#[^\n\r]*)
    | (?P<iri><(?:[^\x00-\x20<>"{}|^`\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
    | (?P<text>\"{3}(?:(?:"|"")?(?:[^"\\]|\\.))*\"{3}|'{3}(?:(?:'|'')?(?:[^'\\]|\\.))*'{3}
              |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
    | (?P<blank>_:[\w·.-]*[\w·-])
    | (?P<number>[+-]?(?:\d+\.\d*[eE][+-]?\d+|\.?\d+[eE][+-]?\d+|\d*\.\d+|\d+)(?![\w:-]))
    | (?P<at>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<name>[\w·-]?(?:[\w·.:-]|%[0-9A-Fa-f]{2}|\\.)*(?:[\w·:-]|%[0-9A-Fa-f]{2}|\\.))
    | (?P<mark>\^\^|[.;,\[\](){}])
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_LOCAL_ESCAPE, _UNESCAPED = re.compile(r"\\(.)"), r"\1"
_FIRST, _REST, _NIL = (f"<{term}>" for term in (RDF.first, RDF.rest, RDF.nil))


class _Token(NamedTuple):
    kind: str
    text: str
    start: int


def scan(text: str, base: str) -> list[ScannedTriple]:
    """The statements of *text*, each with its spot.

    The scan ends at additions of RDF 1.2 to the grammar, and at nodes nested too deep for it.
    """
    scanner = _Scanner(text, base)
    with suppress(_UnknownSyntaxError, RecursionError):
        scanner.document()
    return scanner.stated


def comments(text: str) -> Iterator[tuple[int, str]]:
    """The comments of *text*, each with the offset of its ``#``, up to anything that is not RDF 1.1."""
    position = 0
    while position < len(text) and (match := _TOKEN.match(text, position)) and match.lastgroup:
        if match["skip"] and match["skip"].startswith("#"):
            yield position, match["skip"]
        position = match.end()


def unknown_at(text: str) -> int:
    """The offset at which *text* ceases to be RDF 1.1; 0 if it never does."""
    at = 0
    with suppress(_UnknownSyntaxError):
        for token in _tokens(text):
            at = token.start + len(token.text)
        return 0
    return at + len(text[at:]) - len(text[at:].lstrip())


class _UnknownSyntaxError(Exception):
    """The text continues in a way that the scanner does not know."""


class _Scanner:
    def __init__(self, text: str, base: str) -> None:
        self.stated: list[ScannedTriple] = []
        self._tokens = _tokens(text)
        self._token = _Token("end", "", 0)
        self._base = base
        self._prefixes: dict[str, str] = {}
        self._blank = 0

    def document(self) -> None:
        self._take()
        while self._token.kind != "end":
            word = self._token.text.lower()
            if word in {"@prefix", "prefix"}:
                self._prefix()
            elif word in {"@base", "base"}:
                self._take()
                self._base = self._iri(self._take())[1:-1]
            elif word == "graph" or word in {"{", "}", "."}:
                self._take()
            else:
                self._statement()

    def _prefix(self) -> None:
        self._take()
        name = self._take().text
        self._prefixes[name.removesuffix(":")] = self._iri(self._take())[1:-1]

    def _statement(self) -> None:
        """A subject with its predicates, or the name of a graph before its brace."""
        start = self._token.start
        subject = self._term()
        if self._token.text != "{" and self._token.text not in {".", "}"}:
            self._predicates(subject, start)

    def _predicates(self, subject: str, start: int) -> None:
        while self._token.text not in {".", "]", "}"} and self._token.kind != "end":
            if self._token.text == ";":
                self._take()
                continue
            at = self._token.start
            if self._token.text == "a":
                self._take()
                self._objects(subject, f"<{RDF.type}>", start, at)
            else:
                self._objects(subject, self._term(), start, at)

    def _objects(self, subject: str, predicate: str, start: int, predicate_start: int) -> None:
        while True:
            number = len(self.stated)
            self.stated.append(ScannedTriple(subject, predicate, "", Spot(start, predicate_start, self._token.start)))
            value = self._term()
            self.stated[number] = self.stated[number]._replace(object=value)
            if self._token.kind in {"iri", "blank"}:  # the graph of N-Quads
                self._take()
            if self._token.text != ",":
                return
            self._take()

    def _term(self) -> str:
        """The next term: an IRI in angle brackets, a blank node, or empty for a literal."""
        token = self._take()
        if token.text == "[":
            return self._blank_node(token.start)
        if token.text == "(":
            return self._collection()
        if token.kind == "blank":
            return token.text
        if token.kind == "iri" or (token.kind == "name" and ":" in token.text):
            return self._iri(token)
        if token.kind == "text":
            if self._token.kind == "at":
                self._take()
            elif self._token.text == "^^":
                self._take()
                self._take()
            return ""
        if token.kind == "number" or token.text in {"true", "false"}:
            return ""
        raise _UnknownSyntaxError

    def _blank_node(self, start: int) -> str:
        name = self._new_name()
        self._predicates(name, start)
        self._take()
        return name

    def _collection(self) -> str:
        """The items of a list; the spot of each is that of its rdf:first."""
        head = cell = ""
        while self._token.text != ")":
            at = self._token.start
            value = self._term()
            following = self._new_name()
            if cell:
                self.stated.append(ScannedTriple(cell, _REST, following, Spot(at, at, at)))
            head, cell = head or following, following
            self.stated.append(ScannedTriple(cell, _FIRST, value, Spot(at, at, at)))
        end = self._take().start
        if cell:
            self.stated.append(ScannedTriple(cell, _REST, _NIL, Spot(end, end, end)))
        return head or _NIL

    def _new_name(self) -> str:
        self._blank += 1
        return f"_: {self._blank}"  # no label has a blank in it

    def _iri(self, token: _Token) -> str:
        if token.kind == "iri":
            iri = _ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), token.text[1:-1])
            return f"<{resolve(self._base, iri)}>"
        prefix, _, local = token.text.partition(":")
        if prefix not in self._prefixes:
            raise _UnknownSyntaxError
        return f"<{self._prefixes[prefix]}{_LOCAL_ESCAPE.sub(_UNESCAPED, local)}>"

    def _take(self) -> _Token:
        token = self._token
        self._token = next(self._tokens, _Token("end", "", token.start))
        return token


def _tokens(text: str) -> Iterator[_Token]:
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if not match or not match.lastgroup:
            raise _UnknownSyntaxError
        if match.lastgroup != "skip":
            yield _Token(match.lastgroup, match[0], position)
        position = match.end()
    yield _Token("end", "", position)


def resolve(base: str, iri: str) -> str:
    """*iri* as an absolute one (RFC 3986, section 5), also where the scheme of *base* is not one that Python knows."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", iri):
        return iri
    if not iri:
        return base.partition("#")[0]
    scheme, _, rest = base.partition(":")
    authority = "" if rest.startswith("//") else "//none"  # without an authority, urljoin would add an empty one
    joined = urljoin(f"http:{authority}{rest}", iri).removeprefix("http:")
    return f"{scheme}:{joined.removeprefix(authority)}"
