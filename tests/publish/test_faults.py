"""Publishing through faults: whatever is cut, doubled or killed, the store ends as after an undisturbed run."""

import itertools
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from publish.articles import an_article, quads
from publish.faulty_proxy import Fault, FaultyProxy, faults
from urllib3.util import Retry

import ld
from ld.cli import main
from ld.errors import StoreUnavailableError
from ld.publish import publish
from ld.publish.bulk import publish_bulk
from ld.publish.endpoints import endpoints
from ld.publish.http import HttpStore
from ld.publish.outbox import Outbox
from ld.publish.publication import Publication, unchecked_publication
from ld.publish.sources import files as files_of
from ld.publish.sources import graphs
from ld.serialize import n_quads

BINARY = Path(sys.executable).with_name("oxigraph")
ROOT = Path(__file__).resolve().parents[2]
QUICK = Retry(
    total=4,
    backoff_factor=0.005,
    status_forcelist=(429, 502, 503, 504),
    allowed_methods=None,
    raise_on_status=False,
)
PATIENT = QUICK.new(total=20)
PROXY_ROUNDS, SERVER_ROUNDS, CLIENT_ROUNDS = 30, 10, 10

pytestmark = pytest.mark.skipif(
    not BINARY.exists() and os.environ.get("CI_STORES") != "required", reason="the package oxigraph is not installed"
)


class OxigraphServer:
    """An Oxigraph server on a directory, which can be killed as by a power cut and started again."""

    def __init__(self, directory: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._command = [BINARY, "serve", "--location", directory, "--bind", f"127.0.0.1:{self.port}"]
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Come back when it listens."""
        self._process = subprocess.Popen(self._command, stderr=subprocess.DEVNULL)
        while self._process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
            except ConnectionRefusedError:
                time.sleep(0.005)
            else:
                return
        raise AssertionError("the server does not start")

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def restart(self) -> None:
        self.kill()
        self.start()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    running = OxigraphServer(tmp_path_factory.mktemp("oxigraph"))
    yield running
    running.kill()


@pytest.fixture
def store(server):
    """The server without a proxy, and empty."""
    with HttpStore(endpoints(server.url), QUICK) as direct:
        direct.update("CLEAR ALL")
        yield direct


@pytest.fixture
def outbox(tmp_path):
    return Outbox(tmp_path / "outbox")


@pytest.fixture
def small_batches(monkeypatch):
    monkeypatch.setattr("ld.publish.publisher.BATCH", 3)


class Round:
    """Some articles are in the store already; then come new versions of some, and others, one of them twice."""

    def __init__(self, seed: int) -> None:
        chance = random.Random(seed)
        self.before = [an_article(number) for number in chance.sample(range(12), 6)]
        come = [an_article(number, chance.choice("12")) for number in chance.sample(range(12), 9)]
        twice = int(come[0].name.rpartition("/")[2])
        self.come = [*come, an_article(twice, "3")]
        self.only_changes = seed % 2 == 1

    def undisturbed(self, store: HttpStore) -> list[str]:
        """What *store* holds after the round; it is left as it is before the round."""
        publish(self.before, store)
        assert not publish(self.come, store, only_changes=self.only_changes).kept
        after = quads(store)
        store.update("CLEAR ALL")
        publish(self.before, store)
        return after

    def through(self, proxy: FaultyProxy, outbox: Outbox) -> None:
        """Publish through *proxy*, and resume until nothing waits."""
        with HttpStore(endpoints(proxy.url), QUICK) as store:
            outcome = publish(self.come, store, outbox=outbox, only_changes=self.only_changes)
            for _ in range(20):
                if not outcome.kept:
                    return
                outcome = publish(outbox.waiting(), store, outbox=outbox, only_changes=self.only_changes)
        raise AssertionError(f"after 20 times: {outcome.failures}")


def files(outbox: Path) -> list[str]:
    return sorted(path.name for path in outbox.iterdir())


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("seed", range(PROXY_ROUNDS))
def test_what_goes_through_a_faulty_network_arrives_once_and_whole(seed, server, store, outbox, tmp_path):
    this = Round(seed)
    expected = this.undisturbed(store)
    with FaultyProxy(server.port, faults(seed)) as proxy:
        this.through(proxy, outbox)
    assert quads(store) == expected
    assert files(tmp_path / "outbox") == []


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("seed", range(SERVER_ROUNDS))
def test_a_server_killed_at_work_ends_with_what_was_sent(seed, server, store, outbox, tmp_path):
    this = Round(1000 + seed)
    expected = this.undisturbed(store)
    spared = random.Random(seed).randrange(12)
    plan = itertools.chain(itertools.repeat(Fault.NONE, spared), [Fault.KILL])
    with FaultyProxy(server.port, plan, server.restart) as proxy:
        this.through(proxy, outbox)
    assert quads(store) == expected
    assert files(tmp_path / "outbox") == []


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    """A folder of articles twice: at first three of them, then with two of these changed and two more."""
    folder = tmp_path_factory.mktemp("editions")
    for edition, headlines in (
        ("first", ("Ferry early", "Pilots meet", "Port full")),
        ("second", ("Ferry late", "Pilots part", "Port full", "Tide high", "Wind low")),
    ):
        (folder / edition).mkdir()
        text = folder / "article.txt"
        for number, headline in enumerate(headlines):
            text.write_text(f'{headline}\n\n"We are glad," said Anna Berg, the mayor of Oslo.\n')
            graph = ld.build(text, url=f"https://harbor-news.example/{number}").graph
            (folder / edition / f"{number}.nq").write_text(n_quads(graph))
    return folder


def read(folder: Path) -> list[Publication]:
    return [unchecked_publication(graph) for file in files_of(str(folder)) for graph, _ in graphs(file)]


class Client:
    """The command line in a process of its own, with batches of two articles."""

    _PROGRAM = "import ld.publish.publisher as p, ld.cli, sys; p.BATCH = 2; sys.exit(ld.cli.main())"

    def __init__(self, *arguments: object) -> None:
        command = [sys.executable, "-c", self._PROGRAM, "publish", *map(str, arguments)]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )

    def kill(self) -> None:
        self._process.kill()

    def kill_when_waiting(self, outbox: Path, count: int) -> None:
        """Kill it when *count* articles wait in *outbox*, or it has done its work."""
        while self._process.poll() is None and len(list(outbox.glob("*.publication"))) < count:
            time.sleep(0.001)
        self.kill()
        self.finish()

    def finish(self) -> int:
        _, complaints = self._process.communicate()
        assert "Traceback" not in complaints, complaints
        return self._process.returncode


@pytest.mark.parametrize("seed", range(CLIENT_ROUNDS))
def test_a_command_killed_at_work_is_made_up_for_by_resuming(seed, server, store, editions, tmp_path):
    outbox = tmp_path / "outbox"
    publish(read(editions / "second"), store)
    expected = quads(store)
    store.update("CLEAR ALL")
    publish(read(editions / "first"), store)
    start_and_kill([editions / "second", "--outbox", outbox], server, outbox, seed)
    assert Client("--resume", "--outbox", outbox, "--store", server.url).finish() == 0
    assert files(outbox) == []
    assert Client(editions / "second", "--resume", "--outbox", outbox, "--store", server.url).finish() == 0
    assert quads(store) == expected
    assert files(outbox) == []


def start_and_kill(arguments: list[object], server: OxigraphServer, outbox: Path, seed: int) -> None:
    """Run the command line and kill it: when some articles are in the outbox, or while some request is answered."""
    chance = random.Random(seed)
    if seed % 2:
        Client(*arguments, "--store", server.url).kill_when_waiting(outbox, chance.randint(1, 4))
        return
    running: list[Client] = []

    def kill() -> None:
        running[0].kill()

    plan = itertools.chain(itertools.repeat(Fault.NONE, chance.randrange(7)), [Fault.KILL])
    with FaultyProxy(server.port, plan, kill) as proxy:
        running.append(Client(*arguments, "--store", proxy.url))
        assert running[0].finish() == -signal.SIGKILL


@pytest.fixture
def command(monkeypatch):
    """The command line, whose patience with a store is short."""

    def run(*arguments: object, url: str) -> int:
        monkeypatch.setattr("ld.cli.publish.store_of", lambda _: HttpStore(endpoints(url), QUICK))
        return main(["publish", *map(str, arguments)])

    return run


def test_while_the_store_is_down_articles_wait_and_the_exit_code_is_4(store, server, editions, tmp_path, command):
    outbox = tmp_path / "outbox"
    server.kill()
    try:
        assert command(editions / "second", "--outbox", outbox, url=server.url) == 4
        assert len(files(outbox)) == 5
        assert command("--resume", "--outbox", outbox, url=server.url) == 4
        assert len(files(outbox)) == 5
    finally:
        server.start()
    assert command("--resume", "--outbox", outbox, url=server.url) == 0
    assert files(outbox) == []
    assert len(store.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")) == 5 * 2 + 1


def test_when_the_disk_of_the_store_is_full_articles_wait_and_the_exit_code_is_4(
    store, server, editions, tmp_path, command
):
    outbox = tmp_path / "outbox"
    plan: Iterator[Fault] = itertools.chain([Fault.NONE], itertools.repeat(Fault.BROKEN))
    with FaultyProxy(server.port, plan) as proxy:
        assert command(editions / "second", "--outbox", outbox, url=proxy.url) == 4
    assert len(files(outbox)) == 5
    assert len(quads(store)) == 1, "only the head of the table"


@pytest.mark.usefixtures("store")
def test_a_store_that_asks_to_wait_a_second_is_asked_again(server, outbox):
    plan = iter([Fault.TOO_MANY])
    with FaultyProxy(server.port, plan) as proxy, HttpStore(endpoints(proxy.url), QUICK) as busy:
        assert publish([an_article(1)], busy, outbox=outbox).new == [an_article(1).name]


@pytest.fixture
def lines(store):
    """Enough of them in the store that an answer with all is cut in its body, not in its head."""
    publish([an_article(number) for number in range(50)], store)
    return quads(store)


def test_an_answer_that_is_cut_short_is_asked_for_again(lines, server):
    with FaultyProxy(server.port, iter([Fault.CUT_ANSWER] * 2)) as proxy, HttpStore(endpoints(proxy.url), QUICK) as cut:
        assert quads(cut) == lines


@pytest.mark.usefixtures("lines")
def test_a_store_whose_answers_are_always_cut_short_is_unavailable_in_the_end(server):
    asked = []
    plan = (asked.append(fault) or fault for fault in itertools.repeat(Fault.CUT_ANSWER))
    with (
        FaultyProxy(server.port, plan) as proxy,
        HttpStore(endpoints(proxy.url), QUICK) as cut,
        pytest.raises(StoreUnavailableError, match="no answer"),
    ):
        quads(cut)
    assert len(asked) == 1 + QUICK.total


@pytest.mark.parametrize("seed", range(5))
def test_what_is_loaded_in_bulk_through_a_faulty_network_is_whole(seed, server, store, monkeypatch):
    monkeypatch.setattr("ld.publish.bulk.DOCUMENT", 2000)
    articles = [an_article(number) for number in range(20)]
    publish_bulk(articles, store)
    expected = quads(store)
    store.update("CLEAR ALL")
    with FaultyProxy(server.port, faults(seed)) as proxy, HttpStore(endpoints(proxy.url), PATIENT) as far:
        publish_bulk(articles, far)
    assert quads(store) == expected
