"""The steps from the bytes of a page to its Article, in order."""

import datetime as dt

from ld.article import Article
from ld.errors import InputError
from ld.read.html.article import article_of
from ld.read.html.encoding import opened
from ld.read.html.live.blog import is_the_story, live_blog, with_entries
from ld.read.html.live.boxes import entry_boxes
from ld.read.html.main_text import chosen_lines
from ld.read.html.page import page_of
from ld.read.html.refusals import refuse_no_article
from ld.read.html.story import story_lines
from ld.read.html.structured import told_by
from ld.read.html.tree import tree_of
from ld.read.html.visible import visible_lines
from ld.read.options import options

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

    Its running text is found by trafilatura and cited from the page's own lines; the page's metadata is taken from
    embedded JSON-LD first, then from elements of the head, then from the visible text. The *source* from which words
    outside the text are cited is the page as ``ld.read.html.page`` writes it.
    *url*, *date*, *publisher* and *lang* are the user's, as in ``ld.read.read_text``. *charset* is that of the HTTP
    header, *address* the one the page was fetched from. Dates after *today* (by default the current day) are ignored.
    Raises InputError for a page without an article: empty, an error, a cookie wall, a paywall's stub; also if an option
    is malformed or trafilatura is not installed.
    """
    given = options(url=url, date=date, publisher=publisher, lang=lang)
    source = opened(page, charset)
    markup = source.decoded(0, len(source.markup)).removeprefix("\ufeff")
    tree = tree_of(markup)
    told = told_by(tree, url, address)
    boxes = entry_boxes(tree, (each.fragment for each in told.live or ()), is_live=told.live is not None)
    lines = visible_lines(tree, {box: number for number, box in enumerate(boxes)})
    if not lines:
        raise InputError("the page shows no text", "is it built by a script? save it from a browser, or paste its text")
    blog = live_blog(lines, told.live, [box.get("id", "") for box in boxes])
    written = page_of(told.said.with_claims(blog.claims()), blog.lines, told.base)
    shown = chosen_lines(markup, lines)
    chosen = story_lines(written, [*shown, *[False] * (len(blog.lines) - len(lines))])
    entries = blog.entries if is_the_story(blog, written, chosen) else ()
    chosen = with_entries(written, chosen, entries)
    refuse_no_article(written, chosen, tree, given.url.value if given.url else address)
    today = today or dt.datetime.now(dt.UTC).date()
    return article_of(written, chosen, entries, given, address=address, today=today)
