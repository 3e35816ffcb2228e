"""Names that their neighbours show to be places or people, though the weights alone are not sure."""

import functools
from collections.abc import Collection, Iterable, Iterator, Sequence

from ld.extract.entities.typer.model import TYPES, Typed
from ld.extract.entities.typer.place_cues import cue_of_place
from ld.extract.entities.typer.sure_gaps import HOLIDAYS
from ld.extract.entities.typer.thresholds import thresholds
from ld.extract.entities.typer.tokens import Tokens
from ld.extract.entities.typer.word_facts import word_facts
from ld.extract.phrases.capitalised import is_title
from ld.text.lexicon import word_set


def cue_of(text: str, found: Tokens, typed: Typed) -> str:
    """The cue in the text that the name is a place's, or "" if there is none or the name is more likely another's."""
    words, limits = typed.name.words, thresholds()
    if is_title(words[0]) or words[0] in _called() or (len(words) == 1 and _is_no_place(words[0])):
        return ""
    cues = (cue_of_place(text, found.starts[first], found.end(last)) for first, last in typed.name.spots)
    cue = next((cue for cue in cues if cue), None)
    if cue is None or cue.strength == "sure":
        return cue.words if cue else ""
    is_rival = typed.type not in {"place", "none"} and typed.probability >= limits["uncued"]
    is_rival = is_rival or (cue.strength == "where" and _is_somebody(typed))
    is_known = len(words) > 1 and any(feature.startswith("kb=place") for feature in typed.features.own)
    is_likely = typed.probabilities[TYPES.index("place")] >= limits["cued_place"]
    return cue.words if is_known or (is_likely and not is_rival) else ""


def _is_somebody(typed: Typed) -> bool:
    """Whether the name begins with a given name, or is part of a person's name in the text."""
    if len(typed.name.words) > 1:
        return word_facts(typed.name.words[0]).given == "given"
    return not _OF_PEOPLE.isdisjoint(typed.features.own)


_OF_PEOPLE = frozenset(("T:last=person", "T:first=person"))


def _is_no_place(word: str) -> bool:
    """Whether *word* is the adjective of a country, a people or a faith, a kind of place, or a holiday."""
    is_kind = word in word_set("typer/heads_of_places") or word.lower() in word_set("typer/kinds_of_places")
    is_of_people = word in word_set("typer/peoples") or word_facts(word).country == "demonym"
    return is_kind or is_of_people or word in HOLIDAYS


@functools.cache
def _called() -> frozenset[str]:
    """Forms of address before people's names."""
    return frozenset(each.rstrip(".") for each in word_set("honorifics"))


def may_be_listed(typed: Typed) -> bool:
    """Whether *typed*, on which the weights are unsure, counts if its neighbours on a list have its type."""
    if len(typed.name.spots) > _FEW or typed.probability < thresholds()["listed"]:
        return False
    is_full = len(typed.name.words) > 1 and not any(word_facts(word).is_ordinary for word in typed.name.words)
    return typed.type == "place" or (typed.type == "person" and is_full)


_FEW = 3
"""A name that occurs more often has more context than a list."""


def beside_alike(found: Tokens, unsure: Sequence[Typed], alike: Iterable[tuple[int, int]]) -> Iterator[Typed]:
    """Those of *unsure* on a list with one of *alike*, names of their type, or with another one so found.

    "Oslo, NAME and Bern", "from Oslo to NAME", "Nora Quist and NAME".
    """
    spans = list(alike)
    starts, ends = {start for start, _ in spans}, {end for _, end in spans}
    rest = list(unsure)
    while rest:
        listed = [
            typed for typed in rest if any(_is_listed(found, typed, spot, starts, ends) for spot in typed.name.spots)
        ]
        if not listed:
            return
        rest = [typed for typed in rest if typed not in listed]
        for typed in listed:
            yield typed
            starts |= {found.starts[first] for first, _ in typed.name.spots}
            ends |= {found.end(last) for _, last in typed.name.spots}


def _is_listed(
    found: Tokens, typed: Typed, spot: tuple[int, int], starts: Collection[int], ends: Collection[int]
) -> bool:
    """Whether "and" joins the name at *spot* to another.

    So do "or" and "to" between places, and a comma if a list continues after it; after people, commas explain.
    """
    first, last = spot
    words, gaps = found.words, found.gaps
    is_place = typed.type == "place"
    joins = _BETWEEN_PLACES if is_place else _JOINS
    follows = first > 1 and words[first - 1] in joins and (is_place or gaps[first - 1] == " ")
    precedes = last + 2 < len(words) and words[last + 1] in joins and (is_place or gaps[last + 1] == " ")
    if (follows and found.end(first - 2) in ends) or (precedes and found.starts[last + 2] in starts):
        return True
    goes_on = gaps[last + 1] == ", " or precedes
    return is_place and goes_on and gaps[first] == ", " and first > 0 and found.end(first - 1) in ends


_JOINS = frozenset(("and",))
_BETWEEN_PLACES = frozenset(("and", "or", "to"))
