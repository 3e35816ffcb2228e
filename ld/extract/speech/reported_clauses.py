"""The words of a sentence that a verb of saying reports without quotation marks."""

import re
from typing import NamedTuple

from ld.extract.speech.clause_ends import clause_end, reported_end, trimmed
from ld.extract.speech.clauses import CuedSentence
from ld.extract.speech.cues import Cue
from ld.extract.speech.main_clauses import has_finite_verb, is_main_clause
from ld.extract.speech.stances import has_object, object_start
from ld.text.calendar_words import WEEKDAY
from ld.text.lexicon import any_of, word_set, words
from ld.text.quotation_marks import Quote


class ReportedSpan(NamedTuple):
    """Reported words, by their offsets in the text, and the *rest* of them where the verb stands in their middle.

    They are a clause, or the object of a verb: "vowed to sail". Those before their verb are there also *as_quoted*,
    as if in quotation marks: a comma stands for the closing mark.
    """

    start: int
    end: int
    as_quoted: Quote | None = None
    rest: tuple[int, int] | None = None
    is_object: bool = False


def reported_span(sentence: CuedSentence, cue: Cue) -> ReportedSpan | None:
    """The words that *cue* reports, behind it or before it; None where it reports no statement."""
    if cue.word == "according to":
        span = _according(sentence, cue)
    else:
        start = None if _is_inverted(sentence, cue) else _behind(sentence.text, cue, sentence.end)
        object_ = object_start(sentence.text, cue.word, cue.end, sentence.end) if start is None else None
        if object_ is not None:
            acted = _ACTED.search(sentence.text, object_, sentence.end)
            end = min(reported_end(sentence, object_), acted.start() if acted else sentence.end)
            span = ReportedSpan(object_, end, is_object=True)
        elif start is not None:
            span = ReportedSpan(start, clause_end(sentence, cue, start))
        else:
            span = None if has_object(cue.word) else _before(sentence, cue)
    if span is None:
        return None
    text = sentence.text
    start, end = trimmed(text, span.start, span.end)
    rest = trimmed(text, *span.rest) if span.rest else None
    if _NO_SUBJECT.match(text, start, end):
        return None
    words = len(text[start:end].split()) + (len(text[slice(*rest)].split()) if rest else 0)
    return span._replace(start=start, end=end, rest=rest) if start < end and words >= _FEWEST_WORDS else None


_FEWEST_WORDS = 3
_ACTED = re.compile(
    rf"""
    ,?\s (?:and|but) \s (?:(?:then|also|later)\s)?                                       # and then
    (?: [a-z]{{3,}}ed | hung | had | was | {any_of(*words("dates/past_verbs"))} ) \b      # hung
    """,
    re.VERBOSE,
)
"""Where the object of a verb ends, and its subject does something else: "denied the charges and hung up"."""

_NO_SUBJECT = re.compile(
    r"(?:is|are|was|were|has|had|have|would|will|could|should|may|might|must|does|do|did|that|which|who|whose|where)\b"
)
"""What opens half a clause: its subject stands elsewhere."""


def _is_inverted(sentence: CuedSentence, cue: Cue) -> bool:
    """Whether the subject of *cue* follows it: "…, said NAME of the BOARD"."""
    text = sentence.text
    if cue.is_participle or not text[max(sentence.start, cue.start - _SOON) : cue.start].rstrip().endswith(","):
        return False
    follows = _UP_TO_COMMA.match(text, cue.end, sentence.end)
    return follows is None or not has_finite_verb(text, *follows.span())


def _behind(text: str, cue: Cue, end: int) -> int | None:
    """Where the words begin that *cue* reports behind it; None if there are none."""
    has_listener, may_be_noun = cue.word in word_set("speech/listener_verbs"), cue.word in word_set("speech/noun_verbs")
    if _TALE.match(text, cue.end) or (has_object(cue.word) and _THAT_NOUN.match(text, cue.end)):
        return None
    that = (_LISTENER_THAT if has_listener else _THAT).match(text, cue.end, end)
    if that:
        return that.end() if not may_be_noun or _SUBJECT.match(text, that.end(), end) else None
    if has_object(cue.word):
        return None
    plain = (_LISTENER if has_listener else _WHEN).match(text, cue.end, end)
    if plain is None or may_be_noun or _WHEN_ONLY.match(text, cue.end, end):
        return None
    start = plain.end()
    if cue.word in word_set("speech/plain_verbs"):
        return start if _OPENS.match(text, start, end) or _CONDITION.match(text, start, end) else None
    first = _SUBJECT_WITH_ASIDE.match(text, start, end) or _UP_TO_COMMA.match(text, start, min(end, start + _SOON))
    opens = first is not None and _OPENS.match(text, start, end) is not None
    return start if first and opens and _is_clause(first[0]) else None


_TALE = re.compile(
    r"\s(?:her|his|their|its|the)\s(?:\w+\s)?(?:story|stories|tale|tales|side|life)\b|\sit\s(?:an?|the)\s"
)
"""What is told or declared and is no clause: "tells her story", "declared it a success"."""
_THAT_NOUN = re.compile(r"\sthat\s(?:an?|the|too|just|absurd|[a-z]+ed)\b")
"""What is called something: "calling that a threat"."""


def _is_clause(words: str) -> bool:
    """Whether *words* have a finite verb before another clause begins, or a verb that goes on after "and"."""
    return has_finite_verb(_OTHER_CLAUSE.split(words, maxsplit=1)[0])


_SUBJECT_WITH_ASIDE = re.compile(r"[^,;:—–.“”]{2,80},\s(?:which|who)\s[^,;:.“”]{2,100},\s[^,;:—–.]{2,60}")
_OTHER_CLAUSE = re.compile(
    r"""
    (?<=\w) \s (?:
        when|as|after|before|while|because|that|which|who|whose|where|if|since|until|over
      | and\s(?:has|have|had|is|was|will|would|[a-z]{3,}ed)
    ) \b
    """,
    re.VERBOSE,
)


_WHEN_SAID = rf"""
    (?:
        \s+(?:(?:late|early)\s+)?(?:on\s+)?{WEEKDAY}                                  # late on Tuesday
        (?:\s+(?:morning|afternoon|evening|night))?                                #   morning
      | \s+(?:last|this|earlier\s+this|late\s+last|early\s+this)                    # late last
        \s+(?:week|month|year|spring|summer|fall|autumn|winter)                     #   week
      | \s+(?:today|yesterday|later|earlier|again|also|previously|recently|then|repeatedly)
    )
"""
_ONE_LISTENER = (
    r"him|her|them|me|us|reporters|journalists|supporters|lawmakers|investors|(?:the\s+)?(?:authorities|police|investigators"
    r"|officials|officers|parliament|council|court|jury|judge|committee|newspaper|agency)"
)
_CIRCUMSTANCE = r"[^“”\";:\0.]{2,70}?"
_THAT = re.compile(
    rf"""
    (?:
        {_WHEN_SAID}                                                                # said on Tuesday
      | ,?\s+(?:in|on|at|during|after|before|through|via|to|by|earlier|last|of|when|while|as)\b
        {_CIRCUMSTANCE}                                                             # said in a letter
    )?
    ,?\s+(?:the\s+fact\s+)?that,?\s+                                                # that
    (?!(?:is|was|means|are|were|has|had|have|will|would|should|could|can|may|might|must|does|did)\b)
                                                                                    # but not: said that was enough
    """,
    re.VERBOSE,
)
_LISTENER_THAT = re.compile(
    rf"""
    \s+
    (?:
        {_ONE_LISTENER}                                                             # told reporters
      | (?:[A-Za-z][\w.’'-]*\s+){{0,5}}?[A-Za-z][\w.’'-]*                           # told the members of the board
    )
    (?:{_CIRCUMSTANCE})?                                                            # in Oslo
    \s+that\s+
    """,
    re.VERBOSE,
)
_LISTENER = re.compile(
    rf"""
    \s+
    (?:
        {_ONE_LISTENER}                                                             # told reporters
      | (?:the\s+)?(?:[A-Z][\w.’'-]*\s+){{0,4}}[A-Z][\w.’'-]*                       # told the Harbour Board
    )
    (?:{_WHEN_SAID})?                                                               # on Tuesday
    \s+
    """,
    re.VERBOSE,
)
_WHEN = re.compile(rf"(?:{_WHEN_SAID})?\s+", re.VERBOSE)
_WHEN_ONLY = re.compile(rf"{_WHEN_SAID}\s*[,.;]", re.VERBOSE)
_OPENS = re.compile(
    r"\b(?!(?:\w+ly\s+)?(?:in|on|at|during|after|before|to|of|with|by|for|from|as|about|against"
    r"|so|how|what|why|whether|who|if|when|yes|no|nothing|little|much|more|the\s+same|the\s+opposite|itself|himself|herself|themselves"
    r"|is|are|was|were|has|had|have|been)\b)\w"
)
_CONDITION = re.compile(r"(?:if|once|unless)\b[^“”;:.]{4,80}")
_SUBJECT = re.compile(r"[A-Z\d]|(?:the|an?|he|she|they|it|we|I|this|these|there|all|no|its|his|her|their|some|many)\b")
_UP_TO_COMMA = re.compile(r"[^,;:—–]+")
_SOON = 60


def _before(sentence: CuedSentence, cue: Cue) -> ReportedSpan | None:
    """The clause that begins the sentence and that *cue* reports behind a comma: "…, NAME said", "…, NAME said, …"."""
    text = sentence.text
    if not _CLOSES.match(text, cue.end, sentence.end):
        return None
    inserted = _INSERTED.match(text, cue.end, sentence.end)
    rest = (inserted.end(), reported_end(sentence, inserted.end())) if inserted else None
    nearest = max(sentence.start, cue.start - _REACH)
    for comma in reversed([match.start() for match in _COMMA.finditer(text, nearest, cue.start)]):
        quote = Quote(sentence.start, comma, sentence.start, comma + 1, text[sentence.start : comma])
        if sentence.cue_after(quote) == cue and (rest or is_main_clause(quote.text)):
            return ReportedSpan(sentence.start, comma, quote, rest)
    return None


_CLOSES = re.compile(
    rf"""
    (?<=\w)
    (?:
        \s (?: {_ONE_LISTENER} | [A-Z]\w+ )                             # told reporters
      | \s (?: the|an? ) \s [^,.;:“”\"\n]{{1,40}} (?=[,.])               # said the mayor’s wife,
    )?
    (?:
        \s*(?:[.,:;—–-]|\Z|\n)                                         # said,
      | \s+(?:in|on|at|to|during|of|after|before|when|as|with|from       # said on Tuesday
          |last|this|earlier|\w+day|\w+ly)\b
      | \s+[A-Z]                                                        # said Friday
    )
    """,
    re.VERBOSE,
)
_COMMA = re.compile(r",(?=\s)")
_INSERTED = re.compile(
    rf"""
    (?:{_WHEN_SAID})? ,\s+                                                          # NAME said on Tuesday,
    (?!(?:which|who|whose|where|when|according|(?:\w+ly\s+)?\w{{2,}}ing|an?)\b)     # but not: , quickly adding
    """,
    re.VERBOSE,
)
"""What follows a verb of saying in the middle of what it reports: "The port, NAME said on Tuesday, is full"."""


def _according(sentence: CuedSentence, cue: Cue) -> ReportedSpan | None:
    """What stands before "according to", behind its phrase where it opens the sentence, or around the two."""
    text = sentence.text
    before = text[max(sentence.start, cue.start - _REACH) : cue.start]
    comma = _COMMA.search(text, cue.end, sentence.end)
    apposed = _APPOSED.match(text, comma.end(), sentence.end) if comma else None
    if before.strip() in _OPENERS and apposed:
        return ReportedSpan(apposed.end(), sentence.end)
    if before.strip() in _OPENERS:
        return ReportedSpan(comma.end(), sentence.end) if comma else None
    if comma and _OPENS_WITH_WHO.fullmatch(before) and _SAYS.match(text, comma.end()):
        return None
    inserted = comma is not None and before.rstrip().endswith(",") and not has_finite_verb(before)
    rest = (comma.end(), sentence.end) if comma and inserted else None
    return ReportedSpan(sentence.start, cue.start, rest=rest)


_OPENS_WITH_WHO = re.compile(r"[^,]{2,60},\swho\s[^,]*,\s")
_SAYS = re.compile(r"\s(?:also\s|later\s)?(?:said|says|told|added|noted)\b")
"""What goes on with the clause around "according to": "NAME, who is retired, according to the Post, said"."""

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
"""What says who the source is: "According to NAME, a think tank in Oslo, …"."""
_OPENERS = frozenset(("", "And", "But", "So", "Still", "Yet"))


_REACH = 300
"""How much of an endless sentence is read for one cue, in code points."""
