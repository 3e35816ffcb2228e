"""Captions of pictures, and the credits in or beside them."""

import re
from functools import cache
from typing import NamedTuple

from ld.read.dates import has_day
from ld.read.vocabulary import phrase_set, phrases
from ld.text.alternatives import any_of

_BRACKETED = re.compile(r"[\[【]([^\[\]【】]{1,80})[\]】][\s.]*$|[(（]([^()（）]{1,100})[)）][\s.]*$")
_CLOSING_BRACKETS = ("]", "】", ")", "）")
_CAPITALS = re.compile(r"[A-Z\d][A-Z\d&./ ,-]*$")
_SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z])")
_PERSON_AND_OUTLET = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}\s?/{1,2}\s?[A-Z][^/]{1,40}")
_DASHED = re.compile(r"\s\s*+[/|–—-]\s?([^/|–—]{2,40})$")
_PARTED = re.compile(r"[/,;|–—]| - |\bvia\b|\bthrough\b")
_SMALL = frozenset(("and", "by", "de", "for", "in", "of", "on", "the", "through", "van", "via", "von"))
_SIGN = re.compile(":|：|=|hoto|HOTO|mage|icture|llustration|ourtesy|redit")
_WORDS_MOST = 9
_LOOK_BACK = 130
_WHO_IS_WHO = re.compile(
    r"""
    ^\W*(?:clockwise[ ])?from[ ](?:the[ ])?(?:far[ ])?(?:top[ ])?(?:left|right|top)\b   # From left: …
    | ,[ ](?:far[ ]|second[ ]from[ ])?(?:left|right|cent(?:er|re))[ ]?,              # Ada Quill, left, …
    | \((?:far[ ])?(?:left|right|cent(?:er|re)|[LRC])\)                              # Ada Quill (left)
    | \((?:file[ ])?(?:photo|picture|image|illustration)\)                          # The pier at dawn (Photo)
    | \b(?:pictured|(?:is|are)[ ](?:seen|shown)|(?:seen|shown)[ ]here|in[ ]this[ ](?:photo|picture|image))\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WHO_HINTS = (
    "left",
    "right",
    "cent",
    "top",
    "(l)",
    "(r)",
    "(c)",
    "photo",
    "picture",
    "image",
    "illustrat",
    "seen",
    "show",
)
"""Everything that ``_WHO_IS_WHO`` matches contains one of these in lower case."""
_POSITIONS = (
    "L-R",
    "L–R",
    *(f"{side}{mark}" for side in ("left", "right", "center", "centre") for mark in ",:)"),
)
"""Everything that ``_POSITIONED`` matches contains one of these."""
_POSITIONED = re.compile(
    r"""
    ^\W*L[–-]R\b                                             # (L–R) Ada Quill and Ole Berg
    | ^\W*(?:[Cc]lockwise[ ])?[Ff]rom[ ](?:the[ ])?(?:far[ ]|top[ ])?left(?:[ ]to[ ]right)?
      (?: : | ,[ ][A-Z][\w.’'-]+[ ][A-Z] )                                               # From left: Ada Quill
    | [a-z]\ \((?:far[ ]|second[ ]from[ ])?(?:left|right|cent(?:er|re))\)             # Ada Quill (left)
    | \b[A-Z][\w.’'-]*[a-z],[ ](?:far[ ]|second[ ]from[ ])?(?:left|right|cent(?:er|re)),  # Ada Quill, left,
    """,
    re.VERBOSE,
)
_LEADS = frozenset("CGIP")
_LEADING = re.compile(
    r"""
    (?: PHOTOS? | IMAGE | PICTURE | GRAPHIC ) [ ] (?: BY | COURTESY[ ]OF | PROVIDED[ ]BY | VIA ) [ ]
    (?P<name> [A-Z][A-Z.'’-]+ (?:[ ][A-Z][A-Z.'’-]*)* [A-Z] (?:[ ]?/[ ]?[A-Z]{2,}(?:[ ][A-Z]{2,})*)? )
    [ .,:|–—-]{1,3} (?=[A-Z]?[’'\w]*[a-z]|A[ ][a-z])                                # PHOTO BY JO REED The pier
    |
    (?: (?:Photo|Image|Picture)s?(?:[ ][Cc]redit)? | Photograph | Credit ) :[ ]
    (?P<names> (?!The[ ]) [A-Z][\w'’-]+ (?:[ ][A-Z][\w.'’-]*){0,3} (?:[ ]?/[ ]?[A-Z][\w'’]+(?:[ ][A-Z][\w'’]+){0,2})? )
    (?: \.[ ] | [ ][|–—][ ] ) (?=[A-Z“"])                                           # Photo: Jo Reed. The pier
    """,
    re.VERBOSE,
)
_SIGNED = re.compile(r"[.!?]\sBy[ ](?P<name>[A-Z][\w.'’-]+(?:[ ][A-Z][\w.'’-]*){1,3})$")
_CAPTION_WORDS = range(4, 80)
_SHORT_CAPTION_WORDS = range(6, 46)
_FULL_NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){0,2} [A-Z][\w'’-]+")


class Credit(NamedTuple):
    """A credit in a line: where its caption ends, where its own words begin and end, and where the caption begins.

    It follows the caption or precedes it.
    """

    caption_end: int
    start: int
    end: int
    caption_start: int = 0


def find_credit(text: str) -> Credit | None:
    """The picture credit at the end of *text*, or before its caption, or None.

    ``caption_end`` is 0 if the line is just a credit.
    """
    apart = _leading(text) if text[:1] in _LEADS else None
    if apart is None and text.endswith(")"):
        apart = _full_name_in_brackets(text)
    if apart:
        return apart
    offset = max(0, len(text) - _LOOK_BACK)
    tail = text[offset:]
    found = _bracketed(tail) or _labelled(tail, whole=offset == 0) or _agency(tail, whole=offset == 0)
    found = found or _signed(text, offset)
    return Credit(found[0] + offset if found[0] else 0, found[1] + offset, found[2] + offset) if found else None


def names_in_brackets(text: str) -> Credit | None:
    """The credit in a line known to be a caption: names in brackets after its last sentence."""
    match = _BRACKETED.search(text)
    before = text[: match.start()].rstrip() if match else ""
    words = match[2] if match else None
    if match is None or not words or not before.endswith((".", "!", "?", "”", '"')) or not words[0].isupper():
        return None
    is_name = len(words.split()) <= _WORDS_MOST and _only_names(words) and not has_day(words)
    return Credit(len(before), match.start(2), match.end(2)) if is_name else None


def _full_name_in_brackets(text: str) -> Credit | None:
    """A name of several words in brackets after the last sentence of a short line: "The pier at dawn. (Jo Reed)"."""
    credit = names_in_brackets(text) if len(text.split()) in _SHORT_CAPTION_WORDS else None
    is_name = credit is not None and _FULL_NAME.fullmatch(text, credit.start, credit.end) is not None
    return credit if is_name else None


def tells_positions(text: str) -> bool:
    """Whether a line says where people are in a picture, as only captions do: "Ada Quill, left, waves"."""
    may_tell = any(map(text.__contains__, _POSITIONS)) and _POSITIONED.search(text) is not None
    return may_tell and len(text.split()) in _CAPTION_WORDS


def describes_picture(text: str) -> bool:
    """Whether a line is like a caption: it says who is who in the picture, or is a sentence that names the day."""
    says_who = any(map(text.lower().__contains__, _WHO_HINTS)) and _WHO_IS_WHO.search(text) is not None
    return (says_who or (text.endswith(".") and has_day(text))) and len(text.split()) in _CAPTION_WORDS


def _bracketed(tail: str) -> tuple[int, int, int] | None:
    match = _BRACKETED.search(tail) if tail.rstrip(" \xa0\t.").endswith(_CLOSING_BRACKETS) else None
    if match is None:
        return None
    group = 1 if match[1] is not None else 2
    words = match[group]
    label = _label().match(words)
    square_capitals = group == 1 and _CAPITALS.match(words) and len(words.split()) <= _WORDS_MOST
    labelled = label is not None and label.end() < len(words)
    if not (labelled or square_capitals or _names_agency(words) or _PERSON_AND_OUTLET.fullmatch(words)):
        return None
    start = match.start(group) + (label.end() if label and labelled else 0)
    return len(tail[: match.start()].rstrip()), start, match.end(group)


def _leading(text: str) -> Credit | None:
    """A credit that precedes its caption: "PHOTO BY JO REED The pier …", "Photo: Jo Reed. The pier …"."""
    match = _LEADING.match(text)
    if match is None or len(text[match.end() :].split()) not in _CAPTION_WORDS:
        return None
    group = "name" if match["name"] else "names"
    return Credit(len(text), match.start(group), match.end(group), match.end())


def _labelled(tail: str, *, whole: bool) -> tuple[int, int, int] | None:
    """A credit introduced by a word: "Photo: …", "Credit …"."""
    if tail.rstrip(" )]").endswith((".", "?", "!")) or not _SIGN.search(tail):
        return None
    for match in _label_with_mark().finditer(tail):
        words = tail[match.end() :].rstrip(" )]")
        if len(words.split()) <= _WORDS_MOST and words:
            at_start = whole and match.start() == 0
            return (
                0 if at_start else len(tail[: match.start()].rstrip(" |–—-/(")),
                match.end(),
                match.end() + len(words),
            )
    return None


def _agency(tail: str, *, whole: bool) -> tuple[int, int, int] | None:
    """A credit that names a supplier, after the last sentence, slash or dash, or alone on its line."""
    if tail.endswith((".", "?", "!")) or not ("/" in tail or _agency_name().search(tail.lower())):
        return None
    ends = list(_SENTENCE.finditer(tail))
    start = ends[-1].end() if ends else 0
    rest = tail[start:]
    if (ends or whole) and len(rest.split()) <= _WORDS_MOST and _is_supplier(rest):
        return len(tail[:start].rstrip()), start, len(tail)
    dashed = _DASHED.search(tail)
    if dashed and dashed[1].lower() in phrase_set("agencies"):
        return dashed.start(), dashed.start(1), len(tail)
    return None


def _signed(text: str, offset: int) -> tuple[int, int, int] | None:
    """A "By" and a name after the last sentence of a picture's description; offsets relative to *offset*."""
    match = _SIGNED.search(text, offset) if " By " in text else None
    if match is None or not describes_picture(text):
        return None
    return match.start() + 1 - offset, match.start("name") - offset, match.end("name") - offset


def _is_supplier(words: str) -> bool:
    return (_only_names(words) and _names_agency(words)) or _PERSON_AND_OUTLET.fullmatch(words) is not None


def _only_names(words: str) -> bool:
    """Whether no word is in lower case, apart from a few small ones."""
    return all(not word[0].islower() or word in _SMALL for word in words.split())


def _names_agency(words: str) -> bool:
    """Whether one of the names between slashes, commas or "via" is that of a supplier of pictures."""
    return any(piece.strip().strip(" .") in phrase_set("agencies") for piece in _PARTED.split(words.lower()))


@cache
def _agency_name() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(phrases('agencies'))}")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?i)\s*{any_of(phrases('credit-words'))}\b\s*[:：/|=]?\s*")


@cache
def _label_with_mark() -> re.Pattern[str]:
    label = any_of(phrases("credit-words"), space="[ ]")
    return re.compile(
        rf"""
        (?:
          ^ | (?<=[\s.!?"”)|–—(-])
          | (?<=[a-z\d]) (?=(?:Credit|Foto|Image|Photo|Picture)s?\s?[:：])   # the quay at dawnCredit: Ole Berg
        )
        (?:
          (?i:{label})\s?[:：=]\s*                                  # Foto: Ole Berg
          | (?:
              (?:Photo(?:graph)?s?|PHOTO|Image|Picture|Illustration)
              [ ](?:by|BY|courtesy[ ]of|via|provided[ ]by)          # Photo by Ole Berg
              | Courtesy(?:[ ]of)? | Credit
            )
            \s+(?=[A-Z\d])
        )
        """,
        re.VERBOSE,
    )
