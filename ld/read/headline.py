"""Which block is the headline: a title before a body, the better the more of the URL's words it has."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ld.read.blocks import Block
from ld.read.body import Reach
from ld.read.bylines import is_byline
from ld.read.dates import names_day
from ld.read.urls import slug_words
from ld.read.vocabulary import all_function_words

_WORD = re.compile(r"[^\W_]+")
_LABELLED = re.compile(r"(?<!\s)\s++[|•·]\s++[^|•·]{1,40}$")
_MOST_WORDS = 40
_SENTENCE_WORDS = 16
_TITLE_WORDS = range(5, 24)
_TITLE = 12
_LABEL = -25
_LABEL_WORDS = 3
_FIRST = 20
_AGAIN = 8
_SENTENCE = -25
_PROSE = -150
_LONG = -15
_CUT_OFF = -40
_SLUG = 400
_FAR = 30
_SIGNED = 40
_SIGNED_NEAR = 5
_STEM = 5


class Headline(NamedTuple):
    """The headline: the index of its *block*, and where its words begin and end in the source."""

    block: int
    start: int
    end: int


def find_headline(blocks: Sequence[Block], reach: Sequence[Reach], url: str | None) -> Headline | None:
    """The block that best heads the body after it, or None when no block before a paragraph is like a title."""
    slug = _stems(slug_words(url)) if url else frozenset()
    times = Counter(block.key for block in blocks)
    best, best_score, prose, signed = None, 0.0, len(blocks), len(blocks)
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        weight = reach[prose].weight - min(prose - index, _FAR)
        prose = index if block.prose else prose
        if weight > 0 and _is_other(block):
            signed = signed if block.credit else index
            continue
        if weight <= 0 or not _may_head(block, first=index == 0):
            continue
        score = weight + _title_weight(block, times[block.key], first=index == 0) + _SLUG * _likeness(block, slug)
        score += _SIGNED if signed - index <= _SIGNED_NEAR else 0
        if best is None or score > best_score:
            best, best_score = index, score
    return None if best is None else _trimmed(blocks, _last_print(blocks, best))


def _may_head(block: Block, *, first: bool) -> bool:
    """Whether a block could be a headline: a title, or at the top of the text one short sentence."""
    if block.chrome or block.stop or block.ends or block.stamp or block.words > _MOST_WORDS:
        return False
    return not (first and block.prose and block.text.endswith(".") and block.words > _SENTENCE_WORDS)


def _is_other(block: Block) -> bool:
    """Whether a line is a byline, a date or a credit."""
    if block.credit:
        return True
    return not block.prose and block.words <= _MOST_WORDS and (is_byline(block.text) or names_day(block.text))


def _title_weight(block: Block, times: int, *, first: bool) -> float:
    """How like a title a block is, in words of prose."""
    weight = 0
    if block.words in _TITLE_WORDS:
        weight += _TITLE + (_FIRST if first else 0)
    elif block.words <= _LABEL_WORDS:
        weight += _LABEL
    elif block.words >= _TITLE_WORDS.stop:
        weight += _LONG
    weight += _AGAIN * min(times - 1, 2)
    if block.prose and not first and block.text.rstrip("\"'”’»)").endswith("."):
        weight += _PROSE
    if block.text.endswith(("…", "...")):
        weight += _CUT_OFF
    return weight + (_SENTENCE if block.text.endswith((".", ":", ",", ";")) else 0)


def _likeness(block: Block, slug: frozenset[str]) -> float:
    """How much of the URL's words a title has, and the title of them: 0 to 1."""
    if not slug:
        return 0.0
    words = _stems(_WORD.findall(block.key.replace("'", "")))
    common = len(words & slug)
    if common < min(2, len(slug)):
        return 0.0
    share = common / len(slug) * (0.6 + 0.4 * common / len(words))
    return share if block.words > _LABEL_WORDS else share * 0.4


def _stems(words: Sequence[str] | frozenset[str]) -> frozenset[str]:
    """The beginnings of the words that carry meaning."""
    return frozenset(word[:_STEM] for word in words if word not in all_function_words() and len(word) > 1)


def _last_print(blocks: Sequence[Block], index: int) -> int:
    """The last block before the next prose that prints the same title: the one that stands over the article."""
    last = index
    for later in range(index + 1, len(blocks)):
        if blocks[later].prose and blocks[later].key != blocks[index].key:
            break
        last = later if blocks[later].key == blocks[index].key else last
    return last


def _trimmed(blocks: Sequence[Block], index: int) -> Headline:
    """The headline without a label after a bar: "… | Editorial"."""
    block = blocks[index]
    label = _LABELLED.search(block.text)
    return Headline(index, block.start, block.start + label.start() if label else block.end)
