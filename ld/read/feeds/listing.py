"""RSS, Atom and sitemaps: the addresses of articles that they list, and the further sitemaps of an index."""

import zlib
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urljoin

from ld.errors import InputError
from ld.read.safe_xml import BASE, Element, all_of, local_name, root_of, text_of
from ld.urls import is_absolute_url

LISTING_MOST = 50_000_000
"""The longest listing in bytes once unpacked: the limit of sitemaps.org for one sitemap is 50 MB."""

ENTRIES_MOST = 50_000
"""The most entries of a listing, by the same protocol."""

_GZIP = b"\x1f\x8b"
_FEED_TYPES = ("application/rss+xml", "application/atom+xml")


class Entry(NamedTuple):
    """An *address*, and when it was *changed*, verbatim: used only for comparison, empty if not stated."""

    address: str
    changed: str = ""


class Listing(NamedTuple):
    """The *pages* that a feed or a sitemap lists, or the *sitemaps* of a sitemap index, in its order."""

    pages: tuple[Entry, ...] = ()
    sitemaps: tuple[Entry, ...] = ()


def read_listing(data: bytes, address: str) -> Listing:
    """The listing in *data* from *address*: RSS 0.9 to 2.0, Atom 1.0 (RFC 4287), a sitemap or a sitemap index.

    It may be compressed with gzip. At most 50,000 entries are read; those without an http or https address are left
    out.
    Raises InputError for anything else, for more than 50 MB once unpacked, and for XML that declares its own entities.
    """
    root = root_of(_unpacked(data), use="reading a feed or sitemap")
    match "" if root is None else local_name(root):
        case "rss" | "RDF":
            return Listing(pages=_distinct(_of_rss(root), address))
        case "feed":
            return Listing(pages=_distinct(_of_atom(root, address), address))
        case "urlset":
            return Listing(pages=_distinct(_of_sitemap(root, "url"), address))
        case "sitemapindex":
            return Listing(sitemaps=_distinct(_of_sitemap(root, "sitemap"), address))
        case _:
            raise InputError("is no feed or sitemap", _feeds_of(data, address) or "give the address of one")


def _unpacked(data: bytes) -> bytes:
    if data.startswith(_GZIP):
        try:
            data = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, LISTING_MOST + 1)
        except zlib.error as error:
            raise InputError(f"cannot be unpacked: {error}", "try again later") from error
    if len(data) > LISTING_MOST:
        raise InputError(f"has over {LISTING_MOST // 1_000_000} MB, more than a sitemap may have")
    return data


def _of_rss(root: Element) -> Iterator[Entry]:
    for item in all_of(root, "item"):
        permanent = [guid for guid in all_of(item, "guid") if guid.get("isPermaLink", "true").strip() != "false"]
        address = text_of(item, "link") or (permanent[0].text if permanent else "") or ""
        yield Entry(address, text_of(item, "updated") or text_of(item, "pubDate") or text_of(item, "date"))


def _of_atom(root: Element, address: str) -> Iterator[Entry]:
    for entry in all_of(root, "entry"):
        links = (link for link in all_of(entry, "link") if link.get("rel", "alternate") == "alternate")
        link = next((link for link in links if link.get("type", "text/html") in {"text/html", ""}), None)
        if link is not None:
            base = address
            for each in (root, entry, link):
                base = _joined(base, each.get(BASE, ""))
            yield Entry(_joined(base, link.get("href", "")), text_of(entry, "updated") or text_of(entry, "published"))


def _of_sitemap(root: Element, kind: str) -> Iterator[Entry]:
    for entry in all_of(root, kind):
        yield Entry(text_of(entry, "loc"), text_of(entry, "lastmod") or text_of(entry, "publication_date"))


def _distinct(entries: Iterator[Entry], address: str) -> tuple[Entry, ...]:
    """The first entry for each address, without its fragment; relative ones are resolved against *address*."""
    found: dict[str, Entry] = {}
    for entry in entries:
        full = _joined(address, entry.address.strip()).partition("#")[0]
        if entry.address.strip() and is_absolute_url(full):
            found.setdefault(full, Entry(full, entry.changed))
        if len(found) == ENTRIES_MOST:
            break
    return tuple(found.values())


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _feeds_of(data: bytes, address: str) -> str:
    """The feeds that the page in *data* names, as a hint (HTML, link type "alternate")."""
    try:
        from lxml import etree, html  # type: ignore[import-untyped]  # noqa: PLC0415
    except ImportError:
        return ""
    try:
        links = html.fromstring(data).iter("link")
    except (etree.ParserError, ValueError):
        return ""
    feeds = [_joined(address, link.get("href", "")) for link in links if link.get("type") in _FEED_TYPES]
    return f"the page names {', '.join(feeds)}" if feeds else ""
