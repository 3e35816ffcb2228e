"""The forms in which a document is available, and the suffixes of their addresses."""

from collections.abc import Sequence
from typing import NamedTuple

from ld.serve.accept import preferred


class Form(NamedTuple):
    """A way to write a document. *aliases* are media types by which it may be asked for too."""

    suffix: str
    media_type: str
    aliases: tuple[str, ...] = ()

    @property
    def content_type(self) -> str:
        """The value of the Content-Type header."""
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type


HTML = Form(".html", "text/html", ("application/xhtml+xml",))
TURTLE = Form(".ttl", "text/turtle", ("application/x-turtle",))
JSON_LD = Form(".jsonld", "application/ld+json", ("application/json",))
N_TRIPLES = Form(".nt", "application/n-triples", ("text/plain",))
N_QUADS = Form(".nq", "application/n-quads")

OF_ARTICLES = (HTML, TURTLE, JSON_LD, N_QUADS, N_TRIPLES)
OF_THINGS = (HTML, TURTLE, JSON_LD, N_TRIPLES)
"""The forms of things: they have no graph of their own, hence no N-Quads."""
NAMES = {HTML: "HTML", TURTLE: "Turtle", JSON_LD: "JSON-LD", N_QUADS: "N-Quads", N_TRIPLES: "N-Triples"}
"""What people call them."""
BY_SUFFIX = {form.suffix: form for form in OF_ARTICLES}


def negotiated(accept: str, forms: Sequence[Form]) -> Form | None:
    """The one of *forms* that the header *accept* prefers; None if it accepts none."""
    offered = {form.media_type: form for form in forms}
    offered |= {alias: form for form in forms for alias in form.aliases}
    return offered.get(preferred(accept, tuple(offered)))
