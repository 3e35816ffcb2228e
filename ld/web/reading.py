"""The article that a page shows, whether or not our block is in it."""

from ld.article import Article
from ld.read.html import read_html
from ld.web.page import without


def read_page(page: bytes) -> Article:
    """The article of an HTML page, as ``ld.read.html.read_html`` reads it. A block of ours in it is not read.

    Raises InputError for a page without an article.
    """
    return read_html(without(page))
