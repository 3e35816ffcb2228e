"""What publishing an article would change in a store, as a diff."""

from collections.abc import Iterator

from ld.publish.catalog import entries
from ld.publish.publication import Publication
from ld.publish.store import Store
from ld.publish.updates import graph_query


def difference(publication: Publication, store: Store) -> Iterator[str]:
    """The lines of a diff: the graph's name, then ``-`` for each triple to be removed and ``+`` for each to be added.

    Empty if *store* holds the article as it is.
    """
    if any(entry.digest == publication.digest for entry in entries(store, [publication.name])):
        return
    for graph, lines in ((publication.name, publication.facts), (publication.evidence_name, publication.evidence)):
        there = frozenset(store.construct(graph_query(graph)))
        yield f"@@ <{graph}>"
        yield from (f"- {line}" for line in sorted(there.difference(lines)))
        yield from (f"+ {line}" for line in lines if line not in there)
