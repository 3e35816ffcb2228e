"""What a job in another process can do to the server: nothing."""

import asyncio
import functools
import os
import signal
import time

import pytest
from serve.articles import TREATY, store_of

from ld.errors import InputError, StoreError, StoreUnavailableError
from ld.serve.reading import ReadOnlyStore
from ld.serve.workers import Workers


def process_of(_):
    return os.getpid()


def hang(_):
    time.sleep(3600)


def die(_):
    os.kill(os.getpid(), signal.SIGKILL)


def take_all_memory(_):
    return len(bytearray(1 << 40))


def complain(_, words):
    raise InputError(words, hint="a hint")


JOBS = (process_of, hang, die, take_all_memory, complain)


@pytest.fixture
def workers(tmp_path):
    made = Workers(functools.partial(ReadOnlyStore, store_of(tmp_path / "store", TREATY)), 1, 2, JOBS)
    yield made
    made.close()


def run(workers, job, *arguments):
    return asyncio.run(workers.run(job, *arguments))


def is_alive(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_job_that_takes_too_long_is_ended_with_its_process_and_the_next_one_runs(workers):
    before = run(workers, process_of)
    with pytest.raises(StoreUnavailableError, match="no answer was found in 2 seconds"):
        run(workers, hang)
    assert not is_alive(before)
    assert run(workers, process_of) != before


def test_a_process_that_dies_fails_one_job_only(workers):
    with pytest.raises(StoreUnavailableError, match="memory"):
        run(workers, die)
    assert run(workers, process_of)


def test_a_job_that_wants_too_much_memory_fails_alone(workers):
    before = run(workers, process_of)
    with pytest.raises(StoreUnavailableError, match="memory"):
        run(workers, take_all_memory)
    assert run(workers, process_of) == before


def test_an_error_comes_back_as_it_was_raised(workers):
    with pytest.raises(InputError, match="no such thing") as caught:
        run(workers, complain, "no such thing")
    assert caught.value.hint == "a hint"


def test_closing_ends_the_processes_even_those_at_work(workers):
    process = run(workers, process_of)
    workers.close()
    assert not is_alive(process)


def test_a_store_that_cannot_be_opened_is_an_error_at_once(tmp_path):
    with pytest.raises(StoreError, match="holds no store"):
        Workers(functools.partial(ReadOnlyStore, tmp_path / "nothing"), 1, 1, ())
