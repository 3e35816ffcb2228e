"""Locates shapes in the files of their shapes graph."""

from contextlib import suppress
from pathlib import Path

from ld.terms import Node
from ld.validate.finding import curie
from ld.validate.places.turtle import scan
from ld.validate.shacl.vocabulary import SH
from ld.validate.shapes import Shapes


def described(shapes: Shapes, shape: Node) -> str:
    """*shape* by its IRI, or that of the nearest shape that it belongs to, with its file and line in parentheses.

    The line is that of its sh:sparql, if it has one of its own. Without an IRI there are only the names of the files.
    """
    name = shapes.named(shape)
    if not name:
        files = ", ".join(map(str, shapes.files))
        return "a shape without an IRI" + (f" ({files})" if files else "")
    place = next(filter(None, (_place(file, name, is_own=name == shape) for file in shapes.files)), "")
    return f"the shape {_readable(name)}" + (f" ({place})" if place else "")


def _readable(iri: str) -> str:
    fragment = iri.rpartition("#")[2]
    return fragment if fragment != iri and fragment else curie(iri)


def _place(file: Path, name: str, *, is_own: bool) -> str:
    """The file and the line, with a colon between them; empty if the shape is not described there."""
    text = ""
    with suppress(OSError, UnicodeDecodeError):  # it may have changed since it was read
        text = file.read_text(encoding="utf-8-sig")
    own = [
        (triple.predicate, triple.spot)
        for triple in scan(text, file.absolute().as_uri())
        if triple.subject == f"<{name}>"
    ]
    queries = [spot.predicate for predicate, spot in own if is_own and predicate == f"<{SH.sparql}>"]
    offsets = queries or [spot.subject for _, spot in own]
    return f"{file}:{text.count(chr(10), 0, min(offsets)) + 1}" if offsets else ""
