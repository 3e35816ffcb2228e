"""The clause that reports a fragment: what somebody is said to have said, part of it word for word."""

import re

from ld.article import Citation
from ld.extract.speech.cues import Cue
from ld.extract.speech.speakers import Clause
from ld.text.quotation_marks import Quote


def reported_clause(clause: Clause, quote: Quote, cue: Cue) -> Citation | None:
    """The words that *cue* reports around *quote*, the quotation and others; None where it is all that is reported.

    Behind its verb they go on to the end of the sentence, or to where somebody is said to say more; of how something
    is called, to the end of the fragment. Before its verb they begin with the sentence.
    """
    text = clause.text
    if quote.is_sentence and (cue.start >= quote.outer_end or not re.search(r"\w", text[cue.end : quote.outer_start])):
        return None
    if cue.start >= quote.outer_end:
        start, end = _opening(clause, quote), quote.outer_end
    elif cue.start >= quote.start:
        start, end = quote.outer_start, _end(clause, quote)
    elif text[cue.end : quote.outer_start].rstrip()[-1:] in {",", ":"}:
        start, end = quote.outer_start, quote.outer_end if quote.is_sentence else _end(clause, quote)
    else:
        start, end = _start(clause, quote, cue), quote.outer_end if cue.names else _end(clause, quote)
    around = text[start : quote.outer_start] + text[quote.outer_end : end]
    start += len(text[start:end]) - len(text[start:end].lstrip(_BLANKS))
    end -= len(text[start:end]) - len(text[start:end].rstrip(_BLANKS + "."))
    if not re.search(r"\w", around) or start > quote.start or end < quote.end:
        return None
    return Citation.of(text, start, end, rule="clause that a verb of saying reports")


_BLANKS = " \t\n\xa0,;:"


def _start(clause: Clause, quote: Quote, cue: Cue) -> int:
    """Behind the verb, and behind "that": the listener, and where and when it was said, are not reported."""
    behind = (_COMMA if cue.inverts else _THAT).match(clause.text, cue.end, quote.outer_start)
    return behind.end() if behind else cue.end


def _opening(clause: Clause, quote: Quote) -> int:
    earlier = [cue.end for cue in clause.cues if cue.end <= quote.outer_start]
    ends = [other.outer_end for other in clause.quotes if other.outer_end <= quote.outer_start]
    return max([clause.sentence.start, *earlier, *ends])


def _end(clause: Clause, quote: Quote) -> int:
    """Where the reported words end: at the last comma or "and" before what is said next, else with the sentence."""
    following = next((cue for cue in clause.cues if cue.start >= quote.outer_end), None)
    aside = _ASIDE.search(clause.text, quote.end, following.start if following else clause.sentence.end)
    if aside:
        return aside.start()
    if following is None:
        return clause.sentence.end
    breaks = list(_BREAK.finditer(clause.text, quote.end, following.start))
    return breaks[-1].start() if breaks else clause.sentence.end


_THAT = re.compile(r"[^“”\";:\0]{0,90}?\bthat[,\s]+")
_COMMA = re.compile(r"[^,“”\"]{2,90},")
_ASIDE = re.compile(
    r",[”\"]?\s(?:(?:\w+ly\s)?\w{2,}ing\b|which\b|who\b|where\b|an?\s|but\b|though\b|although\b|even\sas\b)"
    r"|\s(?:and|but)\s(?:\w+ly\s)?\w{3,}ed\b|\s[—–]+\s"
)
_BREAK = re.compile(r"[,;](?=[\s”\"])|(?<=[”\"])\s|\s(?=(?:and|but|while|as|before|after)\s)|\s[—–-]+\s")
