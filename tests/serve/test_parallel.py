"""Many clients at once, and a store that is written to meanwhile."""

import threading
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

import requests
from serve.articles import BASE, NAMELESS, TREATY, facts_at, store_of
from serve.conftest import running

from ld.pipeline import build
from ld.serve.server import ServerOptions

CLIENTS = 200
PATHS = ("/2024/treaty.ttl", "/2024/treaty", "/2024/treaty.jsonld", "/", "/void", "/2024/treaty.nq", "/healthz")


def test_two_hundred_clients_at_once_are_all_answered(home):
    together = threading.Barrier(CLIENTS)

    def ask(number):
        together.wait()
        path = PATHS[number % len(PATHS)]
        query = f"/sparql?query={quote(f'SELECT ({number} AS ?n) {{}}')}"
        with requests.Session() as session:
            return [session.get(f"{home}{each}", timeout=120).status_code for each in (path, query)]

    with ThreadPoolExecutor(CLIENTS) as clients:
        assert list(clients.map(ask, range(CLIENTS))) == [[200, 200]] * CLIENTS


def test_what_is_published_while_the_server_runs_is_served(tmp_path):
    store = store_of(tmp_path / "store", TREATY)
    later = build(facts_at(f"{BASE}2024/later"))
    with running(store, ServerOptions(port=0, base=BASE)) as home:
        assert requests.get(f"{home}/2024/later", timeout=30).status_code == 404
        before = requests.get(f"{home}/", timeout=30).headers["ETag"]
        store_of(store, later, NAMELESS)
        assert requests.get(f"{home}/2024/later.ttl", timeout=30).text == later.turtle()
        assert requests.get(f"{home}/", timeout=30).headers["ETag"] != before


def test_slow_queries_do_not_keep_documents_waiting(home):
    cross = " ".join(f"GRAPH ?g{n} {{ ?s{n} ?p{n} ?o{n} }}" for n in range(5))
    slow = f"{home}/sparql?query={quote(f'SELECT (COUNT(*) AS ?n) {{ {cross} }}')}"
    with ThreadPoolExecutor(4) as clients:
        asked = [clients.submit(requests.get, slow, timeout=60) for _ in range(4)]
        assert requests.get(f"{home}/2024/treaty.ttl", timeout=30).status_code == 200
        assert not all(question.done() for question in asked)
        assert {question.result().status_code for question in asked} == {503}


def test_a_store_that_is_written_to_all_the_time_is_read_without_an_error(tmp_path):
    store = store_of(tmp_path / "store", TREATY)
    others = [build(facts_at(f"{BASE}{number}")) for number in range(10)]
    with running(store, ServerOptions(port=0, base=BASE)) as home, ThreadPoolExecutor(1) as writers:
        writing = writers.submit(lambda: [store_of(store, TREATY, other) for other in others])
        while not writing.done():
            answer = requests.get(f"{home}/2024/treaty.ttl", timeout=30)
            assert (answer.status_code, answer.text) == (200, TREATY.turtle())
        for number in range(10):
            assert requests.get(f"{home}/{number}.ttl", timeout=30).status_code == 200
