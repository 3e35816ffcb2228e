"""Where each word of a text stands, so that a rule reads on only at the words that it begins with."""

import bisect
import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, chain, islice


class WordIndex:
    """An index of a text by its words: runs of letters and digits, as they are written."""

    def __init__(self, text: str) -> None:
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        pieces = _ALNUM.split(text.replace("_", " "))
        starts = accumulate(map(len, pieces))
        for word, place in zip(pieces[1::2], islice(starts, 0, None, 2), strict=False):
            self._places[word].append(place)
        self._words = frozenset(self._places)

    @property
    def words(self) -> frozenset[str]:
        """The words, each once."""
        return self._words

    def occurrences(self, words: AbstractSet[str]) -> list[tuple[int, str]]:
        """Where one of *words* begins, and which, in order."""
        return sorted((place, word) for word in self._words & words for place in self._places[word])

    def places(self, words: AbstractSet[str]) -> list[int]:
        """Where one of *words* begins, in order."""
        return sorted(chain.from_iterable(map(self._places.__getitem__, self._words & words)))

    def places_of(self, word: str) -> Sequence[int]:
        """Where *word* begins, in order."""
        return self._places.get(word, ())

    @functools.cached_property
    def numbers(self) -> list[int]:
        """Where a word that begins with a digit begins, in order."""
        return self.places({word for word in self._places if word[0].isdecimal()})


_WORD = re.compile(r"[^\W_]+")
_ALNUM = re.compile(r"(\w+)")
"""The same where the text has no underscore; a class of one category is matched faster."""


def matches_at(
    pattern: re.Pattern[str], text: str, places: Iterable[int], end: int | None = None
) -> Iterator[re.Match[str]]:
    """The matches of *pattern* that begin at *places*, which stand in order; none overlaps the one before.

    They are those that ``pattern.finditer`` finds, if *places* are all where one can begin. *end* is as there.
    """
    reached, stop, match_at = 0, len(text) if end is None else end, pattern.match
    for place in places:
        if place >= reached and (match := match_at(text, place, stop)):
            reached = match.end()
            yield match


def occurrences(text: str, index: WordIndex, phrase: str) -> Iterator[tuple[int, int]]:
    """Start and end of each place where *text*, which has this *index*, has *phrase* to the letter, as whole words."""
    first = _WORD.search(phrase)
    if first is None:
        return
    for place in index.places({first[0]}):
        start, end = place - first.start(), place - first.start() + len(phrase)
        if (
            start >= 0
            and text.startswith(phrase, start)
            and not (_is_in_word(text, start - 1) or _is_in_word(text, end))
        ):
            yield start, end


def _is_in_word(text: str, offset: int) -> bool:
    """Whether the code point at *offset* is a letter, a digit or an underscore."""
    return 0 <= offset < len(text) and (text[offset].isalnum() or text[offset] == "_")


def between(places: Sequence[int], start: int, end: int) -> Sequence[int]:
    """Those of *places*, which stand in order, that lie in *start* to *end*."""
    return places[bisect.bisect_left(places, start) : bisect.bisect_left(places, end)]


def first_words(entries: Iterable[str]) -> frozenset[str]:
    """The words with which *entries* begin."""
    return frozenset(word[0] for entry in entries if (word := _WORD.search(entry)))


def in_any_case(words: Iterable[str]) -> frozenset[str]:
    """*words* in small letters, with a capital, and in capitals."""
    return frozenset(written for word in words for written in (word.lower(), word.capitalize(), word.upper()))
