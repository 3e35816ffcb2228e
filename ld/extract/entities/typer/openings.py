"""Parts of capitalised runs that are not names: sentence openers, datelines, words in capitals."""

from ld.extract.entities.typer.knowledge import Knowledge
from ld.extract.entities.typer.tokens import Run, Tokens
from ld.extract.entities.typer.word_facts import word_facts


def opens_before_name(found: Tokens, known: Knowledge, run: Run) -> bool:
    """Whether the first word of *run* is not part of the name: "Called the Harbor Guard,", "in Leeds of the Board"."""
    first, small = run.indices[0], run.smalls[1]
    left = found.words[first]
    if small == "the":
        return first in found.opening and left.endswith(("ed", "ing"))
    if small in {"of", "of the"} and left in _SOME_OF:
        return True
    before = found.words[first - 1] if first else ""
    return small == "of the" and before in _IN_TOWN and any(kind.startswith("place") for kind in known.kinds(left))


_SOME_OF = frozenset(
    (
        *("Employees", "Leaders", "Members", "Officials", "Representatives", "Supporters", "Workers"),
        *("Dozens", "Hundreds", "Millions", "Scores", "Tens", "Thousands"),
    )
)
_IN_TOWN = frozenset(("in", "at", "near", "outside"))


def is_shouted(found: Tokens, run: Run, index: int) -> bool:
    """Whether a name with a given name ends before a word in capitals: "Nora Quist OSLO"."""
    words = found.words
    left, right = words[run.indices[index]], words[run.indices[index + 1]]
    if len(right) <= _ACRONYM or not right.isupper() or left.isupper():
        return False
    return bool(word_facts(words[run.indices[0]]).given)


_ACRONYM = 3


def opens_dateline(found: Tokens, run: Run, index: int) -> bool:
    """Whether the words after a gap are the town of a dateline, in capitals: "File Photo QUILLHAVEN (QP) -"."""
    words, gaps, indices = found.words, found.gaps, run.indices
    town = [words[each] for each in indices[index + 1 :]]
    agency = indices[-1] + 1
    if agency >= len(words) or not gaps[agency].startswith(" (") or not all(map(str.isupper, town)):
        return False
    left = words[indices[index]]
    if left.isupper() and left not in _AGENCIES:
        return False
    return words[agency] in _AGENCIES and len(town[0]) > _ACRONYM


_AGENCIES = frozenset(
    (
        *("AFP", "ANSA", "AP", "Anadolu", "Bloomberg", "EFE", "IANS", "Interfax", "Kyodo", "PTI", "REUTERS"),
        *("Reuters", "TASS", "UPI", "Xinhua", "Yonhap", "dpa"),
    )
)
"""Agencies as they appear in credits and datelines."""
