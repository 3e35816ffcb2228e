"""The lines of a pasted page as blocks, each with a kind by its shape: prose, chrome, the heading of a box."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from ld.errors import InputError
from ld.read.captions import Credit, find_credit
from ld.read.chrome import WITHIN_WORDS, begins_with, is_chrome, is_stop
from ld.read.sign_offs import WORDS as SIGNED_OFF_WORDS
from ld.read.sign_offs import sign_off
from ld.read.vocabulary import all_function_words, folded_words, phrases
from ld.text.alternatives import any_of

_INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"
_EDGES = _INVISIBLE + "".join(char for char in map(chr, range(0x3001)) if char.isspace())
_SENTENCE_END = re.compile(r"""[.!?。！？؟۔।॥…։።။។།][\s"'”’»」』)\]]*(?:[\[(][^\[\]()]{1,40}[\])])?$""")
_CUT_OFF = re.compile(r"(?:…|\.\.\.)\W*$")
_UNSPACED = re.compile(r"[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_MARKS = "\"'“”‘’«»(),.;:!?"
_UNIT = r"s|m|h|d|w|mo|min|mins|hr|hrs|minutes?|hours?|days?|weeks?|months?|years?"
_STAMP = re.compile(
    rf"""
    (?:^|\W)
    (?:
      \d+\s?(?:{_UNIT})\s+ago (?:[ ]?[/|•·,-]?[ ]?\d+:\d\d.{{0,12}})?  # 3 hours ago, 2 d ago / 14:05 GMT
      | (?:vor|hace|il[ ]y[ ]a)[ ]\d+[ ]\w+                             # vor 3 Stunden, hace 3 horas
      | \d+\s?(?:분|시간|일)[ ]전                                        # 3시간 전
      | \d+[ ]?(?:min|minute)s?[ ](?:read|listen|watch)                  # 4 min read
    )
    \W*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DATED = re.compile(
    r"""
    (?:(?:first|last|originally)[ ])? (?:issued|modified|posted|published|updated)\b
    (?:[ :]*on\b)? [: ]+\W* [a-z]{0,9}[., ]*\#                 # last updated on dec. #, #
    """,
    re.VERBOSE,
)

_PROSE_WORDS = 4
_SURE_WORDS = 10
_LONG_WORDS = 25
_CHROME_WORDS = 60
_DATED_WORDS = 16
_WRAP_MOST = 100
_WRAP_LEAST = 40
_LABEL_MOST = 120
_MENU_MOST = 80
_TAIL = 60
_KEY = 600
_LINES_MOST = 20_000


Kind = Literal["prose", "fragment", "chrome", "box"]
"""Running text; text that may be anything; a part of the page itself; the heading of a box of other stories."""


class Block(NamedTuple):
    """A line of the source, or the lines of one hard-wrapped paragraph, without white space and labels at its end.

    *start* and *end* are offsets in the source; *key* is the folded text; *words* is the number of words (two
    characters a word in scripts without spaces); *spaced* is true if a blank line precedes it.
    Its text is a *sentence* if it ends like one. One that *ends* follows the article, a *stamp* gives the time since
    something happened, whatever their kind; *credit* is a picture credit at its end.
    """

    start: int
    end: int
    spaced: bool
    text: str
    key: str
    words: int
    kind: Kind
    sentence: bool
    ends: bool
    stamp: bool
    credit: Credit | None

    @property
    def is_page_furniture(self) -> bool:
        """Whether it belongs to the page around the article, and so is neither its title nor a caption."""
        return self.kind in {"chrome", "box"} or self.ends or self.stamp


def split(source: str) -> list[Block]:
    """The blocks of *source* in order. Raises InputError if it has more lines than an article can have."""
    lines = list(_lines(source))
    written = sum(start < end for start, end in lines)
    if written > _LINES_MOST:
        raise InputError(
            f"the source has {written:,} lines, more than an article has (at most {_LINES_MOST:,})",
            "give one article at a time",
        )
    blocks, spaced = [], True
    for start, end in _joined(source, lines) if _hard_wrapped(source, lines) else lines:
        if start == end:
            spaced = True
            continue
        told = (_menu_line if end - start <= _MENU_MOST else _line)(source[start:end])
        blocks.append(Block(start, start + len(told[0]), spaced, *told))
        spaced = False
    return blocks


def _lines(source: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line without surrounding white space; equal for a blank line."""
    at = 0
    for line in source.split("\n"):
        if not line:
            yield at, at
            at += 1
            continue
        bare = line.strip(_EDGES)
        start = at + line.index(bare)
        yield start, start + len(bare)
        at += len(line) + 1


def _hard_wrapped(source: str, lines: list[tuple[int, int]]) -> bool:
    """Whether paragraphs are broken at a fixed width: many lines continue in lower case on the next."""
    pairs = [
        (first, second)
        for first, second in pairwise(lines)
        if _WRAP_LEAST <= first[1] - first[0] <= _WRAP_MOST and second[1] > second[0]
    ]
    over = sum(end - start > _WRAP_MOST for start, end in lines)
    running = sum(source[second[0]].islower() and source[first[1] - 1] not in ".!?" for first, second in pairs)
    return running > over and running * 4 >= len(pairs) > 0


def _joined(source: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines, with those of a wrapped paragraph joined: each is so long that the next word did not fit."""
    widths = [end - start for start, end in lines if end - start <= _WRAP_MOST]
    width = max(widths)
    begin: int | None = None
    for (start, end), (after, after_end) in zip(lines, [*lines[1:], (0, 0)], strict=True):
        if begin is None:
            begin = start
        word = next(iter(source[after : min(after_end, after + width)].split()), "")
        indented = after_end > after and source[after - 1] in " \t" and source[start - 1 : start] not in (" ", "\t")
        if start == end or not word or indented or end - start + 1 + len(word) <= width * 0.9:
            yield begin, end
            begin = None


def _line(line: str) -> tuple[str, str, int, Kind, bool, bool, bool, Credit | None]:
    """The fields of a block, from *text* on, that *line*, without the labels at its end, gives wherever it is."""
    text = line[: _end_before_labels(line)]
    pieces = text.split()
    key = folded_words(pieces if len(text) <= _KEY else text[:_KEY].split())
    words = _word_count(text, pieces)
    tail = text[-_TAIL:]
    sentence = _is_sentence(text, words) or (words >= SIGNED_OFF_WORDS and sign_off(text) is not None)
    ends = words <= WITHIN_WORDS and begins_with(key, "ends")
    stamp = words <= WITHIN_WORDS and "#" in key and _STAMP.search(tail) is not None
    kind: Kind = "fragment"
    if is_stop(key, words):
        kind = "box"
    elif is_chrome(text, key, words):
        kind = "chrome"
    elif (
        not stamp
        and words >= _PROSE_WORDS
        and not is_dated(key, words)
        and _reads_on(text, pieces, words, sentence=sentence)
    ):
        kind = "prose"
    return text, key, words, kind, sentence, ends, stamp, find_credit(text)


_menu_line = lru_cache(maxsize=1 << 13)(_line)
"""The same for short lines, cached: a site repeats its menus on every page."""


def _is_sentence(text: str, words: int) -> bool:
    """Whether a line of this many *words* ends like a sentence, and, if short, is not cut off by an ellipsis."""
    if text[-1].isalnum() or _SENTENCE_END.search(text[-_TAIL:]) is None:
        return False
    return words >= _LONG_WORDS or _CUT_OFF.search(text[-6:]) is None


def is_dated(key: str, words: int) -> bool:
    """Whether a line states when something was published or changed: it may look like a sentence."""
    return words <= _DATED_WORDS and "#" in key and _DATED.match(key) is not None


def _end_before_labels(line: str) -> int:
    """The end of a line without the page's labels at its end, of which there may be several."""
    reach = max(0, len(line) - _LABEL_MOST)
    if not line[reach:].lower().removesuffix(")").endswith(phrases("chrome-ends")):
        return len(line)
    label = _labels_at_end().search(line, reach)
    return label.start() if label and label.start() else len(line)


@cache
def _labels_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<![\s,(|])(?>(?:[\s,(|]++(?:{any_of(phrases('chrome-ends'))})(?!\w)\)?+)+)$")


def _word_count(text: str, pieces: Sequence[str]) -> int:
    spaced = len(pieces)
    return spaced if text.isascii() else max(spaced, len(_UNSPACED.findall(text)) // 2)


def _reads_on(text: str, pieces: Sequence[str], words: int, *, sentence: bool) -> bool:
    """Whether a text reads like prose: it ends like a sentence, or is long, and has function words.

    Its *pieces* are the strings between its spaces.
    """
    if not sentence and words < _LONG_WORDS and not (words >= _SURE_WORDS and text.endswith(":")):
        return False
    if sentence and words >= _LONG_WORDS:
        return any(piece.strip(_MARKS)[:1].isalpha() for piece in pieces[:_CHROME_WORDS])
    tokens = [piece.strip(_MARKS) for piece in pieces[:_CHROME_WORDS]]
    letters = [token[0] for token in tokens if token[:1].isalpha()]
    capitals = sum(map(str.isupper, letters))
    caseless = len(letters) - capitals - sum(map(str.islower, letters))
    if caseless * 2 >= len(letters):
        return bool(letters)
    in_capitals = capitals > 0.8 * len(letters) and words < _LONG_WORDS
    if sentence and words >= _SURE_WORDS and not in_capitals:
        return True
    small = sum(token.lower() in all_function_words() for token in tokens)
    if in_capitals:
        return text.endswith(".") and small > 0 and not text.isupper()
    return small * 10 >= len(tokens)
