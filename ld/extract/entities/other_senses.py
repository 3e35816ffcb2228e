"""Cues that a known name means something else: a ship, a degree, a title, a person."""

import functools
import re

from ld.extract.phrases.tags import is_state
from ld.text.before import Before, search_before
from ld.text.lexicon import any_of, word_set
from ld.text.reading import Reading, once
from ld.text.word_index import between


def is_called_after(text: str, start: int) -> bool:
    """Whether the name at *start* is that of a ship named after somebody: "the carrier Ada Quill"."""
    return _SHIP.stands(text, start)


_SHIP = Before(*("uss", "hms", "hmas", "hmcs", "rms", "carrier", "destroyer", "frigate", "submarine", "yacht", "ship"))


def is_home(text: str, start: int) -> bool:
    """Whether the name at *start* is somebody's home rather than a person: "Ada Quill grew up in NAME"."""
    return text.endswith(_ENDS_OF_HOME, 0, start) and search_before(_HOME, text, start, _LONGEST_HOME) is not None


_LONGEST_HOME = 60
_ENDS_OF_HOME = ("in ", "near ", "outside ", "of ")
_HOME = re.compile(
    r"""
    (?: \b(?: grew\sup | born | raised | lived? | lives | living | based | resid(?:es?|ed|ents?) | home | school )
        \s(?:in|near|outside)
      | \b(?: town | city | village | native | resident | residents ) \s of
      | \b[A-Z][a-z]+\s[A-Z][a-z]+\sof
    ) [ ]\Z
    """,
    re.VERBOSE,
)


def is_town_of_state(text: str, start: int, end: int) -> bool:
    """Whether the name is that of a town with a person's name: "in NAME, California"."""
    state = _STATE_BEHIND.match(text, end)
    return state is not None and text.endswith(" in ", 0, start) and is_state(state["state"])


_STATE_BEHIND = re.compile(r", (?P<state>[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?)")


def is_of_show(text: str, start: int, end: int) -> bool:
    """Whether the name is that of a show named like a place: "the Harbour Valley star"."""
    return text.endswith("the ", 0, start) and _OF_SHOW.match(text, end) is not None


_OF_SHOW = re.compile(r" (?:star|stars|actor|actress|alum|showrunner|creator|finale|spinoff|spin-off|sequel|prequel)\b")


def is_at_airport(text: str, start: int, end: int) -> bool:
    """Whether the text near the capitals at *start* to *end*, otherwise initials, mentions airports or flights."""
    return _OF_FLIGHTS.search(text, max(0, start - _NEAR_FLIGHTS), end + _NEAR_FLIGHTS) is not None


_NEAR_FLIGHTS = 60
_OF_FLIGHTS = re.compile(r"\b(?:[Aa]irports?|[Ff]lights?|[Ff]lew|[Ff]lying|[Tt]erminal|[Rr]unway|[Aa]irlines?)\b")


def is_of_building(text: str, end: int) -> bool:
    """Whether the name that ends at *end* opens the name of a building or a road: "the Pope NAME Hall"."""
    return _OF_BUILDING.match(text, end) is not None


_OF_BUILDING = re.compile(
    r"""
    [ ] (?: Airport | Arena | Avenue | Boulevard | Bridge | Cathedral | Center | Centre | Hall | Hospital | Library
      | Memorial | Museum | Plaza | Road | School | Square | Stadium | Street | Theater | Theatre | Tower | University )
    \b
    """,
    re.VERBOSE,
)


def is_within_title(text: str, start: int) -> bool:
    """Whether a capitalised small word precedes *start* inside a sentence, as in a title: "Made In Chelsea"."""
    word = text[text.rfind(" ", max(0, start - 40), start - 1) + 1 : start - 1]
    if word.isascii() and word.isalpha() and (word[0].islower() or word.lower() not in word_set("prepositions")):
        return False
    before = search_before(_SMALL_WITH_CAPITAL, text, start, 40)
    return before is not None and before["small"].lower() in word_set("prepositions")


_SMALL_WITH_CAPITAL = re.compile(r"[\w,][ \xa0](?P<small>[A-Z][a-z]+)[ \xa0]$")


def is_listed_work(text: Reading, start: int) -> bool:
    """Whether *start* is in a list of works: "in films like Harbor Nights and NAME"."""
    near = between(_offsets_of_works(text), max(0, start - 100), start)
    return any(_WORKS.match(text, offset, start) for offset in near)


@once
def _offsets_of_works(text: Reading) -> list[int]:
    return text.words.offsets(_KINDS_OF_WORKS)


_KINDS_OF_WORKS = frozenset(
    (
        *("film", "films", "movie", "movies", "song", "songs", "album", "albums", "musical", "musicals", "novel"),
        *("novels", "sitcom", "sitcoms", "plays", "classics"),
    )
)
_WORKS = re.compile(r"\w+(?: \w+)? (?:like|such as|including) (?:[A-Z][^.;()]*(?:, | and ))?$")


def is_no_state(text: str, start: int, end: int) -> bool:
    """Whether the abbreviation of a state means something else: no town precedes it, or it is a degree."""
    if search_before(_TOWN, text, start, 40) is None or text[end : end + 1] == "/":
        return True
    holder = search_before(_HOLDER, text, start, 60)
    return text[start:end] in _DEGREES and holder is not None and holder["given"] in word_set("given_names")


_TOWN = re.compile(r"\b[A-Z][\w’'.-]+, $")
_HOLDER = re.compile(r"(?P<given>[A-Z][\w’'-]+)(?: [A-Z]\.)?(?: [A-Z][\w’'-]+){1,2}, $")
_DEGREES = frozenset(("MA", "MD", "PA", "DC"))


def is_persons(text: str, start: int, end: int) -> bool:
    """Whether the name is a person's here: "NAME, who", or the source of a quotation, after a dash."""
    if text.startswith(", who", end) and _WHO.match(text, end):
        return True
    return text[start - 2 : start] in _DASHES and search_before(_QUOTED, text, start, 6) is not None


_WHO = re.compile(r", who(?:se)?\b")
_DASHES = frozenset(("- ", "– ", "— "))
_QUOTED = re.compile(r"[”\"]\s?[-–—]{1,2} $")


def is_of_band(text: str, end: int) -> bool:
    """Whether the name is followed by one of the band's musicians: "NAME vocalist Ada Quill"."""
    return _MUSICIAN.match(text, end) is not None


_MUSICIAN = re.compile(
    r"(?:[’']s?)? (?:lead |former )?(?:singer|vocalist|front(?:man|woman)|guitarist|drummer|bassist|keyboardist)\b"
)


@functools.cache
def _sights() -> re.Pattern[str]:
    heads = ("Avenue", "Beach", "Boulevard", "Bridge", "Hill", "Hills", "Island", "Lake", "Lane", "Park", "River")
    return re.compile(rf"\w+ [ \xa0] {any_of(*heads, 'Road', 'Square', 'Station', 'Street', 'Valley')}", re.VERBOSE)


def is_sight(name: str) -> bool:
    """Whether *name* has the form of a street or a station, which names of bodies seldom have."""
    return _sights().fullmatch(name) is not None


def is_relative(text: str, start: int) -> bool:
    """Whether the name at *start* is that of a relative: "her daughter NAME"."""
    return search_before(_RELATIVE, text, start, _LONGEST_RELATIVE) is not None


_LONGEST_RELATIVE = 40
_RELATIVE = re.compile(
    r"""(?:\b(?:[Mm]y|[Yy]our|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir)|[’']s) [ ] (?:[a-z-]+[ ]){0,2}
    (?: brother | daughter | father | grand(?:daughter|son) | husband | mother | nephew | niece | sister | son | wife )
    ,?[ ]\Z""",
    re.VERBOSE,
)


def is_company_town(text: Reading, town: str) -> bool:
    """Whether *town*, a single word, opens the name of a company in *text* and nothing is in or of the town.

    "Quill Airlines … the much larger Quill", but not "Quill Airlines … the Quill carrier".
    """
    ends = [start + len(town) for start in text.words.offsets_of(town)]
    names = [end for end in ends if _OF_COMPANY.match(text, end)]
    alone = [end for end in ends if end not in names]
    if not names or not alone or names[0] > alone[0]:
        return False
    return not any(search_before(_AT_TOWN, text, end - len(town), _LONGEST_WHERE) for end in alone) and not any(
        _OF_TOWN.match(text, end) for end in alone
    )


_LONGEST_WHERE = 10
_AT_TOWN = re.compile(r"\b(?:across|around|at|from|[Ii]n|into|[Nn]ear|of|outside|[Tt]he|to|[Aa])[ ]\Z")
_OF_COMPANY = re.compile(r"[ ](?:Air|Airlines|Airways|Corp|Inc|Industries|Ltd|PLC|Technologies)\b")
_OF_TOWN = re.compile(r",[ ][A-Z]|-based|[ ][A-Z]")
