"""A page as a live blog: its entries with their lines, and which of these are running text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ld.read.html.live.entries import HEADINGS, Entry, entries_shown, unshown
from ld.read.html.live.told import ToldEntry
from ld.read.html.metadata import MetadataValue
from ld.read.html.page import Page
from ld.read.html.visible import Line

_LINKED = 0.5
_HALF = 0.5


class LiveBlog(NamedTuple):
    """The *entries* of a page, and its *lines*: the visible ones, followed by those of entries that it does not show.

    *declared* is true if the page's own data call it a live blog, false if it only looks like one.
    """

    entries: tuple[Entry, ...]
    lines: tuple[Line, ...]
    declared: bool

    def claims(self) -> Iterator[MetadataValue]:
        """The page's metadata about its entries."""
        for entry in self.entries:
            yield from entry.told.claims()


def live_blog(lines: Sequence[Line], told: Sequence[ToldEntry] | None, ids: Sequence[str]) -> LiveBlog:
    """The live blog of a page that shows these *lines*; *told* are the entries in its data, None if it is not declared.

    *ids* are those of the boxes to which the lines belong. A page that is not a live blog has no entries.
    """
    if told is None and not ids:
        return LiveBlog((), tuple(lines), declared=False)
    entries = entries_shown(lines, told or (), ids)
    more = list(unshown(entries))
    places: dict[int, list[int]] = {}
    for index, (number, _) in enumerate(more, len(lines)):
        places.setdefault(number, []).append(index)
    placed = (entry._replace(lines=tuple(places.get(n, entry.lines))) for n, entry in enumerate(entries))
    whole = (*lines, *(line for _, line in more))
    return LiveBlog(tuple(_completed(entry, whole) for entry in placed), whole, declared=told is not None)


def _completed(entry: Entry, lines: Sequence[Line]) -> Entry:
    """*entry* with the moment of its first ``time`` element and the id of its box, if its data lack them."""
    moment = next((moment for index in entry.lines for moment in lines[index].moments), "")
    told = entry.told
    if told.published is None and moment:
        told = told._replace(published=MetadataValue("statement", " ".join(moment.split()), "time element of an entry"))
    if told.address is None and entry.fragment:
        told = told._replace(address=MetadataValue("statement", f"#{entry.fragment}", "id of an entry"))
    return entry._replace(told=told)


def heading_of(entry: Entry, lines: Sequence[Line]) -> int | None:
    """The index of the heading of *entry*."""
    return next((index for index in entry.lines[:_NEAR_TOP] if lines[index].within & HEADINGS), None)


def headings_of(entries: Sequence[Entry], lines: Sequence[Line]) -> set[int]:
    """The indexes of the headings of *entries*."""
    return {heading for entry in entries if (heading := heading_of(entry, lines)) is not None}


_NEAR_TOP = 6


def is_the_story(blog: LiveBlog, page: Page, chosen: Sequence[bool]) -> bool:
    """Whether *page* is about the entries: it declares so, or they have half of the words *chosen* for its story."""
    if blog.declared:
        return True
    inside = {index for entry in blog.entries for index in entry.lines}
    words = [(index in inside, page.blocks[index].words) for index, is_text in enumerate(chosen) if is_text]
    held = sum(count for is_inside, count in words if is_inside)
    return bool(blog.entries) and held > _HALF * sum(count for _, count in words)


def with_entries(page: Page, chosen: Sequence[bool], entries: Sequence[Entry]) -> list[bool]:
    """The *chosen* lines of *page*, and the headings and prose of *entries*, except prose labelled as an aside."""
    kept = list(chosen)
    inside = [index for entry in entries for index in entry.lines]
    labels = [page.lines[index].labels for index in inside if chosen[index]] or [frozenset[str]()]
    around = frozenset.intersection(*labels)
    for entry in entries:
        heading = heading_of(entry, page.lines)
        for index in entry.lines:
            line, block = page.lines[index], page.blocks[index]
            is_prose = block.kind == "prose" and not (block.credit or block.ends or block.stamp)
            if index == heading or (is_prose and line.linked <= _LINKED and not line.labels - around):
                kept[index] = True
    return kept
