"""The answers of an invented news site: feeds, sitemaps, pages, and its robots.txt."""

from read.news_page import page
from read.web_server import Answer

XML = (("Content-Type", "application/rss+xml"),)


def feed(*items: str, tag: str = "") -> Answer:
    """A feed of these items, each an address, followed by a blank and a day if it has one."""
    listed = "".join(
        f"<item><link>{address}</link><pubDate>{day}</pubDate></item>"
        for address, _, day in (item.partition(" ") for item in items)
    )
    return Answer(body=f"<rss><channel>{listed}</channel></rss>".encode(), headers=XML + _tagged(tag))


def sitemap(name: str, entry: str, *items: str) -> Answer:
    listed = "".join(
        f"<{entry}><loc>{address}</loc><lastmod>{day}</lastmod></{entry}>"
        for address, _, day in (item.partition(" ") for item in items)
    )
    return Answer(body=f"<{name}>{listed}</{name}>".encode(), headers=XML)


def article(headline: str = "Harbor ministers meet in Oslo", tag: str = "") -> Answer:
    body = page(above=f"<h1>{headline}</h1>", title=headline)
    return Answer(body=body, headers=(("Content-Type", "text/html"), *_tagged(tag)))


def robots(text: str) -> Answer:
    return Answer(body=text.encode(), headers=(("Content-Type", "text/plain"),))


def _tagged(tag: str) -> tuple[tuple[str, str], ...]:
    return (("ETag", tag),) if tag else ()
