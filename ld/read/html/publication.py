"""When a page was published, by its metadata, in the time zone of its place of publication."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from ld.read.html.metadata import MetadataValue
from ld.read.html.metas import TIME
from ld.read.html.moments import clock, moment
from ld.read.html.page import Page
from ld.read.page import find_day

_RULE = "day of publication: "
_ZONE_STEP = 15 * 60
_ZONE_MOST = 14 * 3600
_UTC = ("Z", "+00:00")
_WESTERNMOST = dt.timedelta(hours=12)
_EASTERNMOST = dt.timedelta(hours=14)


class Published(NamedTuple):
    """The day or moment, its position in the source, and the rule that read it."""

    value: str
    start: int
    end: int
    rule: str

    @property
    def is_unsure(self) -> bool:
        """Whether its only source is a ``time`` element, which may belong to another story on the page."""
        return self.rule == _RULE + TIME


def day_of(page: Page, whole: range, first: int, today: dt.date) -> Published | None:
    """The day or moment of publication, not after *today*.

    In order of preference: the first date in the metadata, the day printed near the headline, a ``time`` element.
    *whole* are the article's lines, *first* is the offset of the first line below its header.
    The day of a moment in UTC may differ from the local one, to which "Tuesday" refers: a claim of the same moment in
    another zone overrides it, and so does a printed day next to it.
    """
    claims = [(claim, value) for claim in page.said.of("date") if (value := moment(claim.value, today))]
    head = [pair for pair in claims if pair[0].where != TIME]
    found = find_day(page.text, page.blocks, whole, first, of_tables(page)) if whole.start else None
    printed = found and moment(found.value, today) and Published(*found, "day of publication, printed")
    if printed and not head:
        return printed
    if not claims:
        return None
    claim, value = (head or claims)[0]
    if value.endswith(_UTC):
        claim, value = _local(claim, value, claims)
    if printed and value.endswith(_UTC) and printed.value != value[:10] and _is_somewhere(printed.value, value):
        return printed
    return Published(value, *page.place(claim, claim.value), _RULE + claim.where)


def of_tables(page: Page) -> frozenset[int]:
    """The lines of rows with a heading of their own: they concern the table's subject, not the page."""
    heads = {line.path[:-1] for line in page.lines if "th" in line.within}
    return frozenset(
        index
        for index, line in enumerate(page.lines)
        if "table" in line.within and heads and any(line.path[: len(head)] == head for head in heads)
    )


def _is_somewhere(day: str, utc: str) -> bool:
    """Whether it was *day* in some zone at the moment *utc*: zones range from -12:00 to +14:00."""
    moment = dt.datetime.fromisoformat(utc)
    return (moment - _WESTERNMOST).date().isoformat() <= day <= (moment + _EASTERNMOST).date().isoformat()


def _local(claim: MetadataValue, value: str, claims: Sequence[tuple[MetadataValue, str]]) -> tuple[MetadataValue, str]:
    """A claim of the same moment that shows the zone, by its offset or by the local time."""
    utc = dt.datetime.fromisoformat(value)
    for other, said in claims:
        if len(said) > len("2024-09-11") and not said.endswith(_UTC) and dt.datetime.fromisoformat(said) == utc:
            return other, said
    for other, said in claims:
        local = clock(other.value) if len(said) == len("2024-09-11") else None
        ahead = (local - utc.replace(tzinfo=None)).total_seconds() if local else 0
        if ahead and ahead % _ZONE_STEP == 0 and abs(ahead) <= _ZONE_MOST:
            zone = dt.timezone(dt.timedelta(seconds=ahead))
            return other, utc.astimezone(zone).isoformat(timespec="seconds")
    return claim, value
