"""Stores that take no updates, but whole graphs: SPARQL 1.1 Graph Store Protocol."""

from collections.abc import Callable, Iterable, Sequence
from threading import Lock
from typing import ClassVar
from urllib.parse import urlencode

import requests
from urllib3.util import Retry

from ld.errors import StoreError
from ld.publish.endpoints import Endpoints, check_address
from ld.publish.http import HttpStore
from ld.publish.publication import CATALOG, Publication, canonical
from ld.publish.server_answers import accepted
from ld.publish.updates import n_quads
from ld.terms import evidence_name

_N_TRIPLES = "application/n-triples"


class GspStore(HttpStore):
    """A store that is written graph by graph at the endpoint *graphs*, and queried at another.

    There are no transactions. So the catalog drops an article's entry before its graphs are touched, and gets it back
    once both are there: an interrupted article counts as not published, and the next run sends it again.
    The catalog is read, changed and written back as a whole, so only one process at a time may publish.
    """

    takes_updates: ClassVar[bool] = False

    def __init__(
        self,
        addresses: Endpoints,
        graphs: str,
        retries: Retry | None = None,
        notify: Callable[[str], object] = lambda _: None,
    ) -> None:
        check_address(graphs)
        super().__init__(addresses._replace(load=""), retries, notify)
        self._graphs = graphs
        self._one_at_a_time = Lock()

    def update(self, request: str) -> None:  # noqa: ARG002 - what is asked for does not matter
        """Refuse; see Store."""
        raise StoreError(f"{self._graphs}: takes graphs, no updates", "name an update endpoint")

    def replace(self, publications: Sequence[Publication]) -> None:
        """See Store. Evidence is put before facts, so that no new fact is seen without the words that prove it."""
        contents = [_contents(publication) for publication in publications]
        names = [publication.name for publication in publications]
        self._enter(names, ())
        for publication, content in zip(publications, contents, strict=True):
            for graph in (publication.evidence_name, publication.name):
                self._put(graph, content.get(graph, ()))
        self._enter(names, [entry for content in contents for entry in content[CATALOG]])

    def remove(self, names: Sequence[str]) -> None:
        """See Store."""
        self._enter(names, ())
        for name in names:
            self._put(name, ())
            self._put(evidence_name(name), ())

    def withdraw(self, publication: Publication) -> None:
        """See Store."""
        unsure = publication._replace(digest="")
        self._enter([publication.name], _contents(unsure)[CATALOG])

    def _enter(self, names: Iterable[str], entries: Iterable[str]) -> None:
        """Replace the catalog's entries of the articles *names* with *entries*."""
        subjects = {f"<{name}>" for name in names}
        with self._one_at_a_time:
            before = self._get(CATALOG)
            after = sorted({*(line for line in before if line.split(" ", 1)[0] not in subjects), *entries})
            if after != before:
                self._put(CATALOG, after)

    def _get(self, graph: str) -> list[str]:
        """The triples of *graph*, as ``construct`` returns them; empty if it does not exist."""
        answer = self._send("GET", self._address(graph), b"", {"Accept": _N_TRIPLES})
        return [] if answer.status == requests.codes.not_found else canonical(accepted(answer).content)

    def _put(self, graph: str, lines: Iterable[str]) -> None:
        """Make *lines* the whole content of *graph*. A graph without triples is removed."""
        content = "".join(f"{line}\n" for line in lines).encode()
        if content:
            accepted(self._send("PUT", self._address(graph), content, {"Content-Type": _N_TRIPLES}))
            return
        answer = self._send("DELETE", self._address(graph), b"", {})
        if answer.status != requests.codes.not_found:
            accepted(answer)

    def _address(self, graph: str) -> str:
        return f"{self._graphs}{'&' if '?' in self._graphs else '?'}{urlencode({'graph': graph})}"


def _contents(publication: Publication) -> dict[str, list[str]]:
    """The lines of each graph that *publication* writes to. Raises StoreError for an invalid IRI or triple."""
    contents: dict[str, list[str]] = {}
    for quad in n_quads([publication]):
        triple, _, graph = quad.removesuffix("> .").rpartition(" <")
        contents.setdefault(graph, []).append(f"{triple} .")
    return contents
