"""Delivers a batch of articles to a store: changed where that is safe, else replaced, and then read back."""

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
    """How an article in a store differs from what was sent, and what to do about it."""

    what: str
    hint: str


_OF_ANOTHER = "does something else write into this graph?"
_OF_THE_STORE = "the store, or what lies between, does not keep texts as they are: look at its settings and encodings"


def deliver(batch: Sequence[Publication], digests: Mapping[str, str], store: Store, *, only_changes: bool) -> None:
    """Put *batch* into *store*, in one update if it takes updates, and make sure that it arrived.

    *digests* are those that the store's catalog has for some of the articles. With *only_changes*, such an article is
    changed triple by triple, provided that its graphs match the digest.
    If another client wrote in between, reading back shows it, and the article is replaced whole.
    Raises StoreError if an article is not stored as sent; the catalog then no longer vouches for it.
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
    """The articles of *batch* that *store* does not hold as sent, each with what is wrong.

    Their entries in the catalog are compared, and every triple: its text exactly, its numbers by value.
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
    """The update that turns the stored version into *article*; None if it must be replaced whole.

    A store that returns numbers in another form than they were sent has a digest other than its catalog's.
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
