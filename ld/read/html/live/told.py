"""A page's own data on the entries of its live blog."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from ld.read.html.json_ld import plain_text
from ld.read.html.metadata import MetadataValue
from ld.read.html.nodes import Node, classes_of, listed, named_nodes, resolved
from ld.read.html.statements import Source

UPDATE = "liveBlogUpdate"
LIVE_BLOG = "LiveBlogPosting"
ENTRIES_MOST = 5_000
_AUTHORS_MOST = 12
_BODY_MOST = 20_000
_PARAGRAPHS = re.compile(r"\n|</?(?:p|div|li|h[1-6]|blockquote|br)\b[^<>]{0,200}>", re.IGNORECASE)


class ToldEntry(NamedTuple):
    """An entry as the page's data describe it, each value with its place there; missing values are None or empty.

    *body* are the paragraphs of its text.
    """

    headline: MetadataValue | None = None
    published: MetadataValue | None = None
    modified: MetadataValue | None = None
    address: MetadataValue | None = None
    authors: tuple[MetadataValue, ...] = ()
    body: tuple[str, ...] = ()

    @property
    def fragment(self) -> str:
        """The end of its address that names an element of the page; empty if there is none."""
        return self.address.value.partition("#")[2] if self.address else ""

    def claims(self) -> Iterator[MetadataValue]:
        """The metadata of the entry, without its text."""
        said = (self.headline, self.published, self.modified, self.address, *self.authors)
        yield from (claim for claim in said if claim)


def entries_told(sources: Sequence[Source]) -> tuple[ToldEntry, ...] | None:
    """The entries of the live blog in the first of *sources* that has some; None if the page does not have one."""
    found = None
    for source in sources:
        named = named_nodes(source.nodes)
        for article in source.articles:
            if UPDATE in article or LIVE_BLOG in classes_of(article):
                updates = islice((item for item in listed(article.get(UPDATE)) if isinstance(item, dict)), ENTRIES_MOST)
                found = _told_apart(_entry(resolved(item, named), named, source.where) for item in updates)
                if found:
                    return found
    return found


def _told_apart(entries: Iterable[ToldEntry]) -> tuple[ToldEntry, ...]:
    """*entries*, each once, without addresses that several of them share: these belong to the page."""
    apart = dict.fromkeys(entries)
    times = Counter(entry.address.value for entry in apart if entry.address)
    return tuple(
        entry._replace(address=None) if entry.address and times[entry.address.value] > 1 else entry for entry in apart
    )


def _entry(node: Node, named: Mapping[str, Node], where: str) -> ToldEntry:
    place = f"{UPDATE} in {where}"
    return ToldEntry(
        headline=_first(node, ("headline", "name"), place),
        published=_first(node, ("datePublished", "dateCreated"), place),
        modified=_first(node, ("dateModified",), place),
        address=_first(node, ("url", "mainEntityOfPage", "@id"), place),
        authors=tuple(islice(_authors(node, named, place), _AUTHORS_MOST)),
        body=tuple(_paragraphs(node)),
    )


def _first(node: Node, keys: Sequence[str], place: str) -> MetadataValue | None:
    """The first text of *node* for one of *keys*; for a node its address."""
    for key in keys:
        for value in listed(node.get(key)):
            said = (value.get("@id") or value.get("url")) if isinstance(value, dict) else value
            words = plain_text(said) if isinstance(said, str) else ""
            if words:
                return MetadataValue("statement", words, f"{key} of {place}")
    return None


def _authors(node: Node, named: Mapping[str, Node], place: str) -> Iterator[MetadataValue]:
    for value in listed(node.get("author")):
        author = resolved(value, named) if isinstance(value, dict) else {"name": value}
        kind = next(iter(classes_of(author)), "")
        for name in listed(author.get("name")):
            if isinstance(name, str) and (words := plain_text(name)):
                yield MetadataValue("statement", words, f"author of {place}", kind=kind)


def _paragraphs(node: Node) -> Iterator[str]:
    said: Any = next((text for key in ("articleBody", "text") for text in listed(node.get(key))), "")
    text = said if isinstance(said, str) else ""
    whole = text if len(text) <= _BODY_MOST else text[:_BODY_MOST].rpartition(" ")[0]
    for paragraph in _PARAGRAPHS.split(html.unescape(whole)):
        if words := plain_text(paragraph):
            yield words
