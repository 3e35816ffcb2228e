"""The names that the weights find: people, organizations and places, each with its probability."""

import functools
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from ld.extract.entities.typer.knowledge import Knowledge
from ld.extract.entities.typer.model import TYPES, Type, Typed, prepare, type_candidates, weights
from ld.extract.entities.typer.no_names import HEADS, LETTERS_OF_STATE, is_no_name
from ld.extract.entities.typer.ranks import postnominals_of, rank_of
from ld.extract.entities.typer.reasons import reason
from ld.extract.entities.typer.thresholds import extremes, thresholds
from ld.extract.entities.typer.tokens import Tokens
from ld.extract.entities.typer.told_names import beside_alike, cue_of, may_be_listed
from ld.extract.entities.typer.word_facts import word_facts
from ld.kb import Lookup
from ld.text.lexicon import any_of, word_set, words
from ld.text.reading import Reading

Kind = Literal["person", "organization", "place"]


class TypedName(NamedTuple):
    """A name of *kind*, with the number of its *words*, typed by everything that the text says about the candidate."""

    start: int
    end: int
    kind: Kind
    words: int
    candidate: Typed
    cue: str = ""
    """Words of the text that show that it is a place, or ""."""

    @property
    def probability(self) -> float:
        """The probability of the kind."""
        return self.candidate.probability

    @property
    def because(self) -> str:
        """The reasons for the kind."""
        told = reason(self.candidate, weights())
        return f"{told}; “{self.cue}” says so" if self.cue else told


def typed_names(text: Reading, kb: Lookup | None) -> list[TypedName]:
    """The names in *text* that are probable enough as people, organizations or places, in order, without overlaps.

    Any word in a title line may have a capital, so that no names are sought there.
    """
    prepared = prepare(text, Knowledge(kb), text.titles)
    tokens = prepared.tokens
    found: list[TypedName] = []
    unsure: list[Typed] = []
    for candidate in type_candidates(prepared, weights()):
        cue = cue_of(text, tokens, candidate)
        typed = _as(candidate, "place") if cue else _as_told(candidate)
        if typed.type not in _KINDS or is_no_name(typed, is_told=bool(cue)):
            continue
        if cue or _is_likely(text, tokens, typed):
            found += _mentions(text, tokens, typed, cue)
        elif may_be_listed(typed):
            unsure.append(typed)
    for kind in ("person", "place"):
        spans = [(name.start, name.end) for name in found if name.kind == kind]
        for typed in beside_alike(tokens, [typed for typed in unsure if typed.type == kind], spans):
            found += _mentions(text, tokens, typed, "and" if kind == "place" else "")
    return sorted(found, key=lambda name: name.start)


def _mentions(text: str, found: Tokens, typed: Typed, cue: str) -> Iterator[TypedName]:
    """The mentions of *typed*."""
    kind = _KINDS[typed.type]
    rank, behind = (rank_of(typed), postnominals_of(typed)) if kind == "person" else (0, 0)
    count = len(typed.name.words) - rank - behind
    for first, last in typed.name.spots:
        if not _is_of_a_case(found, first, last) and not _counts_something(found, first, last):
            yield TypedName(found.starts[first + rank], _end(text, found, last - behind), kind, count, typed, cue)


def _as(typed: Typed, kind: Type) -> Typed:
    return typed._replace(type=kind, probability=typed.probabilities[TYPES.index(kind)])


def _as_told(typed: Typed) -> Typed:
    """*typed* with the type given by words beside or inside it, unless that is too improbable: "regulator NAME"."""
    told = _told_kind(typed)
    if told is None or told == typed.type:
        return typed
    probability = typed.probabilities[TYPES.index(told)]
    return typed if probability < thresholds()["told"] else _as(typed, told)


def _told_kind(typed: Typed) -> Type | None:
    words = typed.name.words
    if len(words) > 1 and (words[0] in _PLACES_BEGIN or words[-1] in _PLACES_END):
        return "place"
    if _is_body_by_name(typed):
        return "organization"
    is_unseen = typed.type in {"none", "other"} and len(words) <= _FEW
    return "organization" if is_unseen and not _CALLED_BODY.isdisjoint(typed.features.beside) else None


_FEW = 3
_CALLED_BODY = frozenset(("p@company", "p@body", "p@media"))
_BODIES_END = frozenset(("Airlines", "Airways"))
_PLACES_BEGIN = frozenset(("Cape", "Lake", "Mount"))
_PLACES_END = frozenset(
    (
        *("Airport", "Alps", "Archipelago", "Arena", "Bay", "Canyon", "Coast", "Desert", "Falls", "Glacier", "Islands"),
        *("Mountains", "Peninsula", "Plateau", "Souk", "Souks", "Stadium", "Strait", "Valley"),
    )
)
"""First and last words of names of places, seldom of people and bodies."""


def _is_likely(text: str, found: Tokens, typed: Typed) -> bool:
    """Whether the type reaches its threshold of probability."""
    limits, (least, most) = thresholds(), extremes()
    if not least <= typed.probability < most:
        return typed.probability >= most
    is_town = typed.type == "place" and _is_in_region(text, found, typed)
    return typed.probability >= limits["called_place" if is_town else limit_of(typed)]


def _end(text: str, found: Tokens, last: int) -> int:
    """The end of a name, with the full stop of "Jr."."""
    end = found.end(last)
    return end + (found.words[last] in _SHORTENED and text[end : end + 1] == ".")


def _is_in_region(text: str, found: Tokens, typed: Typed) -> bool:
    """Whether a region follows the name at least once, which makes it a town's: "Quistford, Ohio"."""
    return any(_region().match(text, found.end(last)) for _, last in typed.name.spots)


@functools.cache
def _region() -> re.Pattern[str]:
    return re.compile(rf"[ ]?,[ ]{any_of(*words('places/provinces'))}(?!\w)", re.VERBOSE)


_SHORTENED = frozenset(("Jr", "Sr"))


def limit_of(typed: Typed) -> str:
    """The key of the threshold for a candidate: names in no list and no knowledge base need more."""
    words, own = typed.name.words, typed.features.own
    if typed.probability < max(typed.probabilities) or (typed.type == "organization" and _is_body_by_name(typed)):
        return "told"
    if not _CALLED.get(typed.type, frozenset()).isdisjoint(typed.features.beside) or _told_kind(typed) == "place":
        return f"called_{typed.type}"
    if typed.type == "person" and _is_alone(typed) and "famous" not in own:
        return "surname"
    known = any(feature.startswith(_KNOWN_AS[typed.type]) for feature in own) if typed.type in _KNOWN_AS else False
    if len(words) == 1 and typed.type != "person":
        known = known and not word_facts(words[0]).is_ordinary and any(map(_is_renown, own))
        if known and not any(feature.startswith(("kb=", "T:acro=")) for feature in own):
            return f"part_of_{typed.type}"
    is_pair = typed.name.smalls[1:] == ("and",)
    has_head = not (is_pair or HEADS.get(typed.type, frozenset()).isdisjoint(words)) or _ends_as_body(typed)
    return typed.type if known or has_head else f"unknown_{typed.type}"


def _ends_as_body(typed: Typed) -> bool:
    return typed.type == "organization" and typed.name.words[-1] in word_set("typer/body_ends")


def _is_body_by_name(typed: Typed) -> bool:
    """Whether the whole name identifies a body: an airline, or a well-known body and nothing else.

    A single word that is not an acronym is not enough.
    """
    name = typed.name
    if len(name.words) > 1 and name.words[-1] in _BODIES_END:
        return True
    is_long = len(name.words) > 1 or (name.name.isupper() and len(name.name) >= LETTERS_OF_STATE)
    return is_long and [each for each in typed.features.own if each.startswith("kb=")] == ["kb=organization2"]


def _is_alone(typed: Typed) -> bool:
    """Whether the name is a single word without a longer form in the text, and occurs once or is an ordinary word."""
    words = typed.name.words
    few = len(typed.name.spots) == 1 or word_facts(words[0]).is_ordinary
    return len(words) == 1 and few and "T:alone" in typed.features.own


def _is_renown(feature: str) -> bool:
    """Whether the feature means something well known by this name in the base, or a longer form of it in the text."""
    return feature.startswith(_SHORT_FOR) or (feature.startswith("kb=") and feature[-1] in "12")


_SHORT_FOR = ("T:acro=", "T:first=organization", "T:last=organization")


_CALLED: dict[Type, frozenset[str]] = {
    "organization": frozenset(f"{side}@{kind}" for side in ("p", "a") for kind in ("company", "body", "media")),
    "place": frozenset(("p@place", "a@place")),
    "person": frozenset(("p@rank", "p@post", "p@person", "p@family", "a@person", "a@post")),
}
"""Features of an apposition that gives the type: "the charity NAME", "Admiral NAME", "NAME, a lawyer"."""

_KNOWN_AS: dict[Type, tuple[str, ...]] = {
    "person": ("given|", "kb=person", "famous", "T:last=person", "T:first=person"),
    "organization": ("kb=organization", "kb=club", "T:acro=organization", *_SHORT_FOR[1:]),
    "place": ("kb=place",),
}
_KINDS: dict[Type, Kind] = {"person": "person", "organization": "organization", "place": "place"}


def _is_of_a_case(found: Tokens, first: int, last: int) -> bool:
    """Whether the words are a party to a case: "Quist v. Ohio"."""
    before, behind = found.words[first - 1 : first], found.words[last + 1 : last + 2]
    return any(word in _VERSUS for word in (*before, *behind))


_VERSUS = frozenset(("v", "vs"))


def _counts_something(found: Tokens, first: int, last: int) -> bool:
    """Whether the capitals only open a name or identify a currency: "S&P 500", "Radio 1", "HK$16,800"."""
    if found.gaps[last + 1].startswith(("$", "£", "€", "¥")):
        return True
    number = "".join(found.words[last + 1 : last + 2])
    is_numbered = found.words[last] == "Radio" or (first == last and found.words[last].isupper())
    return is_numbered and number.isdigit() and found.gaps[last + 1] in _SPACES


_SPACES = frozenset((" ", "\xa0"))
