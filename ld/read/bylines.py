"""Bylines: who wrote the article, and exactly where the names are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, groupby, islice, takewhile
from typing import NamedTuple

from ld.generations import GENERATIONS
from ld.read.blocks import Block
from ld.read.vocabulary import all_function_words, folded, function_words, phrase_set, phrases, word_set
from ld.text.alternatives import any_of
from ld.text.calendar_words import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS

_PIECE = re.compile(r"[,;&]|\b(?:and|und|et|y|e|en|og|och)\b")
_CUT = re.compile(
    rf"""
    (?:
      [|•·/(\[<{{@\n\t:"“”]                                          # Nora Quist | Harbour Press
      | \s[-–—] | [-–—]\s                                            # Nora Quist - Harbour Press
      | \d                                                           # Nora Quist 3 May
      | \b(?:on|at|in|for|For|is|was|has|writes|special[ ]to)\b      # Nora Quist in Oslo
      | (?i:\b(?:published|updated|posted|last|follow|share|comments?|email)\b)
      | \b{any_of((*WEEKDAYS, *SHORT_WEEKDAYS))}\b                    # Nora Quist Monday
      | \b{any_of((*MONTHS, *SHORT_MONTHS))}\.?\s+\d                 # Nora Quist May 3
    )
    """,
    re.VERBOSE,
)
_TOKEN = re.compile(r"[^\W\d_][\w.'’ʼ-]*")
_NUMERALS = frozenset(filter(str.isupper, GENERATIONS))
_SITE = re.compile(r"\w\.[a-z]{2,}\b")
_JOINED = re.compile(r"[A-Z]{3,}[a-z]")
_MAC = re.compile(r"\b(Mc|O['’])(\w)")
_TOKENS = range(2, 6)
_BARE_TOKENS = range(2, 5)
_LINE_WORDS = 30
_LINE_LENGTH = 1000
_NAME_WORDS = 12
_GOES_ON = re.compile(r"\s*(?::|(?:are|has|have|is|was|were|writes)\b)")
_HANDLE = re.compile(r"(?:^|\s)@\w|[\w.-]@[\w-]+\.\w")
_BIO = re.compile(
    r"""
    \W{0,3}(?P<name>[A-Z][\w.'’-]+(?:[ ][A-Z][\w.'’-]*){1,3})
    (?:,[ ][^.]{3,60},)? [ ] (?:is|was|covers|writes|reports|has[ ]been|joined|works)[ ]
    """,
    re.VERBOSE,
)
_JOB_REACH = 20
_NEAR = 3
_OUTLET_WORDS = 2
_OVER_WORDS = 5
_LISTED = 12
_JOINT = re.compile(r"[,&]|and|und|et|y|e|en")
_AND_AT_START = re.compile(r"(?:and|und|et|y|e|&)\s+(?=[A-Z])")
_LABEL_WORDS = 2


class Author(NamedTuple):
    """An author: the *name* as it is written in running text, and where its words stand in the source."""

    name: str
    start: int
    end: int


class Byline(NamedTuple):
    """A byline: where its words begin and end in the source, and the people that it names; none if but an agency."""

    start: int
    end: int
    authors: tuple[Author, ...]


def find_byline(blocks: Sequence[Block], head: range, tail: range, outlets: Sequence[str]) -> Byline | None:
    """The byline in *head*, the blocks between headline and body, else in *tail*, those after the body.

    A line that says "by" and names people goes before one that names but an agency, and that one before a line
    with the name of somebody whose job is told below the text, and that before a line of nothing but a name;
    such a line counts beside a date, an address or a job, or when the name is written
    elsewhere too. Without any of them a "by" in the short lines above the headline counts.
    *outlets* are the labels of the URL's host.
    """
    above = [byline for index in head if (byline := _introduced(blocks, index, outlets))]
    if above:
        return next((byline for byline in above if byline.authors), above[0])
    alone = list(takewhile(lambda index: blocks[index].kind != "box", head))
    over = [byline for index in _over(blocks, head.start - 1) if (byline := _introduced(blocks, index, outlets))]
    told = None if over else _introduced_below(blocks, alone, range(head.start, tail.stop))
    if told:
        return told
    over.sort(key=lambda byline: -len(byline.authors))
    bare = (_bare(blocks, index, outlets) for index in alone)
    below = (_introduced(blocks, index, outlets) for index in tail)
    return next(filter(None, chain(bare, over, below)), None)


def _introduced_below(blocks: Sequence[Block], head: Iterable[int], where: range) -> Byline | None:
    """The line in *head*, or directly above the headline, that names who is told of as a journalist further below.

    That is a line which begins or ends with the name: "Nora Quist / 3 May", where the text ends
    "Nora Quist is a reporter at the Harbour Times".
    """
    names = [match["name"] for index in where if (match := _BIO.match(blocks[index].text)) and _tells_job(match)]
    for index in (*head, *_over(blocks, where.start - 1)):
        block = blocks[index]
        for name in names if block.kind == "fragment" and block.words <= _NAME_WORDS else ():
            if block.text.startswith(name) or block.text.endswith(name):
                start = block.start + block.text.index(name)
                return Byline(start, start + len(name), (Author(written(name), start, start + len(name)),))
    return None


def _tells_job(match: re.Match[str]) -> bool:
    """Whether a line that tells of somebody names a journalist's job."""
    words = (word.strip(".,;’'") for word in folded(match.string[match.end() :]).split()[:_JOB_REACH])
    return _is_person(match["name"]) and not word_set("job-words").isdisjoint(words)


def _over(blocks: Sequence[Block], headline: int) -> Iterator[int]:
    """The short lines directly above the headline: names, dates and labels, up to a paragraph or another title."""
    for index in range(headline - 1, -1, -1):
        is_name = any(map(_is_but_by, blocks[max(0, index - 1) : index + 1]))
        is_far = headline - index > _LISTED or blocks[index].words > _OVER_WORDS
        if blocks[index].kind in {"prose", "box"} or (is_far and not is_name):
            return
        yield index


def _is_but_by(block: Block) -> bool:
    match = _by_at_start().match(block.text)
    return match is not None and match.end() == len(block.text)


def is_byline(text: str) -> bool:
    """Whether *text* is a line that begins with "by" and a name, a person's or not."""
    match = _by_at_start().match(text)
    return match is not None and any(_named(text[match.end() :], 0, (), _TOKENS))


def opens_byline(block: Block) -> bool:
    """Whether *block* is a byline, or is but a word such as "by", below which the name stands."""
    return _is_but_by(block) or is_byline(block.text)


def _introduced(blocks: Sequence[Block], index: int, outlets: Sequence[str]) -> Byline | None:
    """The byline of a line with a word such as "by"; the name may stand on the next line."""
    block = blocks[index]
    if block.words > _LINE_WORDS or len(block.text) > _LINE_LENGTH:
        return None
    if (block.kind == "prose" or block.credit) and not _by_at_start().match(block.text):
        return None
    for match in _by_anywhere().finditer(block.text):
        if match.end() == len(block.text):
            lines = [line for line in _listed(blocks, index + 1, outlets) if line]
            people = tuple(chain.from_iterable(map(_people, lines)))
            return Byline(lines[0][0].start, lines[-1][-1].end, people) if lines else None
        named = tuple(_named(block.text[match.end() :], block.start + match.end(), outlets, _TOKENS))
        if named:
            people = (*_people(named), *_joined(blocks, index + 1, outlets))
            end = max(author.end for author in (*named, *people))
            return Byline(block.start + match.start("by"), end, people)
    return None


def _joined(blocks: Sequence[Block], index: int, outlets: Sequence[str]) -> tuple[Author, ...]:
    """The people of the line at *index*, if an "and" at its start joins them to the line above."""
    block = blocks[index] if index < len(blocks) else None
    match = _AND_AT_START.match(block.text) if block and block.kind == "fragment" else None
    if block is None or match is None:
        return ()
    return _people(_named(block.text[match.end() :], block.start + match.end(), outlets, _TOKENS))


def _listed(blocks: Sequence[Block], index: int, outlets: Sequence[str]) -> Iterator[tuple[Author, ...]]:
    """The names of the line at *index*, and of each after it that a line of a comma, "and" or "by" joins to it."""
    joined = True
    for block in blocks[index : index + _LISTED]:
        if _JOINT.fullmatch(block.text) or _is_but_by(block):
            joined = True
        elif joined:
            joined = False
            yield tuple(_named(block.text, block.start, outlets, _TOKENS))
        else:
            return


def _bare(blocks: Sequence[Block], index: int, outlets: Sequence[str]) -> Byline | None:
    """The byline of a line that is but names, perhaps with a date, a job or an address."""
    block = blocks[index]
    if block.kind != "fragment" or block.words > _LINE_WORDS or len(block.text) > _LINE_LENGTH:
        return None
    if block.text[0] in "\"'“‘«„" or block.text[-1] == ":" or block.ends or block.credit:
        return None
    if _by_at_start().match(block.text):
        return None
    lead = len(block.text) - len(block.text.lstrip("•·-–—*| \t"))
    authors = _people(_named(block.text[lead:], block.start + lead, outlets, _BARE_TOKENS))
    if not authors or not all(_is_personal(author.name) for author in authors):
        return None
    rest = block.text[authors[-1].end - block.start :]
    if _GOES_ON.match(rest):
        return None
    return Byline(authors[0].start, authors[-1].end, authors) if rest or _is_confirmed(blocks, index, authors) else None


def _is_confirmed(blocks: Sequence[Block], index: int, authors: tuple[Author, ...]) -> bool:
    """Whether a date, an address, a job or a second writing of the name stands by a line of names."""
    near = blocks[max(0, index - _NEAR) : index + _NEAR + 1]
    if any(_HANDLE.search(block.text) or any(char.isdigit() for char in block.text) for block in near):
        return True
    if any(word_set("job-words") & set(block.key.split()) for block in near):
        return True
    name = folded(authors[0].name)
    return sum(name in block.key for block in blocks) > 1


def _people(named: Iterable[Author]) -> tuple[Author, ...]:
    """Of those *named* in a line the people that stand together first: after an agency follow its offices."""
    groups = groupby(named, key=lambda author: _is_person(author.name))
    return next((tuple(group) for people, group in groups if people), ())


def _is_person(name: str) -> bool:
    """Whether a name in a byline may be a person's: no agency's, no web site's, no label of the page."""
    plain = folded(name)
    words = plain.split()
    if words[:1] == ["the"] or _SITE.search(name) or _names_agency_first(words):
        return False
    if len(function_words()["en"].intersection(words)) > 1:
        return False
    return not any(word in word_set("no-author-words") for word in words)


def _names_agency_first(words: Sequence[str]) -> bool:
    """Whether folded *words* are an agency, or begin with one of several words: "associated press nora quist"."""
    starts = range(len(words), 0, -1) if len(words) <= _OUTLET_WORDS else (*range(len(words), 1, -1),)
    return any(" ".join(words[:stop]) in phrase_set("agencies") for stop in starts)


def _named(line: str, offset: int, outlets: Sequence[str], tokens: range) -> Iterator[Author]:
    """The names that *line* begins with, whosever they are; *offset* is where it stands in the source."""
    cut = _CUT.search(line, 0, _LINE_LENGTH)
    text = line[: cut.start() if cut else _LINE_LENGTH]
    found = False
    begins = [0, *(match.end() for match in _PIECE.finditer(text))]
    ends = [*(match.start() for match in _PIECE.finditer(text)), len(text)]
    for begin, end in zip(begins, ends, strict=True):
        words = _name_words(text[begin:end], outlets)
        if words is None or not (len(words) in tokens or (words and not found and _is_agency(text[begin:end]))):
            if found or text[begin:end].strip():
                return
            continue
        start, stop = begin + words[0].start(), begin + words[-1].end()
        found = True
        words = _without_outlet(words)
        stop = begin + words[-1].end()
        yield Author(written(text[start:stop]), offset + start, offset + stop)


def _name_words(piece: str, outlets: Sequence[str]) -> list[re.Match[str]] | None:
    """The words of the name that *piece* begins with: up to a job, an agency or the outlet; None when it is no name."""
    words = list(islice(_TOKEN.finditer(piece), _NAME_WORDS))
    titles = {outlet.removeprefix("the") for outlet in outlets}
    kept: list[re.Match[str]] = []
    for index, word in enumerate(words):
        plain = word[0].lower().rstrip(".,")
        rest = "".join(re.findall(r"[^\W_]+", piece[word.start() :].lower()))
        outlet = index > 0 and words[0][0] != "The" and (word[0] == "The" or _is_agency(piece[word.start() :]))
        joined = len(kept) >= _BARE_TOKENS.start and _JOINED.match(word[0]) is not None
        if outlet or joined or rest.removeprefix("the") in titles:
            break
        if plain in word_set("job-words"):
            return _without_desk(kept) or None
        if word[0][0].islower() and not (plain in word_set("name-particles") and index):
            is_label = len(words) - index <= _LABEL_WORDS and plain not in all_function_words()
            return kept if is_label and len(kept) in _TOKENS else None
        kept.append(word)
    return kept or None


def _without_desk(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """*words*, those before a job, without what they write about: "Jane Doe Science Editor" is Jane Doe."""
    while len(words) > _BARE_TOKENS.start and words[-1][0].lower() in word_set("name-stops"):
        words = words[:-1]
    return words


def _without_outlet(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """*words*, the name of a person, without that of an outlet behind it: "Jane Doe Gazette News" is Jane Doe."""
    if len(words) <= _BARE_TOKENS.start or words[-1][0].lower() not in word_set("no-author-words"):
        return words
    return words[: max(_BARE_TOKENS.start, len(words) - _OUTLET_WORDS)]


def _is_agency(name: str) -> bool:
    return " ".join(name.lower().split()) in phrase_set("agencies")


def _is_personal(name: str) -> bool:
    """Whether a name begins with a capital letter, and none of its words is one of those that stand in menus."""
    words = [word.lower().strip(".") for word in name.split()]
    return name[0].isupper() and not any(word in word_set("name-stops") for word in words)


def written(name: str) -> str:
    """*name* with single spaces, and in title case when it is in capitals: "O'NEILL-MCKAY" is O'Neill-McKay."""
    name = " ".join(name.split()).rstrip(",")
    if not name.isupper():
        return name
    words = [word if len(word.strip(".")) == 1 or word in _NUMERALS else _titled(word) for word in name.split()]
    return " ".join(words)


def _titled(word: str) -> str:
    if word.count(".") > 1:
        return word
    capital = re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), word)
    return _MAC.sub(lambda match: match[1] + match[2].upper(), capital)


@cache
def _by_at_start() -> re.Pattern[str]:
    words = any_of(phrases("byline-words"))
    return re.compile(rf"\W{{0,3}}(?i:{words})\b\s*[:：—-]?\s*(?=[A-Z\W]|$)")


@cache
def _by_anywhere() -> re.Pattern[str]:
    """A word that introduces an author, at the start of a line or after a date, a bar or the like."""
    words = any_of(phrases("byline-words"))
    return re.compile(
        rf"(?:^\W{{0,3}}|[|•·\d/,)—–:-]\s?|(?<=[ap]m)\s|(?<=[AP]M)\s|(?<=\b[A-Z][A-Z]T)\s|\s(?=as\ told\ to\b))(?P<by>(?i:{words}))\b\s*[:：—–-]?\s*"
    )
