"""Whom and what the knowledge base has by the very words of the text, where signs say that they are meant."""

import functools
import math
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ld.extract.before import Before
from ld.extract.capitalised import is_calendar, is_title
from ld.extract.concordance import concordance
from ld.extract.name_runs import NO_BEGINNING, Word, fold, name_runs
from ld.extract.spans import Spans
from ld.extract.words import any_of, word_set, words
from ld.kb import Candidate, How, Item, Lookup
from ld.kb.names import key


class KnownName(NamedTuple):
    """Words that name an item: where they stand, the *item* most likely meant, and its kind."""

    start: int
    end: int
    item: Item


def known_names(
    text: str, kb: Lookup, taken: Sequence[tuple[int, int]], titles: Sequence[tuple[int, int]]
) -> list[KnownName]:
    """The names of people, organizations and places that *kb* has and *text* means, in order, none overlapping another.

    People are known by their full names only.

    Nothing that overlaps a span of *taken* is looked at. In the lines *titles* any word may have a capital, so that
    only what the rest of the text names, too, or a name of several words is found there.
    """
    reader = _Reader(text, kb, taken, titles)
    found = list(reader.names())
    surnames = {text[text.rfind(" ", 0, name.end) + 1 : name.end] for name in found if name.item.kind == "person"}
    found = [name for name in found if name.item.kind == "person" or text[name.start : name.end] not in surnames]
    in_title = [reader.in_title(name.start) for name in found]
    words_of = [text[name.start : name.end] for name in found]
    elsewhere = {said for said, is_in_title in zip(words_of, in_title, strict=True) if not is_in_title}
    return [name for name, said in zip(found, words_of, strict=True) if said in elsewhere or " " in said]


_APART = re.compile(r"(?:[’']s\b|and|&|at|for|on|y|et)(?:$| )")
"""Joiners at which a name may end and another begin."""
_LONGEST = 7
_MANY = 4


class _Reader:
    """What is asked of one text again and again, each answer kept."""

    def __init__(
        self, text: str, kb: Lookup, taken: Sequence[tuple[int, int]], titles: Sequence[tuple[int, int]]
    ) -> None:
        self._text, self._kb = text, kb
        self._taken, self._titles = Spans(taken), Spans(titles)
        self._may_name = kb.may_name
        self._meant: dict[str, _Meant] = {}

    @functools.cached_property
    def _is_of_sport(self) -> bool:
        """Whether the text is of sport: there a town without "in" before it is mostly a team."""
        return len(concordance(self._text).words & word_set("sport_words")) >= _MANY

    def in_title(self, offset: int) -> bool:
        """Whether the line at *offset* is one in which any word may have a capital."""
        return bool(self._titles.overlapping(offset, offset + 1))

    def names(self) -> Iterator[KnownName]:
        """The names in the text, in order."""
        for run in name_runs(self._text, self._may_name):
            yield from self._names_in(run)

    def _names_in(self, run: Sequence[Word]) -> Iterator[KnownName]:
        """The names in *run*, at each word the longest that begins there, none overlapping another."""
        reached, may_name = 0, self._may_name
        for first, word in enumerate(run):
            if first < reached or word.text in NO_BEGINNING:
                continue
            folded = fold(word.text) if word.before else word.key
            known = [first] if may_name(folded) else []
            for index in range(first + 1, min(len(run), first + _LONGEST)):
                folded += run[index].key
                if may_name(folded):
                    known.append(index)
            name = self._longest(run, first, known) if known else None
            if name and not self._taken.overlapping(name.start, name.end):
                yield name
                reached = next((i for i, word in enumerate(run) if word.start >= name.end), len(run))

    def _longest(self, run: Sequence[Word], first: int, lasts: Sequence[int]) -> KnownName | None:
        """The longest name from the word *first* of *run* to one of *lasts*."""
        for last in reversed(lasts):
            if name := self._name(run, first, last):
                return name
        return None

    def _name(self, run: Sequence[Word], first: int, last: int) -> KnownName | None:
        text, start, end = self._text, run[first].start, run[last].end
        meant = self._meant_by(run[first].text if first == last else " ".join(text[start:end].split()))
        is_full = first < last and not run[last].before and _ends_name(run, last, text)
        if meant.person and is_full and not _CALLED_AFTER.search(text, max(0, start - 20), start):
            return KnownName(start, end, meant.person)
        if not meant.things or not _is_whole(run, first, last, text):
            return None
        likely = [
            (score, thing.item)
            for thing in meant.things
            if (score := thing.score + thing.signs(text, start, end)) > 0 and not self._is_team(thing.item, start)
        ]
        likely.sort(key=lambda each: -each[0])
        if not likely or (len(likely) > 1 and likely[0][0] - likely[1][0] < _LIKELIER):
            return None
        return KnownName(start, end, likely[0][1])

    def _is_team(self, item: Item, start: int) -> bool:
        """Whether a town is rather its team: in a report on sport, with no "in" before it."""
        return item.kind == "place" and self._is_of_sport and not _WHERE.stands(self._text, start)

    def _meant_by(self, surface: str) -> "_Meant":
        found = self._meant.get(surface)
        if found is None:
            found = self._meant[surface] = _meant(self._text, surface, self._kb)
        return found


class _Thing(NamedTuple):
    """An organization or a place that words may mean, and what speaks for it.

    The *score* grows with what speaks for the *item*; *signs* adds to it.
    """

    item: Item
    score: float
    signs: Callable[[str, int, int], float]


class _Meant(NamedTuple):
    """What a surface form may mean, wherever in the text it stands."""

    person: Item | None = None
    things: tuple[_Thing, ...] = ()


def _meant(text: str, surface: str, kb: Lookup) -> _Meant:
    """The items that *surface* may mean in *text*: of each kind the best known that is written so."""
    if surface in word_set("function_words") or is_calendar(surface) or is_title(surface):
        return _Meant()
    known = _known_as(surface, kb.candidates(surface))
    if not known.things:
        return known
    more = 1.5 if " " in surface else _score_of_word(text, surface)
    things = (thing._replace(score=thing.score + more) for thing in known.things)
    return _Meant(known.person, tuple(thing for thing in things if thing.score > -_MOST_THAT_SIGNS_ADD))


@functools.lru_cache(1 << 12)
def _known_as(surface: str, candidates: tuple[Candidate, ...]) -> _Meant:
    """What *surface* may mean in any text, each with what its name and renown say for it."""
    named = [each.item for each in candidates if each.item.kind == "person" and each.how <= How.ALIAS]
    person = max(named, key=lambda item: (item.known_by, -item.number), default=None)
    things = tuple(
        _Thing(item, _score_by_name(surface, item), signs)
        for kind, signs in _KINDS
        if (item := _best_known(candidates, kind, surface))
    )
    is_person = person is not None and all(each.item.kind == "person" for each in candidates)
    return _Meant(person if is_person else None, things)


_LIKELIER = 0.7
"""So much likelier must one kind be than the other."""


_CALLED_AFTER = re.compile(r"(?i:\b(?:uss|hms|hmas|hmcs|rms|carrier|destroyer|frigate|submarine|yacht|ship)[ \xa0])$")
"""What stands before the name of a ship that is called after somebody."""


def _is_whole(run: Sequence[Word], first: int, last: int, text: str) -> bool:
    """Whether the words are no part of a longer name: what stands beside them is a title, or opens the sentence."""
    if not _ends_name(run, last, text) or _CUT.search(text, max(0, run[first].start - 12), run[first].start):
        return False
    if first == 0:
        return True
    before = run[first - 1]
    if run[first].before:
        return _is_apart(run, first)
    return before.text not in _BEGINNINGS and (
        before.text in word_set("function_words")
        or is_calendar(before.text)
        or before.text in word_set("country_attributive")
        or before.text.lower() in word_set("title_modifiers")
        or before.text in _SIDES
        or (first == 1 and _opens(text, before.start) and before.text.lower() in word_set("ordinary_words"))
    )


def _is_apart(run: Sequence[Word], first: int) -> bool:
    """Whether a name can begin at *first*, behind small words: "Bank and Boeing", "Mayor of London"."""
    joiner = run[first].before
    if joiner.startswith("at"):
        return not any(word.text in {"University", "College"} for word in run[:first])
    if _APART.match(joiner):
        return True
    return joiner.startswith("of") and is_title(run[first - 1].text)


_CUT = re.compile(r"\b(?:St|Ste|Mt|Ft)\.[ \xa0]$|\b[vV]s?\.?[ \xa0]$")
"""What stands before the rest of a name ("St. Charles County"), or between the parties of a case ("Quill v. Ohio")."""
_BEGINNINGS = frozenset(
    (
        *("East", "El", "Fort", "Great", "La", "Las", "Little", "Los", "Mount", "New", "North", "Port", "Saint", "San"),
        *("Santa", "South", "West"),
    )
)
"""First words of places that another place may be called after: "New York City"."""
_SIDES = frozenset(("Northern", "Southern", "Eastern", "Western", "Central", "Upper", "Lower", "Downtown"))


def _ends_name(run: Sequence[Word], last: int, text: str) -> bool:
    """Whether no more of a name follows the word *last*: neither another word nor a number ("San Francisco 49ers")."""
    if last + 1 < len(run):
        return _may_follow(run[last + 1])
    return _GOES_ON.match(text, run[last].end) is None


_GOES_ON = re.compile(r"[ \xa0](?:\d+(?:ers|st|nd|rd|th)\b|v\.|vs\.?)|-[A-Z]")


def _may_follow(word: Word) -> bool:
    """Whether the next word of the run leaves the name whole: "Texas Governor", "Google and", "Boeing Monday"."""
    if word.before:
        return _APART.match(word.before) is not None
    return (
        is_title(word.text)
        or word.text.lower() in word_set("title_modifiers")
        or word.text in word_set("honorifics")
        or is_calendar(word.text)
    )


def _opens(text: str, start: int) -> bool:
    return _OPENING.search(text, max(0, start - 4), start) is not None or start == 0


_OPENING = re.compile(r"(?:^|[.!?:;”\"“‘*–—]\s*|\n\s*)$")


def _best_known(candidates: Sequence[Candidate], kind: str, surface: str) -> Item | None:
    """The best known item of this *kind* that is written like *surface*."""
    alike = [
        each.item
        for each in candidates
        if each.item.kind == kind and each.how <= How.SHORT and _is_written(surface, each.item)
    ]
    return max(alike, key=lambda item: (item.known_by, -item.number), default=None)


def _is_written(surface: str, item: Item) -> bool:
    """Whether capitals stand where the item's names have them, but for whole words in capitals: "Nato", "BERLIN"."""
    names = (item.label, *item.aliases)
    if " " in surface:
        if surface in names:
            return True
        folded = key(surface)
        return any((" " in name or "-" in name) and key(name) == folded for name in names)
    for name in names:
        if surface in name.split() or surface == name:
            return True
        if name.isupper() and surface == name.capitalize() and len(name) > _SHORT_ACRONYM:
            return True
    return surface.isupper() and len(surface) > _SHORT_ACRONYM


_SHORT_ACRONYM = 3


def _renown(item: Item) -> float:
    return min(1.0, math.log1p(item.known_by) / math.log1p(300))


def _score_by_name(surface: str, item: Item) -> float:
    """What speaks for *item* wherever *surface* stands: renown, and that it is named so to the letter."""
    score = 3.0 * _renown(item) - 2.0
    return score + 0.3 if surface in {item.label, *item.aliases} else score


def _score_of_word(text: str, word: str) -> float:
    """What a single *word* loses: it may be an ordinary one, a given name, or somebody's surname."""
    lower, index = word.lower(), concordance(text)
    places = index.places_of(word)
    lost = _lost(word)
    if index.places_of(lower):
        lost += 1.0
    if len(places) == 1 and _opens(text, places[0]):
        lost += 0.5
    if any(_beside_person(text, place) for place in places[:_MOST_LOOKED_AT]):
        lost += 3.0
    return -lost


@functools.lru_cache(1 << 12)
def _lost(word: str) -> float:
    """What a single *word* loses in any text."""
    lost = 0.0
    if word.lower() in word_set("ordinary_words"):
        lost += 2.5
    if word in word_set("given_names"):
        lost += 1.5
    return lost + 1.0 if len(word) <= _SHORT_ACRONYM and not word.isupper() else lost


_MOST_THAT_SIGNS_ADD = 6.1
_MOST_LOOKED_AT = 30


def _beside_person(text: str, start: int) -> bool:
    """Whether the word at *start* is a surname: an honorific or a given name stands before it."""
    floor = max(0, start - 30)
    if text[text.rfind(" ", floor, start - 1) + 1 : start].islower():
        return False
    before = _BEFORE.search(text, floor, start)
    return before is not None and (
        before["word"].rstrip(".") in _honorifics() or before["word"] in word_set("given_names")
    )


@functools.cache
def _honorifics() -> frozenset[str]:
    return frozenset(each.rstrip(".") for each in word_set("honorifics"))


_BEFORE = re.compile(r"(?P<word>[A-Z][\w’'-]*\.?)(?:[ \xa0][A-Z]\.)?[ \xa0]$")


def _as_organization(text: str, start: int, end: int) -> float:
    score = 0.0
    if text[max(0, start - 1) : start] == "(" and text[end : end + 1] == ")":
        score -= 2.0  # a work behind the name of who made it: "Nora Quist (The Stand)"
    if _COUNTED.search(text, max(0, start - 12), start) or _MODEL.match(text, end):
        score -= 4.0
    if _organization_before().search(text, max(0, start - 40), start):
        score += 1.8
    elif _DEALING.stands(text, start):
        score += 0.5
    if _organization_behind().match(text, end):
        score += 1.5
    return score


@functools.cache
def _organization_before() -> re.Pattern[str]:
    kinds = (
        "company", "firm", "giant", "retailer", "maker", "carmaker", "automaker", "bank", "airline", "broadcaster",
        "newspaper", "magazine", "agency", "group", "club", "side", "party", "startup", "platform", "app", "chain",
        "operator", "producer", "supplier", "brand", "network", "website", "outlet", "rival", "developer",
    )  # fmt: skip
    return re.compile(rf"\b(?:{any_of(*kinds)}|shares\s+(?:in|of)|employees\s+(?:at|of)|owned\s+by|told)[ \xa0]$")


_COUNTED = re.compile(r"\d[ \xa0]?$")
"""A number before the words: they are a unit, "80 Hertz"."""
_MODEL = re.compile(r"[ \xa0](?:[A-Z]+-?)?\d{1,4}[A-Z]{0,2}\b(?![ \xa0](?:million|billion|percent|per))")
"""What stands behind a brand: "Ryzen 7"."""
_DEALING = Before("with", "by", "for", "against", "at", "the")


@functools.cache
def _organization_behind() -> re.Pattern[str]:
    verbs = any_of(*words("speech_verbs"), "reported", "posted", "launched", "unveiled", "hired", "acquired", "plans")
    owned = any_of(
        "shares", "stock", "chief", "CEO", "employees", "executives", "customers", "users", "staff", "board",
        "headquarters", "chairman", "chairwoman", "founder", "co-founder", "spokesman", "spokeswoman", "spokesperson",
        "profits", "revenue", "sales", "boss", "owner", "parent", "products", "shareholders", "investors", "analyst",
    )  # fmt: skip
    return re.compile(rf"(?:[’']s?)?[ \xa0](?:{verbs}|{owned})(?!\w)")


def _as_place(text: str, start: int, end: int) -> float:
    score = 0.0
    if _WHERE.stands(text, start):
        score += 2.0
    elif _OF.stands(text, start):
        score += 0.8
    if _REGION.match(text, end):
        score += 1.5
    if text.endswith(", ", 0, start) and _TOWN.search(text, max(0, start - 30), start):
        score += 1.5
    if end - start == len("TX") and text[start:end].isupper() and not text.endswith(", ", 0, start):
        score -= 3.0  # the letters of a state stand behind a town and a comma only
    if _RECORD.match(text, end) or _AGAINST.stands(text, start):
        score -= 3.0
    if (start == 0 or text[start - 1] == "\n") and _DATELINE.match(text, end):
        score += 2.5
    return score


_WHERE = Before(
    *("in", "near", "outside", "across", "around", "throughout", "into", "toward", "towards", "north of", "south of"),
    *("east of", "west of", "northern", "southern", "eastern", "western", "central", "downtown", "city of"),
    *("cities of", "town of", "province of", "state of", "village of", "region of", "off", "at", "from", "to"),
    *("between", "through", "via", "over"),
    may_have_article=True,
)
_TOWN = re.compile(r"\b[A-Z][\w’'-]+, $")
_RECORD = re.compile(r" \(?\d+-\d+")
_AGAINST = Before(
    *("against", "beat", "beats", "beating", "defeated", "defeats", "defeating", "face", "faced", "faces", "versus"),
    *("vs", "vs.", "loss to", "lost to", "win over", "win against", "wins against", "over"),
    may_have_article=True,
)
"""What stands beside a town whose team is meant."""
_OF = Before("of", "for", "and", "or", "the", may_have_article=True)
_REGION = re.compile(r", [A-Z][\w.]+(?: [A-Z]\w+)?[,.)]")
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]{2,30})? ?(?:\([\w /.]{2,30}\) ?)?(?:-|–|—|--) ")

_KINDS: tuple[tuple[str, Callable[[str, int, int], float]], ...] = (
    ("organization", _as_organization),
    ("place", _as_place),
)
