"""Which block is the headline: a title before a body, preferably with words of the URL."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from ld.read.blocks import Block
from ld.read.body import Reach
from ld.read.bylines import is_but_by, is_byline, opens_byline
from ld.read.captions import describes_picture
from ld.read.lists import listed_titles
from ld.read.titles import LABEL_WORDS, is_menu, is_sentence, is_signature, may_head, title_weight
from ld.read.vocabulary import all_function_words, phrase_set, word_set
from ld.urls import slug_words

_WORD = re.compile(r"[^\W_]+")
_LABELLED = re.compile(r"(?<!\s)\s++[|•·]\s++[^|•·]{1,40}$")
_PAPER = re.compile(r"(?<!\s)\s++[-–—]\s++(?:[A-Z][\w.'’&-]*\s){1,3}(?P<last>[A-Z]\w+)$")
_COMMON = frozenset(("media", "network", "news", "online", "press", "radio", "record", "report", "review", "today"))
"""Words with which titles end, too."""
_LABEL_JOINT = re.compile(r"\s[|/›»>·]\s")
_LABELS_MOST = 6
_NAMED = 80
_SLUG = 400
_FAR = 30
_SIGNED = 40
_SIGNED_NEAR = 5
_STEM = 5
_SYLLABLES = "\u0e00"
_TOLD = 90
_LEAST_TOLD = 0.34
_LEAST_STEMS = 3
_BODY_LETTERS = 20_000
_ABOVE = 2
_DECKS_MOST = 3
_DECK_WORDS = 5
_TRAIL = 6
_TRAIL_WORDS = 3
_NO_ENDING = "\n"
"""A string with which no line ends."""


class Headline(NamedTuple):
    """The headline: the index of its *block*, and the start and end of its words in the source."""

    block: int
    start: int
    end: int


def find_headline(blocks: Sequence[Block], reach: Sequence[Reach], url: str | None) -> Headline | None:
    """The block that best heads the body after it, or None if no block before a paragraph resembles a title."""
    slug = _stems(slug_words(url)) if url else frozenset()
    story, trails = _Story(blocks, reach), _trails(blocks)
    rivals = _rivals(blocks, list(_titles(blocks, reach, slug, trails)))
    if not rivals:
        return None
    best = rivals[0][1]
    if len(rivals) > 1:
        best = max(rivals, key=lambda rival: rival[0] + _TOLD * story.share(blocks[rival[1]]))[1]
    top = best if _likeness(blocks[best], slug) else _above_decks(blocks, best, story, trails)
    return _trimmed(blocks, _last_print(blocks, top))


def _rivals(blocks: Sequence[Block], titles: list[tuple[float, int]]) -> list[tuple[float, int]]:
    """The *titles* that may be the headline by their scores, without blocks that resemble captions."""
    best: list[tuple[float, int]] = []
    for score, index in sorted(titles, reverse=True):
        if best and score + _TOLD < best[0][0]:
            break
        if not describes_picture(blocks[index].text):
            best.append((score, index))
    return sorted(best, key=lambda title: -title[1])


def _titles(
    blocks: Sequence[Block], reach: Sequence[Reach], slug: frozenset[str], trails: frozenset[int]
) -> Iterator[tuple[float, int]]:
    """The blocks that can head the body after them, from the last on, each with a score for its shape and position."""
    times = Counter(block.key for block in blocks)
    listed = listed_titles(blocks)
    prose, signed = len(blocks), len(blocks)
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        weight = reach[prose].weight - min(prose - index, _FAR)
        prose = index if block.kind == "prose" else prose
        if weight > 0 and is_signature(block):
            signed = signed if block.credit else index
            continue
        if weight <= 0 or not may_head(block, first=index == 0) or index in trails or _is_led(blocks, index):
            continue
        if index in listed:
            continue
        score = weight + title_weight(block, times[block.key], first=index == 0) + _SLUG * _likeness(block, slug)
        score += _NAMED if trails and any(_is_way(blocks, above, index, trails) for above in _near(index)) else 0
        yield score + (_SIGNED if signed - index <= _SIGNED_NEAR else 0), index


def _is_led(blocks: Sequence[Block], index: int) -> bool:
    """Whether the line above a block shows that it is something else.

    A name below "By", a job below "By Nora Quist,", the first line of the contents.
    """
    above = blocks[index - 1] if index else None
    if above is None or above.key in phrase_set("contents-heads"):
        return above is not None
    if above.text.endswith(","):
        return is_byline(above.text)
    return is_but_by(above) and is_byline(f"By {blocks[index].text}")


class _Story:
    """The weightiest body on the page, whose words the headline shares."""

    def __init__(self, blocks: Sequence[Block], reach: Sequence[Reach]) -> None:
        self._blocks = blocks
        self._reach = reach

    @cached_property
    def _body(self) -> range:
        blocks, reach = self._blocks, self._reach
        prose = [index for index, block in enumerate(blocks) if block.kind == "prose"]
        start = max(prose or range(len(blocks)), key=lambda index: reach[index].weight, default=0)
        return range(start, reach[start].stop)

    @cached_property
    def _paragraphs(self) -> list[Block]:
        """The paragraphs at the beginning of the body, up to a number of letters."""
        prose = [block for block in self._blocks[self._body.start : self._body.stop] if block.kind == "prose"]
        before = accumulate((len(block.key) for block in prose), initial=0)
        return [block for block, letters in zip(prose, before, strict=False) if letters < _BODY_LETTERS]

    @cached_property
    def _told_by_each(self) -> list[frozenset[str]]:
        """The stems of each of the paragraphs."""
        return list(map(_told, self._paragraphs))

    @cached_property
    def _told(self) -> frozenset[str]:
        """The stems of the paragraphs."""
        return frozenset().union(*self._told_by_each)

    def share(self, block: Block, least: int = _LEAST_STEMS) -> float:
        """The share of a block's stems that the body contains: 0 to 1; less for a block of fewer than *least* stems.

        A paragraph of the body is compared with the other ones.
        """
        words, paragraphs, told = _told(block), self._paragraphs, self._told
        if block in paragraphs:
            others = (said for other, said in zip(paragraphs, self._told_by_each, strict=True) if other != block)
            told = frozenset().union(*others)
        return len(words & told) / max(len(words), least)


def _trails(blocks: Sequence[Block]) -> frozenset[int]:
    """The blocks that are the trail to a title below them, as in "Home News Pier closed"."""
    endings = tuple(f" {block.key}" if block.words >= _TRAIL_WORDS else _NO_ENDING for block in blocks)
    return frozenset(
        index
        for index, block in enumerate(blocks)
        if block.words > _TRAIL_WORDS and block.key.endswith(endings[index + 1 : index + 1 + _TRAIL])
    )


def _near(index: int) -> range:
    """The indexes of the blocks directly above *index*, from the nearest on."""
    return range(index - 1, max(-1, index - 1 - _ABOVE), -1)


def _is_way(blocks: Sequence[Block], above: int, index: int, trails: frozenset[int]) -> bool:
    """Whether the block at *above* is a trail that ends with the title at *index*."""
    return above in trails and blocks[above].key.endswith(f" {blocks[index].key}")


def _above_decks(blocks: Sequence[Block], index: int, story: _Story, trails: frozenset[int]) -> int:
    """The topmost of consecutive titles: those below the headline are its decks.

    Sentences among them are decks, too; the headline is never a sentence, except a short one above a longer one.
    """
    top = index
    for _ in range(_DECKS_MOST):
        told = (above for above in _near(index) if above not in trails)
        above = next((above for above in told if _is_told(blocks, above, story, blocks[top].key)), None)
        if above is None:
            break
        index = above
        is_shorter = is_sentence(blocks[top]) and blocks[above].words < blocks[top].words
        top = above if is_shorter or not is_sentence(blocks[above]) else top
    return top


def _is_told(blocks: Sequence[Block], index: int, story: _Story, below: str) -> bool:
    """Whether a block is a title of the body's story, and more than the title *below* with labels."""
    block = blocks[index]
    if block.words < _DECK_WORDS or is_signature(block) or not may_head(block, first=index == 0):
        return False
    if describes_picture(block.text):
        return False
    if block.text.endswith(("…", "...")) or is_menu(block):
        return False
    if _LABEL_JOINT.search(block.text) and (below in block.key or block.words <= _LABELS_MOST) and block.key != below:
        return False
    return story.share(block, 2) >= _LEAST_TOLD


def _likeness(block: Block, slug: frozenset[str]) -> float:
    """How far the words of a title and of the URL coincide: 0 to 1."""
    if not slug:
        return 0.0
    words = _stems(_words(block.key.replace("'", "")))
    common = len(words & slug)
    if common < min(2, len(slug)):
        return 0.0
    share = common / len(slug) * (0.6 + 0.4 * common / len(words))
    return share if block.words > LABEL_WORDS else share * 0.4


def _told(block: Block) -> frozenset[str]:
    """The stems of the words in *block*."""
    return _stems(_words(block.key))


def _words(text: str) -> AbstractSet[str]:
    """The words of *text*; strings between spaces are split only if they contain a mark."""
    pieces = {*text.split()}
    words = {*filter(str.isalnum, pieces)}
    return words.union(_WORD.findall(" ".join(pieces - words)))


def _stems(words: AbstractSet[str]) -> frozenset[str]:
    """The beginnings of content words; of words in scripts of syllables or ideographs, each pair of characters."""
    carrying = words - all_function_words()
    spelt = {word[:_STEM] for word in carrying if len(word) > 1 and word[0] < _SYLLABLES}
    signs = [word for word in carrying if word[0] >= _SYLLABLES]
    return frozenset(spelt.union(word[at : at + 2] for word in signs for at in range(len(word) - 1)))


def _last_print(blocks: Sequence[Block], index: int) -> int:
    """The last block with the same title before the next prose or byline: the one directly above the article."""
    last = index
    for later in range(index + 1, len(blocks)):
        block = blocks[later]
        is_other = block.key != blocks[index].key
        if is_other and (block.kind == "prose" or opens_byline(block)):
            break
        last = last if is_other else later
    return last


def _trimmed(blocks: Sequence[Block], index: int) -> Headline:
    """The headline without a label after a bar, "… | Editorial", or a paper after a dash, "… - Harbour Times"."""
    block = blocks[index]
    label = _LABELLED.search(block.text)
    paper = None if label else _PAPER.search(block.text)
    label = paper if paper and paper["last"].lower() in word_set("outlet-words") - _COMMON else label
    return Headline(index, block.start, block.start + label.start() if label else block.end)
