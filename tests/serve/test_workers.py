"""What a job in another process can do to the server: nothing."""

import asyncio
import functools
import os
import signal
import socket
import sys
import time
from contextlib import contextmanager

import pyoxigraph
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


def write(_, path):
    path.write_text("begun")


def ask(_, port):
    question = f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}"
    return list(pyoxigraph.Store().query(question))


JOBS = (process_of, hang, die, take_all_memory, complain, write, ask)


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


@contextmanager
def patient(tmp_path):
    """One process, which is given so much time that no test waits for its end."""
    made = Workers(functools.partial(ReadOnlyStore, store_of(tmp_path / "store", TREATY)), 1, 600, JOBS)
    try:
        yield made
    finally:
        made.close()


async def begun(workers, job, *arguments):
    task = asyncio.ensure_future(workers.run(job, *arguments))
    await asyncio.sleep(0.5)
    return task


async def cancelled(task):
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


def test_a_job_for_which_nobody_waits_any_more_is_ended_with_its_process(tmp_path):
    async def leave(workers):
        before = await workers.run(process_of)
        await cancelled(await begun(workers, hang))
        assert await workers.run(process_of) != before
        assert not is_alive(before)

    with patient(tmp_path) as workers:
        asyncio.run(asyncio.wait_for(leave(workers), 60))


def test_a_job_for_which_nobody_waits_any_more_is_not_begun(tmp_path):
    async def leave(workers):
        slow = await begun(workers, hang)
        await cancelled(await begun(workers, write, tmp_path / "abandoned"))
        awaited = await begun(workers, write, tmp_path / "awaited")
        await cancelled(slow)
        await awaited

    with patient(tmp_path) as workers:
        asyncio.run(asyncio.wait_for(leave(workers), 60))
    assert (tmp_path / "awaited").exists()
    assert not (tmp_path / "abandoned").exists()


def test_jobs_that_are_left_at_any_moment_harm_no_other(tmp_path):
    async def leave(workers):
        for number in range(12):
            left = asyncio.ensure_future(workers.run(process_of if number % 2 else hang))
            await asyncio.sleep(number / 200)
            left.cancel()
            assert await workers.run(process_of)

    with patient(tmp_path) as workers:
        asyncio.run(asyncio.wait_for(leave(workers), 60))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process leave the network")
def test_a_process_with_an_embedded_store_asks_nobody_whatever_its_query_says(workers):
    assert not workers.can_ask_others
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        with pytest.raises(PermissionError):
            run(workers, ask, listener.getsockname()[1])
        with pytest.raises(TimeoutError):
            listener.accept()
