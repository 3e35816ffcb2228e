"""A sentence with the words in it that report, and which of them reports a quotation."""

import bisect
import re
from typing import NamedTuple, Self

from ld.article import Part
from ld.extract.speech.cues import WAS_QUOTED, Cue, cues_in, reporting_verbs, reports
from ld.mentions import MentionIndex
from ld.text.quotation_marks import Quote
from ld.text.reading import Reading
from ld.text.sentences import Sentence


class CuedSentence(NamedTuple):
    """A sentence, by its *span* in the article's *text*, with the quotations, the names and the cues in it."""

    text: Reading
    span: Sentence
    quotes: tuple[Quote, ...]
    names: MentionIndex
    cues: tuple[Cue, ...]

    @classmethod
    def of(
        cls,
        text: Reading,
        span: Sentence,
        quotes: tuple[Quote, ...],
        names: MentionIndex,
        verbs: frozenset[str] | None = None,
    ) -> Self:
        """The sentence at *span*, with *verbs* as cues, by default those that report words in quotation marks.

        A verb inside its quotations reports nothing.
        """
        first = bisect.bisect_right(quotes, span.start, key=lambda quote: quote.outer_end)
        last = bisect.bisect_left(quotes, span.end, key=lambda quote: quote.outer_start)
        inside = quotes[first:last]
        masked = _masked(text, span, inside)
        cues = cues_in(text, masked, span.start, reporting_verbs() if verbs is None else verbs)
        return cls(text, span, inside, names, cues)

    @property
    def start(self) -> int:
        """The start of the sentence, in code points of the text."""
        return self.span.start

    @property
    def end(self) -> int:
        """The end of the sentence: after its last code point."""
        return self.span.end

    @property
    def part(self) -> Part:
        """The part of the article that contains the sentence."""
        return self.span.part

    def is_quoted(self, offset: int) -> bool:
        """Whether *offset* lies within one of the quotations."""
        return any(quote.outer_start < offset < quote.outer_end for quote in self.quotes)

    def main_clause_start(self, before: int) -> int:
        """The start of the main clause, *before* an offset: after "In their statement," and the like."""
        introduction = _INTRODUCTION.match(self.text, self.start, before)
        return introduction.end() if introduction else self.start

    def reporting_cue(self, quote: Quote) -> Cue | None:
        """The cue that reports *quote*: the verb of saying right after it, else the nearest before it."""
        return self.cue_after(quote) or self._cue_before(quote)

    def cue_after(self, quote: Quote) -> Cue | None:
        """The verb of saying right after *quote*, with nothing but its subject between them."""
        following = bisect.bisect_left(self.cues, quote.outer_end, key=lambda cue: cue.start)
        cue = next(iter(self.cues[following : following + 1]), None)
        passive = WAS_QUOTED.search(self.text, quote.outer_end, cue.start) if cue and cue.word == "saying" else None
        if cue and passive:
            cue = Cue(passive.start(), cue.end, "said")
        if cue is None or cue.is_participle or not _ends_in_pause(self.text, quote):
            return None
        subject = self.text[slice(*self.subject_span(quote, cue))]
        if len(subject) > _LONGEST_SUBJECT or cue.start - quote.outer_end > _REACH or _OTHER_CLAUSE.search(subject):
            return None
        if _RELATIVE.match(self.text, cue.end):
            return None
        return None if any(quote.outer_end <= other.outer_start < cue.start for other in self.quotes) else cue

    def subject_span(self, quote: Quote, cue: Cue) -> tuple[int, int]:
        """The span after *quote* that may contain the subject of *cue*: all that lies between them, except an aside."""
        aside = _SUBJECT_AND_ASIDE.fullmatch(self.text, quote.outer_end, cue.start)
        return aside.span("subject") if aside else (quote.outer_end, cue.start)

    def _cue_before(self, quote: Quote) -> Cue | None:
        """The nearest cue before *quote*, or the verb that opens the quoted words."""
        cue = self._main_cue(quote)
        own = first_verb(quote)
        if own and (cue is None or _PAUSES.search(self.text, cue.end, quote.outer_start)):
            return own._replace(end=own.start)
        if cue is None or not self.text[cue.end : quote.outer_start].strip(" ,:"):
            return cue
        if _CONTINUATION.search(self.text, cue.end, quote.outer_start):
            return cue
        return None if _reports_another(self, cue) else cue

    def has_gone_on(self, cue: Cue, quote: Quote) -> bool:
        """Whether a clause of the article's own begins between the first words that *cue* reports and *quote*."""
        reported = [
            other for other in self.quotes if cue.end <= other.outer_start and other.outer_end <= quote.outer_start
        ]
        return any(_OWN_CLAUSE.search(self.text, other.outer_end, quote.outer_start) for other in reported[-1:])

    def _main_cue(self, quote: Quote) -> Cue | None:
        """The nearest cue before *quote*, except in a clause that ends before it: "said after X ruled …, “…”"."""
        cues = [cue for cue in self.cues if cue.end <= quote.outer_start and not _IS.match(self.text, cue.end)]
        while len(cues) > 1 and _CLAUSE_INSIDE.fullmatch(self.text, cues[-2].end, cues[-1].start):
            if "," not in self.text[cues[-1].end : quote.outer_start].rstrip(", "):
                break
            cues.pop()
        return cues[-1] if cues else None


def in_relative_clause(text: str, cue: Cue) -> bool:
    """Whether what follows *cue* shows that it ends a relative clause: "the loss NAME said was small"."""
    return _RELATIVE.match(text, cue.end) is not None


def _reports_another(sentence: CuedSentence, cue: Cue) -> bool:
    """Whether *cue* already reports a quotation before it."""
    return any(
        sentence.start <= quote.start and quote.outer_end <= cue.start and sentence.cue_after(quote) == cue
        for quote in sentence.quotes
    )


def _ends_in_pause(text: str, quote: Quote) -> bool:
    start = max(quote.start, quote.outer_end - _LONGEST_PAUSE)
    return _PAUSE.search(text, start, quote.outer_end + 1) is not None


def _masked(text: str, span: Sentence, quotes: tuple[Quote, ...]) -> str:
    """The text of the sentence with a null character for each quoted character, so that offsets stay the same."""
    pieces: list[str] = []
    end = span.start
    for quote in quotes:
        start = max(end, quote.outer_start)
        pieces += text[end:start], "\0" * (min(quote.outer_end, span.end) - start)
        end = quote.outer_end
    return "".join((*pieces, text[end : span.end]))


def first_verb(quote: Quote) -> Cue | None:
    """The verb of saying that opens the quoted words: NAME “said the port was full”."""
    word = _FIRST_WORD.match(quote.text)
    return Cue(quote.start, quote.start + word.end(), word[0]) if word and reports(word[0]) else None


_LONGEST_SUBJECT = 70
_LONGEST_PAUSE = 8
_REACH = 240
_FIRST_WORD = re.compile(r"\b[a-z]+(?![\w-])")
_PAUSE = re.compile(r"[,.?!…—–-][\s\"'’“”)\]]*,?\s?\Z")
"""The end of a quotation that the verb after it reports: a punctuation mark within it or right after it."""

_OTHER_CLAUSE = re.compile(
    r"""
      [\0.;:](?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)(?<!\bProf\.)(?<!\bCapt\.)(?<!\bSupt\.)(?<!\bCmdr\.)
    | \b(?:that|which|and|but|as)\b
    """,
    re.VERBOSE,
)
"""What shows that a verb after a quotation has a clause of its own: a stop that is not an initial's, a conjunction."""

_SUBJECT_AND_ASIDE = re.compile(r"(?P<subject>\s*,?\s*[^,]{2,60}),[^“”\"]*,\s*(?:\w+ly\s+|also\s+|has\s+)?")
_RELATIVE = re.compile(r"\s+(?:is|are|was|were|has|had|will|would|could|should|may|might)\b")
"""What shows a relative clause: "“…,” a phrase that critics said was old"."""

_IS = re.compile(r"\s+(?:is|are|was|were)\b")
_PAUSES = re.compile(r",\s(?:the\s)?(?:[A-Z][\w.’'-]*\s)+\Z")
"""A name after a comma, right before the quotation."""

_OWN_CLAUSE = re.compile(r"[,;]\s(?:so|while|although|though|when|where|which|after)\b")
_CLAUSE_INSIDE = re.compile(r"\s+(?:after|before|as|when|while|since|because|if|once|although|though)\b[^,“”\"]*")
_CONTINUATION = re.compile(r"(?:[,:;.—–-]|\b(?:and|but|because|that))\s*\Z")
"""What leads from a verb to the quotation: "he said it was late and “…”"."""

_INTRODUCTION = re.compile(
    r"(?:(?:According\s+to|In|At|On|During|After|Before|Over|Following|Despite|With|As|While|When|Amid|Since|Under|By|For|Asked|Speaking)"
    r"\b[^,“”\"\0]{2,100},\s+)"
)
