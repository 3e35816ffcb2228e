"""The noun phrase beside a verb of saying, which names a speaker that is not a known entity."""

import functools
import re
from typing import NamedTuple

from ld.extract.speech.cues import reports
from ld.text.calendar_words import WEEKDAY
from ld.text.lexicon import CAPITALISED, any_of, word_set, words


class Phrase(NamedTuple):
    """A noun phrase: its offsets in the article's text."""

    start: int
    end: int


def phrase_before(text: str, start: int, end: int) -> Phrase | None:
    """The noun phrase that is the subject of the verb at *end*: the last one from *start* on.

    Leaves out an aside between commas, and adverbs and auxiliaries before the verb.
    None for a pronoun, for a whole clause, and for what does not look like a noun phrase.
    """
    start = max(start, end - _REACH)
    stop = start + len(_TAIL.sub("", text[start:end]).rstrip(_BLANKS))
    aside = _BRACKETS.search(text, start, end) or _ASIDE.search(text, start, end)
    if aside and (aside.end() == end or _TAIL.fullmatch(text, aside.end(), end)):
        stop = start + len(_TAIL.sub("", text[start : aside.start()]))
    opening = list(_BOUNDARY.finditer(text, start, stop))
    several = _OF_SEVERAL.search(text, start, stop)
    if opening and _ACCORDING.match(opening[-1][0]) and not _RELATIVE.search(text, stop, end):
        return None
    first = several.start() if several else opening[-1].end() if opening else start
    return _noun_phrase(text, first, stop)


def phrase_after(text: str, start: int, end: int) -> Phrase | None:
    """The noun phrase right after an inverted verb that ends at *start*: "said a SPOKESMAN for the BOARD"."""
    match = _phrase_end().search(text, start, end)
    return _noun_phrase(text, start, match.start() if match else end)


class _Candidate(NamedTuple):
    """A possible noun phrase from *start* to *end*: its words as written, and in lower case without endings."""

    text: str
    start: int
    end: int
    tokens: list[str]
    words: list[str]


def _noun_phrase(text: str, start: int, end: int) -> Phrase | None:
    """The noun phrase that fills *start* to *end* apart from marks and blanks; None if the words are not one."""
    start += len(text[start:end]) - len(text[start:end].lstrip(_BLANKS))
    end = start + len(text[start:end].rstrip(_BLANKS))
    last = _LAST_WORD.search(text, start, end)
    if last and last[1] not in word_set("abbreviations"):
        end -= 1
    tokens = text[start:end].split()
    if not tokens:
        return None
    lowered = [token.lower().strip(",.()").replace("’", "'").partition("'")[0] for token in tokens]
    candidate = _Candidate(text, start, end, tokens, lowered)
    return None if any(refuses(candidate) for refuses in _REFUSALS) else Phrase(start, end)


def _is_malformed(candidate: _Candidate) -> bool:
    """Whether it is too long, spans lines, contains odd characters, or is only a determiner like "the"."""
    tokens, start, end = candidate.tokens, candidate.start, candidate.end
    return (
        (len(tokens) == 1 and tokens[0].lower() in _DETERMINERS)
        or len(tokens) > _MOST_WORDS
        or "\n" in candidate.text[start:end]
        or "..." in candidate.text[start:end]
        or not _PHRASE.match(candidate.text[start:end])
    )


def _opens_as_no_subject(candidate: _Candidate) -> bool:
    """Whether it begins with a pronoun, a conjunction or a participle: "they", "after", "asking"."""
    token, word = candidate.tokens[0], candidate.words[0]
    is_function_word = token in word_set("function_words") and word not in _DETERMINERS
    is_participle = token.endswith("ing") and candidate.words[-1] not in word_set("phrases/group_nouns")
    return word in word_set("speech/no_subject_openers") or is_participle or is_function_word


def _holds_clause(candidate: _Candidate) -> bool:
    """Whether a word indicates a clause: "the port was"; in "an aide to the board" only the first word counts."""
    is_to_somebody = _TO_SOMEBODY.search(candidate.text, candidate.start, candidate.end)
    return not word_set("speech/clause_words").isdisjoint(candidate.words[:1] if is_to_somebody else candidate.words)


def _holds_verb(candidate: _Candidate) -> bool:
    """Whether one of the words is a verb in the past tense or a verb of saying."""
    return any(_VERBAL.match(token) or _NEGATED.search(token) or reports(token) for token in candidate.tokens)


def _is_incomplete(candidate: _Candidate) -> bool:
    """Whether it ends in a preposition or an article, or has no visible beginning: a determiner, a capital."""
    tokens, words = candidate.tokens, candidate.words
    plurals = word_set("phrases/group_nouns") | word_set("speech/document_nouns") | _PLURALS
    is_whole = not tokens[0][0].islower() or tokens[-1][0].isupper() or words[0] in _DETERMINERS or words[-1] in plurals
    return not is_whole or words[-1] in word_set("prepositions") | _ARTICLES | _OF_SEVERAL_SUBJECTS


_REFUSALS = (_is_malformed, _opens_as_no_subject, _holds_clause, _holds_verb, _is_incomplete)
_TO_SOMEBODY = re.compile(r"\b(?i:aides?|advis[eo]rs?|close|ambassadors?|envoys?)\s+to\s")
_NEGATED = re.compile(r"n[’']t\Z")
_VERBAL = re.compile(r"\A[a-z]{2,}ed\Z")
_LAST_WORD = re.compile(r"(\w{2,})\.\Z")
_BLANKS = " \t\n\xa0,“”\"‘’'—–-:;"
_MOST_WORDS = 12
_REACH = 400
_DETERMINERS = frozenset(
    (
        "the",
        "a",
        "an",
        "one",
        "another",
        "each",
        "his",
        "her",
        "its",
        "their",
        "my",
        "our",
        "some",
        "many",
        "several",
        "most",
    )
)
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their", "my", "our"))
_OF_SEVERAL_SUBJECTS = frozenset(("all", "both", "each"))
"""The last word of a list of which only the end was read: "officers in Norvik, and Leeds all said"."""

_PLURALS = frozenset(("sources", "aides", "people", "critics", "others", "fans", "students", "voters", "reporters"))
_PHRASE = re.compile(r"\A[\w$][\w.,’'&()/ \xa0-]*\Z")
_ADVERB_OR_AUXILIARY = rf"""
    (?:
        (?!(?:family|assembly|ally|supply)\b)\w+ly|also|earlier|today|yesterday|tonight|has|had|have|is|was|are|were|been|would|will|did|do|could|then|later|further|again|once|often|long|just|never
      | even|still|first|who|which|to|now|meanwhile|at\s+the\s+time
      | (?i:{WEEKDAY}) | on\s+\w+day                    # on Tuesday
      | in\s+(?:a|an|his|her|its|their)\s+\w+           # in a statement
    )
"""
_TAIL = re.compile(rf"(?:(?:[\s,]+{_ADVERB_OR_AUXILIARY})+ [\s,]* | [\s,]+) $", re.VERBOSE)
"""Words between a subject and its verb that belong to neither."""

_RELATIVE = re.compile(r"\b(?:who|which)\b")
_ACCORDING = re.compile(r"[Aa]ccording\b")
_BRACKETS = re.compile(r"\s\([^()\n]{1,60}\),?(?=[^,“”\"\n]*$)")
_ASIDE = re.compile(r",(?!\s+according\b)[^,“”\"\n]{2,120},(?=[^,“”\"\n]*$)")
_OF_SEVERAL = re.compile(
    rf"""
    \b (?:(?:[Tt]he|[Ss]ome|[Mm]any|[Mm]ost)\s)? [A-Za-z][a-z]+s \s (?:of|in|from|at) \s (?:the\s)?   # Residents of
    {CAPITALISED} (?:\s{CAPITALISED}){{0,3}} (?: ,\s {CAPITALISED} (?:\s{CAPITALISED}){{0,3}} ){{1,6}}    # Leeds, York
    ,?\sand\s (?:the\s)? {CAPITALISED} (?:\s{CAPITALISED}){{0,3}} \Z                                # and Hull
    """,
    re.VERBOSE,
)
"""A subject that contains a list of names."""

_BOUNDARY = re.compile(
    rf"""
      [“”\";:!?—]\s* | (?<!\w)–\s* | –(?!\w)\s*                                              # “The port is full,” NAME
    | ,\s+(?!(?:Jr|Sr)\b)(?:(?:and|but)\s+)?                                    # Later, NAME; but not: NAME, Jr.
    | (?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{{2}})(?<!\bProf)(?<!\bCapt)(?<!\bSupt)(?<!\bCmdr)
      \.\s+                                                        # It rained. NAME; but not: Dr. NAME
    | \s-+\s                                                       # It rained -- NAME
    | \b(?:And|But|So|Then|Yet|Still|Later|Meanwhile)\s+           # But NAME
    | \bOn\s{WEEKDAY}\s+                                           # On Monday NAME
    | \b[Aa]ccording\s+to\s+
    | \b(?:[Tt]oday|[Yy]esterday|[Tt]onight|[Ll]ast\s(?:night|week|month|year))\s+(?!and\b)   # Yesterday NAME
    | \bIn\san?\s(?:[a-z]+\s)?(?:statement|speech|interview|letter|report)\s+    # In a statement NAME
      (?=(?:the|an?)\s|[A-Z])
    | \b(?:that|[Ww]hile|[Aa]s|because|when|if|who|which|but|whether|where|(?:[Aa]l)?[Tt]hough)\s+
    | (?<![A-Z]\w)\band\s+(?![A-Z])                                # it rained and the board; but not: Quist and Okafor
    """,
    re.VERBOSE,
)
"""What a subject cannot extend across: punctuation, and conjunctions unless there are names on both sides."""


@functools.cache
def _phrase_end() -> re.Pattern[str]:
    """The end of a phrase after its verb: a mark, a relative clause, or a preposition other than "of" and "for"."""
    stops = set(words("prepositions")) - {"of", "for"}
    return re.compile(
        rf"""
          [“”\",;:!?(\n—–]                                         # said the board, which
        | (?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{{2}})(?<!\bProf)(?<!\bCapt)(?<!\bSupt)(?<!\bCmdr)
          \.(?:\s|$)
        | \s-+\s
        | \s(?:
              who|which|that|as|when|while|after|before|if|because|last|this
            | {any_of(*stops)}                                     # said the board in
            | \w+day | \w+ly                                       # said the board Tuesday, quickly
            | [a-z]{{3,}}ed | given | seen | sent | shown | taken | written   # said the board opened
          )\b
        """,
        re.VERBOSE,
    )
