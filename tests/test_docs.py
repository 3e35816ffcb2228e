"""What the documents show is run; what they name exists."""

import doctest
import os
import re
import tomllib
from pathlib import Path

import pytest

from ld.cli import COMMANDS, main

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = sorted(path for path in (ROOT.glob("*.md"), ROOT.glob("docs/**/*.md")) for path in path)
DECISIONS = sorted(ROOT.glob("docs/decisions/[0-9]*.md"))
INDEX = (ROOT / "docs/decisions/README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
_SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MOST_WORDS = 450
"""Of the README before its reader chooses where to go on: five minutes with what is typed and read."""
PROJECT, CONTRACTS = _SETTINGS["project"], _SETTINGS["tool"]["importlinter"]["contracts"]


def test_the_python_examples_of_the_readme_give_what_they_show(monkeypatch, tmp_path):
    (story,) = re.findall(r'```text title="ferries.txt"\n(.*?)```', README, flags=re.DOTALL)
    (tmp_path / "ferries.txt").write_text(story, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    examples = "\n".join(re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL))
    test = doctest.DocTestParser().get_doctest(examples, {}, "README.md", "README.md", 0)
    results = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test)
    assert results.attempted >= 5
    assert results.failed == 0


def test_the_readme_names_every_command_and_no_other():
    shown = set(re.findall(r"article-ld (\w+)", README))
    assert shown == {command.__name__.rsplit(".", 1)[-1] for command in COMMANDS}


def test_the_readme_shows_only_options_that_exist(capsys):
    for command, rest in re.findall(r"article-ld (\w+)([^\n`#]*)", README):
        with pytest.raises(SystemExit):
            main([command, "--help"])
        assert set(re.findall(r"(?<=\s)--[a-z]+", rest)) <= set(re.findall(r"--[a-z]+", capsys.readouterr().out))


def test_a_newcomer_reads_no_more_than_a_page_before_the_first_result():
    first, *_ = README.partition("\n## Go on\n")
    assert len(first.split()) < MOST_WORDS


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: os.path.relpath(path, ROOT))
def test_links_inside_the_project_lead_somewhere(document):
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_links_of_the_readme_are_whole_since_a_package_index_shows_it_too():
    targets = re.findall(r"\]\(([^)]+)\)", README)
    assert [target for target in targets if not target.startswith("https://")] == []


def test_links_of_the_readme_to_the_project_lead_somewhere():
    home = re.escape(PROJECT["urls"]["Homepage"])
    targets = re.findall(rf"\({home}/(?:blob|tree)/main/([^)#]+)", README)
    assert len(targets) > 5
    assert [target for target in targets if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.name)
def test_each_decision_stands_in_the_index_under_its_title(path):
    heading, _, dated = path.read_text(encoding="utf-8").splitlines()[:3]
    number, title = heading.removeprefix("# ").split(" ", 1)
    assert number == path.name[:3]
    (date,) = re.findall(
        rf"^\| {number} \| \[{re.escape(title)}\]\({path.name}\) \| (\S+) \| \w.* \|$", INDEX, re.MULTILINE
    )
    stated = re.match(r"\d{4}-\d\d-\d\d", dated)
    assert stated is None or stated[0] == date


def test_the_index_of_decisions_is_in_their_order():
    numbers = re.findall(r"^\| (\d{3}) \|", INDEX, re.MULTILINE)
    assert numbers == [path.name[:3] for path in DECISIONS]


def test_the_architecture_shows_the_layers_that_the_contract_holds():
    (contract,) = (contract for contract in CONTRACTS if contract["name"] == "Data flows one way")
    shown = re.findall(r"^(ld\.\S+(?: \| \S+)*) {2,}\S", ARCHITECTURE, re.MULTILINE)
    assert shown == contract["layers"]


def test_every_package_stands_in_the_architecture():
    packages = {f"ld.{path.parent.name}" for path in ROOT.glob("ld/*/__init__.py")}
    assert packages <= set(re.findall(r"ld\.\w+", ARCHITECTURE))


@pytest.mark.parametrize("room", ["speech", "roles", "events", "dates", "topics"])
def test_every_module_of_a_room_stands_in_the_tree_of_rooms(room):
    _, _, tree = ARCHITECTURE.partition(f"├── {room}/ ")
    named = set(re.findall(r"^│   [├└]── (\w+\.py) ", re.split(r"\n[├└]── ", tree)[0], re.MULTILINE))
    assert named == {path.name for path in (ROOT / "ld/extract" / room).glob("*.py")} - {"__init__.py"}


def test_what_the_architecture_says_to_open_is_there():
    paths = re.findall(r"`((?:ld|tests|shapes|knowledge)(?:/[^`]*)?)`", ARCHITECTURE)
    assert len(paths) > 40
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_page_on_installing_tells_what_each_extra_brings_and_weighs():
    page = (ROOT / "docs/install.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| .+ \| \d+ MB \|$", page, flags=re.MULTILINE)
    assert sorted(rows) == sorted(PROJECT["optional-dependencies"])


def test_every_dependency_has_its_line():
    lines = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8").lower().splitlines()
    wanted = {re.split(r"[^\w.-]", requirement)[0] for requirement in PROJECT["dependencies"]}
    for extra, requirements in PROJECT["optional-dependencies"].items():
        names = {re.split(r"[^\w.-]", requirement)[0] for requirement in requirements}
        assert [
            name for name in names if not any(f"| {name} |" in line and f"`{extra}`" in line for line in lines)
        ] == []
    assert [name for name in wanted if not any(line.startswith(f"| {name} |") for line in lines)] == []
