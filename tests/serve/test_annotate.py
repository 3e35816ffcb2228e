"""``POST /annotate``: an article in, linked data out, as ``article-ld build`` writes it."""

import pytest
import requests
from serve.articles import ARTICLES, store_of
from serve.conftest import running

from ld.nif import read_nif
from ld.pipeline import build
from ld.read import read_data
from ld.serve.server import ServerOptions

ARTICLE = """Harbor ministers meet in Oslo

Norwegian Fisheries Minister Ada Quill met harbor pilots in Oslo on Tuesday.

“The port is full,” Quill said.
"""
PAGE = """<!doctype html><html lang="en"><head><title>Harbor ministers meet in Oslo</title></head><body><article>
<h1>Harbor ministers meet in Oslo</h1>
<p>Norwegian Fisheries Minister Ada Quill met harbor pilots from six towns in Oslo on Tuesday, in the hall.</p>
<p>“The port is full, and nobody has a berth for the ships that wait outside since the storm,” Quill said.</p>
</article></body></html>
"""
GIVEN = {"url": "https://news.example/harbor", "date": "2024-09-11"}


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    store = store_of(tmp_path_factory.mktemp("annotating") / "store", *ARTICLES)
    with running(store, ServerOptions(port=0, processes=1, annotate=True)) as address:
        yield address


@pytest.fixture
def send(home):
    def post(body, accept=None, **parameters):
        headers = {"Accept": accept} if accept else {}
        return requests.post(f"{home}/annotate", data=body.encode(), params=parameters, headers=headers, timeout=60)

    return post


@pytest.mark.parametrize(
    ("accept", "written"),
    [
        (None, "json_ld"),
        ("application/ld+json", "json_ld"),
        ("application/json", "facts_json"),
        ("text/turtle", "turtle"),
    ],
)
@pytest.mark.parametrize("source", [ARTICLE, PAGE], ids=["text", "page"])
def test_the_answer_is_what_build_writes_byte_for_byte(send, source, accept, written):
    built = build(read_data(source.encode(), **GIVEN, publisher=None, lang=None))
    answer = send(source, accept, **GIVEN)
    assert answer.status_code == 200
    assert answer.text == getattr(built, written)()


def test_tools_that_compare_linkers_get_nif(send):
    answer = send(ARTICLE, "application/x-turtle")
    assert answer.headers["content-type"] == "application/x-turtle; charset=utf-8"
    assert [context.text.splitlines()[0] for context in read_nif(answer.text)] == ["Harbor ministers meet in Oslo"]


def test_nothing_is_kept(home, send):
    send(ARTICLE, **GIVEN)
    listed = requests.get(f"{home}/resource", params={"iri": GIVEN["url"]}, timeout=30)
    assert listed.status_code == 404


@pytest.mark.parametrize(
    ("body", "parameters", "status", "words"),
    [
        ("", {}, 422, "empty"),
        ("{}", {}, 422, "version"),
        (ARTICLE, {"date": "Tuesday"}, 422, "not a real ISO 8601 date"),
        (ARTICLE, {"pubisher": "Strait Courier"}, 400, "no parameter pubisher"),
        ("x" * (1 << 20) + "x", {}, 413, "may have"),
    ],
    ids=["nothing", "no facts", "a date that is none", "a parameter that is none", "too much"],
)
def test_what_cannot_be_annotated_is_refused_with_the_reason(send, body, parameters, status, words):
    answer = send(body, **parameters)
    assert answer.status_code == status
    assert words in answer.text


def test_a_form_that_there_is_not_is_answered_with_those_that_there_are(send):
    answer = send(ARTICLE, "image/png")
    assert answer.status_code == 406
    assert "application/ld+json" in answer.text


def test_it_is_sent_not_asked_for(home):
    assert requests.get(f"{home}/annotate", timeout=30).status_code == 405


def test_without_being_wanted_there_is_no_such_address(tmp_path):
    with running(store_of(tmp_path / "store"), ServerOptions(port=0, processes=1)) as address:
        assert requests.post(f"{address}/annotate", data=ARTICLE.encode(), timeout=30).status_code in {404, 405}
