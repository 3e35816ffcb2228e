"""Words that are not a name of the type given by the weights: titles, events, what the base knows as something else."""

import functools

from ld.extract.entities.typer.model import Type, Typed
from ld.extract.entities.typer.word_facts import neighbour_classes, word_facts
from ld.extract.phrases.capitalised import is_title
from ld.text.lexicon import word_set

HEADS: dict[Type, frozenset[str]] = {
    "organization": word_set("entities/organization_heads")
    | word_set("entities/organization_company_forms")
    | word_set("entities/company_words"),
    "place": frozenset(word.capitalize() for word, classes in neighbour_classes().items() if "place" in classes),
}
"""Words that occur mostly in names of a type."""


def is_no_name(typed: Typed, *, is_told: bool) -> bool:
    """Whether the words are a title, "House Minority Leader", or a person and a place, "Nora Quist of Leeds"."""
    name = typed.name
    if typed.type != "organization" and name.name.isupper() and len(name.name) <= LETTERS_OF_STATE:
        return True
    is_small = name.words[-1] in word_set("function_words") and not _is_in_base(typed)
    if is_small or f"{name.name}." in word_set("honorifics"):
        return True
    if (typed.type == "person" and is_title(name.words[-1])) or (_is_known_otherwise(typed) and not is_told):
        return True
    if typed.type == "person":
        is_thing = name.words[-1] in _THINGS and word_facts(name.words[0]).given != "given" and len(name.words) > 1
        has_digit = any(map(str.isdigit, name.name))
        return is_thing or has_digit or not _JOINERS_OF_PLACES.isdisjoint(name.smalls)
    if len(name.words) == 1:
        is_head = name.words[0] in word_set("entities/organization_heads") - _CHAMBERS
        return is_head or name.name in word_set("typer/peoples") or "T:acro=other" in typed.features.own
    return is_title(name.words[-1]) or (typed.type == "place" and name.words[-1] in _events())


@functools.cache
def _events() -> frozenset[str]:
    """Last words of names of events, which often begin with a place."""
    events = (word.capitalize() for word, classes in neighbour_classes().items() if "event" in classes)
    return frozenset((*events, "Classic", "Derby", "Games", "Marathon", "Masters", "Race", "Rally", "Regatta", "Test"))


def _is_in_base(typed: Typed) -> bool:
    """Whether a body is known by the whole name: "Channel Nine"."""
    return len(typed.name.words) > 1 and any(feature.startswith("kb=organization") for feature in typed.features.own)


def _is_known_otherwise(typed: Typed) -> bool:
    """Whether the base knows the name well, but not with this type: a manufacturer named after somebody."""
    if typed.probability >= _SURE:
        return False
    kinds = [feature.removeprefix("kb=") for feature in typed.features.own if feature.startswith("kb=")]
    alike = ("organization", "club") if typed.type == "organization" else (typed.type,)
    return any(kind.endswith("2") for kind in kinds) and not any(kind.startswith(alike) for kind in kinds)


_SURE = 0.9
_THINGS = frozenset().union(
    *HEADS.values(), ("Avenue", "Beach", "Canyon", "Creek", "Loop", "Plaza", "Ridge", "Square", "Station", "Tower")
)
"""Last words of names of bodies and places, some of which are also family names."""
LETTERS_OF_STATE = 4
_CHAMBERS = frozenset(("Senate", "Congress", "Parliament", "Assembly"))


_JOINERS_OF_PLACES = frozenset(
    ("of", "of the", "in", "in the", "on", "on the", "at", "at the", "for", "for the", "to", "to the", "and", "&")
)
