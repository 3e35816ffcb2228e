"""Text for people, in the style of a compiler: the location, the line with a caret, the fault, the remedy."""

import unicodedata
from collections.abc import Iterable, Iterator

import msgspec

from ld.validate.checked import CheckedFile, Located, Place
from ld.validate.formats.held import ChoiceCounts
from ld.validate.formats.options import RenderOptions
from ld.validate.formats.tally import Tally
from ld.validate.formats.unread import fault
from ld.validate.formats.visible import visible
from ld.validate.report import Severity

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_COLOURS = {Severity.VIOLATION: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.INFO: "\x1b[1;36m"}
_WIDTH = 100  # code points of a source line; a longer one is cut around the column


def render(files: Iterable[CheckedFile], options: RenderOptions) -> Iterator[str]:
    """Each result as it comes; at the end what was checked against what, and the totals."""
    tally, held = Tally(), ChoiceCounts()
    yield ""
    for file in files:
        tally = tally.plus(file)
        held.add(file)
        unread = _unreadable(file, options) if file.error else ""
        yield unread + "".join(f"{entry(located, options)}\n" for located in file.results)
    yield "".join(f"{visible(sentence)}\n" for sentence in held.sentences())
    yield _bold(tally.sentence(options.fail_on), options) + "\n"


def entry(located: Located, options: RenderOptions) -> str:
    """One result: place, severity, message and shape in the first line, the rest below it, each line ended."""
    result, place = located.result, located.place
    severity = _coloured(result.severity.value, _COLOURS[result.severity], options)
    head = _bold(visible(str(place)), options)
    lines = [f"{head}: {severity}: {visible(result.message)} [{visible(options.rule(result.shape).label)}]"]
    lines += _excerpt(place, options)
    lines += (f"  {label:<9} {visible(said)}" for label, said in _details(located, options) if said)
    return "".join(f"{line}\n" for line in lines)


def _details(located: Located, options: RenderOptions) -> tuple[tuple[str, str], ...]:
    result = located.result
    found = msgspec.structs.replace(result, words="").place
    return (
        ("found:", found),
        ("expected:", options.rule(result.shape).expected.get(result.component, "")),
        ("words:", f"“{result.words}”" if result.words and result.words not in found else ""),
        ("JSON:", located.place.json_path),
    )


def _excerpt(place: Place, options: RenderOptions) -> Iterator[str]:
    if not place.line or not place.source.strip():
        return
    margin = " " * len(str(place.line))
    before, after = _cut(place.source, place.column)
    yield f"  {place.line} | {visible(before + after).rstrip()}"
    if place.column:
        caret = _coloured("^", _COLOURS[Severity.VIOLATION], options)
        yield f"  {margin} | {''.join(map(_blank, visible(before)))}{caret}"


def _cut(source: str, column: int) -> tuple[str, str]:
    """The text before and after the caret; of a long line, only the nearest part."""
    at = max(column - 1, 0)
    start = max(0, at - _WIDTH // 2) if len(source) > _WIDTH else 0
    end = start + _WIDTH
    before, after = source[start:at], source[at:end]
    return ("…" + before if start else before), (after + "…" if end < len(source) else after)


def _blank(character: str) -> str:
    """Blanks as wide as *character* is on a terminal."""
    if character == "\t":
        return character
    if unicodedata.combining(character):
        return ""
    return "  " if unicodedata.east_asian_width(character) in "WF" else " "


def _unreadable(file: CheckedFile, options: RenderOptions) -> str:
    place, message = fault(file)
    error = _coloured("error", _COLOURS[Severity.VIOLATION], options)
    hint = f"  hint: {visible(file.hint)}\n" if file.hint else ""
    return f"{_bold(visible(str(place)), options)}: {error}: {visible(message)}\n{hint}\n"


def _bold(text: str, options: RenderOptions) -> str:
    return _coloured(text, _BOLD, options)


def _coloured(text: str, colour: str, options: RenderOptions) -> str:
    return f"{colour}{text}{_PLAIN}" if options.colour else text
