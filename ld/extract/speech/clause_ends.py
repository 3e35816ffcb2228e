"""Where the words that a verb of saying reports end, and where they begin after a dateline or conjunction."""

import bisect
import re
from typing import NamedTuple

from ld.extract.speech.clauses import CuedSentence
from ld.extract.speech.cues import Cue
from ld.extract.speech.finite_verbs import IS_CLAUSE
from ld.text.quotation_marks import Quote


class ReportedSpan(NamedTuple):
    """Reported words, by their offsets in the text, and the *rest* of them if the verb is in their middle.

    They are a clause, or the object of a verb: "vowed to sail". Those before their verb are also given *as_quoted*, as
    if in quotation marks: a comma takes the place of the closing mark.
    """

    start: int
    end: int
    as_quoted: Quote | None = None
    rest: tuple[int, int] | None = None
    is_object: bool = False


def clause_end(sentence: CuedSentence, cue: Cue, start: int) -> int:
    """The end of the clause at *start* that *cue* reports: the end of the relative clause around it, or later."""
    return _relative_end(sentence, cue, start) or opening_end(sentence, cue, start) or reported_end(sentence, start)


def reported_end(sentence: CuedSentence, start: int) -> int:
    """The end of the reported words that begin at *start*: before the next report, else the end of the sentence."""
    later = bisect.bisect_right(sentence.cues, start, key=lambda cue: cue.start)
    own = _GOES_ON.search(sentence.text, start, sentence.end)
    retold = _RETOLD.search(sentence.text, start, sentence.end)
    last = min(own.start() if own else sentence.end, retold.start() if retold else sentence.end)
    for cue in sentence.cues[later : later + _MOST_CUES]:
        before = sentence.text[max(start, cue.start - _NEAR) : cue.start].rstrip()
        if cue.is_participle and _ING_AND.search(before):
            continue
        if cue.is_participle and before.endswith((",", ",”", ',"', "”,", '",', "and")):
            return min(cue.start, last)
        if _goes_on_acting(sentence.text, start, cue):
            return min(cue.start, last)
        found = _BREAK.finditer(sentence.text, max(start, cue.start - 2 * _NEAR), cue.start)
        breaks = [each for each in found if not _AS_MUCH.search(sentence.text, start, each.start())]
        if breaks and cue.start - breaks[-1].end() < _NEAR:
            return min(breaks[-1].start(), last)
    return last


def _goes_on_acting(text: str, start: int, cue: Cue) -> bool:
    """Whether *cue* is the next act of the speaker, after the first comma of a whole clause from *start* on."""
    if not _IN_SERIES.match(text, cue.start):
        return False
    clause = _COMMA.sub("", text[start : cue.start].rstrip())
    return clause != text[start : cue.start].rstrip() and "," not in clause and IS_CLAUSE.search(clause) is not None


def _relative_end(sentence: CuedSentence, cue: Cue, start: int) -> int | None:
    """The end of words at *start* in a relative clause between commas: "NAME, who said …, left"."""
    before = max(sentence.start, cue.start - _SOON)
    if not _RELATIVE.search(sentence.text, before, cue.start):
        return None
    comma = _CLAUSE_ENDS.search(sentence.text, start, sentence.end)
    return comma.end() if comma else None


def opening_end(sentence: CuedSentence, cue: Cue, start: int) -> int | None:
    """The end of words at *start* in a clause that opens the sentence: "While NAME said …, others did"."""
    if not _CONTRASTS.match(sentence.text, sentence.start, cue.start):
        return None
    comma = _CLAUSE_ENDS.search(sentence.text, start, sentence.end)
    return comma.end() if comma else None


_CONTRASTS = re.compile(
    r"""
    (?: (?:(?:And|But)\s)? (?i:while|although|though|even\sthough|whereas)
      | (?:(?:And|But)\s)? (?i:after|since|when)
      | (?:(?:Just|Only)\s)? (?:[\w-]+\s){0,2} (?:[Hh]ours|[Dd]ays|[Ww]eeks|[Mm]onths|[Yy]ears) \s (?:after|before)
    )
    \s [^,;:“”\"]* \Z
    """,
    re.VERBOSE,
)
_RELATIVE = re.compile(r",\s(?:who|which)\s(?:\w+ly\s|also\s|has\s|had\s)*\Z")
_CLAUSE_ENDS = re.compile(r"(?:,[”\"]?|[”\"],)(?=\s)")
_SOON = 60
_NEAR = 60
_MOST_CUES = 20
_GOES_ON = re.compile(
    r"""
    ,\s(?:however|though|although|whereas|even\sthough)\s                                 # , though ships sail
  | ,\sbut(?!\s(?:(?:\w+\s)?also\b|that\s(?!(?:is|was|has|had|will|would)\b)))\s           # , but ships sail
  | \sbut\s(?:he|she|they)\s(?:won[’']t|would(?:n[’']t|\snot)|did(?:n[’']t|\snot)|declined|refused)\s
    (?:to\s)?(?:say|reveal|name|give|elaborate|comment|specify|identify|provide|disclose|explain)\b # but she won’t say
  | \sand\shas\s(?:since\s|also\s)?
    (?:nominated|appointed|filed|launched|sued|asked|ordered|urged)\s                      # and has sued
  | ,\s(?:according\sto|to\sname|and\sso\s(?:did|do|does|has|have))\b
  | ,\sand\s(?:is|was|has|had)\s                                                          # , and is gone
  | ,\san(?:other)?\s(?:indication|nod|reference|sign|swipe)\s(?:at|of|that|to)\b
  | ,\sa\s(?:[a-z]+\s)?(?:nod|reference|sign|swipe)\s(?:at|given|of|that|to)\b              # , a sign that
  | ;\s(?!(?:and\s)?that\b)                                                              # ; it broke on Friday
  | (?<=,[”\"])\s(?=(?:it|he|she|they|an?)\s)                                             # ,” he noted
  | (?:,|(?<=,[”\"])|\sand)\s(?:\w+ly\s)?
    (?:calling|citing|describing|pointing|blaming|accusing|urging|praising|marking|referring|alluding)\s
    """,
    re.VERBOSE,
)
"""What the article adds after the reported clause."""

_RETOLD = re.compile(
    r"""
    ,[”"]? \s (?!(?:he|she|they|it)\s) (?:[A-Za-z][\w.’'&-]*\s){1,8}                   # , Harbour Radio
    (?:said|reported|reports|says) (?:\s(?:on\s)?[A-Z][a-z]+day)? \.? \s* \Z             # reported on Monday.
    """,
    re.VERBOSE,
)
"""The end of a sentence where somebody else tells what is reported: "…, Harbour Radio reported"."""

_IN_SERIES = re.compile(
    r"""
    (?! (?: alleg|believ|call|claim|estimat|fear|nam|promis|report|suspect ) ed \b )
    \b (?:[a-z]+ed|said) \b (?! \s (?:by|to\sbe) \b )             # complained
  | \b called \s (?:him|her|them|it|for|on) \b                    # called her
    """,
    re.VERBOSE,
)
"""A verb that goes on with what the speaker did: "said the port was full, complained of dirt and left"."""

_COMMA = re.compile(r",[”\"]?\Z")
_ING_AND = re.compile(r"\b[a-z]{2,}ing\sand\Z")
"""An "and" between two activities: "measuring and predicting"."""

_AS_MUCH = re.compile(r"\bas\s(?:\w+\s)?\w+\Z")
"""The words before the second "as" of a comparison: "as full as he feared"."""

_BREAK = re.compile(
    r"""
    \s as \s (?=(?:he|she|they)\s)                                # as she
  | \s and \s (?=(?:he|she|they)\s(?:also\s|\w+ly\s)?\Z)         # and she also
  | ,\s+ (?:and|but|while|as|though|although) \s                 # , but
  | ;\s | \s[—–]\s | \s (?:and|but) \s+ \Z
    """,
    re.VERBOSE,
)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """*start* and *end* without a dateline or conjunction, and without the marks and blanks around the words."""
    opening = _OPENING.match(text, start, end)
    start = opening.end() if opening else start
    trailing = _TRAILING.search(text, max(start, end - _LONGEST_TRAILING), end)
    words = text[start : trailing.start() if trailing else end]
    if words.count(")") > words.count("("):
        words = words.rstrip(_BLANKS + ".").removesuffix(")")
    return start + len(words) - len(words.lstrip(_BLANKS)), start + len(words.rstrip(_BLANKS + "."))


_OPENING = re.compile(r"(?:And|But|So|Yet|Still)\s+|[A-Z]{3}[\w., ]{0,40}(?:\([^()]{2,20}\))?\s?(?:[—–]+|_|--)\s")
_TRAILING = re.compile(r",?\s(?:even|and|but|as|while|although|though|(?<=,\s)however)[\s,.]*\Z")
_LONGEST_TRAILING = 12
_BLANKS = " \t\n\xa0,;:–—-"
