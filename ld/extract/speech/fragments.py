"""The clause that reports a fragment: what somebody is said to have said, part of it word for word."""

import re

from ld.article import Citation
from ld.extract.speech.clauses import CuedSentence
from ld.extract.speech.cues import Cue
from ld.text.quotation_marks import Quote


def reported_clause(sentence: CuedSentence, quote: Quote, cue: Cue) -> Citation | None:
    """The words that *cue* reports around *quote*, the quotation and others; None if it is all that is reported.

    After the verb they extend to the end of the sentence or to the next report, after a verb of naming to the end of
    the fragment. Before the verb they begin with the sentence.
    """
    text = sentence.text
    if quote.is_sentence and (cue.start >= quote.outer_end or not _WORD.search(text, cue.end, quote.outer_start)):
        return None
    if cue.start >= quote.outer_end:
        start, end = _opening(sentence, quote), quote.outer_end
    elif cue.start >= quote.start:
        start, end = quote.outer_start, _end(sentence, quote)
    elif text[cue.end : quote.outer_start].rstrip()[-1:] in {",", ":"}:
        start, end = quote.outer_start, quote.outer_end if quote.is_sentence else _end(sentence, quote)
    else:
        start, end = _start(sentence, quote, cue), quote.outer_end if cue.names else _end(sentence, quote)
    around = text[start : quote.outer_start] + text[quote.outer_end : end]
    start += len(text[start:end]) - len(text[start:end].lstrip(_BLANKS))
    end -= len(text[start:end]) - len(text[start:end].rstrip(_BLANKS + "."))
    if not _WORD.search(around) or start > quote.start or end < quote.end:
        return None
    return Citation.of(text, start, end, rule="clause that a verb of saying reports")


_BLANKS = " \t\n\xa0,;:"


def _start(sentence: CuedSentence, quote: Quote, cue: Cue) -> int:
    """The offset after the verb or after "that": the listener, and where and when it was said, are not reported."""
    behind = (_COMMA if cue.inverts else _THAT).match(sentence.text, cue.end, quote.outer_start)
    return behind.end() if behind else cue.end


def _opening(sentence: CuedSentence, quote: Quote) -> int:
    earlier = [cue.end for cue in sentence.cues if cue.end <= quote.outer_start]
    ends = [other.outer_end for other in sentence.quotes if other.outer_end <= quote.outer_start]
    return max([sentence.start, *earlier, *ends])


def _end(sentence: CuedSentence, quote: Quote) -> int:
    """The end of the reported words: the last comma or "and" before the next report, else the end of the sentence."""
    following = next((cue for cue in sentence.cues if cue.start >= quote.outer_end), None)
    aside = _ASIDE.search(sentence.text, quote.end, following.start if following else sentence.end)
    if aside:
        return aside.start()
    if following is None:
        return sentence.end
    breaks = list(_BREAK.finditer(sentence.text, quote.end, following.start))
    return breaks[-1].start() if breaks else sentence.end


_WORD = re.compile(r"\w")
_THAT = re.compile(r"[^“”\";:\0]{0,90}?\bthat[,\s]+")
_COMMA = re.compile(r"[^,“”\"]{2,90},")
_ASIDE = re.compile(
    r"""
      ,[”\"]?\s (?:
          (?:\w+ly\s)?\w{2,}ing\b                                # , quickly adding
        | which\b|who\b|where\b                                  # , which she left
        | an?\s                                                  # , a claim
        | but\b|though\b|although\b|even\sas\b                   # , even as
      )
    | \s(?:and|but)\s(?:\w+ly\s)?\w{3,}ed\b                      # and promptly closed
    | \s[—–]+\s                                                  # — for now
    """,
    re.VERBOSE,
)
"""What ends the reported words before the end of the sentence."""

_BREAK = re.compile(r"[,;](?=[\s”\"])|(?<=[”\"])\s|\s(?=(?:and|but|while|as|before|after)\s)|\s[—–-]+\s")
