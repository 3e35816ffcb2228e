"""Posts of several people at once: "Foreign ministers A of X and B of Y", "Sens. A and B", "A and B, both senators"."""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from ld.mentions import MentionIndex, Named
from ld.text.lexicon import any_of, words
from ld.text.reading import Reading
from ld.text.word_index import between, first_words, in_any_case, matches_at


class ListedTitle(NamedTuple):
    """A *title* in the singular of one of several holders; *whose* is the country or body named after the holder."""

    holder: Named
    title: str
    start: int
    end: int
    whose: Named | None = None


def listed_titles(text: Reading, names: MentionIndex) -> Iterator[ListedTitle]:
    """The titles in the plural before or after a list of people."""
    for plural in matches_at(_plurals(), text, _openings(text)):
        title = _singular(plural["title"])
        for holder, whose in _people(text, names, plural.end()):
            yield ListedTitle(holder, title, plural.start(), (whose or holder).end, whose)
    for plural in matches_at(_all_plurals(), text, text.words.offsets({"all", "both"})):
        comma = _COMMA.search(text, max(0, plural.start() - _BLANKS), plural.start())
        members = _people_before(text, names, comma.start()) if comma else []
        if len(members) > 1:
            yield from (
                ListedTitle(holder, _singular(plural["title"]), holder.start, plural.end()) for holder in members
            )


_COMMA = re.compile(r",\s+\Z")
_BLANKS = 3


def _openings(text: Reading) -> list[int]:
    """The offsets at which a plural title may begin: those of its possible first words that a plural soon follows."""
    plurals = text.words.offsets(_plural_words())
    if not plurals:
        return []
    offsets = text.words.offsets(_first_words())
    return [offset for offset in offsets if between(plurals, offset, offset + _LONGEST_TITLE)]


_LONGEST_TITLE = 60


def _people(text: str, names: MentionIndex, start: int) -> list[tuple[Named, Named | None]]:
    """The two or more people listed from *start* on, each perhaps with "of COUNTRY"."""
    found: list[tuple[Named, Named | None]] = []
    while True:
        person = names.starting_at(start, start, "person")
        if person is None:
            return found if len(found) > 1 else []
        of = _OF.match(text, person.end)
        whose = names.starting_at(of.end(), of.end(), "country", "organization") if of else None
        found.append((person, whose))
        separator = _SEPARATOR.match(text, whose.end if whose else person.end)
        if separator is None:
            return found if len(found) > 1 else []
        start = separator.end()


def _people_before(text: str, names: MentionIndex, end: int) -> list[Named]:
    """The people listed up to *end*."""
    found: list[Named] = []
    for person in reversed(names.within(max(0, end - _LONGEST_LIST), end, "person")):
        if not (_SEPARATOR.fullmatch(text, person.end, found[-1].start) if found else person.end == end):
            break
        found.append(person)
    return found[::-1]


_LONGEST_LIST = 400
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_SEPARATOR = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_ABBREVIATED = {"Sens.": "Sen.", "Reps.": "Rep.", "Govs.": "Gov."}


@functools.cache
def _plural_titles() -> str:
    titles = [
        f"{title}s" for title in words("phrases/post_titles") if title[-1].isalpha() and not title.endswith(("s", "y"))
    ]
    modifier = any_of(*words("phrases/title_modifiers"))
    return rf"(?:(?i:{modifier})\s+){{0,3}}(?i:{any_of(*titles)})"


@functools.cache
def _plural_words() -> frozenset[str]:
    """The last words of plural titles: "ministers", "Sens"."""
    lasts = (title.replace("-", " ").rpartition(" ")[2] for title in words("phrases/post_titles"))
    return in_any_case((*(f"{last}s" for last in lasts if last[-1].isalpha()), *("Sens", "Reps", "Govs")))


@functools.cache
def _first_words() -> frozenset[str]:
    plurals = (f"{title}s" for title in words("phrases/post_titles"))
    return in_any_case(
        first_words((*plurals, *words("phrases/post_titles"), *words("phrases/title_modifiers"), *_ABBREVIATED))
    )


@functools.cache
def _plurals() -> re.Pattern[str]:
    abbreviated = "|".join(map(re.escape, _ABBREVIATED))
    return re.compile(
        rf"""
        (?<![\w-]) (?P<title>
            {abbreviated}               # Sens.
          | {_plural_titles()}          # Former foreign ministers
        ) \s+(?=[A-Z])                  # Nora Quist
        """,
        re.VERBOSE,
    )


@functools.cache
def _all_plurals() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?:all|both)\s+ (?P<title>{_plural_titles()}) (?![\w-])     # both foreign ministers
        (?!\s+(?:of|at|for|in)\b)                                  # but not: both ministers of Norway
        """,
        re.VERBOSE,
    )


def _singular(title: str) -> str:
    plain = " ".join(title.split())
    return _ABBREVIATED.get(plain) or plain.removesuffix("s")
