"""The page of an article of which only the graphs are stored: what it says, and the words behind each fact."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from ld.report.markup import Html, element, joined, named, outside
from ld.serve.evidence import proofs_of
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
    ThingEntry,
    entry_of,
)
from ld.serve.pages import facts
from ld.serve.pages.frame import Links, day, page, section
from ld.serve.pages.statements import Anchors, kind_of, names_in, statement_sections
from ld.terms import ArticleGraph, Literal
from ld.vocab import OA, RDF, RDFS, SCHEMA

_GROUPS = (
    ("Topics", {SCHEMA.DefinedTerm}),
    ("People", {SCHEMA.Person}),
    ("Organizations", {SCHEMA.Organization}),
    ("Countries and places", {SCHEMA.Country, SCHEMA.Place}),
)
_REST = "Works and others"


def article_page(graph: ArticleGraph, links: Links, forms: Iterable[Html]) -> str:
    """The page of the article *graph*."""
    entry = entry_of(graph)
    links = links._replace(labels={**links.labels, **names_in(graph)}, document=graph.name)
    anchors = Anchors(graph.name)
    title = entry.headline or graph.name
    sections = tuple(_Sections(graph, entry, links, anchors).all())
    rest = statement_sections(graph, links, anchors)
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
                yield named(value.lexical) if isinstance(value, Literal) else links.to(value)

    authors = joined(*values(SCHEMA.author), between=", ")
    parts = (
        joined(*values(SCHEMA.publisher), between=", "),
        day(entry.day),
        joined("by ", authors) if authors else None,
        joined(*values(SCHEMA.articleSection), between=" / "),
        outside(graph.name, "the article itself"),
    )
    return element("p", joined(*(part for part in parts if part), between=" · "), class_="imprint")


class _Sections:
    """The sections of an article's page."""

    def __init__(self, graph: ArticleGraph, entry: ArticleEntry, links: Links, anchors: Anchors) -> None:
        self._graph, self._entry, self._links, self._anchors = graph, entry, links, anchors
        self._proofs = proofs_of(graph.evidence)

    def all(self) -> Iterator[Html]:
        """All facts: what was said and what happened, then who and what is named, and what is known about them."""
        yield from self._facts("Quotations", SAID)
        yield from self._facts("Statements", CLAIMED)
        yield from self._facts("Events", EVENT)
        yield from self._things()
        yield from self._facts("Posts", HOLDS)
        yield from self._facts("Members", HAS_MEMBER)

    def _facts(self, title: str, kind: str) -> Iterator[Html]:
        """The facts of one *kind*, an entry for each node, in the order of the text."""
        ordered = sorted((fact for fact in self._entry.facts if fact.kind == kind), key=self._position)
        nodes = [(node, list(same)) for node, same in groupby(ordered, key=lambda fact: fact.node)]
        items = (
            element(
                "li", self._told(same), facts.proof(self._proofs.get(node, ()), same[0].text), id=self._anchors.of(node)
            )
            for node, same in nodes
        )
        if nodes:
            yield section(title, element("ol", *items, class_="facts"), number=len(nodes))

    def _position(self, fact: Fact) -> tuple[int, str]:
        words = self._proofs.get(fact.node, ())
        return (words[0].start if words else 0, fact.node)

    def _told(self, same: list[Fact]) -> Html:
        """What one node says; *same* has it for each who has a part in it."""
        fact, links = same[0], self._links
        if fact.kind in {SAID, CLAIMED}:
            return facts.quotation(fact, [each.thing for each in same if each.thing], links)
        if fact.kind == EVENT:
            parts = (joined(links.to(each.thing), f" {each.detail}") for each in same if each.thing)
            told = joined(*parts, between="; ")
            when = joined(", ", day(fact.day)) if fact.day else None
            return element("p", named(fact.text), facts.mode(fact), when, joined(" — ", told) if told else None)
        if fact.kind == HOLDS:
            return element("p", links.to(fact.thing), ": ", facts.post(fact, fact.other, links))
        membership = facts.post(fact._replace(kind=BELONGS), fact.thing, links)
        return element("p", links.to(fact.other), " in ", membership)

    def _things(self) -> Iterator[Html]:
        """The people and things named, by kind."""
        classes: dict[str, set[str]] = {}
        for triple in self._graph.facts:
            if triple.predicate == RDF.type and not isinstance(triple.object, Literal):
                classes.setdefault(triple.subject, set()).add(triple.object)
        because = self._reasons()
        groups: dict[str, list[Html]] = {}
        for thing in sorted(self._entry.things, key=lambda thing: self._links.labels.get(thing.iri, "").casefold()):
            kinds = classes.get(thing.iri, set())
            title = next((title for title, wanted in _GROUPS if wanted & kinds), _REST)
            groups.setdefault(title, []).append(self._thing(thing, because.get(thing.iri, "")))
        for title in (*(title for title, _ in _GROUPS), _REST):
            if title in groups:
                yield section(title, element("ul", *groups[title], class_="facts"), number=len(groups[title]))

    def _thing(self, thing: ThingEntry, because: str) -> Html:
        """A thing with its class, its other names, and why it was linked or was not."""
        name = self._links.labels.get(thing.iri, thing.iri)
        others = [fact.text for fact in self._entry.facts if fact.kind == ALSO and fact.thing == thing.iri]
        kind = kind_of(thing.class_) if thing.class_ else ""
        if because.startswith(f"{kind.casefold()} ("):
            kind, because = because[:1].upper() + because[1:], ""
        about = filter(None, (kind, *others, because))
        return element(
            "li",
            element(
                "p",
                element("a", name, href=self._links.site.address(thing.iri), dir="auto"),
                " ",
                element("span", joined(*about, between=" · "), class_="quiet"),
            ),
            facts.proof(self._proofs.get(thing.iri, ()), name),
            id=self._anchors.of(thing.iri),
        )

    def _reasons(self) -> dict[str, str]:
        """Why each thing was linked, or was not."""
        bodies = {row[0]: str(row[2]) for row in self._graph.evidence if row[1] == OA.hasBody}
        return {
            bodies[row[0]]: row[2].lexical
            for row in self._graph.evidence
            if row[1] == RDFS.comment and row[0] in bodies and isinstance(row[2], Literal)
        }
