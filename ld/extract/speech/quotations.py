"""Words between quotation marks, and who spoke them."""

import bisect
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from ld.article import Citation, Part
from ld.extract.speech.attribution import quoted_speech, speaker_above, speaker_just_before, speech_of
from ld.extract.speech.bare_attribution import credited
from ld.extract.speech.clauses import CuedSentence
from ld.extract.speech.cues import Cue
from ld.extract.speech.fragments import reported_clause
from ld.extract.speech.other_languages import find_foreign_quotations, speaks_otherwise
from ld.extract.speech.reported_clauses import reported_span
from ld.extract.speech.speakers import Speech
from ld.facts import Quotation
from ld.identifiers import UNNAMED, identified
from ld.mentions import MentionIndex
from ld.text.lexicon import word_set
from ld.text.quotation_marks import Quote
from ld.text.reading import Reading
from ld.text.sentences import Sentence


class _SpokenQuote(NamedTuple):
    """A quotation, who speaks it, and the clause that reports it where it is a fragment."""

    quote: Quote
    speech: Speech
    clause: Citation | None = None


class _Above(NamedTuple):
    """What a paragraph hands on to the next: who speaks the quotation that it leaves open, and its last sentence.

    So many of the last quotations are *waiting* for the paragraph that says who goes on with them.
    """

    speech: Speech | None = None
    sentence: Sentence | None = None
    waiting: int = 0


def find_quotations(text: Reading, names: MentionIndex) -> tuple[Quotation, ...]:
    """The quotations in *text*.

    Words in quotation marks are a quotation if a verb of saying reports them, if they go on with one, or if they are
    a sentence that stands for itself. Others (a title, a nickname, scare quotes) are left alone.
    A line break between the words is a space. Other languages have marks and verbs of their own.
    """
    if speaks_otherwise(language := text.article.language.value):
        return find_foreign_quotations(text, names, language)
    inside: dict[Part, list[Sentence]] = {}
    for sentence in text.sentences:
        inside.setdefault(sentence.part, []).append(sentence)
    found: list[_SpokenQuote] = []
    above = _Above()
    entry = None
    for part, quoted in text.quotes.items():
        if text.article.updates and (update := text.article.update_at(part.start)) is not entry:
            entry, above = update, _Above()
        own = inside.get(part, [])
        spoken = list(_spoken(text, quoted, own, names, above)) if quoted else []
        first = len(found) - above.waiting
        if _is_taken_up(text, names, found[first:], spoken, part):
            found[first:] = (said._replace(speech=spoken[0].speech) for said in found[first:])
        found += spoken
        above = _handed_on(spoken, own, part, above)
    quotations = [_quotation(text, said) for said in found]
    return identified(_repeated(quotation, quotations) for quotation in quotations)


def _is_taken_up(
    text: Reading, names: MentionIndex, waiting: Sequence[_SpokenQuote], spoken: Sequence[_SpokenQuote], part: Part
) -> bool:
    """Whether the first that is *spoken* in the paragraph *part* goes on with those *waiting*, and says who speaks.

    It stands in the same marks, and nobody speaks of themselves by name: such words quote another one's in theirs.
    """
    if not waiting or not spoken or spoken[0].quote.outer_start != part.start or not any(spoken[0].speech):
        return False
    speakers = {speaker.entity for speaker in spoken[0].speech.speakers}
    return not any(
        text[said.quote.outer_start] != text[part.start]
        or any(named.entity.id in speakers for named in names.within(said.quote.start, said.quote.end))
        for said in waiting
    )


def _handed_on(spoken: Sequence[_SpokenQuote], own: Sequence[Sentence], part: Part, above: _Above) -> _Above:
    """What the paragraph *part* hands on, in which those *spoken* stand."""
    last = own[-1] if own else None
    if not (spoken and spoken[-1].quote.goes_on):
        return _Above(sentence=last)
    is_whole = len(spoken) == 1 and spoken[0].quote.outer_start == part.start
    waiting = 0 if any(spoken[-1].speech) else 1 + (above.waiting if is_whole else 0)
    return _Above(spoken[-1].speech, last, waiting)


def _repeated(quotation: Quotation, quotations: Sequence[Quotation]) -> Quotation:
    """*quotation*; if nobody is known to speak it, with who speaks another that has the same words: a pull quote."""
    if quotation.speakers or quotation.credit or len(quotation.text.split()) < _FEWEST_WORDS:
        return quotation
    words = quotation.text.rstrip(".,")
    spoken = [other for other in quotations if words in other.text and (other.speakers or other.credit)]
    if len({tuple(speaker.entity for speaker in other.speakers) for other in spoken}) != 1:
        return quotation
    return msgspec.structs.replace(quotation, speakers=spoken[0].speakers, credit=spoken[0].credit)


def _quotation(text: str, said: _SpokenQuote) -> Quotation:
    words = Citation.of(text, said.quote.start, said.quote.end, rule="quotation marks")
    return Quotation(
        id=UNNAMED,
        text=" ".join(said.quote.text.split()),
        speakers=said.speech.speakers,
        credit=said.speech.credit,
        evidence=(words, said.clause) if said.clause else (words,),
    )


def _spoken(
    text: Reading, quotes: tuple[Quote, ...], sentences: Sequence[Sentence], names: MentionIndex, above: _Above
) -> Iterator[_SpokenQuote]:
    """Those of a paragraph's *quotes* that somebody speaks."""
    last: _SpokenQuote | None = None
    for quote in quotes:
        sentence = _sentence_around(text, quote, quotes, sentences, names)
        if sentence is None or (_is_title(quote.text) and not _is_beside_verb(sentence, quote)):
            continue
        cue = sentence.reporting_cue(quote)
        around = None if cue else _reported_around(sentence, quote)
        if cue:
            speech: Speech | None = quoted_speech(sentence, cue, quote)
        elif around:
            cue, words = around
            speech = speech_of(sentence, cue, words)
        else:
            speech = credited(sentence, quote) or _unreported(sentence, quote, last, above)
        if speech:
            last = _SpokenQuote(quote, speech, reported_clause(sentence, quote, cue) if cue else None)
            yield last


def _reported_around(sentence: CuedSentence, quote: Quote) -> tuple[Cue, Quote] | None:
    """The verb that reports the clause in which *quote* stands, and the clause: The port is “full”, said NAME."""
    for cue in sentence.cues:
        if cue.start >= quote.outer_end and not cue.is_participle:
            reported = reported_span(sentence, cue)
            words = reported.as_quoted if reported else None
            return (cue, words) if words and words.start <= quote.outer_start < words.end else None
    return None


def _sentence_around(
    text: Reading, quote: Quote, quotes: tuple[Quote, ...], sentences: Sequence[Sentence], names: MentionIndex
) -> CuedSentence | None:
    """The sentence around *quote*, with the next one where the verb stands in it: “What now?” NAME said.

    Of a sentence without end only what stands near the quotation.
    """
    first = bisect.bisect_right(sentences, quote.start, key=lambda sentence: sentence.start) - 1
    last = bisect.bisect_left(sentences, quote.outer_end, key=lambda sentence: sentence.start) - 1
    if first < 0 or sentences[first].end <= quote.start:
        return None
    start = max(sentences[first].start, quote.outer_start - _REACH)
    if sentences[last].end == quote.outer_end and last + 1 < len(sentences):
        end = min(sentences[last + 1].end, quote.outer_end + _REACH)
        longer = CuedSentence.of(text, Sentence(start, end, sentences[first].part), quotes, names)
        cue = longer.cue_after(quote)
        if cue and (_ENDS if quote.text.rstrip(_MARKS).endswith(".") else _CLOSES).match(text, cue.end):
            return longer
    end = min(sentences[last].end, quote.outer_end + _REACH)
    return CuedSentence.of(text, Sentence(start, end, sentences[first].part), quotes, names)


def _unreported(sentence: CuedSentence, quote: Quote, last: _SpokenQuote | None, above: _Above) -> Speech | None:
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
    rest = sentence.text[quote.end : sentence.end].strip(_MARKS + ".")
    return not rest and len(quote.text.split()) >= _FEWEST_WORDS


_ONWARD = re.compile(r"(?:However|And|But|Yet|Still|Instead|Also|Moreover|Besides),?")
"""What leads from one quotation of a paragraph to the next."""


def _continued(sentence: CuedSentence, quote: Quote, last: _SpokenQuote | None, above: _Above) -> Speech | None:
    """Who goes on with *quote*, which opens its sentence: who spoke before, unless another person is named between.

    So also from a paragraph *above* that ends within the quotation; one that ends in a colon names the speaker.
    """
    if last:
        between = sentence.names.within(last.quote.outer_end, quote.outer_start, "person")
        others = {named.entity.id for named in between} - {speaker.entity for speaker in last.speech.speakers}
        return None if others else last.speech
    if quote.outer_start != sentence.part.start:
        return speaker_just_before(sentence) if _is_complete(quote) else None
    return above.speech or _announced(sentence, above.sentence) or _went_on(sentence, quote)


def _went_on(sentence: CuedSentence, quote: Quote) -> Speech | None:
    """Who speaks in the paragraph above, if *quote* is long and nothing but quotations stands in its own paragraph.

    Words that stand in the article twice are a pull quote, and go on with nothing.
    """
    part, text = sentence.part, sentence.text
    alone = not text[part.start : quote.outer_start].strip() and not text[quote.outer_end : part.end].strip(_MARKS)
    is_pulled = text.find(quote.text[:_PULLED], quote.end) >= 0 or text.find(quote.text[:_PULLED], 0, quote.start) >= 0
    return speaker_above(sentence) if alone and len(quote.text.split()) >= _MANY_WORDS and not is_pulled else None


def _stands_alone(sentence: CuedSentence, quote: Quote) -> bool:
    """Whether *quote*, which opens its sentence, is all of it, or ends as a sentence or a reported clause does."""
    rest = sentence.text[quote.end : sentence.end].lstrip(_MARKS)
    ends = _is_complete(quote) or quote.goes_on or not rest.strip(" .") or rest.startswith(",")
    return ends and len(quote.text.split()) >= _FEWEST_WORDS


def _must_be_speech(sentence: CuedSentence, quote: Quote) -> bool:
    """Whether a colon leads to *quote*, or a comma to a whole sentence, or it is a long one."""
    before = sentence.text[sentence.part.start : quote.outer_start].rstrip()[-1:]
    if before == ":":
        return True
    return _is_complete(quote) and (before == "," or len(quote.text.split()) >= _MANY_WORDS)


def _is_complete(quote: Quote) -> bool:
    """Whether the quoted words end as a sentence does."""
    return quote.text.rstrip(_MARKS)[-1:] in _FULL_STOPS


def _announced(sentence: CuedSentence, above: Sentence | None) -> Speech | None:
    """Who speaks by the sentence *above*, if it ends in a colon: "NAME replied:" and a paragraph in quotation marks."""
    if above is None or sentence.text[above.end - 1] != ":":
        return None
    announcement = CuedSentence.of(sentence.text, above, (), sentence.names)
    return speech_of(announcement, announcement.cues[-1]) if announcement.cues else Speech()


_REACH = 500
_FEWEST_WORDS = 4
_MANY_WORDS = 6
_PULLED = 40
_FULL_STOPS = tuple(".?!…")
_MARKS = "’'”\")] "
_ENDS = re.compile(r"(?<=\w)(?:\.?\s*(?:\n|$)|\.\s)")
"""What follows a verb that ends its sentence, or its paragraph."""

_CLOSES = re.compile(
    r"(?<=\w)(?:\s(?:reporters|him|her|them|me|us|[A-Z]\w+|the\s\w+))?(?:\s*(?:[.,:;“—–-]|$|\n)"
    r"|\s+(?:in|on|at|to|during|of|after|before|when|as|with|from|\w+day|\w+ly)\b)"
)


def _is_title(quoted: str) -> bool:
    """Whether it may be a name: every word has a capital but those that titles write small."""
    found = _WORD.findall(quoted)
    return len(found) <= _LONGEST_TITLE and all(
        word[0].isupper() or word in word_set("phrases/title_words") for word in found
    )


def _is_beside_verb(sentence: CuedSentence, quote: Quote) -> bool:
    """Whether *quote*, which may be a name, ends as speech does and has a verb of saying right beside it."""
    text = sentence.text
    if text[quote.end : quote.end + 1] != "," and quote.text[-1] not in _FULL_STOPS:
        return False
    after = sentence.cue_after(quote)
    if after and after.start - quote.outer_end < _NEAR:
        return not text[sentence.start : quote.outer_start].strip()
    cue = sentence.reporting_cue(quote)
    beside = cue is not None and cue.end <= quote.outer_start and not cue.names
    return beside and cue is not None and not text[cue.end : quote.outer_start].strip(" ,:\n")


_NEAR = 40
_LONGEST_TITLE = 8
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
