"""Documents over real HTTP: each form, by negotiation and by suffix, and what the answers say of them."""

import json
from urllib.parse import quote

import pyoxigraph
import pytest
import requests
from serve.articles import BASE, NAMELESS, ODD, OWN, TREATY

from ld.report import report_page
from ld.serialize import n_quads
from ld.web import embed, json_ld, profile

PATH = "/2024/treaty"
FORMS = {
    "text/html": ".html",
    "text/turtle": ".ttl",
    "application/ld+json": ".jsonld",
    "application/n-quads": ".nq",
    "application/n-triples": ".nt",
}
WIKIDATA = "http://www.wikidata.org/entity/Q20"


def resource(iri, suffix=""):
    return f"/resource{suffix}?iri={quote(iri, safe='')}"


@pytest.mark.parametrize(("media_type", "suffix"), FORMS.items())
def test_each_form_is_had_by_asking_and_by_its_suffix(get, media_type, suffix):
    asked, named = get(PATH, media_type), get(f"{PATH}{suffix}", "image/png")
    assert (asked.status_code, named.status_code) == (200, 200)
    assert asked.content == named.content
    assert asked.headers["Content-Type"].partition(";")[0] == media_type
    assert asked.headers["Content-Location"] == f"{PATH}{suffix}"
    assert asked.headers["Vary"] == "Accept"


def test_a_browser_gets_the_page_and_so_does_who_takes_anything(get):
    for accept in ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "*/*", None):
        assert get(PATH, accept).headers["Content-Type"] == "text/html; charset=utf-8"


def test_weights_decide(get):
    answer = get(PATH, "text/html;q=0.2, text/turtle;q=0.7, application/*;q=0.3")
    assert answer.headers["Content-Type"] == "text/turtle; charset=utf-8"


def test_who_takes_no_form_is_told_which_there_are(get):
    answer = get(PATH, "image/png")
    assert answer.status_code == 406
    assert answer.headers["Vary"] == "Accept"
    for media_type, suffix in FORMS.items():
        assert f"{media_type} at {PATH}{suffix}" in answer.text


def test_turtle_is_that_which_a_build_writes(get):
    assert get(f"{PATH}.ttl").text == TREATY.turtle()


def test_n_quads_have_both_graphs(get):
    assert get(f"{PATH}.nq").text == n_quads(TREATY.graph)


def test_n_triples_have_the_facts(get):
    facts = {
        line.rpartition(" <")[0]
        for line in n_quads(TREATY.graph).splitlines()
        if line.endswith(f"<{TREATY.graph.name}> .")
    }
    assert {line.removesuffix(" .") for line in get(f"{PATH}.nt").text.splitlines()} == facts


def test_the_json_ld_of_an_article_without_facts_is_the_block_too(get):
    assert get(f"{PATH}.jsonld").text == json_ld(TREATY.facts)


def test_the_json_ld_of_a_thing_tells_of_all_articles_that_name_it(get):
    told = json.loads(get(resource(WIKIDATA), "application/ld+json").text)
    assert {f"{article.graph.name}#article" for article in (TREATY, NAMELESS)} <= {
        node["@id"] for node in told["@graph"]
    }


def test_the_json_ld_of_an_article_with_facts_is_the_block_that_its_page_has(reporting):
    given = requests.get(f"{reporting}{PATH}.jsonld", timeout=30).text
    page = embed(b"<html><head><title>Harbor</title></head><body></body></html>", profile(TREATY.facts).document).page
    assert given == json_ld(TREATY.facts)
    assert f">{given}</script>" in page.decode()


def test_the_page_of_an_article_with_facts_is_its_report(reporting):
    page = requests.get(f"{reporting}{PATH}", headers={"Accept": "text/html"}, timeout=30)
    links = [f'<a href="{PATH}{suffix}" type="{kind}" rel="alternate">' for kind, suffix in list(FORMS.items())[1:]]
    assert all(link in page.text for link in links)
    assert '<form action="/search" method="get" role="search"' in page.text
    assert report_page(TREATY.facts, TREATY.report).partition('<div class="reading">')[2][:5000] in page.text
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]


def test_an_article_without_facts_has_a_page_of_its_statements(get):
    page = get(f"{PATH}.html").text
    assert '<h1 dir="auto">Norway and its Harbor Board agree on the Quay Treaty</h1>' in page
    assert 'id="event-1"' in page
    assert f'href="{resource(WIKIDATA)}"' in page


def test_facts_that_are_not_what_the_store_has_are_not_shown(reporting):
    page = requests.get(f"{reporting}{quote('/häfen/1.html')}?id=5", headers={"Accept": "text/html"}, timeout=30)
    assert page.status_code == 200
    assert page.text != report_page(ODD.facts, ODD.report, index="/")


def test_an_address_with_letters_beyond_ascii_a_query_and_the_end_of_a_form_is_found(get):
    assert get("/h%C3%A4fen/1.html?id=5", "text/turtle").text == ODD.turtle()
    assert get("/h%C3%A4fen/1.html.ttl?id=5").text == ODD.turtle()
    assert get("/h%C3%A4fen/1.html?id=6").status_code == 404


def test_an_article_without_an_address_is_a_resource(get):
    assert get(resource(NAMELESS.graph.name, ".ttl")).text == NAMELESS.turtle()
    assert get(resource(NAMELESS.graph.name), "text/turtle").text == NAMELESS.turtle()


def test_an_article_with_an_address_is_seen_there(get):
    answer = get(resource(TREATY.graph.name, ".ttl"))
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{PATH}.ttl")


def test_a_node_of_an_article_is_seen_in_its_document(get):
    answer = get(resource(OWN))
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{PATH}#event-1")
    assert f"{OWN}" in requests.compat.unquote(get(PATH, "application/n-triples").text)


def test_every_local_node_of_the_graphs_dereferences(get):
    nodes = {str(subject) for subject, _, _ in (*TREATY.graph.facts, *TREATY.graph.evidence)}
    local = sorted(node for node in nodes if node.startswith(f"{BASE}2024/treaty#"))
    assert len(local) > 10
    for node in local:
        assert get(resource(node)).status_code == 303
    assert get(resource(f"{TREATY.graph.name}#nothing")).status_code == 404


def test_a_thing_of_others_is_told_of_by_all_articles_that_name_it(get):
    given = get(resource(WIKIDATA), "application/n-triples").text
    assert f'<{WIKIDATA}> <http://schema.org/name> "Norway" .' in given
    for article in (TREATY, ODD, NAMELESS):
        assert f"<{article.graph.name}#article> <http://schema.org/about> <{WIKIDATA}>" in given
    assert get(resource(WIKIDATA), "application/n-quads").status_code == 406


@pytest.mark.parametrize("path", ["/2024/nothing", "/2024/treaty.png", resource("urn:x"), "/2024/treaty/", "/x.ttl"])
def test_what_nobody_speaks_of_is_not_found(get, path):
    assert get(path).status_code == 404


@pytest.mark.parametrize("suffix", FORMS.values())
def test_the_same_question_has_the_same_bytes_and_the_same_tag(get, suffix):
    one, other = get(f"{PATH}{suffix}"), get(f"{PATH}{suffix}")
    assert one.content == other.content
    assert one.headers["ETag"] == other.headers["ETag"]
    assert one.headers["ETag"].startswith('"')


def test_each_form_has_a_tag_of_its_own(get):
    assert len({get(f"{PATH}{suffix}").headers["ETag"] for suffix in FORMS.values()}) == len(FORMS)


@pytest.mark.parametrize("path", [PATH, "/", "/void", resource(WIKIDATA), resource(NAMELESS.graph.name)])
def test_what_a_client_has_is_not_sent_again(get, path):
    tag = get(path).headers["ETag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        answer = get(path, If_None_Match=known)
        assert (answer.status_code, answer.content, answer.headers["ETag"]) == (304, b"", tag)
    assert get(path, If_None_Match='"other"').status_code == 200


def test_a_tag_of_one_form_is_not_that_of_another(get):
    tag = get(f"{PATH}.ttl").headers["ETag"]
    assert get(PATH, "application/ld+json", If_None_Match=tag).status_code == 200


def test_head_says_what_get_says_without_a_body(get):
    for path in (PATH, "/", "/void", "/healthz", resource(WIKIDATA)):
        got, head = get(path), get(path, method="HEAD")
        assert head.content == b""
        assert {**head.headers, "date": ""} == {**got.headers, "date": ""}


def test_other_forms_are_linked_as_alternates(get):
    links = get(f"{PATH}.ttl").links
    assert links["describes"]["url"] == TREATY.graph.name
    header = get(f"{PATH}.ttl").headers["Link"]
    assert f'<{PATH}.jsonld>; rel="alternate"; type="application/ld+json"' in header
    assert f"{PATH}.ttl>" not in header


def test_documents_may_be_kept_for_a_while_and_failures_may_not(get):
    assert get(PATH).headers["Cache-Control"] == "public, max-age=60"
    assert get("/2024/nothing").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", [PATH, f"{PATH}.ttl", "/", "/sparql?query=ASK{}", "/2024/nothing", "/healthz"])
def test_every_answer_may_be_read_by_other_sites_and_runs_nothing(get, path):
    headers = get(path, Origin="https://reader.example").headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_a_browser_may_ask_before_it_asks(get):
    answer = get("/sparql", method="OPTIONS", Origin="https://reader.example", Access_Control_Request_Method="POST")
    assert answer.status_code == 204
    assert "POST" in answer.headers["Access-Control-Allow-Methods"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_documents_cannot_be_written(get, method):
    assert get(PATH, method=method).status_code == 405


def test_the_list_of_articles_leads_to_each(get):
    page = get("/").text
    for address in (PATH, "/h%C3%A4fen/1.html?id=5", resource(NAMELESS.graph.name)):
        assert f'href="{address}"' in page
        assert get(address).status_code == 200


@pytest.mark.parametrize(
    ("page", "status"), [("1", 200), ("2", 404), ("0", 400), ("-1", 400), ("x", 400), ("9" * 99, 400)]
)
def test_pages_of_the_list_are_numbered(get, page, status):
    assert get(f"/?page={page}").status_code == status


def test_the_data_set_is_described(get):
    answer = get("/void", "application/n-triples")
    assert answer.status_code == 200
    triples = [
        str(quad.predicate.value) for quad in pyoxigraph.parse(answer.content, format=pyoxigraph.RdfFormat.N_TRIPLES)
    ]
    assert "http://rdfs.org/ns/void#sparqlEndpoint" in triples
    assert json.loads(get("/void.jsonld").text)
    assert get("/.well-known/void").headers["Location"] == "/void"


def test_the_server_says_that_it_is_well(get):
    assert get("/healthz").json() == {"status": "ok"}
