"""Statements in the attributes of a page's elements: microdata and RDFa, each with its place."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from ld.validate.markup.marked import Marked

if TYPE_CHECKING:
    from ld.read.html.markup import Token

_RDFA = frozenset(("typeof", "vocab", "property"))


def marked_statements(html: str, base: str, read: "Sequence[Token] | None" = None) -> tuple[Marked, ...]:
    """The statements of microdata and RDFa in a page whose address is *base*, in the order of the page.

    *read* are the tokens of *html*, if they are at hand.
    Raises InputError if they are many times as long as the page, so that every page takes bounded time.

    Of RDFa only statements in schema.org's terms: Open Graph and the like are for others to check.
    Blank nodes are ``_:m1``, ``_:m2``, … of microdata and ``_:r1``, … of RDFa.
    """
    from ld.read.html.markup import tokens  # noqa: PLC0415 - nothing but a page may wait for it

    read = tuple(tokens(html)) if read is None else read
    attributes = [token.attributes for token in read if token.attributes]
    has_microdata = any("itemscope" in given for given in attributes)
    has_rdfa = any(map(_is_rdfa, (given for given in attributes if not _RDFA.isdisjoint(given))))
    if not has_microdata and not has_rdfa:
        return ()
    from ld.validate.markup.bound import Bound  # noqa: PLC0415 - few pages need them
    from ld.validate.markup.elements import elements_of  # noqa: PLC0415
    from ld.validate.markup.microdata import microdata  # noqa: PLC0415
    from ld.validate.markup.rdfa import rdfa  # noqa: PLC0415

    root = elements_of(html, read)
    bound = Bound(len(html))
    items = microdata(root, base, bound) if has_microdata else ()
    return tuple(map(bound.on, chain(items, rdfa(root, base, bound) if has_rdfa else ())))


def _is_rdfa(attributes: Mapping[str, str]) -> bool:
    return (
        "typeof" in attributes
        or attributes.get("vocab", "").lstrip().lower().startswith(("http://", "https://"))
        or attributes.get("property", "").lstrip().lower().startswith("schema:")
    )
