"""The works to which a story refers its readers: the links in its paragraphs, each with the linked words."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from ld.article import Citation, Stated
from ld.read.excerpt import Excerpt
from ld.read.html.page import Page
from ld.read.html.visible import Link
from ld.read.vocabulary import phrase_set, phrases
from ld.urls import is_absolute_url, whole_url

_CITATIONS_MOST = 100
_LINKED = 0.5
_LEAST = 3
_ADDRESS_MOST = 2_000
_SHARES = re.compile(r"/(?:sharer?(?:\.php)?|share(?:article)?|intent/\w+|dialog/\w+|submit)(?:/|$)", re.IGNORECASE)
_PAID = frozenset(
    ("aff", "aff_id", "affid", "affiliate", "afftrack", "ascsubtag", "clickid", "irclickid", "subid", "tag")
)
"""Parameters by which a shop knows whom to pay."""

_SHOPS = ("shop.", "store.", "shopping.", "tickets.", "click.", "go.")
"""How the hosts of shops and of redirecting addresses begin."""

_SLUG = re.compile(r"[^\W_]+(?:[-_][^\W_]+){2,}|\d{4,}")
_WORK = re.compile(r"\.(?:pdf|html?|aspx?|php)$", re.IGNORECASE)


class _Target(NamedTuple):
    """The target of a link: the *address*, without reader-specific parameters, and its *host* and path."""

    address: str
    host: str
    path: str


def citations_of(page: Page, excerpt: Excerpt, url: str) -> tuple[Stated, ...]:
    """The addresses to which words in the paragraphs of *excerpt* link, in order, each once, at most 100.

    The article is at *url*. Left out are links to itself, to its own host except for articles there, to home pages,
    lists of articles, people and services, to share buttons, to shops that pay for it, and through redirecting
    addresses; tracking parameters are removed.
    """
    parts = {part.source_start for part in excerpt.parts if part.kind == "paragraph"}
    own = _host(url or page.base)
    found: dict[str, Stated] = {}
    for line, block in zip(page.lines, page.blocks, strict=True):
        if not line.links or block.start not in parts or line.linked > _LINKED or len(found) >= _CITATIONS_MOST:
            continue
        for target, link in _targets(line.links, page.base or url, own):
            start, end = block.start + link.start, block.start + link.end
            if target.address in found or _is_same(target.address, url) or end > block.end:
                continue
            words = excerpt.cited(start, end, "link in the story")
            if isinstance(words, Citation) and words.exact == line.text[link.start : link.end]:
                found[target.address] = Stated(value=target.address, evidence=(words,))
    return tuple(list(found.values())[:_CITATIONS_MOST])


def _targets(links: Sequence[Link], base: str, own: str) -> Iterator[tuple[_Target, Link]]:
    for link in links:
        if link.end - link.start >= _LEAST and len(link.address) <= _ADDRESS_MOST:
            target = _target(whole_url(link.address, base))
            if target and _is_work(target, own):
                yield target, link


def _target(url: str) -> _Target | None:
    """The target of *url*; None if it redirects, leads to a shop that pays, or is not a page's address."""
    if not is_absolute_url(url):
        return None
    scheme, authority, path, query, _ = urlsplit(url)
    host, pairs = _host(url), [pair for pair in query.split("&") if pair]
    names = {name.lower() for name, _ in parse_qsl(query, keep_blank_values=True)}
    if "@" in authority or host.startswith(_SHOPS) or _leads_on(host) or names & _PAID or _SHARES.search(path):
        return None
    if any("://" in value for _, value in parse_qsl(query)):
        return None
    kept = "&".join(pair for pair in pairs if not _tracks(pair.partition("=")[0].lower()))
    return _Target(urlunsplit((scheme, authority, path, kept, "")), host, path)


def _is_work(target: _Target, own: str) -> bool:
    """Whether the path is that of a work; on the *own* host it must be an article's."""
    segments = [segment.lower() for segment in target.path.split("/") if segment]
    if not segments or not phrase_set("link-segments").isdisjoint(segments):
        return False
    is_named = _SLUG.search(segments[-1]) is not None or _WORK.search(segments[-1]) is not None
    return is_named if target.host == own or len(segments) == 1 else True


def _is_same(address: str, url: str) -> bool:
    return _bare(address) == _bare(url)


def _bare(address: str) -> str:
    return re.split(r"[?#]", address.partition("://")[2], maxsplit=1)[0].removeprefix("www.").rstrip("/")


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.") if is_absolute_url(url) else ""


def _leads_on(host: str) -> bool:
    labels = host.split(".")
    return any(".".join(labels[start:]) in phrase_set("link-hosts") for start in range(len(labels)))


def _tracks(name: str) -> bool:
    return name in _tracking()[0] or name.startswith(_tracking()[1])


@cache
def _tracking() -> tuple[frozenset[str], tuple[str, ...]]:
    names = phrases("tracking-parameters")
    return frozenset(names), tuple(name[:-1] for name in names if name.endswith("*"))
