"""The words that the article attributes to a source with "according to"."""

import re

from ld.extract.speech.clause_ends import ReportedSpan
from ld.extract.speech.clauses import CuedSentence
from ld.extract.speech.cues import Cue
from ld.extract.speech.finite_verbs import IS_CLAUSE


def according(sentence: CuedSentence, cue: Cue) -> ReportedSpan | None:
    """The words before "according to", after its phrase if that opens the sentence, or on both sides of it."""
    text = sentence.text
    before = text[max(sentence.start, cue.start - _REACH) : cue.start]
    comma = _COMMA.search(text, cue.end, sentence.end)
    apposed = _APPOSED.match(text, comma.end(), sentence.end) if comma else None
    if before.strip() in _OPENERS and apposed:
        return ReportedSpan(apposed.end(), sentence.end)
    if before.strip() in _OPENERS and comma:
        comment = _COMMENT.search(text, comma.end(), sentence.end)
        return ReportedSpan(comma.end(), comment.start() if comment else sentence.end)
    if before.strip() in _OPENERS:
        return None
    if comma and _OPENS_WITH_WHO.fullmatch(before) and _SAYS.match(text, comma.end()):
        return None
    if _JOINS.search(before) or _SETS_SCENE.match(before):
        begin = apposed.end() if apposed else comma.end() if comma else sentence.end
        return ReportedSpan(begin, sentence.end) if IS_CLAUSE.search(text, begin, sentence.end) else None
    inserted = comma is not None and before.rstrip().endswith(",") and not IS_CLAUSE.search(before)
    rest = (comma.end(), sentence.end) if comma and inserted else None
    if rest and _SOURCE_DESCRIBED.fullmatch(text, *rest) and not IS_CLAUSE.search(text, *rest):
        rest = None
    return ReportedSpan(sentence.start, cue.start, rest=rest)


_SOURCE_DESCRIBED = re.compile(r"\s(?:an?|the|its?)\s[^,;:]{3,100}\s*")
"""A description of the source at the end of the sentence: "according to NAME, a charity"."""

_COMMENT = re.compile(r"\s?[—–]\s?(?:and|but)\s")
"""The beginning of the article's own comment on what a source says: "… in 2022 — and many of them are new"."""

_JOINS = re.compile(r"(?:[,;]|\s[-–—]+)\s+(?:and|but|so|yet),?\s+\Z")
"""A conjunction after the article's own words: "… is the best, and according to NAME, …"."""

_SETS_SCENE = re.compile(r"(?:(?:And|But|So)\s+)?\W?(?i:with|without|based\s+on|as\s+of|amid)\s[^,]*,?\s*\Z")
"""Words before "according to" that are not a clause: "With the boats all sold, according to NAME, …"."""

_OPENS_WITH_WHO = re.compile(r"[^,]{2,60},\swho\s[^,]*,\s")
_SAYS = re.compile(r"\s(?:also\s|later\s)?(?:said|says|told|added|noted)\b")
"""The verb of the clause around "according to": "NAME, who is retired, according to the Post, said"."""

_APPOSED = re.compile(
    r"""
    \s
    (?: an?\s
      | the\s (?= (?:[a-z]+\s)?
            (?: mayor | president | minister | director | chief | head | leader | chair\w* | spokes\w+ | governor
              | owner | founder | author | company | firm | agency | group | charity | union | watchdog
              | organi[sz]ation ) \b
        )
    )
    (?! [^,]{0,80} \b (?: is|are|was|were|has|have|had|will|would|could|should|can
                        | [a-z]+ed \s (?!by\b|in\b|at\b|on\b|as\b) ) \b )
    [^,.;]{4,100}, (?!\s(?:as|and|but|which|who|while|when|where)\b)
    """,
    re.VERBOSE,
)
"""A description of the source: "According to NAME, a think tank in Oslo, …"."""
_OPENERS = frozenset(("", "And", "But", "So", "Still", "Yet"))

_COMMA = re.compile(r",(?=\s)")
_REACH = 300
"""How much of an endless sentence is read for one source, in code points."""
