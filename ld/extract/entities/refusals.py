"""Cases in which a rule is surer than the weights, or the base, that words are not a name of the kind they propose."""

import itertools
import re
from collections.abc import Collection

from ld.extract.entities.known.find import KnownName
from ld.extract.entities.organizations.find import is_one_of_many, is_sure
from ld.extract.entities.other_senses import (
    is_at_airport,
    is_called_after,
    is_company_town,
    is_of_building,
    is_of_show,
    is_relative,
    is_town_of_state,
)
from ld.extract.entities.people.candidates import Run
from ld.extract.entities.people.signs import is_company
from ld.extract.entities.places.find import capitals, seats
from ld.extract.entities.sport import is_of_sport, is_there
from ld.extract.entities.typer.typed_names import TypedName
from ld.extract.entities.typer.word_facts import is_country, word_facts
from ld.extract.phrases.capitalised import is_title
from ld.extract.phrases.tags import is_state
from ld.kb import How, Lookup
from ld.text.before import search_before
from ld.text.lexicon import word_set
from ld.text.reading import Reading
from ld.text.spans import Spans


def is_refused(text: Reading, name: TypedName, states: Spans) -> bool:
    """Whether *name*, proposed by the weights in *text*, is wrong; *states* are the spans of country names."""
    start, end = name.start, name.end
    words = text[start:end].split()
    if " ".join(words) in word_set("entities/no_names"):
        return True
    is_of_state = bool(states.overlapping(start, end))
    if name.kind == "organization":
        return _is_no_organization(text, name, words, is_of_state=is_of_state)
    if name.kind == "place":
        is_told = name.words > 1 and name.cue  # "the Jordan Valley"
        return (
            (is_of_state and not is_told)
            or (len(words) > _WEAK and " ".join(words[-2:]) in word_set("entities/organization_false_names"))
            or is_of_treaty(text, start, end)
            or is_of_show(text, start, end)
            or (is_of_sport(text) and name.cue not in _GROUNDS and not is_there(text, start, end))
        )
    return (
        is_called_after(text, start)
        or is_town_of_state(text, start, end)
        or is_of_building(text, end)
        or _ends_before_name(text, end, words[-1])
        or (words[0] in _NOBODY and words[-1] == "Doe")
        or (name.words > 1 and is_company(text, Run(start, end, " ".join(words))))
    )


def _ends_before_name(text: str, end: int, last: str) -> bool:
    """Whether a name that ends at *end* with the word *last* is cut: before a name's rank, or after an initial.

    "Ohio Sen" of "Ohio Sen. Ada Quill", "Air Force Lieutenant" of "Air Force Lieutenant Colonel Ada Quill", "Adam Q" of
    "Adam Q. and Ada Quill".
    """
    if len(last) == 1:
        return text.startswith(".", end)
    is_rank = last in word_set("entities/ranks") or f"{last}." in word_set("honorifics")
    return is_rank and last not in _FAMILY_NAMES and _RANKED.match(text, end) is not None


_FAMILY_NAMES = frozenset(("Bishop", "Judge", "Justice", "Marshal", "Staff", "Tan", "President"))
_RANKED = re.compile(r"\.? [A-Z]")


_GROUNDS = word_set("typer/heads_of_built_places")
"""Last words of names that mean places even in reports on sport, where most others mean teams and schools."""


def _is_no_organization(text: Reading, name: TypedName, words: list[str], *, is_of_state: bool) -> bool:
    plain = " ".join(words)
    if _TAG.match(plain) and text[name.start - 1 : name.start] in {"(", " "}:
        return True
    if words[0] in _SAINTS and _OF_SAINT.match(text, name.end):
        return True
    if plain in seats() or plain in capitals() or _is_town_with_club(text, name) or _is_town_for(plain):
        return True
    if plain in _INDICES and text.startswith(("the ", "The "), max(0, name.start - 4)):
        return True
    if len(words) == 1:
        return is_of_state or _SEVERAL.fullmatch(plain) is not None or _is_spelled_otherwise(plain)
    return _names_somebody(words) or _is_no_body(text, name, words) or (is_of_state and not _is_form(words))


def _is_town_with_club(text: Reading, name: TypedName) -> bool:
    """Whether *text* is not about sport, and the base knows *name* as a well-known place and as no body but a club."""
    own = name.candidate.features.own
    is_only_club = "kb=place2" in own and not any(feature.startswith("kb=organization") for feature in own)
    return is_only_club and name.probability < _SURELY_CLUB and not is_of_sport(text)


_SURELY_CLUB = 0.8


def _is_town_for(name: str) -> bool:
    """Whether *name* is a place and what somebody went there for: "to Ohio for Labour Party meetings"."""
    town = _TOWN_FOR.match(name)
    return town is not None and (is_state(town[1]) or town[1] in capitals())


_TOWN_FOR = re.compile(r"([A-Z]\w+(?: [A-Z]\w+)?) for [A-Z]")
_INDICES = frozenset(("Dow", "Dow Jones", "Hang Seng", "NASDAQ", "Nasdaq", "Nikkei"))
"""Names that mean an index after an article: "the Dow Jones rose"."""


def _is_form(words: list[str]) -> bool:
    """Whether one of *words* shows that they name a body."""
    return not _HEADS.isdisjoint(words) or words[-1] in word_set("typer/body_ends")


_SEVERAL = re.compile(r"[A-Z]{2,}s")
"""Plurals of initials: "EVs", "SUVs"."""


def _is_spelled_otherwise(word: str) -> bool:
    """Whether *word* is a player's position, "QB", or a country spelled with hyphens: "U-S"."""
    return (word.isupper() and word in word_set("entities/ranks")) or is_country(word.replace("-", ""))


_SAINTS = frozenset(("St.", "St", "Saint"))
_OF_SAINT = re.compile(r"[’']s [A-Z]")
"""What follows a saint's name that only begins a longer one: "St. John’s High"."""

_TAG = re.compile(r"[DRI]-[A-Z]")
"""The tag after a legislator's name: "(D-Ohio)"."""


def _names_somebody(words: list[str]) -> bool:
    """Whether *words* contain a person's name: "Governor Ada Quill", "Welshwoman Ada Quill", "G.K. Quill"."""
    if not _HEADS.isdisjoint(words[-1:]):
        return False
    if _INITIALS.fullmatch(words[0]) and not is_country(words[0]):
        return len(words) == _INITIALS_AND_NAME
    pairs = itertools.pairwise(words[:-1])
    return any(_precedes_name(one) and word_facts(two).given for one, two in pairs)


def _precedes_name(word: str) -> bool:
    """Whether *word* is a title, a rank or an origin, which may precede a name."""
    return is_title(word) or word in word_set("entities/ranks") or _NATIVE.search(word) is not None


_INITIALS = re.compile(r"(?:[A-Z]\.){1,2}")
_INITIALS_AND_NAME = 2
_NATIVE = re.compile(r"[a-z](?:wo)?man$")


def is_of_treaty(text: str, start: int, end: int) -> bool:
    """Whether the place at *start* to *end* only identifies a treaty: "the Paris climate treaty"."""
    return _TREATY.match(text, end) is not None and search_before(_WHERE, text, start, _LONGEST) is None


_TREATY = re.compile(r"(?: [a-z-]+){0,2} (?:treaty|treaties|accords?|protocols?|pact|convention)\b")
_WHERE = re.compile(r"\b(?:in|near|from|to|at|around|outside|across) \Z")
_LONGEST = 10


def _is_no_body(text: str, name: TypedName, words: list[str]) -> bool:
    """Whether *words* mean a league, a prize, a law, a place, a ship, a title with its field, or a kind of body."""
    last = " ".join(words[-2:])
    return (
        last in word_set("entities/organization_false_names")
        or last in word_set("entities/building_ends")
        or words[0] in _SHIPS
        or words[-1] in word_set("entities/organization_other_ends")
        or words[-1] in _TITLES_IN_CAPITALS
        or _ends_before_name(text, name.end, words[-1])
        or (words[0] in word_set("entities/work_heads") and words[1].islower())
        or (is_title(words[0]) and _SMALL.search(text, name.start, name.end) is not None)
        or is_one_of_many(text, name.start, name.end)
        or (len(words) == _WEAK and not is_sure(text, name.start, name.end))
    )


_NOBODY = frozenset(("John", "Jane"))
"""With "Doe": placeholders for an unknown name."""
_TITLES_IN_CAPITALS = frozenset(("AG", "CEO", "CFO", "COO", "CTO", "DA", "MEP", "MP", "PM", "QC", "KC"))
_SHIPS = frozenset(("HMAS", "HMCS", "HMNZS", "HMS", "RMS", "USNS", "USS"))
"""Prefixes of the names of ships."""
_WEAK = 2
_SMALL = re.compile(r" (?:of|to|for|in) ")
_HEADS = (
    word_set("entities/organization_heads")
    | word_set("entities/organization_company_forms")
    | word_set("entities/company_words")
)


def is_none(text: Reading, hit: KnownName, states: Spans) -> bool:
    """Whether the words at *hit* name a country, a treaty or nothing at all: "DNA"."""
    words = text[hit.start : hit.end]
    return (
        _is_state(text, hit.start, hit.end, states)
        or words in word_set("entities/no_names")
        or words in word_set("typer/peoples")
        or _names_treaty(text, hit)
        or (hit.item.kind == "person" and is_of_building(text, hit.end))
        or (hit.item.kind != "person" and " " not in words and is_relative(text, hit.start))
        or (hit.item.kind == "place" and " " not in words and is_company_town(text, words))
        or (hit.item.type == "airport" and words.isupper() and not is_at_airport(text, hit.start, hit.end))
    )


def _is_state(text: str, start: int, end: int, states: Spans) -> bool:
    """Whether the text at *start* to *end* is a single word that names a country."""
    return " " not in text[start:end] and bool(states.overlapping(start, end))


def _names_treaty(text: str, hit: KnownName) -> bool:
    return hit.item.kind == "place" and is_of_treaty(text, hit.start, hit.end)


def is_doubted(text: str, name: TypedName, kb: Lookup, meant: Collection[str]) -> bool:
    """Whether *kb* knows a body or a place by these one or two words, but no sign shows that it is meant."""
    words = text[name.start : name.end]
    if (
        name.kind == "person"
        or name.cue
        or name.probability >= _SURELY[name.kind]
        or words in meant
        or words.count(" ") > 1
    ):
        return False
    if name.kind == "place" and (
        words.isupper() or text.startswith(", ", name.end) or search_before(_PREPOSITION, text, name.start, _REACH)
    ):
        return False
    return any(each.item.kind == name.kind and each.how <= How.SHORT for each in kb.candidates(words))


_PREPOSITION = re.compile(r"\b(?:in|near|to|from|at|into|outside|across|around|toward|towards|of) $")
_REACH = 10
_SURELY = {"organization": 0.7, "place": 0.82}
