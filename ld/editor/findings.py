"""The text in an editor, checked: each finding with its range, its rule, and how to mend it if that is plain."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ld.errors import InputError
from ld.validate.checked import CheckedFile, Located, Place
from ld.validate.checking import Checks, check_document
from ld.validate.documents import SYNTAXES, parse, sniff
from ld.validate.formats.unread import UNREADABLE, fault
from ld.validate.guards import CHECKS
from ld.validate.report import Severity
from ld.validate.vocabularies import nearest_term
from ld.vocab import RDF

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|<[^<>\s]*>|[^\s,;\[\](){}"<>]+')
_NAME_END = re.compile(r"[#/:]")
_MISSPELT = CHECKS + "term"


class Span(NamedTuple):
    """Part of one line, in code points from 0, half-open."""

    line: int
    start: int
    end: int


class Fix(NamedTuple):
    """The *words* to put into a *span*."""

    span: Span
    words: str


class Found(NamedTuple):
    """A finding of the *rule* with this IRI at a *span*; *fix* is None if it is not plain how to mend it."""

    severity: Severity
    message: str
    rule: str
    span: Span
    fix: Fix | None = None


def findings(file: str, text: str, checks: Checks) -> tuple[Found, ...]:
    """The findings for *text*, the content of *file* as it is in the editor.

    A text that cannot be read gives one finding, at the line of the fault.
    """
    try:
        syntax = SYNTAXES.get(Path(file).suffix.lower(), "") or sniff(text)
        checked = check_document(parse(file, text, syntax, checks.contexts), checks)
    except InputError as error:
        place, message = fault(CheckedFile(file=file, error=str(error), hint=error.hint))
        return (Found(Severity.VIOLATION, f"{message}; {error.hint}", UNREADABLE, _span(place, text.splitlines())),)
    lines = text.splitlines()
    return tuple(_found(located, lines) for located in checked.results if located.place.file == file)


def _found(located: Located, lines: list[str]) -> Found:
    result, span = located.result, _span(located.place, lines)
    return Found(result.severity, result.message, result.shape, span, _fix(located, lines, span))


def _span(place: Place, lines: list[str]) -> Span:
    """The word at *place*; the whole line where only that is known."""
    line = max(place.line - 1, 0)
    written = lines[line] if line < len(lines) else ""
    start = max(place.column - 1, 0)
    word = _TOKEN.match(written, start) if place.column else None
    return Span(line, start, word.end() if word else max(len(written.rstrip()), start))


def _fix(located: Located, lines: list[str], span: Span) -> Fix | None:
    """For a misspelt term, the edit that replaces it with the right name."""
    result = located.result
    if result.shape != _MISSPELT:
        return None
    of_class = result.predicate == RDF.type
    iri = result.term.strip("<>") if of_class else result.predicate
    right, wrong = nearest_term(iri, "class" if of_class else "property"), _NAME_END.split(iri)[-1]
    at = lines[span.line].find(wrong, span.start, span.end) if right and span.line < len(lines) else -1
    return Fix(Span(span.line, at, at + len(wrong)), right) if at >= 0 else None


def at(found: tuple[Found, ...], line: int, column: int) -> Iterator[Found]:
    """Those of *found* whose span has this position in it."""
    return (one for one in found if one.span.line == line and one.span.start <= column <= one.span.end)
