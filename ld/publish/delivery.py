"""Bringing a batch of articles into a store: changed where that is safe, else replaced, and read back."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ld.errors import StoreError
from ld.publish.catalog import counts, entries
from ld.publish.comparison import altered, parts, stand
from ld.publish.publication import Publication, canonical, of_lines
from ld.publish.store import Store
from ld.publish.updates import change, graph_query, replacement
from ld.terms import evidence_name


class Fault(NamedTuple):
    """In what an article does not stand in a store as it was sent, and what to do about that."""

    what: str
    hint: str


_OF_ANOTHER = "does something else write into this graph?"
_OF_THE_STORE = "the store, or what lies between, does not keep texts as they are: look at its settings and encodings"


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
    for article, fault in wrong.items():
        store.withdraw(article)
        raise StoreError(f"<{article.name}>: {fault.what}", fault.hint)


def unlike(store: Store, batch: Sequence[Publication]) -> dict[Publication, Fault]:
    """The articles of *batch* that do not stand in *store* as they are, each with what is wrong.

    What is compared is their entries in the catalog and every triple, its words as they are, its numbers by value.
    """
    entered = {entry.name: (entry.digest, entry.size) for entry in entries(store, [one.name for one in batch])}
    right = [article for article in batch if entered.get(article.name) == (article.digest, str(article.size))]
    unsure = [article for part in parts(right) if not stand(store, part) for article in part]
    unsure += [article for article in batch if article not in right]
    found = {article: _fault(store, article, is_entered=article in right) for article in unsure}
    return {article: fault for article, fault in found.items() if fault}


def _fault(store: Store, article: Publication, *, is_entered: bool) -> Fault | None:
    standing = counts(store, [article.name])
    count = standing.get(article.name, 0) + standing.get(article.evidence_name, 0)
    if count != article.size:
        return Fault(f"{article.size} triples were sent, but {count} stand in the store", _OF_ANOTHER)
    if what := altered(store, article):
        return Fault(what, _OF_THE_STORE)
    return None if is_entered else Fault("the store's catalog has another version of it", _OF_ANOTHER)


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
    return n_triples.decode("utf-8", "replace").removesuffix("\n").split("\n") if n_triples else []
