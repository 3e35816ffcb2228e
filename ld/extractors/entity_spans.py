"""Facts from spans that a model marks as names, shared by extractors whose models do no more."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ld.article import Article, Citation, Part
from ld.facts import Entity, EntityKind, Facts, Mention
from ld.mentions import identifier
from ld.text.lexicon import word_set


class Marked(NamedTuple):
    """A name of this *kind* from *start* to *end*: code points of the article's text, half-open."""

    kind: EntityKind
    start: int
    end: int


def read_parts(article: Article) -> Iterator[Part]:
    """The parts of *article* in which a model looks for names, in order."""
    return article.of_kind("headline", "subheading", "paragraph", "caption")


def named(article: Article, marked: Iterable[Marked], model: str) -> Facts:
    """An entity for each kind and name among the spans *marked* in *article*; *model* is the evidence's rule."""
    by_name: dict[tuple[EntityKind, str], list[Mention]] = {}
    for kind, start, end in marked:
        mention = Mention.of(article.text, *_bare(article.text, start, end))
        name = " ".join(mention.exact.split())
        if _is_name(name):
            by_name.setdefault((kind, name), []).append(mention)
    entities: list[Entity] = []
    for (kind, name), mentions in by_name.items():
        first = mentions[0]
        entities.append(
            Entity(
                id=identifier(kind, name, [entity.id for entity in entities]),
                kind=kind,
                name=name,
                mentions=tuple(mentions),
                evidence=(Citation.of(article.text, first.start, first.end, rule=model),),
            )
        )
    return Facts(version=1, article=article, entities=tuple(entities))


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without its article and its possessive s, which models include."""
    if text[start:end].lower().startswith("the "):
        start += len("the ")
    if text[start:end].endswith(("’s", "'s")):
        end -= len("’s")
    return start, end


def _is_name(name: str) -> bool:
    """Whether *name* may be a name: models take "the minister" and "She" for people."""
    return any(char.isalpha() and not char.islower() for char in name) and name not in word_set("function_words")
