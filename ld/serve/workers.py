"""Processes that read the store for the server, so that what takes too long or too much can really be ended.

Oxigraph cannot be told to give a query up, and a thread cannot be ended: a process can.
"""

import asyncio
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any, Concatenate, ParamSpec, TypeVar

from ld.errors import ArticleLdError, StoreUnavailableError
from ld.processes import start
from ld.publish.store import Store
from ld.serve.reading import ReadOnlyStore

SECONDS_TO_START = 60
MOST_WAITING = 2000
"""How many jobs may wait for a process. Who comes then is told to come again."""
MEMORY = 2 << 30
"""Bytes of data that one process may hold (Linux)."""

_GRACE = 5
_CONTEXT = get_context("spawn")
_Arguments = ParamSpec("_Arguments")
_Value = TypeVar("_Value")


class Workers:
    """*processes* of them, each with the store that *opened* opens, and each with one job at a time.

    No job takes longer than *seconds*: then its process is ended, and the next job gets a new one.
    *opened* and all jobs must be functions of a module, so that another process finds them. What *jobs* import is
    there before a process counts as started. Raises what *opened* raises.
    """

    def __init__(
        self, opened: Callable[[], Store], processes: int, seconds: float, jobs: Sequence[Callable[..., Any]]
    ) -> None:
        self._waiting = 0
        self._places = [_Place(opened, seconds, jobs) for _ in range(processes)]
        self._idle: SimpleQueue[_Place] = SimpleQueue()
        for place in self._places:
            self._idle.put(place)
        self._threads = ThreadPoolExecutor(processes, thread_name_prefix="worker")

    async def run(
        self,
        job: Callable[Concatenate[Store, _Arguments], _Value],
        *arguments: _Arguments.args,
        **named: _Arguments.kwargs,
    ) -> _Value:
        """The value of *job*, called with the store and the other arguments.

        Raises what it raises, and StoreUnavailableError if it was ended, or if too many wait.
        """
        if self._waiting >= MOST_WAITING:
            raise StoreUnavailableError("too many requests wait for an answer", "try again later")
        self._waiting += 1
        try:
            loop = asyncio.get_running_loop()
            value: _Value = await loop.run_in_executor(self._threads, self._run, (job, arguments, named))
        finally:
            self._waiting -= 1
        return value

    def close(self) -> None:
        """End all processes, and what they are at."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for place in self._places:
            place.end()
        self._threads.shutdown(wait=True)

    def _run(self, task: "_Task") -> Any:
        place = self._idle.get()
        try:
            return place.value(task)
        finally:
            self._idle.put(place)


_Task = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]
"""A function, and its arguments after the store."""


class _Place:
    """Where one process works, and after its end another."""

    def __init__(self, opened: Callable[[], Store], seconds: float, jobs: Sequence[Callable[..., Any]]) -> None:
        self._opened = opened
        self._seconds = seconds
        self._jobs = jobs
        self._start()

    def value(self, task: _Task) -> Any:
        """What the process makes of *task*."""
        if self._connection.closed:
            self._start()
        try:
            self._connection.send(task)
            return self._answer(self._seconds)
        except (EOFError, OSError) as error:
            self.end()
            raise StoreUnavailableError("the answer took more memory than there is for it", "ask for less") from error

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._connection.close()

    def _start(self) -> None:
        self._connection, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(
            target=_work, args=(theirs, self._opened, self._jobs, self._seconds), daemon=True
        )
        start(self._process)
        theirs.close()
        try:
            self._answer(SECONDS_TO_START)
        except (EOFError, OSError) as error:
            self.end()
            raise StoreUnavailableError("a process for the store ended as it began") from error

    def _answer(self, seconds: float) -> Any:
        if not self._connection.poll(seconds):
            self.end()
            raise StoreUnavailableError(f"no answer was found in {seconds:g} seconds", "ask for less")
        succeeded, value = self._connection.recv()
        if succeeded:
            return value
        raise value


def _work(connection: Connection, opened: Callable[[], Store], _: Sequence[Callable[..., Any]], seconds: float) -> None:
    """Carry out one task after the other, until the server is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _limit_memory()
    try:
        store = opened()
    except ArticleLdError as error:
        connection.send((False, error))
        return
    connection.send((True, None))
    while True:
        try:
            task = connection.recv()
        except EOFError:
            return
        _end_after(seconds + _GRACE)
        connection.send(_outcome(store, task))
        _end_after(0)


def _outcome(store: Store, task: _Task) -> tuple[bool, Any]:
    job, arguments, named = task
    try:
        if isinstance(store, ReadOnlyStore):
            store.follow()
        return True, job(store, *arguments, **named)
    except MemoryError:
        return False, StoreUnavailableError("the answer took more memory than there is for it", "ask for less")
    except Exception as error:  # noqa: BLE001 - the server must hear of it, and raises it there
        error.__traceback__ = error.__cause__ = error.__context__ = None
        return False, error


def _end_after(seconds: float) -> None:
    """Let the system end this process after so many *seconds* (0: never), should the server no longer be there to."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
