"""Whether an item may be published now: what the agency withholds, cancels or embargoes never goes further."""

import datetime as dt

from ld.errors import InputError
from ld.read.agency.item import Item

_LAST_ZONE = dt.timezone(dt.timedelta(hours=-12))


class WithheldError(InputError):
    """An item is not released, or not yet: it must not be used for anything."""


def check_released(item: Item, now: dt.datetime) -> None:
    """Raise WithheldError unless *item* may be published at the moment *now*.

    The status must be "usable" (IPTC NewsCodes, Publishing Status), and the embargo over: one without a zone ends with
    the last zone on earth, and one that is not a moment ends with an event that only people know of.
    """
    if item.status != "usable":
        raise WithheldError(
            f"is not to be published: its status is {item.status!r}", "wait for a version that is usable"
        )
    if item.embargo is None:
        return
    try:
        end = dt.datetime.fromisoformat(item.embargo)
    except ValueError as error:
        message = f"is under an embargo that no date ends: {item.embargo!r}"
        raise WithheldError(message, "wait for a version without it") from error
    if len(item.embargo) == len("2024-09-11"):
        end += dt.timedelta(days=1)
    if now < (end if end.tzinfo else end.replace(tzinfo=_LAST_ZONE)):
        raise WithheldError(f"is under embargo until {item.embargo}", "build it then")
