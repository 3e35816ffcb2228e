"""Numbers with what they count: the dead, the injured, votes, a score, a price."""

import functools
import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from ld.article import Citation
from ld.extract.events.happening import SCORE
from ld.figures import Bound, Figure, Measure
from ld.text.lexicon import any_of, words

_SMALL = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_NUMBERS = {word: str(number) for number, word in enumerate(_SMALL, 1)}
_RULE = "number beside what it counts"


def casualties(text: str, start: int, end: int) -> Iterator[Figure]:
    """How many one event killed and injured, according to the sentence at *start* to *end*; not a total over time."""
    if _TOTAL.search(text, start, end):
        return
    for measure, pattern in _CASUALTIES:
        found = list(pattern().finditer(text, start, end))
        if len(found) == 1 and (figure := _counted(text, found[0], measure)):
            yield figure


def _counted(text: str, match: re.Match[str], measure: Measure) -> Figure | None:
    """The number of *match* with its bound; None if it is only approximate."""
    number = next(filter(None, map(match.group, ("active", "passive", "state")))).lower()
    start = next(match.start(form) for form in ("active", "passive", "state") if match[form])
    before = text[max(0, start - _NEAR) : start]
    if _APPROXIMATE.search(before):
        return None
    bound: Bound | None = "least" if _AT_LEAST.search(before) else "most" if _AT_MOST.search(before) else None
    proof = Citation.of(text, min(start, match.start()), match.end(), rule=_RULE)
    value = _NUMBERS.get(number, number.replace(",", ""))
    if int(value) >= _THOUSANDS and _SO_FAR.search(text, max(0, match.start() - _NEAR), match.end()):
        return None
    return Figure(value=value, evidence=(proof,), measure=measure, unit="people", bound=bound)


_NEAR = 16
_THOUSANDS = 1000
_SO_FAR = re.compile(r"\b(?:has|have)\s(?:now\s|been\s|also\s)?(?:kill|wound|injur)")
"""Before thousands who died over time: "a war that has killed 20,000 people"."""
_AT_LEAST = re.compile(r"\b(?:at\sleast|more\sthan|over)\s\Z", re.IGNORECASE)
_AT_MOST = re.compile(r"\b(?:up\sto|at\smost)\s\Z", re.IGNORECASE)
_APPROXIMATE = re.compile(r"\b(?:about|around|some|nearly|almost|roughly|estimated|an|another|only|all|other)\s\Z")
_TOTAL = re.compile(
    r"""
    \b (?: since | so\sfar | this\syear | last\syear | an?\syear | every | each | per | total | overall | annually
         | to\sdate | if | would | could | might | may ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Signs that a number covers more than one event, or is a supposition."""


def _people_counted(*, active: str, passive: str, state: str) -> re.Pattern[str]:
    """Numbers of people that are the object of an *active* verb or the subject of a *passive* one, or in a *state*."""
    number = rf"""
        (?<![\w.,’'$£€-]) (?: [0-9]{{1,3}}(?:,[0-9]{{3}})+ | [0-9]{{1,6}} | (?i:{"|".join(_NUMBERS)}) )  # 12,000
        (?! [\w.,’'%–-]*[0-9%] | \s(?:dozen|hundred|thousand|million)s?\b )  # but not: two dozen
    """
    people = rf"(?:\s(?:[a-z-]+\s){{0,2}}?(?:{any_of(*words('events/people_counted'))})\b)"
    bound = r"(?:(?:at\sleast|more\sthan|over|up\sto)\s)?"
    return re.compile(
        rf"""
          \b(?:{active})\s {bound} (?P<active>{number})
          (?: {people} (?!\s(?:and|or)\s(?:their|his|her|its|an?|the|one|[a-z]+s\b))
            | (?=\s(?:and|in|on|at)\s | [,.] | \s*\Z) )
        | (?P<passive>{number}) {people}?\s(?:were|was|have\sbeen|had\sbeen)\s(?:also\s)?(?:{passive})\b(?!\sof\b)
        | (?P<state>{number}) {people}?\s(?:{state})\b (?!\s[a-z]+s\b)
        """,
        re.VERBOSE,
    )


@functools.cache
def _dead() -> re.Pattern[str]:
    """The dead: "killed 12 people", "12 people were killed", "12 dead"."""
    return _people_counted(active="kill(?:ed|s|ing)", passive="killed", state="dead|died|killed")


@functools.cache
def _hurt() -> re.Pattern[str]:
    """The injured: "injuring 30", "30 others were wounded", "30 hurt"."""
    hurt = "injured|wounded|hurt"
    return _people_counted(active="injur(?:ed|es|ing)|wound(?:ed|s|ing)", passive=hurt, state=hurt)


_CASUALTIES: tuple[tuple[Measure, Callable[[], re.Pattern[str]]], ...] = (("deaths", _dead), ("injuries", _hurt))


def votes(text: str, start: int, end: int) -> Iterator[Figure]:
    """The votes for and against what was passed: "by 52 votes to 48", "voted 52-48 to pass"; none for what failed."""
    found = list(_VOTES.finditer(text, start, end))
    if len(found) != 1 or _REJECTED.search(text, start, end):
        return
    proof = Citation.of(text, *found[0].span(), rule=_RULE)
    yield Figure(value=found[0]["for"], evidence=(proof,), measure="votes for", unit="votes")
    yield Figure(value=found[0]["against"], evidence=(proof,), measure="votes against", unit="votes")


_VOTES = re.compile(
    r"""
      \b (?:by|voted|vote\sof|passed|approved\s\w+) \s (?P<for>\d{1,4}) (?:\svotes)?
      (?:\sto\s|[-–]) (?P<against>\d{1,4}) \b
      (?! [-–/.]\d | \s?% | \s(?:percent|per\scent|million|years|\w+s\b) )
    """,
    re.VERBOSE,
)
_REJECTED = re.compile(r"\b(?:reject|defeat|block|fail|against|down|veto|lost|oppos)\w*", re.IGNORECASE)


def scores(text: str, start: int, end: int) -> Iterator[Figure]:
    """The score of the match that the sentence reports, if it has only one, and that is final."""
    found = list(SCORE.finditer(text, start, end))
    if len(found) != 1 or _is_record(text, found[0]) or _NOT_FINAL.search(text, start, end):
        return
    score = found[0]
    proof = Citation.of(text, score.start("first"), score.end("second"), rule=_RULE)
    yield Figure(value=f"{score['first']}-{score['second']}", evidence=(proof,), measure="score")


def _is_record(text: str, score: re.Match[str]) -> bool:
    """Whether it is a record of wins and losses: "the 2-10 Harbour Cardinals"."""
    return text.endswith("the", 0, score.start()) or _RECORD.match(text, score.end()) is not None


_RECORD = re.compile(r"\)|\s(?:record|season|start)\b")
_NOT_FINAL = re.compile(
    r"\b(?:aggregate|half-?\s?time|record|series|led|lead|leading|trail\w*|up|down|sets?|penalties|shoot-?out|streak|seed\w*)\b",
    re.IGNORECASE,
)


def prices(text: str, start: int, end: int) -> Iterator[Figure]:
    """The price of a deal: "for $3.4 billion", "in a deal worth €985 million", "a £20 million takeover"."""
    found = list(_PRICE.finditer(text, start, end))
    if len(found) != 1 or _NO_PRICE.search(text, start, end):
        return
    price = found[0]
    number = (
        Decimal((price["for"] or price["before"]).replace(",", ""))
        * _SCALES[price["for_scale"] or price["before_scale"]]
    )
    proof = Citation.of(text, *price.span(), rule=_RULE)
    unit = _CURRENCIES[price["for_sign"] or price["before_sign"]]
    yield Figure(value=str(int(number)), evidence=(proof,), measure="price", unit=unit)


_CURRENCIES = {"$": "$", "US$": "USD", "C$": "CAD", "A$": "AUD", "€": "EUR", "£": "GBP"}
"""The ISO 4217 code of each sign; "$" alone is the dollar of several countries."""
_SCALES = {"million": 10**6, "billion": 10**9, "trillion": 10**12, "m": 10**6, "bn": 10**9, "tn": 10**12}
_SIGN, _AMOUNT, _SCALE = r"(?:US|C|A)?\$|€|£", r"\d{1,3}(?:,\d{3})*(?:\.\d{1,6})?", r"million|billion|trillion|m|bn|tn"
_PRICE = re.compile(
    rf"""
      \b (?:for|worth|valued\sat) \s
      (?P<for_sign>{_SIGN}) (?P<for>{_AMOUNT}) [\s-]? (?P<for_scale>{_SCALE}) \b
      (?!\s(?:in\s(?:fines|damages|debt)|loan|loss|debt))
    | (?P<before_sign>{_SIGN}) (?P<before>{_AMOUNT}) [\s-]? (?P<before_scale>{_SCALE})
      \s (?:all-cash\s|cash\s)? (?:deal|acquisition|takeover|merger|buyout|purchase|sale) \b
    """,
    re.VERBOSE,
)
_NO_PRICE = re.compile(
    r"\b(?:about|around|nearly|almost|roughly|up\sto|at\sleast|more\sthan|over|reported\w*|would|could|if)\b"
)
