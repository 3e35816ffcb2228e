"""What a worker makes of an article that somebody sends: the same bytes that ``article-ld build`` writes."""

from functools import cache
from typing import NamedTuple

from ld.config import defaults, file_setting
from ld.errors import InputError
from ld.facts import Facts
from ld.kb import Lookup, open_kb, with_bundled
from ld.link.corrections import Correction, read_corrections
from ld.mapping.nodes import Nodes
from ld.nif import Context, write_nif
from ld.pipeline import Build, complete
from ld.publish.store import Store
from ld.read import Given, read_data

NIF = "application/x-turtle"
"""As which the tools that compare linkers ask for NIF; ``text/turtle`` is the graph of the article."""

FORMS = ("application/ld+json", "application/json", "text/turtle", NIF)
"""JSON-LD, facts.json, Turtle, NIF: the media types of answers, ours first."""


class _Knowledge(NamedTuple):
    kb: Lookup
    corrections: tuple[Correction, ...]


def annotated(_: Store, source: bytes, given: Given, form: str) -> bytes:
    """The article in *source*, a page, a text or a facts.json, as *form* (one of FORMS).

    Raises InputError if it is not an article or its graph does not conform, saying what is wrong.
    """
    kb, corrections = _knowledge()
    built = complete(read_data(source, **given, defaults=defaults()), kb=kb, corrections=corrections)
    if not built.report.conforms():
        told = "\n".join(str(result) for result in built.report.results)
        raise InputError(f"the graph of this article does not conform:\n{told}")
    return _written(built, form).encode()


def _written(built: Build, form: str) -> str:
    if form == NIF:
        return write_nif([(_context(built.facts), built.facts)])
    if form == "text/turtle":
        return built.turtle()
    return built.facts_json() if form == "application/json" else built.json_ld()


def _context(facts: Facts) -> Context:
    return Context.of(Nodes(facts).name, facts.article.text)


@cache
def _knowledge() -> _Knowledge:
    """What names are linked with: that of the settings, opened once a process."""
    own, links = file_setting("kb"), file_setting("links")
    return _Knowledge(with_bundled(open_kb(own) if own else None), tuple(read_corrections(links)) if links else ())
