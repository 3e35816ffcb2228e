"""Bylines: who wrote the article, and the exact positions of the names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, takewhile
from typing import NamedTuple

from ld.read.author_names import BARE_TOKENS, LINE_LENGTH, TOKENS, Author, is_personal, named, people, written
from ld.read.bios import journalists
from ld.read.blocks import Block
from ld.read.other_makers import has_other_job, may_sign_picture, signs_something_else
from ld.read.senders import newsroom
from ld.read.vocabulary import folded, phrases, word_set
from ld.text.alternatives import any_of

_LINE_WORDS = 30
_GOES_ON = re.compile(r"\s*(?::|(?:are|has|have|is|was|were|writes)\b)")
_HANDLE = re.compile(r"(?:^|\s)@\w|[\w.-]@[\w-]+\.\w")
_NEAR = 3
_OVER_WORDS = 5
_SIGNED_WORDS = 12
_LISTED = 12
_JOINT = re.compile(r"[,&]|and|und|et|y|e|en")
_AND_AT_START = re.compile(r"(?:and|und|et|y|e|&)\s+(?=[A-Z])")


class Byline(NamedTuple):
    """A byline: the start and end of its words in the source, and the people it names; empty for a mere agency."""

    start: int
    end: int
    authors: tuple[Author, ...]


def find_byline(
    blocks: Sequence[Block],
    head: range,
    tail: range,
    outlets: Sequence[str],
    *,
    captions: frozenset[int] = frozenset(),
) -> Byline | None:
    """The byline in *head*, the blocks between headline and body, else in *tail*, those after the body.

    In order of preference: a line with "by" and names of people; one that names only an agency; one with the name of
    somebody whose job is given below; a line with nothing but a name, if a date, an address or a job is near it or the
    name is repeated elsewhere. After these come a "by" in the short lines above the headline, and then one below a
    caption.
    *outlets* are the labels of the URL's host; the lines *captions* are known to belong to pictures.
    """
    lines = [index for index in head if index not in captions]
    signed = {index: byline for index in lines if (byline := _introduced(blocks, index, outlets))}
    doubtful = [signed.pop(index) for index in [*signed] if may_sign_picture(blocks, index)]
    above = [*signed.values()]
    if above:
        return next((byline for byline in above if byline.authors), above[0])
    alone = list(takewhile(lambda index: blocks[index].kind != "box", lines))
    over = [byline for index in _over(blocks, head.start - 1) if (byline := _introduced(blocks, index, outlets))]
    told = None if over else _introduced_below(blocks, alone, range(head.start, tail.stop))
    if told:
        return told
    over.sort(key=lambda byline: -len(byline.authors))
    bare = (_bare(blocks, index, outlets) for index in alone)
    below = (_introduced(blocks, index, outlets) for index in tail)
    return next(filter(None, chain(bare, over, doubtful, below)), None)


def _introduced_below(blocks: Sequence[Block], head: Iterable[int], where: range) -> Byline | None:
    """The line in *head*, or directly above the headline, with the name of a journalist introduced further below.

    The line begins or ends with the name: "Nora Quist / 3 May", where the text ends "Nora Quist is a reporter at the
    Harbour Times".
    """
    names = journalists(blocks, where)
    for index in (*head, *_over(blocks, where.start - 1)):
        block = blocks[index]
        for name in names if block.kind == "fragment" and block.words <= _SIGNED_WORDS else ():
            if block.text.startswith(name) or block.text.endswith(name):
                start = block.start + block.text.index(name)
                return Byline(start, start + len(name), (Author(written(name), start, start + len(name)),))
    return None


def _over(blocks: Sequence[Block], headline: int) -> Iterator[int]:
    """The short lines directly above the headline: names, dates and labels, up to a paragraph or another title."""
    for index in range(headline - 1, -1, -1):
        is_name = any(map(is_but_by, blocks[max(0, index - 1) : index + 1]))
        is_far = headline - index > _LISTED or blocks[index].words > _OVER_WORDS
        if blocks[index].kind in {"prose", "box"} or (is_far and not is_name):
            return
        yield index


def is_but_by(block: Block) -> bool:
    """Whether *block* is just a word such as "by", with the name below it."""
    match = _by_at_start().match(block.text)
    return match is not None and match.end() == len(block.text)


def is_byline(text: str) -> bool:
    """Whether *text* is a line that begins with "by" and a name, a person's or not."""
    match = _by_at_start().match(text)
    return match is not None and any(named(text[match.end() :], 0, (), TOKENS))


def opens_byline(block: Block) -> bool:
    """Whether *block* is a byline, or just a word such as "by", with the name below it."""
    return is_but_by(block) or is_byline(block.text)


def _introduced(blocks: Sequence[Block], index: int, outlets: Sequence[str]) -> Byline | None:
    """The byline of a line with a word such as "by"; the name may be on the next line."""
    block = blocks[index]
    if block.words > _LINE_WORDS or len(block.text) > LINE_LENGTH or signs_something_else(blocks, index):
        return None
    if (block.kind == "prose" or block.credit) and not _by_at_start().match(block.text):
        return None
    for match in _by_anywhere().finditer(block.text):
        if match.end() == len(block.text):
            lines = [line for line in _listed(blocks, index + 1, outlets) if line]
            authors = tuple(chain.from_iterable(map(people, lines)))
            return Byline(lines[0][0].start, lines[-1][-1].end, authors) if lines else None
        if room := newsroom(block.text):
            return Byline(block.start + match.start("by"), block.start + room.end(), ())
        found = tuple(named(block.text[match.end() :], block.start + match.end(), outlets, TOKENS))
        if found:
            joined = (*people(found), *_joined(blocks, index + 1, outlets))
            end = max(author.end for author in (*found, *joined))
            return Byline(block.start + match.start("by"), end, joined)
    return None


def _joined(blocks: Sequence[Block], index: int, outlets: Sequence[str]) -> tuple[Author, ...]:
    """The people in the line at *index*, if an "and" at its start links it to the line above."""
    block = blocks[index] if index < len(blocks) else None
    match = _AND_AT_START.match(block.text) if block and block.kind == "fragment" else None
    if block is None or match is None:
        return ()
    return people(named(block.text[match.end() :], block.start + match.end(), outlets, TOKENS))


def _listed(blocks: Sequence[Block], index: int, outlets: Sequence[str]) -> Iterator[tuple[Author, ...]]:
    """The names in the line at *index*, and in each following one linked by a line that is a comma, "and" or "by"."""
    joined = True
    for block in blocks[index : index + _LISTED]:
        if _JOINT.fullmatch(block.text) or is_but_by(block):
            joined = True
        elif joined:
            joined = False
            yield tuple(named(block.text, block.start, outlets, TOKENS))
        else:
            return


def _bare(blocks: Sequence[Block], index: int, outlets: Sequence[str]) -> Byline | None:
    """The byline of a line with only names, possibly with a date, a job or an address."""
    block = blocks[index]
    if block.kind != "fragment" or block.words > _LINE_WORDS or len(block.text) > LINE_LENGTH:
        return None
    if block.text[0] in "\"'“‘«„" or block.text[-1] == ":" or block.ends or block.credit:
        return None
    if _by_at_start().match(block.text) or any(map(has_other_job, blocks[index + 1 : index + 2])):
        return None
    lead = len(block.text) - len(block.text.lstrip("•·-–—*| \t"))
    authors = people(named(block.text[lead:], block.start + lead, outlets, BARE_TOKENS))
    if not authors or not all(is_personal(author.name) for author in authors):
        return None
    rest = block.text[authors[-1].end - block.start :]
    if _GOES_ON.match(rest):
        return None
    return Byline(authors[0].start, authors[-1].end, authors) if rest or _is_confirmed(blocks, index, authors) else None


def _is_confirmed(blocks: Sequence[Block], index: int, authors: tuple[Author, ...]) -> bool:
    """Whether a date, an address or a job is near a line of names, or the name is repeated."""
    near = blocks[max(0, index - _NEAR) : index + _NEAR + 1]
    if any(_HANDLE.search(block.text) or any(char.isdigit() for char in block.text) for block in near):
        return True
    if any(word_set("job-words") & set(block.key.split()) for block in near if not has_other_job(block)):
        return True
    name = folded(authors[0].name)
    return sum(name in block.key and block.kind != "prose" for block in blocks) > 1


@cache
def _by_at_start() -> re.Pattern[str]:
    words = any_of(phrases("byline-words"))
    return re.compile(rf"\W{{0,3}}(?i:{words})\b\s*[:：—-]?\s*(?=[A-Z\W]|$)")


@cache
def _by_anywhere() -> re.Pattern[str]:
    """A word that introduces an author, at the start of a line or after a date, a bar or the like."""
    words = any_of(phrases("byline-words"), space="[ ]")
    return re.compile(
        rf"""
        (?:
          ^\W{{0,3}} | [|•·\d/,)—–:-]\s?
          | (?<=[ap]m)\s | (?<=[AP]M)\s | (?<=\b[A-Z][A-Z]T)\s  # 9 May 2024 2:26 pm by
          | \s(?=as[ ]told[ ]to\b)
        )
        (?P<by>(?i:{words}))\b \s*[:：—–-]?\s*
        """,
        re.VERBOSE,
    )
