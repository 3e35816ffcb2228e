"""Companies named after their founders: the name alone means the company where it precedes the founder's full name."""

import re
from collections.abc import Iterator

from ld.facts import Entity, Mention
from ld.mentions import identifier
from ld.text.lexicon import CAPITAL, CAPITALISED, word_set
from ld.text.reading import Reading
from ld.text.word_index import matches_at


def founders_companies(text: Reading) -> Iterator[Entity]:
    """The companies that *text* names by their founder's family name, with all their mentions.

    If the family name occurs only after the founder's full name, it means the founder, as usual.
    """
    headline = max((part.end for part in text.article.of_kind("headline")), default=0)
    seen: set[str] = set()
    for founded in matches_at(_FOUNDED, text, text.words.offsets(_FOUNDING)):
        word = founded["name"].split()[-1]
        spans = list(_alone(text, word))
        if word in seen or not any(headline <= start < founded.start("name") for start, _ in spans):
            continue
        seen.add(word)
        mentions = tuple(Mention.of(text, start, end) for start, end in spans)
        yield Entity(id=identifier("organization", word), kind="organization", name=word, mentions=mentions)


_FOUNDING = frozenset(("founded", "established", "started", "created", "founder"))
_FOUNDED = re.compile(
    rf"""\b(?:
        (?:founded|established|started|created) (?:[ ]in[ ]\d{{4}})? [ ]by
        (?: [ ](?:the|an?|two|[a-z-]+) ){{0,3}}  # "founded in 1921 by the engineer"
      | founder,?                                # "its founder,"
    )[ ]
    (?P<name> {CAPITALISED} (?: [ ](?:[A-Z]\.|{CAPITALISED}) )+ )""",
    re.VERBOSE,
)


def _alone(text: str, word: str) -> Iterator[tuple[int, int]]:
    """The spans of *word* without another capital beside it."""
    for match in re.finditer(rf"(?<![\w’'-]){re.escape(word)}(?![\w-]| {CAPITAL})", text):
        before = _BEFORE.search(text, max(0, match.start() - _LONGEST), match.start())
        if before is None or before[1].lower() in word_set("function_words"):
            yield match.span()


_LONGEST = 30
_BEFORE = re.compile(rf"({CAPITALISED})\.? \Z")
