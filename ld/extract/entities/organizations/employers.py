"""Companies known as such only by somebody's post: "Harborsoft CEO NAME", "an analyst at Quay Partners"."""

import functools
import re
from collections.abc import Collection, Iterator

from ld.extract.phrases.capitalised import CAPITALISED_WORD, Word, own_words
from ld.text.lexicon import CAPITALISED, any_of, word_set, words
from ld.text.reading import Reading
from ld.text.word_index import matches_at


def employer_names(text: Reading, others: Collection[str]) -> Iterator[tuple[int, int]]:
    """The spans of such names in *text*, and of their other occurrences.

    *others* are names that are not companies'.
    A word that the text also has in lower case names a company only beside the post.
    """
    names: set[str] = set()
    for title in matches_at(_TITLE, text, text.words.offsets(_FIRST_WORDS)):
        pattern = _BEFORE if title["officer"] else _OWNING
        before = pattern.search(text, max(0, title.start() - _REACH), title.start())
        before = before if title["officer"] or (before and _is_of_a_country(before, others)) else None
        after = (_of() if title["officer"] or title["founder"] else _at()).match(text, title.end())
        for run in (before, after):
            if run and run is after and _OWNS.match(text, run.end("name")):
                continue
            words = CAPITALISED_WORD.finditer(text, *run.span("name")) if run else ()
            own = own_words(text, [Word(*word.span(), word.group()) for word in words])
            if own and not _is_other(text[own[0].start : own[-1].end], others):
                names.add(text[own[0].start : own[-1].end])
                yield own[0].start, own[-1].end
    for name in sorted(names):
        if next(text.occurrences(name.lower()), None) is None:
            for start, end in text.occurrences(name):
                if not (_JOINED_BEFORE.match(text, start) or _GOES_ON.match(text, end)):
                    yield start, end


def _is_of_a_country(owner: re.Match[str], others: Collection[str]) -> bool:
    """Whether the employer's name ends in a country, after words that are not ordinary: "Rentwell Canada".

    An association is named after its members: "Certified Brewers of Ireland".
    """
    *first, last = owner["name"].split()
    if first[-1:] == ["of"]:
        *described, members = first[:-1]
        is_called_so = members.endswith("s") and members not in _OF_STATES
        return last in others and is_called_so and bool(described) and described[0] not in word_set("function_words")
    ordinary = word_set("ordinary_words") | word_set("function_words") | word_set("prepositions")
    return last in others and bool(first) and all(word.lower() not in ordinary for word in first)


_OF_STATES = frozenset(("States", "Emirates", "Islands", "Isles", "Peoples", "Provinces"))


def _is_other(name: str, others: Collection[str]) -> bool:
    words = name.split()
    limits = word_set("phrases/title_limits") | word_set("phrases/title_modifiers")
    return name in others or words[-1].lower() in limits or name.lower() in word_set("descriptors")


_JOINED_BEFORE = re.compile(r"(?<=-)|(?<=[A-Z]\w )|(?<=\w[A-Z] )")
"""A hyphen or an acronym before the name, which makes it part of a longer one: "EU Harborsoft"."""
_OWNS = re.compile(r"[’']s?\s+[A-Z]|\s[–—-]\s?[A-Z]")
"""The rest of a name that begins with its owner's: "founder of Quist's Auctions"."""
_GOES_ON = re.compile(r"-|\s+[A-Z]")
"""The rest of a longer name: "Harborsoft Arena"."""
_REACH = 60
_FIRST_WORDS = frozenset(
    (
        *("CEO", "CFO", "COO", "CTO", "chief", "Chief", "founder", "co", "cofounder"),
        *("analyst", "economist", "strategist", "trader", "portfolio", "researcher", "scientist", "engineer"),
        *("physicist", "biologist", "fellow", "lecturer", "meteorologist", "epidemiologist", "editor", "reporter"),
    )
)
_TITLE = re.compile(
    r"""(?<![\w-]) (?:
        (?P<officer>
            C[EFOT]O                                      # "CFO"
          | [Cc]hief\s+[Ee]xecutive (?:\s+[Oo]fficer)?    # "chief executive"
          | [Cc]hief\s+                                   # "Chief Technology Officer"
            (?: [Ff]inancial | [Oo]perating | [Tt]echnology | [Mm]arketing | [Ii]nvestment ) \s+[Oo]fficer
        )
      | (?P<founder> founder | co-?founder | co-owner )
      | (?:
            analyst | economist | strategist | trader | portfolio\s+manager | researcher | scientist | engineer
          | physicist | biologist | fellow | lecturer | meteorologist | epidemiologist | editor | reporter
        )
    ) (?![\w-])""",
    re.VERBOSE,
)
_NAME = rf"""(?P<name>
    (?=\w{{2}}) (?!(?:Ex|Then|Now)-)
    {CAPITALISED} (?: [ \xa0] (?:(?:&|de|du|van|von)[ \xa0])? {CAPITALISED} ){{0,3}}  # "Quay & Partners"
) (?!\.\w)"""
_BEFORE = re.compile(rf"(?<![\w.,&’'-]) (?<!&[ ]) {_NAME} (?:[’']s?)? [ \xa0]\Z", re.VERBOSE)
_OWNING = re.compile(
    rf"""
    (?<![\w.,&’'-]) (?<!&[ ])
    (?P<name> (?=\w{{2}}) {CAPITALISED} (?:[ ]{CAPITALISED}){{0,2}} (?:[ ]of)? [ ]{CAPITALISED} )   # Rentwell Canada
    [’']s? [ \xa0] (?:(?:chief|senior|lead|principal|head)[ ])? \Z                              # 's senior
    """,
    re.VERBOSE,
)


@functools.cache
def _of() -> re.Pattern[str]:
    """The employer that an officer runs."""
    return re.compile(rf"\s+ (?:of|at) \s+ (?:the\s+)? {_described()} {_NAME}", re.VERBOSE)


@functools.cache
def _at() -> re.Pattern[str]:
    """The employer that somebody works for."""
    return re.compile(rf"\s+ (?:at|with|for) \s+ (?:the\s+)? {_described()} {_NAME}", re.VERBOSE)


def _described() -> str:
    """What may precede an employer's name: "Leeds stockbrokers", "Quillhaven, Ohio-based"."""
    place = rf"{CAPITALISED} (?:[ ]{CAPITALISED}){{0,2}} (?:,[ ][A-Z][\w.]*[\w.])?"
    kind = any_of(*words("organizations/kinds_of_employers"))
    return rf"(?: (?:{place} (?:-based)? \s+)? (?:[a-z-]+\s+){{0,2}} {kind} s? \s+ | {place} -based \s+ )?"
