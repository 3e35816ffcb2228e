"""Dates as literals of RDF, typed by their precision."""

from ld.read.dates import is_iso_date, iso_moment
from ld.terms import Literal
from ld.vocab import XSD_NS


def date_literal(value: str) -> Literal:
    """The literal of the ISO 8601 date *value*: a year, a month, a day or a moment.

    Any other value remains a string, which the shapes reject.
    """
    if not is_iso_date(value):
        return Literal(value)
    moment = iso_moment(value)
    if moment is None:
        return Literal(value, XSD_NS.gYear if len(value) == _YEAR else XSD_NS.gYearMonth)
    return Literal(moment, XSD_NS.dateTime if "T" in moment else XSD_NS.date)


_YEAR = 4
