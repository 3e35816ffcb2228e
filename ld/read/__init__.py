"""Sources into values: pasted text into an Article, facts.json into Facts. The only place that opens sources."""

import sys
from pathlib import Path

from ld.article import Article
from ld.errors import InputError
from ld.facts import Facts
from ld.read.facts_json import read_facts
from ld.read.text import read_text

__all__ = ["read", "read_facts", "read_text"]

_STDIN = "-"


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
    Raises InputError, whose message begins with the source's name, when it cannot be read or is neither.
    """
    name = "stdin" if str(source) == _STDIN else str(source)
    try:
        text = _decoded(_bytes(source))
        if not (name.endswith(".json") or text.lstrip("\ufeff \t\r\n").startswith("{")):
            return read_text(text, url=url, date=date, publisher=publisher, lang=lang)
        _refuse_options(url=url, date=date, publisher=publisher, lang=lang)
        return read_facts(text)
    except InputError as error:
        raise InputError(f"{name}: {error}", error.hint) from error


def _bytes(source: str | Path) -> bytes:
    if str(source) == _STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(source).read_bytes()
    except FileNotFoundError as error:
        raise InputError("no such file", "check the path; - reads standard input") from error
    except IsADirectoryError as error:
        raise InputError("is a directory", "name a file in it") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"cannot be read: {reason}", "check the path and its permissions") from error


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
