"""A date as a text names it: its offsets, its value, and the rule that read it."""

import re
from typing import NamedTuple


class DateMention(NamedTuple):
    """An expression that names a date: its offsets, the value (see ``ld.extract.dates.periods``), and the rule."""

    start: int
    end: int
    value: str
    rule: str

    def on_calendar(self, text: str) -> "DateMention | None":
        """The mention as a day, a month or a year; for "spring 2019" the year, since *text* names it."""
        if self.is_calendar_date:
            return self
        if _PART_OF_YEAR.fullmatch(self.value) and _NAMES_YEAR.search(text, self.start, self.end):
            return self._replace(value=self.value[: len("2024")])
        return None

    @property
    def is_calendar_date(self) -> bool:
        """Whether the value is a day, a month or a year, for which XML Schema has a datatype."""
        return _CALENDAR_DATE.fullmatch(self.value) is not None


_PART_OF_YEAR = re.compile(r"[0-9]{4}-(?:[QH][0-9]|SP|SU|FA|WI)")
_NAMES_YEAR = re.compile(r"\b(?:year|[0-9]{4}|nineteen|twenty)\b")
_CALENDAR_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
