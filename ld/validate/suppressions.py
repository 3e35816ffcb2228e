"""Findings suppressed by the file itself: ``# article-ld: ignore ID`` after a statement, or on the line before it.

Turtle, TriG, N-Triples and N-Quads have comments; JSON has none, and those of XML are lost to its readers.
"""

import re
from collections import defaultdict

from ld.validate.checked import Located
from ld.validate.documents import Document
from ld.validate.formats.rules import Rule

_SYNTAXES = frozenset(("turtle", "trig", "n-triples", "n-quads"))
_MARK = "article-ld: ignore"
_COMMENT = re.compile(rf"#\s*{_MARK}\s+([^\s,]+(?:\s*,\s*[^\s,]+)*)\s*")


def suppressed(document: Document) -> dict[int, set[str]]:
    """The rules that comments of *document* suppress, by line, counted from 1."""
    found: dict[int, set[str]] = defaultdict(set)
    if document.syntax in _SYNTAXES and _MARK in document.text:
        from ld.validate.places.turtle import comments  # noqa: PLC0415 - few files have any

        for offset, comment in comments(document.text):
            match = _COMMENT.fullmatch(comment)
            if match:
                line = document.text.count("\n", 0, offset) + 1
                alone = not document.text[document.text.rfind("\n", 0, offset) + 1 : offset].strip()
                found[line + alone].update(re.split(r"\s*,\s*", match[1]))
    return found


def is_suppressed(located: Located, document: Document, lines: dict[int, set[str]]) -> bool:
    """Whether *lines* suppress *located*, a finding in *document*, by the IRI of its rule or the end of it."""
    named = lines.get(located.place.line)
    if not named or located.place.file != document.file:
        return False
    rule = Rule(iri=located.result.shape)
    return not named.isdisjoint((rule.iri, rule.label))
