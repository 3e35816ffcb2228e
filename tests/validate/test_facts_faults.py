"""Faults in a facts.json are found where they stand in it."""

import json
from pathlib import Path

import pytest

from ld.pipeline import build
from ld.validate.checked import CheckedFile
from ld.validate.checking import check_file
from ld.validate.profiles import Choice, checks_of

SAMPLE = Path(__file__).resolve().parents[1] / "articles/un-command-meeting.txt"
MARK = "here it stands"


@pytest.fixture(scope="module")
def facts() -> str:
    built = build(SAMPLE, url="https://news.example/a", date="2024-09-11", publisher="Harbour Post")
    return built.facts_json()


def changed(facts: str, path: list[str | int], value: object, at: list[str | int]) -> tuple[str, int]:
    """The facts with *value* at *path*, and the line on which *at* then stands."""
    tree = json.loads(facts)
    _set(tree, path, value)
    text = json.dumps(tree, indent=1, ensure_ascii=False)
    _set(tree, at, MARK)
    marked = json.dumps(tree, indent=1, ensure_ascii=False)
    return text, marked[: marked.index(f'"{MARK}"')].count("\n") + 1


def _set(tree, path: list[str | int], value: object) -> None:
    for step in path[:-1]:
        tree = tree[step]
    tree[path[-1]] = value


def checked(text: str, folder: Path) -> CheckedFile:
    path = folder / "story.facts.json"
    path.write_text(text, encoding="utf-8")
    return check_file(str(path), checks_of(Choice()))


def test_the_facts_of_a_build_are_valid(facts, tmp_path):
    file = checked(facts, tmp_path)
    assert (file.error, file.results, file.articles) == ("", (), 1)


@pytest.mark.parametrize(
    ("path", "value", "at", "code", "severity"),
    [
        (["quotations", 0, "speakers"], [], ["quotations", 0], "QuotationShape-speaker-given", "warning"),
        (["quotations", 2, "speakers"], [], ["quotations", 2], "QuotationShape-speaker-given", "warning"),
        (["article", "url"], None, ["article"], "ArticleShape-url-given", "info"),
        (["article", "date_published"], None, ["article"], "ArticleShape-datePublished-given", "warning"),
    ],
)
def test_a_fault_in_the_graph_leads_back_to_its_fact(facts, tmp_path, path, value, at, code, severity):
    text, line = changed(facts, path, value, at)
    (located,) = checked(text, tmp_path).results
    result, place = located.result, located.place
    assert (place.line, result.shape.rpartition("#")[2], result.severity.value) == (line, code, severity)
    assert place.json_path == "$" + "".join(f"[{step!r}]" for step in at)
    assert result.words


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["version"], 2),
        (["article", "text"], 5),
        (["article", "language", "value"], "Engl ish"),
        (["article", "date_published", "value"], "2024-02-30"),
        (["article", "url", "value"], "news"),
        (["entities", 0, "kind"], "planet"),
        (["entities", 1, "id"], "two words"),
        (["entities", 1, "country_code"], "KOR"),
        (["quotations", 0, "speakers", 0, "entity"], "nobody"),
    ],
)
def test_a_fact_that_breaks_the_schema_is_an_error_with_its_line(facts, tmp_path, path, value):
    text, line = changed(facts, path, value, path)
    assert checked(text, tmp_path).error.startswith(f"{tmp_path}/story.facts.json:{line}: ")
