"""Bringing a batch of articles into a store: changed where that is safe, else replaced, and read back."""

from collections.abc import Mapping, Sequence

from ld.errors import StoreError
from ld.publish.publication import Publication, canonical, evidence_name, of_lines
from ld.publish.store import Store
from ld.publish.updates import catalog_query, change, count_query, graph_query, replacement


def deliver(batch: Sequence[Publication], digests: Mapping[str, str], store: Store, *, only_changes: bool) -> None:
    """Put *batch* into *store*, by one update if it takes updates, and make sure that it stands there.

    *digests* are those that the store's catalog has for some of the articles. With *only_changes*, such an article is
    changed triple by triple, if what stands under its name is just what the digest says.
    What another client wrote in between shows when it is read back; then the article is replaced whole.
    Raises StoreError if an article does not stand there as it was sent: the catalog no longer vouches for it then.
    """
    only_changes = only_changes and store.takes_updates
    changes = [_change(article, digests.get(article.name, ""), store) if only_changes else "" for article in batch]
    whole = [article for article, changed in zip(batch, changes, strict=True) if not changed]
    if any(changes):
        store.update(";\n".join((*filter(None, changes), *([replacement(whole)] if whole else []))))
    else:
        store.replace(whole)
    wrong = unlike(store, batch)
    if wrong:
        store.replace(list(wrong))
        wrong = unlike(store, list(wrong))
    for article, count in wrong.items():
        store.withdraw(article)
        raise StoreError(
            f"<{article.name}>: {article.size} triples were sent, but {count} stand in the store",
            "does something else write into this graph?",
        )


def unlike(store: Store, batch: Sequence[Publication]) -> dict[Publication, int]:
    """The articles of *batch* that do not stand in *store* as they are, with the number of triples that do.

    What is compared is the digest and size in the catalog, and the number of triples that are really there.
    """
    names = [article.name for article in batch]
    entries = {row["name"]: (row["digest"], row["size"]) for row in store.select(catalog_query(names))}
    counts = {row["graph"]: int(row["size"]) for row in store.select(count_query(names))}
    found = {article: counts.get(article.name, 0) + counts.get(article.evidence_name, 0) for article in batch}
    return {
        article: count
        for article, count in found.items()
        if entries.get(article.name) != (article.digest, str(article.size)) or count != article.size
    }


def _change(article: Publication, digest: str, store: Store) -> str:
    """The update that turns what stands in *store* into *article*; nothing if it must be replaced whole.

    A store that gives numbers back in another form than they were sent in has another digest than its catalog says.
    """
    if not digest:
        return ""
    answers = [
        store.query(graph_query(graph), "application/n-triples")
        for graph in (article.name, evidence_name(article.name))
    ]
    # parsing costs ten times as much as the rest, and most stores write the form in which the lines were sent
    for lines in (_as_written, canonical):
        standing = of_lines(article.name, *map(lines, answers))
        if standing.digest == digest:
            return change(standing, article)
    return ""


def _as_written(n_triples: bytes) -> list[str]:
    return n_triples.decode().removesuffix("\n").split("\n") if n_triples else []
