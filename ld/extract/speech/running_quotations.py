"""Who speaks a quotation that no verb reports: who goes on from the one before it, or from the paragraph above."""

import re
from typing import NamedTuple

from ld.article import Citation
from ld.extract.speech.attribution import speaker_above, speaker_just_before, speech_of
from ld.extract.speech.clauses import CuedSentence
from ld.extract.speech.speakers import Speech
from ld.text.quotation_marks import Quote
from ld.text.sentences import Sentence


class SpokenQuote(NamedTuple):
    """A quotation, who speaks it, and the clause that reports it where it is a fragment."""

    quote: Quote
    speech: Speech
    clause: Citation | None = None


class Above(NamedTuple):
    """What a paragraph hands on to the next: who speaks the quotation that it leaves open, and its last sentence.

    So many of the last quotations are *waiting* for the paragraph that says who goes on with them. *last* is the
    quotation with which its last sentence ends or which a verb at its end reports.
    """

    speech: Speech | None = None
    sentence: Sentence | None = None
    waiting: int = 0
    last: SpokenQuote | None = None


def unreported(sentence: CuedSentence, quote: Quote, last: SpokenQuote | None, above: Above) -> Speech | None:
    """Who speaks a sentence in quotation marks that no verb of saying reports; None if it is no quotation.

    Nobody is known of a quotation that neither goes on with one before it nor is announced.
    """
    opening = sentence.text[sentence.start : quote.start].strip("“\"‘' ")
    goes_on = last is not None and _ONWARD.fullmatch(opening) is not None and _is_complete_in(sentence, quote)
    if not quote.is_sentence and not goes_on:
        return None
    opens = goes_on or not opening
    continued = _continued(sentence, quote, last, above) if opens else None
    if continued:
        return continued
    return Speech() if (opens and _stands_alone(sentence, quote)) or _must_be_speech(sentence, quote) else None


def _is_complete_in(sentence: CuedSentence, quote: Quote) -> bool:
    """Whether *quote* is several words that end the sentence."""
    rest = sentence.text[quote.end : sentence.end].strip(MARKS + ".")
    return not rest and len(quote.text.split()) >= FEWEST_WORDS


_ONWARD = re.compile(r"(?:However|And|But|Yet|Still|Instead|Also|Moreover|Besides),?")
"""What leads from one quotation of a paragraph to the next."""


def _continued(sentence: CuedSentence, quote: Quote, last: SpokenQuote | None, above: Above) -> Speech | None:
    """Who goes on with *quote*, which opens its sentence: who spoke before, unless another person is named between.

    So also from a paragraph *above* that ends within the quotation; one that ends in a colon names the speaker.
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
    """Who speaks the *last* quotation above, at the end of its paragraph, if *quote* is whole and no answer to it.

    What is all of its paragraph may be a pull quote. Nobody goes on below a subheading, or their name behind a dash.
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
"""What opens somebody else's answer."""


def _went_on(sentence: CuedSentence, quote: Quote) -> Speech | None:
    """Who speaks in the paragraph above, if *quote* is long and nothing but quotations stands in its own paragraph."""
    is_long = len(quote.text.split()) >= _MANY_WORDS
    return (
        speaker_above(sentence) if is_long and _is_alone(sentence, quote) and not _is_pulled(sentence, quote) else None
    )


def _is_alone(sentence: CuedSentence, quote: Quote) -> bool:
    """Whether *quote* is all of its paragraph."""
    part, text = sentence.part, sentence.text
    return not text[part.start : quote.outer_start].strip() and not text[quote.outer_end : part.end].strip(MARKS)


def _is_pulled(sentence: CuedSentence, quote: Quote) -> bool:
    """Whether the words stand in the article twice: a pull quote, which goes on with nothing."""
    text, words = sentence.text, quote.text[:_PULLED]
    return text.find(words, quote.end) >= 0 or text.find(words, 0, quote.start) >= 0


def _stands_alone(sentence: CuedSentence, quote: Quote) -> bool:
    """Whether *quote*, which opens its sentence, is all of it, or ends as a sentence or a reported clause does."""
    rest = sentence.text[quote.end : sentence.end].lstrip(MARKS)
    ends = _is_complete(quote) or quote.goes_on or not rest.strip(" .") or rest.startswith(",")
    return ends and len(quote.text.split()) >= FEWEST_WORDS


def _must_be_speech(sentence: CuedSentence, quote: Quote) -> bool:
    """Whether a colon leads to *quote*, or a comma to a whole sentence, or it is a long one."""
    before = sentence.text[sentence.part.start : quote.outer_start].rstrip()[-1:]
    if before == ":":
        return True
    return _is_complete(quote) and (before == "," or len(quote.text.split()) >= _MANY_WORDS)


def _is_complete(quote: Quote) -> bool:
    """Whether the quoted words end as a sentence does."""
    return quote.text.rstrip(MARKS)[-1:] in FULL_STOPS


def _announced(sentence: CuedSentence, above: Sentence | None) -> Speech | None:
    """Who speaks by the sentence *above*, if it ends in a colon: "NAME replied:" and a paragraph in quotation marks."""
    if above is None or sentence.text[above.end - 1] != ":":
        return None
    announcement = CuedSentence.of(sentence.text, above, (), sentence.names)
    return speech_of(announcement, announcement.cues[-1]) if announcement.cues else Speech()


FEWEST_WORDS = 4
_MANY_WORDS = 6
_PULLED = 40
FULL_STOPS = tuple(".?!…")
MARKS = "’'”\")] "
