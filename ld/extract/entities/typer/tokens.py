"""The words of a text and what is between them, as names are read from it."""

import functools
import re
from itertools import accumulate
from typing import NamedTuple

from ld.extract.phrases.capitalised import is_calendar
from ld.text.lexicon import word_set


class Tokens(NamedTuple):
    """The words of a text, in order.

    *gaps* are what precedes each word, and one more after the last. A possessive s belongs to the gap after its word,
    and so does the end of a compound: "Oslo" and "-based ". *starts* are the offsets of the words (code points).
    *capitals* are the indices of the words that may belong to a name, and *opening* those of them that open a sentence,
    so that their capital means nothing.
    """

    words: list[str]
    gaps: list[str]
    starts: list[int]
    capitals: list[int]
    opening: frozenset[int]

    def end(self, index: int) -> int:
        """The offset after the word at *index*."""
        return self.starts[index] + len(self.words[index])

    def is_possessive(self, index: int) -> bool:
        """Whether the word at *index* is possessive: "Oslo’s"."""
        return self.gaps[index + 1].startswith(_POSSESSIVE)

    @property
    def in_small_letters(self) -> frozenset[str]:
        """The words that the text has in lower case."""
        return frozenset(filter(str.islower, self.words))


_POSSESSIVE = ("’s", "'s", "’ ", "' ")


def tokens(text: str) -> Tokens:
    """The words of *text*."""
    pieces = _WORD.split(text)
    words, gaps = pieces[1::2], pieces[0::2]
    starts = list(accumulate(map(len, pieces), initial=0))[1:-1:2]
    capitals: list[int] = []
    opening: set[int] = set()
    for index in [index for index, word in enumerate(words) if not word.islower()]:
        word = words[index]
        if not ("A" <= word[0] <= "Z" or _MAY_NAME.match(word)):
            continue
        if (
            not word.isalnum()
            and (own := _OWN.match(word))
            and own.end() < len(word)
            and not (_ends_in_s(word) and own[0] not in words)
        ):
            gaps[index + 1] = word[own.end() :] + gaps[index + 1]
            word = words[index] = own[0]
        opens = gaps[index] != " " and _opens(words, gaps, index)
        if opens:
            opening.add(index)
        if is_calendar(word):
            if _is_given_name(words, gaps, index):
                capitals.append(index)
        elif word not in _NEVER and not (opens and _is_small(word)):
            capitals.append(index)
    return Tokens(words, gaps, starts, capitals, frozenset(opening))


def _ends_in_s(word: str) -> bool:
    """Whether *word* is a name with the ending of a possessive: "McDonald’s", unless the text also names a McDonald."""
    return word.replace("’", "'") in word_set("typer/names_ending_in_s")


def _opens(words: list[str], gaps: list[str], index: int) -> bool:
    """Whether the word at *index* opens a sentence, a quotation or a line."""
    if index == 0:
        return True
    return _OPENING.search(gaps[index]) is not None and not _is_abbreviated(words[index - 1], gaps[index])


_WORD = re.compile(r"([^\W_](?:\.(?<!\d\.)(?:[^\W\d_]\.)+|[^\W_]*+(?:[-’'&][^\W_]++)*))")
_MAY_NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ]|[a-z][A-Z]|\d+[A-Z][a-zA-Z]+$|(?:a[dlnrst]|ash|el|ul|d)[-’'][A-Z]")
"""A word with a capital, or one like "eBay", "9News", "al-Haddad" and "d’Orsi"."""
_OWN = re.compile(
    r".+?(?=[’'][sS]$|-(?:[a-z]{2,}ed|led|run|based|born|built|style|wide|area|backed|owned|listed|made|era|type|like)$)"
)
_OPENING = re.compile(r"[.!?:;•|—–…*\n][\"“‘'(\[\s]*$|(?:^|[\s,])[“\"‘]$")


def _is_abbreviated(word: str, gap: str) -> bool:
    """Whether the full stop after *word* does not end a sentence: "St. Ives", "J. Quill"."""
    return gap in {". ", ".\xa0"} and (word in _abbreviations() or (len(word) == 1 and word.isupper()))


@functools.cache
def _abbreviations() -> frozenset[str]:
    """Abbreviations with a full stop that precede a name."""
    return frozenset(word.rstrip(".") for word in word_set("abbreviations") | word_set("honorifics"))


def _is_small(word: str) -> bool:
    """Whether *word* may have its capital only because it opens a sentence."""
    return len(word) > 1 and word in word_set("function_words")


def _is_given_name(words: list[str], gaps: list[str], index: int) -> bool:
    """Whether a month is somebody's given name: "Jan Quill", but not "Jan 5" or "June Monday"."""
    if index + 1 == len(words) or gaps[index + 1] not in _SPACES or words[index] not in _MONTHS_AS_NAMES:
        return False
    following = words[index + 1]
    return following[0].isupper() and following[1:].islower() and not is_calendar(following)


_MONTHS_AS_NAMES = frozenset(("Jan", "April", "May", "June", "August"))


_NEVER = frozenset(("I", "I'm", "I’m", "I've", "I’ve", "I'll", "I’ll", "I'd", "I’d"))


class Run(NamedTuple):
    """Words of a text that may be one name or several: the *indices* of its words, and the *smalls* before each."""

    indices: tuple[int, ...]
    smalls: tuple[str, ...]


def runs(found: Tokens, skipped: frozenset[int] = frozenset()) -> list[Run]:
    """The runs of capitalised words, with the small words that join them, but without words at *skipped* indices."""
    whole: list[Run] = []
    indices: list[int] = []
    smalls: list[str] = []
    for index in found.capitals:
        if index in skipped:
            continue
        small = _joined(found, indices[-1], index) if indices and index not in found.opening else None
        if small is None:
            if indices:
                whole.append(Run(tuple(indices), tuple(smalls)))
            indices, smalls = [index], [""]
        else:
            indices.append(index)
            smalls.append(small)
    if indices:
        whole.append(Run(tuple(indices), tuple(smalls)))
    return whole


def _joined(found: Tokens, first: int, second: int) -> str | None:
    """The small words between two capitalised ones that may belong to one name, or None."""
    words, gaps = found.words, found.gaps
    if second - first == 1:
        gap = gaps[second]
        if gap in _SPACES or _is_abbreviated(words[first], gap) or (gap == ", " and words[second] in GENERATIONS):
            return ""
        return "&" if gap in {" & ", " + "} else None
    if second - first > _MOST_SMALL + 1:
        return None
    between = words[first + 1 : second]
    if any(gap not in _SPACES for gap in gaps[first + 1 : second + 1]) or any(word not in _SMALL for word in between):
        return None
    return " ".join(between)


_SPACES = frozenset((" ", "\xa0"))
GENERATIONS = frozenset(("Jr", "Sr", "II", "III", "IV"))
"""Suffixes that distinguish son from father, and belong to the name before them."""
_MOST_SMALL = 2
_SMALL = frozenset(
    (
        *("of", "and", "for", "the", "in", "on", "to", "at", "de", "la", "del", "der", "den", "van", "von", "di", "da"),
        *(
            "do",
            "dos",
            "das",
            "du",
            "des",
            "le",
            "les",
            "bin",
            "ibn",
            "bint",
            "al",
            "el",
            "y",
            "e",
            "et",
            "und",
            "af",
            "ten",
            "ter",
            "zu",
        ),
    )
)


@functools.lru_cache(1 << 10)
def mark(gap: str) -> str:
    """The gap between two words as a feature: its first mark that is not a space."""
    if gap == " ":
        return ""
    bare = gap.strip()
    if bare:
        return "'s" if bare[:2] in {"’s", "'s"} else bare[:1]
    return "¶" if "\n" in gap else ""
