"""The index page of the reports of many articles, with a search."""

from collections.abc import Iterable
from typing import NamedTuple

from ld.facts import Facts
from ld.report.document import document, masthead, skip_link
from ld.report.findings import mark
from ld.report.markup import Html, element, joined, named
from ld.validate import Report

_NAMES_MOST = 12


class Entry(NamedTuple):
    """One article's entry in the index.

    *date* is empty if unknown; *names* are those of its entities, *items* their Wikidata IDs or the user's own IRIs.
    """

    address: str
    headline: str
    date: str
    imprint: tuple[str, ...]
    names: tuple[str, ...]
    items: tuple[str, ...]
    valid: bool


def entry(address: str, facts: Facts, report: Report) -> Entry:
    """The entry of the article whose page has this *address*, relative to the index."""
    article = facts.article
    stated = (article.publisher, *article.sections)
    return Entry(
        address,
        article.headline.value,
        article.date_published.value if article.date_published else "",
        tuple(value.value for value in stated if value),
        tuple(dict.fromkeys(entity.name for entity in sorted(facts.entities, key=lambda e: -len(e.mentions)))),
        tuple(dict.fromkeys(entity.item for entity in facts.entities if entity.item)),
        report.conforms(),
    )


def index_page(entries: Iterable[Entry]) -> str:
    """The page with all *entries*, the newest first, those without a date last, then by headline and address."""
    ordered = sorted(entries, key=lambda entry: (entry.headline, entry.address))
    ordered.sort(key=lambda entry: entry.date, reverse=True)
    count = f"{len(ordered)} article{'' if len(ordered) == 1 else 's'}"
    search = element(
        "search",
        element("label", "Search headlines, names and Wikidata IDs", for_="_search"),
        element("input", type="search", id="_search", autocomplete="off", spellcheck="false"),
        hidden=True,
        class_="search",
    )
    body = joined(
        skip_link(),
        masthead(element("span", "Article reports", class_="product")),
        element(
            "main",
            element("h1", "Articles"),
            search,
            element("p", count, id="_found", role="status"),
            element("ol", *map(_item, ordered), class_="index", id="_articles"),
            id="_main",
            class_="listing",
        ),
        between="\n",
    )
    return document("Article reports", body, script="index.js")


def _item(entry: Entry) -> Html:
    more = len(entry.names) - _NAMES_MOST
    names = joined(*map(named, entry.names[:_NAMES_MOST]), between=" · ")
    return element(
        "li",
        element("h2", element("a", entry.headline, href=entry.address, dir="auto")),
        element(
            "p",
            joined(*map(named, filter(None, (entry.date, *entry.imprint))), mark(valid=entry.valid), between=" · "),
            class_="imprint",
        ),
        element("p", names, f" · {more} more" if more > 0 else None, class_="names"),
        data_words=" ".join((*entry.names[_NAMES_MOST:], *entry.items)),
    )
