"""Movements named "army of", "party of" or "society of" in Arabic, Persian or Urdu: "Jaish-e-Quist"."""

import functools
import re
from collections.abc import Iterator

from ld.text.lexicon import any_of, words
from ld.text.reading import Reading
from ld.text.word_index import matches_at


def movements(text: Reading) -> Iterator[tuple[int, int]]:
    """The spans of such names in *text*; without the particle after it, the word may be a person's name."""
    for found in matches_at(_movement(), text, text.words.offsets(_first_words())):
        yield found.span()


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(words("organizations/movement_words"))


@functools.cache
def _movement() -> re.Pattern[str]:
    return re.compile(
        rf"""(?<![\w’'-]) {any_of(*_first_words())}
        (?: [ -][A-Z]\w+ )?                                         # "Jamiat Ulema-i-Islam"
        (?: (?:-(?:e|i|ud|ul|us|ut)-|[ -][aA]l-)[A-Z]\w+ )+  # "-e-Quist", " al-Quist"
        """,
        re.VERBOSE,
    )
