"""Makers of something other than a page's text, who are not its authors: photographers, editors, translators."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ld.read.blocks import Block
from ld.read.captions import describes_picture
from ld.read.vocabulary import phrase_set, phrases, word_set
from ld.text.alternatives import any_of

_BY = ("by", "von", "par", "por", "di", "da", "de", "door", "av", "af")


def signs_something_else(blocks: Sequence[Block], index: int) -> bool:
    """Whether the line at *index*, a "by" and a name, names the maker of what the line directly above is or names.

    That is a word such as "Photo", or a caption that forms a group between blank lines with this line.
    """
    above = blocks[index - 1] if index else None
    if above is None or above.key in phrase_set("other-makers"):
        return above is not None
    is_group = above.spaced and not blocks[index].spaced and (index + 1 == len(blocks) or blocks[index + 1].spaced)
    return is_group and (above.credit is not None or describes_picture(above.text))


def may_sign_picture(blocks: Sequence[Block], index: int) -> bool:
    """Whether a caption without a photographer is directly above the line at *index*."""
    above = blocks[index - 1] if index else None
    return above is not None and above.credit is None and describes_picture(above.text)


def has_other_job(block: Block) -> bool:
    """Whether a line is just the job of a photographer, a translator or the like: "Staff photographer"."""
    words = set(block.key.split())
    return names_other_job(block.key) and words <= word_set("other-maker-jobs") | word_set("job-words")


def names_other_job(text: str) -> bool:
    """Whether one of the words is the job of a photographer, a translator or the like."""
    return not word_set("other-maker-jobs").isdisjoint(word.strip(".,:;()") for word in text.lower().split())


def without_other_makers(pieces: Iterable[str]) -> Iterator[str]:
    """The *pieces* of a list of makers before the first who is introduced as the maker of something else.

    A piece with a byline word starts over: of "Photos by A", "B" and "Text by C" the last remains.
    """
    is_other = False
    for piece in pieces:
        found = _introduced().search(piece)
        is_other = (is_other and _text_by().match(piece) is None) or found is not None
        said = piece[: found.start()] if found else piece
        if said.strip() and (found or not is_other):
            yield said


def is_introduced(line: str, name: str) -> bool:
    """Whether a *line* that consists of names alone has "Editor:", or a similar word, before *name*."""
    return name in line and re.search(rf"^\W*{_words('other-makers')}\s*[:：]", line, re.IGNORECASE) is not None


def _words(name: str) -> str:
    return any_of(phrases(name))


@cache
def _introduced() -> re.Pattern[str]:
    """At the start of a piece or after a name: "Photos by", "Editor:" and the like."""
    return re.compile(rf"(?i)(?<!\S){_words('other-makers')}(?:\s+{any_of(_BY)}\b|\s*[:：])")


@cache
def _text_by() -> re.Pattern[str]:
    return re.compile(rf"(?i)\W{{0,3}}{_words('byline-words')}\b")
