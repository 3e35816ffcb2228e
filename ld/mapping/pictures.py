"""The pictures of an article as statements, each a node of its own."""

from collections.abc import Iterator

from ld.article import Image
from ld.errors import InputError
from ld.facts import Facts
from ld.mapping.nodes import Nodes
from ld.mapping.proved import ProvedTriple
from ld.terms import Iri, Literal, Triple
from ld.vocab import RDF, SCHEMA


def pictures(facts: Facts, nodes: Nodes) -> Iterator[ProvedTriple]:
    """The statements of the pictures of *facts*' article, and of who is credited for them."""
    images = facts.article.images
    for number, image in enumerate(images, 1):
        yield Triple(nodes.article, SCHEMA.image, nodes.image(number)), ()
        yield from _picture(image, nodes.image(number))
    people = {entity.id for entity in facts.of_kind("person")}
    for credit in facts.credits:
        if not 0 <= credit.image < len(images):
            raise InputError(f"a credit speaks of image {credit.image}, but the article has {len(images)}")
        term = SCHEMA.creator if credit.entity in people else SCHEMA.sourceOrganization
        yield Triple(nodes.image(credit.image + 1), term, nodes.entity(credit.entity)), credit.evidence


def _picture(image: Image, node: Iri) -> Iterator[ProvedTriple]:
    yield Triple(node, RDF.type, SCHEMA.ImageObject), ()
    if image.url:
        yield Triple(node, SCHEMA.contentUrl, Iri(image.url.value)), image.url.evidence
    if image.caption:
        yield Triple(node, SCHEMA.caption, Literal(image.caption.value)), image.caption.evidence
    if image.credit:
        yield Triple(node, SCHEMA.creditText, Literal(image.credit.value)), image.credit.evidence
