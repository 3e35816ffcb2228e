"""In which order clients are served."""

import threading

import pytest

from ld.errors import StoreUnavailableError
from ld.serve import turns
from ld.serve.turns import Turns, client_at


def test_each_client_has_its_turn_however_much_another_one_wants():
    queue = Turns()
    for number in range(3):
        queue.put("many", f"many {number}")
    queue.put("few", "few 0")
    queue.put("other", "other 0")
    assert [queue.take() for _ in range(5)] == ["many 0", "few 0", "other 0", "many 1", "many 2"]


def test_one_client_cannot_fill_the_queue(monkeypatch):
    monkeypatch.setattr(turns, "MOST_OF_ONE_CLIENT", 2)
    monkeypatch.setattr(turns, "MOST_WAITING", 3)
    queue = Turns()
    queue.put("many", 1)
    queue.put("many", 2)
    with pytest.raises(StoreUnavailableError, match="too many of your requests"):
        queue.put("many", 3)
    queue.put("few", 4)
    with pytest.raises(StoreUnavailableError, match="too many requests"):
        queue.put("other", 5)
    queue.withdraw("many", 1)
    queue.put("many", 6)
    assert [queue.take() for _ in range(3)] == [2, 4, 6]


def test_what_is_withdrawn_is_not_given_out():
    queue = Turns()
    queue.put("one", 1)
    queue.put("two", 2)
    queue.withdraw("one", 1)
    queue.withdraw("one", 1)
    queue.withdraw("nobody", 3)
    assert queue.take() == 2


def test_closing_wakes_who_waits_and_returns_what_is_left():
    queue = Turns()
    taken = []
    waiting = threading.Thread(target=lambda: taken.append(queue.take()))
    waiting.start()
    assert queue.close() == []
    waiting.join(10)
    assert taken == [None]
    with pytest.raises(StoreUnavailableError, match="stopped"):
        queue.put("late", 1)


@pytest.mark.parametrize(
    ("host", "client"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("unknown", "unknown"),
        ("", ""),
    ],
)
def test_a_client_is_an_address_or_the_network_that_it_may_choose_addresses_from(host, client):
    assert client_at(host) == client
