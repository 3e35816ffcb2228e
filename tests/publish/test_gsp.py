"""Stores that take graphs and no updates: the same servers, written to by the Graph Store Protocol alone."""

import itertools

import pytest
from publish.articles import an_article, quads
from publish.faulty_proxy import Fault, FaultyProxy, faults
from publish.servers import fuseki_memory, fuseki_tdb2, oxigraph, virtuoso
from urllib3.util import Retry

from ld.cli import main
from ld.errors import StoreError, StoreUnavailableError
from ld.publish import open_store, publish, unpublish
from ld.publish.endpoints import endpoints
from ld.publish.gsp import GspStore
from ld.publish.outbox import Outbox
from ld.publish.publication import of_lines
from ld.publish.updates import catalog_query, graph_query

OLD, NEW = an_article(1, "1"), an_article(1, "2")
BYSTANDER = an_article(2)

every_server = pytest.mark.parametrize(
    "served", [oxigraph, fuseki_memory, fuseki_tdb2, virtuoso], indirect=True, ids=lambda start: start.__name__
)
only_oxigraph = pytest.mark.parametrize("served", [oxigraph], indirect=True, ids=["oxigraph"])


@pytest.fixture
def graphs(served, store):  # noqa: ARG001 - it sets the credentials and clears what others left
    """*store*, written to by graphs."""
    with open_store(served.location, gsp=served.graphs, preset=served.preset) as opened:
        yield opened


def digests(store) -> dict[str, str]:
    return {row["name"]: row["digest"] for row in store.select(catalog_query())}


def standing(store, article) -> tuple[list[str], list[str]]:
    return tuple(store.construct(graph_query(graph)) for graph in (article.name, article.evidence_name))


def content(article) -> tuple[list[str], list[str]]:
    return list(article.facts), list(article.evidence)


@every_server
def test_what_is_put_there_by_graphs_is_what_updates_put_there(store, graphs):
    store.replace([OLD, BYSTANDER])
    store.replace([NEW])
    expected = quads(store)
    store.remove([NEW.name, BYSTANDER.name])
    graphs.replace([OLD, BYSTANDER])
    graphs.replace([NEW])
    assert quads(store) == expected


@every_server
def test_what_is_removed_leaves_nothing_behind(store, graphs):
    graphs.replace([OLD, BYSTANDER])
    graphs.remove([OLD.name])
    assert digests(store) == {BYSTANDER.name: BYSTANDER.digest}
    assert standing(store, OLD) == ([], [])
    assert standing(store, BYSTANDER) == content(BYSTANDER)
    graphs.remove([BYSTANDER.name, "https://harbor-news.example/never-there"])
    assert digests(store) == {}


@every_server
def test_an_article_that_is_withdrawn_is_no_longer_vouched_for(store, graphs):
    graphs.replace([OLD, BYSTANDER])
    graphs.withdraw(OLD)
    assert digests(store) == {OLD.name: "", BYSTANDER.name: BYSTANDER.digest}


@every_server
def test_a_graph_of_nothing_takes_the_place_of_one_of_something(store, graphs):
    graphs.replace([OLD])
    graphs.replace([of_lines(OLD.name, OLD.facts, [])])
    assert standing(store, OLD) == (list(OLD.facts), [])


@only_oxigraph
def test_only_what_is_a_triple_and_an_iri_is_sent(store, graphs):
    before = quads(store)
    for name, line in (("urn:x", "<urn:x> <urn:x> <urn:x> .\n<urn:y> <urn:y> <urn:y> ."), ("urn:x>", OLD.facts[0])):
        with pytest.raises(StoreError):
            graphs.replace([of_lines(name, [line], [])])
    assert quads(store) == before


@only_oxigraph
def test_an_update_is_refused_and_so_is_bulk(graphs):
    with pytest.raises(StoreError, match="takes graphs, no updates"):
        graphs.update("INSERT DATA { }")
    with pytest.raises(StoreError, match="no way to load N-Quads in bulk"):
        graphs.load([])


def replace(store):
    store.replace([NEW])


def remove(store):
    store.remove([NEW.name])


@only_oxigraph
@pytest.mark.parametrize(("act", "digest"), [(replace, NEW.digest), (remove, None)], ids=["replace", "remove"])
def test_what_is_cut_short_anywhere_counts_as_not_published_or_stands_there_as_before(served, store, act, digest):
    port = int(served.location.rpartition(":")[2])
    seen = set()
    for requests in itertools.count():
        store.replace([OLD, BYSTANDER])
        plan = itertools.chain(itertools.repeat(Fault.NONE, requests), itertools.repeat(Fault.BROKEN))
        with (
            FaultyProxy(port, plan) as proxy,
            GspStore(endpoints(proxy.url), f"{proxy.url}/store", Retry(total=0)) as cut,
        ):
            try:
                act(cut)
            except StoreUnavailableError:
                pass
            else:
                break
        left = digests(store).get(NEW.name)
        assert left is None or (left == OLD.digest and standing(store, OLD) == content(OLD))
        assert digests(store)[BYSTANDER.name] == BYSTANDER.digest
        seen.add(left)
    assert seen == {OLD.digest, None}
    assert digests(store).get(NEW.name) == digest


@every_server
def test_articles_are_published_changed_known_and_unpublished_by_graphs(store, graphs):
    assert publish([OLD, BYSTANDER], graphs).new == [OLD.name, BYSTANDER.name]
    outcome = publish([NEW, BYSTANDER], graphs)
    assert (outcome.replaced, outcome.unchanged, outcome.kept) == ([NEW.name], [BYSTANDER.name], {})
    assert standing(store, NEW) == content(NEW)
    assert unpublish([NEW.name], graphs) == [NEW.name]
    assert digests(store) == {BYSTANDER.name: BYSTANDER.digest}


@only_oxigraph
@pytest.mark.parametrize("seed", range(10))
def test_what_is_published_by_graphs_through_a_faulty_network_arrives_whole(served, store, tmp_path, seed):
    articles = [*map(an_article, range(8)), NEW]
    publish(articles, store)
    expected = quads(store)
    store.update("DROP ALL")
    publish([OLD], store)
    outbox, port = Outbox(tmp_path), int(served.location.rpartition(":")[2])
    with (
        FaultyProxy(port, faults(seed)) as proxy,
        GspStore(endpoints(proxy.url), f"{proxy.url}/store", Retry(total=1, allowed_methods=None)) as far,
    ):
        outcome = publish(articles, far, outbox=outbox)
        for _ in range(100):
            if not outcome.kept:
                break
            outcome = publish(outbox.waiting(), far, outbox=outbox)
    assert quads(store) == expected
    assert list(tmp_path.iterdir()) == []


@only_oxigraph
def test_the_command_line_publishes_by_graphs(served, store, tmp_path, monkeypatch):
    (tmp_path / "story.txt").write_text("Ferry late\n\nThe ferry is late, said Anna Berg.\n", encoding="utf-8")
    monkeypatch.setattr("ld.publish.http.HttpStore.update", lambda *_: pytest.fail("an update was sent"))
    where = ["--store", served.location, "--gsp-endpoint", served.graphs]
    assert main(["publish", str(tmp_path / "story.txt"), *where]) == 0
    (name,) = digests(store)
    assert main(["unpublish", name, *where]) == 0
    assert digests(store) == {}
