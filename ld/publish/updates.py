"""SPARQL for publishing: requests that replace, remove and look up article graphs. Nothing is sent here.

Only valid IRIs and triples get into a request, so that no text can end an operation and begin another.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import itemgetter

from ld.errors import StoreError
from ld.ntriples import quoted
from ld.publish.publication import CATALOG, Publication
from ld.terms import XSD, evidence_name
from ld.vocab import SCHEMA, WD

VOID = "http://rdfs.org/ns/void#"
MOST_LINES = 1000
"""Triples in one operation: Virtuoso's compiler takes about 5,000. A request has many operations."""
_DIGEST = f"<{SCHEMA.sha256}>"
_SIZE = f"<{VOID}triples>"
_MODIFIED = "<http://purl.org/dc/terms/modified>"
_IRI = r'<[^\x00-\x20<>"{}|^`\\]*+>'
_LITERAL = rf'"(?>(?:[^"\\\n\r]++|\\.)*)"(?:\^\^{_IRI}|@[A-Za-z0-9-]++)?'
"""RDF 1.1 N-Triples, section 7, without what the escapes are for."""
_IS_IRI = re.compile(_IRI).fullmatch
_IS_TRIPLE = re.compile(rf"{_IRI}[ ]{_IRI}[ ] (?:{_IRI}|{_LITERAL}) [ ]\.", re.VERBOSE).fullmatch


def replacement(publications: Sequence[Publication]) -> str:
    """One update that replaces whatever is stored under the names of *publications*.

    The operations of a request form one transaction (SPARQL 1.1 Update, section 3). Virtuoso, however, stops between
    two of them when one fails; therefore the entries in the catalog are removed first and added last.
    Graphs are dropped even if the catalog does not list them: another client may just have written them.
    """
    names = [publication.name for publication in publications]
    drops = (drop for name in names for drop in _drops(name))
    graphs = (graph for publication in publications for graph in _graphs(publication))
    return ";\n".join((*map(_forgetting, names), *drops, *_insertions((*graphs, _catalog(publications)))))


def n_quads(publications: Iterable[Publication]) -> Iterator[str]:
    """*publications* and their entries in the catalog as N-Quads, line by line, for loading in bulk."""
    for publication in publications:
        for name, lines in (*_graphs(publication), _catalog([publication])):
            end = f" {_iri(name)} ."
            for line in lines:
                yield f"{_triple(line)[:-2]}{end}"


def removal(names: Iterable[str]) -> str:
    """One update that removes the articles *names*, their evidence and their entries in the catalog."""
    return ";\n".join(operation for name in names for operation in (*_drops(name), _forgetting(name)))


def change(old: Publication, new: Publication) -> str:
    """Two operations that turn *old* into *new* and touch only the triples in which they differ.

    The first takes the moment of *old* out of the catalog. They do nothing in a store whose catalog no longer has the
    digest of *old*: another client was there first.
    Nothing is returned for versions that have so little in common that replacing the whole costs less.
    """
    gone, come = [*_difference(old, new), _catalog([old])], [*_difference(new, old), _catalog([new])]
    if sum(len(lines) for _, lines in (*gone, *come)) > min(MOST_LINES, old.size + new.size):
        return ""
    deleted, inserted = (" ".join(_block(name, lines) for name, lines in graphs if lines) for graphs in (gone, come))
    condition = f"GRAPH <{CATALOG}> {{ {_iri(old.name)} {_DIGEST} {quoted(old.digest)} }}"
    moment = f"GRAPH <{CATALOG}> {{ {_iri(old.name)} {_MODIFIED} ?moment }}"
    untimed = f"DELETE {{ {moment} }}\nWHERE {{ {condition} {moment} }}"
    return f"{untimed};\nDELETE {{ {deleted} }}\nINSERT {{ {inserted} }}\nWHERE {{ {condition} }}"


def withdrawal(publication: Publication) -> str:
    """One update after which the catalog no longer says that *publication* is in the store: its digest is empty."""
    entry, unsure = (
        f"GRAPH <{CATALOG}> {{ {_iri(publication.name)} {_DIGEST} {digest} }}"
        for digest in (quoted(publication.digest), quoted(""))
    )
    return f"DELETE {{ {entry} }} INSERT {{ {unsure} }} WHERE {{ {entry} }}"


def catalog_query(names: Sequence[str] | None = None) -> str:
    """A SELECT of ?name, ?digest and ?size of the articles in the store, or of those with these *names*."""
    values = f"VALUES ?name {{ {' '.join(_iri(name) for name in names)} }} " if names is not None else ""
    return f"SELECT ?name ?digest ?size {{ {values}GRAPH <{CATALOG}> {{ ?name {_DIGEST} ?digest ; {_SIZE} ?size }} }}"


def moments_query() -> str:
    """A SELECT of ?name and ?moment: when each article was sent, as far as the catalog knows."""
    return f"SELECT ?name ?moment {{ GRAPH <{CATALOG}> {{ ?name {_MODIFIED} ?moment }} }}"


def graphs_query() -> str:
    """A SELECT of ?graph, the name of each graph in the store; unbound if its default graph holds anything."""
    return "SELECT DISTINCT ?graph { { GRAPH ?graph { ?s ?p ?o } } UNION { SELECT * { ?d ?p ?o } LIMIT 1 } }"


def count_query(names: Sequence[str]) -> str:
    """A SELECT of ?graph and ?size: how many triples the graphs of the articles *names* really have."""
    where = f"VALUES ?graph {{ {_both_graphs(names)} }} GRAPH ?graph {{ ?s ?p ?o }}"
    return f"SELECT ?graph (COUNT(*) AS ?size) {{ {where} }} GROUP BY ?graph"


def rows_query(names: Sequence[str], *, whole: bool) -> str:
    """A SELECT of ?s, ?p and ?o, or only of ?o: a row for every triple in the graphs of the articles *names*."""
    variables = "?s ?p ?o" if whole else "?o"
    return f"SELECT {variables} {{ VALUES ?graph {{ {_both_graphs(names)} }} GRAPH ?graph {{ ?s ?p ?o }} }}"


def items_query() -> str:
    """A SELECT of ?item: every item of Wikidata's that a graph names."""
    where = f"{{ ?item ?p ?o }} UNION {{ ?s ?p ?item }} FILTER(STRSTARTS(STR(?item), {quoted(WD)}))"
    return f"SELECT DISTINCT ?item {{ GRAPH ?graph {{ {where} }} }}"


def naming_query(iris: Iterable[str]) -> str:
    """A SELECT of ?graph: every graph that names one of *iris*."""
    values = f"VALUES ?item {{ {' '.join(_iri(iri) for iri in iris)} }}"
    where = "{ GRAPH ?graph { ?item ?p ?o } } UNION { GRAPH ?graph { ?s ?p ?item } }"
    return f"SELECT DISTINCT ?graph {{ {values} {where} }}"


def renaming(moved: Mapping[str, str], graphs: Iterable[str]) -> str:
    """One update that replaces old IRIs by new ones, as in *moved*, in *graphs*."""
    pairs = " ".join(f"({_iri(old)} {_iri(new)})" for old, new in moved.items())
    values = f"VALUES ?graph {{ {' '.join(map(_iri, graphs))} }} VALUES (?old ?new) {{ {pairs} }}"
    return ";\n".join(
        f"DELETE {{ GRAPH ?graph {{ {old} }} }} INSERT {{ GRAPH ?graph {{ {new} }} }} "
        f"WHERE {{ {values} GRAPH ?graph {{ {old} }} }}"
        for old, new in (("?old ?p ?o", "?new ?p ?o"), ("?s ?p ?old", "?s ?p ?new"))
    )


def graph_query(graph: str) -> str:
    """A CONSTRUCT of all triples of *graph*."""
    return f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {_iri(graph)} {{ ?s ?p ?o }} }}"


def _both_graphs(names: Sequence[str]) -> str:
    return " ".join(_iri(graph) for name in names for graph in (name, evidence_name(name)))


def _drops(name: str) -> tuple[str, str]:
    return f"DROP SILENT GRAPH {_iri(name)}", f"DROP SILENT GRAPH {_iri(evidence_name(name))}"


def _forgetting(name: str) -> str:
    return f"DELETE WHERE {{ GRAPH <{CATALOG}> {{ {_iri(name)} ?p ?o }} }}"


_Graph = tuple[str, Sequence[str]]
"""The name of a graph, and its present or future lines of N-Triples."""


def _graphs(publication: Publication) -> tuple[_Graph, _Graph]:
    return (publication.name, publication.facts), (publication.evidence_name, publication.evidence)


def _catalog(publications: Iterable[Publication]) -> _Graph:
    return CATALOG, [entry for publication in publications for entry in _entries(publication)]


def _entries(publication: Publication) -> tuple[str, ...]:
    size = f'"{publication.size}"^^<{XSD}integer>'
    moment = f'"{publication.moment}"^^<{XSD}dateTime>'
    return (
        f"<{publication.name}> {_DIGEST} {quoted(publication.digest)} .",
        f"<{publication.name}> {_SIZE} {size} .",
        *([f"<{publication.name}> {_MODIFIED} {moment} ."] if publication.moment else []),
    )


def _difference(publication: Publication, other: Publication) -> Iterator[_Graph]:
    """What *publication* has and *other* has not."""
    for (name, lines), (_, others) in zip(_graphs(publication), _graphs(other), strict=True):
        yield name, sorted(set(lines).difference(others))


def _insertions(graphs: Iterable[_Graph]) -> Iterator[str]:
    """The lines of *graphs* in ``INSERT DATA`` operations of at most ``MOST_LINES``."""
    quads = ((name, line) for name, lines in graphs for line in lines)
    while some := list(islice(quads, MOST_LINES)):
        blocks = (_block(name, (line for _, line in block)) for name, block in groupby(some, key=itemgetter(0)))
        yield "\n".join(("INSERT DATA {", *blocks, "}"))


def _block(name: str, lines: Iterable[str]) -> str:
    return "\n".join((f"GRAPH {_iri(name)} {{", *map(_triple, lines), "}"))


def _iri(name: str) -> str:
    """*name* in angle brackets (SPARQL 1.1, IRIREF). Raises StoreError if it is not an IRI."""
    if not _IS_IRI(iri := f"<{name}>"):
        raise StoreError(
            f"{name!r} is no IRI", 'space, control characters and <>"{}|^`\\ must be percent-encoded in it'
        )
    return iri


def _triple(line: str) -> str:
    """*line*, if it is one triple of IRIs and literals in N-Triples and nothing else, else StoreError."""
    if not _IS_TRIPLE(line):
        raise StoreError(f"this is no triple of IRIs and literals: {line[:300]}", "correct it in the article's graph")
    return line
