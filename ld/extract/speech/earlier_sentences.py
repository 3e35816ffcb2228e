"""The sentences before a sentence, in reverse order, and what is said in them."""

import bisect
from collections.abc import Iterator

from ld.extract.speech.clauses import CuedSentence
from ld.extract.speech.cues import Cue
from ld.extract.speech.reported_clauses import reported_span
from ld.mentions import MentionIndex
from ld.text.lexicon import word_set
from ld.text.quotation_marks import Quote
from ld.text.reading import Reading, once
from ld.text.sentences import Sentence


def sentences_before(sentence: CuedSentence, most: int) -> Iterator[CuedSentence]:
    """Up to *most* sentences of prose before *sentence*, the last first, back to a subheading.

    In a live blog, only those of the same entry: the one above was written later, about something else.
    """
    spans, article = sentence.text.sentences, sentence.text.article
    entry = article.update_at(sentence.start)
    index = bisect.bisect_left(spans, sentence.start, key=lambda span: span.start)
    for span in reversed(spans[max(0, index - most) : index]):
        if article.updates and article.update_at(span.start) is not entry:
            return
        if span.part.kind == "paragraph":
            yield _cued(sentence.text, span, sentence.names)
        elif span.part.kind in {"headline", "subheading"}:
            return


def _cued(text: Reading, span: Sentence, names: MentionIndex) -> CuedSentence:
    quotes, cues = _quotes_and_cues(text, span)
    return CuedSentence(text, span, quotes, names, cues)


@once
def _quotes_and_cues(text: Reading, span: Sentence) -> tuple[tuple[Quote, ...], tuple[Cue, ...]]:
    """What a cued sentence adds to its *span*; the sentence itself, if cached, would keep its own text alive."""
    cued = CuedSentence.of(text, span, text.quotes[span.part], _NOBODY, word_set("phrases/claim_verbs"))
    return cued.quotes, cued.cues


_NOBODY = MentionIndex(())


def quote_before(sentence: CuedSentence, cue: Cue) -> Quote | None:
    """What *cue* reports before it: words in quotation marks, or others up to a comma."""
    quoted = next((quote for quote in sentence.quotes if sentence.cue_after(quote) == cue), None)
    if quoted:
        return quoted
    reported = reported_span(sentence, cue)
    return reported.as_quoted if reported else None


def has_prose(sentence: CuedSentence) -> bool:
    """Whether any of *sentence* is outside quotation marks."""
    end = sentence.start
    for quote in sentence.quotes:
        if sentence.text[end : quote.outer_start].strip():
            return True
        end = quote.outer_end
    return bool(sentence.text[end : sentence.end].strip())
