"""A page's data about itself, in any syntax: JSON-LD, elements of the head, microdata, RDFa."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ld.article import LeftOut
from ld.read.html.items import loose_node, microdata_nodes, rdfa_nodes
from ld.read.html.json_ld import articles_among, item_claims, node_claims, sure_articles
from ld.read.html.live.told import ToldEntry, entries_told
from ld.read.html.metadata import PageMetadata, said
from ld.read.html.metas import body_claims, head_claims
from ld.read.html.nodes import fault_of, lost_in, nodes_of
from ld.read.html.statements import Source, own_block
from ld.read.html.tree import Tree
from ld.urls import is_absolute_url, whole_url


class Told(NamedTuple):
    """A page's metadata *said*, and the *base* of its relative addresses.

    *live* are the entries of its live blog, None if it is not declared to be one.
    """

    said: PageMetadata
    base: str
    live: tuple[ToldEntry, ...] | None = None


def told_by(tree: Tree, url: str | None, address: str | None) -> Told:
    """The data about itself of the page with this *tree*, which was fetched from *address*, or is at *url*."""
    by_head = list(head_claims(tree))
    own = next((claim.value for claim in by_head if claim.field == "url"), address or "")
    blocks = _json_ld_blocks(tree)
    nodes, items, rdfa = nodes_of(block.text for block in blocks), microdata_nodes(tree), rdfa_nodes(tree)
    claims = [
        *node_claims(nodes, own),
        *by_head,
        *item_claims(items, loose_node(tree), own, "microdata"),
        *item_claims(rdfa, {}, own, "RDFa"),
        *body_claims(tree),
    ]
    base = _base(tree, said(claims), address or url or "")
    sources = (
        Source(articles_among(nodes, own), nodes, "JSON-LD"),
        Source(sure_articles(items, own), items, "microdata"),
        Source(sure_articles(rdfa, own), rdfa, "RDFa"),
    )
    described, left_out = own_block(sources, by_head, base)
    whole = said([*claims, *described.claims()])
    return Told(whole._replace(own=described, left_out=(*_broken(blocks), *left_out)), base, entries_told(sources))


def _base(tree: Tree, told: PageMetadata, address: str) -> str:
    """The base of the page's relative addresses: its ``base`` element, resolved against its own address.

    That is *address*, from which it was fetched or where it is said to be, else the address in its metadata.
    """
    own = address or next((claim.value for claim in told.of("url") if is_absolute_url(claim.value)), "")
    based = next((element.get("href") or "" for element in tree.iter("base") if element.get("href")), "")
    return whole_url(based, own) or own


class _Block(NamedTuple):
    """The *text* of a block of JSON-LD, and the *line* of the page in which it begins."""

    text: str
    line: int


def _json_ld_blocks(tree: Tree) -> list[_Block]:
    """The page's JSON-LD, including what ``embed`` has set aside, without our own block, which adds nothing."""
    return [
        _Block(script.text or "", script.sourceline or 1)
        for script in tree.iter("script")
        if ("ld+json" in (script.get("type") or "").lower() and script.get("data-generator") != "article-ld")
        or script.get("data-article-ld-was") is not None
    ]


def _broken(blocks: Sequence[_Block]) -> Iterator[LeftOut]:
    """The unreadable blocks, and the values in others that cannot be represented."""
    for block in blocks:
        if fault := fault_of(block.text):
            line = block.line + fault.line - 1
            yield LeftOut(what=f"JSON-LD in line {block.line}", because=f"cannot be read: line {line}, {fault.because}")
        for lost in lost_in(block.text):
            line = block.line + lost.line - 1
            yield LeftOut(what=f"a value of JSON-LD in line {line}", because=lost.because)
