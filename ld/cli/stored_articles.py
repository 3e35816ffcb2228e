"""The articles of a store, each checked as a file is."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ld.cli.printing import tell
from ld.errors import UncheckedError

if TYPE_CHECKING:
    from ld.publish.store import Store
    from ld.validate.checked import CheckedFile
    from ld.validate.profiles import Choice


def articles_in_store(store: "Store", choice: "Choice") -> "Iterator[CheckedFile]":
    """The results of the checks of *choice* for each article in the catalog of *store*, in the order of their names.

    Graphs that are neither an article's nor the catalog are reported as unchecked.
    """
    from ld.publish.updates import catalog_query, graph_query  # noqa: PLC0415 - for stores alone
    from ld.terms import evidence_name  # noqa: PLC0415
    from ld.validate.checked import CheckedFile  # noqa: PLC0415
    from ld.validate.checking import check_document  # noqa: PLC0415
    from ld.validate.documents import parse  # noqa: PLC0415
    from ld.validate.profiles import checks_of  # noqa: PLC0415

    checks = checks_of(choice)
    names = sorted(row["name"] for row in store.select(catalog_query()))
    _tell_of_foreign_graphs(store, names)
    for name in names:
        lines = [line for graph in (name, evidence_name(name)) for line in store.construct(graph_query(graph))]
        try:
            yield check_document(parse(name, "\n".join(lines), "n-triples", {}), checks)
        except UncheckedError as error:
            yield CheckedFile(file=name, error=str(error), hint=error.hint)


def _tell_of_foreign_graphs(store: "Store", names: Sequence[str]) -> None:
    """Say which graphs of *store* are not looked at, being neither of the articles *names* nor the catalog."""
    from ld.publish.publication import CATALOG  # noqa: PLC0415
    from ld.publish.updates import graphs_query  # noqa: PLC0415
    from ld.terms import evidence_name  # noqa: PLC0415

    ours = {CATALOG, *names, *map(evidence_name, names)}
    foreign = sorted({row.get("graph", "the default graph") for row in store.select(graphs_query())} - ours)
    if foreign:
        shown = ", ".join(foreign[:_SHOWN]) + (f" and {len(foreign) - _SHOWN} more" if len(foreign) > _SHOWN else "")
        tell(f"article-ld: not looked at, as the catalog of the store does not have them: {shown}")


_SHOWN = 5
