"""Who keeps the index: failures are told, and do not end it."""

import logging
import threading

from ld.errors import StoreUnavailableError
from ld.serve.index import keeper
from ld.serve.index.keeper import Keeper
from ld.serve.index.refreshing import State, caught_up, compared


class Workers:
    """Stands in for worker processes: fails once, then has two articles to read."""

    def __init__(self):
        self.asked = []
        self.is_done = threading.Event()

    def wait(self, job, *_):
        self.asked.append(job)
        if len(self.asked) == 1:
            raise StoreUnavailableError("nobody is there")
        waiting = {2: 2, 3: 1}.get(len(self.asked), 0)
        if not waiting:
            self.is_done.set()
        return State("1", 2 - waiting, waiting)

    def close(self):
        self.is_closed = True


def test_after_a_failure_the_store_is_asked_again_until_all_is_read(monkeypatch, caplog):
    monkeypatch.setattr(keeper, "_SECONDS_BETWEEN", 0.01)
    monkeypatch.setattr(keeper, "_SECONDS_BETWEEN_CATALOGS", 0.01)
    workers = Workers()
    kept = Keeper(workers, "index.db", 1)
    with caplog.at_level(logging.WARNING, "uvicorn.error"):
        kept.start()
        assert workers.is_done.wait(30)
        kept.close()
    assert workers.asked[:4] == [compared, compared, caught_up, caught_up]
    assert kept.state == State("1", 2, 0)
    assert "not up to date: nobody is there" in caplog.text


def test_one_that_was_never_started_is_closed_with_its_workers():
    workers = Workers()
    Keeper(workers, "index.db", 1).close()
    assert workers.is_closed
