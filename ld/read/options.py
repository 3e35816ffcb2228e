"""What the user states about an article on the command line, checked."""

from typing import NamedTuple

from ld.article import Given, Stated
from ld.errors import InputError
from ld.read.dates import iso_moment
from ld.read.language import normal_tag
from ld.urls import is_absolute_url, normal_url


class Options(NamedTuple):
    """The given options, each as it goes into the article."""

    url: Stated | None
    date: Stated | None
    publisher: Stated | None
    language: Stated | None


def options(*, url: str | None, date: str | None, publisher: str | None, lang: str | None) -> Options:
    """The options as stated values. Raises InputError for a malformed one.

    A URL loses its fragment, its host and a tag's language are put in lower case, a date-time gets its seconds:
    the evidence keeps the original.
    """
    for option, said in (("--url", url), ("--date", date), ("--publisher", publisher), ("--lang", lang)):
        _refuse_broken(option, said or "")
    return Options(
        url=None if url is None else _given("--url", url, _url(url)),
        date=None if date is None else _given("--date", date, _date(date)),
        publisher=None if publisher is None else _given("--publisher", publisher, _publisher(publisher)),
        language=None if lang is None else _given("--lang", lang, _language(lang)),
    )


def _given(option: str, said: str, value: str) -> Stated:
    return Stated(value=value, evidence=(Given(option=option, value=said),))


def _refuse_broken(option: str, said: str) -> None:
    """Refuse values that are not UTF-8: Python represents their bytes as halves of surrogate pairs."""
    try:
        said.encode()
    except UnicodeEncodeError as error:
        message = f"{option} {said!r} is no Unicode text: character {error.start + 1} cannot be encoded"
        raise InputError(message, "give it in UTF-8") from error


def _url(url: str) -> str:
    if not is_absolute_url(url):
        raise InputError(f"--url {url!r} is not an absolute URL", "give it in full: https://example.org/news/story")
    return normal_url(url.partition("#")[0])


def _date(date: str) -> str:
    moment = iso_moment(date)
    if moment is None:
        expected = "expected YYYY-MM-DD, or a date-time with zone such as 2024-09-11T17:21:00+09:00"
        raise InputError(f"--date {date!r} is not a real ISO 8601 date", expected)
    return moment


def _publisher(publisher: str) -> str:
    if not publisher.strip():
        raise InputError("--publisher is blank", "give the publisher's name, or leave the option out")
    return " ".join(publisher.split())


def _language(lang: str) -> str:
    tag = normal_tag(lang)
    if tag is None:
        raise InputError(f"--lang {lang!r} is not a language tag", "give a BCP 47 tag such as en, de or pt-BR")
    return tag
