"""Reports on sport, in which the name of a town mostly means its team."""

import re

from ld.text.before import Before
from ld.text.lexicon import word_set
from ld.text.reading import Reading, once


@once
def is_of_sport(text: Reading) -> bool:
    """Whether *text* often uses several words of reports on sport. Cached, since several rules ask."""
    index = text.words
    found = index.words & word_set("entities/sport_words")
    return len(found) >= _MANY and len(index.offsets(found)) * _STRETCH >= len(text)


_MANY = 4
_STRETCH = 1000
"""At least one such word per this many characters."""


def is_there(text: str, start: int, end: int) -> bool:
    """Whether the context of the words at *start* to *end* shows that they name a place rather than a team.

    Something is or goes there, the report was written there ("OSLO, Norway (QP) -"), or it is a state after its town
    ("Quillhaven, Ala."). Players come "from" teams.
    """
    return _THERE.stands(text, start) or _opens_report(text, start, end) or _is_short_for_state(text, start, end)


def _opens_report(text: str, start: int, end: int) -> bool:
    is_first = start == 0 or text[start - 1] == "\n"
    return is_first and text[start:end].isupper() and _BEHIND_TOWN.match(text, end) is not None


_BEHIND_TOWN = re.compile(r"(?:, [A-Z][\w. ]{1,29})? (?:\([\w/. ]{2,29}\) ?)?(?:-|–|—|--) ")


def _is_short_for_state(text: str, start: int, end: int) -> bool:
    return text[end - 1] == "." and text.endswith(", ", 0, start)


_THERE = Before(
    *("in", "near", "outside", "across", "around", "throughout", "north of", "south of", "east of", "west of"),
    *("northern", "southern", "eastern", "western", "central", "downtown", "city of", "cities of", "town of"),
    *("province of", "state of", "village of", "region of", "move to", "moved to", "moving to", "travel to"),
    *("travels to", "travelled to", "traveled to", "travelling to", "traveling to", "trip to", "trips to", "tour to"),
    *("tours to", "flew to", "fly to", "flight to", "flights to", "off to", "went to", "drove to"),
    may_have_article=True,
    unless=("interested", "interest", "confidence", "faith"),
)
