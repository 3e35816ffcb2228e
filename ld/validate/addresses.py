"""What stands at an address of the Web, and the addresses of a site by its sitemap."""

import gzip
from io import BytesIO
from xml.parsers import expat

from ld.errors import InputError
from ld.read.fetching import PAGES, fetch
from ld.urls import is_absolute_url

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
_MOST_PAGES = 50_000  # https://www.sitemaps.org/protocol.html allows that many in one file
_MOST_FILES = 50
_MOST_BYTES = 52_428_800  # of one file, unpacked, by the same protocol


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
    Raises InputError, whose message begins with the address at fault, also for a sitemap without pages.
    """
    pages: dict[str, None] = {}
    waiting = [address]
    for number, sitemap in enumerate(waiting, 1):
        if number > _MOST_FILES:
            raise InputError(f"{address}: lists more than {_MOST_FILES} sitemaps", "name one of them")
        listed, is_index = _read_sitemap(sitemap, allow_private=allow_private)
        if is_index:
            waiting += [each for each in listed if each not in waiting]
        else:
            pages |= dict.fromkeys(listed)
        if len(pages) > _MOST_PAGES:
            raise InputError(f"{address}: lists more than {_MOST_PAGES:,} pages", "name one of its sitemaps")
    if not pages:
        raise InputError(f"{address}: lists no page", "name the sitemap of the site, such as /sitemap.xml")
    return list(pages)


def _read_sitemap(address: str, *, allow_private: bool) -> tuple[list[str], bool]:
    """The addresses that a sitemap lists, and whether they are those of further sitemaps."""
    try:
        data = fetch(address, allow_private=allow_private, kinds=_SITEMAPS).page
        reader = _Locations()
        reader.read(_unpacked(data))
    except InputError as error:
        raise InputError(f"{address}: {error}", error.hint) from error
    except (expat.ExpatError, OSError, EOFError) as error:
        raise InputError(f"{address}: no sitemap: {error}", "name a sitemap in XML") from error
    return [found for found in reader.found if is_absolute_url(found)], reader.is_index


def _unpacked(data: bytes) -> bytes:
    if not data.startswith(b"\x1f\x8b"):
        return data
    with gzip.open(BytesIO(data)) as file:
        unpacked: bytes = file.read(_MOST_BYTES + 1)
    if len(unpacked) > _MOST_BYTES:
        raise InputError("has more than 50 MB when unpacked, more than a sitemap may", "split it")
    return unpacked


class _Locations:
    """The texts of the ``loc`` elements of a sitemap, those of pictures and videos aside."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.is_index = False
        self._inside = False
        self._text = ""

    def read(self, xml: bytes) -> None:
        """Take in *xml*; ExpatError if it is none. A sitemap has no entities of its own, so that none is resolved."""
        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self._begin, self._end
        parser.CharacterDataHandler = self._take
        parser.EntityDeclHandler = _refuse_entity
        parser.Parse(xml, True)  # noqa: FBT003 - expat takes no keywords

    def _begin(self, name: str, _: object) -> None:
        self.is_index = self.is_index or name.rpartition(":")[2] == "sitemapindex"
        self._inside, self._text = name == "loc", ""

    def _take(self, text: str) -> None:
        self._text += text if self._inside else ""

    def _end(self, _: str) -> None:
        if self._inside:
            self.found.append(self._text.strip())
        self._inside = False


def _refuse_entity(*_: object) -> None:
    raise InputError("declares entities, which a sitemap has no use for", "write its addresses out")
