"""What people are reported to have said in the article's own words, and who is said to have said it."""

import bisect
import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ld.article import Citation, Evidence
from ld.extract.speech.cues import Cue, may_report
from ld.extract.speech.pronouns import is_other
from ld.extract.speech.reported_clauses import reported_stretch
from ld.extract.speech.speakers import Clause, Speech
from ld.facts import Claim, Quotation, Reference
from ld.identifiers import UNNAMED, identified
from ld.mentions import MentionIndex
from ld.text.lexicon import word_set
from ld.text.reading import Reading
from ld.text.sentences import Sentence
from ld.text.spans import Spans


def find_claims(text: Reading, names: MentionIndex, quotations: Sequence[Quotation]) -> tuple[Claim, ...]:
    """The indirect statements in *text*, as "NAME said last year that …".

    Only what somebody is reported to have said, not what nobody said or may say; and only where the words tell who.
    What holds one of the *quotations*, or is reported around it, is told by that.
    """
    quoted = Spans((words.start, words.end) for quotation in quotations for words in _words(quotation.evidence))
    reporting = Spans((words.start, words.end) for said in quotations for words in _words(said.speaker_evidence))
    spoken = _speech_by_sentence(text.sentences, quotations)
    found: list[_Reported] = []
    for place, sentence in enumerate(text.sentences):
        is_prose = sentence.part.kind == "paragraph" and sentence.end - sentence.start <= _LONGEST
        if not is_prose or not may_report(text, sentence.start, sentence.end, _verbs()):
            continue
        clause = Clause.of(text, sentence, text.quotes[sentence.part], names, _verbs())
        for reported in _reported(clause, reporting, spoken.get(place - 1)):
            told = any(quoted.overlapping(*piece) for piece in reported.pieces)
            if not told and not any(reported.overlaps(other) for other in found[-_MOST_BEFORE:]):
                found.append(reported)
                spoken[place] = reported.speech
    return identified(_claim(text, reported) for reported in found)


_LONGEST = 4000
"""A longer stretch without a full stop is no sentence."""

_MOST_BEFORE = 20
"""Of so many statements one can hold words of another: they stand in one sentence."""


class _Reported(NamedTuple):
    """Reported words, by the offsets of their pieces in the text, and who is said to have spoken them."""

    pieces: tuple[tuple[int, int], ...]
    speech: Speech

    def overlaps(self, other: "_Reported") -> bool:
        """Whether any of the words are reported by *other*, too."""
        return any(first < end and start < last for first, last in self.pieces for start, end in other.pieces)


def _words(evidence: Iterable[Evidence]) -> Iterator[Citation]:
    return (proof for proof in evidence if isinstance(proof, Citation))


def _speech_by_sentence(sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> dict[int, Speech]:
    """Who speaks the last quotation that begins in a sentence, by the place of the sentence."""
    starts = [sentence.start for sentence in sentences]
    return {
        bisect.bisect_right(starts, words.start) - 1: Speech(quotation.speakers, quotation.credit)
        for quotation in quotations
        for words in _words(quotation.evidence[:1])
    }


def _claim(text: str, reported: _Reported) -> Claim:
    rule = "clause that a verb of saying reports"
    pieces = tuple(Citation.of(text, start, end, rule=rule) for start, end in reported.pieces)
    return Claim(
        id=UNNAMED,
        text=" ".join(word for piece in pieces for word in piece.exact.split()),
        speakers=reported.speech.speakers,
        credit=reported.speech.credit,
        evidence=pieces,
    )


@functools.cache
def _verbs() -> frozenset[str]:
    return word_set("phrases/claim_verbs") | word_set("speech/finding_verbs")


def _reported(clause: Clause, reporting: Spans, before: Speech | None) -> Iterator[_Reported]:
    """What is reported in *clause*.

    The words in *reporting* report quotations already; who spoke in the sentence *before* may go on.
    """
    quoting = {clause.cue_after(quote) for quote in clause.quotes}
    for cue in clause.cues:
        if cue in quoting or reporting.overlapping(cue.start, cue.end) or _is_unsaid(clause, cue):
            continue
        stretch = reported_stretch(clause, cue)
        if stretch is None:
            continue
        speech = clause.speech(cue, stretch.as_quoted)
        if before and speech == Speech():
            speech = _going_on(clause, cue, before)
        if _can_claim(cue, speech):
            pieces = ((stretch.start, stretch.end), *((stretch.rest,) if stretch.rest else ()))
            yield _Reported(pieces, speech)


def _is_unsaid(clause: Clause, cue: Cue) -> bool:
    text, start = clause.text, clause.sentence.start
    return (
        _UNSAID.search(text, max(start, cue.start - _BEFORE), cue.start) is not None
        or _SUPPOSED.fullmatch(text, start, cue.start) is not None
    )


_BEFORE = 40
_UNSAID = re.compile(
    r"(?:\b(?:not|never|nobody|to|would|could|might|may|should|will|can|cannot|must|if|whether|when|what|how|whatever)|n[’']t)"
    r"\s+(?:[a-z]+ly\s+|also\s+|have\s+|be\s+)?\Z|[^,\s]\s+who\s+(?:[a-z]+ly\s+|also\s+)?\Z"
)
"""What shows that something was not, or not yet, said: "did not say", "is to announce", "those who argue"."""

_SUPPOSED = re.compile(r"(?:(?:And|But)\s+)?(?i:if|unless|whether)\b[^,]*")


def _going_on(clause: Clause, cue: Cue, before: Speech) -> Speech:
    """The one person who spoke *before*, if a pronoun that opens the sentence and may mean that person speaks."""
    pronoun = _PRONOUN.match(clause.text, clause.sentence.start, cue.start)
    if pronoun is None or not _BARE.fullmatch(clause.text, pronoun.end(), cue.start) or len(before.speakers) != 1:
        return Speech()
    (speaker,) = before.speakers
    person = next(entity for entity in clause.names.entities if entity.id == speaker.entity)
    if person.kind != "person" or is_other(clause.text, person, pronoun[0]):
        return Speech()
    words = Citation.of(clause.text, pronoun.start(), cue.end, rule="who spoke before goes on")
    return Speech(speakers=(Reference(entity=person.id, evidence=(*speaker.evidence[:1], words)),))


_PRONOUN = re.compile(r"(?:(?:And|But|Still|Later|Then)\s+)?(?:He|She|he|she)(?=\s)")
_BARE = re.compile(r"(?:\s+(?:\w+ly|also|has|had|have|later|then|further|again|once|often|even|still))*\s+")


def _can_claim(cue: Cue, speech: Speech) -> bool:
    """Whether somebody is known to speak; by a verb of finding, a study or the like."""
    if cue.word in word_set("phrases/claim_verbs") or cue.word == "according to":
        return bool(speech.speakers or speech.credit)
    return speech.credit is not None and not word_set("speech/document_nouns").isdisjoint(
        speech.credit.value.lower().split()
    )
