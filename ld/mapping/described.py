"""The statements of the page's own block about the article and the things in it, in addition to those of the facts."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from ld.article import Description, Evidence, Property
from ld.errors import InputError
from ld.facts import Entity, EntityKind, Facts
from ld.identifiers import digest, slug
from ld.link.page_items import item_of
from ld.mapping.date_literals import date_literal
from ld.mapping.nodes import Nodes
from ld.mapping.proved import ProvedTriple
from ld.schema_org import domains, lineage, parents
from ld.terms import Iri, Literal, Triple
from ld.urls import is_absolute_url
from ld.vocab import RDF, SCHEMA, WD, XSD_NS

_KINDS: dict[str, frozenset[EntityKind]] = {
    "Person": frozenset(("person",)),
    "Organization": frozenset(("organization", "group")),
    "Place": frozenset(("place", "country")),
}
_BASES = ("Person", "Organization", "Place", "ImageObject")
_OF_MANY = frozenset((SCHEMA.citation, SCHEMA.hasPart, SCHEMA.image, SCHEMA.sameAs, RDF.type))
"""Properties for which the page's values are added to those of the facts."""

_TOPICS = (SCHEMA.about, SCHEMA.mentions)
_ONE = frozenset((SCHEMA.name, SCHEMA.contentUrl, SCHEMA.caption, SCHEMA.creditText))
_DATATYPES = {"Boolean": XSD_NS.boolean, "Integer": XSD_NS.integer, "Number": XSD_NS.decimal}


class Thing(NamedTuple):
    """Something that only the page's block describes: its *node*, the *fragment* that names it, and its proof."""

    node: Iri
    fragment: str
    evidence: tuple[Evidence, ...]


def described(facts: Facts, nodes: Nodes, stated: Collection[Triple]) -> Iterator[ProvedTriple]:
    """The statements of the page's description of *facts*' article, in addition to those *stated* by the facts.

    Where a fact gives a property to a node, the page's value is not added; nor is a topic that the article is already
    about or mentions.
    """
    told = {(triple.subject, triple.predicate) for triple in stated}
    topics = {triple.object for triple in stated if triple.predicate in _TOPICS and triple.subject == nodes.article}
    single: set[tuple[Iri, Iri]] = set()
    for triple, evidence in _claims(facts, nodes):
        where = (triple.subject, triple.predicate)
        if triple.predicate in _TOPICS and triple.subject == nodes.article:
            if triple.object in topics:
                continue
            topics.add(triple.object)
        elif triple.predicate not in _OF_MANY and where in told:
            continue
        elif triple.predicate in _ONE:
            if where in single:
                continue
            single.add(where)
        yield triple, evidence


def things(facts: Facts, nodes: Nodes) -> Iterator[Thing]:
    """What only the page's block describes, each once."""
    seen: set[str] = set()
    description = facts.article.description
    waiting = [*description.properties] if description else []
    while waiting:
        property_ = waiting.pop(0)
        thing = property_.thing
        if thing is None:
            continue
        waiting += thing.properties
        if _counterpart(thing, property_.name, facts, nodes) is None and (name := _fragment(thing)) not in seen:
            seen.add(name)
            yield Thing(nodes.own(name), name, tuple(dict.fromkeys(_proofs(thing))))


def _proofs(thing: Description) -> Iterator[Evidence]:
    for each in thing.properties:
        yield from each.evidence


def _fragment(thing: Description) -> str:
    """The name of a thing, derived from its description, so that edits elsewhere rename nothing."""
    return f"page-{digest(*_said(thing))}"


def _said(thing: Description) -> Iterator[str]:
    yield " ".join(thing.classes)
    for each in thing.properties:
        yield f"{each.name} {each.value}"
        if each.thing:
            yield from _said(each.thing)


def _counterpart(thing: Description, role: str, facts: Facts, nodes: Nodes) -> Iri | None:
    """The node of the entity or picture in *facts* that *thing* is; None if there is none, or more than one."""
    if "ImageObject" in thing.classes:
        addresses = {*thing.values("contentUrl"), *thing.values("url")}
        images = enumerate(facts.article.images, 1)
        return next(
            (nodes.image(number) for number, image in images if image.url and image.url.value in addresses), None
        )
    found = {nodes.entities[entity.id] for entity in _candidates(thing, role, facts)}
    return found.pop() if len(found) == 1 else None


def _candidates(thing: Description, role: str, facts: Facts) -> Iterator[Entity]:
    """The entities that the page can mean by *thing*: of an author those who sign, of others those of its kind."""
    above = frozenset[str]().union(*map(lineage, thing.classes))
    kinds = frozenset[EntityKind]().union(*(kinds for class_, kinds in _KINDS.items() if class_ in above))
    makers = {each.entity for each in facts.authors} if role in {"author", "creator"} else set()
    makers |= {facts.publisher.entity} if role == "publisher" and facts.publisher else set()
    name = slug(thing.title)
    for entity in facts.entities:
        may_be = entity.id in makers if role in {"author", "creator", "publisher"} else entity.kind in kinds
        if may_be and name and name in {slug(entity.name), *_signed(entity, facts)}:
            yield entity


def _signed(entity: Entity, facts: Facts) -> Iterator[str]:
    """The names by which *entity* signs the article."""
    names = {author.evidence: author.value for author in facts.article.authors}
    yield from (slug(names.get(each.evidence, "")) for each in facts.authors if each.entity == entity.id)


def _claims(facts: Facts, nodes: Nodes) -> Iterator[ProvedTriple]:
    """Whatever the page says, each thing where it is spoken of first."""
    description = facts.article.description
    if description is None:
        return
    yield from _types(nodes.article, [name for name in description.classes if name != "Article"])
    waiting = [(nodes.article, each, description) for each in description.properties]
    of_facts: set[Iri] = set()
    while waiting:
        subject, each, around = waiting.pop(0)
        predicate = _predicate(each, around)
        if each.thing is None:
            if each.name != "sameAs" or subject not in of_facts or item_of(each.value) is None:  # links tell its item
                yield Triple(subject, predicate, _term(each)), each.evidence
            continue
        known = _counterpart(each.thing, each.name, facts, nodes)
        node = known or nodes.own(_fragment(each.thing))
        yield Triple(subject, predicate, node), each.evidence
        if known is None:
            yield from _types(node, [*each.thing.classes, *_bases(each.thing)])
        else:
            of_facts.add(node)
            yield from _types(node, each.thing.classes)
        waiting += [(node, inner, each.thing) for inner in each.thing.properties]


def _types(node: Iri, classes: Iterable[str]) -> Iterator[ProvedTriple]:
    for name in dict.fromkeys(classes):
        if name not in parents():
            raise InputError(f"{name!r} is no class of schema.org's", "correct the page's description in the facts")
        yield Triple(node, RDF.type, Iri(SCHEMA + name)), ()


def _bases(thing: Description) -> list[str]:
    """The class under which the shapes look at *thing*."""
    above = frozenset[str]().union(*map(lineage, thing.classes))
    return [name for name in _BASES if name in above] or ["Thing"]


def _predicate(property_: Property, around: Description) -> Iri:
    """The property's IRI; a picture's address is that of its file, unless the page distinguishes the two."""
    if property_.name not in domains():
        message = f"{property_.name!r} is no property of schema.org's"
        raise InputError(message, "correct the page's description in the facts")
    is_file = property_.name == "url" and "ImageObject" in around.classes and not around.values("contentUrl")
    return SCHEMA.contentUrl if is_file else Iri(SCHEMA + property_.name)


def _term(property_: Property) -> Iri | Literal:
    if property_.datatype == "URL":
        if not is_absolute_url(property_.value):
            raise InputError(f"{property_.value!r} is no absolute URL", "correct the page's description in the facts")
        item = item_of(property_.value) if property_.name == "sameAs" else None
        return Iri(WD + item if item else property_.value)
    if property_.datatype == "Date":
        return date_literal(property_.value)
    return Literal(property_.value, _DATATYPES.get(property_.datatype, XSD_NS.string))
