"""Where a clause with "that" begins behind a verb of saying, and what may come between the two."""

import re

from ld.extract.speech.cues import Cue
from ld.extract.speech.stances import promises_to
from ld.text.calendar_words import WEEKDAY
from ld.text.lexicon import word_set


def that_end(text: str, cue: Cue, end: int) -> int | None:
    """The start of the clause that *cue* reports with "that", before *end*; None if it reports none.

    A "that" behind another clause or a noun belongs to these: "said he left on condition that", "said Friday, proof
    that". One that points to a noun named before opens no clause: "says that plan is late".
    """
    has_listener = cue.word in word_set("speech/listener_verbs")
    that = (_LISTENER_THAT if has_listener else _THAT).match(text, cue.end, end)
    if that is None:
        return None
    between = text[cue.end : that.start("that")]
    if _NOUN_BETWEEN.search(between) or (_SPEAKS_BETWEEN if has_listener else _CLAUSE_BETWEEN).match(between):
        return None
    is_frame = promises_to(cue.word) and _INFINITIVE.match(between)
    return None if is_frame or _is_pointed_to(text, that.end()) else that.end()


def _is_pointed_to(text: str, start: int) -> bool:
    """Whether the bare noun at *start* was introduced a little before: "a plan … that plan is late"."""
    noun = _BARE_NOUN.match(text, start)
    if noun is None:
        return False
    introduced = re.compile(rf"\b(?:an?|another)\s(?:[\w-]+\s)?{noun[1]}\b")
    return introduced.search(text, max(0, start - _REACH), start) is not None


_REACH = 600
_BARE_NOUN = re.compile(r"([a-z]+(?<!s))\s(?:is|was|has|had|will|would|could|should|can|may|might)\b")
_INFINITIVE = re.compile(r"\s+to\s(?!the\b|an?\b)[a-z]")
_CLAUSE_BETWEEN = re.compile(
    r"\s+(?:in|on|at|to|of|last|earlier)\s[^,]*\b(?:he|she|they|we|I|is|are|was|were|will|would)\s"
)
_SPEAKS_BETWEEN = re.compile(
    r".*\swho\s(?:\w+ly\s|had\s)?(?:argued|asked|believed|claimed|complained|feared|hoped|insisted|said|suggested|thought|warned)\b"
)
_NOUN_BETWEEN = re.compile(
    r",\s(?:an?\s|another\s|more\s|further\s)?(?:evidence|indication|news|proof|sign|signs)\s*\Z"
)

WHEN_SAID = rf"""
    (?:
        \s+(?:(?:late|early)\s+)?(?:on\s+)?{WEEKDAY}                                  # late on Tuesday
        (?:\s+(?:morning|afternoon|evening|night))?                                #   morning
      | \s+(?:last\s+night|this\s+weekend|at\s+the\s+time|(?:an?|one|two|three)\s+(?:day|week|month|year)s?\s+ago)
      | \s+(?:bluntly|categorically|explicitly|flatly|formally|officially|openly|privately|publicly|unequivocally)
      | \s+(?:last|this|earlier\s+this|late\s+last|early\s+this)                    # late last
        \s+(?:week|month|year|spring|summer|fall|autumn|winter)                     #   week
      | \s+(?:today|yesterday|later|earlier|again|also|previously|recently|then|repeatedly)
    )
"""
ONE_LISTENER = (
    r"him|her|them|me|us|reporters|journalists|supporters|lawmakers|investors|(?:the\s+)?(?:authorities|police|investigators"
    r"|officials|officers|parliament|council|court|jury|judge|committee|newspaper|agency)"
)
_CIRCUMSTANCE = r"[^“”\";:\0.]{2,70}?"
_THAT = re.compile(
    rf"""
    (?:
        {WHEN_SAID}                                                                # said on Tuesday
      | ,?\s+(?:in|on|at|during|after|before|through|via|to|by|earlier|last|of|when|while|as)\b
        {_CIRCUMSTANCE}                                                             # said in a letter
    )?
    (?:,\s+(?:however|meanwhile|moreover|though|too))?                               # , however,
    ,?\s+(?:the\s+fact\s+)?(?P<that>that),?\s+                                                # that
    (?!(?:is|was|means|depends|are|were|has|had|have|will|would|should|could|can|may|might|must|does|did|to)\b)
                                                                                    # but not: said that was enough
    """,
    re.VERBOSE,
)
_LISTENER_THAT = re.compile(
    rf"""
    \s+
    (?:
        {ONE_LISTENER}                                                             # told reporters
      | (?:(?!(?:who|which)\b)[A-Za-z][\w.’'-]*\s+){{0,5}}?[A-Za-z][\w.’'-]*         # told the members of the board
        (?:\s+[“"][^“”"]{{2,40}}[”"])?                                               # told Radio Nine’s “Early Tide”
    )
    (?:{_CIRCUMSTANCE})?                                                            # in Oslo
    \s+(?P<that>that)\s+
    """,
    re.VERBOSE,
)
