"""Verbs of saying that share the subject of a verb before them: "NAME noted …, adding", "NAME sailed and said"."""

import re

from ld.extract.speech.clauses import CuedSentence
from ld.extract.speech.cues import Cue


def is_coordinated(sentence: CuedSentence, cue: Cue) -> bool:
    """Whether *cue* may share the subject of an earlier verb, since it follows a comma, "and" or the like."""
    return _COORDINATED.search(sentence.text, sentence.start, cue.start) is not None


def has_acted(text: str, start: int, verb_start: int) -> bool:
    """Whether all from *start* to the verb of saying is what its subject did before: " opened the port and "."""
    return _ACTED.fullmatch(text, start, verb_start) is not None


def acts(text: str, start: int, verb_start: int) -> bool:
    """Whether all from *start* to the verb of saying is what its subject did or does: " opens the port and "."""
    return _ACTS.fullmatch(text, start, verb_start) is not None


_COORDINATED = re.compile(
    r"(?:[,”\"]|\b(?:and|but|then|by|before|while))\s+(?:\w+ly\s+|also\s+|then\s+|later\s+|and\s+)*$"
)
_IRREGULAR = "took|gave|made|met|went|left|spoke|held|came|began|sent|stood|shot|fought|won"
_PAST_TENSE = rf"""
    \w{{3,}}ed                          # opened
  | did(?:n[’']t|\s+not)?\s+\w+         # did not open
  | (?:is|are|was|were|has|have|had)(?!\s+\w+ed\b)    # was late, but not: was opened
  | (?:then|also)\s+\w{{4,}}s           # then opens
  | {_IRREGULAR}
"""
_SOON = r"\s+(?:\w+ly\s+|then\s+|also\s+)?"
_UP_TO_VERB = r"(?:(?!\b(?:who|which|that|while|as|when|whose|because)\b)[^\0“”;:])*?(?:,|\b(?:and|but|by|before))\s+"
_ACTED = re.compile(rf"{_SOON} (?:{_PAST_TENSE}) \b {_UP_TO_VERB}", re.VERBOSE)
_ACTS = re.compile(rf"{_SOON} (?:{_PAST_TENSE} | \w{{4,}}s) \b {_UP_TO_VERB}", re.VERBOSE)
