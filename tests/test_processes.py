"""Work over several processes."""

import os
import signal
import sys
import time
from itertools import islice
from multiprocessing import active_children

import pytest
from process_table import PROC, is_running, running

from ld.errors import ShapesError
from ld.processes import in_order


def square(number: int) -> int:
    return number * number


def slow_at_first(number: int) -> int:
    return sum(range(2_000_000 if number == 0 else 10)) and number


def die(number: int) -> int:
    if number == 20:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def leave(number: int) -> int:
    os._exit(number + 7)


def refuse(number: int) -> int:
    raise ShapesError("no shape has a target", f"hint {number}")


class UnsendableError(Exception):
    def __init__(self, one, other):
        super().__init__(f"{one}{other}")


def refuse_unsendably(number: int) -> int:
    raise UnsendableError("task", number)


class Tasks(list):
    """Tasks that tell how far they were read."""

    read = 0

    def __getitem__(self, index):
        self.read = max(self.read, index + 1)
        return super().__getitem__(index)


def test_answers_come_in_the_order_of_the_tasks():
    assert list(in_order(range(200), square, 3)) == [number * number for number in range(200)]
    assert list(in_order(range(50), slow_at_first, 2)) == list(range(50))


def test_no_tasks_have_no_answers():
    assert list(in_order([], square, 2)) == []


def test_no_more_is_under_way_than_a_few_tasks_a_process():
    tasks = Tasks(range(10_000))
    answers = in_order(tasks, square, 2)
    assert list(islice(answers, 10)) == [square(number) for number in range(10)]
    assert tasks.read <= 10 + 2 * 16
    answers.close()


def test_a_process_ends_in_the_middle_of_its_task_when_the_one_that_started_it_is_killed(tmp_path):
    told = tmp_path / "pid"
    code = (
        "import os, pathlib, sys, time; from ld.processes import in_order\n"
        "def work(told): pathlib.Path(told).write_text(str(os.getpid())); time.sleep(600)\n"
        "list(in_order([sys.argv[1]], work, 1))"
    )
    with running([sys.executable, "-c", code, str(told)]) as parent:
        while not (told.exists() and told.read_text()):
            assert parent.poll() is None
            time.sleep(0.01)
        child = int(told.read_text())
        assert is_running(child) or not PROC.exists()
        parent.kill()
        parent.wait()
        while is_running(child):
            time.sleep(0.01)


@pytest.fixture
def started():
    """The child processes that were started since the test began."""
    before = {process.pid for process in active_children()}
    return lambda: [process for process in active_children() if process.pid not in before]


def test_closing_ends_the_processes(started):
    answers = in_order(range(1000), square, 2)
    next(answers)
    assert len(started()) == 2
    answers.close()
    assert started() == []


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
def test_a_process_that_is_killed_is_an_error_that_names_its_task(started):
    with pytest.raises(RuntimeError, match=r"the process for 20 died \(signal 9\)"):
        list(in_order(range(100), die, 2))
    assert started() == []


def test_a_process_that_ends_itself_is_an_error_too():
    with pytest.raises(RuntimeError, match=r"the process for 0 died \(exit code 7\)"):
        list(in_order(range(1), leave, 1))


def test_what_the_work_raises_is_raised_with_its_traceback():
    with pytest.raises(ShapesError, match="no shape has a target") as raised:
        list(in_order(range(10), refuse, 2))
    assert raised.value.hint.startswith("hint ")
    assert "in refuse" in raised.value.__notes__[0]


def test_an_exception_that_cannot_travel_is_told_of():
    with pytest.raises(RuntimeError, match=r"UnsendableError\('task0'\)"):
        list(in_order(range(1), refuse_unsendably, 1))
