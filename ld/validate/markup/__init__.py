"""What the attributes of a page's elements state: microdata and RDFa, each statement with its place."""

import re

from ld.validate.markup.marked import Marked

_MICRODATA = "itemscope"
_RDFA = re.compile(r"""\btypeof\s*=|\bvocab\s*=\s*["']?\s*https?://|\bproperty\s*=\s*["']?\s*schema:""")
_RDFA_WORDS = ("typeof", "vocab", "schema:")


def marked_statements(html: str, base: str) -> tuple[Marked, ...]:
    """What microdata and RDFa state in a page whose address is *base*, in the order of the page.

    Of RDFa only what is said in schema.org's terms: Open Graph and the like are others' to check.
    Blank nodes are ``_:m1``, ``_:m2``, … of microdata and ``_:r1``, … of RDFa.
    """
    lowered = html.lower()
    has_microdata = _MICRODATA in lowered
    has_rdfa = any(word in lowered for word in _RDFA_WORDS) and bool(_RDFA.search(lowered))
    if not has_microdata and not has_rdfa:
        return ()
    from ld.validate.markup.elements import elements_of  # noqa: PLC0415 - few pages need them
    from ld.validate.markup.microdata import microdata  # noqa: PLC0415
    from ld.validate.markup.rdfa import rdfa  # noqa: PLC0415

    root = elements_of(html)
    return (*(microdata(root, base) if has_microdata else ()), *(rdfa(root, base) if has_rdfa else ()))
