"""An article's text as rules read it: what several rules need is computed once, when first asked for."""

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

    It is a string, so rules that need only the words accept either. Everything else is computed on first use and kept
    as long as the reading itself; no question changes an answer.
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
        """The article of this text; a bare text counts as a single paragraph."""
        whole = (Part(kind="paragraph", start=0, end=len(self), source_start=0),) if self else ()
        return Article(text=str(self), parts=whole, headline=_NOT_STATED, language=_NOT_STATED)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the article."""
        return self.article.parts

    @property
    def plain(self) -> "Reading":
        """The same text with one spelling for spaces, apostrophes and hyphens, and all offsets unchanged."""
        return self._plain or self

    @functools.cached_property
    def _plain(self) -> "Reading | None":
        """The plain spelling, if it differs: a reading that referred to itself would wait for the garbage collector."""
        spelled = plain(self)
        if spelled == self:
            return None
        reading = Reading(spelled)
        reading.__dict__["words"] = self.words  # the spelling of letters and digits is the same
        return reading

    @functools.cached_property
    def words(self) -> WordIndex:
        """The position of each word."""
        return WordIndex(self)

    @functools.cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all parts, in order."""
        return split_sentences(self, self.parts)

    @functools.cached_property
    def quotes(self) -> Mapping[Part, tuple[Quote, ...]]:
        """The words in quotation marks, by paragraph."""
        return {part: tuple(quotes_in(self, part)) for part in self.parts if part.kind == "paragraph"}

    @functools.cached_property
    def titles(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each line in which any word may be capitalised, in order: headlines, bylines, etc."""
        return tuple(title_lines(self, self.parts))

    def is_headline(self, start: int, end: int) -> bool:
        """Whether the words from *start* to *end* are in a line that is written like a headline."""
        line = line_around(self, start, end)
        return line is not None and _is_headline(self, *line)

    def occurrences(self, phrase: str) -> Iterator[tuple[int, int]]:
        """Start and end of each exact occurrence of *phrase*, as whole words."""
        return occurrences(self, self.words, phrase)


def once(rule: Callable[[Reading, *Question], T]) -> Callable[[Reading, *Question], T]:
    """*rule*, evaluated once for each reading and set of further arguments."""

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
