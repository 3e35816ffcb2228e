"""The words of a sentence that a verb of saying reports without quotation marks."""

import re

from ld.extract.speech.according import according
from ld.extract.speech.claiming import is_claiming
from ld.extract.speech.clause_ends import ReportedSpan, clause_end, opening_end, reported_end, trimmed
from ld.extract.speech.clauses import CuedSentence
from ld.extract.speech.cues import Cue
from ld.extract.speech.finite_verbs import IS_CLAUSE, is_clause
from ld.extract.speech.stances import has_object, object_start, stance_of
from ld.extract.speech.that_clauses import ONE_LISTENER, WHEN_SAID, that_end
from ld.text.calendar_words import WEEKDAY
from ld.text.lexicon import any_of, word_set, words
from ld.text.quotation_marks import Quote


def reported_span(sentence: CuedSentence, cue: Cue) -> ReportedSpan | None:
    """The words that *cue* reports, after it or before it; None if it reports no statement."""
    if cue.word == "according to":
        span = according(sentence, cue)
    else:
        start = None if _is_inverted(sentence, cue) else _behind(sentence.text, cue, sentence.end)
        object_ = object_start(sentence.text, cue.word, cue.end, sentence.end) if start is None else None
        if object_ is not None:
            acted = _ACTED.search(sentence.text, object_, sentence.end) or _OTHERS_ACT.search(
                sentence.text, object_, sentence.end
            )
            end = opening_end(sentence, cue, object_) or reported_end(sentence, object_)
            end = min(end, acted.start() if acted else sentence.end)
            span = ReportedSpan(object_, end, is_object=True)
        elif start is not None:
            end = clause_end(sentence, cue, start)
            goes_on = _GOES_ON.search(sentence.text, start, end) if stance_of(cue.word) == "denies" else None
            span = ReportedSpan(start, goes_on.start() if goes_on else end)
        else:
            span = None if has_object(cue.word) else _before(sentence, cue)
    if span is None:
        return None
    text = sentence.text
    start, end = trimmed(text, span.start, span.end)
    rest = trimmed(text, *span.rest) if span.rest else None
    if _NO_SUBJECT.match(text, start, end) or _LEADS_TO_LIST.search(text, max(start, end - _SOON), end + 3):
        return None
    if (cue.word.startswith("suggest") and _ADVISED.fullmatch(text, start, end)) or (
        (cue.word.startswith("warn") or not span.is_object) and _NOT_TO.match(text, start)
    ):
        return None
    words = len(text[start:end].split()) + (len(text[slice(*rest)].split()) if rest else 0)
    return span._replace(start=start, end=end, rest=rest) if start < end and words >= _FEWEST_WORDS else None


_FEWEST_WORDS = 3
_ACTED = re.compile(
    rf"""
    , \s (?:after|as|amid|following) \s (?!well\b)                                        # , after it rained
  | \s but \s (?!(?:to|also|rather|not|instead|only|he|she|it|they)\b)                       # but few did
  | ,?\s (?:and|but) \s (?:(?:then|also|later)\s)?                                       # and then
    (?: [a-z]{{3,}}ed | hung | had | was | (?:has|have)\s[a-z]+ | {any_of(*words("dates/past_verbs"))} ) \b      # hung
    """,
    re.VERBOSE,
)
"""The end of the object, where its subject does something else: "denied the charges and hung up"."""

_OTHERS_ACT = re.compile(r",?\s(?:and|while)\s[A-Z][a-z]+s\s(?!to\b)[a-z]{3,}\s(?:for|to|on|the|an?|against)\s")
"""The end of the object, where others do something: "calls for aid and Liberals push for a law"."""

_GOES_ON = re.compile(r",[”\"]?\s(?:and|but)\s(?:he|she|they|it)\s")
"""The end of what is denied, where the article goes on: "denied that he sold it, and he pointed to his papers"."""

_NO_SUBJECT = re.compile(
    r"""
    (?: is|are|was|were|has|had|have|would|will|could|should|may|might|must|does|do|did|that|which|who|whose|where
      | by\s(?:[“"]|[a-z]+ing\b)\W?\w+
      | (?:[A-Z][^,;:.]{2,20},\s)?(?i:be|avoid|make\ssure|don[’']t|never)
      | (?:appears|belongs|continues|deserves|needs|remains|seems)(?!\s(?:are|were|have|had|is|was)\b)
    ) \b
    """,
    re.VERBOSE,
)
"""The opening of advice or of a clause whose subject is elsewhere: "a loss that NAME said remains small"."""

_LEADS_TO_LIST = re.compile(r"\b(?:least|includ(?:es?|ing)|following|these|as):[ ]*(?:\n|\Z)")
"""The end of words that only introduce a list below them."""

_NOT_TO = re.compile(r"not\s(?:only\s)?to\b")
"""The opening of advice: "say not to sail"; a promise not to sail, however, says what somebody will do."""

_ADVISED = re.compile(
    r"[a-z]{2,}ing\b(?:(?!\b(?:is|are|was|were|has|have|had|can|could|will|would|may|might|must)\b).)*\Z", re.DOTALL
)
"""A suggested activity, which is not a statement: "suggests starting with a plan"."""


def _is_inverted(sentence: CuedSentence, cue: Cue) -> bool:
    """Whether the subject of *cue* follows it: "…, said NAME of the BOARD"."""
    text = sentence.text
    if cue.is_participle or not text[max(sentence.start, cue.start - _SOON) : cue.start].rstrip().endswith(","):
        return False
    follows = _UP_TO_COMMA.match(text, cue.end, sentence.end)
    return follows is None or not IS_CLAUSE.search(text, *follows.span())


def _behind(text: str, cue: Cue, end: int) -> int | None:
    """The start of the words that *cue* reports after it; None if there are none."""
    has_listener, may_be_noun = cue.word in word_set("speech/listener_verbs"), cue.word in word_set("speech/noun_verbs")
    if _TALE.match(text, cue.end) or (has_object(cue.word) and _THAT_NOUN.match(text, cue.end)):
        return None
    that = that_end(text, cue, end)
    if that is not None:
        return that if not may_be_noun or _SUBJECT.match(text, that, end) else None
    if has_object(cue.word):
        return None
    plain = (_LISTENER if has_listener else _WHEN).match(text, cue.end, end)
    if plain is None or (may_be_noun and not is_claiming(text, cue)) or _WHEN_ONLY.match(text, cue.end, end):
        return None
    start = plain.end()
    is_list = has_listener and "," in plain[0] and not IS_CLAUSE.search(text, start, end)
    if cue.word in word_set("speech/plain_verbs"):
        return start if not is_list and (_OPENS.match(text, start, end) or _CONDITION.match(text, start, end)) else None
    first = _SUBJECT_WITH_ASIDE.match(text, start, end) or _UP_TO_COMMA.match(text, start, min(end, start + _SOON))
    opens = first is not None and _OPENS.match(text, start, end) is not None
    return start if first and opens and is_clause(first[0]) else None


_TALE = re.compile(
    r"""
    \s (?:her|his|their|its|the) \s (?:\w+\s)? (?:story|stories|tale|tales|side|life) \b    # her story
  | \s it \s (?:an?|the) \s                                                                # it a success
  | (?:(?<=declared)|(?<=declares)|(?<=declaring)) \s it \s [“"]                            # it “a success”
    """,
    re.VERBOSE,
)
"""Objects of telling or declaring that are not clauses: "tells her story", "declared it a success"."""
_THAT_NOUN = re.compile(r"\sthat\s(?:an?|the|too|just|absurd|[a-z]+ed)\b")
"""A "that" that is called something: "calling that a threat"."""


_SUBJECT_WITH_ASIDE = re.compile(r"[^,;:—–.“”]{2,80},\s(?:which|who)\s[^,;:.“”]{2,100},\s[^,;:—–.]{2,60}")
_LISTENER = re.compile(
    rf"""
    \s+
    (?:
        {ONE_LISTENER}                                                             # told reporters
      | (?:the\s+)?(?:[A-Z][\w.’'-]*\s+){{0,4}}[A-Z][\w.’'-]*                       # told the Harbour Board
        (?:\s+[a-z]+s(?=\s+(?:the|an?|it|he|she|they|his|her|its|their)\s))?        # pilots
    )
    (?:{WHEN_SAID})?                                                               # on Tuesday
    (?:
        \s+ (?![A-Z][\w.’'-]*,)                                                     # but not: told Channel | Nine, it
      | ,\s+ (?=[^,]*\Z)
        (?!(?:and|or|as|but|who|which|where|when|while|after|before|in|on|at|an?|\w+ing)\b)
    )
    (?!(?:and|or)\s|\w+\s+to\s+[a-z])                                           # but not: allies to wait
    """,
    re.VERBOSE,
)
_WHEN = re.compile(rf"(?:{WHEN_SAID})?\s+", re.VERBOSE)
_WHEN_ONLY = re.compile(rf"{WHEN_SAID}\s*[,.;]", re.VERBOSE)
_OPENS = re.compile(
    r"""
    \b (?! (?:\w+ly\s+)? (?:
          in|on|at|during|after|before|to|of|with|by|for|from|as|about|against|over\s+the
        | so|how|what|why|whether|who|if|when
        | no (?! \s+ (?:one|(?:\w+\s){1,4}?(?:is|are|was|were|has|have|had|will|would|could|can)) \s )  # says no to war
        | yes|nothing|little|much|more|the\s+same|the\s+opposite|itself|himself|herself|themselves
        | is|are|was|were|has|had|have|been
    ) \b ) \w
    """,
    re.VERBOSE,
)
_CONDITION = re.compile(r"(?:if|once|unless)\b[^“”;:.]{4,80}")
_SUBJECT = re.compile(r"[A-Z\d]|(?:the|an?|he|she|they|it|we|I|this|these|there|all|no|its|his|her|their|some|many)\b")
_UP_TO_COMMA = re.compile(r"[^,;:—–]+")
_SOON = 60


def _before(sentence: CuedSentence, cue: Cue) -> ReportedSpan | None:
    """The clause that opens the sentence and that *cue* reports after a comma: "…, NAME said", "…, NAME said, …"."""
    text = sentence.text
    if not _CLOSES.match(text, cue.end, sentence.end) or _has_own_object(sentence, cue):
        return None
    inserted = _INSERTED.match(text, cue.end, sentence.end)
    rest = (inserted.end(), reported_end(sentence, inserted.end())) if inserted else None
    is_contrasted = _CONTRASTED.match(text, cue.end, sentence.end) is not None
    nearest = max(sentence.start, cue.start - _REACH)
    for comma in reversed([match.start() for match in _COMMA.finditer(text, nearest, cue.start)]):
        quote = Quote(sentence.start, comma, sentence.start, comma + 1, text[sentence.start : comma])
        if sentence.cue_after(quote) == cue and (rest or is_contrasted or _is_main_clause(quote.text)):
            return ReportedSpan(sentence.start, comma, quote, rest)
    return None


def _has_own_object(sentence: CuedSentence, cue: Cue) -> bool:
    """Whether what follows *cue* is neither its subject nor a listener: "…, a sign officials suspect a link"."""
    is_inverted = sentence.text.endswith((", ", ",” ", '," '), sentence.start, cue.start)
    is_told = cue.word in word_set("speech/listener_verbs")
    return not is_inverted and not is_told and _OBJECT.match(sentence.text, cue.end) is not None


_OBJECT = re.compile(r"\s(?:the|an?)\s")


def _is_main_clause(words: str) -> bool:
    """Whether *words*, up to a comma, are a statement, and not just a clause or phrase that opens a sentence."""
    return (IS_CLAUSE.search(words) or _PRESENT.search(words)) is not None and (
        "," in words or not _INTRODUCES.match(words)
    )


_PRESENT = re.compile(
    r"(?<=\w)\s(?:appears|comes|expects|gives|goes|hopes|intends|keeps|makes|means|needs|plans|remains|seeks|seems|takes|wants)\s"
)
"""A verb in the present tense: "the airline plans daily flights"."""

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
_CLOSES = re.compile(
    rf"""
    (?<=\w)
    (?:
        \s (?: {ONE_LISTENER} | [A-Z]\w+ )                             # told reporters
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
_CONTRASTED = re.compile(rf"(?:{WHEN_SAID})?,\s(?:but|although|though)\s", re.VERBOSE)
"""What shows that a statement ends before its verb: "Everyone sails, NAME said, but some …"."""

_INSERTED = re.compile(
    rf"""
    (?:{WHEN_SAID})? ,\s+                                                          # NAME said on Tuesday,
    (?!(?:evidence|proof|which|who|whose|where|when|according|although|though|but|the\s(?:latest|first|last|\w{{4,}}est|most)|(?:\w+ly\s+)?\w{{2,}}ing|an?)\b)
    """,
    re.VERBOSE,
)
"""What follows a verb of saying in the middle of what it reports: "The port, NAME said on Tuesday, is full"."""


_REACH = 300
"""How much of an endless sentence is read for one cue, in code points."""
