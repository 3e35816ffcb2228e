"""Reads JSON as templates write it into pages, if its meaning is clear, and reports each slip with its position.

Reading articles, merging blocks and checking pages all use this module, so they agree on what can be read.
"""

import json
import re
from collections.abc import Iterable, Iterator
from math import isinf
from typing import Any, NamedTuple

from ld.json_text import read_json


class Slip(NamedTuple):
    """*what* is wrong, at *offset* in code points and so many *times* in the text, with its *remedy*.

    *is_lost*: it loses a value that no reader can represent.
    """

    offset: int
    what: str
    remedy: str
    times: int = 1
    is_lost: bool = False


class Mended(NamedTuple):
    """The *document* in a text, the *text* without its *slips*, and the slips, each kind once at its first position.

    In the mended text everything keeps its offset; control characters within strings remain.
    """

    document: Any
    text: str
    slips: tuple[Slip, ...]


def read_mended(text: str) -> Mended:
    """What the JSON *text* says, mended if need be. json.JSONDecodeError, with the place, if that does not help.

    RecursionError for JSON that is nested too deeply.
    """
    try:
        document = json.loads(text, parse_constant=_refuse, parse_float=_finite)
    except ValueError:  # a number of too many digits is one, too
        pass
    else:
        if not _has_half(text):
            return Mended(document, text, ())
    mends = list(_mends(text))
    mended = _applied(text, mends)
    try:
        return Mended(read_json(mended, strict=False), mended, _slips(mends))
    except json.JSONDecodeError as error:
        raise json.JSONDecodeError(error.msg, text, error.pos) from None


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is no JSON")


def _finite(number: str) -> float:
    value = float(number)
    if isinf(value):
        raise ValueError(f"{number} is beyond all floats")
    return value


def _has_half(text: str) -> bool:
    return any(escape["half"] for escape in _ESCAPE.finditer(text))


class _Mend(NamedTuple):
    """A replacement, *instead*, for the text from *start* to *end*, padded to its length; None leaves it as it is.

    Without a *what*, it belongs to another one.
    """

    start: int
    end: int
    instead: str | None
    what: str = ""
    remedy: str = ""
    is_lost: bool = False


def _applied(text: str, mends: Iterable[_Mend]) -> str:
    pieces, at = list[str](), 0
    for start, end, instead, *_ in mends:
        if instead is not None:
            pieces += (text[at:start], instead, _blanks(text[start + len(instead) : end]))
            at = end
    return "".join([*pieces, text[at:]])


def _blanks(text: str) -> str:
    """*text* with blanks for everything but the ends of lines, so that each line stays where it is."""
    return "".join(character if character == "\n" else " " for character in text)


def _slips(mends: Iterable[_Mend]) -> tuple[Slip, ...]:
    found: dict[str, Slip] = {}
    for start, _, _, what, remedy, is_lost in mends:
        slip = found.get(what) or Slip(start, what, remedy, 0, is_lost)
        found[what] = slip._replace(times=slip.times + 1)
    found.pop("", None)
    return tuple(found.values())


def _mends(text: str) -> Iterator[_Mend]:
    """What is to be mended in *text*, in its order."""
    before = list(_wrappers_before(text))
    start = before[-1].end if before else 0
    behind = list(_wrappers_behind(text, start, opened={mend.what for mend in before}))[::-1]
    end = behind[0].start if behind else len(text)
    yield from before
    for token in _TOKEN.finditer(text, start, end):
        yield from _of_token(token)
    yield from behind


_CDATA = (
    "it is wrapped in a CDATA section (<![CDATA[ … ]]>)",
    "take the wrapper out, which means nothing in a script of HTML",
)
_COMMENT = ("it is wrapped in an HTML comment (<!-- … -->)", "take the signs of the comment out")
_BOM = ("a byte order mark (U+FEFF) stands before it", "take it out, and save templates as UTF-8 without a signature")
_SEMICOLON = ("a semicolon stands behind it", "take the semicolon out")
_OPENING = re.compile(
    r"\s*+(?:(?P<bom>\ufeff)|(?://|/\*)?\s*+(?:<!--(?://-->)?|(?P<cdata><!\[CDATA\[))(?:\s*+\*/|//><!--)?)"
)
_CLOSING = re.compile(r"(?:(?://|/\*)\s*+)?(?:-->|(?P<cdata>(?:<!)?\]\]>))(?:\s*+\*/)?\s*+\Z|(?P<semicolon>;)\s*+\Z")
_MOST_WRAPPED = 4


def _wrappers_before(text: str) -> Iterator[_Mend]:
    at = 0
    for _ in range(_MOST_WRAPPED):
        opening = _OPENING.match(text, at)
        if not opening:
            return
        at = opening.end()
        start = opening.start() + len(opening[0]) - len(opening[0].lstrip())
        yield _Mend(start, at, "", *(_BOM if opening["bom"] else _CDATA if opening["cdata"] else _COMMENT))


def _wrappers_behind(text: str, start: int, opened: set[str]) -> Iterator[_Mend]:
    """Those at the end, the last first; what closes one of those *opened* is named with that."""
    end = len(text)
    for _ in range(_MOST_WRAPPED):
        closing = _CLOSING.search(text, start, end)
        if not closing:
            return
        said = _SEMICOLON if closing["semicolon"] else _CDATA if closing["cdata"] else _COMMENT
        yield _Mend(closing.start(), end, "", *(() if said[0] in opened else said))
        end = closing.start()


_TOKEN = re.compile(
    r"""
    (?P<string>"(?:[^"\\]|\\.)*+(?:"|\\?\Z))    # nothing but halves of characters is mended within a string
    | (?P<comment>/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)|//[^\n]*+)
    | (?P<separator>;(?=\s*+["{\[]))
    | (?P<surplus>[,;](?=\s*+(?P<end>[}\]])))
    | (?P<constant>-?(?:NaN|Infinity)\b)
    | (?P<number>-?\d[\d.eE+-]*+)
    | (?P<blank>(?:[^\S \t\r\n]|[\ufeff\u200b])++)
    """,
    re.DOTALL | re.VERBOSE,
)
_NO_VALUE = "[]"


def _of_token(token: re.Match[str]) -> Iterator[_Mend]:
    start, end, written = token.start(), token.end(), token[0]
    match token.lastgroup:
        case "string":
            yield from _of_string(written, start)
        case "comment":
            yield _Mend(start, end, "", "a comment stands in it", "take the comment out, JSON has none")
        case "separator":
            yield _Mend(start, end, ",", "a semicolon stands where a comma must", "write a comma")
        case "surplus":
            sign = "comma" if written == "," else "semicolon"
            yield _Mend(start, end, "", f"a {sign} stands before the closing {token['end']}", f"take the {sign} out")
        case "constant":
            yield _Mend(start, end, _NO_VALUE, f"{written} is no number of JSON's", _NO_NUMBER, is_lost=True)
        case "blank":
            what = f"the character U+{ord(written[0]):04X} stands between its signs"
            yield _Mend(start, end, "", what, "take it out, as blanks of JSON are spaces, tabs and line breaks")
        case _:
            if wrong := _wrong_with(written):
                yield _Mend(start, end, _NO_VALUE, wrong, _NO_NUMBER, is_lost=True)


_NO_NUMBER = "leave the property out, or write what is meant"
_MOST_DIGITS = 4000  # Python takes 4300 at most
_MOST_SHOWN = 20


def _wrong_with(number: str) -> str:
    """Why readers cannot represent *number*; empty if they can, or if it is not a number at all."""
    if len(number) > _MOST_DIGITS:
        return f"a number has {len(number)} digits, more than readers can hold"
    try:
        is_beyond = isinf(float(number))
    except ValueError:
        return ""
    shown = number if len(number) <= _MOST_SHOWN else f"{number[:_MOST_SHOWN]}…"
    return f"the number {shown} is greater than readers can hold (1.8e308)" if is_beyond else ""


_CONTROL = re.compile(r"[\x00-\x1f]++")
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?P<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.",
    re.DOTALL,
)
_REPLACEMENT = r"\ufffd"
_CONTROLS = {"\n": "a line break", "\r": "a line break", "\t": "a tab"}


def _of_string(string: str, start: int) -> Iterator[_Mend]:
    for control in _CONTROL.finditer(string):
        at, sign = start + control.start(), control[0][0]
        what = f"{_CONTROLS.get(sign) or f'the control character U+{ord(sign):04X}'} stands in a text"
        written = {"\n": r"\n", "\r": r"\n", "\t": r"\t"}.get(sign, f"\\u{ord(sign):04x}")
        yield _Mend(at, at + 1, None, what, f"write {written} in its place, as encoders of JSON do")
    for escape in _ESCAPE.finditer(string) if "\\" in string else ():
        if escape["half"]:
            at = start + escape.start()
            what = f"{escape[0]} is half of a character"
            yield _Mend(at, at + len(escape[0]), _REPLACEMENT, what, "write the character itself, or both halves")
