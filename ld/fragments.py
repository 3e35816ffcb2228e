"""Names of spans of text: their positions as fragments of an IRI (RFC 5147, section 2.1.1)."""

import re

from ld.article import SourceCitation, Span

_NAMED = re.compile(r"#(?:source-)?char=([0-9]{1,15}),([0-9]{1,15})")


def span_fragment(words: Span) -> str:
    """The fragment that names *words* of the article's text, ``char=10,20``, or of its source; half-open."""
    place = "source-char" if isinstance(words, SourceCitation) else "char"
    return f"{place}={words.start},{words.end}"


def position_of(name: str) -> tuple[int, int] | None:
    """The start and end of the span of text with the IRI *name*; None if that is not such a name."""
    match = _NAMED.fullmatch(name, max(name.find("#"), 0))
    return (int(match[1]), int(match[2])) if match else None
