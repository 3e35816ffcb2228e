"""Sources into values: pasted text into an Article, facts.json into Facts. The only place that opens sources."""

import codecs
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from ld.article import Article
from ld.errors import InputError
from ld.facts import Facts
from ld.read.facts_json import read_facts
from ld.read.text import read_text

__all__ = ["read", "read_facts", "read_text"]

_STDIN = "-"
_TEXT_MOST = 2_000_000
_FACTS_MOST = 64_000_000


def read(
    source: str | Path,
    *,
    url: str | None = None,
    date: str | None = None,
    publisher: str | None = None,
    lang: str | None = None,
) -> Article | Facts:
    """The article in the file *source* ("-" is stdin), or the facts when it is JSON.

    A source is JSON when its name ends in ``.json`` or its text begins with "{"; the options are then refused,
    since the article in it says them. They are those of ``read_text``.
    Raises InputError, whose message begins with the source's name, when it cannot be read or is neither,
    or is longer than 2 MB, facts.json than 64 MB: no more is read, so that an endless source is refused too.
    """
    name = "stdin" if str(source) == _STDIN else str(source)
    try:
        data = _bytes(source)
        text = _decoded(data)
        if not _is_json(source, data):
            return read_text(text, url=url, date=date, publisher=publisher, lang=lang)
        _refuse_options(url=url, date=date, publisher=publisher, lang=lang)
        return read_facts(text)
    except InputError as error:
        raise InputError(f"{name}: {error}", error.hint) from error


def _bytes(source: str | Path) -> bytes:
    try:
        with _opened(source) as stream:
            data = stream.read(_TEXT_MOST + 1)
            most = _FACTS_MOST if _is_json(source, data) else _TEXT_MOST
            if len(data) > _TEXT_MOST:
                data += stream.read(most + 1 - len(data))
    except FileNotFoundError as error:
        raise InputError("no such file", "check the path; - reads standard input") from error
    except IsADirectoryError as error:
        raise InputError("is a directory", "name a file in it") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"cannot be read: {reason}", "check the path and its permissions") from error
    if len(data) > most:
        raise InputError(f"has over {most // 1_000_000} MB, more than an article has", "give one article at a time")
    return data


def _opened(source: str | Path) -> AbstractContextManager[BinaryIO]:
    """The bytes of *source*; standard input stays open."""
    if str(source) != _STDIN:
        return Path(source).open("rb")
    if sys.stdin is None:
        raise InputError("is closed", "give it a text, or name a file")
    return nullcontext(sys.stdin.buffer)


def _is_json(source: str | Path, data: bytes) -> bool:
    return str(source).endswith(".json") or data.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{")


def _decoded(data: bytes) -> str:
    if b"\0" in data:
        hint = "give the article as plain text in UTF-8"
        raise InputError(f"looks like a binary file: a NUL byte stands at offset {data.index(0)}", hint)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise InputError(f"is not UTF-8: byte {error.start} cannot be decoded", "save the file as UTF-8") from error


def _refuse_options(**options: str | None) -> None:
    given = [f"--{name}" for name, value in options.items() if value is not None]
    if given:
        hint = "leave the option out, or state the value in the file"
        raise InputError(f"{given[0]} does not apply to facts.json, whose article states its own", hint)
