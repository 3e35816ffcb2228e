"""The words between quotation marks: typographic, typed or single, closed or continued in the next paragraph."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ld.article import Part


class Quote(NamedTuple):
    """The words between two quotation marks; *outer_start* and *outer_end* include the marks.

    *goes_on* if no mark closes them before the paragraph ends.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    text: str
    goes_on: bool = False

    @property
    def is_sentence(self) -> bool:
        """Whether the words begin like a sentence."""
        return self.text.lstrip("‘'“\"[(… .")[:1].isupper()


def quotes_in(text: str, part: Part) -> Iterator[Quote]:
    """The quoted words of a paragraph in order, the outermost of nested ones.

    A nickname inside a name does not count: NAME “Tide” NAME.
    The words exclude a comma at their end, or after a fragment a full stop: these belong to the sentence around them.
    Single marks count only around three words or more, so that no apostrophe opens a quotation.
    """
    double = list(_double(text, part))
    single = [
        match.span()
        for match in _SINGLE.finditer(text, part.start, part.end)
        if len(match[1].split()) >= _FEWEST_WORDS_IN_SINGLE
    ]
    single += _going_on(text, part, single)
    outer = [(start, end, True) for start, end in double if not _inside(start, end, single)]
    outer += [(start, end, False) for start, end in single if not _overlaps(start, end, outer)]
    for start, end, is_double in sorted(outer):
        if _is_nickname(text, start, end):
            continue
        quote = _quote(text, start, end, is_double=is_double)
        if quote:
            yield quote


def _is_nickname(text: str, start: int, end: int) -> bool:
    """Whether the marks enclose one or two capitalised words between the words of a name."""
    match = _NICKNAME.match(text, start)
    return bool(match and match.end() == end and _NAME_BEFORE.search(text, max(0, start - _NEAR), start))


_NICKNAME = re.compile(r"[“\"‘'][A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)?[”\"’'](?=\s[A-Z][a-z])")
_NAME_BEFORE = re.compile(r"[A-Z][\w.’'-]*[\w.]\s\Z")
_NEAR = 30
_MARK = re.compile(r"“|”|„|\"|``(?!`)|''++|’’++")
_LONGEST = 2
_STRAIGHT = ('"', "''")
_TYPED_OPENING = "``"
"""The opening mark of news wires, which close with two apostrophes: ``The port is full.''"""

_SINGLE = re.compile(r"[‘'](?<!\w.)((?:[^‘’'\n]|(?<=\w)[’'](?=\w)|‘[^‘’\n]*’)*)[’'](?!\w)")
_FEWEST_WORDS_IN_SINGLE = 3


def _going_on(text: str, part: Part, closed: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The span from a single mark left open to the paragraph's end, if the next paragraph begins with such a mark."""
    mark = _NEXT_MARK.match(text, part.end)
    if mark is None or text[part.end - 1 : part.end] not in _FULL_STOPS:
        return
    ends = (*(end for _, end in closed), *(each.end() for each in _CLOSING_SINGLE.finditer(text, part.start, part.end)))
    opening = _OPENING_SINGLE.search(text, max(part.start, *ends, 0), part.end)
    if opening:
        yield opening.start("mark"), part.end


_FULL_STOPS = (".", "!", "?", "…")
_NEXT_MARK = re.compile(r"\s+[‘'](?=[A-Z])")
_OPENING_SINGLE = re.compile(r"(?:(?<=\n)|[:,]\s)(?P<mark>[‘'])(?=[A-Z])")
_CLOSING_SINGLE = re.compile(r"(?<=[.,!?…])[’'](?!\w)")


def _double(text: str, part: Part) -> Iterator[tuple[int, int]]:
    """The spans between the outermost double marks; one that stays open ends with its paragraph.

    A mark opens before a word, at the start or after a space; an opening mark inside an open quotation is nested
    if both are closed in the end. A straight one after a full stop opens the next paragraph of the quotation, if its
    own closing mark follows: "It rained. "It was late," she said.
    """
    opened: list[re.Match[str]] = []
    marks = [match for match in _MARK.finditer(text, part.start, part.end) if len(match[0]) < _LONGEST + 1]
    for index, match in enumerate(marks):
        if _opens(text, part, match) and not (opened and match[0] == opened[0][0] and match[0] in _STRAIGHT):
            if opened and not _is_nested(marks, index):
                opened.clear()
            opened.append(match)
        elif opened and _reopens(text, part, marks, index):
            yield opened[0].start(), match.start()
            opened = [match]
        elif opened:
            first = opened.pop()
            if not opened:
                yield first.start(), match.end()
    if opened:
        yield opened[0].start(), part.end


_BEFORE_OPENING = "([—–-‘/"


def _opens(text: str, part: Part, mark: re.Match[str]) -> bool:
    before, after = text[max(part.start, mark.start() - 1) : mark.start()], text[mark.end() : mark.end() + 1]
    if mark[0] == _TYPED_OPENING:
        return mark.end() < part.end
    if mark[0] == "''" and text.find(_TYPED_OPENING, part.start, mark.start()) >= 0:
        return False
    if mark[0] not in _STRAIGHT:
        is_misprint = bool(before.strip()) and before not in _BEFORE_OPENING and not after.strip(" \n\t\xa0,.;:)")
        return mark[0] in "“„" and not is_misprint
    return (not before or before in f" \n\t\xa0{_BEFORE_OPENING}") and bool(after.strip()) and mark.end() < part.end


def _reopens(text: str, part: Part, marks: list[re.Match[str]], index: int) -> bool:
    """Whether the straight mark at *index*, in an open quotation, opens a paragraph of it that lost its line break."""
    mark, following = marks[index], marks[index + 1 : index + 2]
    if mark[0] not in _STRAIGHT or not following or not _opens(text, part, mark) or _opens(text, part, following[0]):
        return False
    before = text[max(part.start, mark.start() - _LONGEST) : mark.start()]
    return before[:1] in _FULL_STOPS and before[1:] == " " and text[mark.end()].isupper()


def _is_nested(marks: list[re.Match[str]], index: int) -> bool:
    """Whether two marks close before the next one opens: the inner quotation's and the outer one's."""
    following = [match[0] for match in marks[index + 1 : index + 3]]
    return following == ["”", "”"] or (len(following) == 1 and following[0] == "”" and len(marks) == index + 2)


def _inside(start: int, end: int, outer: list[tuple[int, int]]) -> bool:
    return any(first < start and end < last for first, last in outer)


def _overlaps(start: int, end: int, outer: list[tuple[int, int, bool]]) -> bool:
    return any(start < last and first < end for first, last, _ in outer)


def _quote(text: str, start: int, end: int, *, is_double: bool) -> Quote | None:
    mark = _MARK.match(text, start) if is_double else None
    first = mark.end() if mark else start + 1
    closing = _CLOSED.search(text, first, end) if is_double else _SINGLE_CLOSED.search(text, first, end)
    words = text[first : closing.start() if closing else end].rstrip(", \xa0\n\t")
    if not words.lstrip()[:1].isupper():
        words = words.removesuffix(".")
    first += len(words) - len(words.lstrip())
    words = words.lstrip()
    return Quote(first, first + len(words), start, end, words, goes_on=closing is None) if words else None


_CLOSED = re.compile(r"(?:[”\"“]|''|’’)\Z")
_SINGLE_CLOSED = re.compile(r"[’']\Z")
