"""The speaker of a quotation that no verb reports: that of the one before it, or of the paragraph above."""

import re
from typing import NamedTuple

from ld.article import Citation
from ld.extract.speech.attribution import speaker_above, speaker_just_before, speech_of
from ld.extract.speech.clauses import CuedSentence
from ld.extract.speech.speakers import Speech
from ld.text.quotation_marks import Quote
from ld.text.sentences import Sentence


class SpokenQuote(NamedTuple):
    """A quotation, who speaks it, and, for a fragment, the clause that reports it."""

    quote: Quote
    speech: Speech
    clause: Citation | None = None


class Above(NamedTuple):
    """What a paragraph hands on to the next: the speaker of the quotation that it leaves open, and its last sentence.

    *waiting* is the number of its last quotations whose speaker a later paragraph may name. *last* is the quotation
    that ends its last sentence, or that a verb at its end reports.
    """

    speech: Speech | None = None
    sentence: Sentence | None = None
    waiting: int = 0
    last: SpokenQuote | None = None


def unreported(sentence: CuedSentence, quote: Quote, last: SpokenQuote | None, above: Above) -> Speech | None:
    """Who speaks a sentence in quotation marks that no verb of saying reports; None if it is not a quotation.

    The speaker is unknown if the quotation neither continues one before it nor is announced.
    """
    opening = sentence.text[sentence.start : quote.start].strip("“\"‘'` ")
    goes_on = last is not None and _ONWARD.fullmatch(opening) is not None and _is_complete_in(sentence, quote)
    if not quote.is_sentence and not goes_on:
        return None
    opens = goes_on or not opening
    continued = _continued(sentence, quote, last, above) if opens and not _leads_on(sentence, quote) else None
    if continued:
        return continued
    return Speech() if (opens and _stands_alone(sentence, quote)) or _must_be_speech(sentence, quote) else None


def _leads_on(sentence: CuedSentence, quote: Quote) -> bool:
    """Whether words of the sentence go on from *quote*: its own verb follows, or it is a short fragment."""
    rest = sentence.text[quote.end : sentence.end].strip(MARKS + ".,")
    is_short = sentence.text.startswith(",", quote.end) or len(quote.text.split()) < _MANY_WORDS
    return bool(rest) and is_short and not quote.goes_on and not _is_complete(quote)


def _is_complete_in(sentence: CuedSentence, quote: Quote) -> bool:
    """Whether *quote* is several words that end the sentence."""
    rest = sentence.text[quote.end : sentence.end].strip(MARKS + ".")
    return not rest and len(quote.text.split()) >= FEWEST_WORDS


_ONWARD = re.compile(r"(?:However|And|But|Yet|Still|Instead|Also|Moreover|Besides),?")
"""Words that lead from one quotation of a paragraph to the next."""


def _continued(sentence: CuedSentence, quote: Quote, last: SpokenQuote | None, above: Above) -> Speech | None:
    """Who goes on with *quote*, which opens its sentence: the last speaker, unless another person is named between.

    The speaker may also come from a paragraph *above* that leaves its quotation open, or that ends in a colon.
    """
    if last:
        between = sentence.names.within(last.quote.outer_end, quote.outer_start, "person")
        others = {named.entity.id for named in between} - {speaker.entity for speaker in last.speech.speakers}
        return None if others else last.speech
    if quote.outer_start != sentence.part.start:
        return speaker_just_before(sentence) if _is_complete(quote) else None
    return (
        above.speech
        or _announced(sentence, above.sentence)
        or _went_on(sentence, quote)
        or _ran_on(sentence, quote, above.last)
    )


def _ran_on(sentence: CuedSentence, quote: Quote, last: SpokenQuote | None) -> Speech | None:
    """Who speaks the *last* quotation, at the end of the paragraph above, if *quote* is complete and no answer to it.

    A *quote* that fills its paragraph may be a pull quote. A subheading, or a credit after a dash, ends the speech.
    """
    if _is_alone(sentence, quote) or _is_pulled(sentence, quote):
        return None
    if last is None or not any(last.speech) or last.quote.text.rstrip(MARKS).endswith("?"):
        return None
    if _DASH.match(sentence.text, last.quote.outer_end) or any(
        part.kind != "paragraph" and last.quote.outer_end <= part.start < quote.outer_start
        for part in sentence.text.article.parts
    ):
        return None
    goes_on = _is_complete(quote) and len(quote.text.split()) >= _MANY_WORDS and not _ANSWERS.match(quote.text)
    return last.speech if goes_on else None


_DASH = re.compile(r"\s*[―—–-]")
_ANSWERS = re.compile(r"(?:Yes|No|Yeah|Nope|OK|Well|Right|Thanks|Thank you)\b")
"""The opening of somebody else's answer."""


def _went_on(sentence: CuedSentence, quote: Quote) -> Speech | None:
    """Who speaks in the paragraph above, if *quote* is long and its own paragraph contains nothing else."""
    is_long = len(quote.text.split()) >= _MANY_WORDS
    return (
        speaker_above(sentence) if is_long and _is_alone(sentence, quote) and not _is_pulled(sentence, quote) else None
    )


def _is_alone(sentence: CuedSentence, quote: Quote) -> bool:
    """Whether *quote* fills its paragraph."""
    part, text = sentence.part, sentence.text
    return not text[part.start : quote.outer_start].strip() and not text[quote.outer_end : part.end].strip(MARKS)


def _is_pulled(sentence: CuedSentence, quote: Quote) -> bool:
    """Whether the article contains the words twice: a pull quote, which continues nothing."""
    text, words = sentence.text, quote.text[:_PULLED]
    return text.find(words, quote.end) >= 0 or text.find(words, 0, quote.start) >= 0


def _stands_alone(sentence: CuedSentence, quote: Quote) -> bool:
    """Whether *quote*, which opens its sentence, is all of it, or ends as a sentence or a reported clause does."""
    rest = sentence.text[quote.end : sentence.end].lstrip(MARKS)
    ends = _is_complete(quote) or quote.goes_on or not rest.strip(" .") or rest.startswith(",")
    return ends and len(quote.text.split()) >= FEWEST_WORDS


def _must_be_speech(sentence: CuedSentence, quote: Quote) -> bool:
    """Whether a colon precedes *quote*, or a comma if it is a whole sentence, or it is a long one."""
    before = sentence.text[sentence.part.start : quote.outer_start].rstrip()[-1:]
    if before == ":":
        return True
    return _is_complete(quote) and (before == "," or len(quote.text.split()) >= _MANY_WORDS)


def _is_complete(quote: Quote) -> bool:
    """Whether the quoted words end as a sentence does."""
    return quote.text.rstrip(MARKS)[-1:] in FULL_STOPS


def _announced(sentence: CuedSentence, above: Sentence | None) -> Speech | None:
    """Who speaks by the sentence *above*, if it ends in a colon: "NAME replied:" before a quoted paragraph."""
    if above is None or sentence.text[above.end - 1] != ":":
        return None
    announcement = CuedSentence.of(sentence.text, above, (), sentence.names)
    return speech_of(announcement, announcement.cues[-1]) if announcement.cues else Speech()


FEWEST_WORDS = 4
_MANY_WORDS = 6
_PULLED = 40
FULL_STOPS = tuple(".?!…")
MARKS = "’'”\")] "
