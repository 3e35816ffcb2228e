"""News as agencies send it: ninjs and NewsML-G2 of the IPTC, to an Article; unreleased items are refused.

In processing order: ``ninjs`` and ``newsml`` read their formats to an ``item``, ``release`` refuses what is withheld or
embargoed, and ``article`` makes an Article of the rest, each value with its words.
"""

import datetime as dt

from ld.article import Article
from ld.read.agency.article import article_of
from ld.read.agency.newsml import is_newsml, newsml_item
from ld.read.agency.ninjs import is_ninjs, ninjs_item
from ld.read.agency.release import check_released
from ld.read.options import options

__all__ = ["is_agency_item", "is_newsml", "read_agency_item"]


def is_agency_item(text: str) -> bool:
    """Whether *text* is ninjs or NewsML-G2."""
    return is_newsml(text) or is_ninjs(text)


def read_agency_item(
    text: str,
    *,
    url: str | None = None,
    date: str | None = None,
    publisher: str | None = None,
    lang: str | None = None,
) -> Article:
    """The article in *text*, which is ninjs or NewsML-G2; the options are those of ``ld.read.read_text``.

    Raises WithheldError if it is not released, or not yet, and InputError if it is malformed or not an article.
    """
    given = options(url=url, date=date, publisher=publisher, lang=lang)
    item = newsml_item(text) if is_newsml(text) else ninjs_item(text)
    check_released(item, dt.datetime.now(dt.UTC))
    return article_of(item, given)
