"""Facts as rows of a table, one row per fact, for people with pandas or DuckDB."""

from collections.abc import Iterable, Iterator

import msgspec

from ld.article import Citation, Evidence
from ld.facts import Facts, Link, Mention
from ld.vocab import WD


class FactRow(msgspec.Struct, frozen=True, kw_only=True):
    """A fact. What a kind of fact has no use for is None.

    *kind* is that of an entity, or author, post, membership, quotation, claim, event. *about* is whose fact it is:
    the holder, the member, the speakers, those attending; several are joined by "; ".
    *iri* is that of a linked entity, Wikidata's or the house's own; *qid* and *iri* of a post are its office's.
    *words* are the first of its proofs: *start* and *end* are code points of the article's text, half-open.
    """

    article: str
    kind: str
    id: str
    name: str
    about: str | None = None
    qid: str | None = None
    iri: str | None = None
    score: float | None = None
    date: str | None = None
    start: int | None = None
    end: int | None = None
    words: str | None = None


def rows_of(facts: Facts, name: str) -> Iterator[FactRow]:
    """The rows of *facts*, whose graph has this *name*."""
    names = {entity.id: entity.name for entity in facts.entities}

    def row(kind: str, identifier: str, said: str, proofs: Iterable[Evidence | Mention], **more: object) -> FactRow:
        words = next((proof for proof in proofs if isinstance(proof, (Citation, Mention))), None)
        found = {"start": words.start, "end": words.end, "words": words.exact} if words else {}
        return FactRow(article=name, kind=kind, id=identifier, name=said, **found, **more)  # type: ignore[arg-type]

    def named(references: Iterable[str]) -> str | None:
        return "; ".join(names[each] for each in references) or None

    for entity in facts.entities:
        score = entity.link.score if isinstance(entity.link, Link) else None
        proofs = (*entity.mentions, *entity.evidence)
        yield row(entity.kind, entity.id, entity.name, proofs, qid=entity.qid, iri=entity.iri, score=score)
    for author in facts.authors:
        yield row("author", author.entity, names[author.entity], author.evidence)
    for post in facts.posts:
        office = post.office.qid if post.office else None
        iri = WD + office if office else None
        yield row("post", post.id, post.title, post.evidence, about=named([post.holder]), qid=office, iri=iri)
    for membership in facts.memberships:
        start = membership.start.value if membership.start else None
        body, member = names[membership.organization], named([membership.member])
        yield row("membership", membership.id, body, membership.evidence, about=member, date=start)
    for kind, utterances in (("quotation", facts.quotations), ("claim", facts.claims)):
        for utterance in utterances:
            credit = utterance.credit.value if utterance.credit else None
            speakers = named(speaker.entity for speaker in utterance.speakers) or credit
            yield row(kind, utterance.id, utterance.text, utterance.evidence, about=speakers)
    for event in facts.events:
        day = event.start.value if event.start else None
        attending = named(each.entity for each in (*event.organizers, *event.attendees, *event.participants))
        yield row("event", event.id, event.name, event.evidence, about=attending, date=day)
