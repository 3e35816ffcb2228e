"""Posts that a clause states: "NAME is the director of …", "NAME, who was minister of … from 2010 to 2014"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ld.extract.phrases.titles import Title, title_in
from ld.text.before import search_before
from ld.text.lexicon import word_set


class TitleClause(NamedTuple):
    """A title after a name: held in the past if it *needs_end*; *began* if the verb marks the start of a term.

    It *is_over* if the verb says so without an end: "NAME, who previously served as minister".
    """

    title: Title
    needs_end: bool = False
    began: bool = False
    is_over: bool = False
    rule: str = "apposition to a name"


def title_clause_after(text: str, name_start: int, name_end: int) -> TitleClause | None:
    """The clause after the name from *name_start* to *name_end* that gives its bearer a title.

    None if there is none, or if it is only hypothetical: "if NAME is president".
    """
    if search_before(_SUPPOSED, text, name_start, _REACH):
        return None
    aside = _ASIDE.match(text, name_end)
    name_end = aside.end() if aside else name_end
    for verb, needs_end, began in ((_IS, False, False), (_BEGAN, False, True), (_WAS, True, False)):
        clause = verb.match(text, name_end)
        if clause:
            title = title_in(text, clause)
            plain = title is not None and not _WHO.match(text, title.end) and all(map(_describes, _before(text, title)))
            is_over = needs_end and _OVER.search(clause["comma"]) is not None
            told = TitleClause(title, needs_end, began, is_over, "clause that tells a post") if title else None
            return told if plain else None
    return None


def _before(text: str, title: Title) -> Iterator[str]:
    """The words between the verb and the title."""
    yield from text[title.phrase_start : title.start].split()


def _describes(word: str) -> bool:
    """Whether *word* may precede a title that is held: a country, a body, "the new"; not "a critic of the"."""
    return word[0].isupper() or word.lower() in _DESCRIPTIONS or word in word_set("phrases/title_modifiers")


_DESCRIPTIONS = frozenset(
    ("the", "a", "an", "its", "new", "current", "newly", "longtime", "long-time", "top", "then", "now", "’s", "'s")
)
_REACH = 60
_ASIDE = re.compile(r",\s(?:who|whose)\s[^,.;:“”\"()\n]{3,60},(?=\s(?:is|was|has|became|remains|serves)\b)")
"""A clause between a name and its verb: "NAME, who is under arrest, is the leader of …"."""
_SUPPOSED = re.compile(r"\b(?i:if|whether|until|unless|should|once|when|before|as\s+though)\b[^.,;:]*\Z")
_OVER = re.compile(r"\b(?:served|worked|previously|formerly|once)\b")
_WHO = re.compile(r"\s+(?:who|that|which)\b")
_PHRASE = r"(?P<determiner>(?:a|an|the|its)\s+)?(?P<phrase>(?=[^\W\d_])(?:(?:[A-Z]\.){2,}|[^,.;:“”\"()\n]){3,90})"
_ADVERB = r"(?:(?:also|now|currently|still|later|previously|\w+ly)\s+)?"
_IS = re.compile(
    rf"""
    (?P<comma>
        (?:,\s+who)? \s+{_ADVERB}                               # NAME, who currently
        (?:
            is | remains | has\s+been                           # is
          | serves\s+as | has\s+served\s+as                     # serves as
        )
        \s+{_ADVERB}
    )
    {_PHRASE}                                                   # the director of the Harbour Board
    """,
    re.VERBOSE,
)
_BEGAN = re.compile(
    rf"""
    (?P<comma>
        (?:,\s+who)? \s+{_ADVERB}                               # NAME, who later
        (?:
            became                                              # became
          | took\s+(?:office|over)\s+as                         # took over as
          | was\s+{_ADVERB}                                     # was unanimously elected as
            (?:appointed|elected|re-?elected|named|sworn\s+in|chosen|confirmed|installed)(?:\s+(?:as|to\s+be))?
        )
        \s+
    )
    {_PHRASE}                                                   # the director of the Harbour Board
    """,
    re.VERBOSE,
)
_WAS = re.compile(
    rf"""
    (?P<comma>
        (?:,\s+who)? \s+{_ADVERB}                               # NAME, who previously
        (?:was|had\s+been|served\s+as|worked\s+as) \s+ (?:(?:previously|formerly|once)\s+)?    # served as
    )
    {_PHRASE}                                                   # director of the Harbour Board
    """,
    re.VERBOSE,
)
