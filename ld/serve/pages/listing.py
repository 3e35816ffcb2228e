"""The list of articles."""

from collections.abc import Sequence

from ld.report.markup import Html, element, joined
from ld.serve.index.reading import ArticleItem
from ld.serve.pages.frame import Links, day, page
from ld.serve.site import CHANGES

PAGE = 50
"""How many articles one page of the list has."""


def index_page(articles: Sequence[ArticleItem], number: int, links: Links, *, more: bool) -> str:
    """The page *number* (from 1) of the list of *articles*. *more* may follow."""
    start = (number - 1) * PAGE + 1
    return page(
        "Articles",
        element("h1", "Articles"),
        element("ol", *(article_item(article, links) for article in articles), start=start, class_="articles"),
        nearby("/?page=", number, more=more),
        forms=[element("a", "ActivityStreams", href=CHANGES, rel="alternate")],
    )


def article_item(article: ArticleItem, links: Links) -> Html:
    """An article in a list: its headline, and its day."""
    return element("li", links.to(article.name, article.headline), " ", day(article.day))


def nearby(address: str, number: int, *, more: bool) -> Html | None:
    """Links to the pages before and after, at *address* with their numbers."""
    links = (
        element("a", "Newer", href=f"{address}{number - 1}", rel="prev") if number > 1 else None,
        element("a", "Older", href=f"{address}{number + 1}", rel="next") if more else None,
    )
    return element("nav", joined(*links, between=" · "), aria_label="Pages") if any(links) else None
