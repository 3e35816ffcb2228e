"""``-q`` and ``-v``, which every command has."""

import pytest

from ld.cli import main, whole_parser
from ld.cli.parser import arguments_of, leaves

ARTICLE = "Harbor ministers meet in Oslo\n\nNorwegian Fisheries Minister Ada Quill met pilots in Oslo on Tuesday.\n"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("parser", leaves(whole_parser()), ids=lambda parser: parser.prog)
def test_every_command_has_both(parser):
    options = {option for action in arguments_of(parser) for option in action.option_strings}
    assert {"-q", "--quiet", "-v", "--verbose"} <= options


def test_a_quiet_build_writes_the_same_files_and_says_nothing(article, tmp_path, capsys):
    assert main(["build", article, "-o", str(tmp_path / "loud")]) == 0
    assert capsys.readouterr().out
    assert main(["build", article, "-o", str(tmp_path / "quiet"), "-q"]) == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "")
    for path in (tmp_path / "loud").iterdir():
        assert (tmp_path / "quiet" / path.name).read_bytes() == path.read_bytes()


def test_quiet_does_not_silence_what_is_wrong(tmp_path, capsys):
    assert main(["build", str(tmp_path / "no.txt"), "-q"]) == 2
    assert "no.txt" in capsys.readouterr().err


def test_quiet_does_not_silence_what_was_asked_for(capsys):
    assert main(["schema", "-q"]) == 0
    assert capsys.readouterr().out.startswith("{")


def test_quiet_ends_with_its_command(article, tmp_path, capsys):
    main(["build", article, "-o", str(tmp_path), "-q"])
    main(["build", article, "-o", str(tmp_path)])
    assert "Ada Quill" in capsys.readouterr().out


def test_verbose_tells_version_settings_and_what_it_took_on_standard_error(article, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("ARTICLE_LD_PUBLISHER", "Strait Courier")
    main(["build", article, "-o", str(tmp_path), "-v"])
    told = capsys.readouterr().err
    assert "article-ld: version " in told
    assert 'publisher = "Strait Courier", ARTICLE_LD_PUBLISHER' in told
    assert " s, " in told.splitlines()[-1]


def test_verbose_never_tells_a_password(tmp_path, capsys, monkeypatch):
    (tmp_path / "pyproject.toml").write_text(
        '[tool.article-ld.stores.live]\nurl = "https://desk:hunter2@store.example"\n', encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    main(["config", "-v"])
    told = capsys.readouterr()
    assert "store.example" in told.err
    assert "hunter2" not in told.out + told.err
