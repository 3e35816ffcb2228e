"""The page of what a search has found."""

from urllib.parse import quote

from ld.report.markup import Html, element, named
from ld.serve.index.reading import Coverage, Found
from ld.serve.pages import facts
from ld.serve.pages.frame import Links, counted, page, section
from ld.serve.pages.listing import article_item
from ld.serve.pages.statements import kind_of
from ld.serve.site import SEARCH


def search_page(words: str, found: Found, covered: Coverage, links: Links) -> str:
    """What was *found* for *words* in the part of the store that is *covered*."""
    number = sum(map(len, found))
    title = f"Search: {words}" if words else "Search"
    said = f"{counted(number, 'result', 'results')} for “{words}”" if words else "Headlines, names and quotations"
    articles = [article_item(article, links) for article in found.articles]
    things = [
        element(
            "li",
            links.to(thing.iri, thing.label),
            " ",
            element("span", kind_of(thing.class_), class_="quiet"),
            element("p", "in ", named(thing.headline), class_="source") if thing.headline else None,
        )
        for thing in found.things
    ]
    sayings = []
    for fact in found.utterances:
        called = links._replace(labels={**links.labels, fact.thing.iri: fact.thing.label})
        said_by = facts.quotation(fact, [fact.thing.iri] if fact.thing.iri else [], called)
        sayings.append(element("li", said_by, facts.told_in(fact, links)))
    return page(
        title,
        element("h1", "Search"),
        element("p", said, role="status", dir="auto"),
        still_missing(covered),
        section("People, organizations, places", element("ul", *things)) if things else None,
        section("Articles", element("ol", *articles, class_="articles")) if articles else None,
        section("What was said", element("ol", *sayings, class_="facts")) if sayings else None,
        forms=[element("a", "JSON", href=f"{SEARCH}.json?q={quote(words, errors='replace')}", rel="alternate")],
        words=words,
    )


def still_missing(covered: Coverage) -> Html | None:
    """What to know while the index is being made."""
    if covered.is_complete:
        return None
    of_all = (
        f" {covered.articles:,} of {covered.articles + covered.waiting:,} so far."
        if covered.version is not None
        else ""
    )
    return element("p", f"The articles are still being read for this.{of_all}", class_="notice")
