"""Events as a reader would sum them up."""

from typing import NamedTuple


class Told(NamedTuple):
    """What a text says about one event."""

    kind: str
    name: str
    date: str | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    status: str | None = None
