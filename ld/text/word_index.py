"""The position of each word of a text, so that a rule reads on only at the words that it begins with."""

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
        self._offsets: defaultdict[str, list[int]] = defaultdict(list)
        pieces = _ALNUM.split(text.replace("_", " "))
        starts = accumulate(map(len, pieces))
        for word, offset in zip(pieces[1::2], islice(starts, 0, None, 2), strict=False):
            self._offsets[word].append(offset)
        self._words = frozenset(self._offsets)

    @property
    def words(self) -> frozenset[str]:
        """The words, each once."""
        return self._words

    def occurrences(self, words: AbstractSet[str]) -> list[tuple[int, str]]:
        """The offset of each of *words* in the text, with the word, in order."""
        return sorted((offset, word) for word in self._words & words for offset in self._offsets[word])

    def offsets(self, words: AbstractSet[str]) -> list[int]:
        """The offsets of *words*, in order."""
        return sorted(chain.from_iterable(map(self._offsets.__getitem__, self._words & words)))

    def offsets_of(self, word: str) -> Sequence[int]:
        """The offsets of *word*, in order."""
        return self._offsets.get(word, ())

    @functools.cached_property
    def numbers(self) -> list[int]:
        """The offsets of the words that begin with a digit, in order."""
        return self.offsets({word for word in self._offsets if word[0].isdecimal()})


_WORD = re.compile(r"[^\W_]+")
_ALNUM = re.compile(r"(\w+)")
"""The same for a text without underscores; a class of one category is matched faster."""


def matches_at(
    pattern: re.Pattern[str], text: str, offsets: Iterable[int], end: int | None = None
) -> Iterator[re.Match[str]]:
    """The matches of *pattern* that begin at the sorted *offsets*, without overlaps.

    They are those of ``pattern.finditer``, if *offsets* include every place where a match can begin. *end* is as there.
    """
    reached, stop, match_at = 0, len(text) if end is None else end, pattern.match
    for offset in offsets:
        if offset >= reached and (match := match_at(text, offset, stop)):
            reached = match.end()
            yield match


def occurrences(text: str, index: WordIndex, phrase: str) -> Iterator[tuple[int, int]]:
    """Start and end of each exact occurrence of *phrase* in *text*, as whole words; *index* is that of *text*."""
    first = _WORD.search(phrase)
    if first is None:
        return
    for offset in index.offsets_of(first[0]):
        start, end = offset - first.start(), offset - first.start() + len(phrase)
        if (
            start >= 0
            and text.startswith(phrase, start)
            and not (_is_in_word(text, start - 1) or _is_in_word(text, end))
        ):
            yield start, end


def _is_in_word(text: str, offset: int) -> bool:
    """Whether the code point at *offset* is a letter, a digit or an underscore."""
    return 0 <= offset < len(text) and (text[offset].isalnum() or text[offset] == "_")


def between(offsets: Sequence[int], start: int, end: int) -> Sequence[int]:
    """Those of the sorted *offsets* that are in *start* to *end*."""
    return offsets[bisect.bisect_left(offsets, start) : bisect.bisect_left(offsets, end)]


def first_words(entries: Iterable[str]) -> frozenset[str]:
    """The first word of each of *entries*."""
    return frozenset(word[0] for entry in entries if (word := _WORD.search(entry)))


def words_of(entry: str) -> list[str]:
    """The words of *entry* as an index has them, in order."""
    return _WORD.findall(entry)


def in_any_case(words: Iterable[str]) -> frozenset[str]:
    """*words* in lower case, capitalised, and in capitals."""
    return frozenset(written for word in words for written in (word.lower(), word.capitalize(), word.upper()))
