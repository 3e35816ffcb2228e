"""The interface of extractors, and how one is specified and opened."""

from typing import Protocol

from ld.article import Article
from ld.errors import InputError
from ld.facts import Facts

ENTRY_POINTS = "article_ld.extractors"
"""The group under which a package registers an extractor: a callable from the text after the colon to an Extractor."""


class Extractor(Protocol):
    """Something that reads facts from an article: a model, a service, or your own rules."""

    def extract(self, article: Article) -> Facts:
        """The facts that it finds in *article*.

        They need not be correct: ``merge`` keeps only those whose words are in the article.
        Offsets need not be known: ``merge`` searches for words that are not at their offsets.
        Raises ExtractorError if it cannot answer.
        """
        ...


def open_extractor(spec: str) -> Extractor:
    """The extractor that *spec* names: ``NAME`` or ``NAME:ARGUMENT``, as in ``spacy:en_core_web_sm``.

    Raises InputError for an unknown name, and whatever the extractor raises for its argument.
    """
    from importlib.metadata import entry_points  # noqa: PLC0415 - slow to load, and most articles ask no extractor

    name, _, argument = spec.partition(":")
    registered = {entry.name: entry for entry in entry_points(group=ENTRY_POINTS)}
    if name not in registered:
        known = ", ".join(sorted(registered))
        raise InputError(f"{spec}: there is no extractor {name!r}", f"take one of {known}, or install its package")
    opened: Extractor = registered[name].load()(argument)
    return opened
