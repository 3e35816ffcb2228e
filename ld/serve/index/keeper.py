"""A thread that keeps the index in step with the store, by a worker process of its own."""

import logging
import threading
from concurrent.futures import CancelledError

from ld.errors import ArticleLdError
from ld.serve.index.refreshing import State, caught_up, compared
from ld.serve.workers import Workers

_SECONDS_BETWEEN = 1
_SECONDS_BETWEEN_CATALOGS = 30
"""Seconds between checks of a store that reports its version, and of one whose catalog must be read."""
_LOG = logging.getLogger("uvicorn.error")


class Keeper:
    """Keeps the index at *path*, from ``start`` to ``close``, as the store of *workers* has it.

    They read for *seconds* at a time, far less than a job may take.
    """

    def __init__(self, workers: Workers, path: str, seconds: float) -> None:
        self._workers, self._path, self._seconds = workers, path, seconds
        self.state = State("", 0, 0)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="index", daemon=True)

    def start(self) -> None:
        """Start in the background; the first result is not waited for."""
        self._thread.start()

    def close(self) -> None:
        """Stop, and end the workers with what they are at."""
        self._ended.set()
        self._workers.close()
        if self._thread.is_alive():
            self._thread.join()

    def _keep(self) -> None:
        while not self._ended.is_set():
            try:
                self._look()
            except ArticleLdError as error:
                if not self._ended.is_set():
                    _LOG.warning("the index for searching is not up to date: %s", error)
            except CancelledError:
                return  # the workers were closed
            self._ended.wait(_SECONDS_BETWEEN if self.state.version else _SECONDS_BETWEEN_CATALOGS)

    def _look(self) -> None:
        self.state = self._workers.wait(compared, self._path, self.state.version)
        while self.state.waiting and not self._ended.is_set():
            self.state = self._workers.wait(caught_up, self._path, self.state.version, self._seconds)
