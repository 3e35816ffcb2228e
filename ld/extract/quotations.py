"""Words between quotation marks, and who spoke them."""

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ld.article import Article, Citation, Part
from ld.extract.names import Named, Names
from ld.extract.sentences import Sentence
from ld.extract.titles import title_before
from ld.extract.words import any_of, words
from ld.facts import EntityKind, Quotation, Reference


def find_quotations(article: Article, names: Names, sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """The quotations in the paragraphs of *article* whose speaker the same paragraph names.

    Quotation marks without a speaker (a title, a nickname, scare quotes) are left alone.
    The words are those between the marks, without the comma, or after a fragment the full stop,
    that belongs to the sentence around them.
    """
    found: list[Quotation] = []
    for part in article.of_kind("paragraph"):
        quotes = list(_quotes(article.text, part))
        inside = [sentence for sentence in sentences if sentence.part == part]
        speakers: tuple[Reference, ...] = ()
        for quote in quotes:
            sentence = next((s for s in inside if s.start <= quote.start < s.end), None)
            if sentence is None or _is_title(quote.text):
                continue
            named = _Clause(article.text, sentence, tuple(quotes), names).speakers(quote)
            opens_sentence = not article.text[sentence.start : quote.start].strip('“"‘ ')
            if not named and opens_sentence and quote.is_sentence:
                named = speakers
            if named:
                speakers = named
                citation = Citation.of(article.text, quote.start, quote.end, rule="quotation marks")
                found.append(
                    Quotation(id=f"quotation-{len(found) + 1}", text=quote.text, speakers=named, evidence=(citation,))
                )
    return tuple(found)


class _Quote(NamedTuple):
    """The words between two quotation marks; *outer_start* and *outer_end* take the marks in."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    text: str

    @property
    def is_sentence(self) -> bool:
        return self.text[:1].isupper()


_DOUBLE = re.compile(r"“([^“”]*)(?:”|$)|\"([^\"\n]*)\"", re.DOTALL)
_SINGLE = re.compile(r"(?<!\w)[‘']((?:[^‘’'\n]|(?<=\w)[’'](?=\w))*)[’'](?!\w)")
_FEWEST_WORDS_IN_SINGLE = 3


def _quotes(text: str, part: Part) -> Iterator[_Quote]:
    matches = list(_DOUBLE.finditer(text[: part.end], part.start))
    single = False
    if not matches:
        matches = list(_SINGLE.finditer(text[: part.end], part.start))
        single = True
    for match in matches:
        group = 1 if match[1] is not None else 2
        start, end = match.span(group)
        words_inside = text[start:end].rstrip(", \xa0")
        if not words_inside.lstrip()[:1].isupper():
            words_inside = words_inside.removesuffix(".")
        if not words_inside.strip() or (single and len(words_inside.split()) < _FEWEST_WORDS_IN_SINGLE):
            continue
        start += len(words_inside) - len(words_inside.lstrip())
        yield _Quote(start, start + len(words_inside.lstrip()), *match.span(), words_inside.lstrip())


def _is_title(quoted: str) -> bool:
    """A name in quotation marks: every longer word has a capital."""
    long_words = [word for word in re.findall(r"[^\W\d_]+", quoted) if len(word) > _SHORT_WORD]
    return len(quoted.split()) <= _LONGEST_TITLE and all(word[0].isupper() for word in long_words)


_SHORT_WORD = 3
_LONGEST_TITLE = 8


class _Clause(NamedTuple):
    """A sentence around quotations, and the names in it."""

    text: str
    sentence: Sentence
    quotes: tuple[_Quote, ...]
    names: Names

    def speakers(self, quote: _Quote) -> tuple[Reference, ...]:
        """Who is said to speak *quote*: the subject of the verb of saying right after it, else nearest before it."""
        cue = self._cue_after(quote) or self._cue_before(quote)
        if cue is None:
            return ()
        subjects = self._subjects(cue, quote)
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

    def _cue_after(self, quote: _Quote) -> "_Cue | None":
        masked, offset = self._masked(), self.sentence.start
        match = _verb().search(masked, quote.outer_end - offset)
        if match is None:
            return None
        between = masked[quote.outer_end - offset : match.start()]
        if (
            match.group().endswith("ing")
            or len(between) > _NEAR
            or re.search(r"[\0.;:]|\b(?:that|which|and|but|as)\b", between)
        ):
            return None
        return _Cue(offset + match.start(), offset + match.end(), after=True)

    def _cue_before(self, quote: _Quote) -> "_Cue | None":
        if _verb().match(self.text, quote.start):
            return _Cue(quote.start, quote.start, after=False)
        matches = list(_verb().finditer(self._masked(), 0, max(0, quote.outer_start - self.sentence.start)))
        if not matches:
            return None
        return _Cue(self.sentence.start + matches[-1].start(), self.sentence.start + matches[-1].end(), after=False)

    def _subjects(self, cue: "_Cue", quote: _Quote) -> list[Named]:
        if cue.after:
            between = self._actors(quote.outer_end, cue.start)
            pronoun = _PRONOUN_BEFORE.search(self.text, quote.outer_end, cue.start)
            if between:
                return between[-1:]
            if pronoun:
                return self._antecedent(pronoun[1].lower(), quote)
            inverted = self._actors(cue.end, min(self.sentence.end, cue.end + _NEAR))
            following = _PRONOUN_AFTER.match(self.text, cue.end)
            return self._antecedent(following[1].lower(), quote) if following else inverted[:1]
        start = self._after_introduction(cue.start)
        pronoun = _PRONOUN_BEFORE.search(self.text, start, cue.start)
        actors = self._actors(start, cue.start)
        if pronoun and pronoun[1].lower() in {"he", "she"} and not actors:
            return self._antecedent(pronoun[1].lower(), quote)
        relative = _WHO.search(self.text, start, cue.start)
        if relative and relative.end() == cue.start:
            return [actor for actor in actors if actor.end <= relative.start()][-1:]
        joined = self._joined(actors)
        return joined if joined and self._acts(joined[-1], cue) else []

    def _acts(self, actor: Named, cue: "_Cue") -> bool:
        """Whether *actor* is the subject: a person may stand anywhere before, others right before a verb of saying."""
        if actor.entity.kind == "person":
            return True
        verb = _verb().search(self.text, actor.end, cue.end)
        end = verb.start() if verb else cue.start
        return _ADVERBS.fullmatch(self.text, actor.end, end) is not None

    def _actors(self, start: int, end: int) -> list[Named]:
        """Those who can speak, in *start* to *end*; of two that overlap or share a title the head only."""
        actors: list[Named] = []
        for named in self.names.within(start, end, "person", "group", "organization", "country"):
            if named.mention.kind == "demonym" or any(q.outer_start < named.start < q.outer_end for q in self.quotes):
                continue
            if named.entity.kind == "person":
                title = title_before(self.text, named.start)
                if title:
                    actors = [
                        actor for actor in actors if actor.end < title.phrase_start or actor.entity.kind == "person"
                    ]
            if actors and named.start < actors[-1].end:
                continue
            actors.append(named)
        return actors

    def _after_introduction(self, before: int) -> int:
        """Where the main clause begins: behind "In their statement," and the like."""
        introduction = _INTRODUCTION.match(self.text, self.sentence.start, before)
        return introduction.end() if introduction else self.sentence.start

    def _joined(self, actors: list[Named]) -> list[Named]:
        """The first of *actors*, and those joined to it by "and"."""
        joined = actors[:1]
        for actor in actors[1:]:
            if not re.fullmatch(r"\s*(?:,|,?\s*and)\s+(?:the\s+)?", self.text[joined[-1].end : actor.start]):
                break
            joined.append(actor)
        return joined

    def _antecedent(self, pronoun: str, quote: _Quote) -> list[Named]:
        """Whom the pronoun means: the one person, or the one group, named shortly before; of two, nobody."""
        kinds: tuple[EntityKind, ...] = ("person",) if pronoun in {"he", "she"} else ("group", "organization")
        near = [
            named
            for named in self.names.before(quote.start, *kinds)
            if named.start >= self.sentence.part.start - _REACH and "\n\n\n" not in self.text[named.end : quote.start]
        ]
        if len({named.entity.id for named in near}) != 1:
            near = [named for named in near if named.start >= self.sentence.part.start]
        return near[:1] if len({named.entity.id for named in near}) == 1 else []

    def _citation(self, named: Named, cue: "_Cue") -> Citation:
        start, end = min(named.start, cue.start), max(named.end, cue.end)
        if start < self.sentence.start or end - start > _REACH:
            start, end = named.start, named.end
        return Citation.of(self.text, start, end, rule="subject of a verb of saying")


class _Cue(NamedTuple):
    start: int
    end: int
    after: bool


_NEAR = 70
_REACH = 240
_PRONOUN_BEFORE = re.compile(r"\b([Hh]e|[Ss]he|[Tt]hey)\s+(?:\w+ly\s+|also\s+|later\s+|has\s+|had\s+)?$")
_WHO = re.compile(r",?\s+who\s+(?:\w+ly\s+|also\s+|later\s+|has\s+|had\s+)?$")
_PRONOUN_AFTER = re.compile(r"\s+(he|she|they)\b")
_ADVERBS = re.compile(
    r"(?:\s+\([A-Z.&]{2,9}\))?(?:\s+(?:\w+ly|also|has|had|have|then|later|further|again|once|jointly|who|which))*\s*[“\"]?"
)
_INTRODUCTION = re.compile(
    r"(?:(?:In|At|On|During|After|Before|Over|Following|Despite|With|As|While|When|Amid|Since|Under|By|For|Asked|Speaking)"
    r"\b[^,“”\"\0]{2,100},\s+)"
)


@functools.cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of(*words('speech_verbs'))}(?![\w-])")
