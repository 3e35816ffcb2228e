"""Clients that keep the server waiting, or do not wait for it."""

import http.client
import socket
import subprocess
import sys
import threading
import time
from contextlib import ExitStack, contextmanager
from urllib.parse import quote, urlsplit

import pytest
import requests
from serve.articles import BASE, TREATY, store_of
from serve.conftest import running
from serve.test_endpoint import ENDLESS

from ld.serve import awaited, connections, protocol, server, turns
from ld.serve.server import ServerOptions

HEAD = b"GET /healthz HTTP/1.1\r\nHost: a\r\n"
BODY = b"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\nContent-Length: 900\r\n\r\n"
HEAVY = f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: a\r\n".encode()


@pytest.fixture
def store(tmp_path):
    return store_of(tmp_path / "store", TREATY)


@contextmanager
def connected(home, sent=b""):
    at = urlsplit(home)
    with socket.create_connection((at.hostname, at.port), timeout=30) as connection:
        connection.sendall(sent)
        yield connection


def until_closed(connection, dripping=b""):
    """What the server sends until it ends the connection, though it is sent *dripping* all the time."""
    received = b""
    connection.settimeout(0.3)
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            if dripping:
                connection.sendall(dripping)
            chunk = connection.recv(1 << 16)
        except TimeoutError:
            continue
        except (ConnectionResetError, BrokenPipeError):
            return received
        if not chunk:
            return received
        received += chunk
    raise AssertionError("the connection is still open")


@pytest.mark.parametrize(
    ("sent", "dripping"),
    [(b"", b""), (HEAD, b""), (HEAD + b"X: ", b"x"), (BODY, b""), (BODY, b"x"), (HEAD + b"\r\n" + HEAD + b"X: ", b"x")],
)
def test_a_request_that_does_not_come_whole_in_time_ends_its_connection(store, monkeypatch, sent, dripping):
    monkeypatch.setattr(connections, "SECONDS_TO_ASK", 1)
    with running(store, ServerOptions(port=0, base=BASE, processes=1)) as home, connected(home, sent) as connection:
        until_closed(connection, dripping)


@contextmanager
def idle_reader(home):
    """A connection that asks for 8 MB and reads nothing of it."""
    query = quote(f'SELECT ("{"x" * 8000}" AS ?t) ?a ?b {{ VALUES ?a {{ {"1 " * 40} }} VALUES ?b {{ {"2 " * 25} }} }}')
    at = urlsplit(home)
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(30)
        connection.connect((at.hostname, at.port))
        connection.sendall(f"GET /sparql?query={query} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
        assert connection.recv(12) == b"HTTP/1.1 200"
        yield connection


def test_an_answer_that_is_read_too_slowly_ends_its_connection(store, monkeypatch):
    monkeypatch.setattr(connections, "SECONDS_TO_READ", 1)
    monkeypatch.setattr(connections, "BYTES_PER_SECOND", 1e9)
    with running(store, ServerOptions(port=0, base=BASE, processes=1)) as home, idle_reader(home) as connection:
        time.sleep(3)
        assert len(until_closed(connection)) < 8_000_000


def test_answers_that_nobody_reads_are_held_up_to_a_bound(store, monkeypatch):
    monkeypatch.setattr(connections, "MOST_UNREAD", 1_000_000)
    running_server = running(store, ServerOptions(port=0, base=BASE, processes=1))
    with running_server as home, idle_reader(home) as first, idle_reader(home) as second:
        time.sleep(0.5)
        assert len(until_closed(first)) < 8_000_000
        assert len(until_closed(second)) > 8_000_000


def test_who_has_waited_longest_gives_way_to_who_comes(store, monkeypatch):
    monkeypatch.setattr(server, "most_connections", lambda: 3)
    with running(store, ServerOptions(port=0, base=BASE, processes=1, seconds=60)) as home, ExitStack() as clients:
        kept = []
        for sent in (HEAVY + b"\r\n", b"", HEAD, HEAD + b"Connection: close\r\n\r\n"):
            kept.append(clients.enter_context(connected(home, sent)))
            time.sleep(0.2)
        working, first, second, asking = kept
        assert until_closed(asking).startswith(b"HTTP/1.1 200")
        assert until_closed(first) == b""
        for other in (working, second):
            other.settimeout(0.2)
            with pytest.raises(TimeoutError):
                other.recv(1)


@pytest.mark.parametrize(
    "sent",
    [
        HEAVY + b"\r\n",
        HEAVY + b"\r\n" + HEAD + b"\r\n",
        HEAVY + b"Content-Length: 300000\r\n\r\n" + b"x" * 300_000,
        b"GET /sparql?query=ASK%20%7B%7D HTTP/1.1\r\nHost: a\r\n\r\n"
        + HEAVY
        + b"\r\n"
        + HEAD
        + b"\r\n"
        + b"x" * 100_000,
    ],
)
def test_queries_whose_clients_have_left_keep_nobody_waiting(store, sent):
    with running(store, ServerOptions(port=0, base=BASE, processes=1, seconds=600)) as home:
        for _ in range(12):
            with connected(home, sent):
                time.sleep(0.02)
        assert requests.get(f"{home}/sparql?query=ASK%7B%7D", timeout=30).status_code == 200


def test_a_client_that_waits_is_answered_though_others_leave(store):
    patient = HEAVY + b"Connection: close\r\n\r\n"
    settings = ServerOptions(port=0, base=BASE, processes=1, seconds=3)
    with running(store, settings) as home, connected(home, patient) as waiting:
        for _ in range(3):
            with connected(home, HEAVY + b"\r\n"):
                time.sleep(0.05)
        assert until_closed(waiting).startswith(b"HTTP/1.1 503")


def test_one_client_has_so_many_queries_wait_and_no_more_also_behind_a_proxy(store, monkeypatch):
    monkeypatch.setattr(turns, "MOST_OF_ONE_CLIENT", 2)
    settings = ServerOptions(port=0, base=BASE, processes=1, seconds=600)
    with running(store, settings) as home, ExitStack() as clients:
        kept = []
        for client in (1, 1, 1, 1, 2):
            request = HEAVY + b"X-Forwarded-For: 192.0.2.%d\r\nConnection: close\r\n\r\n" % client
            kept.append(clients.enter_context(connected(home, request)))
            time.sleep(0.2)
        assert b"too many of your requests" in until_closed(kept[3])
        kept[4].settimeout(0.2)
        with pytest.raises(TimeoutError):
            kept[4].recv(1)


def test_who_asks_again_before_the_answer_gets_the_first_one_and_is_let_go(store):
    with running(store, ServerOptions(port=0, base=BASE, processes=1)) as home:
        with connected(home, (HEAD + b"\r\n") * 3) as connection:
            assert until_closed(connection).count(b"HTTP/1.1 200") == 1
        with connected(home, HEAD + b"\r\n") as connection:
            assert connection.recv(12) == b"HTTP/1.1 200"
            time.sleep(0.2)
            connection.sendall(HEAD + b"Connection: close\r\n\r\n")
            assert b"HTTP/1.1 200" in until_closed(connection)


@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
@pytest.mark.parametrize("path", ["/", "/sparql", "/2024/treaty", "/healthz"])
def test_a_body_that_is_too_long_is_refused_at_every_address_and_not_read_on(home, method, path):
    head = f"{method} {path} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
    with connected(home, head) as connection, pytest.raises((ConnectionResetError, BrokenPipeError)):
        connection.sendall((b"10000\r\n" + b"x" * 0x10000 + b"\r\n") * 500)
    connection = http.client.HTTPConnection(urlsplit(home).netloc, timeout=30)
    connection.request(method, path, body=b"x" * ((1 << 20) + 1))
    assert connection.getresponse().status == 413
    connection.close()


def test_long_bodies_are_held_up_to_a_bound(store, monkeypatch):
    monkeypatch.setattr(awaited, "MOST_BYTES_OF_ALL", 1000)
    with running(store, ServerOptions(port=0, base=BASE, processes=1)) as home:
        with connected(home, BODY + b"x" * 800):
            time.sleep(0.5)
            with connected(home, BODY + b"x" * 800) as second:
                assert until_closed(second).startswith(b"HTTP/1.1 503")
        time.sleep(0.5)
        query = "ASK {}" + " " * 800
        answer = requests.post(
            f"{home}/sparql", query, headers={"Content-Type": "application/sparql-query"}, timeout=30
        )
        assert answer.status_code == 200


@pytest.mark.skipif(sys.platform == "win32", reason="descriptors are no limit there")
def test_slow_clients_take_neither_all_descriptors_nor_the_log(store):
    command = f'ulimit -n 300; exec "{sys.executable}" -m ld serve --store "{store}" --port 0 --processes 1'
    with subprocess.Popen(("sh", "-c", command), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            home = process.stdout.readline().removeprefix("serving at ").strip().rstrip("/")
            with ExitStack() as clients:
                for number in range(350):
                    clients.enter_context(connected(home, (HEAD, BODY, b"", HEAD + b"\r\n")[number % 4]))
                began = time.monotonic()
                assert requests.get(f"{home}/healthz", timeout=30).status_code == 200
                assert time.monotonic() - began < 5
            for bad in (b"nonsense\r\n\r\n", HEAD + b"Connection: upgrade\r\nUpgrade: websocket\r\n\r\n") * 50:
                with connected(home, bad) as connection:
                    connection.recv(1)
        finally:
            process.terminate()
        log = process.communicate(timeout=30)[1].splitlines()
    assert len(log) < 6, log
    assert "connections are taken" in log[0]


def test_a_long_form_is_read_beside_the_answers_to_others(store, monkeypatch):
    threads = {}
    pairs = protocol.parse_qsl

    def remembered(encoded, **how):
        threads[encoded[:9]] = threading.current_thread()
        return pairs(encoded, **how)

    monkeypatch.setattr(protocol, "parse_qsl", remembered)
    with running(store, ServerOptions(port=0, base=BASE, processes=1)) as home:
        assert requests.post(f"{home}/sparql", {"query": "ASK {}"}, timeout=30).status_code == 200
    assert threads["query=ASK"] is not threads[""]
