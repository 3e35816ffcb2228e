"""Reports on sport, in which a town's name is mostly that of its team."""

from ld.text.before import Before
from ld.text.lexicon import word_set
from ld.text.reading import Reading, once


@once
def is_of_sport(text: Reading) -> bool:
    """Whether *text* has several words of reports on sport, and often. Several rules ask, so answers are kept."""
    index = text.words
    found = index.words & word_set("entities/sport_words")
    return len(found) >= _MANY and len(index.offsets(found)) * _STRETCH >= len(text)


_MANY = 4
_STRETCH = 1000
"""So many characters have one such word at least."""


def is_there(text: str, start: int) -> bool:
    """Whether the words before *start* say that something lies or goes there. Players come "from" teams."""
    return _THERE.stands(text, start)


_THERE = Before(
    *("in", "near", "outside", "across", "around", "throughout", "north of", "south of", "east of", "west of"),
    *("northern", "southern", "eastern", "western", "central", "downtown", "city of", "cities of", "town of"),
    *("province of", "state of", "village of", "region of", "move to", "moved to", "moving to", "travel to"),
    *("travels to", "travelled to", "traveled to", "travelling to", "traveling to", "trip to", "trips to", "tour to"),
    *("tours to", "flew to", "fly to", "flight to", "flights to", "off to", "went to", "drove to"),
    may_have_article=True,
    unless=("interested", "interest", "confidence", "faith"),
)
