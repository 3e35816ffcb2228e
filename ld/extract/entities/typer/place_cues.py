"""Cues beside or inside a name that it is a place, even if no list or knowledge base has it."""

import functools
import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from ld.text.before import Before, search_before
from ld.text.lexicon import CAPITALISED, any_of, word_set, words

Strength = Literal["sure", "kind", "where"]


class PlaceCue(NamedTuple):
    """The *words* that show that a name is a place's, and their *strength*.

    They are sure for any name, give the kind of place, or only a location: "north of".
    """

    words: str
    strength: Strength


def cue_of_place(text: str, start: int, end: int) -> PlaceCue | None:
    """The cue that the name at *start* to *end* is a place: "town of" before it, "south of" after it, its last word.

    With a cue that is not sure, the name may also be a person's or a body's ("north of Nora Quist", "Quist Ltd, south
    of Oslo"): the caller must rule that out.
    """
    if _NUMBER.match(text, end):
        return None
    words = text[start:end].split()
    if (head := _head(words)) and (article := search_before(_ARTICLE, text, start, _LONGEST_PREPOSITION)):
        is_built = words[-1] in word_set("typer/heads_of_built_places")
        if article["any"] is None or is_built or head in _BEGINNINGS or head in _PARKS:
            is_sure = article["sure"] is not None or (article["road"] is not None and is_built)
            return PlaceCue(head, "sure" if is_sure else "where" if article["any"] else "kind")
    return _before(text, start) or _behind(text, start, end)


def _head(words: Sequence[str]) -> str:
    """The words in a name of several *words* that make it a place's: "River", "National Park", "Mount"."""
    if len(words) == 1:
        return ""
    if " ".join(words[-2:]) in _PARKS:
        return " ".join(words[-2:])
    if words[-1] in word_set("typer/heads_of_places"):
        return words[-1]
    return words[0] if words[0] in _BEGINNINGS else ""


_BEGINNINGS = frozenset(("Camp", "Mount", "Mt", "Mt."))
_PARKS = frozenset(
    ("National Park", "State Park", "Regional Park", "Marine Park", "Nature Reserve", "State Forest", "National Forest")
)
_LONGEST_PREPOSITION = 18
_ARTICLE = re.compile(
    r"""
    (?: (?P<sure> (?:\bthe|(?<![\w,;:][ ])The)(?:[ ](?:lower|mid|old|upper))? )    # "the NAME River"
      | \b(?P<road> [Oo]n | [Aa]long | [Dd]own | [Oo]ff | onto | avoid )           # "on NAME Street"
      | \b(?:miles|kilomet(?:er|re)s|km)[ ]from
      | \b(?P<any> [Aa]t | [Ff]rom | [Oo]f | to | up | into | via | between | through )
      | \b(?: [Ii]n | [Nn]ear | outside | inside | across | around | towards? | over | above | beyond )
    )[ ]\Z
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(r"[ ]\d")
"""A number after the name marks an instalment of a game or a film, or a model: "the Dead Harbour 2"."""


def _before(text: str, start: int) -> PlaceCue | None:
    """The cue before the name: "town of", "miles north of", "suburbs of Quillhaven and"."""
    told = search_before(_of_kind(), text, start, _LONGEST) if text.endswith(_ENDS_OF_KINDS, 0, start) else None
    if told is None and text.endswith(_ENDS_OF_LISTS, 0, start):
        told = search_before(_listed(), text, start, _LONGEST_LIST)
    return _cue(told)


def _cue(told: re.Match[str] | None) -> PlaceCue | None:
    """The cue in the matching group of the pattern, which is named after its strength."""
    if told is None:
        return None
    return PlaceCue(told["kind"], "kind") if told["kind"] else PlaceCue(told["where"], "where")


_LONGEST = 30
_LONGEST_LIST = 100
_ENDS_OF_KINDS = ("of ", "of the ", "earby ", "earby the ")
_ENDS_OF_LISTS = ("including ", "such as ", ", ", "and ")
_COMPASS = r"\b(?:(?:north|south)(?:[-\s]?(?:east|west))?|east|west)(?:ern)?"


@functools.cache
def _of_kind() -> re.Pattern[str]:
    kinds = any_of(*words("typer/kinds_of_places"), *_plurals(), "outskirts", "mayor")
    return re.compile(
        rf"(?:(?P<kind>\b{kinds}[ ]of)|(?P<where>{_COMPASS}[ ]of|\b[Nn]earby))[ ](?:the[ ])?\Z", re.VERBOSE
    )


@functools.cache
def _listed() -> re.Pattern[str]:
    name = rf"{CAPITALISED}(?:[ ]{CAPITALISED}){{0,2}}"
    return re.compile(
        rf"""
        \b(?P<kind> {any_of(*_plurals(), "areas")} (?:[ ]of|,?[ ](?:including|such[ ]as)) ) [ ]
        (?: {name} (?: ,[ ](?:and[ ])? | [ ]and[ ] ) ){{0,5}} \Z
        """,
        re.VERBOSE,
    )


@functools.cache
def _plurals() -> tuple[str, ...]:
    kinds = words("typer/kinds_of_places")
    return tuple(f"{kind[:-1]}ies" if kind.endswith("ty") else f"{kind}s" for kind in kinds)


def _behind(text: str, start: int, end: int) -> PlaceCue | None:
    """The cue after the name: "village", ", north of", "on the east coast"."""
    cue = _cue(_lies().match(text, end))
    is_there = _WHERE.stands(text, start) or (cue and cue.strength == "kind" and text.endswith("the ", 0, start))
    return cue if is_there else None


_WHERE = Before(
    *("at", "in", "near", "outside", "inside", "across", "around", "throughout", "into", "to", "toward", "towards"),
    *("from", "of", "off", "on", "onto", "along", "between", "through", "down", "up", "via", "over", "above", "beyond"),
    may_have_article=True,
)


@functools.cache
def _lies() -> re.Pattern[str]:
    kinds = any_of(*words("typer/kinds_of_places"), *_plurals(), "airport", "area", "caves", "hills", "highlands")
    return re.compile(
        rf"""
          [ ](?P<kind>{kinds})\b                                             # " village"
        | ,?[ ](?P<where>
              (?:(?:just|about|some|around)[ ])?(?:\d[\d,.]*[ ]?(?:km|kilomet(?:er|re)s?|miles?)[ ])?
              {_COMPASS}[ ]of(?=[ ](?:the[ ])?[A-Z])                         # ", 9 miles north of Oslo"
            | on[ ](?:the[ ])?(?:{CAPITALISED}(?:[’']s)?[ ]){{0,3}}
              (?:far[ ])?{_COMPASS}[ ](?:bank|coast|edge|end|shore|side|tip)\b
          )
        """,
        re.VERBOSE,
    )
