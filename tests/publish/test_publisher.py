"""Publishing: what is unchanged is not sent, what is sent is read back, what cannot be sent is kept."""

import threading

import pytest
from publish.articles import an_article, quads

from ld.errors import OutputError, StoreError, StoreUnavailableError
from ld.publish import CATALOG, publish, unpublish
from ld.publish.catalog import moments
from ld.publish.embedded import EmbeddedStore
from ld.publish.outbox import Outbox
from ld.publish.publication import of_lines
from ld.publish.updates import catalog_query

DOWN = StoreUnavailableError("the store is down")
FOREIGN = "INSERT DATA {{ GRAPH <{0.name}> {{ <urn:x:foreign> <urn:x:says> 'something else' }} }}"


class Watched(EmbeddedStore):
    """An embedded store that writes down the updates it is sent; *before* and *after* are called with each."""

    def __init__(self, directory):
        super().__init__(directory)
        self.updates = []
        self.before = self.after = lambda _: None

    def update(self, request):
        self.before(request)
        super().update(request)
        self.updates.append(request)
        self.after(request)


@pytest.fixture
def store(tmp_path):
    with Watched(tmp_path / "store") as opened:
        yield opened


@pytest.fixture
def outbox(tmp_path):
    return Outbox(tmp_path / "outbox")


@pytest.fixture
def batches_of_two(monkeypatch):
    monkeypatch.setattr("ld.publish.publisher.BATCH", 2)


@pytest.fixture
def content_of(tmp_path):
    """What a store holds that just these articles were put into."""

    def fill(*publications):
        with EmbeddedStore(tmp_path / "other") as other:
            publish(publications, other)
            return quads(other)

    return fill


def names(*numbers):
    return [an_article(number).name for number in numbers]


def refuse(*numbers, error=None):
    """A store that refuses each update in which one of these articles is."""

    def check(request):
        for name in names(*numbers):
            if f"GRAPH <{name}> {{" in request:
                raise error or StoreError(f"<{name}> is refused")

    return check


def failing(publications, error):
    yield from publications
    raise error


def test_an_article_that_is_new_stands_there_whole(store):
    article = an_article(1)
    assert publish([article], store).new == [article.name]
    graphs = store.select("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g")
    assert [(row["g"], row["n"]) for row in graphs] == [
        (article.name, str(len(article.facts))),
        (article.evidence_name, str(len(article.evidence))),
        (CATALOG, "3"),
    ]


@pytest.mark.parametrize("only_changes", [True, False])
def test_the_catalog_knows_when_the_present_version_was_sent(store, monkeypatch, only_changes):
    clock = iter(("2026-03-04T10:00:00Z", "2026-03-05T10:00:00Z", "2026-03-06T10:00:00Z"))
    monkeypatch.setattr("ld.publish.publisher.sent_now", lambda each: each._replace(moment=next(clock)))
    publish([an_article(1)], store)
    assert moments(store) == {an_article(1).name: "2026-03-04T10:00:00Z"}
    assert publish([an_article(1, version="2")], store, only_changes=only_changes).replaced
    assert moments(store) == {an_article(1).name: "2026-03-05T10:00:00Z"}
    assert publish([an_article(1, version="2")], store).unchanged
    assert moments(store) == {an_article(1).name: "2026-03-05T10:00:00Z"}
    unpublish(names(1), store)
    assert moments(store) == {}


def test_a_catalog_of_an_earlier_version_knows_no_moments(store):
    store.replace([an_article(1)])
    assert moments(store) == {}
    publish([an_article(1, version="2")], store)
    assert set(moments(store)) == {an_article(1).name}


def test_an_article_that_is_unchanged_is_not_sent(store):
    publish([an_article(1)], store)
    store.updates.clear()
    assert publish([an_article(1)], store).unchanged == names(1)
    assert store.updates == []


@pytest.mark.parametrize("only_changes", [False, True])
def test_a_later_version_takes_the_place_of_the_earlier(store, content_of, only_changes):
    publish([an_article(1, "1")], store)
    outcome = publish([an_article(1, "2")], store, only_changes=only_changes)
    assert (outcome.new, outcome.replaced) == ([], names(1))
    assert quads(store) == content_of(an_article(1, "2"))


def test_with_only_changes_what_both_versions_say_is_not_sent_again(store):
    publish([an_article(1, "1")], store)
    store.updates.clear()
    publish([an_article(1, "2")], store, only_changes=True)
    assert "edition 2" in store.updates[0]
    assert "keyword" not in store.updates[0]


def test_what_has_little_in_common_with_what_stands_there_is_replaced_whole(store, content_of):
    publish([an_article(1)], store)
    other = of_lines(an_article(1).name, ["<urn:x:a> <urn:x:b> <urn:x:c> ."], [])
    publish([other], store)
    assert "DROP" in store.updates[-1]
    assert quads(store) == content_of(other)


def test_what_something_else_wrote_into_is_replaced_whole(store, content_of):
    publish([an_article(1, "1")], store)
    EmbeddedStore.update(store, FOREIGN.format(an_article(1)))
    publish([an_article(1, "2")], store)
    assert quads(store) == content_of(an_article(1, "2"))


@pytest.mark.parametrize("meanwhile", ["of another", "3"])
def test_a_change_to_what_another_client_replaces_meanwhile_ends_in_the_whole(store, content_of, meanwhile):
    def first(_):
        store.before = lambda _: None
        publish([an_article(1, meanwhile)], store, only_changes=False)

    publish([an_article(1, "1")], store)
    store.before = first
    assert publish([an_article(1, "2")], store).replaced == names(1)
    assert quads(store) == content_of(an_article(1, "2"))


def test_without_verifying_an_article_is_replaced_whole(store):
    publish([an_article(1, "1")], store)
    publish([an_article(1, "2")], store, verify=False)
    assert "DROP" in store.updates[-1]


def test_only_what_is_to_be_published_is_looked_up_in_the_catalog(store, monkeypatch):
    publish([an_article(number) for number in range(5)], store)
    asked = []
    monkeypatch.setattr(store, "select", lambda query: asked.append(query) or EmbeddedStore.select(store, query))
    publish([an_article(3)], store)
    assert all("LIMIT 1" in query or f"<{an_article(3).name}>" in query for query in asked)


def test_an_article_its_graphs_and_its_entry_in_the_catalog_are_one_update(store):
    publish([an_article(1), an_article(2)], store)
    assert len(store.updates) == 1


@pytest.fixture
def one_after_another(monkeypatch):
    monkeypatch.setattr("ld.publish.publisher.BATCH", 1)
    monkeypatch.setattr("ld.publish.publisher.WORKERS", 1)


@pytest.mark.usefixtures("one_after_another")
def test_a_version_that_was_there_at_first_is_sent_again_after_another(store, content_of):
    publish([an_article(1, "1")], store)
    run = [an_article(1, "2"), an_article(2), an_article(3), an_article(1, "1")]
    assert publish(run, store).replaced == names(1, 1)
    assert quads(store) == content_of(an_article(1, "1"), an_article(2), an_article(3))


@pytest.mark.usefixtures("one_after_another")
def test_a_version_that_was_there_at_first_is_sent_again_after_another_that_failed(store):
    publish([an_article(1, "1")], store)
    store.before = lambda request: refuse(1)(request) if "edition 2" in request else None
    run = [an_article(1, "2"), an_article(2), an_article(3), an_article(1, "1")]
    outcome = publish(run, store)
    assert (outcome.replaced, outcome.unchanged, outcome.kept) == (names(1), [], {})


@pytest.mark.usefixtures("batches_of_two")
def test_the_last_of_many_versions_in_one_run_stays_even_if_it_was_there_at_first(store, content_of, outbox):
    publish([an_article(1, "1")], store)
    versions = [an_article(1, version) for version in "21321"]
    others = [an_article(number) for number in range(2, 7)]
    run = [article for pair in zip(versions, others, strict=True) for article in pair]
    publish(run, store, outbox=outbox)
    assert quads(store) == content_of(an_article(1, "1"), *others)
    assert list(outbox.waiting()) == []


def test_an_article_that_comes_twice_is_sent_once(store, outbox):
    outcome = publish([an_article(1), an_article(1)], store, outbox=outbox)
    assert (outcome.new, outcome.unchanged) == (names(1), names(1))


@pytest.mark.usefixtures("batches_of_two")
def test_two_versions_of_one_article_are_never_under_way_at_once(store):
    under_way, worst = [], []
    lock = threading.Lock()

    def begin(request):
        with lock:
            under_way.append(an_article(1).name in request)
            worst.append(sum(under_way))

    def end(request):
        with lock:
            under_way.remove(an_article(1).name in request)

    store.before, store.after = begin, end
    run = [an_article(1, "1"), an_article(2), an_article(1, "2"), an_article(3), an_article(1, "3"), an_article(4)]
    publish(run, store)
    assert max(worst) == 1


@pytest.mark.parametrize("only_changes", [False, True])
def test_what_stands_under_the_name_without_an_entry_in_the_catalog_is_replaced_too(store, content_of, only_changes):
    store.update(FOREIGN.format(an_article(1)))
    publish([an_article(1)], store, only_changes=only_changes)
    assert quads(store) == content_of(an_article(1))


def test_a_version_that_another_client_put_there_meanwhile_is_replaced_whole(store, content_of):
    def meanwhile(_):
        store.before = lambda _: None
        publish([an_article(1, "of another")], store)

    store.before = meanwhile
    publish([an_article(1)], store)
    assert quads(store) == content_of(an_article(1))


def test_what_something_else_writes_into_after_each_sending_is_not_called_published(store):
    store.after = lambda _: EmbeddedStore.update(store, FOREIGN.format(an_article(1)))
    outcome = publish([an_article(1), an_article(2)], store)
    assert outcome.new == names(2)
    assert "does something else write" in outcome.kept[an_article(1).name].hint


def test_what_failed_to_read_back_is_sent_again_next_time(store, content_of):
    store.after = lambda _: EmbeddedStore.update(store, FOREIGN.format(an_article(1)))
    publish([an_article(1)], store)
    store.after = lambda _: None
    assert publish([an_article(1)], store).replaced == names(1)
    assert quads(store) == content_of(an_article(1))


def test_without_verifying_nothing_is_read_back(store):
    store.after = lambda _: EmbeddedStore.update(store, FOREIGN.format(an_article(1)))
    assert publish([an_article(1)], store, verify=False).new == names(1)


def down(*_):
    raise DOWN


def test_when_the_store_is_down_from_the_start_everything_is_kept(store, outbox, monkeypatch):
    monkeypatch.setattr(store, "select", down)
    outcome = publish([an_article(1), an_article(2)], store, outbox=outbox)
    assert list(outcome.kept) == names(1, 2)
    assert {article.name for article in outbox.waiting()} == set(names(1, 2))


@pytest.mark.usefixtures("batches_of_two")
def test_when_the_store_is_lost_the_rest_is_kept_and_not_sent(store, outbox):
    requests = []

    def lost_at_third(request):
        requests.append(request)
        refuse(4, error=DOWN)(request)

    store.before = lost_at_third
    outcome = publish([an_article(number) for number in range(20)], store, outbox=outbox)
    waiting = {article.name for article in outbox.waiting()}
    assert set(outcome.kept) == waiting
    assert set(outcome.new) == {article.name for article in map(an_article, range(20))} - waiting
    assert {*names(4, 5), *names(*range(10, 20))} <= waiting
    assert len(requests) < 6, "at most what was under way by then"


@pytest.mark.usefixtures("batches_of_two")
def test_what_waits_is_published_by_resuming_and_no_longer_waits(store, outbox, content_of):
    articles = [an_article(number) for number in range(5)]
    store.before = refuse(1, error=DOWN)
    publish(articles, store, outbox=outbox)
    store.before = lambda _: None
    assert publish(outbox.waiting(), store, outbox=outbox).kept == {}
    assert quads(store) == content_of(*articles)
    assert list(outbox.waiting()) == []


def test_an_article_that_is_refused_does_not_hold_back_the_others_of_its_batch(store, outbox):
    store.before = refuse(2)
    outcome = publish([an_article(number) for number in (1, 2, 3)], store, outbox=outbox)
    assert outcome.new == names(1, 3)
    assert list(outcome.kept) == names(2)
    assert list(outbox.waiting()) == [an_article(2)]


@pytest.mark.usefixtures("one_after_another")
def test_an_article_that_a_later_version_redeems_is_not_called_kept(store, outbox):
    store.before = lambda request: refuse(1)(request) if "edition bad" in request else None
    outcome = publish([an_article(1, "bad"), an_article(1, "good")], store, outbox=outbox)
    assert outcome.kept == {}
    assert list(outbox.waiting()) == []


def test_what_was_sent_but_not_released_before_a_crash_is_released_by_resuming(store, outbox):
    publish([an_article(1)], store)
    outbox.keep(an_article(1))
    publish(outbox.waiting(), store, outbox=outbox)
    assert list(outbox.waiting()) == []


def test_a_version_that_waits_does_not_come_back_after_a_later_one_that_the_store_had_already(store, outbox):
    publish([an_article(1, "right")], store)
    outbox.keep(an_article(1, "wrong"))
    publish([an_article(1, "right")], store, outbox=outbox)
    assert list(outbox.waiting()) == []


def test_resuming_puts_new_sources_after_what_waits(store, outbox, content_of):
    outbox.keep(an_article(1, "waiting"))
    run = (article for source in (outbox.waiting(), [an_article(1, "new")]) for article in source)
    publish(run, store, outbox=outbox)
    assert quads(store) == content_of(an_article(1, "new"))
    assert list(outbox.waiting()) == []


@pytest.mark.usefixtures("batches_of_two")
@pytest.mark.parametrize("count", range(6))
def test_a_source_that_fails_loses_nothing_that_was_read_before(store, outbox, count, content_of):
    articles = [an_article(number) for number in range(count)]
    with pytest.raises(ValueError, match="bad source"):
        publish(failing(articles, ValueError("bad source")), store, outbox=outbox)
    assert quads(store) == content_of(*articles)
    assert list(outbox.waiting()) == []


@pytest.mark.usefixtures("batches_of_two")
def test_an_interrupt_leaves_each_article_in_the_store_or_in_the_outbox(store, outbox):
    articles = [an_article(number) for number in range(5)]
    with pytest.raises(KeyboardInterrupt):
        publish(failing(articles, KeyboardInterrupt()), store, outbox=outbox)
    waiting = {article.name for article in outbox.waiting()}
    there = {row["name"] for row in store.select(catalog_query())}
    assert waiting | there == set(names(*range(5)))
    assert an_article(4).name in waiting - there, "after an interrupt nothing more is sent"
    publish(outbox.waiting(), store, outbox=outbox)
    assert {row["name"] for row in store.select(catalog_query())} == set(names(*range(5)))


@pytest.mark.usefixtures("batches_of_two")
def test_a_fault_of_the_program_in_a_thread_is_raised_and_what_it_held_waits(store, outbox):
    store.before = refuse(2, error=ZeroDivisionError("a fault"))
    with pytest.raises(ZeroDivisionError, match="a fault"):
        publish([an_article(number) for number in range(8)], store, outbox=outbox)
    waiting = {article.name for article in outbox.waiting()}
    there = {row["name"] for row in store.select(catalog_query())}
    assert set(names(2, 3)) <= waiting
    assert not waiting & there


def test_when_the_outbox_is_full_what_was_read_before_is_still_sent(store, outbox, monkeypatch):
    keep = outbox.keep

    def full(article):
        if article.name == an_article(3).name:
            raise OutputError("the disk is full")
        keep(article)

    monkeypatch.setattr(outbox, "keep", full)
    with pytest.raises(OutputError):
        publish([an_article(number) for number in (1, 2, 3, 4)], store, outbox=outbox)
    assert {row["name"] for row in store.select(catalog_query())} == set(names(1, 2))
    assert list(outbox.waiting()) == []


def test_while_articles_are_published_nobody_else_may_use_the_outbox(store, outbox, tmp_path):
    def articles():
        yield an_article(1)
        with pytest.raises(OutputError, match="cannot be locked"):
            publish([an_article(2)], store, outbox=Outbox(tmp_path / "outbox"))
        yield an_article(3)

    assert publish(articles(), store, outbox=outbox).new == names(1, 3)


def test_a_store_that_shows_no_catalog_is_an_error_before_anything_is_read(store, monkeypatch):
    def forbidden(*_):
        raise StoreError("403")

    monkeypatch.setattr(store, "select", forbidden)
    with pytest.raises(StoreError, match="403"):
        publish(failing([], AssertionError), store)


def test_what_is_unpublished_leaves_nothing_behind(store, content_of):
    publish([an_article(1), an_article(2)], store)
    assert unpublish([*names(1), "https://harbor-news.example/unknown"], store) == names(1)
    assert quads(store) == content_of(an_article(2))


def test_what_the_catalog_does_not_know_is_unpublished_too(store):
    store.update(FOREIGN.format(an_article(1)))
    assert unpublish(names(1), store) == names(1)
    assert len(quads(store)) == 1, "only the head of the table"
