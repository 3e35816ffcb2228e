"""Whom Wikidata may write to: the settings, and the environment before them."""

import pytest

from ld.config import WikidataSettings, wikidata_settings
from ld.errors import InputError


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("ARTICLE_LD_CONTACT", raising=False)


def project(tmp_path, text):
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_without_settings_there_is_no_contact(tmp_path):
    assert wikidata_settings(tmp_path) == WikidataSettings("", "")


def test_the_environment_overrules_the_contact_of_the_project(tmp_path, monkeypatch):
    folder = project(tmp_path, '[tool.article-ld.wikidata]\ncontact = "desk@harbor.example"\n')
    assert wikidata_settings(folder).contact == "desk@harbor.example"
    monkeypatch.setenv("ARTICLE_LD_CONTACT", "night-desk@harbor.example")
    assert wikidata_settings(folder).contact == "night-desk@harbor.example"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('wikidata = "desk@harbor.example"', "contact ="),
        ("wikidata = { contact = 1 }", "contact ="),
        ('wikidata = { contcat = "x" }', "did you mean wikidata.contact?"),
    ],
)
def test_a_mistake_is_named_with_what_was_meant(tmp_path, text, hint):
    with pytest.raises(InputError) as raised:
        wikidata_settings(project(tmp_path, f"[tool.article-ld]\n{text}\n"))
    assert hint in raised.value.hint
