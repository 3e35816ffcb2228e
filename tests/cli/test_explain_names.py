"""``article-ld explain``: why words are a name, and with ``--why-not`` why they are none."""

import pytest

from ld.cli import main

STORY = (
    "The harbour is open again\n\nThe talks were led by Nora Marsh, a lawyer from Leeds. The Quennish way was long.\n"
)


@pytest.fixture
def facts(tmp_path, capsys):
    """The path of the facts of a story."""
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    assert main(["build", str(tmp_path / "story.txt"), "-o", str(tmp_path), "--date", "2024-09-11"]) == 0
    capsys.readouterr()
    return str(tmp_path / "story.facts.json")


def test_explain_says_what_speaks_for_a_name(facts, capsys):
    assert main(["explain", facts]) == 0
    said = capsys.readouterr().out
    assert "Nora Marsh (person) is named, taken for person (" in said
    assert "begins with a given name" in said


def test_why_not_says_what_words_are_or_why_they_are_none(facts, capsys):
    assert main(["explain", facts, "--why-not", "Nora Marsh"]) == 0
    is_somebody, typed = capsys.readouterr().out.splitlines()
    assert is_somebody == "Nora Marsh: is Nora Marsh (person)"
    assert typed.startswith("Nora Marsh: person (")
    assert main(["explain", facts, "--why-not", "Quennish"]) == 0
    assert capsys.readouterr().out.startswith("Quennish: rather ")


def test_why_not_wants_words_that_the_article_has(facts, capsys):
    assert main(["explain", facts, "--why-not", "Sunderby"]) == 2
    said = capsys.readouterr().err
    assert "does not say" in said
    assert "capitals too" in said


def test_why_not_wants_words(facts, capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["explain", facts, "--why-not"])
    assert "expected one argument" in capsys.readouterr().err


@pytest.fixture
def decided(tmp_path):
    """A table of corrections with what was decided on the story."""
    links = tmp_path / "links.csv"
    rows = (
        "match,decision,who,article,words,id",
        "Nora Marsh,not a name,desk,,,1",
        "post-0123456789,wrong,desk,https://harbour.example/other,another story,2",
    )
    links.write_text("\n".join((*rows, "")), encoding="utf-8")
    return str(links)


def test_why_not_says_that_the_newsroom_refused_the_words(facts, decided, capsys):
    assert main(["explain", facts, "--why-not", "Nora Marsh", "--links", decided]) == 0
    assert "Nora Marsh: not a name, corrected in links.csv, decision 1 by desk" in capsys.readouterr().out


def test_explain_says_what_was_decided_on_this_article(facts, decided, capsys):
    assert main(["explain", facts, "--links", decided]) == 0
    said = capsys.readouterr().out
    assert "Nora Marsh: not a name, corrected in links.csv, decision 1 by desk" in said
    assert "another story" not in said
