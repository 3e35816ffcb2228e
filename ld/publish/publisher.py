"""Publishes articles: the unchanged are not sent, the sent are read back, and those that cannot be sent are kept."""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import nullcontext
from dataclasses import dataclass, field
from types import TracebackType
from typing import NamedTuple, Self

from ld.errors import OutputError, StoreError, StoreUnavailableError
from ld.publish.catalog import counts, entries, is_empty
from ld.publish.delivery import deliver
from ld.publish.outbox import Outbox
from ld.publish.publication import Publication, sent_now
from ld.publish.store import Store
from ld.terms import evidence_name

BATCH = 20
"""How many articles go into one request: more save little, and a request that fails is sent again whole.
So many are looked up in the catalog at once, too."""
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
    only_changes: bool = True,
) -> Outcome:
    """Replace what *store* holds under the name of each of *publications*.

    An article whose digest the store's catalog has is not sent, unless a version of it waits in the *outbox*.
    The articles of one batch are replaced in one transaction. Two threads send batches, and only as many articles are
    read as are being sent. With an *outbox*, each article is written there first and removed once the store has it.
    With *only_changes*, an article that is already there is changed triple by triple where that is safe and cheaper.
    This relies on reading back: without *verify* each article is replaced whole.
    If the store cannot be reached, nothing more is sent, but everything is kept. If reading *publications* raises an
    Exception, what was read before is still sent; on an interrupt, only batches under way are finished.
    Raises StoreError for a store without a readable catalog; with an *outbox*, everything is kept there instead, as for
    a store that cannot be reached. Raises OutputError for an outbox that cannot be written.
    """
    with outbox.alone() if outbox else nullcontext():
        with _Sending(store, outbox, _Options(verify, only_changes and verify)) as sending:
            for publication in publications:
                sending.take(publication)
        return sending.outcome


def unpublish(names: Sequence[str], store: Store) -> list[str]:
    """Remove the articles *names* with their evidence and digests; returns those that were there.

    Raises StoreError if the store reports success but still has them.
    """
    there = []
    for first in range(0, len(names), BATCH):
        gone = _standing(names[first : first + BATCH], store)
        if gone:
            store.remove(gone)
            if left := _standing(gone, store):
                hint = "do updates go to the store that answers queries?"
                raise StoreError(f"<{left[0]}>: was removed, but still stands in the store", hint)
        there += gone
    return there


def _standing(names: Sequence[str], store: Store) -> list[str]:
    """Those of *names* of which *store* has something: an entry in the catalog, facts or evidence."""
    found = {entry.name for entry in entries(store, names)} | counts(store, names).keys()
    return [name for name in names if found & {name, evidence_name(name)}]


class _Options(NamedTuple):
    verify: bool
    only_changes: bool


_Results = list[tuple[Publication, StoreError | None]]


class _Connection:
    """A *store* that is asked and sent to until it cannot be reached: from then on it is *lost*, and left alone."""

    def __init__(self, store: Store, options: _Options) -> None:
        self._store, self._options = store, options
        self.lost: StoreError | None = None

    def try_catalog(self, *, must_answer: bool) -> None:
        """Ask for the catalog: whether the store is there, and lets us. If not, it is lost.

        Raises StoreError if it *must_answer*, unless it is only out of reach.
        """
        try:
            is_empty(self._store)
        except StoreError as error:
            if must_answer and not isinstance(error, StoreUnavailableError):
                raise
            self.lost = error

    def digests(self, names: Sequence[str]) -> dict[str, str]:
        """The digests that the catalog has under *names*: empty where the state of the graphs is uncertain."""
        if self.lost or not names:
            return {}
        try:
            return {entry.name: entry.digest for entry in entries(self._store, names)}
        except StoreError as error:
            self.lost = error
            return {}

    def send(self, batch: Sequence[Publication], digests: Mapping[str, str]) -> _Results:
        """Send *batch*; if it is refused, each article alone, so that one does not keep back the others."""
        if self.lost:
            return [(publication, self.lost) for publication in batch]
        try:
            if self._options.verify:
                deliver(batch, digests, self._store, only_changes=self._options.only_changes)
            else:
                self._store.replace(batch)
        except StoreUnavailableError as error:
            self.lost = error
            return [(publication, error) for publication in batch]
        except StoreError as error:
            if len(batch) == 1:
                return [(batch[0], error)]
            return [result for publication in batch for result in self.send([publication], digests)]
        return [(publication, None) for publication in batch]


class _Sending:
    """Articles on their way: some gather in a batch, some batches are under way, the rest is done.

    Two versions of one article are never under way at once. Only the sending of a batch runs in other threads.
    """

    def __init__(self, store: Store, outbox: Outbox | None, options: _Options) -> None:
        self.outcome = Outcome()
        self._connection, self._outbox = _Connection(store, options), outbox
        self._read: list[Publication] = []
        self._digests: dict[str, str] = {}
        self._latest: dict[str, Publication] = {}
        self._batch: dict[str, Publication] = {}
        self._under_way: dict[Future[_Results], set[str]] = {}
        self._workers = ThreadPoolExecutor(WORKERS)
        self._connection.try_catalog(must_answer=outbox is None)  # before anything is read; an outbox keeps all

    def take(self, publication: Publication) -> None:
        """Send *publication* with others, now or later, unless the store has it."""
        self._read.append(sent_now(publication))
        if len(self._read) == BATCH:
            self._gather()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._workers:
            if kind is None or issubclass(kind, Exception):
                try:
                    self._gather()
                except OutputError:
                    raise
                except BaseException:
                    self._keep_what_was_read()
                    raise
                finally:
                    self._dispatch()
                    while self._under_way:
                        self._finish_batch()
            else:
                self._keep_what_was_read()

    def _keep_what_was_read(self) -> None:
        if self._outbox:
            for publication in self._read:
                self._outbox.keep(publication)

    def _gather(self) -> None:
        """Sort out of what was read what the store has already; the rest waits for its batch."""
        unknown = {publication.name for publication in self._read} - self._latest.keys() - self._digests.keys()
        self._digests |= self._connection.digests(sorted(unknown))
        while self._read:
            publication = self._read[0]
            is_known = self._is_known(publication)
            if self._outbox and not is_known:
                self._outbox.keep(publication)
            self._read.pop(0)
            if is_known:
                self.outcome.unchanged.append(publication.name)
                continue
            self._latest[publication.name] = self._batch[publication.name] = publication
            if len(self._batch) == BATCH:
                self._dispatch()

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
            self._finish_batch()
        if self._batch:
            known = {name: self._digests[name] for name in names & self._digests.keys()}
            self._under_way[self._workers.submit(self._connection.send, list(self._batch.values()), known)] = names
            self._batch = {}

    def _finish_batch(self) -> None:
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
