"""The encodings of the Web, by the labels and the rules of the WHATWG Encoding Standard.

Python's codecs are a different set: some are not encodings at all (``hex``, ``idna``), some have the name of one but
are another (``gb2312``), and of the others some leave bytes undefined or decode them to other characters.
The differences between the tables were found by comparison with encoding_rs 0.8, the implementation in Firefox.
"""

import codecs
import functools
from collections.abc import Callable, Mapping
from typing import Final

import webencodings

REPLACEMENT: Final = "replacement"
"""Encodings in which a page can hide a script from filters: browsers show U+FFFD instead of the page."""

_GBK = frozenset(("gbk", "gb18030"))
_CONTROLS = range(0x80, 0xA0)
_SINGLE_BYTE: dict[str, dict[int, str]] = {"koi8-u": {0xAE: "ў", 0xBE: "Ў"}, "windows-1255": {0xCA: "\u05ba"}}
_TO_STANDARD: dict[str, Mapping[int, int] | Mapping[int, str]] = {
    "gb18030": dict(
        zip(
            [0xE5E5, *range(0xE78D, 0xE797), 0xE7C7, 0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864],
            "\u3000︐︒︑︓︔︕︖︗︘︙ḿ龴龵龶龷龸龹龺龻",
            strict=True,
        )
    ),
    "big5": str.maketrans("•､‾∼♁☉¥¢£", "‧﹑¯～⊕⊙￥￠￡"),
    "euc-jp": str.maketrans("〜‖−¢£¬", "～∥－￠￡￢"),
    "shift_jis": dict.fromkeys(range(0xF8F0, 0xF8F4), "\ufffd"),
}
_DOUBTFUL_PAIRS = (b"\xa2\x41", b"\xa2\x42")


def charset_of(label: str | None) -> str:
    """The Encoding Standard's name for the encoding labelled *label*; empty if that is not an encoding of the Web."""
    if not label or not label.isascii():
        return ""
    found = webencodings.lookup(label)
    return found.name if found else ""


def decode(data: bytes, charset: str) -> str:
    """*data* decoded from *charset*, one of the Standard's names; undefined bytes become U+FFFD."""
    return _decoded(data, charset, "replace")


def understood(data: bytes, charset: str) -> str | None:
    """The same, but None if *data* has undefined bytes."""
    try:
        text = _decoded(data, charset, "strict")
    except UnicodeDecodeError:
        return None
    return None if _doubtful(data, text, charset) else text


def _doubtful(data: bytes, text: str, charset: str) -> bool:
    """Whether *text* may differ from what the bytes mean: Python confuses some cells of Big5 with others."""
    if charset == "big5":
        return any(pair in data for pair in _DOUBTFUL_PAIRS)
    return charset == "shift_jis" and "\ufffd" in text


def _decoded(data: bytes, charset: str, errors: str) -> str:
    if table := _table(charset):
        return codecs.charmap_decode(data, errors, table)[0]
    name = "gb18030" if charset in _GBK else charset
    codec: Callable[[bytes, str], tuple[str, int]] = webencodings.lookup(name).codec_info.decode
    text = codec(data, f"ld.{name}.{errors}" if name in _HANDLERS else errors)[0]
    return text.translate(_TO_STANDARD[name]) if name in _TO_STANDARD else text


@functools.cache
def _table(charset: str) -> str:
    """The characters of the bytes 0 to 255 in a single-byte encoding; empty if *charset* is another."""
    codec = webencodings.lookup(charset)
    if charset == "x-user-defined" or not (codec and hasattr(codec.codec_info, "name")):
        return ""
    name = codec.codec_info.name
    if not name.startswith(("iso8859", "koi8", "cp125", "cp866", "cp874", "mac")):
        return ""
    own = _SINGLE_BYTE.get(charset, {})
    return "".join(own.get(byte) or _character(byte, name, charset) for byte in range(256))


def _character(byte: int, codec: str, charset: str) -> str:
    try:
        return bytes((byte,)).decode(codec)
    except UnicodeDecodeError:
        undefined = "\ufffe"  # as charmap_decode expects it
        return chr(byte) if charset.startswith("windows") and byte in _CONTROLS else undefined


def _euro(data: bytes, start: int) -> tuple[str, int] | None:
    """GBK also has the euro in one byte."""
    return ("€", start + 1) if data[start] == 0x80 else None  # noqa: PLR2004


def _vendor_row(data: bytes, start: int) -> tuple[str, int] | None:
    """EUC-JP has the vendors' characters of JIS X 0208: those of the same cells in windows-31j."""
    row, cell = data[start] - 0xA0, (data[start + 1] if start + 1 < len(data) else 0) - 0xA0
    if not (0 < row < 95 and 0 < cell < 95):  # noqa: PLR2004 - 94 rows of 94 cells
        return None
    lead = (row - 1) // 2 + (0x81 if row < 63 else 0xC1)  # noqa: PLR2004
    trail = cell + (0x3F + (cell > 63) if row % 2 else 0x9E)  # noqa: PLR2004
    try:
        return bytes((lead, trail)).decode("cp932"), start + 2
    except UnicodeDecodeError:
        return None


_HANDLERS: dict[str, Callable[[bytes, int], tuple[str, int] | None]] = {"gb18030": _euro, "euc-jp": _vendor_row}


def _handler(name: str, errors: str) -> Callable[[UnicodeError], tuple[str | bytes, int]]:
    otherwise, known = codecs.lookup_error(errors), _HANDLERS[name]

    def handle(error: UnicodeError) -> tuple[str | bytes, int]:
        assert isinstance(error, UnicodeDecodeError)  # noqa: S101 - we only decode
        return known(error.object, error.start) or otherwise(error)

    return handle


for _name in _HANDLERS:
    for _errors in ("strict", "replace"):
        codecs.register_error(f"ld.{_name}.{_errors}", _handler(_name, _errors))
