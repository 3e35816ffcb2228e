"""Two JSON-LD descriptions of one thing made into one."""

from collections.abc import Mapping
from typing import Any, Literal

from ld.web.blocks import as_list
from ld.web.profile import Json

Side = Literal["theirs", "ours"]

_OF_MANY = ("about", "mentions", "hasPart", "sameAs")

_NAMES = ("name", "headline", "caption", "text")


def one_description(theirs: Json, ours: Mapping[str, Any], prefer: Side) -> Json:
    """Two descriptions of one thing. It keeps the publisher's ``@id``, by which other blocks may speak of it."""
    first, second = (theirs, ours) if prefer == "theirs" else (ours, theirs)
    one: Json = {}
    for key in dict.fromkeys((*first, *second)):
        if key == "@id":
            one[key] = theirs.get(key, ours.get(key))
        elif not _says(first.get(key)) or not _says(second.get(key)):
            one[key] = first[key] if _says(first.get(key)) or key not in second else second[key]
        elif key == "@type":
            one[key] = first[key]
        else:
            one[key] = _values(theirs[key], ours[key], prefer, every=key in _OF_MANY)
    return one


def _says(value: Any) -> bool:
    return value not in (None, "", [], {})


def _values(theirs: Any, ours: Any, prefer: Side, *, every: bool) -> Any:
    """The values of a property that both sides give: those of the preferred side, completed by matching ones.

    For properties whose values are *all* true side by side, the other side's are added.
    """
    first, second = (theirs, ours) if prefer == "theirs" else (ours, theirs)
    rest, values = as_list(second), list[Any]()
    for value in as_list(first):
        like = next((other for other in rest if _alike(value, other)), None)
        rest = [other for other in rest if other is not like and other != value]
        values.append(
            value
            if like is None
            else one_description(*((value, like) if prefer == "theirs" else (like, value)), prefer)
        )
    values += rest if every else []
    return values if isinstance(first, list) or len(values) > 1 else values[0]


def _alike(one: Any, other: Any) -> bool:
    """Whether two nodes are the same thing: by ``@id``, else by type and name."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    if "@id" in one and one["@id"] == other.get("@id"):
        return True
    kinds = {str(kind) for kind in as_list(one.get("@type"))} & {str(kind) for kind in as_list(other.get("@type"))}
    names = [name for key in _NAMES if (name := comparable(one.get(key))) and name == comparable(other.get(key))]
    return bool(kinds and names)


def comparable(name: Any) -> str:
    """*name* for comparison: in lower case, with single spaces; empty if it is not text."""
    return " ".join(name.split()).casefold() if isinstance(name, str) else ""
