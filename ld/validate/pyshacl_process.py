"""Runs pySHACL in a process that is killed when its time is up, as a SPARQL query cannot be cancelled."""

import atexit
import os
import pickle
import signal
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, RLock, Timer
from typing import Any, BinaryIO

from ld.errors import ArticleLdError, UncheckedError
from ld.terms import BlankNode, Iri, Term
from ld.validate.finding import Finding
from ld.validate.index import Index
from ld.validate.shapes import Shapes
from ld.validate.shapes_places import described

# -I: no module in the working folder may shadow those of this process
_PROGRAM = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer);"
    "from ld.validate.pyshacl_process import serve; serve()"
)
_OFTEN = 3  # graphs that take too long: those after them are not even tried, so that a run ends
_GRACE = 1  # second


def findings_within(data: Index, shapes: Shapes, seconds: float) -> list[Finding]:
    """The findings of ``findings_of_pyshacl``, in at most *seconds*, and half a second more to start a process.

    Raises its errors, and UncheckedError, naming the shape, if the time is up or the process died, and at once after
    three graphs that took too long.
    """
    with _ONE_AT_A_TIME:
        return _process_for(shapes).findings(data, seconds)


class _Process:
    """A process that checks graphs against *shapes*, started on first use and again after it was ended."""

    def __init__(self, shapes: Shapes) -> None:
        self.shapes = shapes
        self.maker = os.getpid()
        self._running: subprocess.Popen[bytes] | None = None
        self._timeouts = 0

    def findings(self, data: Index, seconds: float) -> list[Finding]:
        if self._timeouts >= _OFTEN:
            raise UncheckedError(f"not checked: the shapes took too long for {_OFTEN} others before it", _HINT)
        process = self._running = self._running or _started(self.shapes)
        late = Event()
        watch = Timer(seconds, _end_late, (process, late))
        watch.start()
        shape: Term | None = None
        try:
            _send(_end(process.stdin), tuple(data), seconds)
            while isinstance(message := pickle.load(_end(process.stdout)), _At):  # noqa: S301 - our own bytes
                shape = message.shape
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            self.close()
            raise self._unchecked(shape, seconds, in_time=not late.is_set()) from error
        except BaseException:
            self.close()
            raise
        finally:
            watch.cancel()
        if isinstance(message, Exception):
            raise message
        found: list[Finding] = message
        return found

    def close(self) -> None:
        process, self._running = self._running, None
        if process:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                with suppress(OSError):  # the rest of its input is lost
                    _end(stream).close()

    def _unchecked(self, shape: Term | None, seconds: float, *, in_time: bool) -> UncheckedError:
        place = described(self.shapes, shape) if isinstance(shape, Iri | BlankNode) else "a shape"
        if in_time:
            return UncheckedError(f"not checked: the process that held it to {place} died", "give it more memory")
        self._timeouts += 1
        return UncheckedError(f"not checked: {place} took more than {seconds:g} s", _HINT)


def _end_late(process: "subprocess.Popen[bytes]", late: Event) -> None:
    late.set()
    process.kill()


_HINT = "make its query faster, or give it more time: --time-limit SECONDS"
_ONE_AT_A_TIME = RLock()
_PROCESSES: list[_Process] = []


def _process_for(shapes: Shapes) -> _Process:
    """The process for *shapes*; one inherited from a parent process is not used, as its pipes are not ours."""
    if not _PROCESSES or _PROCESSES[0].shapes is not shapes or _PROCESSES[0].maker != os.getpid():
        _close()
        _PROCESSES[:] = [_Process(shapes)]
    return _PROCESSES[0]


@atexit.register
def _close() -> None:
    for process in _PROCESSES:
        if process.maker == os.getpid():
            process.close()
    _PROCESSES.clear()


def _started(shapes: Shapes) -> "subprocess.Popen[bytes]":
    process = subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-I", "-c", _PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        _send(_end(process.stdin), sys.path, Shapes(shapes.triples))  # without anything derived from them
        pickle.load(_end(process.stdout))  # noqa: S301 - it says so when it has imported all that it needs
    except BaseException as error:
        process.kill()
        process.wait()
        if isinstance(error, EOFError | OSError):
            raise UncheckedError("not checked: the process for pySHACL could not be started") from error
        raise
    return process


def _end(stream: Any) -> BinaryIO:
    """*stream*, which exists because a pipe was requested."""
    pipe: BinaryIO = stream
    return pipe


def _send(stream: BinaryIO, *values: object) -> None:
    for value in values:
        pickle.dump(value, stream)
    stream.flush()


class _At:
    """The message that a query of *shape* is being executed; None means that it has ended."""

    def __init__(self, shape: Term | None) -> None:
        self.shape = shape


def serve() -> None:
    """Check one graph after another until the input ends. Output of the libraries goes to standard error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one ends it
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    from ld.validate.pyshacl_engine import findings_of_pyshacl  # noqa: PLC0415 - it takes half a second

    with suppress(EOFError, OSError), _told(answers):
        shapes: Shapes = pickle.load(sys.stdin.buffer)  # noqa: S301 - our own bytes
        _send(answers, None)
        while True:
            data: Index = Index(pickle.load(sys.stdin.buffer))  # noqa: S301
            _end_after(pickle.load(sys.stdin.buffer) + _GRACE)  # noqa: S301
            try:
                answer: object = list(findings_of_pyshacl(data, shapes))
            except ArticleLdError as error:
                answer = error
            except Exception:  # noqa: BLE001 - it is raised where the answer is read
                answer = RuntimeError(f"in the process for pySHACL:\n{traceback.format_exc()}")
            _end_after(0)
            _send(answers, answer)


def _end_after(seconds: float) -> None:
    """Have the system end this process after so many seconds, in case its parent is gone by then; 0 cancels."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


@contextmanager
def _told(answers: BinaryIO) -> Iterator[None]:
    """A block in which *answers* report the shape whose query is being executed."""
    from pyshacl.constraints.sparql import sparql_based_constraint_components as components  # noqa: PLC0415
    from pyshacl.constraints.sparql import sparql_based_constraints as constraints  # noqa: PLC0415

    from ld.rdf import term_of  # noqa: PLC0415

    for kind in (constraints.SPARQLBasedConstraint, components.BoundShapeValidatorComponent):

        def told(self: Any, *given: Any, evaluate: Any = kind.evaluate, **named: Any) -> Any:
            _send(answers, _At(term_of(self.shape.node)))
            try:
                return evaluate(self, *given, **named)
            finally:
                _send(answers, _At(None))

        kind.evaluate = told  # type: ignore[method-assign]
    yield
