"""The web profile: an article's graph with the bare context of schema.org, and no longer than a page can bear."""

import bisect
import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ld.article import Citation
from ld.errors import InputError
from ld.facts import Facts
from ld.mapping import map_facts
from ld.mapping.nodes import Nodes, parts
from ld.mapping.observations import observation_of
from ld.ntriples import line
from ld.serialize import json_ld
from ld.terms import ArticleGraph, Iri, Triple
from ld.vocab import SCHEMA, WD
from ld.web.script import json_text

CONTEXT = "https://schema.org"
MAX_BYTES = 25_000
_WIKIDATA_PAGE = "https://www.wikidata.org/wiki/"
_LISTS = ("image",)

Json = dict[str, Any]


class Profile(NamedTuple):
    """The description of an article for a page, and the names of what was *left_out* to keep it short, in order."""

    document: Json
    left_out: tuple[str, ...] = ()


class _Removable(NamedTuple):
    """A statement that a page can do without, and its name."""

    triple: Triple
    name: str


def document(graph: ArticleGraph) -> Json:
    """The statements of *graph* about its article and everything connected with it, as JSON-LD with ``CONTEXT``.

    With that context it has the same meaning as the graph, with dates in schema.org's own datatype; linked nodes also
    have their Wikidata pages as ``sameAs``. The order of the graph's triples does not matter.
    """
    # a store keeps no order among the texts that a property has: so that it may say the same, none counts here
    framed = json.loads(json_ld(graph._replace(facts=tuple(sorted(graph.facts, key=line)))))
    article = framed["@graph"][0] if "@graph" in framed else framed
    del framed["@context"]
    return {"@context": CONTEXT, **_rewritten(article)}


def profile(facts: Facts, *, max_bytes: int = MAX_BYTES, quotations: bool = True, events: bool = True) -> Profile:
    """The ``document`` of the graph of *facts*, cut to a size that a page can bear.

    *max_bytes* limits its length in the form of ``json_text``. The first to go is what came from the page's own data,
    which still state it; then mentions, first those without an item and those named least often, later ones before
    earlier ones; then claims, and finally quotations, from the last on. Without *quotations* there are no claims
    either.
    Raises InputError if what remains is still too long.
    """
    graph = map_facts(facts)
    unwanted = {kind for kind, wanted in (("quotation", quotations), ("event", events)) if not wanted}
    triples = tuple(_without_parts(graph, facts, unwanted))
    removable = _removable(facts, triples, Nodes(facts))

    def size(removed: int) -> int:
        return len(json_text(_without(graph, triples, removable[:removed])))

    # The more is removed the shorter it gets, so the least number that suffices can be bisected.
    least = bisect.bisect_left(range(len(removable) + 1), -max_bytes, key=lambda removed: -size(removed))
    if least > len(removable):
        raise InputError(
            f"the article alone takes {size(len(removable)):,} bytes of JSON-LD, more than {max_bytes:,}",
            "allow more with --max-bytes",
        )
    removed = removable[:least]
    return Profile(_without(graph, triples, removed), tuple(item.name for item in removed))


def _without_parts(graph: ArticleGraph, facts: Facts, kinds: set[str]) -> Iterator[Triple]:
    """The facts of *graph* without what was said, or without events, if they are not wanted."""
    nodes = Nodes(facts)
    said = (*facts.quotations, *facts.claims) if "quotation" in kinds else ()
    unwanted = {nodes.fact(utterance.id) for utterance in said}
    for event in facts.events if "event" in kinds else ():
        node = nodes.fact(event.id)
        unwanted |= {node, *(observation_of(node, figure) for figure in event.figures)}
    return (triple for triple in graph.facts if triple.subject not in unwanted and triple.object not in unwanted)


def _removable(facts: Facts, triples: Sequence[Triple], nodes: Nodes) -> tuple[_Removable, ...]:
    """The article's mentions from the least important on, then claims and quotations from the last on."""
    present = set(triples)
    starts: dict[Iri, list[int]] = {}
    names: dict[Iri, str] = {}
    for entity in facts.entities:
        node = nodes.entities[entity.id]
        starts.setdefault(node, []).extend(mention.start for mention in entity.mentions)
        names.setdefault(node, entity.name)
    for event in facts.events:
        words = (words.start for words in event.evidence if isinstance(words, Citation))
        starts[nodes.fact(event.id)] = [min(words, default=0)]
        names[nodes.fact(event.id)] = event.name
    linked = {nodes.entities[entity.id] for entity in facts.entities if entity.item}
    weights = {node: (len(places), node in linked, -min(places, default=0)) for node, places in starts.items()}
    mentions = sorted(weights, key=lambda node: (weights[node], node))
    said = [(nodes.fact(claim.id), claim.text) for claim in reversed(facts.claims)]
    said += [(nodes.fact(quotation.id), f"“{quotation.text}”") for quotation in reversed(facts.quotations)]
    removable = [
        *reversed(_own_data(facts, triples, nodes)),
        *(_Removable(Triple(nodes.article, SCHEMA.mentions, node), names[node]) for node in mentions),
        *(_Removable(Triple(nodes.article, SCHEMA.hasPart, node), name) for node, name in said),
    ]
    return tuple(item for item in removable if item.triple in present)


def _own_data(facts: Facts, triples: Sequence[Triple], nodes: Nodes) -> list[_Removable]:
    """The article's statements that are about no fact, but about what the page's own data describe."""
    if facts.article.description is None:
        return []
    said = {SCHEMA + each.name for each in facts.article.description.properties}
    of_facts = {*nodes.entities.values(), *(nodes.fact(part.id) for part in parts(facts))}
    mine = (triple for triple in triples if triple.subject == nodes.article and triple.predicate in said)
    return [_Removable(each, each.predicate.removeprefix(SCHEMA)) for each in mine if each.object not in of_facts]


def _without(graph: ArticleGraph, triples: Sequence[Triple], removed: Sequence[_Removable]) -> Json:
    """The document of *triples*, those of *graph*, without what is *removed* and what was connected only through it."""
    gone = {item.triple for item in removed}
    return document(graph._replace(facts=tuple(triple for triple in triples if triple not in gone)))


def _rewritten(value: Any) -> Any:
    """*value* without what depends on the project's own context: short IRIs, and types of literals."""
    if isinstance(value, list):
        return [_rewritten(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "@value" in value:
        return value["@value"]
    node: Json = {}
    for key, item in value.items():
        written = _iri(item) if key == "@id" else _rewritten(item)
        if key == "sameAs":  # an IRI in schema.org's context
            written = [_bare(each) for each in written] if isinstance(written, list) else _bare(written)
        node[key] = [written] if key in _LISTS and not isinstance(written, list) else written
    if node.get("@id", "").startswith(WD) and "name" in node:
        page, told = _WIKIDATA_PAGE + node["@id"].removeprefix(WD), node.get("sameAs", [])
        node["sameAs"] = [page, *(told if isinstance(told, list) else [told])] if told else page
    return node


def _bare(value: Any) -> Any:
    """An address, of which nothing else is said, as a string."""
    return value["@id"] if isinstance(value, dict) and value.keys() == {"@id"} else value


def _iri(short: str) -> str:
    return WD + short.removeprefix("wd:") if short.startswith("wd:") else short
