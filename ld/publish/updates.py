"""SPARQL for publishing: what replaces, removes and looks up article graphs. No request is made here."""

from collections.abc import Iterable, Iterator, Sequence

from ld.ntriples import quoted
from ld.publish.publication import CATALOG, Publication, evidence_name
from ld.terms import XSD
from ld.vocab import SCHEMA

VOID = "http://rdfs.org/ns/void#"
_DIGEST = f"<{SCHEMA.sha256}>"
_SIZE = f"<{VOID}triples>"


def replacement(publications: Sequence[Publication]) -> str:
    """One update that puts *publications* in the place of what stands under their names.

    The operations of one request are one transaction (SPARQL 1.1 Update, section 3).
    What stands there is dropped even where the catalog knows nothing of it: another client may just have written it.
    """
    drops = removal([publication.name for publication in publications])
    graphs = "\n".join(_data(publication) for publication in publications)
    return f"{drops};\nINSERT DATA {{\n{graphs}\n}}"


def n_quads(publications: Iterable[Publication]) -> Iterator[str]:
    """*publications* and their entries in the catalog as N-Quads, line by line, for loading in bulk."""
    for publication in publications:
        graphs = ((publication.name, publication.facts), (publication.evidence_name, publication.evidence))
        for name, lines in (*graphs, (CATALOG, _entries(publication))):
            for line in lines:
                yield f"{line.removesuffix(' .')} <{name}> ."


def removal(names: Iterable[str]) -> str:
    """One update that removes the articles *names*, their evidence and their entries in the catalog."""
    operations = []
    for name in names:
        operations += [
            f"DROP SILENT GRAPH <{name}>",
            f"DROP SILENT GRAPH <{evidence_name(name)}>",
            f"DELETE WHERE {{ GRAPH <{CATALOG}> {{ <{name}> ?p ?o }} }}",
        ]
    return ";\n".join(operations)


def change(old: Publication, new: Publication) -> str:
    """One update that turns *old* into *new* and touches only the triples in which they differ."""
    gone = _changed(old, new)
    come = _changed(new, old)
    entry = f"DELETE WHERE {{ GRAPH <{CATALOG}> {{ <{new.name}> ?p ?o }} }}"
    deletion = [f"DELETE DATA {{\n{gone}\n}}"] if gone else []
    return ";\n".join((entry, *deletion, f"INSERT DATA {{\n{come}\n{_entry(new)}\n}}"))


def withdrawal(publication: Publication) -> str:
    """One update after which the catalog no longer says that *publication* is in the store: its digest is empty."""
    entry, unsure = (
        f"GRAPH <{CATALOG}> {{ <{publication.name}> {_DIGEST} {digest} }}"
        for digest in (quoted(publication.digest), quoted(""))
    )
    return f"DELETE {{ {entry} }} INSERT {{ {unsure} }} WHERE {{ {entry} }}"


def catalog_query(names: Sequence[str] | None = None) -> str:
    """A SELECT of ?name, ?digest and ?size of the articles in the store, or of those with these *names*."""
    values = f"VALUES ?name {{ {' '.join(f'<{name}>' for name in names)} }} " if names is not None else ""
    return f"SELECT ?name ?digest ?size {{ {values}GRAPH <{CATALOG}> {{ ?name {_DIGEST} ?digest ; {_SIZE} ?size }} }}"


def count_query(names: Sequence[str]) -> str:
    """A SELECT of ?graph and ?size: how many triples really stand in the graphs of the articles *names*."""
    graphs = " ".join(f"<{graph}>" for name in names for graph in (name, evidence_name(name)))
    where = f"VALUES ?graph {{ {graphs} }} GRAPH ?graph {{ ?s ?p ?o }}"
    return f"SELECT ?graph (COUNT(*) AS ?size) {{ {where} }} GROUP BY ?graph"


def graph_query(graph: str) -> str:
    """A CONSTRUCT of all triples of *graph*."""
    return f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"


def _data(publication: Publication) -> str:
    parts = [_graph(publication.name, publication.facts), _graph(publication.evidence_name, publication.evidence)]
    return "\n".join((*(part for part in parts if part), _entry(publication)))


def _graph(name: str, lines: Sequence[str]) -> str:
    return "\n".join((f"GRAPH <{name}> {{", *lines, "}")) if lines else ""


def _entry(publication: Publication) -> str:
    return _graph(CATALOG, _entries(publication))


def _entries(publication: Publication) -> tuple[str, ...]:
    size = f'"{publication.size}"^^<{XSD}integer>'
    return (
        f"<{publication.name}> {_DIGEST} {quoted(publication.digest)} .",
        f"<{publication.name}> {_SIZE} {size} .",
    )


def _changed(publication: Publication, other: Publication) -> str:
    """The quad data of what *publication* has and *other* has not."""
    facts = sorted(set(publication.facts) - set(other.facts))
    evidence = sorted(set(publication.evidence) - set(other.evidence))
    parts = (_graph(publication.name, facts), _graph(publication.evidence_name, evidence))
    return "\n".join(part for part in parts if part)
