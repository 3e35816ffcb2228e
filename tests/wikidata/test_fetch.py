"""Facts fetched from a query service and an API that hold one invented world."""

import functools
import json
import re
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from loopback import Reply
from wikidata.world import PAST

from ld.errors import InputError, UnavailableError
from ld.kb import open_kb
from ld.kb.build import build_kb
from ld.kb.tables import read_json
from ld.wikidata import answers
from ld.wikidata.answers import Sources, checked_languages
from ld.wikidata.api import Api
from ld.wikidata.fetch import fetch, wanted_of
from ld.wikidata.service import TakesTooLongError
from ld.wikidata.sparql import Endpoint

CONTACT = "desk@harbor-news.example"
TODAY = "2026-11-29"
NOON = datetime(2026, 11, 29, 12, tzinfo=UTC).timestamp()
TOO_LONG = Reply("java.util.concurrent.TimeoutException", 500)


@pytest.fixture(autouse=True)
def no_long_waits(monkeypatch):
    """As many requests a minute as a machine can make, no pause before another try, and always the same day."""
    monkeypatch.setattr(answers, "time", SimpleNamespace(time=lambda: NOON))
    monkeypatch.setattr("ld.wikidata.service.A_MINUTE", 1_000_000)
    for client in (Endpoint, Api):
        monkeypatch.setattr(answers, client.__name__, functools.partial(client, pause=lambda _: None))


@pytest.fixture
def sources(tmp_path, query_service, world):
    return Sources(CONTACT, tmp_path / "cache", query_service.url, world.url)


@pytest.fixture
def run(tmp_path, sources):
    """Fetch these names into a table; the items by their IDs."""

    def call(*names, path=tmp_path / "news.jsonl", more=sources, **wanted):
        call.fetched = fetch(wanted_of(names)._replace(**wanted), path, more)
        items = [read_json(line) for line in path.read_bytes().splitlines()]
        return {item.qid: item for item in items}

    return call


@pytest.fixture
def own(tmp_path):
    """A query of one's own."""

    def write(text):
        path = tmp_path / "own.rq"
        path.write_text(f"PREFIX wd: <http://www.wikidata.org/entity/>\n{text}", encoding="utf-8")
        return str(path)

    return write


FOUND = {
    "heads": {"Ada Quill", "Cy Fenn", "Ivy Wold"},
    "governments": {"Jon Aldous", "Lou Crane"},
    "legislators:TV": {"Pat Gale", "Tam Judd"},
    "legislators:NU": {"Una Kemp"},
    "central-banks": {"Bank of Tideland", "Fenmark Reserve", "Xan Nash", "Zoe Pell"},
    "companies": {"Gull Lines", "Fen Peat", "Heron Ropes"},
    "parties:TV": {"Tide Party", "Greens of Tideland"},
    "parties:DK": {"Belt List"},
    "clubs:Q4000": {"Gull Rovers"},
    "clubs:Q4001": {"Plover City"},
    "cities:100000": {"Quayside", "Fenwick"},
    "cities:100001": {"Quayside"},
    "outlets:TV": {"Quayside Courier", "Tideland Television"},
    "bodies": {"Coastal Council", "Ministry of Tides"},
    "states": {"Tideland", "Fenmark", "Denmark", "Kingdom of Denmark"},
}


@pytest.mark.parametrize(("name", "labels"), FOUND.items(), ids=FOUND)
def test_a_ready_made_query_gives_what_it_says_and_nothing_that_nearly_is(name, labels, run):
    items = run(name)
    assert {item.label for item in items.values()} == labels
    assert run.fetched.found == {name: len(labels)}
    assert not run.fetched.left_out


def test_all_at_once_are_one_table_sorted_by_id_with_one_item_a_line(run, tmp_path):
    items = run(*(name for name in FOUND if name != "cities:100001"))
    assert [*items] == sorted(items, key=lambda qid: int(qid[1:]))
    assert {item.label for item in items.values()} == set().union(*FOUND.values())
    assert sum(run.fetched.info.items.values()) == len(items)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("news")] == ["news.jsonl"]


def test_an_item_has_its_type_site_country_and_pages(run):
    company = run("companies")["Q3101"]
    assert (company.kind, company.type, company.domain) == ("organization", "shipping line", "gull-lines.example")
    assert (company.countries, company.sitelinks) == (("TV",), 2)


def test_posts_have_titles_their_own_items_and_the_day_on_which_they_were_seen_open(run):
    ada = run("heads")["Q1001"]
    (post,) = ada.positions
    assert (post.title, post.office, post.country) == ("President of Tideland", "Q2030", "TV")
    assert (post.start, post.end, post.asof) == ("2024-02-01", None, TODAY)
    assert (ada.type, ada.birth, ada.countries) == ("", "1960-04-05", ("TV",))


def test_a_post_that_ended_was_not_seen_open(run):
    posts = {post.title: post for post in run("governments")["Q1101"].positions}
    assert (posts["harbour master"].end, posts["harbour master"].asof) == (PAST, None)
    assert posts["Minister of Tides"].asof == TODAY


def test_an_open_post_of_somebody_who_died_was_open_at_the_death_at_most(run, own):
    (post,) = run(own("SELECT ?item { VALUES ?item { wd:Q1207 } }"))["Q1207"].positions
    assert (post.end, post.asof) == (None, "2011-02-03")


def test_a_knowledge_base_links_what_was_fetched_and_says_its_day(sources, tmp_path):
    fetch(wanted_of(["heads", "cities:100000"]), tmp_path / "news.kb", sources, name="harbor facts")
    with open_kb(tmp_path / "news.kb") as kb:
        assert [each.item.qid for each in kb.candidates("Ada Quill")] == ["Q1001"]
        assert kb.info().told() == f"harbor facts: {TODAY}"
        assert kb.info().items == {"person": 3, "place": 2}
        assert kb.info().sources == ("heads", "cities:100000")


@pytest.mark.parametrize("name", ["news.kb", "news.jsonl"])
def test_the_same_data_give_the_same_bytes(name, sources, tmp_path):
    written = []
    for folder in ("a", "b"):
        path = tmp_path / folder / name
        path.parent.mkdir()
        fetch(wanted_of(["heads", "bodies", "central-banks"]), path, sources._replace(cache=path.parent))
        written.append(path.read_bytes())
    assert written[0] == written[1]


def test_what_was_answered_is_not_asked_for_again(run, query_service, world):
    run("heads", "companies")
    asked = len(query_service.queries), len(world.requests)
    run("heads", "companies")
    assert (len(query_service.queries), len(world.requests)) == asked


def test_an_older_answer_is_asked_for_again_and_offline_it_is_not(run, sources, query_service, monkeypatch):
    first = run("heads")
    asked = len(query_service.queries)
    monkeypatch.setattr(answers, "time", SimpleNamespace(time=lambda: NOON + 2 * 86_400))
    assert run("heads", more=sources._replace(offline=True, contact="")) == first
    assert len(query_service.queries) == asked
    assert run.fetched.info.snapshot == TODAY
    assert run("heads")["Q1001"].positions[0].asof == "2026-12-01"
    assert len(query_service.queries) == 2 * asked


def test_offline_what_was_not_kept_is_missed(run, sources):
    run("heads")
    with pytest.raises(UnavailableError, match="offline, and not kept: bodies"):
        run("bodies", more=sources._replace(offline=True))


def test_one_item_of_two_queries_is_read_once(run, world):
    run("states", "heads", "states")
    asked = [qid for each in world.asked("wbgetentities") for qid in each["ids"].split("|")]
    assert len(asked) == len(set(asked))


def test_no_call_asks_for_more_than_fifty_items_or_for_other_languages(run, world, own):
    values = " ".join(f"wd:Q{number}" for number in range(1001, 1131))
    run(own(f"SELECT ?item {{ VALUES ?item {{ {values} }} }}"), languages=checked_languages("de,fr"))
    calls = world.asked("wbgetentities")
    assert [len(each["ids"].split("|")) for each in calls[:3]] == [50, 50, 30]
    assert {each["languages"] for each in calls} == {"en|mul|de|fr"}
    assert {each["maxlag"] for each in calls} == {"5"}


def test_all_languages_are_asked_for_by_naming_none(run, world):
    run("states", languages=checked_languages("all"))
    assert "languages" not in world.asked("wbgetentities")[0]


def test_queries_are_cut_by_lists_of_states(run, query_service, monkeypatch):
    monkeypatch.setattr(answers, "A_PAGE", 1)
    assert len(run("heads")) == 3
    pages = [re.findall(r"VALUES \?state \{ <.*/(.*)> \}", query) for query in query_service.queries]
    assert pages == [[], ["Q35"], ["Q9001"], ["Q9002"], ["Q756617"]]


def test_a_page_that_takes_too_long_is_halved(run, query_service):
    query_service.fails = lambda query: TOO_LONG if query.count("entity/Q900") > 1 else None
    assert len(run("heads")) == 3
    assert [query.count("entity/Q900") for query in query_service.queries] == [0, 2, 1, 1]


def test_a_query_that_cannot_be_cut_any_further_says_so(run, query_service):
    query_service.fails = lambda query: TOO_LONG if "P6" in query else None
    with pytest.raises(TakesTooLongError, match=r"heads, http://www.wikidata.org/entity/Q35: .* takes too long"):
        run("heads")
    query_service.fails = lambda query: TOO_LONG if "Q245065" in query else None
    with pytest.raises(TakesTooLongError) as raised:
        run("bodies")
    assert "VALUES ?state {}" in raised.value.hint


def test_a_query_that_took_too_long_once_may_go_through(run, query_service):
    failures = [TOO_LONG]
    query_service.fails = lambda query: failures.pop() if "Q245065" in query and failures else None
    assert len(run("bodies")) == 2


def test_who_asks_us_to_wait_is_asked_again(run, query_service, world):
    query_service.first = [Reply("", 429, (("Retry-After", "2"),))]
    world.first = [Reply("", 429, (("Retry-After", "2"),))]
    assert len(run("heads")) == 3


def test_what_was_answered_before_a_failure_is_kept(run, query_service, world, monkeypatch):
    monkeypatch.setattr(answers, "A_CALL", 1)
    calls = []

    def answer_twice(asked):
        if len(calls) == 2:
            return Reply("", 403)
        calls.append(asked["ids"])
        return {"entities": {asked["ids"]: world.entities[asked["ids"]]}, "success": 1}

    world.replace["wbgetentities"] = answer_twice
    with pytest.raises(UnavailableError, match="403"):
        run("heads")
    del world.replace["wbgetentities"]
    query_service.forget()
    world.requests.clear()
    assert len(run("heads")) == 3
    assert query_service.queries == []
    assert not set(calls) & {each["ids"] for each in world.asked("wbgetentities")}


NONE_OF_THESE = {
    "no entities": {"success": 1},
    "not those asked for": {"entities": {"Q7": {"id": "Q7"}}},
    "a list": {"entities": []},
    "an entity that is none": {"entities": {"Q9001": "Tideland", "Q9002": "Fenmark"}},
    "broken statements": {"entities": {"Q9001": {"id": 2}, "Q9002": {"id": 3}}},
}


@pytest.mark.parametrize("body", NONE_OF_THESE.values(), ids=NONE_OF_THESE)
def test_what_is_no_answer_is_no_empty_one(body, run, world, own):
    world.replace["wbgetentities"] = lambda _: body
    with pytest.raises(UnavailableError, match="service unavailable"):
        run(own("SELECT ?item { VALUES ?item { wd:Q9001 wd:Q9002 } }"))


def test_a_merged_item_comes_under_its_new_id_and_one_that_is_gone_does_not(run, world, own):
    world.entities["Q1001"] = world.entities["Q1003"] | {"redirects": {"from": "Q1001", "to": "Q1003"}}
    del world.entities["Q1002"]
    assert [*run(own("SELECT ?item { VALUES ?item { wd:Q1001 wd:Q1002 } }"))] == ["Q1003"]
    assert (run.fetched.moved, run.fetched.gone) == ({"Q1001": "Q1003"}, ("Q1002",))


def test_a_query_of_ones_own_may_say_of_what_kind_its_items_are(run, own):
    items = run(own('SELECT ?item ("place" AS ?kind) { VALUES ?item { wd:Q3105 wd:Q1001 } }'))
    assert {item.label: item.kind for item in items.values()} == {"Tide Museum": "place", "Ada Quill": "person"}


def test_without_a_kind_the_classes_tell_and_what_they_do_not_know_is_counted(run, own):
    query = own("SELECT ?item { VALUES ?item { wd:Q3201 wd:Q3105 } }")
    assert [*run(query)] == ["Q3201"]
    assert run.fetched.left_out == {"of no kind that is kept": 1}
    assert [*run(query, classes={"Q33506": "organization"})] == ["Q3105", "Q3201"]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("SELECT ?item { VALUES ?item { <urn:x> } }", "'urn:x', no item"),
        ('SELECT ?item { VALUES ?item { "Q5" } }', "'Q5', no item"),
        ("SELECT ?item ?other { VALUES ?other { wd:Q5 } }", "'unbound', no item"),
        ('SELECT ?item ("firm" AS ?kind) { VALUES ?item { wd:Q5 } }', "\\?kind is 'firm'"),
        ("SELECT ?item { ?item ", "finds fault with the query"),
    ],
)
def test_a_query_of_ones_own_that_gives_no_items_is_refused(query, told, run, own):
    with pytest.raises(InputError, match=told):
        run(own(query))


def test_what_too_few_wikis_know_may_be_left_out(run):
    assert {item.label for item in run("outlets:TV", sitelinks=1).values()} == {"Tideland Television"}


def test_nothing_found_is_no_knowledge_base(run, tmp_path):
    with pytest.raises(InputError, match="no item was found"):
        run("parties:VA")
    assert not (tmp_path / "news.jsonl").exists()


def test_a_service_without_states_is_told_where_states_are_needed(run, query_service, own):
    query_service.fails = lambda query: Reply('{"results": {"bindings": []}}') if "P297" in query else None
    with pytest.raises(InputError, match="knows no states"):
        run("heads")
    assert len(run(own("SELECT ?item { VALUES ?item { wd:Q1001 } }"))) == 1


@pytest.fixture
def table(tmp_path):
    """An older table: somebody whose post is over, somebody whom nothing fetches, somebody of the house."""
    rows = [
        {"qid": "Q7", "label": "Old Salt", "positions": [{"title": "ferryman", "asof": "2020-01-01"}]},
        {"qid": "Q1001", "label": "A. Quill", "positions": [{"title": "mayor", "asof": "2020-01-01"}], "renown": 3},
        {"iri": "https://harbor-news.example/id/1", "label": "Nan Oakes"},
    ]
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_fresh_facts_are_laid_over_an_older_table(run, table):
    items = run("heads", over=table)
    assert [*items] == ["Q7", "Q1001", "Q1003", "Q1009", ""]
    assert items["Q7"].positions[0].asof == "2020-01-01"
    ada = items["Q1001"]
    assert (ada.label, ada.aliases, ada.renown) == ("Ada Quill", ("A. Quill",), 3)
    assert [post.title for post in ada.positions] == ["President of Tideland"]


def test_a_table_is_renewed_in_place_and_again_without_a_change(run, table):
    run(str(table), "heads", over=table)
    assert run.fetched.found == {"heads": 3, "news.jsonl": 2}
    assert run.fetched.gone == ("Q7",)
    renewed = table.read_bytes()
    run(str(table), "heads", over=table)
    assert table.read_bytes() == renewed


def test_what_a_knowledge_base_knows_of_merged_ids_stays_known(tmp_path, sources):
    older = tmp_path / "older.kb"
    rows, moved = tmp_path / "rows.csv", tmp_path / "moved.csv"
    rows.write_text("qid,label\nQ7,Old Salt\n", encoding="utf-8")
    moved.write_text("Q6,Q7\n", encoding="utf-8")
    build_kb([rows], older, redirects=moved)
    fetch(wanted_of(["heads"])._replace(over=older), tmp_path / "news.kb", sources)
    with open_kb(tmp_path / "news.kb") as kb:
        assert kb.item("Q6").label == "Old Salt"


def test_a_broken_table_is_not_laid_over(run, table):
    table.write_text('{"qid": "Q2"}\n', encoding="utf-8")
    with pytest.raises(InputError, match="line 1"):
        run("heads", over=table)


@pytest.mark.parametrize("told", ["en de", "e/n", "english!"])
def test_a_language_that_is_none_is_refused(told):
    with pytest.raises(InputError, match="is no language"):
        checked_languages(told)
