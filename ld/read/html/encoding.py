"""A page's bytes as text whose offsets can be converted back to bytes."""

import array
import codecs
import re
import sys
from typing import NamedTuple

from ld.errors import InputError
from ld.read.html.charsets import REPLACEMENT, charset_of, decode, understood

_PRESCAN = 1024
_META = re.compile(rb"""<meta[\s/][^>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)""", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_ESCAPED = re.compile(r"\x1b\$[@B].*?(?=\x1b\([BJ]|$)", re.DOTALL)
_TAG_LE = re.compile(rb"<\0[!?A-Za-z]\0")
_TAG_BE = re.compile(rb"\0<\0[!?A-Za-z]")
_XML = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]+)""")
_WESTERN = frozenset(("windows-1252", "iso-8859-15", "macintosh"))
_UTF_32 = (codecs.BOM_UTF32_LE, b"\0\0\xfe\xff")


class Source(NamedTuple):
    """A page's bytes and their *markup*: a character for each code unit of *width* bytes.

    ASCII characters represent themselves in it; only ``decoded`` gives the others.
    *charset* is the name of the encoding in the Encoding Standard.
    """

    page: bytes
    markup: str
    width: int
    charset: str

    def bytes_of(self, start: int, end: int) -> bytes:
        """The bytes of ``markup[start:end]``."""
        return self.page[start * self.width : end * self.width]

    def decoded(self, start: int, end: int) -> str:
        """The words of ``markup[start:end]``; undecodable bytes become U+FFFD."""
        return decode(self.bytes_of(start, end), self.charset)

    def understood(self, start: int, end: int) -> str | None:
        """The same, but None if not all of it can be decoded."""
        return understood(self.bytes_of(start, end), self.charset)

    def encoded(self, ascii_text: str) -> bytes:
        """*ascii_text* in the page's encoding."""
        return ascii_text.encode(self.charset if self.width > 1 else "ascii")


def opened(page: bytes, charset: str | None = None) -> Source:
    """*page* by its byte order mark, else the *charset* of its HTTP header, else its own declaration (HTML, 13.2.3).

    Unknown labels are ignored, as browsers do. So is the label of a western encoding in a page that is UTF-8: a program
    that saved it converted it, and kept the label. Without a label the encoding is UTF-8 if possible, else
    windows-1252.
    Raises InputError for UTF-32 and other encodings that browsers do not read, and for UTF-16 cut in the middle of a
    character.
    """
    if page.startswith(_UTF_32):
        raise InputError("is in UTF-32, which browsers do not read", "save the page as UTF-8")
    found = _from_marks(page) or charset_of(charset) or _saved(page, declared(page)) or _guessed(page)
    if found == REPLACEMENT:
        raise InputError("is in an encoding that browsers refuse to read", "save the page as UTF-8")
    if found.startswith("utf-16"):
        return Source(page, _units(page, found), 2, found)
    markup = page.decode("latin-1")
    if found == "iso-2022-jp":
        markup = _ESCAPED.sub(lambda letters: "x" * len(letters[0]), markup)
    return Source(page, markup, 1, found)


def declared(page: bytes) -> str:
    """The encoding of the first ``meta`` that names one, else that of an XML declaration; empty without either.

    Since the declaration was read as ASCII, the page cannot be in UTF-16 (HTML, 13.2.3.2).
    """
    beginning = _COMMENT.sub(b"", page[:_PRESCAN])
    labels = [*_META.findall(beginning), *(_XML.findall(beginning) if beginning.startswith(b"<?xml") else ())]
    found = next((found for label in labels if (found := charset_of(label.decode("latin-1")))), "")
    if found == "x-user-defined":
        return "windows-1252"
    return "utf-8" if found.startswith("utf-16") else found


def _saved(page: bytes, label: str) -> str:
    """The *label* of a page, or "utf-8" if that is a western encoding's and the page has letters in UTF-8."""
    return "utf-8" if label in _WESTERN and not page.isascii() and _guessed(page) == "utf-8" else label


def _from_marks(page: bytes) -> str:
    """The encoding shown by the first bytes: a byte order mark, or a tag in UTF-16."""
    if page.startswith(codecs.BOM_UTF8):
        return "utf-8"
    if page.startswith(codecs.BOM_UTF16_LE) or _TAG_LE.match(page):
        return "utf-16le"
    return "utf-16be" if page.startswith(codecs.BOM_UTF16_BE) or _TAG_BE.match(page) else ""


def _guessed(page: bytes) -> str:
    try:
        page.decode()
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"


def _units(page: bytes, charset: str) -> str:
    """A character for each code unit of UTF-16, including halves of pairs."""
    if len(page) % 2:
        raise InputError("is in UTF-16, but half a character stands at its end", "is the file whole?")
    units = array.array("H", page)
    if (sys.byteorder == "little") != charset.endswith("le"):
        units.byteswap()
    return "".join(map(chr, units))
