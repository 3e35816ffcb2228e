"""Who speaks a quotation: the subject of the verb of saying beside it, or whom its pronoun means."""

import bisect
import re
from collections.abc import Sequence
from typing import NamedTuple, Self

from ld.article import Citation, Stated
from ld.extract.speech.cues import Cue, cues_in, reporting_verbs, reports
from ld.extract.speech.noun_phrases import Phrase, phrase_after, phrase_before
from ld.extract.speech.pronouns import antecedent
from ld.extract.speech.subjects import DIRECT, MARKS, ends_phrase, is_direct, is_free, joined, leads, phrase_start
from ld.facts import Reference
from ld.mentions import MentionIndex, Named
from ld.text.quotation_marks import Quote
from ld.text.reading import Reading
from ld.text.sentences import Sentence


class Speech(NamedTuple):
    """Who speaks: known *speakers*, or the words that *credit* somebody else; neither where a pronoun is not sure."""

    speakers: tuple[Reference, ...] = ()
    credit: Stated | None = None


class Clause(NamedTuple):
    """A sentence around quotations, and the names and the *cues* in it."""

    text: Reading
    sentence: Sentence
    quotes: tuple[Quote, ...]
    names: MentionIndex
    cues: tuple[Cue, ...]

    @classmethod
    def of(
        cls,
        text: Reading,
        sentence: Sentence,
        quotes: tuple[Quote, ...],
        names: MentionIndex,
        verbs: frozenset[str] | None = None,
    ) -> Self:
        """The clause of *sentence*, whose cues are *verbs*, or those that report words in quotation marks.

        A verb inside its quotations reports nothing.
        """
        first = bisect.bisect_right(quotes, sentence.start, key=lambda quote: quote.outer_end)
        last = bisect.bisect_left(quotes, sentence.end, key=lambda quote: quote.outer_start)
        pieces: list[str] = []
        end = sentence.start
        for quote in quotes[first:last]:
            start = max(end, quote.outer_start)
            pieces += text[end:start], "\0" * (min(quote.outer_end, sentence.end) - start)
            end = quote.outer_end
        masked = "".join((*pieces, text[end : sentence.end]))
        return cls(
            text,
            sentence,
            quotes[first:last],
            names,
            cues_in(text, masked, sentence.start, reporting_verbs() if verbs is None else verbs),
        )

    def cue(self, quote: Quote) -> Cue | None:
        """What reports *quote*: the verb of saying right after it, else the nearest before it."""
        return self.cue_after(quote) or self._cue_before(quote)

    def cue_after(self, quote: Quote) -> Cue | None:
        """The verb of saying right after *quote*: nothing but its subject stands between them."""
        following = bisect.bisect_left(self.cues, quote.outer_end, key=lambda cue: cue.start)
        cue = next(iter(self.cues[following : following + 1]), None)
        if cue is None or cue.is_participle:
            return None
        between = self.text[quote.outer_end : cue.start]
        if not _PAUSE.search(self.text, max(quote.start, quote.outer_end - _MARKS_REACH), quote.outer_end + 1):
            return None
        passing = _PASSING.fullmatch(between)
        near = passing["subject"] if passing else between
        if len(near) > _NEAR or len(between) > _REACH or _OTHER_CLAUSE.search(near):
            return None
        return None if any(quote.outer_end <= other.outer_start < cue.start for other in self.quotes) else cue

    def _cue_before(self, quote: Quote) -> Cue | None:
        own = _FIRST_WORD.match(quote.text)
        if own and reports(own[0]):
            return Cue(quote.start, quote.start, own[0])
        cue = next((cue for cue in reversed(self.cues) if cue.end <= quote.outer_start), None)
        if cue is None or not self.text[cue.end : quote.outer_start].strip(" ,:"):
            return cue
        if _GOES_ON.search(self.text, cue.end, quote.outer_start):
            return cue
        taken = any(
            self.sentence.start <= other.start and other.outer_end <= cue.start and self.cue_after(other) == cue
            for other in self.quotes
        )
        return None if taken else cue

    def speech(self, cue: Cue, quote: Quote | None = None) -> Speech:
        """Who speaks by *cue*: its subject. If it stands behind its *quote* the subject is between them or follows."""
        follows = quote is not None and quote.outer_end <= cue.start
        if cue.inverts:
            subjects = self._inverted(cue)
        else:
            subjects = self._around(quote, cue) if quote and follows else self._subjects(cue)
        if subjects:
            return Speech(
                tuple(Reference(entity=named.entity.id, evidence=(self._citation(named, cue),)) for named in subjects)
            )
        return Speech(credit=self._credit(self._words(cue, quote if follows else None)))

    def _words(self, cue: Cue, quote: Quote | None) -> Phrase | None:
        """The words that stand as the subject of *cue*; *quote* where it stands behind its quotation."""
        if quote and not cue.inverts and self.text[quote.outer_end : cue.start].strip(MARKS):
            passing = _PASSING.fullmatch(self.text, quote.outer_end, cue.start)
            if passing:
                return phrase_before(self.text, *passing.span("subject"))
            return phrase_before(self.text, quote.outer_end, cue.start)
        if quote or cue.inverts:
            return phrase_after(self.text, cue.end, min(self.sentence.end, cue.end + _REACH))
        coordinated = _COORDINATED.search(self.text, self.sentence.start, cue.start)
        if coordinated and (cue.is_participle or not _ASIDE.search(self.text, self.sentence.start, cue.start)):
            earlier = [other for other in self.cues if other.end <= cue.start and not other.is_participle]
            return self._words(earlier[-1], None) if earlier else self._doer(cue)
        return phrase_before(self.text, self._after_introduction(cue.start), cue.start)

    def _doer(self, cue: Cue) -> Phrase | None:
        """The words at the start of the clause whose subject does something before it speaks."""
        start = self._after_introduction(cue.start)
        for blank in _BLANK.finditer(self.text, start, min(start + _NEAR, cue.start)):
            if _DID.fullmatch(self.text, blank.start(), cue.start):
                return phrase_before(self.text, start, blank.start())
        return None

    def _credit(self, phrase: Phrase | None) -> Stated | None:
        if phrase is None:
            return None
        citation = Citation.of(self.text, *phrase, rule="subject of a verb of saying")
        return Stated(value=" ".join(citation.exact.split()), evidence=(citation,))

    def _around(self, quote: Quote, cue: Cue) -> Sequence[Named]:
        """The subject of a verb that follows its quotation: between the two, or right after the verb."""
        between = self.text[quote.outer_end : cue.start]
        pronoun = _PRONOUN.search(self.text, quote.outer_end, cue.start)
        if pronoun and DIRECT.fullmatch(self.text, pronoun.end(), cue.start):
            return self._antecedent(pronoun)
        if between.strip(MARKS):
            return self._standing(self._actors(quote.outer_end, cue.start), quote.outer_end, cue)
        following = _PRONOUN.match(self.text, cue.end + 1)
        return self._antecedent(following) if following else self._inverted(cue)

    def _standing(self, actors: Sequence[Named], start: int, cue: Cue) -> Sequence[Named]:
        """The *actors* whose names, joined by "and", fill what lies between *start* and the verb."""
        for first in range(len(actors)):
            subjects = joined(self.text, actors[first:])
            if not leads(self.text, start, subjects[0]):
                return ()
            for last in range(len(subjects), 0, -1):
                if is_direct(self.text, subjects[last - 1], cue.start):
                    return subjects[:last]
        return ()

    def _inverted(self, cue: Cue) -> Sequence[Named]:
        """The subject right behind its verb; of "said BODY director NAME" the name that ends the phrase."""
        start = cue.end
        for actor in self._actors(cue.end, min(self.sentence.end, cue.end + _NEAR)):
            if not leads(self.text, start, actor):
                return ()
            if ends_phrase(self.text, actor):
                return (actor,)
            start = actor.end
        return ()

    def _subjects(self, cue: Cue) -> Sequence[Named]:
        """The subject of a verb that stands before its quotation."""
        start = self._after_introduction(cue.start)
        actors = self._actors(start, cue.start)
        relative = _WHO.search(self.text, start, cue.start)
        if relative and relative.end() == cue.start:
            return [actor for actor in actors if _APART.fullmatch(self.text, actor.end, relative.start())][-1:]
        pronouns = [match for match in _PRONOUN.finditer(self.text, start, cue.start) if not self._is_quoted(match)]
        if pronouns and DIRECT.fullmatch(self.text, pronouns[-1].end(), cue.start):
            same = self._earlier(cue, start) if pronouns[-1][0].lower() == "they" else ()
            return same or self._antecedent(pronouns[-1])
        near = [place for place, actor in enumerate(actors) if is_direct(self.text, actor, cue.start)]
        if near:
            ahead = actors[: near[-1] + 1]
            subjects = next(ahead[n:] for n in range(len(ahead)) if len(joined(self.text, ahead[n:])) == len(ahead) - n)
            return subjects if is_free(self.text, self.sentence.start, subjects[0]) else ()
        shared = _COORDINATED.search(self.text, self.sentence.start, cue.start)
        return self._earlier(cue, start) if shared else ()

    def _earlier(self, cue: Cue, start: int) -> Sequence[Named]:
        """The subject of the verb before *cue* in the sentence that has the same subject: "she noted …, adding"."""
        cues = [earlier for earlier in self.cues if earlier.end <= cue.start]
        for quote in self.quotes:
            own = _FIRST_WORD.match(quote.text) if self.sentence.start <= quote.start < cue.start else None
            if own and reports(own[0]):
                cues.append(Cue(quote.start, quote.start + own.end(), own[0]))
        finite = sorted(earlier for earlier in cues if not earlier.is_participle)
        return self._subjects(finite[-1]) if finite else self._doers(cue, start)

    def _doers(self, cue: Cue, start: int) -> Sequence[Named]:
        """Who opens the clause and does something else before the verb of saying: "she opened the port, saying"."""
        subjects = joined(self.text, self._actors(start, cue.start))
        opens = subjects and leads(self.text, start, subjects[0])
        return subjects if opens and _DOES.fullmatch(self.text, subjects[-1].end, cue.start) else ()

    def _is_quoted(self, match: re.Match[str] | Named) -> bool:
        start = match.start if isinstance(match, Named) else match.start()
        return any(quote.outer_start < start < quote.outer_end for quote in self.quotes)

    def _actors(self, start: int, end: int) -> list[Named]:
        """Those who can speak, in *start* to *end*; of two that overlap or share a title the head only."""
        actors: list[Named] = []
        for named in self.names.within(start, end, "person", "group", "organization", "country"):
            if named.mention.kind == "demonym" or self._is_quoted(named):
                continue
            if named.entity.kind == "person":
                begin = phrase_start(self.text, named)
                while actors and begin < named.start and self._describes(actors[-1], begin):
                    begin = min(begin, actors.pop().start)
            if actors and named.start < actors[-1].end:
                continue
            actors.append(named)
        return actors

    def _describes(self, actor: Named, begin: int) -> bool:
        """Whether *actor* only tells whose title it is that stands at *begin*: "Norway's minister NAME"."""
        return actor.start >= begin or _POSSESSOR.fullmatch(self.text, actor.end, begin) is not None

    def _after_introduction(self, before: int) -> int:
        """Where the main clause begins: behind "In their statement," and the like."""
        introduction = _INTRODUCTION.match(self.text, self.sentence.start, before)
        return introduction.end() if introduction else self.sentence.start

    def _antecedent(self, pronoun: re.Match[str]) -> Sequence[Named]:
        quoted = [(quote.outer_start, quote.outer_end) for quote in self.quotes]
        return antecedent(self.text, self.names, pronoun[0], pronoun.start(), self.sentence, quoted)

    def _citation(self, named: Named, cue: Cue) -> Citation:
        start, end = min(named.start, cue.start), max(named.end, cue.end)
        if start < self.sentence.start or end - start > _REACH:
            start, end = named.start, named.end
        return Citation.of(self.text, start, end, rule="subject of a verb of saying")


_NEAR = 70
_REACH = 240
_MARKS_REACH = 8
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b(?![’'])")
_OTHER_CLAUSE = re.compile(
    r"[\0.;:](?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)|\b(?:that|which|and|but|as)\b"
)
_POSSESSOR = re.compile(r"(?:[’']s?)?\s+")
_APART = re.compile(r"(?:,[^,\0“”]{1,120})?")
_WHO = re.compile(r",?\s+who\s+(?:\w+ly\s+|also\s+|later\s+|has\s+|had\s+)?$")
_GOES_ON = re.compile(r"(?:[,:;.—–-]|\b(?:and|but|because|that))\s*\Z")
_PAUSE = re.compile(r"[,.?!…—–-][\s\"'’”)\]]*,?\s?\Z")
_FIRST_WORD = re.compile(r"[a-z]+(?![\w-])")
_PASSING = re.compile(r"(?P<subject>\s*,?\s*[^,]{2,60}),[^“”\"]*,\s*(?:\w+ly\s+|also\s+|has\s+)?")
_ASIDE = re.compile(r"(?:,[^,“”\"]{2,120},|\s\([^()]{1,60}\),?)\s+(?:\w+ly\s+|also\s+)?\Z")
_COORDINATED = re.compile(
    r"(?:[,”\"]|\b(?:and|but|then|by|before|while))\s+(?:\w+ly\s+|also\s+|then\s+|later\s+|and\s+)*$"
)
_ACTS = (
    r"(?:\w{3,}ed|did(?:n[’']t|\s+not)?\s+\w+|(?:is|was|has|had)(?!\s+\w+ed\b)"
    r"|(?:then|also)\s+\w{4,}s|took|gave|made|met|went|left|spoke|held|came|began|sent|stood|shot|fought|won"
)
_THEN = r")\b(?:(?!\b(?:who|which|that|while|as|when|whose|because)\b)[^\0“”;:])*?(?:,|\b(?:and|but|by|before))\s+"
_SOON = r"\s+(?:\w+ly\s+|then\s+|also\s+)?"
_DID = re.compile(_SOON + _ACTS + _THEN)
_DOES = re.compile(_SOON + _ACTS + r"|\w{4,}s" + _THEN)
_BLANK = re.compile(r"(?=\s)")
_INTRODUCTION = re.compile(
    r"(?:(?:In|At|On|During|After|Before|Over|Following|Despite|With|As|While|When|Amid|Since|Under|By|For|Asked|Speaking)"
    r"\b[^,“”\"\0]{2,100},\s+)"
)
