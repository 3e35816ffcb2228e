"""``article-ld kb fetch``."""

import os
import subprocess
import sys
import threading

import pytest
from loopback import Reply

from ld.cli import main

CONTACT = "desk@harbor-news.example"


@pytest.fixture(autouse=True)
def settings(monkeypatch, tmp_path):
    """A contact, and nothing else; as many requests a minute as a machine can make."""
    monkeypatch.setattr("ld.wikidata.service.A_MINUTE", 1_000_000)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("ARTICLE_LD_CONTACT", CONTACT)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def call(query_service, world, capsys):
    """Run the command with these arguments; its exit code, and what it printed."""

    def run(*arguments):
        options = ("--endpoint", query_service.url, "--api", world.url)
        status = main(["kb", "fetch", *map(str, arguments), *options])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def test_a_fetch_says_what_it_found_and_nothing_else_where_no_terminal_is(call, tmp_path):
    status, out, err = call("heads", "cities:100000", "-o", "news.kb", "--name", "harbor")
    assert (status, err) == (0, "")
    assert out.startswith("found     3  heads\nfound     2  cities:100000\nkept      5  under ")
    assert (tmp_path / "cache" / "article-ld" / "wikidata.sqlite").is_file()
    assert main(["kb", "info", "news.kb"]) == 0


def test_every_request_names_the_contact(call, query_service, world):
    call("heads", "-o", "news.kb")
    assert all(f"({CONTACT})" in each["User-Agent"] for each in (*query_service.headers, *world.headers))


def test_without_a_contact_nothing_is_sent(call, query_service, monkeypatch):
    monkeypatch.delenv("ARTICLE_LD_CONTACT")
    status, _, err = call("heads", "-o", "news.kb")
    assert (status, query_service.queries) == (2, [])
    assert "no contact" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["head", "-o", "news.kb"], "did you mean heads?"),
        (["legislators:UK", "-o", "news.kb"], "GB for the United Kingdom"),
        (["own.rq", "-o", "news.kb"], "no such file"),
        (["heads", "-o", "news.csv"], "name it .kb or .jsonl"),
        (["none.jsonl", "-o", "news.kb"], "no such file"),
        (["heads", "-o", "news.kb", "--class", "band=Q1"], "not KIND=QID"),
        (["heads", "-o", "news.kb", "--languages", "e n"], "is no language"),
        (["states", "-o", "none/news.kb"], "cannot be written"),
        (["states", "-o", "none/news.jsonl"], "cannot be written"),
    ],
)
def test_what_cannot_be_fetched_or_written_is_told_in_a_line_before_anybody_is_asked(
    arguments, told, call, query_service
):
    status, out, err = call(*arguments)
    assert (status, out, query_service.queries) == (2, "", [])
    assert told in err
    assert "Traceback" not in err


def test_another_wikibase_needs_a_query_service_of_its_own(world, capsys):
    assert main(["kb", "fetch", "heads", "-o", "news.kb", "--api", world.url]) == 2
    assert "give --endpoint too" in capsys.readouterr().err


def test_the_settings_may_name_both_services(query_service, world, tmp_path):
    text = f'[tool.article-ld.wikidata]\nurl = "{world.url}"\nendpoint = "{query_service.url}"\n'
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    assert main(["kb", "fetch", "heads", "-o", "news.kb"]) == 0
    assert query_service.queries


def test_a_service_that_refuses_us_is_unreachable_and_what_was_answered_is_kept(call, query_service, tmp_path):
    query_service.fails = lambda query: Reply("robot policy", 403) if "Q245065" in query else None
    status, _, err = call("heads", "bodies", "-o", "news.kb")
    assert status == 4
    assert "robot policy" in err
    assert "what was answered is kept" in err
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("news.kb")]
    query_service.forget()
    assert call("heads", "bodies", "-o", "news.kb")[0] == 0
    assert len(query_service.queries) == 1


def test_a_terminal_is_told_how_far_it_is(call, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    _, _, err = call("heads", "-o", "news.kb")
    assert "pages of heads: 0 of 1" in err
    assert "items: 0 of 3" in err
    assert err.endswith("\r\x1b[K")


@pytest.mark.parametrize("where", ["queries", "items"])
def test_a_fetch_that_is_killed_goes_on_where_it_was(where, query_service, world, tmp_path):
    killed, released = threading.Event(), threading.Event()

    def hang(*_):
        killed.set()
        released.wait(30)

    if where == "queries":
        query_service.fails = lambda query: hang() if "P414" in query else None
    else:
        world.replace["wbgetentities"] = lambda _: hang() or {}
    command = [sys.executable, "-m", "ld", "kb", "fetch", "heads", "companies", "-o", "news.jsonl"]
    command += ["--endpoint", query_service.url, "--api", world.url]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, cwd=tmp_path, env=environment) as process:
        assert killed.wait(30)
        process.kill()
    released.set()
    assert not (tmp_path / "news.jsonl").exists()
    before = set(query_service.queries[: 2 if where == "queries" else 3])
    query_service.forget()
    world.replace.clear()
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    assert not before & set(query_service.queries)
    assert len(query_service.queries) == (1 if where == "queries" else 0)
    whole = (tmp_path / "news.jsonl").read_bytes()
    subprocess.run([*command, "--cache", "anew"], cwd=tmp_path, env=environment, check=True, capture_output=True)
    assert (tmp_path / "news.jsonl").read_bytes() == whole
