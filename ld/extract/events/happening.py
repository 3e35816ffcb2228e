"""One mention of an event, with the circumstances in its clause."""

import re
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from ld.article import Article, Citation, Evidence, Stated
from ld.extract.events.kinds import natures
from ld.extract.events.surroundings import Surroundings
from ld.facts import EventStatus, Reference
from ld.text.calendar_words import WEEKDAY
from ld.text.lexicon import table
from ld.text.reading import Reading


class Happening(NamedTuple):
    """A mention of an event of one *kind*; *root* is the beginning that all forms of its word share.

    It *founds* an event if it says enough to distinguish it from others of its kind; "the attack" only *points back*.
    *is_past* if a verb says that it took place. *sentence* is the offset of its sentence. It *follows* if the verb
    reports deaths as the result of something else (", killing ten"). *called* is its name as an editor would put it,
    made of the words *proof*; *name* is the words that report it, in brief.
    """

    kind: str
    root: str
    name: Citation
    called: str
    proof: Citation
    in_title: bool
    in_body: bool
    status: EventStatus | None
    dates: tuple[Stated, ...]
    places: tuple[Reference, ...]
    participants: tuple[Reference, ...]
    founds: bool = True
    is_past: bool = False
    points_back: bool = False
    sentence: int = 0
    follows: bool = False


def root(around: Surroundings) -> str:
    """The beginning that all forms of the word roughly share: "launc" of "launch" and "launched"."""
    return around.text[around.start : around.start + _ROOT].casefold()


_ROOT = 5


def is_in_a_name(around: Surroundings) -> bool:
    """Whether the word belongs to a proper name: "Storm Prediction Center"."""
    return any(
        named.start <= around.start and around.end <= named.end and named.entity.kind in _NAMES
        for named in around.names.overlapping(around.start, around.end)
    )


_NAMES = frozenset(("person", "organization", "work"))


def possible_dates(
    dates: tuple[Stated, ...], kind: str, text: Reading, *, is_past: bool, is_planned: bool
) -> tuple[Stated, ...]:
    """*dates* as an event of *kind* can have them.

    What lasts has no single day. What has happened is not in the future; a day without a year that would put an
    unplanned event there belongs to the year before ("the Oct. 7 attack", in August).
    """
    nature = natures()[kind]
    if not dates or nature == "lasting":
        return ()
    date = dates[0]
    published = published_with(date.evidence, text.article)
    cited = " ".join(words.exact for words in date.evidence if isinstance(words, Citation))
    has_year = _WRITTEN_YEAR.search(cited) is not None
    if not has_year and _is_called_by_day(kind, date.value):
        return ()
    if published is None or is_planned or date.value <= published.value[: len(date.value)]:
        return dates
    if nature != "sudden":
        return () if is_past else dates
    if len(date.value) == _YEAR or has_year:
        return ()
    return (msgspec.structs.replace(date, value=f"{int(date.value[:_YEAR]) - 1}{date.value[_YEAR:]}"),)


def _is_called_by_day(kind: str, day: str) -> bool:
    """Whether *day*, without its year, may only identify which attack is meant, or is the subject of a trial."""
    return any(day.endswith(row["day"]) and kind in row["kinds"].split("|") for row in table("events/named_days"))


def published_with(evidence: Iterable[Evidence], article: Article) -> Stated | None:
    """The publication date that applies to the first words of *evidence* in the text of *article*."""
    first = next((words for words in evidence if isinstance(words, Citation)), None)
    return article.published_at(first.start) if first else article.date_published


_YEAR = len("2024")
_WRITTEN_YEAR = re.compile(r"\d{4}")


def continues(text: str, end: int, phrases: tuple[str, ...]) -> bool:
    """Whether one of *phrases* follows directly, or after a score or a day ("voted Friday to")."""
    if not phrases:
        return False
    between = SCORE.match(text, end) or _DAY_BETWEEN.match(text, end)
    starts = (end, between.end()) if between else (end,)
    following = [" ".join(_WORDS.findall(text[start : start + _REACH])) + " " for start in starts]
    return any(words.startswith(f"{phrase} ") for words in following for phrase in phrases)


SCORE = re.compile(r"\s+(?P<first>\d{1,3})[-–](?P<second>\d{1,3})\b(?![-–/.]\d|\s?%)")
_DAY_BETWEEN = re.compile(rf"\s(?:on\s)?{WEEKDAY}\b")
_REACH = 40
_WORDS = re.compile(r"[\w'’-]+")


def speaks_of_sport(around: Surroundings) -> bool:
    """Whether the sentence has a score or another sports term."""
    return _SPORT.search(around.text, around.sentence.start, around.sentence.end) is not None


_SPORT = re.compile(
    r"""
    \b (?: \d{1,3}[-–]\d{1,3} | match | game | games | final | season | league | cup | goals? | round | sets? | bouts?
         | by\s(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|an\sinnings)
           \s(?:runs?|wickets?|points?|strokes|shots)
         | (?:first|second|third|fourth|fifth|final)\sTest
         | fight | title | innings | tournament | championship | playoffs? | quarterback | penalty | striker | wickets?
    ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
