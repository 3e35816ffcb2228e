"""The search, the pages of things, and the list of changes over real HTTP."""

import time
from urllib.parse import quote

import pytest
import requests
from serve.articles import BASE, NAMELESS, ODD, TREATY, facts_at, store_of
from serve.conftest import running

from ld.pipeline import build
from ld.publish import open_store
from ld.publish.publication import unchecked_publication
from ld.serve.server import ServerOptions

NORWAY = "http://www.wikidata.org/entity/Q20"
MOST_SECONDS = 30


def when_read(home):
    """Wait until the server has read all articles for its index."""
    until = time.monotonic() + MOST_SECONDS
    while not requests.get(f"{home}/search.json", timeout=30).json()["complete"]:
        assert time.monotonic() < until
        time.sleep(0.05)
    return home


@pytest.fixture
def read(home, get):
    """As ``get``, of a server that has read all articles."""
    when_read(home)
    return get


def test_a_search_has_a_page_and_json(read):
    page = read("/search?q=norway", "text/html")
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert f'<a href="/resource?iri={quote(NORWAY, safe="")}" dir="auto">Norway</a>' in page.text
    assert '<a href="/2024/treaty" dir="auto">Norway and its Harbor Board agree on the Quay Treaty</a>' in page.text
    found = read("/search?q=norway", "application/json").json()
    assert found == read("/search.json?q=norway").json()
    assert [(thing["id"], thing["name"]) for thing in found["things"]] == [(NORWAY, "Norway")]
    assert len(found["articles"]) == 3


def test_a_quotation_is_found_and_leads_to_where_it_is_told(read):
    (first, *_) = read("/search.json?q=port full").json()["quotations"]
    assert first["text"] == "The port is full"
    assert first["url"].partition("#")[2] == first["id"].partition("#")[2]


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", '" onfocus="x', "norway" * 10_000, "%00", "a" * 299])
def test_what_is_searched_for_comes_back_as_text(read, words):
    page = read(f"/search?q={quote(words)[:60_000]}", "text/html")
    assert page.status_code == 200
    assert "<script>" not in page.text
    assert '"" onfocus' not in page.text


def test_every_page_has_the_search_and_those_of_articles_and_things_the_other_forms(read):
    paths = ("/", "/search", "/sparql", "/void", "/2024/treaty", f"/resource?iri={quote(NORWAY)}")
    for path in paths:
        assert '<form action="/search" method="get" role="search">' in read(path, "text/html").text
    assert [
        name for name in ("Turtle", "JSON-LD", "N-Quads") if f">{name}</a>" in read(paths[-2], "text/html").text
    ] == [
        "Turtle",
        "JSON-LD",
        "N-Quads",
    ]
    assert f'href="/resource.ttl?iri={quote(NORWAY, safe="")}"' in read(paths[-1], "text/html").text
    assert 'href="/search.json?q=a%20%26%22"' in read("/search?q=a %26%22", "text/html").text
    assert 'href="/changes"' in read("/", "text/html").text


def test_a_thing_has_a_page_of_what_the_articles_say(read):
    page = read(f"/resource?iri={quote(NORWAY)}", "text/html").text
    assert '<h1 dir="auto">Norway</h1>' in page
    assert "named in 3 articles" in page
    for part in ("Jan Okafor</a>, ", "Fisheries Minister", "Named together with", ">Denmark</a>"):
        assert part in page
    assert page.count("https://harbor.example/2024/treaty") == 0  # headlines, no addresses


def test_a_thing_of_which_much_is_said_has_further_pages(read):
    assert read(f"/resource?iri={quote(NORWAY)}&page=2", "text/html").status_code == 200
    assert read(f"/resource?iri={quote(NORWAY)}&page=x", "text/html").status_code == 400


def test_an_article_without_facts_shows_the_words_behind_each_fact(read):
    page = read("/2024/treaty", "text/html").text
    assert '<li dir="auto"><mark>Norwegian Fisheries Minister Jan Okafor</mark>' in page
    assert page.index("Quotations") < page.index("People") < page.index("All statements")


def test_harvesters_get_all_articles(read):
    collection = read("/changes").json()
    assert (collection["type"], collection["totalItems"]) == ("OrderedCollection", 3)
    page = requests.get(f"{read('/changes').url.removesuffix('/changes')}/changes?page=1", timeout=30).json()
    assert {item["object"]["id"] for item in page["orderedItems"]} == {
        str(each.graph.name) for each in (TREATY, ODD, NAMELESS)
    }
    assert {item["type"] for item in page["orderedItems"]} == {"Update"}
    assert read("/changes?page=2").status_code == 404


def test_changes_have_the_moment_when_each_article_was_sent_the_last_one_at_the_end(tmp_path):
    store = store_of(tmp_path / "store", TREATY)  # as a version that kept no moments has written it
    with open_store(str(store)) as opened:
        for article, moment in ((NAMELESS, "2026-03-05T10:00:00Z"), (ODD, "2026-03-04T10:00:00Z")):
            opened.replace([unchecked_publication(article.graph)._replace(moment=moment)])
    with running(store, ServerOptions(port=0, base=BASE)) as home:
        when_read(home)
        items = requests.get(f"{home}/changes?page=1", timeout=30).json()["orderedItems"]
    assert [(item["object"]["id"], item.get("endTime")) for item in items] == [
        (TREATY.graph.name, None),
        (ODD.graph.name, "2026-03-04T10:00:00Z"),
        (NAMELESS.graph.name, "2026-03-05T10:00:00Z"),
    ]


def test_what_is_published_is_found_soon_and_what_is_removed_no_more(tmp_path):
    store = store_of(tmp_path / "store", TREATY)
    with running(store, ServerOptions(port=0, base=BASE)) as home:
        when_read(home)
        store_of(store, build(facts_at(f"{BASE}later")))
        until = time.monotonic() + MOST_SECONDS
        while len(requests.get(f"{home}/search.json?q=treaty", timeout=30).json()["articles"]) < 2:
            assert time.monotonic() < until
            time.sleep(0.1)
