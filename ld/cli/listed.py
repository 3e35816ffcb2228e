"""The articles that a feed or sitemap lists, for a command that takes them one by one."""

import argparse
from collections.abc import Iterator

from ld.article import Article
from ld.config import defaults
from ld.errors import InputError
from ld.read import Given, read_fetched
from ld.read.feeds.crawl import Crawled, Missed, crawl
from ld.read.feeds.polite import PoliteClient
from ld.read.feeds.visits import Visits
from ld.read.fetching import page_of
from ld.read.public_hosts import session_for

__all__ = ["Missed", "articles_of"]


def articles_of(listing: str, options: argparse.Namespace) -> Iterator[tuple[str, Article | Missed]]:
    """Each article of the feed or sitemap at *listing*, with its address, or why it cannot be read.

    Raises InputError if *options* state what belongs to one article.
    """
    for option in ("url", "date"):
        if getattr(options, option) is not None:
            raise InputError(f"--{option} belongs to one article, but {listing} is a feed", f"leave out --{option}")
    given = Given(url=None, date=None, publisher=options.publisher, lang=options.lang)
    with Visits() as visits, session_for(allow_private=options.allow_private) as session:
        for found in crawl([listing], visits, PoliteClient(session)):
            if isinstance(found, Missed):
                yield found.listed, found
                continue
            visits.taken(found.listed)
            yield found.sent.address, _article(found, given)


def _article(found: Crawled, given: Given) -> Article | Missed:
    sent = found.sent
    try:
        return read_fetched(page_of(sent.answer, sent.address), given, defaults())
    except InputError as error:
        return Missed(found.listed, error, final=True)
