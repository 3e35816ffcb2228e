"""What the command line says to words that it does not know."""

import pytest

from ld.cli import main


def refused(*arguments: str, capsys) -> str:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    return capsys.readouterr().err


def test_a_misspelt_command_is_answered_with_the_nearest_one(capsys):
    assert "invalid choice: 'biuld'; did you mean build?" in refused("biuld", "story.txt", capsys=capsys)


def test_a_misspelt_action_of_a_command_is_answered_with_the_nearest_one(capsys):
    assert "'serch'; did you mean search?" in refused("kb", "serch", "news.kb", capsys=capsys)


def test_a_misspelt_value_is_answered_with_the_nearest_one(capsys):
    assert "--profile: invalid choice: 'gogle'; did you mean google?" in refused(
        "validate", "--profile", "gogle", "page.html", capsys=capsys
    )


def test_a_word_near_to_none_is_answered_with_all_of_them(capsys):
    assert "invalid choice: 'mermaid' (choose from article-ld, google," in refused(
        "validate", "--profile", "mermaid", "page.html", capsys=capsys
    )


def test_a_misspelt_option_is_an_error_of_its_command_which_names_the_nearest_one(capsys):
    told = refused("build", "story.txt", "--outptu=there", capsys=capsys)
    assert "usage: article-ld build" in told
    assert "unrecognized arguments: --outptu=there; did you mean --output?" in told


def test_an_option_near_to_none_gets_no_guess(capsys):
    assert "did you mean" not in refused("build", "story.txt", "--xyzzy", capsys=capsys)
