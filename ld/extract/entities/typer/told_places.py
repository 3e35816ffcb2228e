"""Names that the words beside them make places, though the weights alone are not sure of it."""

import functools
from collections.abc import Collection, Iterable, Iterator, Sequence

from ld.extract.entities.typer.model import TYPES, Typed
from ld.extract.entities.typer.place_cues import cue_of_place
from ld.extract.entities.typer.thresholds import thresholds
from ld.extract.entities.typer.tokens import Tokens
from ld.extract.entities.typer.word_facts import word_facts
from ld.extract.phrases.capitalised import is_title
from ld.text.lexicon import word_set


def cue_of(text: str, found: Tokens, typed: Typed) -> str:
    """What the text says of the name where it stands, so that it is a place's, if it is not rather another's."""
    words, limits = typed.name.words, thresholds()
    if is_title(words[0]) or words[0] in _called() or _is_of_people(words):
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
    """Whether a given name opens the name, or it is a part of somebody's in the text."""
    if len(typed.name.words) > 1:
        return word_facts(typed.name.words[0]).given == "given"
    return not _OF_PEOPLE.isdisjoint(typed.features.own)


_OF_PEOPLE = frozenset(("T:last=person", "T:first=person"))


def _is_of_people(words: Sequence[str]) -> bool:
    """Whether a single word is the adjective of a country, a people or a faith."""
    return len(words) == 1 and (words[0] in word_set("typer/peoples") or word_facts(words[0]).country == "demonym")


@functools.cache
def _called() -> frozenset[str]:
    """What people are called by, before their names."""
    return frozenset(each.rstrip(".") for each in word_set("honorifics"))


def beside_places(
    found: Tokens, unsure: Sequence[Typed], places: Iterable[tuple[int, int]]
) -> Iterator[tuple[Typed, str]]:
    """Those of *unsure* that are on a list with one of *places*, or with one so found, and what joins them.

    "Oslo, NAME and Bern", "from Oslo to NAME".
    """
    spans = list(places)
    starts, ends = {start for start, _ in spans}, {end for _, end in spans}
    rest = [typed for typed in unsure if len(typed.name.spots) <= _FEW]
    while rest:
        listed = [typed for typed in rest if any(_is_listed(found, spot, starts, ends) for spot in typed.name.spots)]
        if not listed:
            return
        rest = [typed for typed in rest if typed not in listed]
        for typed in listed:
            yield typed, "and"
            starts |= {found.starts[first] for first, _ in typed.name.spots}
            ends |= {found.end(last) for _, last in typed.name.spots}


def _is_listed(found: Tokens, spot: tuple[int, int], starts: Collection[int], ends: Collection[int]) -> bool:
    """Whether "and", "or" or "to" joins the name at *spot* to a place, or a comma does and a list goes on behind it."""
    first, last = spot
    words, gaps = found.words, found.gaps
    joins_before = first > 1 and words[first - 1] in _JOIN and found.end(first - 2) in ends
    follows = gaps[first] == ", " and first > 0 and found.end(first - 1) in ends
    joins_behind = last + 2 < len(words) and words[last + 1] in _JOIN and found.starts[last + 2] in starts
    goes_on = gaps[last + 1] == ", " or (last + 1 < len(words) and words[last + 1] in _JOIN)
    return joins_before or joins_behind or (follows and goes_on)


_FEW = 3
"""Who is named again and again is told by more than a list."""
_JOIN = frozenset(("and", "or", "to"))
