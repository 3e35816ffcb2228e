"""``article-ld doctor``: what it looks at, and when it calls something broken."""

import json
from datetime import date

import pytest

from ld.cli import main
from ld.cli.checkups import State, checkups
from ld.kb.build import build_kb
from ld.kb.bundled import bundled_kb
from ld.publish.opening import Access, open_store


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """An empty folder without settings, which the command is run in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return tmp_path


def settings(folder, text: str) -> None:
    (folder / "pyproject.toml").write_text(f"[tool.article-ld]\n{text}\n", encoding="utf-8")


def found(name: str, today: date | None = None):
    return next(each for each in checkups(today) if each.name == name)


def test_a_sound_installation_is_good_in_every_way_that_it_needs():
    needed = {"program", "bundled knowledge", "settings", "this folder"}
    fresh = date.fromisoformat(bundled_kb().info().snapshot)
    assert {each.name for each in checkups(fresh) if each.state is State.GOOD} >= needed
    assert main(["doctor"]) == 0


def test_an_extra_of_which_a_package_is_missing_is_noted_with_the_command_that_brings_it(monkeypatch):
    monkeypatch.setattr("ld.cli.checkups.requires", lambda _: ["harbor-reader<2,>=1; extra == 'pages'", "requests"])
    pages = found("extra pages")
    assert (pages.state, pages.told) == (State.NOTE, "not installed: harbor-reader")
    assert "pip install 'article-ld[pages]'" in pages.advice


def test_a_missing_extra_does_not_make_the_installation_unhealthy(monkeypatch):
    monkeypatch.setattr("ld.cli.checkups.requires", lambda _: ["harbor-reader; extra == 'pages'"])
    assert main(["doctor"]) == 0


def test_knowledge_of_more_than_half_a_year_ago_is_noted_with_its_age():
    bundled = found("bundled knowledge", date(2036, 1, 1))
    assert bundled.state is State.NOTE
    assert "days old" in bundled.told


def test_a_knowledge_base_of_the_settings_is_opened(folder):
    (folder / "people.csv").write_text("qid,label,kind\nQ4115189,Nora Quist,person\n", encoding="utf-8")
    build_kb([folder / "people.csv"], folder / "news.kb", snapshot="2026-11-01")
    settings(folder, 'kb = "news.kb"')
    own = found("kb", date(2026, 11, 29))
    assert own.state is State.GOOD
    assert "2026-11-01" in own.told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('kb = "nothing.kb"', "kb"),
        ('links = "nothing.csv"', "links"),
        ('stores.live.url = "http://127.0.0.1:9/"', "store live"),
        ('kbb = "news.kb"', "settings"),
    ],
    ids=["a base that is not there", "a table that is not there", "a store that nobody answers for", "a wrong key"],
)
def test_what_the_settings_name_and_cannot_be_used_is_broken(folder, text, name):
    settings(folder, text)
    broken = found(name)
    assert broken.state is State.BROKEN
    assert broken.advice
    assert main(["doctor"]) == 1


def test_a_store_of_the_settings_is_asked(folder):
    with open_store(str(folder / "news"), access=Access.CREATE):
        settings(folder, 'stores.desk.url = "news"')
    assert found("store desk").state is State.GOOD


def test_programs_get_json(capsys):
    main(["doctor", "--json"])
    assert {"name", "state", "told", "advice"} == set(json.loads(capsys.readouterr().out)[0])
