"""Work spread over processes: results in order, few items in flight, and no process that dies unnoticed."""

import contextlib
import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Generator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, NamedTuple, TypeVar

Task = TypeVar("Task")
Answer = TypeVar("Answer")

_HANDED_OUT = 3  # tasks that a process has at once: one in work, the others so that it need not wait
# A copy of this process has all that is loaded here already. From 3.14 on, Python does not choose that by itself;
# macOS and Windows have no safe way to it.
_CONTEXT = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
_UNDER_WAY = 16  # tasks a process, handed out or answered, that those before them keep waiting


def in_order(tasks: Sequence[Task], work: Callable[[Task], Answer], processes: int) -> Generator[Answer]:
    """The results of *work* for each of *tasks*, in their order, computed by so many *processes*.

    Raises what *work* raises, and ProcessDiedError, naming the task, if a process dies of one.
    """
    workers = [_Worker[Task](work) for _ in range(min(processes, len(tasks)))]
    try:
        yield from _answers(tasks, workers)
    finally:
        for worker in workers:
            worker.end()


def start(process: BaseProcess) -> None:
    """Start *process*, which ignores interruptions until it has installed its own handling of them."""
    if not hasattr(signal, "pthread_sigmask"):
        process.start()
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class ProcessDiedError(RuntimeError):
    """A process was ended from outside, or by a fault that Python does not survive."""


class _Failure(NamedTuple):
    """What *work* raised in another process, and its traceback there."""

    error: Exception
    trace: str


class _Worker(Generic[Task]):
    """A process, the connection to it, and the numbers and tasks that it has and has not answered yet."""

    def __init__(self, work: Callable[[Task], Any]) -> None:
        self.connection, theirs = _CONTEXT.Pipe()
        self.waiting: deque[tuple[int, Task]] = deque()
        self._process = _CONTEXT.Process(target=_serve, args=(theirs, work), daemon=True)
        start(self._process)
        theirs.close()

    def give(self, number: int, task: Task) -> None:
        self.waiting.append((number, task))
        with contextlib.suppress(OSError):  # it has died: that shows when its answer is read
            self.connection.send(task)

    def answer(self) -> tuple[int, Any]:
        """The next answer, with the number of its task."""
        number, task = self.waiting.popleft()
        try:
            answer = self.connection.recv()
        except (EOFError, OSError) as error:
            self._process.join()
            raise ProcessDiedError(f"the process for {task} died ({_cause(self._process.exitcode)})") from error
        if isinstance(answer, _Failure):
            answer.error.add_note(f"in another process:\n{answer.trace}")
            raise answer.error
        return number, answer

    def end(self) -> None:
        self.connection.close()
        self._process.kill()  # it may be deep in a library that hears no other signal
        self._process.join()


def _answers(tasks: Sequence[Task], workers: "list[_Worker[Task]]") -> Generator[Any]:
    answered: dict[int, Any] = {}
    given = 0
    for number in range(len(tasks)):
        while number not in answered:
            while given < min(len(tasks), number + _UNDER_WAY * len(workers)):
                idlest = min(workers, key=lambda worker: len(worker.waiting))
                if len(idlest.waiting) == _HANDED_OUT:
                    break
                idlest.give(given, tasks[given])
                given += 1
            ready = wait([worker.connection for worker in workers if worker.waiting])
            answered.update(worker.answer() for worker in workers if worker.connection in ready)
        yield answered.pop(number)


def _cause(exit_code: int | None) -> str:
    return f"signal {-exit_code}" if exit_code and exit_code < 0 else f"exit code {exit_code}"


def _serve(connection: Connection, work: Callable[[Any], Any]) -> None:
    """Answer each task that comes.

    What the first one has loaded stays as long as the process does, so that no garbage collection need look at it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one ends it
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # and has clearing away to do that this one has not
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with contextlib.suppress(EOFError, OSError):
        connection.send(_tried(work, connection.recv()))
        gc.collect()
        gc.freeze()
        while True:
            connection.send(_tried(work, connection.recv()))


def _end_with_parent() -> None:
    """End this process at once, whatever it is doing, when its parent process ends."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _tried(work: Callable[[Any], Any], task: Any) -> Any:
    try:
        return work(task)
    except Exception as error:  # noqa: BLE001 - it is raised again where the answer is read
        trace = traceback.format_exc()
        try:
            pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
        except Exception:  # noqa: BLE001 - whatever it is, only its text can travel
            error = RuntimeError(repr(error))
        return _Failure(error, trace)
