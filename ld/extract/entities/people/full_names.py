"""Full names in unusual forms: in capitals, with a nickname inside, or beginning with "Will"."""

import functools
import re
from collections.abc import Iterator

from ld.extract.phrases.titles import title_after
from ld.text.before import search_before
from ld.text.lexicon import CAPITAL, CAPITALISED, any_of, word_set, words
from ld.text.reading import Reading
from ld.text.word_index import matches_at


def full_names(text: Reading) -> list[tuple[int, int]]:
    """The spans (code points) of such full names in *text*, in order."""
    return sorted({*_nicknamed(text), *_in_capitals(text), *_beginning_with_a_verb(text)})


def plain_name(name: str) -> str:
    """The usual form of *name*: "Nora Quist" for "NORA QUIST" and "Nora “Sunny” Quist"."""
    bare = _WITHIN.sub(" ", name)
    return _WORD.sub(lambda word: word[0].capitalize(), bare) if bare.isupper() and " " in bare else bare


_OPENED, _CLOSED = "[“‘\"']", "[”’\"']"
_NICKNAME = rf"[ ]{_OPENED}\w[\w-]+(?:[ ]\w[\w-]*){{0,2}}{_CLOSED}[ ]"
_WITHIN = re.compile(_NICKNAME)
_WORD = re.compile(r"\w+")


def _is_given_name(word: str) -> bool:
    return word in word_set("given_names") or word in word_set("given_names_also_words")


def _nicknamed(text: Reading) -> Iterator[tuple[int, int]]:
    """Names with a nickname; in a title only between double marks, since single ones enclose quotations there."""
    if not _WITHIN.search(text):
        return
    for name in _WITH_NICKNAME.finditer(text):
        is_quoted = name["mark"] in _SINGLE and text.is_headline(*name.span())
        if not is_quoted and (_is_given_name(name["given"]) or _is_somebody(text, *name.span())):
            yield name.span()


_SINGLE = "‘'"
_WITH_NICKNAME = re.compile(
    rf"(?<![\w’'-]) (?P<given>{CAPITALISED}) (?=[ ](?P<mark>{_OPENED})) {_NICKNAME} {CAPITALISED}", re.VERBOSE
)


def called_by_one_name(text: Reading) -> Iterator[tuple[int, int]]:
    """The spans of names of one word in *text* that belong to a relative: "a daughter named Nora", "her son Ola"."""
    for name in matches_at(_CALLED, text, text.words.offsets(_RELATIVES)):
        if name["called"] or _is_given_name(name["name"]):
            yield name.span("name")


_RELATIVES = frozenset(
    (
        *("baby", "boy", "brother", "child", "daughter", "girl", "grandson", "granddaughter", "husband", "man"),
        *("nephew", "niece", "sister", "son", "wife", "woman"),
    )
)
_KIN = tuple(sorted(_RELATIVES - {"baby", "boy", "child", "girl", "man", "woman"}))
_CALLED = re.compile(
    rf"""
    (?: \b{any_of(*_RELATIVES)} [ ](?P<called>called|named)                      # "a daughter named"
      | (?: (?<=\b[Mm]y[ ]) | (?<=\b[Hh]is[ ]) | (?<=\b[Hh]er[ ]) | (?<=\b[Yy]our[ ]) | (?<=\b[Tt]heir[ ]) )
        {any_of(*_KIN)}                                                          # "her son"
    ) [ ]
    (?P<name>{CAPITALISED})
    (?![ ]{CAPITAL}|[ ](?:after|and|of|for)[ ]{CAPITAL}|[’']s)
    """,
    re.VERBOSE,
)


def _in_capitals(text: Reading) -> Iterator[tuple[int, int]]:
    """Names in capitals that begin with a given name, of somebody who speaks or is described."""
    if not any(_is_given_name(word.capitalize()) for word in filter(str.isupper, text.words.words)):
        return
    for name in _CAPITALS.finditer(text):
        if _is_given_name(name["given"].capitalize()) and _is_somebody(text, *name.span()):
            yield name.span()


_CAPITALS = re.compile(
    rf"(?<!\w) (?P<given>{CAPITAL}{{2,}}) (?: [ ]{CAPITAL}\. )? (?: [ ]{CAPITAL}(?:{CAPITAL}|[’'-])+ )+ (?!\w)",
    re.VERBOSE,
)


def _beginning_with_a_verb(text: Reading) -> Iterator[tuple[int, int]]:
    """Names such as "Will Quist", whose first word may also open a question."""
    for name in matches_at(_with_verb(), text, text.words.offsets(_verbs())):
        if _is_somebody(text, *name.span()):
            yield name.span()


@functools.cache
def _verbs() -> frozenset[str]:
    """Given names that are also verbs."""
    return word_set("given_names_also_words") & word_set("function_words")


@functools.cache
def _with_verb() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-]) {any_of(*_verbs())} [ ] {CAPITALISED} (?![\w’'-])", re.VERBOSE)


def _is_somebody(text: str, start: int, end: int) -> bool:
    """Whether the words at *start* to *end* are followed by an age or a title, or name a speaker."""
    return (
        _says().match(text, end) is not None
        or search_before(_said(), text, start, _LONGEST) is not None
        or _DESCRIBED.match(text, end) is not None
        or title_after(text, end) is not None
    )


_LONGEST = 24
_DESCRIBED = re.compile(r",\s+(?:aged\s+)?[1-9]\d(?:,|\.|\s+years?\b)|,\s+who\b")


@functools.cache
def _says() -> re.Pattern[str]:
    return re.compile(rf"\s+{any_of(*_past())}(?!\w)")


@functools.cache
def _said() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(*_past())}\s+\Z")


@functools.cache
def _past() -> tuple[str, ...]:
    """Forms of verbs of saying that questions do not have: "Will Quist say so?" may not name anybody."""
    return tuple(verb for verb in words("phrases/person_speech_verbs") if verb.endswith(("d", "s", "ote")))
