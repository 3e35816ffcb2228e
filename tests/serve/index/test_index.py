"""The index: what is put in is found, what is taken out is not, and a store that changes is followed."""

import pytest
from serve.articles import BASE, NAMELESS, ODD, TREATY, facts_at, store_of

from ld.pipeline import build
from ld.publish import open_store
from ld.serve.index import database, reading
from ld.serve.index.entries import EVENT, HELD_BY, NAMED, entry_of
from ld.serve.index.refreshing import caught_up, compared
from ld.serve.reading import ReadOnlyStore

NORWAY = "http://www.wikidata.org/entity/Q20"
LONG = 60


@pytest.fixture
def path(tmp_path):
    made = str(tmp_path / "index.db")
    database.create(made)
    yield made
    database.opened(made).close()


@pytest.fixture
def index(path):
    """An index with three articles."""
    put(path, TREATY, ODD, NAMELESS)
    return path


def put(path, *builds):
    connection = database.opened(path)
    with connection:
        database.insert(connection, [(entry_of(each.graph), "digest") for each in builds])


def remove(path, *names):
    connection = database.opened(path)
    with connection:
        database.remove(connection, names)


def test_headlines_names_and_quotations_are_found(index):
    found = reading.search(index, "norway")
    assert len(found.articles) == 3
    assert [thing.label for thing in found.things] == ["Norway"]
    assert [each.text for each in reading.search(index, "port is full").utterances] == ["The port is full"] * 3


@pytest.mark.parametrize("words", ["norw", "NORWAY quay", '"quay treaty"', "nörway", "norway's board"[:6]])
def test_letters_beginnings_and_phrases_are_as_people_type_them(index, words):
    assert reading.search(index, words).articles


@pytest.mark.parametrize("words", ["treaty norwegia", '"treaty quay"', "norw x", "", "  ", '"', "*", "a:b OR", "NEAR("])
def test_what_is_not_there_is_not_found(index, words):
    assert reading.search(index, words).articles == ()


def test_what_many_articles_name_is_found_first(index):
    things = reading.search(index, "nor").things
    assert [(thing.label, thing.articles) for thing in things] == [("Norway", 3), *[("Northern Harbor Board", 1)] * 3]
    remove(index, str(TREATY.graph.name))
    assert reading.search(index, "norway").things[0].articles == 2


def test_a_name_that_only_one_article_has_says_in_which(index):
    assert {thing.headline for thing in reading.search(index, "okafor").things} == {TREATY.facts.article.headline.value}


def test_a_thing_is_told_of_by_all_articles_the_newest_first(index):
    portrait = reading.portrait(index, NORWAY)
    assert portrait.thing.articles == 3
    assert {fact.article.name for fact in portrait.facts[NAMED]} == {
        str(each.graph.name) for each in (TREATY, ODD, NAMELESS)
    }


def test_what_many_articles_say_alike_is_told_once_with_their_number(index):
    oslo = next(thing.iri for thing in reading.search(index, "oslo").things)
    (meeting,) = [fact for fact in reading.portrait(index, oslo).facts[EVENT] if fact.detail == "was the place"]
    assert meeting.articles == 3


def test_posts_of_people_whom_nothing_says_to_be_the_same_are_told_apart(index):
    assert [post.articles for post in reading.portrait(index, NORWAY).facts[HELD_BY]] == [1, 1, 1]


def test_who_is_named_together_is_counted_and_who_is_known_in_one_article_only_is_not(index):
    assert {thing.label: thing.articles for thing in reading.portrait(index, NORWAY).together} == {
        "Denmark": 3,
        "Chile": 3,
        "Oslo": 3,
    }


def test_labels_are_of_things_and_of_articles(index):
    article = f"{TREATY.graph.name}#article"
    labels = reading.labels(index, [NORWAY, article, "urn:nobody"])
    assert labels == {NORWAY: "Norway", article: TREATY.facts.article.headline.value}


def test_an_article_that_is_put_in_twice_is_there_once(index):
    put(index, TREATY)
    assert len(reading.search(index, "treaty").articles) == 3
    assert reading.portrait(index, NORWAY).thing.articles == 3


def test_what_is_taken_out_leaves_nothing_behind(index):
    remove(index, *(str(each.graph.name) for each in (TREATY, ODD, NAMELESS)))
    assert reading.portrait(index, NORWAY) is None
    assert reading.search(index, "norway") == ((), (), ())
    tables = ("article", "fact", "headlines", "names", "utterances")
    connection = database.opened(index)
    assert [connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in tables] == [0] * 5


def test_the_order_of_reading_changes_nothing(index, tmp_path):
    other = str(tmp_path / "other.db")
    database.create(other)
    put(other, NAMELESS, ODD)
    put(other, TREATY)
    assert reading.portrait(other, NORWAY).names == reading.portrait(index, NORWAY).names
    assert reading.portrait(other, NORWAY).together == reading.portrait(index, NORWAY).together
    database.opened(other).close()


def test_the_index_follows_the_store(path, tmp_path):
    folder = store_of(tmp_path / "store", TREATY)
    store = ReadOnlyStore(folder)
    state = compared(store, path, "")
    assert (state.articles, state.waiting) == (0, 1)
    assert not reading.coverage(path).is_complete
    assert caught_up(store, path, state.version, LONG)[1:] == (1, 0)
    assert reading.coverage(path).is_complete
    later = build(facts_at(f"{BASE}later"))
    with open_store(str(folder)) as writer:
        writer.remove([str(TREATY.graph.name)])
    store_of(folder, later)
    store.follow()
    state = compared(store, path, state.version)
    assert state.waiting == 1
    caught_up(store, path, state.version, LONG)
    assert [article.name for article in reading.newest_articles(path, 0, 9)] == [str(later.graph.name)]


def test_a_store_that_has_not_changed_is_not_asked(path, tmp_path, monkeypatch):
    store = ReadOnlyStore(store_of(tmp_path / "store", TREATY))
    version = compared(store, path, "").version
    monkeypatch.setattr(store, "query", lambda *_: pytest.fail("asked"))
    assert compared(store, path, version).version == version


def test_reading_stops_when_its_time_is_over(path, tmp_path):
    store = ReadOnlyStore(store_of(tmp_path / "store", TREATY, ODD))
    compared(store, path, "")
    assert caught_up(store, path, "", 0).waiting == 2


def test_an_article_that_cannot_be_read_keeps_no_other_waiting(path, tmp_path):
    store = ReadOnlyStore(store_of(tmp_path / "store", TREATY, ODD))
    compared(store, path, "")
    first = database.next_waiting(database.opened(path), 1)
    second = database.next_waiting(database.opened(path), 1)
    assert first != second
    assert database.next_waiting(database.opened(path), 1) == first
