"""What a store claims to hold, by the entries of its catalog, and how many triples its graphs really have."""

from collections.abc import Sequence
from typing import NamedTuple

from ld.publish.results import cells, whole_number
from ld.publish.store import Store
from ld.publish.updates import catalog_query, count_query, moments_query


class Entry(NamedTuple):
    """An article in the catalog. Its *digest* is empty if the state of its graphs is uncertain."""

    name: str
    digest: str
    size: str


def entries(store: Store, names: Sequence[str] | None = None) -> list[Entry]:
    """The entries of the articles *names*, or of all. Raises StoreError for an answer that is not such a table."""
    return [Entry(*row) for row in cells(store.select(catalog_query(names)), *Entry._fields)]


def moments(store: Store) -> dict[str, str]:
    """When each article was sent, in ISO 8601, as far as the catalog knows: earlier versions of this program did not
    write it. Raises as ``entries`` does.
    """  # noqa: D205 - one sentence
    return {name: moment for name, moment in cells(store.select(moments_query()), "name", "moment")}  # noqa: C416


def is_empty(store: Store) -> bool:
    """Whether the catalog has no entry. Raises as ``entries`` does."""
    return not cells(store.select(f"{catalog_query()} LIMIT 1"), *Entry._fields)


def counts(store: Store, names: Sequence[str]) -> dict[str, int]:
    """The real number of triples in each non-empty graph of the articles *names*. Raises as ``entries`` does."""
    rows = cells(store.select(count_query(names)), "graph", "size")
    return {graph: whole_number(size) for graph, size in rows}
