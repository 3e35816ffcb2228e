"""What a page states about its article outside the text: address, language, last change, keywords, access."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from ld.article import Citation, Given, SourceCitation, Stated
from ld.read.excerpt import Excerpt
from ld.read.html.metadata import MetadataValue
from ld.read.html.moments import moment
from ld.read.html.page import Page
from ld.read.language import UNKNOWN, language_of, normal_tag
from ld.read.vocabulary import folded
from ld.urls import is_absolute_url, normal_url

_KEYWORDS_MOST = 30
_KEYWORD_LONGEST = 60
_TRUTH = {"true": "true", "yes": "true", "false": "false", "no": "false"}


def address_of(page: Page, address: str | None) -> Stated | None:
    """The canonical address on the page, or the one it was fetched from. A home page is not an article's address."""
    claims = sorted(page.said.of("url"), key=lambda claim: claim.where != "link canonical")
    for claim in claims:
        url = claim.value.partition("#")[0]
        if is_absolute_url(url) and not (address and is_home(url) and not is_home(address)):
            start, end = page.place(claim, url)
            cited = SourceCitation.of(page.text, start, end, rule=f"address: {claim.where}")
            return Stated(value=normal_url(url), evidence=(cited,))
    if address is None:
        return None
    url = normal_url(address.partition("#")[0])
    return Stated(value=url, evidence=(Given(option="SOURCE", value=address),))


def is_home(url: str) -> bool:
    """Whether *url* is that of a whole site: it has no path."""
    return not url.partition("://")[2].partition("/")[2].strip("/")


def language_told(page: Page, excerpt: Excerpt) -> Stated:
    """The language that the page declares, unless its words are in another."""
    paragraphs = [part for part in excerpt.parts if part.kind == "paragraph"]
    detected = language_of(excerpt.text[part.start : part.end] for part in paragraphs)
    for claim in page.said.of("language"):
        tag = normal_tag(claim.value.replace("_", "-"))
        if tag and detected in (UNKNOWN, tag.partition("-")[0]):
            return excerpt.stated(tag, *page.place(claim, claim.value), f"language: {claim.where}")
    first = paragraphs[0]
    cited = Citation.of(excerpt.text, first.start, first.end, rule="language of the text")
    return Stated(value=detected, evidence=(cited,))


def last_change(page: Page, excerpt: Excerpt, published: Stated | None, today: dt.date) -> Stated | None:
    """The day or moment of the last change: not before the day of publication, nor after *today*."""
    for claim in page.said.of("modified"):
        value = moment(claim.value, today)
        if value and not (published and value[:10] < published.value[:10]):
            return excerpt.stated(value, *page.place(claim, claim.value), f"last change: {claim.where}")
    return None


def keywords_told(page: Page, excerpt: Excerpt) -> Iterator[Stated]:
    """The keywords of the first source that gives any, each once; a single string is split at its commas."""
    claims = page.said.of("keyword")
    claims = [claim for claim in claims if claim.where == claims[0].where]
    seen = set[str]()
    for claim in claims:
        for word in claim.value.split(",") if len(claims) == 1 else (claim.value,):
            keyword = word.strip()
            may_be = len(keyword) <= _KEYWORD_LONGEST and any(character.isalpha() for character in keyword)
            if may_be and folded(keyword) not in seen and len(seen) < _KEYWORDS_MOST:
                seen.add(folded(keyword))
                yield excerpt.stated(keyword, *page.place(claim, keyword), f"keyword: {claim.where}")


def access_told(page: Page, excerpt: Excerpt) -> Stated | None:
    """Whether the article can be read without paying, as an xsd:boolean."""
    for claim in page.said.of("free"):
        value = truth(claim.value)
        if value:
            return excerpt.stated(value, *page.place(claim, claim.value), f"accessible for free: {claim.where}")
    return None


def truth(said: str) -> str | None:
    """*said* as an xsd:boolean; None if it is neither true nor false. "https://schema.org/False" is false, too."""
    return _TRUTH.get(said.lower().rpartition("/")[2])


def with_runner_up(
    page: Page, excerpt: Excerpt, taken: Stated, claims: Iterable[MetadataValue], normal: Callable[[str], str | None]
) -> Stated:
    """*taken* with the first different value among *claims*, if there is one.

    Two values are the same if *normal* makes the same of them; values that it turns into None are ignored.
    """
    same = normal(taken.value)
    for claim in claims:
        other = normal(claim.value)
        if other is not None and other != same:
            runner_up = excerpt.stated(claim.value, *page.place(claim, claim.value), claim.where)
            return Stated(value=taken.value, evidence=taken.evidence, runner_up=runner_up)
    return taken
