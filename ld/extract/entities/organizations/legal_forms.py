"""Companies named with their legal form: "Northern Harbor Tools Inc.", "Harbor & Quay B.V."."""

import functools
import re
from collections.abc import Iterator

from ld.extract.phrases.capitalised import CAPITALISED_WORD, Word, own_words
from ld.text.before import search_before
from ld.text.lexicon import CAPITALISED, any_of, word_set, words
from ld.text.reading import Reading
from ld.text.word_index import first_words


def company_names(text: Reading) -> Iterator[tuple[int, int]]:
    """The spans of such names in *text*; inside a sentence they include the full stop of the legal form."""
    if not text.words.offsets(_first_words()):
        return
    for form in _form().finditer(text):
        before = _BEFORE.search(text, max(0, form.start() - _REACH), form.start())
        if before is None:
            continue
        own = own_words(
            text, [Word(*word.span(), word.group()) for word in CAPITALISED_WORD.finditer(text, *before.span())]
        )
        if own and own[-1].end < before.end() and search_before(_AND, text, own[0].start, _REACH):
            continue
        if own and not (form["form"] == "AG" and text[own[0].start : form.start()] in word_set("places/provinces")):
            yield _beginning(text, own[0].start, form.end()), form.end()


_REACH = 80
_BEFORE = re.compile(
    rf"""
    (?<![\w.,&-]) (?<!&[ ]) {CAPITALISED} (?: [ \xa0] (?:&[ \xa0])? {CAPITALISED} ){{0,5}}
    (?:[’']s)? $                                                          # "Quist’s Inc."
    """,
    re.VERBOSE,
)


def _beginning(text: str, start: int, end: int) -> int:
    """The beginning of the company's name at *start* to *end*: before initials, partners, or "First of"."""
    before = search_before(_INITIALS, text, start, _LONGEST_INITIALS)
    if before is None and "&" in text[start:end]:
        before = search_before(_PARTNERS, text, start, _REACH)
    return before.start("name") if before else start


_AND = re.compile(r"[A-Z][\w’'-]* (?:and|amp) \Z")
"""What shows that a possessive is only the end of a name: "Quist and Marsh’s Corp."."""
_INITIALS = re.compile(r"(?<![\w.&-])(?P<name>(?!U\.[KNS]\.)(?:[A-Z]\.[ \xa0]?)+(?:[A-Z][ \xa0])?|First of )\Z")
_LONGEST_INITIALS = 12
_PARTNERS = re.compile(
    rf"(?:(?:^|[.\n]\s|\b(?:at|by|for|of|with)\s)) (?P<name>(?:{CAPITALISED},[ \xa0]){{1,3}})\Z", re.VERBOSE
)
"""The partners before the last two, "Quist, " of "Quist, Marsh & Quill", unless a list of other names may end there."""


@functools.cache
def _first_words() -> frozenset[str]:
    return first_words(words("entities/organization_company_forms"))


@functools.cache
def _form() -> re.Pattern[str]:
    return re.compile(
        rf""",?[ \xa0] (?:&[ \xa0](?=Co\b))?                        # "& Co."
        (?P<form>{any_of(*words("entities/organization_company_forms"))}) (?![\w-]) (?!\.\w)
        (?: \. (?= , | \) | ’ | ' | [ \xa0][a-z(] ) )?  # "Inc.", where the sentence goes on
        (?! [ \xa0][A-Z] )""",
        re.VERBOSE,
    )
