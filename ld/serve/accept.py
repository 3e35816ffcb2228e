"""Content negotiation: which of the available media types a client prefers (RFC 9110, section 12.5.1)."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

_WORD = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)')  # one that is not closed goes to the end, and is read once
_RANGE = re.compile(rf"[ \t]*({_WORD})/({_WORD})[ \t]*(?:;|\Z)")
_WEIGHT = re.compile(r";[ \t]*q=([^; \t]*)", re.IGNORECASE)
_QVALUE = re.compile(r"0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?")


_MOST_RANGES = 100
"""So many are looked at; no browser and no library sends half as many."""


class _Range(NamedTuple):
    kind: str
    subkind: str
    quality: float

    def specificity(self, kind: str, subkind: str) -> int:
        """How closely this range fits a media type; 0 if it does not."""
        if self.kind == "*" and self.subkind == "*":
            return 1
        if self.kind != kind:
            return 0
        return 2 if self.subkind == "*" else 3 if self.subkind == subkind else 0


def preferred(accept: str, offers: Sequence[str]) -> str:
    """The media type among *offers* (best first) that the header *accept* weighs highest; empty if it accepts none.

    Without a header, or if the header has no media range, the first offer. If several ranges match, the most specific
    one gives the weight. Parameters other than ``q`` are ignored: each type is offered in one form only.
    """
    ranges = list(islice(_ranges(accept), _MOST_RANGES))
    if not ranges:
        return offers[0]
    weights = [_weight(offer, ranges) for offer in offers]
    highest = max(weights)
    return offers[weights.index(highest)] if highest > 0 else ""


def _ranges(accept: str) -> Iterator[_Range]:
    for element in _QUOTED.sub("", accept).split(","):
        start = _RANGE.match(element)
        weight = _WEIGHT.search(element)
        quality = weight[1] if weight else "1"
        if start and _QVALUE.fullmatch(quality):
            yield _Range(start[1].lower(), start[2].lower(), float(quality))


def _weight(offer: str, ranges: Sequence[_Range]) -> float:
    kind, _, subkind = offer.partition("/")
    fitting = [(found.specificity(kind, subkind), found.quality) for found in ranges]
    closest, quality = max(fitting)
    return quality if closest else 0
