"""Processes that read the store for the server, so that work that takes too long or too much memory can be killed.

Oxigraph cannot abandon a query, and a thread cannot be killed: a process can.
"""

import asyncio
import functools
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from contextvars import ContextVar
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, Concatenate, ParamSpec, TypeVar

from ld.errors import ArticleLdError, StoreUnavailableError
from ld.processes import start
from ld.publish.store import Store
from ld.serve.isolation import leave_network
from ld.serve.reading import ReadOnlyStore
from ld.serve.turns import Turns

SECONDS_TO_START = 60
MEMORY = 2 << 30
"""Bytes of data that one process may hold (Linux)."""
CLIENT: ContextVar[str] = ContextVar("CLIENT", default="")
"""The client for which a job is done: clients take turns."""

_GRACE = 5
_CONTEXT = get_context("forkserver") if sys.platform == "linux" else get_context("spawn")
_Arguments = ParamSpec("_Arguments")
_Value = TypeVar("_Value")


class Workers:
    """*processes* of them, each with the store that *opened* opens, and each with one job at a time.

    No job takes longer than *seconds*, nor than anybody waits for it: then its process is ended, and another one is
    started. *opened* and all jobs must be functions of a module, so that another process finds them. What *jobs* import
    is there before a process counts as started. Raises what *opened* raises.
    """

    def __init__(
        self, opened: Callable[[], Store], processes: int, seconds: float, jobs: Sequence[Callable[..., Any]]
    ) -> None:
        if sys.platform == "linux":
            # Processes are copies of one that has imported all this: to start one takes a moment, not a second.
            _CONTEXT.set_forkserver_preload(sorted({__name__, *(job.__module__ for job in jobs)}))
        self._turns: Turns[_Job] = Turns()
        self._places: list[_Place] = []
        self._threads: list[threading.Thread] = []
        try:
            for _ in range(processes):
                self._places.append(_Place(opened, seconds, jobs))
        except BaseException:
            self.close()
            raise
        for place in self._places:
            self._threads.append(threading.Thread(target=self._work, args=(place,), name="worker", daemon=True))
            self._threads[-1].start()

    @property
    def can_ask_others(self) -> bool:
        """Whether an embedded store is open in a process that could not leave the network (see ``isolation``)."""
        return any(place.can_ask_others for place in self._places)

    async def run(
        self,
        job: Callable[Concatenate[Store, _Arguments], _Value],
        *arguments: _Arguments.args,
        **named: _Arguments.kwargs,
    ) -> _Value:
        """The value of *job*, called with the store and the other arguments.

        Raises what it raises, and StoreUnavailableError if it was killed, or if too many jobs are waiting. When this is
        cancelled, the job is not begun, or is killed.
        """
        client = CLIENT.get()
        wanted = _Job((job, arguments, named))
        self._turns.put(client, wanted)
        try:
            value: _Value = await asyncio.wrap_future(wanted.outcome)
        except asyncio.CancelledError:
            self._turns.withdraw(client, wanted)
            wanted.abandon()
            raise
        return value

    def wait(
        self,
        job: Callable[Concatenate[Store, _Arguments], _Value],
        *arguments: _Arguments.args,
        **named: _Arguments.kwargs,
    ) -> _Value:
        """As ``run``, for a thread of its own, which waits. Raises concurrent.futures.CancelledError once closed."""
        wanted = _Job((job, arguments, named))
        self._turns.put(CLIENT.get(), wanted)
        value: _Value = wanted.outcome.result()
        return value

    def close(self) -> None:
        """End all processes, and what they are at."""
        for job in self._turns.close():
            job.outcome.cancel()
        for place in self._places:
            place.close()
        for thread in self._threads:
            thread.join()
        for place in self._places:
            place.end()

    def _work(self, place: "_Place") -> None:
        while job := self._turns.take():
            place.carry_out(job)


_Task = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]
"""A function, and its arguments after the store."""


class _Job:
    """A task, and the outcome for which somebody waits until it is abandoned."""

    def __init__(self, task: _Task) -> None:
        self.task = task
        self.outcome: Future[Any] = Future()
        self._lock = threading.Lock()
        self._kill: Callable[[], None] | None = None

    def begin(self, kill: Callable[[], None]) -> bool:
        """Whether somebody still waits; then *kill* is what ends the job, until it is ``over``."""
        with self._lock:
            if not self.outcome.set_running_or_notify_cancel():
                return False
            self._kill = kill
            return True

    def over(self) -> None:
        """What did the job does something else from now on."""
        with self._lock:
            self._kill = None

    def abandon(self) -> None:
        """Nobody waits any longer."""
        if not self.outcome.cancel():
            with self._lock:
                if self._kill:
                    self._kill()


class _Place:
    """Where one process works, and after its end another. But for ``kill`` and ``close`` it is for one thread."""

    can_ask_others: bool

    def __init__(self, opened: Callable[[], Store], seconds: float, jobs: Sequence[Callable[..., Any]]) -> None:
        self._wanted = pickle.dumps((opened, tuple(jobs)))
        self._seconds = seconds
        self._is_killed = self._is_closed = False
        self._start()

    def carry_out(self, job: _Job) -> None:
        """Let the process do *job*, and pass on the result. Afterwards there is a process for the next job."""
        if not job.begin(self.kill):
            return
        try:
            value = self._value(job.task)
        except Exception as error:  # noqa: BLE001 - who waits for the job hears of it
            outcome: Callable[[], None] = functools.partial(job.outcome.set_exception, error)
        else:
            outcome = functools.partial(job.outcome.set_result, value)
        job.over()
        outcome()
        if self._is_killed:
            self.end()
        if self._connection.closed and not self._is_closed:
            with suppress(ArticleLdError):  # the next job tries again, and tells why there is none
                self._start()

    def kill(self) -> None:
        """End what the process is at."""
        self._is_killed = True
        self._process.kill()

    def close(self) -> None:
        """End what the process is at, and start no other one."""
        self._is_closed = True
        self.kill()

    def end(self) -> None:
        """End the process, and wait for it."""
        self._process.kill()
        self._process.join()
        self._connection.close()

    def _value(self, task: _Task) -> Any:
        if self._connection.closed:
            self._start()
        try:
            self._connection.send(task)
            succeeded, value = self._answer(self._seconds)
        except (EOFError, OSError) as error:
            self.end()
            raise StoreUnavailableError("the answer took more memory than there is for it", "ask for less") from error
        if succeeded:
            return value
        raise value

    def _start(self) -> None:
        try:
            ours, theirs = _CONTEXT.Pipe()
            with theirs:
                process = _CONTEXT.Process(target=_work, args=(theirs, self._wanted, self._seconds), daemon=True)
                start(process)
        except (OSError, EOFError) as error:
            raise StoreUnavailableError(f"no process can be started: {error}", "try again later") from error
        self._connection, self._process, self._is_killed = ours, process, False
        try:
            succeeded, value = self._answer(SECONDS_TO_START)
        except (EOFError, OSError) as error:
            self.end()
            raise StoreUnavailableError("a process for the store ended as it began") from error
        if not succeeded:
            self.end()
            raise value
        self.can_ask_others = value

    def _answer(self, seconds: float) -> tuple[bool, Any]:
        if not self._connection.poll(seconds):
            self.end()
            raise StoreUnavailableError(f"no answer was found in {seconds:g} seconds", "ask for less")
        answer: tuple[bool, Any] = self._connection.recv()
        return answer


def _work(connection: Connection, wanted: bytes, seconds: float) -> None:
    """Carry out one task after the other, until the server is gone.

    *wanted* are, pickled, the function that opens the store, and the jobs.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _limit_memory()
    opened, _ = pickle.loads(wanted)  # noqa: S301 - from the server
    try:
        store = opened()
    except ArticleLdError as error:
        connection.send((False, error))
        return
    connection.send((True, isinstance(store, ReadOnlyStore) and not leave_network()))
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
    """Have the system end this process after so many *seconds* (0: never), in case the server is gone by then."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
