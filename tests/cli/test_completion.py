"""The completion of shells, tried in a shell, and the manual page, both made from the parsers."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from ld.cli import main, whole_parser
from ld.cli.completion import SHELLS
from ld.cli.parser import arguments_of, leaves

MANUAL = Path(__file__).resolve().parents[2] / "docs/article-ld.1"


@pytest.fixture
def script(tmp_path, capsys):
    main(["completion", "bash"])
    path = tmp_path / "article-ld.bash"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    return path


def completed(script: Path, *words: str) -> list[str]:
    line = " ".join(f"'{word}'" for word in words)
    asked = (
        f'. "{script}"; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _shtab_article_ld; echo "${{COMPREPLY[@]}}"'
    )
    bash = shutil.which("bash") or "bash"
    done = subprocess.run([bash, "-c", asked], capture_output=True, text=True, check=True, env=dict(os.environ))
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (("article-ld", "bu"), "build"),
        (("article-ld", "kb", "se"), "search"),
        (("article-ld", "build", "--out"), "--output"),
        (("article-ld", "validate", "--profile", "goo"), "google"),
    ],
    ids=["a command", "an action", "an option", "a value"],
)
def test_bash_completes(script, words, answer):
    assert completed(script, *words) == [answer]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_gets_a_script_that_knows_every_command(shell, capsys):
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert all(parser.prog.split()[1] in script for parser in leaves(whole_parser()))


def test_the_manual_page_has_every_option_of_every_command_and_no_other():
    manual = re.sub(r"\\f.", "", MANUAL.read_text(encoding="utf-8")).replace(r"\-", "-")
    options = {
        option
        for parser in leaves(whole_parser())
        for action in arguments_of(parser)
        for option in action.option_strings
        if option.startswith("--")
    }
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", manual)) - {"--version"} == options - {"--help"}, "make manual"
