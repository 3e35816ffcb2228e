"""What publishing an article would change in a store, as a diff."""

from collections.abc import Iterator

from ld.publish.publication import Publication
from ld.publish.store import Store
from ld.publish.updates import catalog_query, graph_query


def difference(publication: Publication, store: Store) -> Iterator[str]:
    """The lines of a diff: the graph's name, then ``-`` for what would go and ``+`` for what would come.

    Nothing for an article that stands in *store* as it is.
    """
    entries = store.select(catalog_query([publication.name]))
    if any(entry["digest"] == publication.digest for entry in entries):
        return
    for graph, lines in ((publication.name, publication.facts), (publication.evidence_name, publication.evidence)):
        there = frozenset(store.construct(graph_query(graph)))
        yield f"@@ <{graph}>"
        yield from (f"- {line}" for line in sorted(there.difference(lines)))
        yield from (f"+ {line}" for line in lines if line not in there)
