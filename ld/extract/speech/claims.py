"""What people are reported to have said in the article's own words, and who is said to have said it."""

import bisect
import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ld.article import Citation, Evidence
from ld.extract.speech.attribution import JUST_BEFORE, speech_of
from ld.extract.speech.clause_ends import ReportedSpan
from ld.extract.speech.clauses import CuedSentence
from ld.extract.speech.credited_people import is_somebody
from ld.extract.speech.cues import Cue, may_report, owner_end
from ld.extract.speech.reported_clauses import reported_span
from ld.extract.speech.speakers import Speech
from ld.extract.speech.stances import stance_of, stance_verbs
from ld.facts import Claim, Quotation, Stance
from ld.identifiers import UNNAMED, identified
from ld.mentions import MentionIndex
from ld.text.lexicon import word_set
from ld.text.reading import Reading
from ld.text.spans import Spans


def find_claims(text: Reading, names: MentionIndex, quotations: Sequence[Quotation]) -> tuple[Claim, ...]:
    """The indirect statements in *text*, as "NAME said last year that …".

    Only what somebody is reported to have said, not what was not said or might be; and only if the words show who.
    A statement that contains a whole one of *quotations*, or only quoted words, is left to that quotation; one with a
    fragment of the speaker's words in it is a statement, too.
    """
    whole = [quotation for quotation in quotations if len(quotation.evidence) == 1]
    quoted = Spans((words.start, words.end) for quotation in whole for words in _words(quotation.evidence))
    reporting = Spans((words.start, words.end) for quotation in whole for words in _reporting(text, quotation))
    found: list[_Statement] = []
    for span in text.sentences:
        is_prose = span.part.kind == "paragraph" and span.end - span.start <= _LONGEST
        if not is_prose or not may_report(text, span.start, span.end, _verbs()):
            continue
        sentence = CuedSentence.of(text, span, text.quotes[span.part], names, _verbs())
        for statement in _statements(sentence, reporting):
            is_quoted = any(quoted.overlapping(*piece) for piece in statement.pieces)
            if (
                not is_quoted
                and _has_own_words(sentence, statement)
                and not any(statement.overlaps(other) for other in found[-_MOST_BEFORE:])
            ):
                found.append(statement)
    return identified(_claim(text, statement) for statement in found)


_LONGEST = 4000
"""The maximum length of a sentence in code points; longer text without a full stop is not one."""

_MOST_BEFORE = 20
"""The number of previous statements that may share words with one: those of the same sentence."""


class _Statement(NamedTuple):
    """Reported words, by the offsets of their pieces in the text, and who is said to have spoken them."""

    pieces: tuple[tuple[int, int], ...]
    speech: Speech
    stance: Stance | None = None

    def overlaps(self, other: "_Statement") -> bool:
        """Whether *other* also reports any of the words."""
        return any(first < end and start < last for first, last in self.pieces for start, end in other.pieces)


def _words(evidence: Iterable[Evidence]) -> Iterator[Citation]:
    return (proof for proof in evidence if isinstance(proof, Citation))


def _reporting(text: Reading, quotation: Quotation) -> Iterator[Citation]:
    """The words in the paragraph of *quotation* that report it: of several proofs of a speaker, the last."""
    first = next(_words(quotation.evidence))
    index = bisect.bisect_right(text.parts, first.start, key=lambda part: part.start) - 1
    credited = quotation.credit.evidence if quotation.credit else ()
    proofs = (*(proof for speaker in quotation.speakers for proof in speaker.evidence[-1:]), *credited)
    inside = (words for words in _words(proofs) if text.parts[index].start <= words.start < text.parts[index].end)
    return (words for words in inside if words.rule != JUST_BEFORE)


def _has_own_words(sentence: CuedSentence, statement: _Statement) -> bool:
    """Whether *statement* contains words of the article's own, and no unpaired quotation mark.

    Words that begin with a whole quotation are reported by another verb: "“…” echoed a third, while a fourth said".
    """
    if any(quote.is_sentence and quote.outer_start == statement.pieces[0][0] for quote in sentence.quotes):
        return False
    words = "".join(sentence.text[slice(*piece)] for piece in statement.pieces)
    if words.count("“") != words.count("”") or words.count('"') % 2:
        return False
    if "``" in words and words.count("``") != words.count("''"):
        return False
    own = words
    if sentence.quotes:
        own = "".join(
            sentence.text[index]
            for piece in statement.pieces
            for index in range(*piece)
            if not any(quote.outer_start <= index < quote.outer_end for quote in sentence.quotes)
        )
    return bool(own.strip())


def _claim(text: str, statement: _Statement) -> Claim:
    rule = "clause that a verb of saying reports"
    pieces = tuple(Citation.of(text, start, end, rule=rule) for start, end in statement.pieces)
    return Claim(
        id=UNNAMED,
        text=" ".join(word for piece in pieces for word in piece.exact.split()),
        speakers=statement.speech.speakers,
        credit=statement.speech.credit,
        evidence=pieces,
        stance=statement.stance,
    )


@functools.cache
def _verbs() -> frozenset[str]:
    return word_set("phrases/claim_verbs") | word_set("speech/finding_verbs") | stance_verbs()


def _statements(sentence: CuedSentence, reporting: Spans) -> Iterator[_Statement]:
    """The statements reported in *sentence*.

    The words in *reporting* already report quotations. What somebody is only alleged to have said is not their
    statement, even if the accuser is unknown: in "she claims that NAME said so", NAME has said nothing.
    """
    quoting = {sentence.cue_after(quote) for quote in sentence.quotes if quote.is_sentence}
    retold_until = sentence.start
    for cue in sentence.cues:
        if cue in quoting or reporting.overlapping(cue.start, cue.end) or _is_unsaid(sentence, cue):
            continue
        if cue.is_participle and not _FREE.search(sentence.text, max(0, cue.start - _BEFORE), cue.start):
            continue
        reported = reported_span(sentence, cue)
        if reported is None or _is_added_to(sentence, cue, reported) or cue.end <= retold_until:
            continue
        is_noun = owner_end(sentence.text, cue, sentence.start) is not None
        if cue.word.startswith(_ALLEGE) and cue.end <= reported.start and not is_noun:
            retold_until = reported.end
        speech = speech_of(sentence, cue, reported.as_quoted)
        if _can_claim(cue, speech) and not (reported.is_object and not is_somebody(speech)):
            pieces = ((reported.start, reported.end), *((reported.rest,) if reported.rest else ()))
            yield _Statement(pieces, speech, stance_of(cue.word))


_ALLEGE = ("alleg", "claim")
_FREE = re.compile(
    r"""
    (?: [^\w\s]
      | \b (?: am|is|are|was|were|be|been|being|and|or|but|as|by|in|of|for|from|with|while|when|before|after
          | not|never|also|then|now|again|still|only|[a-z]+ly )
      | \b with \s (?:[\w-]+\s){0,3} [\w-]+                              # with critics
    ) \s* \Z
    """,
    re.VERBOSE,
)
"""What precedes a participle with the subject of the clause; not that of the noun before it: "voters saying that"."""


def _is_added_to(sentence: CuedSentence, cue: Cue, reported: ReportedSpan) -> bool:
    """Whether a thing is added or announced, not said: "added a note signed by her"; not "added it was late"."""
    between = sentence.text[cue.end : reported.start]
    if (
        not cue.word.startswith(("add", "announc", "boast", "maintain", "tweet"))
        or reported.as_quoted
        or "that" in between.split()
    ):
        return False
    return _SURELY_CLAUSE.match(sentence.text, reported.start, reported.end) is None


_SURELY_CLAUSE = re.compile(
    r"""
    (?!an?\s(?:extra|second|third|new|further)\b)
    (?: (?! \b (?:to|that|which|who|whose|where|when|how|designed) \b ) [^,;:.] ){0,80}?
    \b (?: is|are|was|were|has|have|had|will|would|could|should|can|may|might|must|did|does|do
                    | cannot
                    | [a-z]+n[’']t | (?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I)(?:[’']\w+)?\s\w+ ) \b
    """,
    re.VERBOSE,
)


def _is_unsaid(sentence: CuedSentence, cue: Cue) -> bool:
    text, start = sentence.text, sentence.start
    before = max(start, cue.start - _BEFORE)
    if _COMPARED.search(text, before, cue.start) or _NEITHER.search(text, before, cue.start):
        return True
    return (
        _UNSAID.search(text, max(start, cue.start - _BEFORE), cue.start) is not None
        and not _WENT_ON.search(text, max(start, cue.start - _BEFORE), cue.start)
    ) or _SUPPOSED.fullmatch(text, start, cue.start) is not None


_BEFORE = 40
_NEITHER = re.compile(r"\b(?:[Nn]either|nor)\s[^,;:]*\Z")
"""The subject of what was not said: "neither NAME nor NAME said"."""

_COMPARED = re.compile(r"\b(?:as\s(?:\w+\s)?\w+\sas|than)\s(?:he|she|they|it|we|I)\s(?:had\s|has\s|have\s)?\Z")
"""A comparison with what was said or feared: "not as full as he feared it would be"."""

_WENT_ON = re.compile(r"\b(?:went|goes|gone|going)\s+on\s+to\s+(?:\w+ly\s+)?\Z")
_UNSAID = re.compile(
    r"(?:\b(?:not|never|nobody|to|would|could|might|may|should|will|can|cannot|must|if|whether|when|what|how|whatever)|n[’']t)"
    r"\s+(?:(?:[a-z]+ly|also|well|still|even|ever|soon|just|have|be)\s+)?\Z|[^,\s]\s+who\s+(?:[a-z]+ly\s+|also\s+)?\Z"
)
"""What shows that something was not said, or not yet: "did not say", "is to announce", "those who argue"."""

_SUPPOSED = re.compile(r"(?:(?:And|But)\s+)?(?i:if|unless|whether)\b[^,]*")


def _can_claim(cue: Cue, speech: Speech) -> bool:
    """Whether *speech* has a speaker: for a verb of finding, a study or the like; not a thing that is "added"."""
    if cue.word in {"adds", "added"} and _follows(speech, cue) and not is_somebody(speech):
        return False
    if cue.word in word_set("phrases/claim_verbs") | stance_verbs() or cue.word == "according to":
        return bool(speech.speakers or speech.credit)
    return speech.credit is not None and not word_set("speech/document_nouns").isdisjoint(
        speech.credit.value.lower().split()
    )


def _follows(speech: Speech, cue: Cue) -> bool:
    """Whether the credit follows *cue*."""
    return speech.credit is not None and any(words.start >= cue.end for words in _words(speech.credit.evidence))
