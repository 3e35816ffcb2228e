"""Since when and until when a post is held: "from 2010 to 2014", "since May", "until last year"."""

import bisect
import re
from collections.abc import Sequence

from ld.extract.dates.mentions import DateMention
from ld.extract.roles.statements import Term


def term_after(text: str, end: int, dates: Sequence[DateMention], *, began: bool = False) -> Term | None:
    """The term stated right after *end*; if a verb says that the post *began*, it begins "in 2019" or "on Monday".

    *dates* are those of the text, in its order.
    """
    opening = _SPAN.match(text, end)
    first = _date_at(opening.end(), dates) if opening else None
    if first:
        until = _TO.match(text, first.end)
        last = _date_at(until.end(), dates) if until else None
        return Term(last.end, first, last) if last else None
    for connector, is_start in ((_SINCE, True), (_UNTIL, False), *(((_IN, True),) if began else ())):
        found = connector.match(text, end)
        date = _date_at(found.end(), dates) if found else None
        if date:
            return Term(date.end, *((date, None) if is_start else (None, date)))
    return None


def _date_at(offset: int, dates: Sequence[DateMention]) -> DateMention | None:
    index = bisect.bisect_left(dates, offset, key=lambda date: date.start)
    return dates[index] if index < len(dates) and dates[index].start == offset else None


_SPAN = re.compile(r",?\s+(?:from|between)\s+")
_TO = re.compile(r"\s*(?:to|until|till|through|and|–|-)\s*")
_SINCE = re.compile(r",?\s+since\s+")
_UNTIL = re.compile(r",?\s+(?:until|till|through)\s+")
_IN = re.compile(r",?\s+(?:(?:in|on)\s+)?")
