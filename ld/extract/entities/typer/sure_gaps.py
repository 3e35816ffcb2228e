"""Gaps between two words of a run where rules know better than the weights whether a name ends or continues."""

import functools

from ld.extract.entities.typer.openings import is_shouted, opens_dateline
from ld.extract.entities.typer.tokens import GENERATIONS, Run, Tokens
from ld.extract.entities.typer.word_facts import word_facts
from ld.text.lexicon import word_set


def is_sure_end(found: Tokens, run: Run, index: int) -> bool | None:
    """Whether a name surely ends after the word at *index* of *run*, or surely continues; None if no rule applies."""
    left, right = (found.words[run.indices[each]] for each in (index, index + 1))
    small = run.smalls[index + 1]
    if right in GENERATIONS or (len(left) == 1 and found.gaps[run.indices[index + 1]].startswith(".")):
        return False  # "Nora Quist, Jr", "Nora R. R. Quist"
    if left in _NAMED_AFTER_CHILD or left in _SERVANTS or (left in _ROYAL and word_facts(right).given):
        return False
    if index == 1 and not small and found.words[run.indices[0]] in _SERVANTS and not word_facts(right).is_ordinary:
        return False  # "Abdul Aziz Quist"
    if small == "and" and (_joins_fields(found, run, index) or _joins_subjects(found, run, index)):
        return False
    ends = (
        (left in _LAWS and small.split()[:1] in _WHERE)
        or (small in _TO_DAYS and right in HOLIDAYS)
        or (small in _TO_PLACES and _is_of_place(found, run, index))
        or is_shouted(found, run, index)
        or opens_dateline(found, run, index)
    )
    return True if ends else None


_NAMED_AFTER_CHILD = frozenset(("Abu", "Umm", "Ibn", "Bint"))
"""Arabic words of kinship at the beginning of a name or inside it: "Abu Quist", "Nora Abu Quist"."""


_SERVANTS = frozenset(("Abd", "Abdal", "Abdel", "Abdul", "Abdus"))
"""Arabic for "servant of", which is never a name by itself: "Abdel Aziz"."""


_ROYAL = frozenset(("Prince", "Princess"))
"""Part of the name of somebody known by a given name alone ("Prince Olav"), rather than a post."""


_LAWS = frozenset(("Act", "Bill"))
_WHERE = (["in"], ["at"])
"""Words after a law that say where it is: "the Clean Water Act in Congress"."""


_TO_DAYS = frozenset(("at", "for", "on"))
HOLIDAYS = frozenset(("Boxing", "Christmas", "Easter", "Thanksgiving"))
"""First words of holidays: "in Quillhaven for Christmas Eve"."""

_TO_PLACES = frozenset(("at", "in", "on", "to"))


def _is_of_place(found: Tokens, run: Run, index: int) -> bool:
    """Whether the words of *run* up to *index* name a road, water or a mountain: "Quill Highway at Norvik"."""
    words = found.words
    first, last = words[run.indices[0]], words[run.indices[index]]
    return index > 0 and (last in word_set("typer/heads_of_places") or (index == 1 and first in _MOUNTAINS))


_MOUNTAINS = frozenset(("Mount", "Mt"))


def _joins_fields(found: Tokens, run: Run, index: int) -> bool:
    """Whether the "and" after the word at *index* joins what a body does: "Quist Mining and Construction Company"."""
    words, indices = found.words, run.indices
    if index == 0 or index + 3 != len(indices) or run.smalls[index + 2]:
        return False
    left, right, last = (words[each] for each in indices[index : index + 3])
    return last in _forms() and left not in _forms() and all(word_facts(each).is_ordinary for each in (left, right))


def _joins_subjects(found: Tokens, run: Run, index: int) -> bool:
    """Whether the "and" after the word at *index* joins what a body is for: "Centre for Tides and Clean Water"."""
    words = [found.words[each] for each in run.indices]
    if words[0] not in word_set("entities/organization_field_heads") or run.smalls[1:2] not in (["for"], ("for",)):
        return False
    rest, behind = words[1:], words[index + 1 :]
    return all(word_facts(each).is_ordinary for each in rest) and _forms().isdisjoint(behind)


@functools.cache
def _forms() -> frozenset[str]:
    """Last words of the names of bodies."""
    return word_set("entities/organization_heads") | word_set("entities/organization_company_forms")
