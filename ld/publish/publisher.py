"""Publishing: what is unchanged is not sent, what is sent is read back, what cannot be sent is kept."""

from collections.abc import Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import nullcontext
from dataclasses import dataclass, field
from types import TracebackType
from typing import NamedTuple, Self

from ld.errors import StoreError, StoreUnavailableError
from ld.publish.outbox import Outbox
from ld.publish.publication import Publication, evidence_name, of_lines
from ld.publish.store import Store
from ld.publish.updates import catalog_query, change, count_query, graph_query, removal, replacement, withdrawal

BATCH = 20
"""How many articles go into one request: more save little, and a request that fails is sent again whole."""
REPLACED = 5
"""How many of them may replace one that is there: a store takes long over transactions that delete and insert much."""
WORKERS = 2
"""How many requests are under way at once."""


@dataclass
class Outcome:
    """What publishing did: the names of the articles, by what happened to each."""

    new: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: dict[str, StoreError] = field(default_factory=dict)
    """What the store does not have, and why: it is in the outbox, if there is one."""

    @property
    def failures(self) -> list[StoreError]:
        """Why articles were not published."""
        return list(self.kept.values())


def publish(
    publications: Iterable[Publication],
    store: Store,
    *,
    outbox: Outbox | None = None,
    verify: bool = True,
    only_changes: bool = False,
) -> Outcome:
    """Put each of *publications* in the place of what stands in *store* under its name.

    An article whose digest the store's catalog knows is not sent, unless a version of it waits in the *outbox*.
    The articles of one batch are replaced in one transaction; batches go out by two threads, and no more are read
    than are under way. With an *outbox*, each article is written there first and removed once the store has it.
    With *only_changes*, an article that is there already is changed triple by triple.
    A store that cannot be reached ends the sending, not the keeping. When reading *publications* raises an Exception,
    what was read before is still sent; on an interrupt, only what is under way is finished.
    Raises StoreError for a store that shows no catalog, OutputError for an outbox that cannot be written.
    """
    with outbox.alone() if outbox else nullcontext():
        with _Sending(store, outbox, _Options(verify, only_changes)) as sending:
            for publication in publications:
                sending.take(publication)
        return sending.outcome


def unpublish(names: Sequence[str], store: Store) -> list[str]:
    """Remove the articles *names* with their evidence and digests; those that were there, with or without a digest."""
    found = {row["name"] for row in store.select(catalog_query(names))}
    found |= {row["graph"] for row in store.select(count_query(names))}
    there = [name for name in names if found & {name, evidence_name(name)}]
    if there:
        store.update(removal(there))
    return there


class _Options(NamedTuple):
    verify: bool
    only_changes: bool


_Results = list[tuple[Publication, StoreError | None]]


class _Sending:
    """Articles on their way: some gather in a batch, some batches are under way, the rest is done.

    Two versions of one article are never under way at once. Only ``_send`` runs in other threads.
    """

    def __init__(self, store: Store, outbox: Outbox | None, options: _Options) -> None:
        self.outcome = Outcome()
        self._store, self._outbox, self._options = store, outbox, options
        self._lost: StoreUnavailableError | None = None
        self._digests = self._catalog()
        self._latest: dict[str, Publication] = {}
        self._batch: dict[str, Publication] = {}
        self._under_way: dict[Future[_Results], set[str]] = {}
        self._workers = ThreadPoolExecutor(WORKERS)

    def take(self, publication: Publication) -> None:
        """Send *publication* with others, now or later, unless the store has it."""
        name = publication.name
        if self._is_known(publication):
            self.outcome.unchanged.append(name)
            return
        if self._outbox:
            self._outbox.keep(publication)
        self._latest[name] = self._batch[name] = publication
        if len(self._batch) == BATCH or sum(name in self._digests for name in self._batch) == REPLACED:
            self._dispatch()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._workers:
            if kind is None or issubclass(kind, Exception):
                self._dispatch()
                while self._under_way:
                    self._settle()

    def _catalog(self) -> dict[str, str]:
        """The digest of each article in the store, empty where what stands there is not sure."""
        try:
            return {row["name"]: row["digest"] for row in self._store.select(catalog_query())}
        except StoreUnavailableError as error:
            self._lost = error
            return {}

    def _is_known(self, publication: Publication) -> bool:
        """Whether just this version is in the store or on its way there, with no other to come."""
        if latest := self._latest.get(publication.name):
            return latest.digest == publication.digest
        if self._outbox and self._outbox.holds(publication.name):
            return False
        return self._digests.get(publication.name) == publication.digest

    def _dispatch(self) -> None:
        names = set(self._batch)
        while len(self._under_way) == WORKERS or any(names & others for others in self._under_way.values()):
            self._settle()
        if self._batch:
            self._under_way[self._workers.submit(self._send, list(self._batch.values()))] = names
            self._batch = {}

    def _settle(self) -> None:
        """Wait for a batch, and take note of what became of it."""
        done, _ = wait(self._under_way, return_when=FIRST_COMPLETED)
        for future in done:
            del self._under_way[future]
            for publication, error in future.result():
                self._note(publication, error)

    def _note(self, publication: Publication, error: StoreError | None) -> None:
        name = publication.name
        if self._latest.get(name) is publication:
            del self._latest[name]
        if error:
            self.outcome.kept[name] = error
            self._digests[name] = ""
            return
        (self.outcome.replaced if name in self._digests else self.outcome.new).append(name)
        self.outcome.kept.pop(name, None)
        self._digests[name] = publication.digest
        if self._outbox:
            self._outbox.release(publication)

    def _send(self, batch: Sequence[Publication]) -> _Results:
        """Send *batch*; if it is refused, each article alone, so that one does not keep back the others."""
        if self._lost:
            return [(publication, self._lost) for publication in batch]
        try:
            self._replace(batch)
            if self._options.verify:
                _verify(self._store, batch)
        except StoreUnavailableError as error:
            self._lost = error
            return [(publication, error) for publication in batch]
        except StoreError as error:
            if len(batch) == 1:
                return [(batch[0], error)]
            return [result for publication in batch for result in self._send([publication])]
        return [(publication, None) for publication in batch]

    def _replace(self, batch: Sequence[Publication]) -> None:
        if not self._options.only_changes:
            self._store.update(replacement(batch))
            return
        for publication in batch:
            if publication.name in self._digests:
                self._store.update(change(_standing(self._store, publication), publication))
            else:
                self._store.update(replacement([publication]))


def _standing(store: Store, publication: Publication) -> Publication:
    """What stands in *store* under the name of *publication*."""
    facts, evidence = (store.construct(graph_query(g)) for g in (publication.name, publication.evidence_name))
    return of_lines(publication.name, facts, evidence)


def _verify(store: Store, batch: Sequence[Publication]) -> None:
    """Read back what the store holds: the digest and size in its catalog, and the triples that are really there.

    An article that is not as it was sent is no longer vouched for by the catalog, so that it will be sent again.
    """
    names = [publication.name for publication in batch]
    entries = {row["name"]: (row["digest"], row["size"]) for row in store.select(catalog_query(names))}
    counts = {row["graph"]: int(row["size"]) for row in store.select(count_query(names))}
    for publication in batch:
        count = counts.get(publication.name, 0) + counts.get(publication.evidence_name, 0)
        if entries.get(publication.name) != (publication.digest, str(publication.size)) or count != publication.size:
            store.update(withdrawal(publication))
            raise StoreError(
                f"<{publication.name}>: {publication.size} triples were sent, but {count} stand in the store",
                "does something else write into this graph?",
            )
