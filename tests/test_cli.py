"""The command line, as its users meet it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ld.cli import main

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "tests/articles/un-command-meeting.txt"
SAMPLE_URL = (
    "https://www.straitcourier.example/2024/09/11/world/asia/"
    "un-command-members-press-russia-and-north-korea-over-arms-deals"
)
ARTICLE = """Harbor ministers meet in Oslo

Norwegian Fisheries Minister Ada Quill met harbor pilots in Oslo on Tuesday.

“The port is full,” Quill said.
"""


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def article_ld(*arguments: object, **options) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "ld", *map(str, arguments)], capture_output=True, check=False, **options
    )


class TestBuild:
    def test_it_writes_four_files_and_says_what_it_found(self, article, tmp_path, capsys):
        assert main(["build", str(article), "-o", str(tmp_path / "out"), "--date", "2024-09-11"]) == 0
        names = {path.name for path in (tmp_path / "out").iterdir()}
        assert names == {"story.ttl", "story.jsonld", "story.evidence.ttl", "story.facts.json"}
        said = capsys.readouterr().out
        for words in ("Harbor ministers meet in Oslo", "Ada Quill", "Norway Q20", "Quotations (1)", "valid"):
            assert words in said

    def test_the_summary_says_what_stayed_unlinked_and_why(self, article, tmp_path, capsys):
        main(["build", str(article), "-o", str(tmp_path / "out")])
        said = capsys.readouterr().out
        assert "Not linked" in said
        assert "Ada Quill" in said.split("Not linked")[1]

    def test_facts_json_goes_in_again_and_gives_the_same_bytes(self, article, tmp_path):
        main(["build", str(article), "-o", str(tmp_path / "one")])
        assert main(["build", str(tmp_path / "one/story.facts.json"), "-o", str(tmp_path / "two")]) == 0
        for path in (tmp_path / "one").iterdir():
            assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()

    def test_standard_input_is_a_source(self, tmp_path):
        done = article_ld("build", "-", "-o", tmp_path, input=ARTICLE.encode())
        assert done.returncode == 0
        assert (tmp_path / "stdin.ttl").exists()

    def test_an_invalid_graph_is_not_written_and_replaces_nothing(self, article, tmp_path, capsys):
        out = tmp_path / "out"
        main(["build", str(article), "-o", str(out)])
        before = {path.name: path.read_bytes() for path in out.iterdir()}
        assert main(["build", str(broken(out / "story.facts.json", tmp_path)), "-o", str(out)]) == 1
        assert {path.name: path.read_bytes() for path in out.iterdir()} == before
        assert "not written" in capsys.readouterr().err

    def test_force_writes_an_invalid_graph_under_a_name_that_says_so(self, article, tmp_path):
        out = tmp_path / "out"
        main(["build", str(article), "-o", str(out)])
        before = {path.name: path.read_bytes() for path in out.iterdir()}
        assert main(["build", str(broken(out / "story.facts.json", tmp_path)), "-o", str(out), "--force"]) == 1
        after = {path.name: path.read_bytes() for path in out.iterdir()}
        assert before.items() <= after.items()
        assert set(after) - set(before) == {
            f"story.invalid{end}" for end in (".ttl", ".jsonld", ".evidence.ttl", ".facts.json")
        }

    def test_two_sources_of_one_name_are_refused(self, article, tmp_path, capsys):
        (tmp_path / "other").mkdir()
        other = tmp_path / "other" / "story.txt"
        other.write_text(ARTICLE, encoding="utf-8")
        assert main(["build", str(article), str(other), "-o", str(tmp_path / "out")]) == 2
        assert not (tmp_path / "out").exists()
        assert "story.ttl" in capsys.readouterr().err

    def test_two_sources_whose_results_would_share_one_file_are_refused(self, article, tmp_path, capsys):
        other = tmp_path / "story.evidence.txt"
        other.write_text(ARTICLE, encoding="utf-8")
        assert main(["build", str(article), str(other), "-o", str(tmp_path / "out")]) == 2
        assert "story.evidence.ttl" in capsys.readouterr().err

    def test_an_address_belongs_to_one_source(self, article, capsys):
        assert main(["build", str(article), "other.txt", "--url", "https://example.org/a"]) == 2
        assert "--url" in capsys.readouterr().err

    def test_a_bad_source_among_good_ones_is_named_and_the_rest_is_built(self, article, tmp_path, capsys):
        out = tmp_path / "out"
        assert main(["build", str(tmp_path / "missing.txt"), str(article), "-o", str(out)]) == 2
        assert "missing.txt" in capsys.readouterr().err
        assert (out / "story.ttl").exists()


def broken(facts: Path, folder: Path) -> Path:
    """The same facts with a country that has lost its code."""
    tree = json.loads(facts.read_text(encoding="utf-8"))
    next(entity for entity in tree["entities"] if entity["kind"] == "person")["name"] += "\n"
    path = folder / "story.facts.json"
    path.write_text(json.dumps(tree), encoding="utf-8")
    return path


class TestBadInput:
    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "empty"),
            (b"   \n\n \n", "empty"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
            ("Überschrift\n\nEin Text über Häfen.\n".encode("latin-1"), "UTF-8"),
            (b"word " * 400, "headline"),
            (b'{"version": 1, "article": {"text": 5}}', "$.article.text"),
            (b'{"version": 1,\n "article": }', "line 2"),
        ],
    )
    def test_it_gets_one_clear_line_and_exit_code_2(self, tmp_path, capsys, content, words):
        source = tmp_path / "source.txt"
        source.write_bytes(content)
        assert main(["build", str(source), "-o", str(tmp_path / "out")]) == 2
        lines = capsys.readouterr().err.splitlines()
        assert lines[0].startswith("article-ld: ")
        assert "source.txt" in lines[0]
        assert words in lines[0]
        assert not (tmp_path / "out").exists()

    @pytest.mark.parametrize(
        ("option", "value"), [("--date", "yesterday"), ("--date", "2024-02-30"), ("--url", "example.org/a b")]
    )
    def test_an_option_that_makes_no_sense_is_refused(self, article, capsys, option, value):
        assert main(["build", str(article), option, value]) == 2
        assert value in capsys.readouterr().err

    def test_wrong_usage_is_exit_code_2(self):
        assert article_ld("biuld", "story.txt").returncode == 2


class TestOtherCommands:
    def test_schema_prints_the_json_schema_of_facts(self, capsys):
        assert main(["schema"]) == 0
        schema = json.loads(capsys.readouterr().out)
        assert "$defs" in schema

    def test_explain_marks_the_words_in_their_sentence(self, article, tmp_path, capsys):
        main(["build", str(article), "-o", str(tmp_path), "--date", "2024-09-11"])
        capsys.readouterr()
        assert main(["explain", str(tmp_path / "story.facts.json")]) == 0
        said = capsys.readouterr().out
        assert "Ada Quill said: The port is full" in said
        assert "“»The port is full«,” Quill said." in said
        assert "given: --date 2024-09-11" in said

    def test_explain_wants_facts(self, article, capsys):
        assert main(["explain", str(article)]) == 2
        assert "article-ld build" in capsys.readouterr().err


class TestAtTheEdges:
    def test_an_internal_error_is_exit_code_3(self, article, monkeypatch, capsys):
        monkeypatch.setattr("ld.pipeline.extract", lambda _: 1 / 0)
        assert main(["build", str(article)]) == 3
        assert "internal error" in capsys.readouterr().err

    def test_an_interruption_is_exit_code_130(self, article, monkeypatch):
        def interrupt(*_):
            raise KeyboardInterrupt

        monkeypatch.setattr("ld.pipeline.extract", interrupt)
        assert main(["build", str(article)]) == 130

    def test_a_closed_pipe_is_quiet(self):
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run([sys.executable, "-m", "ld", "schema"], stdout=write, stderr=subprocess.PIPE, check=False)
        os.close(write)
        assert done.stderr == b""

    def test_a_closed_pipe_hides_no_verdict_and_stops_no_work(self, article, tmp_path):
        read, write = os.pipe()
        os.close(read)
        command = [sys.executable, "-m", "ld", "build", str(article), "-o", str(tmp_path / "out")]
        done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)
        os.close(write)
        assert (done.returncode, done.stderr) == (0, b"")
        assert len(list((tmp_path / "out").iterdir())) == 4

    def test_a_full_disk_behind_standard_output_is_said(self):
        done = subprocess.run(
            f"{sys.executable} -m ld schema >/dev/full", shell=True, check=False, stderr=subprocess.PIPE
        )
        assert done.returncode == 2
        assert b"standard output" in done.stderr

    def test_a_terminal_that_cannot_show_a_letter_gets_its_number(self, article, tmp_path):
        environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
        assert article_ld("build", article, "-o", tmp_path / "out", env=environment).returncode == 0

    def test_a_text_cannot_steer_the_terminal(self, tmp_path, capsys):
        source = tmp_path / "story.txt"
        source.write_text(ARTICLE.replace("Oslo\n", "Oslo \x1b]0;mine\x07\n", 1), encoding="utf-8")
        main(["build", str(source), "-o", str(tmp_path / "out")])
        assert "\x1b" not in capsys.readouterr().out

    def test_it_runs_from_any_folder(self, article, tmp_path):
        assert article_ld("build", article, "-o", tmp_path / "out", cwd=tmp_path).returncode == 0


class TestSample:
    @pytest.mark.parametrize("seed", ["0", "1", "4242"])
    def test_the_committed_output_is_what_the_sample_gives_for_every_hash_seed(self, tmp_path, seed):
        """If this fails after a change that is meant, run ``make demo`` and commit ``output/``."""
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        arguments = ("build", SAMPLE, "--url", SAMPLE_URL, "--date", "2024-09-11", "-o", tmp_path)
        assert article_ld(*arguments, env=environment).returncode == 0
        committed = {path.name: path.read_bytes() for path in (ROOT / "output").glob("un-command-meeting.*")}
        assert len(committed) == 4
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == committed
