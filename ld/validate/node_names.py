"""The names of nodes in a graph."""

from collections.abc import Iterator

from ld.terms import Iri, Literal, Term
from ld.validate.index import Index
from ld.vocab import SCHEMA

_NAMES = (SCHEMA.headline, SCHEMA.name, SCHEMA.roleName, SCHEMA.caption, SCHEMA.text)
_LONGEST_NAME = 80  # code points


def name_of(data: Index, node: Term) -> str:
    """The headline, name or text of *node*, shortened; empty if it has none."""
    for term in _NAMES:
        names = sorted(name.lexical for name in literals(data, node, term) if name.lexical.strip())
        if names:
            return shortened(names[0])
    return ""


def literals(data: Index, node: Term, term: Iri) -> Iterator[Literal]:
    """The values of *term* at *node* that are literals."""
    return (value for value in data.objects(node, term) if isinstance(value, Literal))


def shortened(text: str) -> str:
    """*text* on one line, cut at 80 code points."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1]}…"
