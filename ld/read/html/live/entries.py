"""The entries of a live blog in the lines of its page: the page's data on each, and what it shows of it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ld.read.html.live.told import ToldEntry
from ld.read.html.visible import Line

_WORD = re.compile(r"\w+")
_RUN = 4
_SHARE = 0.8
_REACH = 12
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TITLE_WORDS = 3


class Entry(NamedTuple):
    """An entry: the page's data on it, the indexes of its lines, and the id of the element that contains it."""

    told: ToldEntry
    lines: tuple[int, ...]
    fragment: str = ""


def entries_shown(lines: Sequence[Line], told: Sequence[ToldEntry], fragments: Sequence[str]) -> list[Entry]:
    """The entries in *lines*, those of the data *told* and those only of boxes, the visible ones in the page's order.

    A line belongs to the entry with its headline, or with four fifths of its runs of four words; a box, with all its
    lines, belongs to the entry of most of its text. *fragments* are the ids of the boxes.
    """
    spoken = _spoken(lines, told)
    of_box = _told_of_boxes(lines, spoken, told, fragments)
    shown: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.entry is not None:
            number = of_box.get(line.entry)
            shown["box" if number is None else "told", line.entry if number is None else number].append(index)
        elif (number := spoken[index]) is not None:
            shown["told", number].append(index)
    found = list[Entry]()
    for (kind, number), indexes in shown.items():
        lies = _gathered(indexes)
        if kind == "told" and told[number].body and all(lines[index].within & HEADINGS for index in lies):
            continue  # a list of headlines that link to entries further down
        box = lines[lies[0]].entry
        said = told[number] if kind == "told" else ToldEntry()
        found.append(Entry(said, tuple(lies), "" if box is None else fragments[box]))
    seen = {id(entry.told) for entry in found}
    return [*_apart(found, len(lines)), *(Entry(each, ()) for each in told if id(each) not in seen)]


def _apart(entries: Sequence[Entry], end: int) -> Iterator[Entry]:
    """*entries* in the order of the page, each up to the beginning of the next, the last up to *end*."""
    ordered = sorted(entries, key=lambda entry: entry.lines)
    ends = [*(entry.lines[0] for entry in ordered[1:]), end]
    for entry, stop in zip(ordered, ends, strict=False):  # there may be no entries
        yield entry._replace(lines=(entry.lines[0], *(index for index in entry.lines[1:] if index < stop)))


def _gathered(indexes: Sequence[int]) -> list[int]:
    """The longest run of *indexes* without a gap: other lines repeat it, for example in a list of key events.

    Of runs of equal length the first.
    """
    runs: list[list[int]] = []
    for index in indexes:
        if runs and index - runs[-1][-1] <= _REACH:
            runs[-1].append(index)
        else:
            runs.append([index])
    return max(runs, key=len)


def _told_of_boxes(
    lines: Sequence[Line], spoken: Sequence[int | None], told: Sequence[ToldEntry], fragments: Sequence[str]
) -> dict[int, int]:
    """For each box with an entry in the data the number of that entry; no entry has two boxes.

    Its address ends in the id of the box, or else most of the box's matched text is its own.
    """
    addressed = {entry.fragment: number for number, entry in enumerate(told) if entry.fragment}
    found = {box: addressed[fragment] for box, fragment in enumerate(fragments) if fragment in addressed}
    taken = set(found.values())
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    for line, number in zip(lines, spoken, strict=True):
        if line.entry is not None and number is not None:
            votes[line.entry][number] += len(line.text)
    for box, counts in votes.items():
        number = counts.most_common(1)[0][0]
        if box not in found and number not in taken:
            found[box] = number
            taken.add(number)
    return found


def _spoken(lines: Sequence[Line], told: Sequence[ToldEntry]) -> list[int | None]:
    """For each line the number of the entry that has its words; None if there is none."""
    titles: dict[str, int] = {}
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    runs = list[set[tuple[str, ...]]]()
    for number, entry in enumerate(told):
        if entry.headline:
            titles.setdefault(_key(entry.headline.value), number)
        runs.append({run for paragraph in entry.body for run in _runs(paragraph)})
        for run in runs[-1]:
            if len(holders[run]) < _HOLDERS_MOST:
                holders[run].append(number)
    return list(_matched(lines, titles, holders, runs))


_HOLDERS_MOST = 5
"""The most entries considered for a run of words: words that more of them have are no entry's own."""


def _matched(
    lines: Sequence[Line],
    titles: dict[str, int],
    holders: dict[tuple[str, ...], list[int]],
    runs: Sequence[set[tuple[str, ...]]],
) -> Iterator[int | None]:
    last: int | None = None
    for line in lines:
        found = titles.get(_key(line.text)) if line.within & HEADINGS else None
        own = set(_runs(line.text)) if found is None else set[tuple[str, ...]]()
        asked = dict.fromkeys(number for run in sorted(own)[:_RUN] for number in holders.get(run, ()))
        fits = [number for number in asked if len(own & runs[number]) >= _SHARE * len(own)]
        if found is None and fits:
            found = last if last in fits else fits[0]
        last = found if found is not None else last
        yield found


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """The runs of four words of *text*; of just three words the only run."""
    words = _WORD.findall(text.casefold())
    if len(words) >= _TITLE_WORDS:
        yield from zip(*(words[start:] for start in range(min(_RUN, len(words)))), strict=False)


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def unshown(entries: Sequence[Entry]) -> Iterator[tuple[int, Line]]:
    """The lines of the entries that the page does not show, each with the number of the entry."""
    for number, entry in enumerate(entries):
        if entry.lines or not entry.told.body:
            continue
        if entry.told.headline:
            yield number, Line(entry.told.headline.value, frozenset(("h2",)), 0.0)
        yield from ((number, Line(paragraph, frozenset(("p",)), 0.0)) for paragraph in entry.told.body)
