"""The headline of a page: the visible heading that matches the title in the page's metadata."""

import re
from collections.abc import Sequence

from ld.read.html.metadata import MetadataValue
from ld.read.html.page import Page
from ld.read.html.visible import Line
from ld.read.vocabulary import folded
from ld.urls import host_names

_WORD = re.compile(r"[^\W_]+")
_BAR = re.compile(r"\s+[|–—•·»:-]+\s+|\s*\|\s*")
_LIKE = 0.3
_TITLE_WORDS = 3
_LINK = 0.9
_HEADINGS = frozenset(("h2", "h3"))


def find_title(lines: Sequence[Line], claims: Sequence[MetadataValue], outlets: frozenset[str]) -> int | None:
    """The index of the line that is the headline, or None if the page shows none.

    It is the main heading (``h1``) most like the *claims*, the titles in the metadata, in order of trust; without such
    a heading the first line that equals one of them. *outlets* are folded names of the site, which are not headlines.
    """
    titles = [cleaned(claim.value, outlets) for claim in claims]
    headings = [i for i, line in enumerate(lines) if "h1" in line.within and folded(line.text) not in outlets]
    if headings:
        best = max(headings, key=lambda index: (_likeness(lines[index].text, titles), -index))
        words = len(_WORD.findall(lines[best].text))
        if _likeness(lines[best].text, titles) >= _LIKE or words >= _TITLE_WORDS:
            return _post_below(lines, best, claims) or best
    said = {_key(title): rank for rank, title in reversed([*enumerate(titles)])}
    same = [(said[key], i) for i, line in enumerate(lines) if (key := _key(line.text)) in said and key]
    return min(same)[1] if same else None


def _post_below(lines: Sequence[Line], head: int, claims: Sequence[MetadataValue]) -> int | None:
    """The index of the heading below *head* that is a blog's post, if *head* is the blog's own name.

    Both are links, the post's address begins with that of the blog, and the titles contain both.
    """
    blog = lines[head]
    if blog.linked <= _LINK or not blog.links:
        return None
    home, pieces = blog.links[0].address, {_key(piece) for claim in claims for piece in _BAR.split(claim.value)}
    for index, line in enumerate(lines[head + 1 :], start=head + 1):
        if (
            line.within & _HEADINGS
            and line.links
            and line.linked > _LINK
            and {_key(blog.text), _key(line.text)} <= pieces
        ):
            address = line.links[0].address
            return index if address != home and address.startswith(home) else None
    return None


def cleaned(title: str, outlets: frozenset[str]) -> str:
    """*title* without the name of the site before or after a bar or a dash."""
    pieces = [piece for piece in _BAR.split(title) if piece.strip()]
    if len(pieces) < 2:  # noqa: PLR2004 - one piece is all of it
        return title
    if folded(pieces[-1]) in outlets:
        return title[: title.rindex(pieces[-1])].rstrip(" |–—•·»:-\t")
    if folded(pieces[0]) in outlets:
        return title[title.index(pieces[0]) + len(pieces[0]) :].lstrip(" |–—•·»:-\t")
    return title


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _likeness(text: str, titles: Sequence[str]) -> float:
    """The share of words that *text* and the title most like it have in common: 0 to 1."""
    words = set(_WORD.findall(text.casefold()))
    sets = [set(_WORD.findall(title.casefold())) for title in titles]
    return max((len(words & others) / len(words | others) for others in sets if words | others), default=0.0)


def site_in_title(page: Page, url: str | None, owner: str) -> tuple[str, MetadataValue] | None:
    """The name of the site at the end of the ``title`` element, with the claim that contains it.

    "Harbour full - Norvik Light Today" on norviklight.example: it begins as the host of *url* spells it, or with the
    first word of the *owner* of the page's rights, which may be a company: "Norvik Media Group".
    """
    hosts = [host.letters for host in host_names(url) if host.own] if url else []
    known = {_letters(name) for name in (*hosts, " ".join(owner.casefold().removeprefix("the ").split()[:1]))}
    for claim in page.said.of("headline"):
        pieces = _SITE_JOINT.split(claim.value) if claim.where == "title" else []
        name = pieces[-1] if len(pieces) > 1 and len(pieces[-1].split()) <= _SITE_WORDS else ""
        if any(len(letters) >= _SITE_LETTERS and _letters(name).startswith(letters) for letters in known):
            return name, claim
    return None


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold())).removeprefix("the")


_SITE_JOINT = re.compile(r"\s[|–—-]\s")
_SITE_WORDS = 5
_SITE_LETTERS = 5
