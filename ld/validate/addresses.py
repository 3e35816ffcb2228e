"""Reads documents at addresses of the Web, and the addresses of a site from its sitemap."""

from ld.errors import InputError
from ld.read.feeds.listing import ENTRIES_MOST, Listing, read_listing
from ld.read.fetching import PAGES, fetch

GRAPHS = frozenset(
    (
        "application/ld+json",
        "application/json",
        "text/turtle",
        "application/trig",
        "application/n-triples",
        "application/n-quads",
        "application/rdf+xml",
    )
)
_SITEMAPS = frozenset(("application/xml", "text/xml", "application/gzip", "application/x-gzip", "text/plain", ""))
_MOST_FILES = 50


def text_at(address: str, *, allow_private: bool) -> tuple[str, str]:
    """The page or graph at *address* as text, and the address after all redirects.

    Raises InputError, whose message begins with *address*: see ``ld.read.fetching.fetch``.
    """
    from ld.read.html.charsets import REPLACEMENT, understood  # noqa: PLC0415 - whoever checks files needs none of it
    from ld.read.html.encoding import declared  # noqa: PLC0415

    try:
        found = fetch(address, allow_private=allow_private, kinds=PAGES | GRAPHS)
    except InputError as error:
        raise InputError(f"{address}: {error}", error.hint) from error
    charset = found.charset or declared(found.page) or "utf-8"
    text = None if charset == REPLACEMENT else understood(found.page, charset)
    if text is None:
        raise InputError(f"{address}: is not {charset}, as it says", "let the site send it as UTF-8, and say so")
    return text.removeprefix("\ufeff"), found.address


def pages_of_sitemap(address: str, *, allow_private: bool) -> list[str]:
    """The addresses in the sitemap at *address*, and in those that it lists, each once, in their order.

    At most 50,000 pages of 50 files are read (https://www.sitemaps.org/protocol.html).
    Raises InputError, also for a sitemap without pages; its message begins with the address at fault.
    """
    pages: dict[str, None] = {}
    waiting = [address]
    for number, sitemap in enumerate(waiting, 1):
        if number > _MOST_FILES:
            raise InputError(f"{address}: lists more than {_MOST_FILES} sitemaps", "name one of them")
        listing = _read_sitemap(sitemap, allow_private=allow_private)
        waiting += [each.address for each in listing.sitemaps if each.address not in waiting]
        pages |= dict.fromkeys(each.address for each in listing.pages)
        if len(pages) > ENTRIES_MOST:
            raise InputError(f"{address}: lists more than {ENTRIES_MOST:,} pages", "name one of its sitemaps")
    if not pages:
        raise InputError(f"{address}: lists no page", "name the sitemap of the site, such as /sitemap.xml")
    return list(pages)


def _read_sitemap(address: str, *, allow_private: bool) -> Listing:
    try:
        return read_listing(fetch(address, allow_private=allow_private, kinds=_SITEMAPS).page, address)
    except InputError as error:
        raise InputError(f"{address}: {error}", error.hint) from error
