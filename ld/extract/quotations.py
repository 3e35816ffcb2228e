"""Words between quotation marks, and who spoke them."""

import re
from collections.abc import Iterator, Sequence

from ld.article import Article, Citation, Part
from ld.extract.names import Names
from ld.extract.sentences import Sentence
from ld.extract.speakers import Clause, Quote
from ld.facts import Quotation, Reference


def find_quotations(article: Article, names: Names, sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """The quotations in the paragraphs of *article* whose speaker the same paragraph names.

    Quotation marks without a speaker (a title, a nickname, scare quotes) are left alone.
    The words are those between the marks, without the comma, or after a fragment the full stop,
    that belongs to the sentence around them; a line break between them is a space.
    """
    inside: dict[Part, list[Sentence]] = {}
    for sentence in sentences:
        inside.setdefault(sentence.part, []).append(sentence)
    found: list[Quotation] = []
    for part in article.of_kind("paragraph"):
        quotes = tuple(_quotes(article.text, part))
        for quote, speakers in _spoken(article.text, quotes, inside.get(part, ()), names):
            citation = Citation.of(article.text, quote.start, quote.end, rule="quotation marks")
            words = " ".join(quote.text.split())
            found.append(
                Quotation(id=f"quotation-{len(found) + 1}", text=words, speakers=speakers, evidence=(citation,))
            )
    return tuple(found)


def _spoken(
    text: str, quotes: tuple[Quote, ...], sentences: Sequence[Sentence], names: Names
) -> Iterator[tuple[Quote, tuple[Reference, ...]]]:
    """Those of a paragraph's *quotes* whose speakers are known; who speaks goes on until another is named."""
    last: tuple[Reference, ...] = ()
    last_end = 0
    for quote in quotes:
        sentence = next((s for s in sentences if s.start <= quote.start < s.end), None)
        if sentence is None or _is_title(quote.text):
            continue
        speakers = Clause(text, sentence, quotes, names).speakers(quote)
        if speakers is None:
            opens_sentence = not text[sentence.start : quote.start].strip('“"‘ ')
            others = {named.entity.id for named in names.within(last_end, quote.outer_start, "person")}
            goes_on = opens_sentence and quote.is_sentence and others <= {speaker.entity for speaker in last}
            speakers = last if goes_on else None
        if speakers is not None:
            last, last_end = speakers, quote.outer_end
        if speakers:
            yield quote, speakers


_DOUBLE = re.compile(r"“([^“”]*)(?:”|$)|\"([^\"]*)\"")
_SINGLE = re.compile(r"(?<!\w)[‘']((?:[^‘’']|(?<=\w)[’'](?=\w))*)[’'](?!\w)")
_FEWEST_WORDS_IN_SINGLE = 3


def _quotes(text: str, part: Part) -> Iterator[Quote]:
    matches = list(_DOUBLE.finditer(text, part.start, part.end))
    single = False
    if not matches:
        matches = list(_SINGLE.finditer(text, part.start, part.end))
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
        yield Quote(start, start + len(words_inside.lstrip()), *match.span(), words_inside.lstrip())


def _is_title(quoted: str) -> bool:
    """A name in quotation marks: every longer word has a capital."""
    long_words = [word for word in re.findall(r"[^\W\d_]+", quoted) if len(word) > _SHORT_WORD]
    return len(quoted.split()) <= _LONGEST_TITLE and all(word[0].isupper() for word in long_words)


_SHORT_WORD = 3
_LONGEST_TITLE = 8
