"""Named entities of a spaCy model: ``spacy:MODEL``, an installed package or a folder."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ld.article import Article
from ld.errors import ExtractorError, InputError
from ld.extractors.entity_spans import Marked, named, read_parts
from ld.extras import extra
from ld.facts import EntityKind, Facts

if TYPE_CHECKING:
    from spacy.language import Language

_KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "WORK_OF_ART": "work",
    "LAW": "work",
}
"""Our kinds for the labels of spaCy's own models; PER and LOC are those of languages other than English."""


def open_spacy(model: str) -> "SpacyExtractor":
    """The extractor with this *model*. Raises InputError if spaCy does not know it, or is not installed."""
    with extra("spacy", f"the extractor spacy:{model}"):
        import spacy  # noqa: PLC0415 - loaded only on request
    if not model:
        raise InputError("spacy: names no model", "write it behind a colon: spacy:en_core_web_sm")
    try:
        return SpacyExtractor(spacy.load(model), f"spacy:{model}")
    except (OSError, ValueError) as error:
        raise InputError(
            f"spacy:{model}: spaCy cannot load this model: {error}", f"install it: python -m spacy download {model}"
        ) from error


class SpacyExtractor:
    """The named entities that a loaded spaCy *pipeline* finds; *name* is what their evidence calls it."""

    def __init__(self, pipeline: "Language", name: str) -> None:
        self._pipeline = pipeline
        version = pipeline.meta.get("version", "")
        self._name = f"{name} {version}".rstrip()

    def extract(self, article: Article) -> Facts:
        """See Extractor. Only entities: people, organizations, places and works, part by part of the text."""
        return named(article, self._marked(article), self._name)

    def _marked(self, article: Article) -> Iterator[Marked]:
        for part in read_parts(article):
            try:
                document = self._pipeline(article.text[part.start : part.end])
            except ValueError as error:
                raise ExtractorError(f"{self._name}: {error}") from error
            for span in document.ents:
                if span.label_ in _KINDS:
                    yield Marked(_KINDS[span.label_], part.start + span.start_char, part.start + span.end_char)
