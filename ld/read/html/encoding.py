"""A page's bytes as text in which every offset can be told in bytes again."""

import array
import codecs
import re
import sys
from typing import NamedTuple

from ld.errors import InputError

_PRESCAN = 1024
_META = re.compile(rb"""<meta[\s/][^>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)""", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_ESCAPED = re.compile(r"\x1b\$[@B].*?(?=\x1b\([BJ]|$)", re.DOTALL)
_TAG_LE = re.compile(rb"<\0[!?A-Za-z]\0")
_TAG_BE = re.compile(rb"\0<\0[!?A-Za-z]")
_LATIN = frozenset(("ascii", "iso8859-1", "cp1252"))
_UTF_32 = (codecs.BOM_UTF32_LE, b"\0\0\xfe\xff")


class Source(NamedTuple):
    """A page's bytes and their *markup*: a character for each code unit of *width* bytes.

    ASCII characters are themselves in it; what others are is told only by ``decoded``.
    *charset* is the name of Python's codec.
    """

    page: bytes
    markup: str
    width: int
    charset: str

    def bytes_of(self, start: int, end: int) -> bytes:
        """The bytes of ``markup[start:end]``."""
        return self.page[start * self.width : end * self.width]

    def decoded(self, start: int, end: int) -> str:
        """The words of ``markup[start:end]``; what cannot be decoded is U+FFFD."""
        return self.bytes_of(start, end).decode(self.charset, "replace")

    def encoded(self, ascii_text: str) -> bytes:
        """*ascii_text* as the page writes it."""
        return ascii_text.encode(self.charset if self.width > 1 else "ascii")


def opened(page: bytes, charset: str | None = None) -> Source:
    """*page* by its byte order mark, else by the *charset* of its HTTP header, else as it says itself (HTML, 13.2.3).

    Without all this it is UTF-8 if it can be, and windows-1252 if not. Raises InputError for UTF-32,
    which browsers do not read, and for UTF-16 cut in the middle of a character.
    """
    if page.startswith(_UTF_32):
        raise InputError("is in UTF-32, which browsers do not read", "save the page as UTF-8")
    codec = _from_marks(page) or _codec(charset or "") or _declared(page) or _guessed(page)
    if codec.startswith("utf-16"):
        return Source(page, _units(page, codec), 2, codec)
    markup = page.decode("latin-1")
    if codec.startswith("iso2022"):
        markup = _ESCAPED.sub(lambda letters: "x" * len(letters[0]), markup)
    return Source(page, markup, 1, codec)


def _from_marks(page: bytes) -> str:
    """The encoding that the first bytes give away: a byte order mark, or a tag in UTF-16."""
    if page.startswith(codecs.BOM_UTF8):
        return "utf-8"
    if page.startswith(codecs.BOM_UTF16_LE) or _TAG_LE.match(page):
        return "utf-16-le"
    return "utf-16-be" if page.startswith(codecs.BOM_UTF16_BE) or _TAG_BE.match(page) else ""


def _codec(label: str) -> str:
    """The codec that browsers mean by *label*: "iso-8859-1" is windows-1252 to them; empty if there is none."""
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return ""
    if name in ("utf-16", "utf-16-le", "utf-16-be"):
        return "utf-16-be" if name.endswith("be") else "utf-16-le"
    return "cp1252" if name in _LATIN else name


def _declared(page: bytes) -> str:
    """The encoding of the first ``meta`` that names one. It was read as ASCII, so it cannot be UTF-16."""
    found = _META.search(_COMMENT.sub(b"", page[:_PRESCAN]))
    codec = _codec(found[1].decode("latin-1")) if found else ""
    return "utf-8" if codec.startswith(("utf-16", "utf-32")) else codec


def _guessed(page: bytes) -> str:
    try:
        page.decode()
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _units(page: bytes, codec: str) -> str:
    """A character for each code unit of UTF-16, halves of pairs too."""
    if len(page) % 2:
        raise InputError("is in UTF-16, but half a character stands at its end", "is the file whole?")
    units = array.array("H", page)
    if (sys.byteorder == "little") != codec.endswith("le"):
        units.byteswap()
    return "".join(map(chr, units))
