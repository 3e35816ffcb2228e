"""Opens and reads sources of any kind; no other module opens them."""

import codecs
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO, TypedDict, TypeVar

from ld.article import Article
from ld.config import Defaults
from ld.errors import InputError
from ld.facts import Facts
from ld.read.agency import is_agency_item, is_newsml, read_agency_item
from ld.read.facts_json import read_facts
from ld.read.fetching import FetchedPage, fetch
from ld.read.source import is_html
from ld.read.text import read_text
from ld.standard_input import standard_input

__all__ = ["Given", "is_address", "read", "read_data", "read_facts", "read_fetched", "read_text"]

_STDIN = "-"
_TEXT_MOST = 2_000_000
_PAGE_MOST = 10_000_000
_FACTS_MOST = 64_000_000

_Source = TypeVar("_Source", Article, Article | Facts)


class Given(TypedDict):
    """What the user states about the article, as arguments of ``ld.read.read_text``."""

    url: str | None
    date: str | None
    publisher: str | None
    lang: str | None


def read(  # noqa: PLR0913 - the options of one article
    source: str | Path,
    *,
    url: str | None = None,
    date: str | None = None,
    publisher: str | None = None,
    lang: str | None = None,
    defaults: Defaults = Defaults(),  # noqa: B008 - an immutable value
    allow_private: bool = False,
) -> Article | Facts:
    """The article in the file *source* ("-" is stdin) or at the address *source*, or the facts if it is JSON.

    A source is JSON if its name ends in ``.json`` or its text begins with "{"; the options are then refused, since the
    article in it states them. ninjs and NewsML-G2 are articles; unreleased items are refused.
    A source is a page if its name ends in ``.html`` or ``.htm``, or its text is markup. *source* is an address if it
    begins with ``http://`` or ``https://``; only with *allow_private* may it be in a private network.
    The other options are those of ``read_text``; *defaults* replace missing ones, but not for facts.
    Raises InputError, with a message that begins with the source's name, if it cannot be read or is neither, or is
    longer than 2 MB, a page than 10 MB, facts.json than 64 MB: no more is read, so that an endless source is refused
    too.
    """
    name = "stdin" if str(source) == _STDIN else str(source)
    given = Given(url=url, date=date, publisher=publisher, lang=lang)
    try:
        if is_address(source):
            return read_fetched(fetch(str(source), allow_private=allow_private), given, defaults)
        return _described(_read_bytes(source, _bytes(source), given, defaults), defaults)
    except InputError as error:
        raise type(error)(f"{name}: {error}", error.hint) from error


def read_data(  # noqa: PLR0913 - the options of one article
    data: bytes,
    *,
    url: str | None = None,
    date: str | None = None,
    publisher: str | None = None,
    lang: str | None = None,
    defaults: Defaults = Defaults(),  # noqa: B008 - an immutable value
) -> Article | Facts:
    """The page, pasted text or facts that somebody sent, by its contents. Options and errors are as for ``read``."""
    _refuse_too_much(data, _most("", data))
    given = Given(url=url, date=date, publisher=publisher, lang=lang)
    return _described(_read_bytes("", data, given, defaults), defaults)


def read_fetched(found: FetchedPage, given: Given, defaults: Defaults) -> Article:
    """The article of a page *found* on the Web. Raises InputError if it has none."""
    page = _read_page(found.page, found.charset, found.address, _completed(given, defaults))
    return _described(page, defaults)


def _described(source: _Source, defaults: Defaults) -> _Source:
    """*source* with the publisher's data in *defaults*, unless it is facts already."""
    if isinstance(source, Facts) or not defaults.publisher_data:
        return source
    from ld.read.house import with_publisher_data  # noqa: PLC0415 - few settings describe a publisher

    return with_publisher_data(source, defaults)


def _completed(given: Given, defaults: Defaults) -> Given:
    """*given*, completed by the *defaults*."""
    publisher = defaults.publisher if given["publisher"] is None else given["publisher"]
    lang = defaults.lang if given["lang"] is None else given["lang"]
    return {**given, "publisher": publisher, "lang": lang}


def _read_bytes(source: str | Path, data: bytes, given: Given, defaults: Defaults) -> Article | Facts:
    """The article or the facts in the *data* of *source*."""
    if _is_page(source, data) and not is_newsml(data[:_TEXT_MOST].decode("utf-8", "replace")):
        return _read_page(data, None, None, _completed(given, defaults))
    text = _decoded(data)
    if is_agency_item(text):
        return read_agency_item(text, **_completed(given, defaults))
    if not _is_json(source, data):
        return read_text(text, **_completed(given, defaults))
    _refuse_options(**given)
    return read_facts(text)


def _read_page(page: bytes, charset: str | None, address: str | None, options: Given) -> Article:
    from ld.read.html import read_html  # noqa: PLC0415 - imported late: texts and facts need not wait for it

    return read_html(page, charset=charset, address=address, **options)


def is_address(source: str | Path) -> bool:
    """Whether *source* is an address on the Web, not a file."""
    return isinstance(source, str) and source.lower().startswith(("http://", "https://"))


def _bytes(source: str | Path) -> bytes:
    try:
        with _opened(source) as stream:
            data = stream.read(_TEXT_MOST + 1)
            most = _most(source, data)
            if len(data) > _TEXT_MOST:
                data += stream.read(most + 1 - len(data))
    except FileNotFoundError as error:
        raise InputError("no such file", "check the path; - reads standard input") from error
    except IsADirectoryError as error:
        raise InputError("is a directory", "name a file in it") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"cannot be read: {reason}", "check the path and its permissions") from error
    _refuse_too_much(data, most)
    return data


def _most(source: str | Path, data: bytes) -> int:
    """The longest allowed source in bytes, given its name and the beginning of its *data*."""
    return _FACTS_MOST if _is_json(source, data) else _PAGE_MOST if _is_page(source, data) else _TEXT_MOST


def _refuse_too_much(data: bytes, most: int) -> None:
    if len(data) > most:
        raise InputError(f"has over {most // 1_000_000} MB, more than an article has", "give one article at a time")


def _opened(source: str | Path) -> AbstractContextManager[BinaryIO]:
    """The bytes of *source*; standard input stays open."""
    if str(source) != _STDIN:
        return Path(source).open("rb")
    return nullcontext(standard_input())


def _is_json(source: str | Path, data: bytes) -> bool:
    return str(source).endswith(".json") or data.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{")


def _is_page(source: str | Path, data: bytes) -> bool:
    if _is_json(source, data):
        return False
    if str(source).lower().endswith((".html", ".htm", ".xhtml")):
        return True
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and b"<" in data[:_TEXT_MOST]
    return marked or is_html(data[:_TEXT_MOST].decode("utf-8", "replace"))


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
