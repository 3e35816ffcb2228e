"""The seeded faults: valid graphs, the small mutations that break them, and each mutant in every syntax.

A row of ``faults/mutations.csv`` changes one triple of a graph and gives the place at which the fault must be found
(*at*: the changed triple, another triple, or a node), its code and its severity. Several rows of one fault are several
results of one mutant.

The writers below put each statement on a line of its own and note the line. So the expected lines do not come from the
code under test.
"""

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

FAULTS = Path(__file__).resolve().parent / "faults"
SHAPES = Path(__file__).resolve().parent / "shapes"
BASE = "https://news.example/tide"
PREFIXES = {
    "schema": "http://schema.org/",
    "wd": "http://www.wikidata.org/entity/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "ex": "https://books.example/terms#",
}
TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
GRAPHS = {
    "article": (SHAPES / "context.ttl", SHAPES / "article/valid.full.ttl"),
    "book": (FAULTS / "book.ttl",),
}
OPTIONS = {"article": (), "book": ("--shapes", str(FAULTS / "book-shapes.ttl"))}


class Expected(NamedTuple):
    """A result that a check must find."""

    line: int
    code: str
    severity: str


class Sample(NamedTuple):
    """A file, the options to check it with, and the results that must be found; a valid twin has none."""

    name: str
    text: str
    options: tuple[str, ...]
    expected: frozenset[Expected]


class Written(NamedTuple):
    """A text, and the line on which each triple and each node begins in it."""

    text: str
    lines: dict[ox.Triple, int]
    nodes: dict[object, int]


def samples() -> Iterator[Sample]:
    """Each graph and each of its mutants, in every syntax."""
    for graph, options in OPTIONS.items():
        for ending, write in WRITERS.items():
            yield Sample(f"{graph}.valid{ending}", write(_graph(graph)).text, options, frozenset())
    for (fault, graph), rows in groupby(_rows(), key=lambda row: (row["fault"], row["graph"])):
        expectations = list(rows)
        triples, changed = _mutant(_graph(graph), expectations[0])
        for ending, write in WRITERS.items():
            written = write(triples)
            expected = frozenset(_expected(row, changed, written) for row in expectations)
            yield Sample(f"{graph}.{fault}{ending}", written.text, OPTIONS[graph], expected)


def _rows() -> list[dict[str, str]]:
    with (FAULTS / "mutations.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _graph(name: str) -> tuple[ox.Triple, ...]:
    return tuple(
        quad.triple for file in GRAPHS[name] for quad in ox.parse(path=file, format=ox.RdfFormat.TURTLE, base_iri=BASE)
    )


def _mutant(triples: Sequence[ox.Triple], row: dict[str, str]) -> tuple[tuple[ox.Triple, ...], ox.Triple | None]:
    """The triples after the change that *row* describes, and the new triple."""
    subject, predicate = row["triple"].split()
    new = _parsed(f"{subject} {predicate} {row['becomes']}") if row["becomes"] else None
    old = _parsed(f"{subject} {predicate} 0")
    kept = [t for t in triples if row["action"] == "add" or (t.subject, t.predicate) != (old.subject, old.predicate)]
    if row["action"] != "add" and len(kept) == len(triples):
        raise AssertionError(f"{row['fault']}: there is no {row['triple']} to change")
    return (*kept, *([new] if new else [])), new


def _expected(row: dict[str, str], changed: ox.Triple | None, written: Written) -> Expected:
    if row["at"] == "triple":
        line = written.lines[changed]
    elif " " in row["at"]:
        line = written.lines[_parsed(row["at"])]
    else:
        line = written.nodes[_parsed(f"{row['at']} a 0").subject]
    return Expected(line, row["code"], row["severity"])


def _parsed(statement: str) -> ox.Triple:
    prefixes = "".join(f"PREFIX {prefix}: <{namespace}> " for prefix, namespace in PREFIXES.items())
    (quad,) = ox.parse(f"{prefixes} {statement} .", format=ox.RdfFormat.TURTLE, base_iri=BASE)
    return quad.triple


class _Lines:
    """The lines written so far, and the line of each triple and node."""

    def __init__(self) -> None:
        self._written: list[str] = []
        self._triples: dict[ox.Triple, int] = {}
        self._nodes: dict[object, int] = {}

    def add(self, line: str, triple: ox.Triple | None = None, node: object = None) -> None:
        self._written.append(line)
        if triple:
            self._triples.setdefault(triple, len(self._written))
        if node:
            self._nodes.setdefault(node, len(self._written))

    def written(self) -> Written:
        return Written("".join(f"{line}\n" for line in self._written), self._triples, self._nodes)


def _by_subject(triples: Sequence[ox.Triple]) -> dict[ox.NamedNode, list[ox.Triple]]:
    nodes: dict[ox.NamedNode, list[ox.Triple]] = {}
    for triple in triples:
        nodes.setdefault(triple.subject, []).append(triple)
    return nodes


def n_triples(triples: Sequence[ox.Triple]) -> Written:
    lines = _Lines()
    for triple in triples:
        lines.add(f"{triple.subject} {triple.predicate} {triple.object} .", triple, triple.subject)
    return lines.written()


def n_quads(triples: Sequence[ox.Triple]) -> Written:
    lines = _Lines()
    for triple in triples:
        lines.add(f"{triple.subject} {triple.predicate} {triple.object} <{BASE}> .", triple, triple.subject)
    return lines.written()


def turtle(triples: Sequence[ox.Triple]) -> Written:
    return _turtle(triples, "")


def trig(triples: Sequence[ox.Triple]) -> Written:
    return _turtle(triples, f"<{BASE}> {{")


def _turtle(triples: Sequence[ox.Triple], opening: str) -> Written:
    lines = _Lines()
    for prefix, namespace in PREFIXES.items():
        lines.add(f"@prefix {prefix}: <{namespace}> .")
    if opening:
        lines.add(opening)
    for subject, own in _by_subject(triples).items():
        lines.add(f"{subject}  # what it says", node=subject)
        for triple in own:
            value = triple.object if isinstance(triple.object, ox.Literal) else _short(triple.object)
            end = " ." if triple is own[-1] else " ;"
            lines.add(f"    {_short(triple.predicate)} {value}{end}", triple)
    if opening:
        lines.add("}")
    return lines.written()


def _short(node: ox.NamedNode) -> str:
    for prefix, namespace in PREFIXES.items():
        local = node.value.removeprefix(namespace)
        if local != node.value and local.isalnum():
            return f"{prefix}:{local}"
    return str(node)


def rdf_xml(triples: Sequence[ox.Triple]) -> Written:
    lines = _Lines()
    names = "".join(f' xmlns:{prefix}="{namespace}"' for prefix, namespace in PREFIXES.items())
    lines.add('<?xml version="1.0" encoding="UTF-8"?>')
    lines.add(f'<rdf:RDF{names} xmlns:https="https://schema.org/">')
    for subject, own in _by_subject(triples).items():
        lines.add(f"  <rdf:Description rdf:about={quoteattr(subject.value)}>", node=subject)
        for triple in own:
            lines.add(f"    {_element(triple)}", triple)
        lines.add("  </rdf:Description>")
    lines.add("</rdf:RDF>")
    return lines.written()


def _element(triple: ox.Triple) -> str:
    name = _short(triple.predicate) if "https://schema.org/" not in triple.predicate.value else "https:name"
    value = triple.object
    if not isinstance(value, ox.Literal):
        return f"<{name} rdf:resource={quoteattr(value.value)}/>"
    kind = f' xml:lang="{value.language}"' if value.language else f' rdf:datatype="{value.datatype.value}"'
    return f"<{name}{kind}>{escape(value.value, {chr(10): '&#10;'})}</{name}>"


def json_ld(triples: Sequence[ox.Triple]) -> Written:
    lines = _Lines()
    _json_ld(lines, triples)
    return lines.written()


def page(triples: Sequence[ox.Triple]) -> Written:
    lines = _Lines()
    for line in ("<!doctype html>", "<html><head><title>Ports agree</title>", "<!-- the data -->"):
        lines.add(line)
    lines.add('<script type="application/ld+json">')
    _json_ld(lines, triples)
    lines.add("</script></head><body><p>Ports agree to share tide data.</p></body></html>")
    return lines.written()


def _json_ld(lines: _Lines, triples: Sequence[ox.Triple]) -> None:
    lines.add("{")
    lines.add(f'  "@context": {json.dumps(PREFIXES)},')
    lines.add('  "@graph": [')
    nodes = _by_subject(triples)
    for subject, own in nodes.items():
        lines.add("    {", node=subject)
        lines.add(f'      "@id": {json.dumps(subject.value)},')
        groups = [list(group) for _, group in groupby(sorted(own, key=_predicate), key=_predicate)]
        for group in groups:
            _member(lines, group, "" if group is groups[-1] else ",")
        lines.add("    }" + ("" if subject is list(nodes)[-1] else ","))
    lines.add("  ]")
    lines.add("}")


def _predicate(triple: ox.Triple) -> str:
    return triple.predicate.value


def _member(lines: _Lines, group: list[ox.Triple], comma: str) -> None:
    name = "@type" if group[0].predicate == TYPE else _short(group[0].predicate).strip("<>")
    if len(group) == 1:
        lines.add(f"      {json.dumps(name)}: {_value(group[0])}{comma}", group[0])
        return
    lines.add(f"      {json.dumps(name)}: [")
    for triple in group:
        lines.add(f"        {_value(triple)}" + ("" if triple is group[-1] else ","), triple)
    lines.add(f"      ]{comma}")


def _value(triple: ox.Triple) -> str:
    value = triple.object
    if triple.predicate == TYPE:
        return json.dumps(value.value)
    if not isinstance(value, ox.Literal):
        return json.dumps({"@id": value.value})
    kind = {"@language": value.language} if value.language else {"@type": value.datatype.value}
    return json.dumps({"@value": value.value, **kind}, ensure_ascii=False)


WRITERS: dict[str, Callable[[Sequence[ox.Triple]], Written]] = {
    ".ttl": turtle,
    ".trig": trig,
    ".nt": n_triples,
    ".nq": n_quads,
    ".rdf": rdf_xml,
    ".jsonld": json_ld,
    ".html": page,
}
