"""The SPARQL endpoint over real HTTP."""

from urllib.parse import quote

import pytest
import requests

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a a <http://schema.org/NewsArticle> } }"


def cross(times):
    return " ".join(f"GRAPH ?g{n} {{ ?s{n} ?p{n} ?o{n} }}" for n in range(times))


ENDLESS = f"SELECT (COUNT(*) AS ?n) {{ {cross(5)} }}"
LONG = "SELECT * { GRAPH ?g { ?s ?p ?o } }"


@pytest.fixture
def post(home):
    def send(body, kind, **headers):
        return requests.post(f"{home}/sparql", data=body, headers={"Content-Type": kind, **headers}, timeout=30)

    return send


def test_a_query_is_asked_in_each_way_of_the_protocol(get, post):
    answers = (
        get(f"/sparql?query={quote(COUNT)}"),
        post(f"query={quote(COUNT)}", "application/x-www-form-urlencoded"),
        post(COUNT, "application/sparql-query"),
        post(COUNT, "application/sparql-query; charset=utf-8"),
    )
    for answer in answers:
        assert answer.status_code == 200
        assert answer.json()["results"]["bindings"][0]["n"]["value"] == "3"
        assert answer.headers["Vary"] == "Accept"


@pytest.mark.parametrize(
    ("query", "accept", "expected"),
    [
        ("SELECT ?x {}", None, "application/sparql-results+json"),
        ("SELECT ?x {}", "text/csv", "text/csv; charset=utf-8"),
        ("ASK {}", "application/sparql-results+xml;q=0.9, text/csv;q=0.1", "application/sparql-results+xml"),
        ("ASK {}", "text/turtle, */*;q=0.1", "application/sparql-results+json"),
        ("CONSTRUCT {} {}", "text/csv, application/n-triples", "application/n-triples"),
        ("DESCRIBE <http://www.wikidata.org/entity/Q20>", None, "text/turtle; charset=utf-8"),
    ],
)
def test_the_answer_comes_as_it_is_wanted(get, query, accept, expected):
    answer = get(f"/sparql?query={quote(query)}", accept)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, expected)


def test_an_answer_that_cannot_be_had_as_it_is_wanted_is_refused(get):
    answer = get(f"/sparql?query={quote(COUNT)}", "image/png")
    assert answer.status_code == 406
    assert "text/csv" in answer.text


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ("update=DROP%20ALL", "application/x-www-form-urlencoded", 403),
        ("DROP ALL", "application/sparql-update", 403),
        ("DROP ALL", "application/sparql-query", 400),
        ("query=ASK{}&query=ASK{}", "application/x-www-form-urlencoded", 400),
        ("query=ASK{}&default-graph-uri=urn:a", "application/x-www-form-urlencoded", 400),
        ("query=%FF", "application/x-www-form-urlencoded", 400),
        ("nothing", "application/x-www-form-urlencoded", 400),
        (b"\xff", "application/sparql-query", 400),
        ("ASK {}", "text/plain", 415),
        ("SELECT", "application/sparql-query", 400),
        ("#" * (1 << 20) + "\nASK {}", "application/sparql-query", 413),
        ("ASK { SERVICE <http://127.0.0.1:9/> {} }", "application/sparql-query", 400),
    ],
)
def test_what_is_no_query_for_reading_is_refused(post, body, kind, status):
    answer = post(body, kind)
    assert answer.status_code == status
    assert answer.text.strip()


def test_nothing_can_be_changed(get, post):
    before = get(f"/sparql?query={quote(COUNT)}").content
    post("DROP ALL", "application/sparql-update")
    post("DROP ALL", "application/sparql-query")
    get("/sparql?update=DROP%20ALL")
    assert get(f"/sparql?query={quote(COUNT)}").content == before


def test_a_query_without_an_end_is_ended_and_the_server_goes_on(get):
    answer = get(f"/sparql?query={quote(ENDLESS)}")
    assert answer.status_code == 503
    assert "no answer was found in 3 seconds" in answer.text
    assert answer.headers["Retry-After"]
    assert get(f"/sparql?query={quote(COUNT)}").status_code == 200


def test_an_answer_that_is_too_long_is_refused(get):
    answer = get(f"/sparql?query={quote(LONG)}")
    assert answer.status_code == 400
    assert "add a LIMIT" in answer.text


def test_without_a_query_a_browser_gets_a_form_and_a_program_the_description_of_the_service(get):
    assert '<textarea id="query"' in get("/sparql", BROWSER).text
    for accept, kind in ((None, "text/turtle; charset=utf-8"), ("application/ld+json", "application/ld+json")):
        answer = get("/sparql", accept)
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, kind)
        assert "sparql-service-description#SPARQL11Query" in answer.text
    assert get("/sparql", "image/png").status_code == 406


def test_a_browser_gets_a_table_whose_addresses_are_names(get):
    page = get("/sparql?question=who-said-what", BROWSER).text
    assert "<caption>3 rows</caption>" in page
    assert "The port is full" in page
    assert get("/sparql?question=who-said-what").json()["head"]["vars"] == ["date", "speaker", "words", "article"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ASK {}", "<p>Yes</p>"),
        ("ASK { FILTER(false) }", "<p>No</p>"),
        ("CONSTRUCT { <urn:a> <urn:b> '<script>' } {}", "&lt;script&gt;"),
        ("SELECT ('<script>' AS ?x) {}", "<td><bdi>&lt;script&gt;</bdi></td>"),
        ("SELECT ?x {}", "<td></td>"),
        ("SELECT (<http://www.wikidata.org/entity/Q20> AS ?x) {}", "entity%2FQ20"),
    ],
)
def test_each_kind_of_answer_is_shown(get, query, expected):
    answer = get(f"/sparql?query={quote(query)}", BROWSER)
    assert answer.status_code == 200
    assert expected in answer.text
    assert "<script>" not in answer.text.replace('<script>"use strict"', "").partition("_terms")[0]


@pytest.mark.parametrize("query", ["SELECT", "DROP ALL", "ASK { SERVICE <urn:a> {} }", LONG])
def test_a_query_that_is_refused_is_shown_with_the_reason(get, query):
    answer = get(f"/sparql?query={quote(query)}", BROWSER)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


@pytest.mark.parametrize(
    "query", ["question=x", "question=members", "question=members&x=1", "question=members&organization=a&query=ASK{}"]
)
def test_a_ready_made_question_that_is_not_there_or_lacks_a_value_is_refused(get, query):
    assert get(f"/sparql?{query}", BROWSER).status_code == 400
