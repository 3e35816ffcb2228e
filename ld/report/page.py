"""The page of one article: the text with its mentions, and all facts found in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ld.article import Article
from ld.facts import Facts
from ld.report.cards import NO_CONTROLS, entity_sections, event_sections, sentence
from ld.report.document import Tools, document, masthead, skip_link
from ld.report.findings import badge, findings_section
from ld.report.markup import Html, element, joined, named, outside
from ld.report.outline import KINDS, Outline, Section, statement_anchor
from ld.report.passage import has_title, passage
from ld.report.picture import picture
from ld.report.provenance import Proofs
from ld.report.statements import ARTICLE, TOPICS
from ld.validate import Report

_ACCESS = {"true": "free to read", "false": "for subscribers"}


class Controls(NamedTuple):
    """What the page can be worked on with: a *bar* above it, and forms for entities and facts, by their ids."""

    tools: Tools
    bar: Html
    entities: Mapping[str, Html]
    facts: Mapping[str, Html]


def report_page(  # noqa: PLR0913 - what a page may be given besides
    facts: Facts,
    report: Report,
    *,
    index: str | None = None,
    search: str = "",
    forms: Iterable[Html] = (),
    controls: Controls | None = None,
) -> str:
    """The page on *facts* and the SHACL *report* on their graph, complete in itself. The same input, the same bytes.

    *index* is the address of a page that lists this one among others, *search* that of a search in all of them;
    *forms* are links to the same in other forms. Without *controls* it is for reading alone.
    Raises MissingExtraError where the library that lays out the picture is not installed.
    """
    outline, proofs = Outline(facts), Proofs(facts.article)
    sections = (
        *event_sections(outline, proofs),
        *entity_sections(outline, controls.entities if controls else NO_CONTROLS),
        *_graph_sections(facts),
        _statement_section(outline, proofs, controls.facts if controls else NO_CONTROLS),
        findings_section(report),
    )
    body = joined(
        skip_link(),
        masthead(_product(index), badge(report), _contents(sections), _search(search)),
        controls.bar if controls else None,
        element(
            "main",
            element("div", _filters(facts), _text(outline), _panel(), class_="reading"),
            element("div", *_shown(sections), _colophon(facts.article, tuple(forms)), class_="sections"),
            id="_main",
        ),
        element("p", role="status", id="_said", class_="unseen"),
        between="\n",
    )
    tools = controls.tools if controls else None
    return document(facts.article.headline.value, body, script="report.js", tools=tools, has_form=bool(search))


def _shown(sections: Iterable[Section]) -> Iterator[Html]:
    return (section.html() for section in sections)


def _product(index: str | None) -> Html:
    back = element("a", "All articles", href=index, class_="back") if index else None
    return joined(back, element("span", "Article report", class_="product"))


def _search(address: str) -> Html | None:
    if not address:
        return None
    label = "Search headlines, names and quotations"
    field = element("input", type="search", name="q", aria_label=label, placeholder="Search")
    button = element("button", "Search", type="submit")
    return element("form", field, button, action=address, method="get", role="search", class_="search-all")


def _contents(sections: Iterable[Section]) -> Html:
    links = (element("a", section.title, href=f"#{section.identifier}") for section in sections)
    return element("nav", *links, class_="contents", aria_label="Contents")


def _filters(facts: Facts) -> Html:
    """A switch for each kind that the text names; the key to the marks at the same time."""
    counts = Counter(entity.kind for entity in facts.entities)
    switches = (
        element(
            "label",
            element("input", type="checkbox", checked=True, value=kind, autocomplete="off"),
            element("span", title, class_=f"m linked {kind}"),
            element("span", str(counts[kind]), class_="count"),  # type: ignore[index]  # KINDS are the entities' kinds
        )
        for kind, title in KINDS.items()
        if counts[kind]  # type: ignore[index]
    )
    key = joined(
        "Tinted: linked to Wikidata. ", element("span", "Underlined only", class_="m organization"), ": not linked."
    )
    return element("fieldset", element("legend", "Marked in the text"), *switches, element("p", key), class_="filters")


def _text(outline: Outline) -> Html:
    article = outline.facts.article
    title = None if has_title(outline) else element("h1", article.headline.value, dir="auto", class_="headline")
    return element(
        "article", _imprint(article), title, passage(outline), class_="text", lang=article.language.value, id="_text"
    )


def _imprint(article: Article) -> Html:
    values = (
        article.publisher.value if article.publisher else None,
        " / ".join(section.value for section in article.sections),
        article.date_published.value if article.date_published else None,
        f"changed {article.date_modified.value}" if article.date_modified else None,
        ", ".join(keyword.value for keyword in article.keywords),
        _ACCESS.get(article.accessible_for_free.value) if article.accessible_for_free else None,
    )
    return element(
        "p", joined(*(named(value) for value in values if value), between=" · "), class_="imprint", lang="en"
    )


def _panel() -> Html:
    """The panel that the script fills with what is known about the words pointed at."""
    hint = "Point at a marked name, tap it, or reach it with the tab key: here stands what was understood, and why."
    return element(
        "aside",
        element("button", "Close", type="button", id="_close", hidden=True),
        element("div", element("p", hint, class_="hint"), id="_about", tabindex=-1),
        id="_panel",
        class_="panel",
        aria_label="About the chosen words",
        hidden=True,
    )


def _graph_sections(facts: Facts) -> Iterator[Section]:
    drawn = picture(facts)
    if drawn:
        yield Section("_graph", "Graph", drawn, kind="graph")


def _statement_section(outline: Outline, proofs: Proofs, controls: Mapping[str, Html]) -> Section:
    """Every statement with the words that prove it, and the *controls* of the fact that it states."""
    groups = []
    for topic in TOPICS:
        numbered = [(number, item) for number, item in enumerate(outline.statements) if item.topic == topic]
        if numbered:
            facts = (
                element(
                    "li",
                    element("p", sentence(statement), class_="says"),
                    proofs.listed(statement.evidence),
                    controls.get(statement.fact),
                    id=statement_anchor(number),
                )
                for number, statement in numbered
            )
            summary = element("summary", topic, " ", element("span", str(len(numbered)), class_="count"))
            groups.append(element("details", summary, element("ol", *facts), open=topic != ARTICLE))
    return Section("_facts", "Facts", joined(*groups), len(outline.statements), "facts")


def _colophon(article: Article, forms: tuple[Html, ...]) -> Html:
    address = outside(article.url.value, article.url.value) if article.url else "address not known"
    source = (
        joined("SHA-256 of the source: ", element("code", article.source_sha256)) if article.source_sha256 else None
    )
    data = element("p", "This page as data: ", joined(*forms, between=" · ")) if forms else None
    return element("footer", element("p", address), element("p", source) if source else None, data, class_="colophon")
