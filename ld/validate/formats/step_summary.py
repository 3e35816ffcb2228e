"""Markdown for the summary of a CI job: the verdict, the totals, and the most severe results in a table."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from ld.validate.checked import CheckedFile, Place
from ld.validate.formats.collecting import collected
from ld.validate.formats.held import ChoiceCounts
from ld.validate.formats.options import RenderOptions
from ld.validate.formats.tally import Tally
from ld.validate.formats.unread import advice, fault
from ld.validate.formats.visible import visible

_ROWS = 200
_BYTES = 900_000  # GitHub takes up to 1 MiB per step, and nothing of a longer one
_CELL = 500  # code points
_MARKUP = "\\`*_[]<>#|~@&:."


def render(files: Iterable[CheckedFile], options: RenderOptions) -> Iterator[str]:
    """The findings in at most 200 rows: the unreadable files first, then the most severe results."""
    checked = yield from collected(files)
    tally = Tally.of(checked)
    mark = "✅" if tally.conforms(options.fail_on) else "❌"
    yield f"### {mark} article-ld: {tally.sentence(options.fail_on)}\n"
    yield from (f"\n{_plain(sentence)}\n" for sentence in ChoiceCounts.of(checked).sentences())
    rows = _rows(checked, options)
    if rows:
        yield "\n| place | severity | what to do | found |\n| --- | --- | --- | --- |\n"
        fitting = _fitting(rows)
        yield from rows[:fitting]
        if rows[fitting:]:
            yield f"\nand {len(rows) - fitting:,} more\n"


def _fitting(rows: Sequence[str]) -> int:
    """How many of *rules* fit."""
    sizes = accumulate(len(row.encode()) for row in rows[:_ROWS])
    return sum(size <= _BYTES for size in sizes)


def _rows(files: Sequence[CheckedFile], options: RenderOptions) -> list[str]:
    unread = [_row(fault(file)[0], "error", advice(file), "") for file in files if file.error]
    found = [located for file in files for located in file.results]
    found.sort(key=lambda located: located.result.severity.rank)
    return unread + [
        _row(
            located.place,
            located.result.severity.value,
            f"{located.result.message} [{options.rule(located.result.shape).label}]",
            located.result.place,
        )
        for located in found
    ]


def _row(place: Place, *cells: str) -> str:
    return f"| {' | '.join(_plain(_cut(cell)) for cell in (str(place), *cells))} |\n"


def _cut(cell: str) -> str:
    return cell if len(cell) <= _CELL else f"{cell[: _CELL - 1]}…"


def _plain(text: str) -> str:
    """*text* without effect as Markdown: no markup, no mention of a user, no link, all in one line."""
    return "".join(f"&#{ord(sign)};" if sign in _MARKUP else sign for sign in visible(text))
