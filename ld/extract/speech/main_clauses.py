"""Whether words are a clause that says something: they have a finite verb, and do more than open a sentence."""

import re
import sys

from ld.text.calendar_words import WEEKDAY


def is_main_clause(words: str) -> bool:
    """Whether *words*, up to a comma, say something, and are not just a clause or phrase that opens a sentence."""
    return has_finite_verb(words) and ("," in words or not _INTRODUCES.match(words))


_INTRODUCES = re.compile(
    rf"""
    (?:(?:And|But|So|Soon|Long|Shortly|Even|Just)\s+)?                              # Shortly
    (?i:
        after|although|amid|as|asked|at|because|before|by|despite|during|following|for|from|if|in|once
      | most\s+recently | on|over|since|speaking|though|through|under|until|when|where|whether|while|with|without
      | you\s+see | [a-z]+ing                                                       # leaving the port
      | {WEEKDAY}
    ) \b
    """,
    re.VERBOSE,
)


def has_finite_verb(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Whether the words of *text* from *start* to *end* have a finite verb, or a pronoun and what it does."""
    return _FINITE.search(text, start, end) is not None


_FINITE = re.compile(
    r"""
    \b (?:
        is|are|was|were|has|have|had|will|would|could|should|can|may|might|must|did|does|do|cannot
      | (?<!\ba\s)(?<!\ban\s)(?<!\bthe\s)(?:[a-z]{2,}ed|hit|cut|shut|struck)       # the port closed, storms hit
      | held|took|gave|made|came|went|saw|got|left|met|ran|sent|sold|stood|won|lost|paid|fell|grew|rose|began|became
      | brought|built|bought|kept|knew|led|spent|spoke|broke|chose|drove|found|fought|hurt|wrote
      | [a-z]+n[’']t                                                                # the port isn’t full
      | (?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I|[Yy]ou)(?:[’']\w+)?\s+\w+             # they sail, they’ll sail
    ) \b
    """,
    re.VERBOSE,
)
