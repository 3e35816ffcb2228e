"""The names at the start of a line that signs an article, and which of them are people's."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from ld.generations import GENERATIONS
from ld.read.vocabulary import all_function_words, folded, function_words, phrase_set, word_set
from ld.text.alternatives import any_of
from ld.text.calendar_words import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS

TOKENS = range(2, 6)
BARE_TOKENS = range(2, 5)
LINE_LENGTH = 1000
"""The number of words in a name, after "by" and alone on its line; and how much of a line is searched."""

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
      | (?:\b|(?<=[a-z])){any_of((*MONTHS, *SHORT_MONTHS))}\.?\s+\d  # Nora Quist May 3, Nora QuistMay 3
      | (?<=[a-z])(?:Published|Updated|Posted)\b                    # Nora QuistPublished May 3
    )
    """,
    re.VERBOSE,
)
_TOKEN = re.compile(r"[^\W\d_][\w.'’ʼ-]*")
_NUMERALS = frozenset(filter(str.isupper, GENERATIONS))
_SITE = re.compile(r"\w\.[a-z]{2,}\b")
_JOINED = re.compile(r"[A-Z]{3,}[a-z]")
_CAPITALS = re.compile(r"[^\W\d_a-z]{3,}")
_MAC = re.compile(r"\b(Mc|O['’])(\w)")
_NAME_WORDS = 12
_OUTLET_WORDS = 2
_LABEL_WORDS = 2


class Author(NamedTuple):
    """An author: the *name* as written in running text, and the position of its words in the source."""

    name: str
    start: int
    end: int


def people(named: Iterable[Author]) -> tuple[Author, ...]:
    """The first run of people among those *named* in a line: an agency may be followed by its offices."""
    groups = groupby(named, key=lambda author: is_person(author.name))
    return next((tuple(group) for people, group in groups if people), ())


def is_person(name: str) -> bool:
    """Whether a name in a byline may be a person's, not that of an agency or web site or a label of the page."""
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


def named(line: str, offset: int, outlets: Sequence[str], tokens: range) -> Iterator[Author]:
    """The names at the start of *line*, of people or not; *offset* is the position of the line in the source."""
    cut = _CUT.search(line, 0, LINE_LENGTH)
    text = line[: cut.start() if cut else LINE_LENGTH]
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
    """The words of the name at the start of *piece*, up to a job, an agency or the outlet; None if there is no name."""
    words = list(islice(_TOKEN.finditer(piece), _NAME_WORDS))
    titles = {outlet.removeprefix("the") for outlet in outlets}
    kept: list[re.Match[str]] = []
    for index, word in enumerate(words):
        plain = word[0].lower().rstrip(".,")
        rest = "".join(re.findall(r"[^\W_]+", piece[word.start() :].lower()))
        outlet = index > 0 and words[0][0] != "The" and (word[0] == "The" or _is_agency(piece[word.start() :]))
        is_whole = len(kept) >= BARE_TOKENS.start
        joined = is_whole and _JOINED.match(word[0]) is not None
        named = is_whole and (plain in titles or _SITE.search(word[0]) is not None)
        in_capitals = is_whole and word[0].istitle() and all(_CAPITALS.match(one[0]) for one in kept)
        if outlet or joined or named or in_capitals or rest.removeprefix("the") in titles:
            break
        if plain in word_set("job-words"):
            return _without_desk(kept) or None
        if word[0][0].islower() and not (plain in word_set("name-particles") and index):
            is_label = len(words) - index <= _LABEL_WORDS and plain not in all_function_words()
            return kept if is_label and len(kept) in TOKENS else None
        kept.append(word)
    return kept or None


def _without_desk(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """The *words* before a job, without their beat or outlet: "Jane Doe Science Editor" is Jane Doe.

    So is "Jane Doe Globe Staff"; in "Jane Ann Doe Globe Staff" the length of the outlet's name is unknown.
    """
    if len(words) > BARE_TOKENS.start and words[-1][0].lower() in word_set("outlet-words"):
        return words[:-1] if len(words) == BARE_TOKENS.start + 1 else []
    while len(words) > BARE_TOKENS.start and words[-1][0].lower() in word_set("name-stops"):
        words = words[:-1]
    return words


def _without_outlet(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """*words*, the name of a person, without an outlet's name after it: "Jane Doe Gazette News" is Jane Doe."""
    if len(words) <= BARE_TOKENS.start or words[-1][0].lower() not in word_set("no-author-words"):
        return words
    return words[: max(BARE_TOKENS.start, len(words) - _OUTLET_WORDS)]


def _is_agency(name: str) -> bool:
    return " ".join(name.lower().split()) in phrase_set("agencies")


def is_personal(name: str) -> bool:
    """Whether a name begins with a capital letter and has no words that are typical of menus."""
    words = [word.lower().strip(".") for word in name.split()]
    return name[0].isupper() and not any(word in word_set("name-stops") for word in words)


def written(name: str) -> str:
    """*name* with single spaces, and in title case if it is in capitals: "O'NEILL-MCKAY" is O'Neill-McKay."""
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
