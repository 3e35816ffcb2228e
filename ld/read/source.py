"""The source as text with normalised line ends; refused if it is empty, binary, HTML or cannot be encoded."""

import re

from ld.errors import InputError

_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.05
_DOCUMENT = re.compile(
    r"\ufeff?\s*(?:<!--.{0,500}?-->\s*)*<(?:!doctype html|html|head|body|\?xml)\b", re.IGNORECASE | re.DOTALL
)
_CLOSING = re.compile(
    r"</(?:p|div|li|ul|ol|td|tr|table|h[1-6]|section|article|nav|header|footer|head|body)\s?>", re.IGNORECASE
)
_LEAST_TAGS = 3
_TAG_EVERY = 1000


def normalised(source: str) -> str:
    r"""*source* without a byte order mark, all line ends ``\n``; InputError if it cannot be an article's text."""
    text = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise InputError("the source is empty", "paste the article's text: its headline and its paragraphs")
    _refuse_binary(text)
    _refuse_html(text)
    return text


def is_html(text: str) -> bool:
    """Whether *text* is markup: it begins like a page, or is full of end tags."""
    if _DOCUMENT.match(text):
        return True
    tags = len(_CLOSING.findall(text))
    return tags >= _LEAST_TAGS and tags * _TAG_EVERY >= len(text)


def _refuse_binary(text: str) -> None:
    hint = "give the article as plain text in UTF-8"
    zero = text.find("\0")
    if zero >= 0:
        raise InputError(f"the source looks like a binary file: a NUL stands at offset {zero}", hint)
    if len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        raise InputError("the source looks like a binary file: it is full of control characters", hint)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            f"the source is no Unicode text: half a surrogate pair at offset {error.start}", hint
        ) from error


def _refuse_html(text: str) -> None:
    if is_html(text):
        raise InputError("the source is HTML, not text", "save it in a file that ends in .html, and read that")
