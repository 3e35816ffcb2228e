"""The page of an article of which only the graphs are there: what it says, and the words behind each fact."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from ld.report.markup import Html, element, joined, outside
from ld.serve.evidence import Proofs, proofs_of
from ld.serve.index.entries import (
    ALSO,
    BELONGS,
    CLAIMED,
    EVENT,
    HAS_MEMBER,
    HOLDS,
    SAID,
    ArticleEntry,
    Fact,
    entry_of,
)
from ld.serve.pages import facts
from ld.serve.pages.frame import Links, bdi, day, page, section
from ld.serve.pages.statements import names_in, short, statement_sections
from ld.terms import ArticleGraph, Literal
from ld.vocab import OA, RDFS, SCHEMA

_CLASSES = (
    ("People", {SCHEMA.Person}),
    ("Organizations", {SCHEMA.Organization}),
    ("Countries and places", {SCHEMA.Country, SCHEMA.Place}),
)
_REST, _TOPICS = "Works and others", "Topics"


def article_page(graph: ArticleGraph, links: Links, forms: Iterable[Html]) -> str:
    """The page of the article *graph*."""
    entry, proofs = entry_of(graph), proofs_of(graph.evidence)
    links = links._replace(labels={**links.labels, **names_in(graph)}, document=graph.name)
    title = entry.headline or graph.name
    sections = tuple(_sections(graph, entry, proofs, links))
    shown = {fact.node for fact in entry.facts if fact.node} | {thing.iri for thing in entry.things}
    rest = statement_sections(graph, links, shown)
    return page(
        title,
        element("h1", title, dir="auto"),
        _imprint(graph, entry, links),
        *sections,
        element("details", element("summary", "All statements"), *rest, class_="all"),
        forms=forms,
    )


def _imprint(graph: ArticleGraph, entry: ArticleEntry, links: Links) -> Html:
    about = [triple for triple in graph.facts if triple.subject == f"{graph.name}#article"]

    def values(term: str) -> Iterator[Html]:
        for triple in about:
            if triple.predicate == term:
                value = triple.object
                yield bdi(value.lexical) if isinstance(value, Literal) else links.to(value)

    authors = joined(*values(SCHEMA.author), between=", ")
    parts = (
        joined(*values(SCHEMA.publisher), between=", "),
        day(entry.day),
        joined("by ", authors) if authors else None,
        joined(*values(SCHEMA.articleSection), between=" / "),
        outside(graph.name, "the article itself"),
    )
    return element("p", joined(*(part for part in parts if part), between=" · "), class_="imprint")


def _sections(graph: ArticleGraph, entry: ArticleEntry, proofs: Proofs, links: Links) -> Iterator[Html]:
    def told(fact: Fact, same: list[Fact]) -> Html:
        if fact.kind in {SAID, CLAIMED}:
            return facts.quotation(fact, [each.thing for each in same if each.thing], links)
        if fact.kind == EVENT:
            return _event(fact, same, links)
        holder = joined(links.to(fact.thing), ": ") if fact.kind == HOLDS else joined(links.to(fact.other), " in ")
        if fact.kind == HOLDS:
            return element("p", holder, facts.post(fact, fact.other, links))
        return element("p", holder, facts.post(fact._replace(kind=BELONGS), fact.thing, links))

    titles = (("Quotations", SAID), ("Statements", CLAIMED), ("Events", EVENT))
    for title, kind in titles:
        yield from _fact_section(title, kind, entry, proofs, told)
    yield from _named(graph, entry, proofs, links)
    for title, kind in (("Posts", HOLDS), ("Members", HAS_MEMBER)):
        yield from _fact_section(title, kind, entry, proofs, told)


def _fact_section(
    title: str, kind: str, entry: ArticleEntry, proofs: Proofs, told: Callable[[Fact, list[Fact]], Html]
) -> Iterator[Html]:
    """The facts of one *kind*, a list entry for each node, in the order of the text."""

    def position(fact: Fact) -> tuple[int, str]:
        words = proofs.nodes.get(fact.node, ())
        return (words[0].start if words else 0, fact.node)

    ordered = sorted((fact for fact in entry.facts if fact.kind == kind), key=position)
    nodes = [(node, list(same)) for node, same in groupby(ordered, key=lambda fact: fact.node)]
    items = (
        element("li", told(same[0], same), facts.proof(proofs.nodes.get(node, ())), id=_fragment(node, entry))
        for node, same in nodes
    )
    if nodes:
        yield section(title, element("ol", *items, class_="facts"), number=len(nodes))


def _event(fact: Fact, same: list[Fact], links: Links) -> Html:
    parts = joined(
        *(joined(links.to(each.thing), " ", each.detail.partition(",")[0]) for each in same if each.thing), between=", "
    )
    return element(
        "p", bdi(fact.text), joined(", ", day(fact.day)) if fact.day else None, joined(" — ", parts) if parts else None
    )


def _named(graph: ArticleGraph, entry: ArticleEntry, proofs: Proofs, links: Links) -> Iterator[Html]:
    """Who and what is named, by kind; with other names, and how it was linked."""
    classes: dict[str, set[str]] = {}
    for triple in graph.facts:
        if triple.predicate.endswith("#type") and not isinstance(triple.object, Literal):
            classes.setdefault(triple.subject, set()).add(triple.object)
    comments = _comments(graph)
    groups: dict[str, list[Html]] = {}
    for thing in sorted(entry.things, key=lambda thing: links.labels.get(thing.iri, "").casefold()):
        kinds = classes.get(thing.iri, set())
        title = next((title for title, wanted in _CLASSES if wanted & kinds), _REST)
        title = _TOPICS if SCHEMA.DefinedTerm in kinds else title
        others = [fact.text for fact in entry.facts if fact.kind == ALSO and fact.thing == thing.iri]
        because = comments.get(thing.iri)
        name = links.labels.get(thing.iri, thing.iri)
        linked = element("a", name, href=links.site.address(thing.iri), dir="auto")
        about = joined(
            *(part for part in (short(thing.class_).removeprefix("schema:"), *others, because) if part), between=" · "
        )
        item = element(
            "li",
            element("p", linked, " ", element("span", about, class_="quiet")),
            facts.proof(proofs.nodes.get(thing.iri, ())),
            id=_fragment(thing.iri, entry),
        )
        groups.setdefault(title, []).append(item)
    for title in (*(title for title, _ in _CLASSES), _REST, _TOPICS):
        if title in groups:
            yield section(title, element("ul", *groups[title], class_="facts"), number=len(groups[title]))


def _comments(graph: ArticleGraph) -> dict[str, str]:
    """Why each thing was linked, or was not."""
    bodies = {row[0]: str(row[2]) for row in graph.evidence if row[1] == OA.hasBody}
    return {
        bodies[row[0]]: row[2].lexical
        for row in graph.evidence
        if row[1] == RDFS.comment and row[0] in bodies and isinstance(row[2], Literal)
    }


def _fragment(node: str, entry: ArticleEntry) -> str | None:
    """The fragment of a node of the article's own; others have none here."""
    return node.partition("#")[2] if node.startswith(f"{entry.name}#") else None
