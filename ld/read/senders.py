"""The agency or newsroom from which an article comes, by its byline, its dateline or its last line."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ld.read.blocks import Block
from ld.read.dates import has_day
from ld.read.other_makers import may_sign_picture, signs_something_else
from ld.read.sign_offs import agency_names, sign_off
from ld.read.vocabulary import word_set

_LINE_WORDS = 16
_ROOM = re.compile(
    r"""
    \b[Bb][Yy][ ](?:[Tt]he[ ])?
    (?P<name>(?:[A-Z][\w.&'’-]*[ ]){1,4}?)
    (?i:staff(?:[ ](?:reports?|reporters|writers))? | (?P<room>newsroom | news[ ]desk | editorial[ ]board))
    (?=\W*$|[ ]*[|•·,(–—-])
    """,
    re.VERBOSE,
)
_BY = re.compile(r"\W{0,3}[Bb][Yy]\b")
_PAPER_WORDS = 2
_NO_NAMES = frozenset(("digital", "editorial", "news", "online", "our", "sports", "the", "web"))
_DATELINE = re.compile(
    r"""
    (?P<place>(?:[A-Z][\w.’'-]*,?[ ]){1,8}) (?:\d{1,2}[ ])?                         # OSLO, Norway, Sept. 11
    \( (?P<name>[A-Z][\w.&’'-]*(?:[ ][A-Z][\w.&’'-]*){0,3} | dpa | epd) \)          # (AP), (Quay Press)
    [ ]? (?:-|–|—|--) (?:[ ]|$)
    """,
    re.VERBOSE,
)
_AGENCY_WORD = re.compile(r"\b(?:Agency|News|Press|Service|Wire)\b")
_TOWN_LETTERS = 3


class Sender(NamedTuple):
    """The organization's *name*, its position in the source, and the rule that read it."""

    name: str
    start: int
    end: int
    rule: str


def find_sender(blocks: Sequence[Block], head: range, text: Sequence[int]) -> Sender | None:
    """The sender of the article with the paragraphs *text*: the first agency or newsroom that signs, if any does.

    It may be in a line of *head*, below the headline, that says "by", or that consists of an agency beside the headline
    or a day; in the brackets of the dateline; at the end of the text, or in the line below it.
    """
    lines = [index for index in head if blocks[index].kind != "prose" and blocks[index].words <= _LINE_WORDS]
    found = (
        *(each for index in lines for each in _of_byline(blocks, index)),
        *(each for index in lines if _is_beside_day(blocks, index, head) for each in _alone(blocks[index])),
        *(each for index in text[:1] for each in _of_dateline(blocks[index])),
        *(each for index in text[-1:] for each in _signed_off(blocks[index])),
        *(each for index in text[-1:] for each in _at_end(blocks[index + 1 : index + 2])),
    )
    return next(iter(found), None)


def newsroom(line: str) -> re.Match[str] | None:
    """The newsroom that signs *line*: "By Quay News staff", "By POLITICO staff".

    Its name is one word, or two with a second one that papers have: more may be a person and a paper ("By Nora Quist
    Globe Staff").
    """
    match = _ROOM.search(line)
    words = match["name"].lower().split() if match else []
    is_word = len(words) == 1 and words[0] not in _NO_NAMES
    is_paper = len(words) == _PAPER_WORDS and words[-1] in word_set("outlet-words")
    return match if is_word or is_paper else None


def _of_byline(blocks: Sequence[Block], index: int) -> Iterator[Sender]:
    block = blocks[index]
    if not _BY.match(block.text) or signs_something_else(blocks, index) or may_sign_picture(blocks, index):
        return
    for match in (_agency().search(block.text), newsroom(block.text)):
        if match:
            yield _sender(block, match, "organization in the byline")


def _is_beside_day(blocks: Sequence[Block], index: int, head: range) -> bool:
    near = blocks[max(head.start, index - 1) : index + 2]
    return index == head.start or any(block.kind != "prose" and has_day(block.text) for block in near)


def _alone(block: Block) -> Iterator[Sender]:
    match = _agency().fullmatch(block.text.rstrip(" |•·"))
    if match:
        yield _sender(block, match, "agency on a line of its own")


def _of_dateline(block: Block) -> Iterator[Sender]:
    match = _in_brackets().match(block.text) or _DATELINE.match(block.text)
    if match and ("place" not in match.groupdict() or _is_sender(match["name"], match["place"])):
        yield _sender(block, match, "agency in the dateline")


def _is_sender(name: str, place: str) -> bool:
    """Whether brackets after a *place* contain an agency: they may also abbreviate what precedes them."""
    if _agency().fullmatch(name) or _AGENCY_WORD.search(name):
        return True
    first = place.split(maxsplit=1)[0].strip(",")
    initials = "".join(word[0] for word in place.split())
    return first.isupper() and len(first) > _TOWN_LETTERS and not initials.startswith(name[:1])


def _signed_off(block: Block) -> Iterator[Sender]:
    """The agency at the end of a paragraph, after a dash or in brackets: "… until the spring. — Reuters"."""
    match = sign_off(block.text)
    if match:
        yield _sender(block, match, "agency at the end")


def _at_end(below: Sequence[Block]) -> Iterator[Sender]:
    """The agency on the line directly below the text, after a dash or in brackets."""
    for block in below:
        match = _signature().fullmatch(block.text)
        if match:
            yield _sender(block, match, "agency at the end")


def _sender(block: Block, match: re.Match[str], rule: str) -> Sender:
    begin = match.start("name")
    end = match.end("room") if match.groupdict().get("room") else match.end("name")
    words = match.string[begin:end].rstrip()
    return Sender(" ".join(words.split()), block.start + begin, block.start + begin + len(words), rule)


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.@-])(?:(?i:the)\s)?(?P<name>{agency_names()})(?![\w/@]|[.-]\w)")


@cache
def _signature() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:–|—|--|-)\s?|\()(?P<name>{agency_names()})\)?")


@cache
def _in_brackets() -> re.Pattern[str]:
    return re.compile(rf"\((?P<name>{agency_names()})\)\s?(?:–|—|--|-)\s")
