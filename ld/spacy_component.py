"""A component for spaCy pipelines, ``nlp.add_pipe("article_ld")``: named entities with what they are linked to.

Loaded by spaCy itself, through the entry point ``spacy_factories``; nothing else may import it.
"""

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from ld.errors import InputError
from ld.extract import extract
from ld.facts import Entity, EntityKind, Mention
from ld.kb import Lookup, open_kb, with_bundled
from ld.link import link
from ld.link.weights import THRESHOLD
from ld.nif import Context, article_of, named_mentions

_LABELS: dict[EntityKind, str] = {
    "person": "PERSON",
    "organization": "ORG",
    "country": "GPE",
    "place": "LOC",
    "work": "WORK_OF_ART",
    "group": "NORP",
}
"""The labels of OntoNotes, as in spaCy's own models; whether a place is a political unit is not known."""
_DEMONYM = "NORP"


@Language.factory(
    "article_ld",
    assigns=["doc.ents", "token.ent_type", "token.ent_iob", "token.ent_kb_id"],
    default_config={"kb": "", "date": "", "threshold": THRESHOLD, "overwrite": False},
)
def make_component(  # noqa: PLR0913, PLR0917 - the settings that spaCy passes
    nlp: Language,
    name: str,  # noqa: ARG001
    kb: str,
    date: str,
    threshold: float,
    overwrite: bool,  # noqa: FBT001
) -> "ArticleLd":
    """The component; *kb* is the user's knowledge base, *date* the day to which relative dates refer.

    Entities that the document already has are kept, unless *overwrite*. Raises InputError for an invalid *kb*.
    """
    return ArticleLd(with_bundled(open_kb(kb) if kb else None), nlp.lang or "und", date, threshold, overwrite=overwrite)


class ArticleLd:
    """Sets ``doc.ents``: of each name its label and, where it is known for sure, ``kb_id_``: its item of the base."""

    def __init__(self, kb: Lookup, lang: str, date: str, threshold: float, *, overwrite: bool) -> None:
        self._kb, self._lang, self._date, self._threshold = kb, lang, date, threshold
        self._overwrite = overwrite

    def __call__(self, doc: Doc) -> Doc:
        """*doc* with its entities; a text without words has none."""
        before = () if self._overwrite else doc.ents
        taken = {token.i for span in before for token in span}
        found = (span for span in self._spans(doc) if not any(token.i in taken for token in span))
        doc.ents = (*before, *filter_spans(found))
        return doc

    def _spans(self, doc: Doc) -> list[Span]:
        try:
            article = article_of(Context("urn:x-spacy:doc", doc.text), self._date or None, self._lang)
        except InputError:
            return []
        facts = link(extract(article, self._kb), self._kb, (), self._threshold)
        spans = (
            doc.char_span(mention.start, mention.end, _label(mention, entity), kb_id=entity.item or "")
            for mention, entity in named_mentions(facts)
        )
        return [span for span in spans if span is not None]


def _label(mention: Mention, entity: Entity) -> str:
    return _DEMONYM if mention.kind == "demonym" else _LABELS[entity.kind]
