"""Words around a person's name that are not part of it: ranks, honorifics, thrones, trades, "QC"."""

from collections.abc import Sequence

from ld.extract.entities.typer.model import Typed
from ld.extract.entities.typer.word_facts import word_facts
from ld.extract.phrases.capitalised import is_title
from ld.text.lexicon import word_set


def rank_of(typed: Typed) -> int:
    """How many words before a person's name are a rank, an honorific or a throne: "Rear Admiral Quist", "King Ola"."""
    words = typed.name.words
    ranks = word_set("honorifics") | word_set("entities/ranks")
    count = 0
    while count < len(words) - 1 and (
        words[count] in ranks
        or f"{words[count]}." in ranks
        or is_title(words[count])
        or words[count].lower() in word_set("descriptors")
        or _is_before_given_name(words[count:])
        or (words[count] in _THRONES and len(words) == count + 2)
    ):
        count += 1
    return count


def postnominals_of(typed: Typed) -> int:
    """How many words after a person's name are not part of it: "Nora Quist QC"."""
    words = typed.name.words
    return int(len(words) > _FULL_NAME and words[-1] in word_set("entities/postnominals"))


_THRONES = frozenset(("King", "Queen"))
"""Posts rather than first names if one name follows; "Prince" and "Princess" are part of the name."""


def _is_before_given_name(words: Sequence[str]) -> bool:
    """Whether an ordinary word precedes a given name and another name: "Keyboardist Nora Quist"."""
    if len(words) < _FULL_NAME + 1:
        return False
    first = word_facts(words[0])
    return first.is_ordinary and not first.given and word_facts(words[1]).given == "given"


_FULL_NAME = 2
