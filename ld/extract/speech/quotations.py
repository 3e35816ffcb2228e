"""Words between quotation marks, and who spoke them."""

import bisect
import re
from collections.abc import Iterator, Sequence

import msgspec

from ld.article import Citation, Part
from ld.extract.speech.attribution import quoted_speech, speech_of
from ld.extract.speech.bare_attribution import credited
from ld.extract.speech.clauses import CuedSentence
from ld.extract.speech.cues import Cue
from ld.extract.speech.fragments import reported_clause
from ld.extract.speech.other_languages import find_foreign_quotations, speaks_otherwise
from ld.extract.speech.reported_clauses import reported_span
from ld.extract.speech.running_quotations import FEWEST_WORDS, FULL_STOPS, MARKS, Above, SpokenQuote, unreported
from ld.extract.speech.speakers import Speech
from ld.facts import Quotation
from ld.identifiers import UNNAMED, identified
from ld.mentions import MentionIndex
from ld.text.lexicon import word_set
from ld.text.quotation_marks import Quote
from ld.text.reading import Reading
from ld.text.sentences import Sentence


def find_quotations(text: Reading, names: MentionIndex) -> tuple[Quotation, ...]:
    """The quotations in *text*.

    Words in quotation marks are a quotation if a verb of saying reports them, if they continue one, or if they are a
    sentence of their own. Others (a title, a nickname, scare quotes) are left alone.
    A line break between the words counts as a space. Other languages have marks and verbs of their own.
    """
    if speaks_otherwise(language := text.article.language.value):
        return find_foreign_quotations(text, names, language)
    inside: dict[Part, list[Sentence]] = {}
    for sentence in text.sentences:
        inside.setdefault(sentence.part, []).append(sentence)
    found: list[SpokenQuote] = []
    above = Above()
    entry = None
    for part, quoted in text.quotes.items():
        if text.article.updates and (update := text.article.update_at(part.start)) is not entry:
            entry, above = update, Above()
        own = inside.get(part, [])
        spoken = _joined(text, list(_spoken(text, quoted, own, names, above))) if quoted else []
        first = len(found) - above.waiting
        if _is_taken_up(text, names, found[first:], spoken, part):
            found[first:] = (said._replace(speech=spoken[0].speech) for said in found[first:])
        found += spoken
        above = _handed_on(spoken, own, part, above)
    quotations = [_quotation(text, said) for said in found]
    return identified(_repeated(quotation, quotations) for quotation in quotations)


def _is_taken_up(
    text: Reading, names: MentionIndex, waiting: Sequence[SpokenQuote], spoken: Sequence[SpokenQuote], part: Part
) -> bool:
    """Whether the first that is *spoken* in the paragraph *part* continues those *waiting*, and has a speaker.

    It has the same marks, and those waiting do not name the speaker: words that do are somebody else's.
    """
    if not waiting or not spoken or spoken[0].quote.outer_start != part.start or not any(spoken[0].speech):
        return False
    speakers = {speaker.entity for speaker in spoken[0].speech.speakers}
    return not any(
        text[said.quote.outer_start] != text[part.start]
        or any(named.entity.id in speakers for named in names.within(said.quote.start, said.quote.end))
        for said in waiting
    )


def _joined(text: Reading, spoken: list[SpokenQuote]) -> list[SpokenQuote]:
    """Those *spoken* in a paragraph; one that a new opening mark continues has the same speaker: “A. “B,” NAME said."""
    for index in range(len(spoken) - 2, -1, -1):
        said, following = spoken[index : index + 2]
        adjacent = not text[said.quote.outer_end : following.quote.outer_start].strip()
        if said.quote.goes_on and adjacent and any(following.speech):
            spoken[index] = said._replace(speech=following.speech)
    return spoken


def _handed_on(spoken: Sequence[SpokenQuote], own: Sequence[Sentence], part: Part, above: Above) -> Above:
    """What the paragraph *part*, with the quotations *spoken* in it, hands on to the next."""
    last = own[-1] if own else None
    if not (spoken and spoken[-1].quote.goes_on):
        ends = spoken and last and spoken[-1].quote.outer_end > last.start
        return Above(sentence=last, last=spoken[-1] if ends else None)
    is_whole = len(spoken) == 1 and spoken[0].quote.outer_start == part.start
    waiting = 0 if any(spoken[-1].speech) else 1 + (above.waiting if is_whole else 0)
    return Above(spoken[-1].speech, last, waiting)


def _repeated(quotation: Quotation, quotations: Sequence[Quotation]) -> Quotation:
    """*quotation*, with the speaker of the first one with the same words: what is repeated was said once.

    If its speaker is unknown, with that of another quotation that contains its words: it is a pull quote.
    """
    if len(quotation.text.split()) < FEWEST_WORDS:
        return quotation
    if quotation.speakers or quotation.credit:
        plain = _plain(quotation.text)
        spoken = [other for other in quotations if plain == _plain(other.text) and other.speakers][:1]
    else:
        words = quotation.text.rstrip(".,")
        spoken = [other for other in quotations if words in other.text and (other.speakers or other.credit)]
    if len({tuple(speaker.entity for speaker in other.speakers) for other in spoken}) != 1:
        return quotation
    return msgspec.structs.replace(quotation, speakers=spoken[0].speakers, credit=spoken[0].credit)


def _plain(words: str) -> str:
    """*words* without punctuation and case."""
    return " ".join(_WORD.findall(words)).casefold()


def _quotation(text: str, said: SpokenQuote) -> Quotation:
    words = Citation.of(text, said.quote.start, said.quote.end, rule="quotation marks")
    return Quotation(
        id=UNNAMED,
        text=" ".join(said.quote.text.split()),
        speakers=said.speech.speakers,
        credit=said.speech.credit,
        evidence=(words, said.clause) if said.clause else (words,),
    )


def _spoken(
    text: Reading, quotes: tuple[Quote, ...], sentences: Sequence[Sentence], names: MentionIndex, above: Above
) -> Iterator[SpokenQuote]:
    """Those of a paragraph's *quotes* that somebody speaks."""
    last: SpokenQuote | None = None
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
        elif last and last.quote.goes_on and not text[last.quote.outer_end : quote.outer_start].strip():
            speech = last.speech
        else:
            speech = credited(sentence, quote) or unreported(sentence, quote, last, above)
        if speech:
            last = SpokenQuote(quote, speech, reported_clause(sentence, quote, cue) if cue else None)
            yield last


def _reported_around(sentence: CuedSentence, quote: Quote) -> tuple[Cue, Quote] | None:
    """The verb that reports the clause around *quote*, and this clause: The port is “full”, said NAME."""
    for cue in sentence.cues:
        if cue.start >= quote.outer_end and not cue.is_participle:
            reported = reported_span(sentence, cue)
            words = reported.as_quoted if reported else None
            return (cue, words) if words and words.start <= quote.outer_start < words.end else None
    return None


def _sentence_around(
    text: Reading, quote: Quote, quotes: tuple[Quote, ...], sentences: Sequence[Sentence], names: MentionIndex
) -> CuedSentence | None:
    """The sentence around *quote*, with the next one if that contains the verb: “What now?” NAME said.

    In an endless sentence, only what is near the quotation.
    """
    first = bisect.bisect_right(sentences, quote.start, key=lambda sentence: sentence.start) - 1
    last = bisect.bisect_left(sentences, quote.outer_end, key=lambda sentence: sentence.start) - 1
    if first < 0 or sentences[first].end <= quote.start:
        return None
    start = max(sentences[first].start, quote.outer_start - _REACH)
    following = _following(text, quote, sentences, last) if sentences[last].end == quote.outer_end else None
    if following:
        end = min(following.end, quote.outer_end + _REACH)
        longer = CuedSentence.of(text, Sentence(start, end, sentences[first].part), quotes, names)
        cue = longer.cue_after(quote)
        has_ended = quote.text.rstrip(MARKS).endswith(".") or text.startswith(".", quote.end)
        if cue and (_ENDS if has_ended else _CLOSES).match(text, cue.end):
            return longer
    end = min(sentences[last].end, quote.outer_end + _REACH)
    return CuedSentence.of(text, Sentence(start, end, sentences[first].part), quotes, names)


def _following(text: Reading, quote: Quote, sentences: Sequence[Sentence], last: int) -> Sentence | None:
    """The sentence after the *last* one of *sentences*; after a comma, even across a line break: “…,” NAME said."""
    if last + 1 < len(sentences):
        return sentences[last + 1]
    if quote.goes_on or text[quote.end] != ",":
        return None
    index = bisect.bisect_left(text.sentences, quote.outer_end, key=lambda sentence: sentence.start)
    below = next(iter(text.sentences[index : index + 1]), None)
    return below if below and below.part.kind == "paragraph" else None


_REACH = 500
_ENDS = re.compile(r"(?<=\w)(?:\.?\s*(?:\n|$)|\.\s)")
"""What follows a verb that ends its sentence or its paragraph."""

_CLOSES = re.compile(
    r"(?<=\w)(?:\s(?:reporters|him|her|them|me|us|[A-Z]\w+|the\s\w+))?(?:\s*(?:[.,:;“—–-]|$|\n)"
    r"|\s+(?:in|on|at|to|during|of|after|before|when|as|with|from|\w+day|\w+ly)\b)"
)


def _is_title(quoted: str) -> bool:
    """Whether *quoted* may be a name: all its words are capitalised, except small ones as in titles."""
    found = _WORD.findall(quoted)
    return len(found) <= _LONGEST_TITLE and all(
        word[0].isupper() or word in word_set("phrases/title_words") for word in found
    )


def _is_beside_verb(sentence: CuedSentence, quote: Quote) -> bool:
    """Whether *quote*, which may be a name, ends as speech does and has a verb of saying right beside it."""
    text = sentence.text
    if text[quote.end : quote.end + 1] != "," and quote.text[-1] not in FULL_STOPS:
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
