"""What all pages have around their contents: a strip with the search, and links to the other forms at the end."""

import functools
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import NamedTuple

from ld.report.document import head_of, source_hash
from ld.report.markup import Html, element, joined
from ld.serve.forms import NAMES, Form
from ld.serve.site import OPENAPI, SEARCH, SPARQL, VOID, Site


def page(title: str, *content: str | None, forms: Iterable[Html] = (), words: str = "", script: str = "") -> str:
    """A page. *forms* are links to its other forms, *words* the search, *script* the name of a script.

    Its content security policy allows style and script by their hashes, and nothing else.
    """
    styles, code = _asset("serve.css"), _asset(script) if script else Html("")
    policy = (
        f"default-src 'none'; style-src {source_hash(styles)}; "
        + (f"script-src {source_hash(code)}; " if code else "")
        + "form-action 'self'; base-uri 'none'"
    )
    head = head_of(title, policy, styles)
    body = element(
        "body",
        element("a", "Skip to the contents", href="#_main", class_="skip"),
        _strip(words),
        element("main", *content, id="_main"),
        _end(tuple(forms)),
        element("script", code) if code else None,
    )
    return f"<!DOCTYPE html>\n{element('html', head, chr(10), body, lang='en')}\n"


IDS = ("_main", "_q")
"""The ids that every page has."""


class Links(NamedTuple):
    """How a page links to what it names: by addresses of *site*, with *labels*, and within its own *document*."""

    site: Site
    labels: Mapping[str, str]
    document: str = ""

    def to(self, iri: str, label: str = "") -> Html:
        """A link to the page on *iri*, called as the store calls it, or else by its address."""
        is_own = bool(self.document) and iri.startswith(f"{self.document}#")
        address = iri.removeprefix(self.document) if is_own else self.site.address(iri)
        name = label or self.labels.get(iri, "") or (address[1:] if is_own else iri)
        return element("a", name, href=address, dir="auto")

    def at(self, node: str, label: str) -> Html:
        """A link to *node* of an article, in the document of that article."""
        return element("a", label, href=self.site.place(node), dir="auto")


def form_links(forms: Iterable[Form], addresses: Mapping[str, str]) -> tuple[Html, ...]:
    """Links to the other *forms*, at *addresses* by suffix."""
    return tuple(
        element("a", NAMES[form], href=addresses[form.suffix], type=form.media_type, rel="alternate") for form in forms
    )


def day(iso: str) -> Html | None:
    """A date as it is written, for programs too."""
    return element("time", iso[:10], datetime=iso) if iso else None


def counted(number: int, one: str, many: str) -> str:
    """*number* with its noun: "1 article", "12 articles"."""
    return f"{number:,} {one if number == 1 else many}"


def section(title: str, *content: str | None, number: int | None = None, identifier: str = "") -> Html:
    """A part of a page under a heading, with a *number* of entries."""
    count = element("span", f"{number:,}", class_="count") if number is not None else None
    return element("section", element("h2", joined(title, count, between=" ")), *content, id=identifier or None)


def _strip(words: str) -> Html:
    search = element(
        "form",
        element("label", "Search headlines, names and quotations", for_="_q", class_="unseen"),
        element("input", type="search", id="_q", name="q", value=words, autocomplete="off", placeholder="Search"),
        element("button", "Search", type="submit"),
        action=SEARCH,
        method="get",
        role="search",
    )
    links = element(
        "nav", element("a", "Articles", href="/"), element("a", "SPARQL", href=SPARQL), aria_label="This server"
    )
    return element("header", links, search)


def _end(forms: tuple[Html, ...]) -> Html:
    data = element("p", "This page as data: ", joined(*forms, between=" · ")) if forms else None
    about = joined(element("a", "About the data", href=VOID), element("a", "OpenAPI", href=OPENAPI), between=" · ")
    return element("footer", data, element("p", about))


@functools.cache
def _asset(name: str) -> Html:
    return Html((files("ld.serve") / "assets" / name).read_text(encoding="utf-8"))
