"""The signs directly before and after a name that it is a body or a place."""

import functools
import re

from ld.extract.entities.other_senses import is_listed_work, is_no_state, is_of_band, is_persons, is_sight
from ld.kb import Item
from ld.text.before import Before, search_before, text_before
from ld.text.lexicon import any_of, word_set, words
from ld.text.reading import Reading


def as_organization(text: str, start: int, end: int, item: Item) -> float:
    """The evidence for and against *item*, a body, at *start* to *end* of *text*."""
    score = 0.0
    if text[end : end + 1] in _GOES_ON and (is_of_band(text, end) or _INDEX.match(text, end)):
        score -= 4.0
    if item.type == "company" and " " not in text[start:end] and _is_inside(text, start, end):
        score -= 1.5
    if is_sight(text[start:end]) or _is_venue(text, start, end, item):
        score -= 3.0
    if f"The {text[start:end]}" == item.label and not text.endswith("The ", 0, start):
        score -= 1.5  # "the Hindu festival" is not a newspaper's
    if text_before(text, start, 1) == "(" and text[end : end + 1] == ")":
        score -= 2.0  # a work after its maker: "Nora Quist (The Stand)"
    if search_before(_COUNTED, text, start, 12) or _MODEL.match(text, end):
        score -= 4.0
    if search_before(_organization_before(), text, start, 40):
        score += 1.8
    elif _DEALING.stands(text, start):
        score += 0.5
    if _organization_behind().match(text, end):
        score += 1.5
    return score


@functools.cache
def _organization_before() -> re.Pattern[str]:
    """What directly precedes a body: "shares in"."""
    kinds = (
        "company", "firm", "giant", "retailer", "maker", "carmaker", "automaker", "bank", "airline", "broadcaster",
        "newspaper", "magazine", "agency", "group", "club", "side", "party", "startup", "platform", "app", "chain",
        "operator", "producer", "supplier", "brand", "network", "website", "outlet", "rival", "developer",
    )  # fmt: skip
    return re.compile(
        rf"""\b (?:
            {any_of(*kinds)}     # "the carmaker"
          | shares\s+(?:in|of)
          | employees\s+(?:at|of)
          | owned\s+by
          | told
        ) [ \xa0]$""",
        re.VERBOSE,
    )


_GOES_ON = frozenset((" ", "’", "'"))
_INDEX = re.compile(r" (?:stock )?(?:average|index)\b")
"""What follows the name of a newspaper or an agency that a stock index is named after."""


def _is_inside(text: str, start: int, end: int) -> bool:
    return _IN.stands(text, start) and text[end : end + 1] not in {"’", "'"}


def _is_venue(text: str, start: int, end: int, item: Item) -> bool:
    """Whether something happens or goes there, so that no little-known body of that short name is meant."""
    is_short = " " not in text[start:end] and text[start:end] != item.label and item.known_by < _NOT_WELL_KNOWN
    is_there = _ARRIVED.stands(text, start) or (_AT_THE.stands(text, start) and _NO_NOUN.match(text, end) is not None)
    return is_short and is_there


_NOT_WELL_KNOWN = 20
_AT_THE = Before("at the")
_NO_NOUN = re.compile(r"[.,;:!?)\n]| (?:after|and|as|before|for|in|last|next|on|this|to|when|where|with)\b")
_ARRIVED = Before(
    *("arrived at", "arrived in", "arrive at", "arrives at", "returned to", "returning to", "back at", "back to"),
    "left for",
)
_IN = Before("in", unless=("shares", "stake", "stock", "interest", "stakes", "investors", "invested"))
"""What precedes a town, but not a company, which comes after "shares in"."""
_COUNTED = re.compile(r"\d[ \xa0]?$")
"""A number before the words makes them a unit: "80 Hertz"."""
_MODEL = re.compile(r"[ \xa0](?:[A-Z]+-?)?\d{1,4}[A-Z]{0,2}\b(?![ \xa0](?:million|billion|percent|per))")
"""What follows a brand: "Ryzen 7"."""
_DEALING = Before("with", "by", "for", "against", "at", "the")


@functools.cache
def _organization_behind() -> re.Pattern[str]:
    """What directly follows a body: what it does, and what it has."""
    verbs = any_of(
        *words("phrases/speech_verbs"),
        "reported",
        "posted",
        "launched",
        "unveiled",
        "hired",
        "acquired",
        "plans",
    )
    owned = any_of(
        "shares", "stock", "chief", "CEO", "employees", "executives", "customers", "users", "staff", "board",
        "headquarters", "chairman", "chairwoman", "founder", "co-founder", "spokesman", "spokeswoman", "spokesperson",
        "profits", "revenue", "sales", "boss", "owner", "parent", "products", "shareholders", "investors", "analyst",
    )  # fmt: skip
    return re.compile(
        rf"""(?:[’']s?)? [ \xa0] (?:
            {verbs}  # " unveiled"
          | {owned}  # "’s shareholders"
        ) (?!\w)""",
        re.VERBOSE,
    )


def as_place(text: Reading, start: int, end: int, item: Item) -> float:
    """The evidence for and against *item*, a place, at *start* to *end* of *text*."""
    says = 2.0 if item.type in _TOWNS and _SAYS.match(text, end) else 0.0
    return _before_place(text, start, end, item) + _behind_place(text, start, end) - says


def _before_place(text: Reading, start: int, end: int, item: Item) -> float:
    """The evidence from the words before *start*."""
    score = 0.0
    if is_persons(text, start, end) or is_listed_work(text, start):
        score -= 4.0
    if is_where(text, start):
        score += 0.7 if item.known_by < _KNOWN and _FROM.stands(text, start) else 2.0
    elif _FOR.stands(text, start):
        score += 0.4
    elif _OF.stands(text, start):
        score += 0.8
    if follows_town(text, start):
        score += 1.5 if item.type.startswith(REGIONS) else 0.0
        score += 0.8 if text[end : end + 2] == ", " or _LISTED.match(text, end) else 0.0
    if end - start == len("TX") and text[start:end].isupper() and is_no_state(text, start, end):
        score -= 6.0
    if _AGAINST.stands(text, start):
        score -= 3.0
    return score


def _behind_place(text: str, start: int, end: int) -> float:
    """The evidence from the words after *end*."""
    score = 0.0
    if _QUARTER.match(text, end) and text[start - 4 : start].lower() == "the ":
        score -= 4.0
    if _RECORD.match(text, end) or (_NUMBERED.match(text, end) and not is_where(text, start)):
        score -= 3.0
    region = _REGION.match(text, end)
    if region and region["name"] not in word_set("given_names"):
        score += 1.5
    if (start == 0 or text[start - 1] == "\n") and _DATELINE.match(text, end):
        score += 2.5
    return score


def is_where(text: str, start: int) -> bool:
    """Whether a preposition of place precedes *start*: "in", "north of"."""
    return _WHERE.stands(text, start)


def follows_town(text: str, start: int) -> bool:
    """Whether a capitalised word and a comma precede *start*, like a town before its state."""
    return text.endswith(", ", 0, start) and search_before(_TOWN, text, start, 30) is not None


_WHERE = Before(
    *("in", "near", "outside", "across", "around", "throughout", "into", "toward", "towards", "north of", "south of"),
    *("east of", "west of", "northern", "southern", "eastern", "western", "central", "downtown", "city of"),
    *("cities of", "town of", "province of", "state of", "village of", "region of", "off", "at", "from", "to"),
    *("between", "through", "via", "over"),
    may_have_article=True,
    unless=("interested", "interest", "confidence", "faith"),
)
_TOWNS = ("city", "town", "county")
_SAYS = re.compile(r" sa(?:id|ys)\b")
"""Capitals speak for their governments, other towns seldom: rather a company of that name."""
_KNOWN = 10
_FROM = Before("off", "at", "from", "to", "between", "through", "via", "over", may_have_article=True)
"""Prepositions that often precede something other than a place: "from NAME's survey"."""
_LISTED = re.compile(r",? (?:and|or) [A-Z]|, [A-Z][\w ]+,? (?:and|or) [A-Z]")
"""The continuation of a list of towns: "Oslo, NAME and Bern"."""
_QUARTER = re.compile(r" (?:neighbou?rhood|section of|district of)\b")
_NUMBERED = re.compile(r" \d{1,2}\b")
"""A number after a name; unless "in" precedes it, it is not a place: "the Harbor 5"."""
REGIONS = ("state", "province", "territory", "region")
"""The prefixes of the types of regions."""
_TOWN = re.compile(r"\b[A-Z][\w’'-]+, $")
_RECORD = re.compile(r" \(?\d+-\d+")
_AGAINST = Before(
    *("against", "beat", "beats", "beating", "defeated", "defeats", "defeating", "face", "faced", "faces", "versus"),
    *("vs", "vs.", "loss to", "lost to", "win over", "win against", "wins against", "over"),
    may_have_article=True,
)
"""What precedes a town that means its team."""
_OF = Before("of", "for", "and", "or", "the", may_have_article=True)
_FOR = Before("for", may_have_article=True)
_REGION = re.compile(r", (?P<name>[A-Z][\w.]+)(?: [A-Z]\w+)?[,.)]")
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]{2,30})? ?(?:\([\w /.]{2,30}\) ?)?(?:-|–|—|--) ")
