"""How far a line of a pasted page resembles a title, and which lines near a title sign or date the article."""

import re

from ld.read.blocks import Block
from ld.read.bylines import is_byline
from ld.read.dates import names_day
from ld.read.vocabulary import all_function_words

_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d ?(?:[ap]\.?m\b|[A-Z]{2,4}T\b|GMT|UTC|Uhr)|T\d\d:\d\d:\d\d", re.IGNORECASE)
_MARK = re.compile(r"[:?!,;–—“”\"$]|--")
_MOST_WORDS = 40
_SENTENCE_WORDS = 16
_TITLE_WORDS = range(5, 24)
_TITLE = 12
_LABEL = -60
LABEL_WORDS = 3
"""The most words of a label: fewer than a title has."""
_FIRST = 20
_AGAIN = 8
_LABEL_TIMES = 6
_MENU = -20
_MENU_WORDS = 5
_SENTENCE = -25
_PROSE = -45
_LONG = -15
_CUT_OFF = -40
_LONGEST_WORD = 40
_DATED_WORDS = 14


def may_head(block: Block, *, first: bool) -> bool:
    """Whether a block could be a headline by its length: a title, or one short sentence at the top of the text."""
    if block.words > _MOST_WORDS or block.is_page_furniture or "©" in block.text:
        return False
    if len(block.text) > _LONGEST_WORD and max(map(len, block.text.split())) > _LONGEST_WORD:
        return False
    return not (first and block.kind == "prose" and block.text.endswith(".") and block.words > _SENTENCE_WORDS)


def is_signature(block: Block) -> bool:
    """Whether a line is a byline, a date or a credit."""
    if block.credit:
        return True
    if block.kind == "prose" or block.words > _MOST_WORDS:
        return False
    if "#" in block.key:
        at_clock = block.words <= _DATED_WORDS and _CLOCK.search(block.text) is not None
        if at_clock or names_day(block.text):
            return True
    return is_byline(block.text)


def title_weight(block: Block, times: int, *, first: bool) -> float:
    """How far a block resembles a title, in words of prose."""
    weight = 0
    if block.words in _TITLE_WORDS:
        weight += _TITLE + (_FIRST if first else 0)
    elif block.words <= LABEL_WORDS:
        weight += _LABEL
    elif block.words >= _TITLE_WORDS.stop:
        weight += _LONG
    weight += _AGAIN * min(times - 1, 2) if times <= _LABEL_TIMES else _MENU
    if block.words >= _MENU_WORDS and is_menu(block):
        weight += _MENU
    if block.kind == "prose" and not first and block.text.rstrip("\"'”’»)").endswith("."):
        weight += _PROSE
    if block.text.endswith(("…", "...")):
        weight += _CUT_OFF
    return weight + (_SENTENCE if block.text.endswith((".", ":", ",", ";")) else 0)


def is_sentence(block: Block) -> bool:
    """Whether a block is a sentence with a full stop that is not that of "U.S."."""
    return block.kind == "prose" and block.text.endswith(".") and "." not in block.text.split()[-1][:-1]


def is_menu(block: Block) -> bool:
    """Whether a block is a row of labels: capitalised words without function words or punctuation between them."""
    if _MARK.search(block.text) or not all_function_words().isdisjoint(block.key.split()):
        return False
    words = block.text.split()
    return sum(word[0].isupper() for word in words) * 2 > len(words)
