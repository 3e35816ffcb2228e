"""What the user states of an article on the command line, checked."""

import re
from typing import NamedTuple

from ld.article import Given, Stated
from ld.errors import InputError
from ld.read.dates import iso_moment
from ld.read.urls import is_absolute_url

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class Options(NamedTuple):
    """The options that were given, each as it goes into the article."""

    url: Stated | None
    date: Stated | None
    publisher: Stated | None
    language: Stated | None


def options(*, url: str | None, date: str | None, publisher: str | None, lang: str | None) -> Options:
    """The options as stated values; InputError when one is malformed.

    A URL loses its fragment, a date-time gets its seconds: what was said stays in the evidence.
    """
    return Options(
        url=None if url is None else _given("--url", url, _url(url)),
        date=None if date is None else _given("--date", date, _date(date)),
        publisher=None if publisher is None else _given("--publisher", publisher, _publisher(publisher)),
        language=None if lang is None else _given("--lang", lang, _language(lang)),
    )


def _given(option: str, said: str, value: str) -> Stated:
    return Stated(value=value, evidence=(Given(option=option, value=said),))


def _url(url: str) -> str:
    if not is_absolute_url(url):
        raise InputError(f"--url {url!r} is not an absolute URL", "give it in full: https://example.org/news/story")
    return url.partition("#")[0]


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
    if not _LANGUAGE_TAG.fullmatch(lang):
        raise InputError(f"--lang {lang!r} is not a language tag", "give a BCP 47 tag such as en, de or pt-BR")
    return lang
