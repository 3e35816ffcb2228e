"""Who speaks a quotation: the subject of the verb of saying beside it, or whom its pronoun means."""

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from ld.article import Citation
from ld.extract.antecedents import antecedent
from ld.extract.names import Named, Names
from ld.extract.sentences import Sentence
from ld.extract.subjects import DIRECT, MARKS, ends_phrase, is_direct, is_free, joined, leads, phrase_start
from ld.extract.words import any_of, words
from ld.facts import Reference


class Quote(NamedTuple):
    """The words between two quotation marks; *outer_start* and *outer_end* take the marks in."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    text: str

    @property
    def is_sentence(self) -> bool:
        """Whether the words begin as a sentence does."""
        return self.text[:1].isupper()


class Cue(NamedTuple):
    """The place of a verb of saying."""

    start: int
    end: int


class Clause(NamedTuple):
    """A sentence around quotations, and the names in it."""

    text: str
    sentence: Sentence
    quotes: tuple[Quote, ...]
    names: Names

    def speakers(self, quote: Quote) -> tuple[Reference, ...] | None:
        """Who is said to speak *quote*: the subject of the verb of saying right after it, else nearest before it.

        None without such a verb; nobody, if its subject is not known.
        """
        after = self._cue_after(quote)
        cue = after or self._cue_before(quote)
        if cue is None:
            return None
        subjects = self._around(quote, after) if after else self._subjects(cue)
        return tuple(Reference(entity=named.entity.id, evidence=(self._citation(named, cue),)) for named in subjects)

    def _masked(self) -> str:
        """The sentence with its quotations blanked, so that a verb inside them reports nothing."""
        masked = self.text[self.sentence.start : self.sentence.end]
        for quote in self.quotes:
            start = max(0, quote.outer_start - self.sentence.start)
            end = min(len(masked), quote.outer_end - self.sentence.start)
            if start < end:
                masked = masked[:start] + "\0" * (end - start) + masked[end:]
        return masked

    def _cue_after(self, quote: Quote) -> Cue | None:
        masked, offset = self._masked(), self.sentence.start
        match = _verb().search(masked, quote.outer_end - offset)
        if match is None:
            return None
        between = masked[quote.outer_end - offset : match.start()]
        if match.group().endswith("ing") or len(between) > _NEAR or _OTHER_CLAUSE.search(between):
            return None
        return Cue(offset + match.start(), offset + match.end())

    def _cue_before(self, quote: Quote) -> Cue | None:
        if _verb().match(self.text, quote.start):
            return Cue(quote.start, quote.start)
        matches = list(_verb().finditer(self._masked(), 0, max(0, quote.outer_start - self.sentence.start)))
        if not matches:
            return None
        return Cue(self.sentence.start + matches[-1].start(), self.sentence.start + matches[-1].end())

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
        shared = _COORDINATED.search(self._masked(), 0, cue.start - self.sentence.start)
        return self._earlier(cue, start) if shared else ()

    def _earlier(self, cue: Cue, start: int) -> Sequence[Named]:
        """The subject of the verb before *cue* in the sentence that has the same subject: "she noted …, adding"."""
        masked, offset = self._masked(), self.sentence.start
        cues = [
            Cue(offset + match.start(), offset + match.end())
            for match in _verb().finditer(masked, 0, cue.start - offset)
        ]
        cues += [
            Cue(*match.span())
            for quote in self.quotes
            if offset <= quote.start < cue.start and (match := _verb().match(self.text, quote.start))
        ]
        finite = sorted(earlier for earlier in cues if not self.text[slice(*earlier)].endswith("ing"))
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
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b(?![’'])")
_OTHER_CLAUSE = re.compile(
    r"[\0.;:](?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)|\b(?:that|which|and|but|as)\b"
)
_POSSESSOR = re.compile(r"(?:[’']s?)?\s+")
_APART = re.compile(r"(?:,[^,\0“”]{1,120})?")
_WHO = re.compile(r",?\s+who\s+(?:\w+ly\s+|also\s+|later\s+|has\s+|had\s+)?$")
_COORDINATED = re.compile(r"(?:[,\0]|\band|\bbut|\bthen)\s+(?:\w+ly\s+|also\s+|then\s+|later\s+|and\s+)*$")
_DOES = re.compile(
    r"\s+(?:\w+ly\s+)?(?:\w{3,}ed|(?:is|was|has|had)(?!\s+\w+ed\b)|took|gave|made|met|went|left|spoke|held|came|began|sent|stood|shot|fought|won)\b"
    r"(?:(?!\b(?:who|which|that|while|as|when|whose|because)\b)[^\0“”;:])*?(?:,|\band)\s+"
)
_INTRODUCTION = re.compile(
    r"(?:(?:In|At|On|During|After|Before|Over|Following|Despite|With|As|While|When|Amid|Since|Under|By|For|Asked|Speaking)"
    r"\b[^,“”\"\0]{2,100},\s+)"
)


@functools.cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of(*words('speech_verbs'))}(?![\w-])")
