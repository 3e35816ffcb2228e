"""Whom and what the knowledge base has by the very words of the text, where signs say that they are meant."""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ld.extract.capitalised import is_calendar, is_title
from ld.extract.concordance import concordance
from ld.extract.country_names import surfaces
from ld.extract.name_signs import REGIONS, as_organization, as_place, follows_town, is_where
from ld.extract.other_senses import is_called_after, is_persons, is_within_title
from ld.extract.spans import Spans
from ld.extract.sport import is_of_sport, is_there
from ld.extract.words import CAPITALISED, word_set
from ld.kb import Candidate, How, Item, Lookup
from ld.kb.names import key
from ld.kb.names import words as folded_words


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
    reader = _Reader(text, kb, titles)
    others = Spans(taken)
    found: list[KnownName] = []
    for run in _runs(text):
        first = 0
        while first < len(run):
            if run[first].text in _NO_BEGINNING:
                first += 1
                continue
            name, last = reader.name_at(run, first)
            if name and not others.overlapping(name.start, name.end):
                found.append(name)
                first = last + 1
            else:
                first += 1
    surnames = {text[: name.end].rpartition(" ")[2] for name in found if name.item.kind == "person"}
    found = [name for name in found if name.item.kind == "person" or text[name.start : name.end] not in surnames]
    elsewhere = {text[name.start : name.end] for name in found if not reader.in_title(name.start)}
    return [
        name
        for name in found
        if not reader.in_title(name.start)
        or text[name.start : name.end] in elsewhere
        or " " in text[name.start : name.end]
    ]


_NO_BEGINNING = word_set("function_words") - {"New"}
"""No name begins so that the knowledge base does not have without it, too: "The"."""


class _Word(NamedTuple):
    """A capitalised word, and the small words *before* it: "of the"."""

    start: int
    end: int
    text: str
    before: str


def _runs(text: str) -> Iterator[list[_Word]]:
    """The runs of capitalised words with what joins them: "Bank of England and Treasury" is one."""
    end = -1
    run: list[_Word] = []
    for match in _WORD.finditer(text):
        start, word = match.start(), match[0]
        gap = text[end:start]
        if gap == " " and run:
            before = ""
        elif run and _JOINED.fullmatch(gap):
            before = " ".join(gap.split())
        else:
            if run:
                yield run
            run, before = [], ""
        end = match.end()
        if "-" in word:
            stem = _COMPOUND.sub("", word)
            word = stem if len(stem) > 1 else word  # "X-rated" says nothing of X
        run.append(_Word(start, start + len(word), word, before))
    if run:
        yield run


_WORD = re.compile(
    r"(?<![\w@#/.-])(?:"
    r"(?<=, )[A-Z][a-z]{1,5}\.(?=[,;)]| [a-z])"  # a state behind its town: "Dover, Del."
    r"|(?:[A-Z]\.){2,}"  # "U.N."
    r"|[A-Z]\.(?=[ \xa0][A-Z])"  # an initial: "J. Quill"
    r"|[A-Z]+&[A-Z]+"  # "AT&T"
    rf"|{CAPITALISED})"
)
_JOINED = re.compile(
    r"(?:[’']s)?[ \xa0](?:(?:of|the|and|&|at|for|on|de|la|le|du|des|del|di|da|do|van|von|y|et)[ \xa0]){0,2}"
)
_APART = re.compile(r"(?:[’']s\b|and|&|at|for|on|y|et)(?:$| )")
"""Joiners at which a name may end and another begin."""
_COMPOUND = re.compile(r"-(?:[a-z]+ed|led|run|based|born|built|style|wide|area|owned|listed|backed)$")
_LONGEST = 7


class _Reader:
    """What is asked of one text again and again, each answer kept."""

    def __init__(self, text: str, kb: Lookup, titles: Sequence[tuple[int, int]]) -> None:
        self._text, self._kb = text, kb
        self._titles = Spans(titles)
        self._folded: dict[str, str] = {}
        self._meant: dict[str, _Meant] = {}

    def in_title(self, offset: int) -> bool:
        """Whether the line at *offset* is one in which any word may have a capital."""
        return bool(self._titles.overlapping(offset, offset + 1))

    def name_at(self, run: Sequence[_Word], first: int) -> tuple[KnownName | None, int]:
        """The longest name that begins at the word *first* of *run*, and its last word."""
        folded = self._fold(run[first].text)
        known = [first] if self._kb.may_name(folded) else []
        for index in range(first + 1, min(len(run), first + _LONGEST)):
            word = run[index]
            folded += self._fold(word.before) + self._fold(word.text) if word.before else self._fold(word.text)
            if self._kb.may_name(folded):
                known.append(index)
        for last in reversed(known):
            if name := self._name(run, first, last):
                return name, last
        return None, first

    def _fold(self, word: str) -> str:
        folded = self._folded.get(word)
        if folded is None:
            folded = self._folded[word] = "".join(folded_words(word))
        return folded

    def _name(self, run: Sequence[_Word], first: int, last: int) -> KnownName | None:
        text, start, end = self._text, run[first].start, run[last].end
        meant = self._meant_by(" ".join(text[start:end].split()))
        is_full = first < last and not run[last].before and _ends_name(run, last, text)
        if meant.person and is_full and not is_called_after(text, start):
            return KnownName(start, end, meant.person)
        if not meant.things or not _is_whole(run, first, last, text):
            return None
        if is_within_title(text, start) and not self.in_title(start):
            return None
        likely = [
            (score, thing.item)
            for thing in meant.things
            if (score := thing.score + thing.signs(text, start, end, thing.item)) > 0
            and not self._is_team(thing.item, start, end)
        ]
        likely.sort(key=lambda each: -each[0])
        if not likely or (len(likely) > 1 and likely[0][0] - likely[1][0] < _LIKELIER):
            return None
        item = likely[0][1]
        if meant.region and item.kind == "place" and follows_town(text, start):
            item = meant.region
        return KnownName(start, end, item)

    def _is_team(self, item: Item, start: int, end: int) -> bool:
        """Whether a town is rather its team: in a report on sport, where nothing says that something lies there."""
        if item.kind != "place" or not is_of_sport(self._text):
            return False
        return not is_there(self._text, start) or (item.type in _TEAMED and self._text[end : end + 1] in {"’", "'"})

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
    signs: Callable[[str, int, int, Item], float]


class _Meant(NamedTuple):
    """What a surface form may mean, wherever in the text it stands; the *region* behind the name of a town."""

    person: Item | None = None
    things: tuple[_Thing, ...] = ()
    region: Item | None = None


def _meant(text: str, surface: str, kb: Lookup) -> _Meant:
    """The items that *surface* may mean in *text*: of each kind the best known that is written so."""
    if surface in word_set("function_words") or is_calendar(surface) or is_title(surface):
        return _Meant()
    candidates = kb.candidates(surface)
    named = [each.item for each in candidates if each.item.kind == "person" and each.how <= How.ALIAS]
    person = max(named, key=lambda item: (item.known_by, -item.number), default=None)
    things = [
        _Thing(item, score, signs)
        for kind, signs in _KINDS
        if (item := _best_known(candidates, kind, surface))
        and (surface not in surfaces() or (kind == "place" and item.label == surface))  # "Mexico" is no capital
        and (score := _score(text, surface, item) - _shared(surface, item, kb) - _far_afield(text, surface, item))
        > -_MOST_THAT_SIGNS_ADD
    ]
    is_person = person is not None and all(each.item.kind == "person" for each in candidates)
    regions = [each for each in candidates if each.item.type.startswith(REGIONS)]
    return _Meant(person if is_person else None, tuple(things), _best_known(regions, "place", surface))


_TEAMED = frozenset(("city", "state", "town"))
_LIKELIER = 0.7
"""So much likelier must one kind be than the other."""


def _is_whole(run: Sequence[_Word], first: int, last: int, text: str) -> bool:
    """Whether the words are no part of a longer name: what stands beside them is a title, or opens the sentence."""
    if not _ends_name(run, last, text) or _CUT.search(text, max(0, run[first].start - 12), run[first].start):
        return False
    if first == 0:
        return True
    before = run[first - 1]
    if run[first].before:
        return _is_apart(run, first)
    if len(run[first].text) == 1 and first == last:  # "Saw X" counts on
        return False
    return before.text not in _BEGINNINGS and (
        before.text in word_set("function_words")
        or is_calendar(before.text)
        or before.text in word_set("country_attributive")
        or before.text.lower() in word_set("title_modifiers")
        or before.text in _SIDES
        or (first == 1 and _opens(text, before.start) and before.text.lower() in word_set("ordinary_words"))
    )


def _is_apart(run: Sequence[_Word], first: int) -> bool:
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


def _ends_name(run: Sequence[_Word], last: int, text: str) -> bool:
    """Whether no more of a name follows the word *last*: neither another word nor a number ("San Francisco 49ers")."""
    if last + 1 < len(run):
        if run[last + 1].text == "State" and not run[last + 1].before:  # "Ohio State" is a university
            return last + 2 < len(run) and is_title(run[last + 2].text)
        return _may_follow(run[last + 1])
    return _GOES_ON.match(text, run[last].end) is None


_GOES_ON = re.compile(r"[ \xa0](?:\d+(?:ers|st|nd|rd|th)\b|v\.|vs\.?)|-[A-Z]|[+$€£]")


def _may_follow(word: _Word) -> bool:
    """Whether the next word of the run leaves the name whole: "Texas Governor", "Google and", "Boeing Monday"."""
    if word.before:
        return _APART.match(word.before) is not None
    return (
        (is_title(word.text) and word.text != "Head")  # "Hilton Head"
        or word.text.lower() in word_set("title_modifiers")
        or word.text in word_set("honorifics")
        or is_calendar(word.text)
    )


def _opens(text: str, start: int) -> bool:
    return _OPENING.search(text, max(0, start - 4), start) is not None or start == 0


_OPENING = re.compile(r"(?:^|[.!?:;”\"“‘*–—]\s*|\n\s*)$")


def _best_known(candidates: Sequence[Candidate], kind: str, surface: str) -> Item | None:
    """The best known item of this *kind* that is written like *surface*."""
    alike = (
        each.item
        for each in candidates
        if each.item.kind == kind and each.how <= How.SHORT and _is_written(surface, each.item)
    )
    return max(alike, key=lambda item: (item.known_by, -item.number), default=None)


def _is_written(surface: str, item: Item) -> bool:
    """Whether capitals stand where the item's names have them, but for whole words in capitals: "Nato", "BERLIN"."""
    if " " in surface:
        return any(" " in name or "-" in name for name in (item.label, *item.aliases) if key(name) == key(surface))
    for name in (item.label, *item.aliases):
        if surface in name.split() or surface == name:
            return True
        is_word = len(name) > _SHORT_ACRONYM and item.known_by >= _SAID_AS_A_WORD
        if name.isupper() and surface == name.capitalize() and is_word:
            return True
    if "." in surface and item.kind == "place":  # "M.D." is no state
        return False
    is_whole = key(surface) == key(item.label) or len(surface) > _LONGEST_ACRONYM  # "DACA" is no foreign name of Dhaka
    return surface.isupper() and len(surface) > _SHORT_ACRONYM and is_whole


_SHORT_ACRONYM = 3
_LONGEST_ACRONYM = 5
_SAID_AS_A_WORD = 60
"""From so many wikis on, what is written in capitals may be read as a word: "Nato"."""


def _renown(item: Item) -> float:
    return min(1.0, math.log1p(item.known_by) / math.log1p(300))


def _score(text: str, surface: str, item: Item) -> float:
    """What speaks for *item* wherever *surface* stands: renown, several words; an ordinary word says little."""
    score = 3.0 * _renown(item) - 2.0
    if surface in {item.label, *item.aliases}:
        score += 0.3
    return score + (1.5 if " " in surface else _score_of_word(text, surface))


def _shared(surface: str, item: Item, kb: Lookup) -> float:
    """What is lost where the one word is the surname of many: the more so by a place, which is told of as often."""
    few, many = _BEARERS[item.kind]
    if " " in surface or item.type.startswith(REGIONS):
        return 0.0
    return min(2.5, max(0, kb.bearers(surface) - few) / many)


def _far_afield(text: str, surface: str, item: Item) -> float:
    """What a club loses that is called by one word of its name in a text that is not of sport: "Chelsea"."""
    is_club = item.kind == "organization" and item.type.endswith("club")
    return 1.5 if is_club and " " not in surface and surface != item.label and not is_of_sport(text) else 0.0


_BEARERS = {"organization": (25, 40), "place": (5, 20)}
"""So few bearers of a surname in the knowledge base count for nothing; and so many more cost as much as a sign adds."""


def _score_of_word(text: str, word: str) -> float:
    """What a single *word* loses: it may be an ordinary one, a given name, or somebody's surname."""
    lower, index = word.lower(), concordance(text)
    places = index.places(frozenset((word,)))
    lost = 0.0
    if lower in word_set("ordinary_words"):
        lost += 2.5
    if word in word_set("given_names"):
        lost += 1.5
    if index.places(frozenset((lower,))):
        lost += 1.0
    if len(word) <= _SHORT_ACRONYM and not word.isupper():
        lost += 1.0
    if len(places) == 1 and _opens(text, places[0]):
        lost += 0.5
    if any(_beside_person(text, place) for place in places[:_MOST_LOOKED_AT]):
        lost += 3.0
    if any(
        is_persons(text, place, place + len(word)) and not is_where(text, place) for place in places[:_MOST_LOOKED_AT]
    ):
        lost += 3.0
    return -lost


_MOST_THAT_SIGNS_ADD = 6.1
_MOST_LOOKED_AT = 30


def _beside_person(text: str, start: int) -> bool:
    """Whether the word at *start* is a surname: an honorific or a given name stands before it."""
    before = _BEFORE.search(text, max(0, start - 30), start)
    return before is not None and (
        before["word"].rstrip(".") in {each.rstrip(".") for each in word_set("honorifics")}
        or before["word"] in word_set("given_names")
    )


_BEFORE = re.compile(r"(?P<word>[A-Z][\w’'-]*\.?)(?:[ \xa0][A-Z]\.)?[ \xa0]$")


_KINDS: tuple[tuple[str, Callable[[str, int, int, Item], float]], ...] = (
    ("organization", as_organization),
    ("place", as_place),
)
