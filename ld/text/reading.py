"""An article's text as rules read it: each part of it that several rules need is made once, when first asked for."""

import functools
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Self, TypeVar, TypeVarTuple

from ld.article import Article, Part, Stated
from ld.text.quotation_marks import Quote, quotes_in
from ld.text.sentences import Sentence, split_sentences
from ld.text.spelling import plain
from ld.text.title_case import is_title_case, line_around, title_lines
from ld.text.word_index import WordIndex, occurrences

T = TypeVar("T")
Question = TypeVarTuple("Question")
_NOT_STATED = Stated(value="", evidence=())


class Reading(str):
    """A text that knows where its words, sentences, quotations and titles are.

    It is a string and is read like one: rules that need no more than the words take any. What it knows is computed on
    the first question and kept as long as the reading itself; nothing that is asked changes an answer.
    """

    __slots__ = ("__dict__", "_answers")
    _answers: dict[Any, Any]

    def __new__(cls, text: str) -> Self:
        """The reading of *text* alone."""
        reading = super().__new__(cls, text)
        reading._answers = {}
        return reading

    @classmethod
    def of(cls, article: Article) -> Self:
        """The reading of *article*."""
        reading = cls(article.text)
        reading.__dict__["article"] = article
        return reading

    @functools.cached_property
    def article(self) -> Article:
        """The article that is read; a text alone is one of a single paragraph."""
        whole = (Part(kind="paragraph", start=0, end=len(self), source_start=0),) if self else ()
        return Article(text=str(self), parts=whole, headline=_NOT_STATED, language=_NOT_STATED)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the article."""
        return self.article.parts

    @property
    def plain(self) -> "Reading":
        """The same in plain spelling, with every offset where it was: one for spaces, apostrophes and hyphens."""
        return self._plain or self

    @functools.cached_property
    def _plain(self) -> "Reading | None":
        """The plain spelling if it is another: what kept itself would wait for the garbage collector."""
        spelled = plain(self)
        if spelled == self:
            return None
        reading = Reading(spelled)
        reading.__dict__["words"] = self.words  # no letter or digit is spelled otherwise
        return reading

    @functools.cached_property
    def words(self) -> WordIndex:
        """Where each word stands."""
        return WordIndex(self)

    @functools.cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all parts, in order."""
        return split_sentences(self, self.parts)

    @functools.cached_property
    def quotes(self) -> Mapping[Part, tuple[Quote, ...]]:
        """What stands in quotation marks, by its paragraph."""
        return {part: tuple(quotes_in(self, part)) for part in self.parts if part.kind == "paragraph"}

    @functools.cached_property
    def titles(self) -> tuple[tuple[int, int], ...]:
        """The lines in which any word may have a capital, start and end, in order: headlines, bylines and the like."""
        return tuple(title_lines(self, self.parts))

    def is_headline(self, start: int, end: int) -> bool:
        """Whether what stands at *start* to *end* lies in a line that is written like a headline."""
        line = line_around(self, start, end)
        return line is not None and _is_headline(self, *line)

    def occurrences(self, phrase: str) -> Iterator[tuple[int, int]]:
        """Start and end of each occurrence of *phrase* to the letter, as whole words."""
        return occurrences(self, self.words, phrase)


def once(rule: Callable[[Reading, *Question], T]) -> Callable[[Reading, *Question], T]:
    """*rule*, which asks a reading something, answered once a reading for the same further arguments."""

    @functools.wraps(rule)
    def asked(reading: Reading, /, *question: *Question) -> T:
        answers, key = reading._answers, (rule, *question)  # noqa: SLF001 - what a reading keeps for this function
        try:
            return answers[key]  # type: ignore[no-any-return]
        except KeyError:
            return answers.setdefault(key, rule(reading, *question))  # type: ignore[no-any-return]

    return asked


@once
def _is_headline(text: Reading, start: int, end: int) -> bool:
    return is_title_case(text, start, end)
