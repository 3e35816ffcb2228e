"""An HTML page to an Article: the text that readers see, and the page's metadata."""

import datetime as dt
from collections.abc import Sequence

from ld.article import Article
from ld.errors import InputError
from ld.read.html.article import article_of
from ld.read.html.encoding import opened
from ld.read.html.json_ld import json_ld_claims
from ld.read.html.main_text import chosen_lines
from ld.read.html.metadata import PageMetadata, said
from ld.read.html.metas import element_claims
from ld.read.html.page import page_of
from ld.read.html.refusals import refuse_no_article
from ld.read.html.tree import Tree, tree_of
from ld.read.html.visible import hidden_words, visible_lines
from ld.read.options import options
from ld.urls import is_absolute_url, whole_url

__all__ = ["read_html"]


def read_html(  # noqa: PLR0913 - the options of one article, and where the page is from
    page: bytes,
    *,
    url: str | None = None,
    date: str | None = None,
    publisher: str | None = None,
    lang: str | None = None,
    charset: str | None = None,
    address: str | None = None,
    today: dt.date | None = None,
) -> Article:
    """The article of the HTML *page*.

    Its running text is found by trafilatura and cited in the page's own lines; what the page says of itself is taken
    from embedded JSON-LD first, then from elements of the head, then from the visible text. The *source* in which
    words beside the text are cited is the page as ``ld.read.html.page`` writes it down.
    *url*, *date*, *publisher* and *lang* are the user's, as in ``ld.read.read_text``. *charset* is that of the HTTP
    header, *address* where the page was fetched. A date after *today* (by default this day) is not believed.
    Raises InputError for a page without an article: empty, an error, a cookie wall, a paywall's stub;
    also when an option is malformed or trafilatura is not installed.
    """
    given = options(url=url, date=date, publisher=publisher, lang=lang)
    source = opened(page, charset)
    markup = source.decoded(0, len(source.markup)).removeprefix("\ufeff")
    tree = tree_of(markup)
    lines = visible_lines(tree)
    if not lines:
        raise InputError("the page shows no text", "is it built by a script? save it from a browser, or paste its text")
    told = _said(tree, address)
    written = page_of(told, lines, _base(tree, told, address or url or ""))
    chosen = chosen_lines(markup, lines)
    refuse_no_article(written, chosen, hidden_words(tree))
    return article_of(written, chosen, given, address, today or dt.datetime.now(dt.UTC).date())


def _said(tree: Tree, address: str | None) -> PageMetadata:
    by_elements = list(element_claims(tree))
    own = next((claim.value for claim in by_elements if claim.field == "url"), address or "")
    return said([*json_ld_claims(_json_ld_blocks(tree), own), *by_elements])


def _base(tree: Tree, told: PageMetadata, address: str) -> str:
    """What the page's relative addresses are relative to: its ``base`` element, else where it stands.

    That is *address*, where it was fetched or is said to be, else the address that it gives itself.
    """
    own = address or next((claim.value for claim in told.of("url") if is_absolute_url(claim.value)), "")
    based = next((element.get("href") or "" for element in tree.iter("base") if element.get("href")), "")
    return whole_url(based, own) or own


def _json_ld_blocks(tree: Tree) -> Sequence[str]:
    """The page's JSON-LD, also where ``embed`` has set it aside; our own block says nothing new."""
    return [
        script.text or ""
        for script in tree.iter("script")
        if ("ld+json" in (script.get("type") or "").lower() and script.get("data-generator") != "article-ld")
        or script.get("data-article-ld-was") is not None
    ]
