"""A live blog and its entries as statements, each entry a node of its own."""

from collections.abc import Iterator

from ld.article import Evidence, LiveUpdate
from ld.errors import InputError
from ld.facts import Facts
from ld.mapping.date_literals import date_literal
from ld.mapping.nodes import Nodes
from ld.mapping.proved import ProvedTriple
from ld.terms import Iri, Literal, Triple
from ld.urls import is_absolute_url
from ld.vocab import RDF, SCHEMA


def live_blog(facts: Facts, nodes: Nodes) -> Iterator[ProvedTriple]:
    """The statements of the live blog that the article of *facts* is; none if it has no entries.

    The words of an entry prove its node, and are not repeated as its text.
    """
    if facts.article.updates:
        yield Triple(nodes.article, RDF.type, SCHEMA.LiveBlogPosting), ()
    for update in facts.article.updates:
        yield from _update(update, nodes)
    held = {update.id for update in facts.article.updates}
    for each in facts.contributions:
        if each.update not in held:
            raise InputError(f"a contribution speaks of an update {each.update!r} that the article does not hold")
        yield Triple(nodes.own(each.update), SCHEMA.author, nodes.entity(each.entity)), each.evidence


def _update(update: LiveUpdate, nodes: Nodes) -> Iterator[ProvedTriple]:
    node = nodes.own(update.id)
    yield Triple(nodes.article, SCHEMA.liveBlogUpdate, node), ()
    yield Triple(node, RDF.type, SCHEMA.BlogPosting), ()
    if update.headline:
        yield Triple(node, SCHEMA.headline, Literal(update.headline.value)), update.headline.evidence
    for term, date in ((SCHEMA.datePublished, update.date_published), (SCHEMA.dateModified, update.date_modified)):
        if date:
            yield Triple(node, term, date_literal(date.value)), date.evidence
    if update.url:
        if not is_absolute_url(update.url.value):
            raise InputError(f"update {update.id!r}: {update.url.value!r} is no absolute URL", "correct its url")
        yield Triple(node, SCHEMA.url, Iri(update.url.value)), update.url.evidence


def update_evidence(update: LiveUpdate) -> tuple[Evidence, ...]:
    """The evidence for the node of *update*: its words, and those of its metadata."""
    return tuple(dict.fromkeys((*update.evidence, *(proof for each in update.stated() for proof in each.evidence))))
