"""What a stranger meets first: commands without their arguments, names that are none, files of another kind."""

import pytest

from ld.cli import main

STORY = (
    "Norway counts its ferries again\n\nHarbor Minister Ada Quill said on Tuesday that twelve ferries lay in Oslo.\n"
)


@pytest.mark.parametrize("arguments", [[], ["kb"], ["shapes"]], ids=str)
def test_who_names_no_command_is_told_where_they_are_listed(arguments, capsys):
    with pytest.raises(SystemExit):
        main(arguments)
    assert capsys.readouterr().err.endswith(f"hint: {' '.join(['article-ld', *arguments])} --help lists them\n")


@pytest.mark.parametrize("command", ["unpublish", "void"])
def test_what_is_no_address_is_refused_before_a_store_is_opened(command, tmp_path, capsys):
    assert main([command, "harbor", "--store", str(tmp_path / "none")]) == 2
    assert capsys.readouterr().err == (
        "article-ld: harbor: is not an address\n  hint: give it in full: https://news.example/story\n"
    )


def test_where_a_query_cannot_be_parsed_is_said_without_the_grammar(tmp_path, capsys):
    store = str(tmp_path / "store")
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    assert main(["publish", str(tmp_path / "story.txt"), "--store", store]) == 0
    capsys.readouterr()
    assert main(["query", "SELECT * { ?s a schema:Person }", "--store", store]) == 2
    said = capsys.readouterr().err
    assert "cannot be parsed: line 1, column" in said
    assert "PREFIX schema: <http://schema.org/>" in said
    assert len(said) < 200


def test_a_text_that_is_checked_as_if_it_were_rdf_is_to_be_built_first(tmp_path, capsys):
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    assert main(["validate", str(tmp_path / "story.txt")]) == 2
    assert "is it the text of an article? build it first" in capsys.readouterr().out


def test_names_that_nobody_knows_are_listed_once_with_one_reason(tmp_path, capsys):
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    main(["build", str(tmp_path / "story.txt"), "-o", str(tmp_path)])
    assert "knows no person of this name: Ada Quill\n" in capsys.readouterr().out


def test_that_there_are_no_settings_is_said(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("ld.cli.config.settings", dict)
    assert main(["config"]) == 0
    assert capsys.readouterr() == (
        "",
        "article-ld: no settings: none in pyproject.toml, in your own file or in the environment\n",
    )
