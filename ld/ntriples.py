"""The canonical N-Triples form of terms, from which N-Quads and the names of statements are made."""

import re

from ld.terms import XSD, AnyTriple, BlankNode, Literal, Term

_STRING = XSD + "string"
_SPECIAL = re.compile('[\\x00-\\x1f"\\\\\\x7f\ufffe\uffff]')
_SHORT = {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r", '"': r"\"", "\\": r"\\"}


def line(triple: AnyTriple) -> str:
    """*triple* as a line of N-Triples, without the line end."""
    subject, predicate, value = triple
    return "".join((term(subject), " <", predicate, "> ", term(value), " ."))


def term(value: Term) -> str:
    """*value* as N-Triples writes it."""
    # an f-string would format an Iri, which takes five times as long
    if not isinstance(value, Literal):
        return str(value) if isinstance(value, BlankNode) else "<" + value + ">"
    lexical, datatype, language = value
    if language:
        return f"{quoted(lexical)}@{language}"
    return quoted(lexical) if datatype == _STRING else "".join((quoted(lexical), "^^<", datatype, ">"))


def quoted(lexical: str) -> str:
    """*lexical* between quotation marks, on one line, escaped as in canonical N-Quads (RDFC-1.0, section 5)."""
    if not lexical.isprintable() or '"' in lexical or "\\" in lexical:
        lexical = _SPECIAL.sub(_escape, lexical)
    return f'"{lexical}"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _SHORT.get(character) or f"\\u{ord(character):04X}"
