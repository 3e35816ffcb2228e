"""Runs of capitalised words that can be names of people, without the titles before them."""

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ld.extract.entities.typer.word_facts import word_facts
from ld.extract.phrases.capitalised import is_calendar
from ld.extract.phrases.titles import ends_title, title_before
from ld.mentions import MentionIndex
from ld.text.lexicon import CAPITAL, CAPITALISED, CAPITALISED_REST, word_set
from ld.text.reading import Reading


class Run(NamedTuple):
    """The capitalised words at *start* to *end* of the text; *name* has single spaces."""

    start: int
    end: int
    name: str

    @property
    def is_full(self) -> bool:
        """Whether it has the form of a given name and a family name."""
        return _is_full(self.name)

    @property
    def surname(self) -> str:
        """The last word except "Jr." and the like; empty if it is a single letter."""
        return _surname(self.name)


@functools.lru_cache(maxsize=1 << 14)
def _is_full(name: str) -> bool:
    words = name.split()
    return _FULL <= len(words) <= _LONGEST and not name.isupper() and not _SUFFIX.fullmatch(words[0])


@functools.lru_cache(maxsize=1 << 14)
def _surname(name: str) -> str:
    words = [word for word in name.split() if not _SUFFIX.fullmatch(word)]
    return words[-1] if words and len(words[-1].strip(".")) > 1 else ""


_FULL = 2
_LONGEST = 5
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV|VI{0,3}")
_PARTICLES = r"(?: (?:de|da|di|del|della|dos|du|van|von|der|den|ter|bin|ibn|al|el|la|le) [ \xa0] ){1,2}"
_ARTICLES = r"(?:a[dlnrst]|ash|az|el|ul)"
"""The Arabic article, joined to a family name: "al-Haddad"."""

# the capital comes first: a pattern finds its first characters faster than a lookbehind
_RUN = re.compile(
    rf"""
    {CAPITAL} (?<![\w.@/\#-].) (?:
        (?<=[A-Z])\.(?:[A-Z]\.)*(?!\w)                                      # "J.R."
      | {CAPITALISED_REST}                                                  # "Nora"
    )
    (?: [ \xa0] (?: {_PARTICLES} (?={CAPITALISED}) )? (?!(?:Jr|Sr)\.) (?:   # "van der"
        (?:[A-Z]\.)+                                                        # "K."
      | (?:{_ARTICLES}-)?{CAPITALISED}                                      # "al-Quist"
    ) )*
    (?: ,?[ \xa0](?:Jr|Sr)\. | [ \xa0]I{{2,3}}\b )?                         # ", Jr."
    """,
    re.VERBOSE,
)


def possible_names(text: Reading, names: MentionIndex, start: int = 0, end: int | None = None) -> Iterator[Run]:
    """The runs in *start* to *end* that can be names, cut at the mentions of *names*."""
    for match in _RUN.finditer(text, start, len(text) if end is None else end):
        if not _can_hold_name(match[0]):
            continue
        begin, end_of_run = match.span()
        for named in names.overlapping(begin, end_of_run):
            if begin < named.start and (run := _run(text, begin, named.start)):
                yield run
            begin = max(begin, named.end)
        if begin < end_of_run and (run := _run(text, begin, end_of_run)):
            yield run


@functools.lru_cache(maxsize=1 << 14)
def _can_hold_name(run: str) -> bool:
    """Whether *run* may contain a person's name: most runs are a single word that opens a sentence."""
    if " " in run or "\xa0" in run:
        return True
    return run not in word_set("honorifics") and run not in _no_person() and not opens_sentence(run)


def _run(text: Reading, start: int, end: int) -> Run | None:
    """The name in the capitalised words from *start* to *end*, if there can be one."""
    words = text[start:end].split()
    if not words:
        return None
    first, last = _trimmed(text, start, words)
    name = words[first:last]
    if not name or not name[0][0].isupper() or not _no_person().isdisjoint(name):
        return None
    if _SUFFIX.fullmatch(name[0]) or all(len(word.strip(".")) == 1 for word in name):
        return None
    begin = _offset(text, start, words, first)
    if names_no_person(text, begin, " ".join(name)):
        return None
    stop = _offset(text, start, words, last - 1) + len(name[-1])
    return None if _CONTRACTED.match(text, stop) else Run(begin, stop, " ".join(name))


def names_no_person(text: str, start: int, name: str) -> bool:
    """Whether *name*, which begins at *start*, means something named after a person, or contains more than a name.

    "Paul VI Hall", "St. John", "Quist to the Rangers", "Republicans Quist", "Ohio Democrats", "Quist AP" in a
    caption.
    """
    words = name.split()
    is_member = words[0] in _PARTY_MEMBERS or words[-1] in _PARTY_MEMBERS
    if not _VERBS.isdisjoint(words[1:]):
        return True
    is_member = is_member or (words[-1].endswith(_MEMBERS_END) and not word_facts(words[0]).given)
    return is_member or _NO_NAME.search(name) is not None or text.endswith(_SAINTS, 0, start)


_SAINTS = ("St. ", "St.\xa0", "Saint ", "Ste. ")
_PARTY_MEMBERS = frozenset(("Republicans", "Democrats", "Conservatives", "Liberals", "Greens"))
_VERBS = frozenset(("Are", "Had", "Has", "Is", "Said", "Says", "Was", "Were"))
"""Verbs that titles write with a capital behind a name."""
_MEMBERS_END = ("ommitteeman", "ommitteewoman", "ssemblyman", "ssemblywoman", "ouncilman", "ouncilwoman")
_NO_NAME = re.compile(
    r"\s(?:I{2,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI)\s[A-Z]|\s(?:to|at|in|on|for)\s|\s(?:AP|AFP|EPA|PA)\Z"
)


def _offset(text: str, start: int, words: Sequence[str], index: int) -> int:
    """The offset in *text* of the word at *index*; *words* begin at *start*, with one space between two."""
    first = start if not text[start].isspace() else start + 1
    return first + sum(map(len, words[:index])) + index


_CONTRACTED = re.compile(r"[’'](?:t|ll|re|ve|d|m)\b")


@functools.cache
def _no_person() -> frozenset[str]:
    return word_set("people/no_person_words") | word_set("entities/organization_heads")


def _trimmed(text: Reading, start: int, words: Sequence[str]) -> tuple[int, int]:
    """The bounds in *words* of the name: without sentence openers, descriptions, titles, and words that follow it.

    *words* begin at *start* of *text*.
    """
    if len(words) == 1:
        return (0, 1) if _can_hold_name(words[0]) else (1, 1)
    opening = _first_of_name(words)
    honorifics = word_set("honorifics")
    skip = 0
    for position, word in enumerate(words):
        if word in honorifics:
            skip = position + 1
        elif position and ends_title(words[position - 1]) and not _is_surname(words, position - 1, opening):
            before = title_before(text, _offset(text, start, words, position))
            skip = position if before and before.end > start else skip
    skip = _first_of_name(words, skip)
    if len(words) - skip > _FULL and (_ACRONYM.fullmatch(words[skip]) or _is_adverb(words[skip])):
        skip += 1
    last = len(words)
    while last - skip > _FULL and _follows(words[last - 1]):
        last -= 1
    return skip, last


_ACRONYM = re.compile(r"[A-Z]{2,3}")


def _is_adverb(word: str) -> bool:
    """Whether *word* more likely opens a sentence than a name: "Certainly", but not "Emily"."""
    return word.endswith("ly") and word not in word_set("given_names")


def _first_of_name(words: Sequence[str], first: int = 0) -> int:
    """The index of the first of *words*, from *first* on, that does not merely open a sentence."""
    while first < len(words) and opens_sentence(words[first]):
        first += 1
    return first


def _follows(word: str) -> bool:
    """Whether *word* after a full name is not part of it: a place or day of a dateline, a degree, the next sentence."""
    return (
        word in word_set("entities/postnominals")
        or word in word_set("function_words")
        or is_calendar(word)
        or _SHOUTED.fullmatch(word) is not None
    )


_SHOUTED = re.compile(r"[^\W\d_a-z]{4,}")


def _is_surname(words: Sequence[str], position: int, opening: int) -> bool:
    """Whether the title at *position* is part of the name: "Nat King", after a word that is not a title itself."""
    title = words[position]
    before = words[position - 1] if position > opening else ""
    return title in _TITLES_AS_NAMES and before.isalpha() and before.lower() not in word_set("phrases/title_modifiers")


_TITLES_AS_NAMES = frozenset(("King", "Queen", "Prince", "Princess", "Pope", "Dean", "Bishop", "Judge", "Justice"))


@functools.lru_cache(maxsize=1 << 14)
def opens_sentence(word: str) -> bool:
    """Whether *word* may precede a name with a capital without being part of it."""
    if word in word_set("function_words") or word.lower() in word_set("descriptors"):
        return True
    return "-" in word and _PARTICIPLE.search(word) is not None


_PARTICIPLE = re.compile(r"\w-(?:[a-z]{2,}-)*(?:[a-z]{2,}ed|born|led|bred|run|time|old|turned-\w+)$")
