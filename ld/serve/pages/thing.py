"""The page of a thing: what the articles say about it."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from ld.report.markup import Html, element, joined, named, outside
from ld.serve.index.entries import (
    BELONGS,
    CLAIMED,
    CLAIMED_ON,
    EVENT,
    HAS_MEMBER,
    HELD_BY,
    HOLDS,
    NAMED,
    QUOTED_ON,
    SAID,
)
from ld.serve.index.reading import MOST_OF_KIND, FactItem, Portrait, ThingItem
from ld.serve.pages import facts
from ld.serve.pages.frame import Links, counted, day, page, section
from ld.serve.pages.listing import article_item, nearby
from ld.serve.pages.statements import kind_of
from ld.serve.site import RESOURCE

_POSTS = ((HOLDS, "Posts"), (HELD_BY, "Posts here"), (BELONGS, "Member of"), (HAS_MEMBER, "Members"))
_SAYINGS = (
    (SAID, "Quotations"),
    (CLAIMED, "Statements"),
    (QUOTED_ON, "Quotations that name it"),
    (CLAIMED_ON, "Statements that name it"),
)


def thing_page(portrait: Portrait, number: int, links: Links, forms: Iterable[Html], notice: Html | None) -> str:
    """The page *number* (from 1) of what the articles say about a thing. *notice* says what is still missing."""
    thing = portrait.thing
    more = any(portrait.counts.get(kind, 0) > number * MOST_OF_KIND for kind in portrait.facts)
    return page(
        thing.label,
        element("h1", thing.label, dir="auto"),
        _identity(portrait),
        notice,
        *_timeline(portrait, links),
        *_posts(portrait, links),
        *_events(portrait, links),
        *_sayings(portrait, links),
        *_articles(portrait, links),
        *_together(portrait.together, links),
        nearby(f"{RESOURCE}?iri={quote(thing.iri, safe='')}&page=", number, more=more),
        forms=forms,
    )


def _identity(portrait: Portrait) -> Html:
    """What it is, what else it is called, where else it is described, and where it lies."""
    thing = portrait.thing
    others = [name for name in portrait.names if name != thing.label]
    parts = (
        named(kind_of(thing.class_)) if thing.class_ else None,
        joined("also ", joined(*map(named, others[:_MOST_NAMES]), between=", ")) if others else None,
        f"named in {counted(thing.articles, 'article', 'articles')}",
        outside(thing.iri, thing.iri),
        _place(portrait.point) if portrait.point else None,
    )
    return element("p", joined(*(part for part in parts if part), between=" · "), class_="imprint")


_MOST_NAMES = 8


def _place(point: str) -> Html:
    """Where it lies, as a link that opens the reader's own map application (RFC 5870); no map service is contacted."""
    latitude, _, longitude = point.partition(",")
    sides = (
        f"{latitude.lstrip('+-')}° {'S' if latitude.startswith('-') else 'N'}",
        f"{longitude.lstrip('+-')}° {'W' if longitude.startswith('-') else 'E'}",
    )
    return element("a", ", ".join(sides), href=f"geo:{latitude.lstrip('+')},{longitude.lstrip('+')}")


def _timeline(portrait: Portrait, links: Links) -> Iterator[Html]:
    """All that has a day of its own, in the order of the days."""
    facts_of_it = [fact for kind in (EVENT, *dict(_POSTS)) for fact in portrait.facts.get(kind, ())]
    moments = [(fact.day, "begins", fact) for fact in facts_of_it if fact.day]
    moments += [(fact.until, "ends", fact) for fact in facts_of_it if fact.until]
    items = [
        element("li", day(when), " ", _moment(fact, change, _called(links, fact)), facts.told_in(fact, links))
        for when, change, fact in sorted(moments, key=lambda moment: (moment[0], moment[2].text, moment[2].other.label))
    ]
    if len(items) > 1:
        yield section("Timeline", element("ol", *items, class_="timeline"), number=len(items))


def _moment(fact: FactItem, change: str, links: Links) -> Html:
    """What began or ended on a day; *change* is "begins" or "ends"."""
    if fact.kind == EVENT:
        return joined(named(fact.text), facts.mode(fact))
    other = links.to(fact.other.iri) if fact.other.iri else None
    if fact.kind in {BELONGS, HAS_MEMBER}:
        return joined("membership ", change, ": ", other)
    if fact.kind == HELD_BY:
        return joined(other, " ", change, " as ", named(fact.text), facts.mode(fact))
    return joined(change, " as ", named(fact.text), ", " if other else None, other, facts.mode(fact))


def _posts(portrait: Portrait, links: Links) -> Iterator[Html]:
    for kind, title in _POSTS:
        items = [
            element(
                "li", element("p", facts.post(fact, fact.other.iri, _called(links, fact))), facts.told_in(fact, links)
            )
            for fact in portrait.facts.get(kind, ())
        ]
        yield from _section(title, items)


def _events(portrait: Portrait, links: Links) -> Iterator[Html]:
    items = [
        element(
            "li",
            element(
                "p",
                named(fact.text),
                facts.mode(fact),
                joined(", ", day(fact.day)) if fact.day else None,
                element("span", f" ({fact.detail})", class_="quiet") if fact.detail else None,
            ),
            facts.told_in(fact, links),
        )
        for fact in portrait.facts.get(EVENT, ())
    ]
    yield from _section("Events", items)


def _sayings(portrait: Portrait, links: Links) -> Iterator[Html]:
    for kind, title in _SAYINGS:
        items = []
        for fact in portrait.facts.get(kind, ()):
            speaker = fact.other if kind in {QUOTED_ON, CLAIMED_ON} else fact.thing
            said = facts.quotation(fact, [speaker.iri] if speaker.iri else [], _called(links, fact))
            items.append(element("li", said, facts.told_in(fact, links)))
        yield from _section(title, items, portrait.counts.get(kind, 0))


def _articles(portrait: Portrait, links: Links) -> Iterator[Html]:
    items = [article_item(fact.article, links) for fact in portrait.facts.get(NAMED, ())]
    if items:
        yield section("Articles", element("ol", *items, class_="articles"), number=portrait.thing.articles)


def _together(things: Iterable[ThingItem], links: Links) -> Iterator[Html]:
    items = [
        element("li", links.to(thing.iri, thing.label), " ", element("span", str(thing.articles), class_="count"))
        for thing in things
    ]
    if items:
        yield section("Named together with", element("ul", *items, class_="together"))


def _section(title: str, items: list[Html], number: int = 0) -> Iterator[Html]:
    """The *items*, with their *number*; if that is not known, it is given only where there cannot be more of them."""
    known = number or (len(items) if len(items) < MOST_OF_KIND else None)
    if items:
        yield section(title, element("ol", *items, class_="facts"), number=known)


def _called(links: Links, fact: FactItem) -> Links:
    """*links* with the names of the things of *fact*."""
    return links._replace(labels={**links.labels, fact.thing.iri: fact.thing.label, fact.other.iri: fact.other.label})
