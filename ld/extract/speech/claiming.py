"""Whether "claim" is the verb of a clause, as in "the minister claims he was told", or a noun."""

import re

from ld.extract.speech.cues import Cue


def is_claiming(text: str, cue: Cue) -> bool:
    """Whether *cue* is a form of "claim" between its own subject and that of the clause that it reports."""
    if cue.word not in {"claim", "claims"}:
        return False
    before = max(0, cue.start - _REACH)
    if cue.word == "claims" and _IS_NOUN.search(text, before, cue.start):
        return False
    if _PRONOUN_ACTS.match(text, cue.end):
        return True
    return bool(_NAMES_SOMEBODY.search(text, before, cue.start) and _SUBJECT.match(text, cue.end + 1))


_REACH = 60
_IS_NOUN = re.compile(
    r"""
    \b (?:
        the|his|her|its|their|these|those|such|[Pp]olice     # their claims
      | of|by|on|about|over|despite|amid|to|with|and        # over insurance claims
      | [a-z]+(?:ed|es|ing|s)                               # rejected claims
    ) \s (?:\w+(?<!man)(?<!person)\s)? \Z
    """,
    re.VERBOSE,
)
_PRONOUN_ACTS = re.compile(r"\s(?:he|she|it|they|we|I)\s(?:\w+ly\s)?[a-z]+")
_NAMES_SOMEBODY = re.compile(
    r"""
    (?<![.,;:“”"]\s) \b [A-Z][\w.’'-]+ \s \Z            # the Harbour Board
  | \b [a-z]+ (?:man|person|official|minister|[a-z]s) \s \Z   # officials
    """,
    re.VERBOSE,
)
_SUBJECT = re.compile(r"[A-Z\d]|(?:the|an?|this|these|there|all|no|its|his|her|their|some|many)\b")
