"""Reading pages, compared with trafilatura alone."""

import json
from collections.abc import Sequence
from html import escape

from ld.web.reading import read_page
from speed.timing import Timing, side_by_side

_MENU = "".join(f'<li><a href="/{word.lower()}">{word}</a></li>' for word in ("World", "Business", "Sport", "Weather"))
_FOOT = "<p>About us</p><p>Sign up for our newsletter</p><p>All rights reserved</p>"


def reading(articles: Sequence[dict[str, str]], rounds: int) -> dict[str, Timing]:
    """The time of ours and of trafilatura per page. Raises ImportError without trafilatura."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - an extra

    pages = [_page(article) for article in articles]
    rows = {
        "article-ld": (read_page, pages),
        "trafilatura, with its metadata": (lambda page: bare_extraction(page, with_metadata=True), pages),
    }
    return side_by_side(rows, rounds)


def _page(article: dict[str, str]) -> bytes:
    """An article in a page like those of news sites."""
    headline, byline, *paragraphs = filter(None, article["text"].splitlines())
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": headline,
        "datePublished": article["date"],
        "author": {"@type": "Person", "name": byline.removeprefix("By ")},
    }
    story = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(headline)} | Harbour Times</title>'
        f'<link rel="canonical" href="{article["url"]}">'
        f'<script type="application/ld+json">{json.dumps(data)}</script></head>'
        f"<body><nav><ul>{_MENU}</ul></nav><main><article><h1>{escape(headline)}</h1><p>{escape(byline)}</p>"
        f'<time datetime="{article["date"]}">{article["date"]}</time>{story}</article></main>'
        f"<footer>{_FOOT}</footer></body></html>"
    ).encode()
