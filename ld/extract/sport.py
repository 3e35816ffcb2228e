"""Reports on sport, in which a town's name is mostly that of its team."""

import functools
import re

from ld.extract.concordance import concordance
from ld.extract.words import word_set


@functools.lru_cache(maxsize=8)
def is_of_sport(text: str) -> bool:
    """Whether *text* has several words of reports on sport, and often. Several rules ask, so answers are kept."""
    index = concordance(text)
    times = [len(index.places(frozenset((word,)))) for word in word_set("sport_words")]
    return sum(map(bool, times)) >= _MANY and sum(times) * _STRETCH >= len(text)


_MANY = 4
_STRETCH = 1000
"""So many characters have one such word at least."""


def is_there(text: str, start: int) -> bool:
    """Whether the words before *start* say that something lies or goes there. Players come "from" teams."""
    return _THERE.search(text, max(0, start - 30), start) is not None


_THERE = re.compile(
    r"(?i:(?<!interested )(?<!interest )(?<!confidence )(?<!faith )\b(?:in|near|outside|across|around|throughout|"
    r"north of|south of|east of|west of|northern|southern|eastern|western|central|downtown|cit(?:y|ies) of|town of|"
    r"province of|state of|village of|region of|(?:mov(?:e|ed|ing)|travel(?:s|led|ed|ling|ing)?|trips?|tours?|flew|"
    r"fl(?:y|ights?)|off|went|drove) to)[ \xa0](?:the[ \xa0])?)$"
)
