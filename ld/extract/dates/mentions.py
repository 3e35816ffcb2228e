"""A date as a text names it: where, which, and by what rule it was read."""

import re
from typing import NamedTuple


class DateMention(NamedTuple):
    """An expression that names a date: its offsets, the value (see ``ld.extract.dates.periods``), and the rule."""

    start: int
    end: int
    value: str
    rule: str

    @property
    def is_calendar_date(self) -> bool:
        """Whether the value is a day, a month or a year, for which XML Schema has a datatype."""
        return _CALENDAR_DATE.fullmatch(self.value) is not None


_CALENDAR_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
