"""Who is kept away from the desk."""

import html
import re

import pytest
import requests

from ld.review.guard import MOST_BYTES, hosts_of


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """The address of a desk over one article."""
    from review.conftest import Newsroom, newsroom  # noqa: PLC0415

    room: Newsroom = newsroom.__wrapped__(tmp_path_factory.mktemp("guard"))
    with room.desk() as address:
        requests.get(address, timeout=30)  # what it opens, it keeps open
        yield address


@pytest.fixture
def form(home):
    """What the first form of the queue sends."""
    page = requests.get(f"{home}/", timeout=30).text
    return {"token": re.search('name="token" value="([^"]+)"', page)[1], "match": "Cy Moor", "decision": "NIL"}


def post(home, form, path="/decide", **headers):
    return requests.post(f"{home}{path}", data=form, headers=headers, allow_redirects=False, timeout=30)


def test_a_name_that_was_pointed_at_this_machine_is_refused(home):
    answer = requests.get(home, headers={"Host": "other.example"}, timeout=30)
    assert (answer.status_code, "Cy Moor" in answer.text) == (403, False)


def test_a_form_of_another_site_is_refused(home, form):
    assert post(home, form, Origin="https://other.example").status_code == 403


def test_a_form_without_the_token_is_refused(home, form):
    assert post(home, form | {"token": "x"}).status_code == 403
    assert post(home, form | {"token": "x"}, path="/undo").status_code == 403


def test_a_form_that_is_too_long_is_refused(home, form):
    assert post(home, form | {"words": "x" * MOST_BYTES}).status_code == 403


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"decision": "somebody"}, "is no item"),
        ({"decision": "item", "item": "https://id.harbour.example/nobody"}, "no knowledge base has"),
        ({"decision": "kind", "other": "country"}, "is no decision"),
        ({"decision": "item", "item": "Q900001", "kind": "place"}, "is a person, not a place"),
        ({"decision": "title", "title": " "}, "is no item"),
        ({"decision": "split", "context": "("}, "no regular expression"),
        ({"decision": "NIL", "match": ""}, "no name"),
        ({"decision": "undo"}, "is no item"),
    ],
)
def test_what_is_no_decision_is_refused_and_not_written(home, form, fields, said):
    answer = post(home, form | fields)
    assert (answer.status_code, said in answer.text) == (400, True)
    assert "Nothing decided yet." in requests.get(home, timeout=30).text


def test_nothing_runs_that_is_not_ours(home):
    answer = requests.get(f"{home}/articles/0", timeout=30)
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    policy = html.unescape(re.search('Content-Security-Policy" content="([^"]+)"', answer.text)[1])
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; base-uri 'none'; form-action 'self'",
        policy,
    )


def test_an_article_that_is_not_there_is_not_found(home):
    assert requests.get(f"{home}/articles/99", timeout=30).status_code == 404


def test_an_address_given_is_a_host_too():
    assert {"desk.example:80", "127.0.0.1:80"} < hosts_of("desk.example", 80)
    assert "[fd00::1]:80" in hosts_of("fd00::1", 80)
