"""What the documents show is run; what they name exists."""

import doctest
import os
import re
from pathlib import Path

import pytest

from ld.cli import COMMANDS, main

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = sorted(path for path in (ROOT.glob("*.md"), ROOT.glob("docs/**/*.md")) for path in path)


def test_the_python_examples_of_the_readme_give_what_they_show(monkeypatch):
    monkeypatch.chdir(ROOT)
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


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: os.path.relpath(path, ROOT))
def test_links_inside_the_project_lead_somewhere(document):
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []
