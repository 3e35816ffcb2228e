"""People quoted by somebody else: "radio quoted one WITNESS as saying", "an OFFICIAL was quoted by it as saying"."""

import re
from typing import NamedTuple

from ld.extract.speech.clauses import CuedSentence
from ld.extract.speech.cues import WAS_QUOTED, Cue


class Quoted(NamedTuple):
    """The offsets of the words for the person quoted, in code points of the text."""

    start: int
    end: int


def whom_it_quotes(sentence: CuedSentence, cue: Cue) -> Quoted | None:
    """The speaker by *cue*, a form of "quote" or the "saying" after one, if somebody else quotes them; else None."""
    text = sentence.text
    if cue.word == "saying":
        start = max(sentence.start, cue.start - _REACH)
        found = _QUOTED_BEFORE.search(text, start, cue.start)
    else:
        found = _QUOTED_BEHIND.match(text, cue.start, sentence.end)
    return Quoted(*found.span("who")) if found else None


def passive_verb(sentence: CuedSentence, cue: Cue) -> Cue | None:
    """The verb whose subject is quoted: "was quoted by the paper as saying", with "saying" as the *cue*."""
    if cue.word != "saying":
        return None
    found = WAS_QUOTED.search(sentence.text, max(sentence.start, cue.start - _REACH), cue.start)
    return Cue(found.start(), found.end(), "said") if found else None


_REACH = 160
_WHO = r"(?P<who>(?!by\b)[^\s,;:“”\"][^,;:“”\"\0]{1,80}?)\s+as\s+"
_QUOTED_BEFORE = re.compile(
    rf"""
    (?<!was\s)(?<!were\s)(?<!is\s)(?<!been\s)      # not: was quoted by
    \b (?:quoted|quotes|quoting)\s+{_WHO}\Z         # quoted one witness as
    """,
    re.VERBOSE,
)
_QUOTED_BEHIND = re.compile(rf"(?:quoted|quotes|quoting)\s+{_WHO}(?:saying|telling|warning|adding)\b")
