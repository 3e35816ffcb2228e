"""``article-ld validate`` and ``article-ld shapes``, as their users meet them."""

import io
import json
import os
import signal
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from process_table import running

from ld.cli import main, validate
from ld.publish.embedded import EmbeddedStore
from ld.validate.formats import FORMATS
from ld.validate.profiles import PROFILES

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "output/un-command-meeting.ttl"
FAULTY = ROOT / "tests/faults/handwritten"
URL = "https://www.straitcourier.example/2024/09/11/world/asia/un-command-members-press-russia-and-north-korea-over-arms-deals"
SCHEMA = "@prefix schema: <http://schema.org/> .\n"


@pytest.fixture
def thin(tmp_path) -> Path:
    """An article of which Google would like to know more."""
    path = tmp_path / "thin.ttl"
    path.write_text(f'{SCHEMA}<https://x.example/#a> a schema:Article ; schema:headline "Thin" .\n', encoding="utf-8")
    return path


@pytest.fixture
def interrupted_at_the_second(monkeypatch) -> list[str]:
    """Two files, of which the check of the first is interrupted."""
    from ld.validate import batch  # noqa: PLC0415

    check_file = batch.check_file

    def interrupted(source, checks):
        if source == "second.ttl":
            raise KeyboardInterrupt
        return check_file(source, checks)

    monkeypatch.setattr("ld.validate.batch.check_file", interrupted)
    return ["second.ttl", "third.ttl"]


class TestExitCodes:
    def test_0_for_a_valid_file(self, capsys):
        assert main(["validate", str(SAMPLE)]) == 0
        assert "valid: 1 file, 1 article" in capsys.readouterr().out

    def test_1_for_a_violation(self):
        assert main(["validate", str(FAULTY / "no-article.ttl")]) == 1

    @pytest.mark.parametrize(("fail_on", "status"), [("violation", 0), ("warning", 1), ("info", 1)])
    def test_1_for_what_is_as_severe_as_asked_for(self, thin, fail_on, status):
        assert main(["validate", "--profile", "google", "--fail-on", fail_on, str(thin)]) == status

    def test_2_for_a_file_that_cannot_be_read_while_the_others_are_checked(self, capsys):
        assert main(["validate", str(FAULTY / "broken.ttl"), str(SAMPLE)]) == 2
        said = capsys.readouterr().out
        assert "broken.ttl:3" in said
        assert "1 article" in said

    def test_2_for_shapes_that_cannot_be_used(self, capsys):
        assert main(["validate", str(SAMPLE), "--shapes", str(ROOT / "tests/shapes/context.ttl")]) == 2
        assert "no shape has a target" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            ([], "nothing to check"),
            ([str(SAMPLE), "--format", "xml"], "unknown format 'xml'"),
            ([str(SAMPLE), "--format", "text", "--format", "json"], "would mix"),
            ([str(SAMPLE), "--context", "https://x.example/"], "URL=FILE"),
            ([str(SAMPLE), "--context", "https://x.example/=missing.jsonld"], "missing.jsonld"),
            ([str(SAMPLE), "--shapes", "a.ttl", "--profile", "google"], "--add-shapes"),
            ([str(SAMPLE), "--format", "json:no/such/folder/report.json"], "cannot be written"),
            ([str(SAMPLE), "--format", "json:same", "--format", "html:./same"], "json and html would mix in ./same"),
            ([str(SAMPLE), "--format", f"turtle:{SAMPLE}"], "would be checked and overwritten"),
        ],
    )
    def test_2_for_usage_that_makes_no_sense(self, arguments, words, capsys):
        assert main(["validate", *arguments]) == 2
        assert words in capsys.readouterr().err

    def test_3_for_a_fault_of_the_program_which_names_the_file(self, monkeypatch, capsys):
        monkeypatch.setattr("ld.validate.batch.check_file", lambda *_: 1 / 0)
        assert main(["validate", str(SAMPLE)]) == 3
        assert f"while checking {SAMPLE}" in capsys.readouterr().err

    def test_130_when_interrupted_with_what_was_checked(self, interrupted_at_the_second, capsys):
        assert main(["validate", str(SAMPLE), *interrupted_at_the_second]) == 130
        said = capsys.readouterr()
        assert "interrupted: 1 of 3 files" in said.err
        assert "2 files, 1 article" in said.out

    def test_no_format_calls_valid_what_was_interrupted(self, interrupted_at_the_second, tmp_path):
        formats = [f"--format={name}:{tmp_path / name}" for name in FORMATS]
        assert main(["validate", str(SAMPLE), *interrupted_at_the_second, *formats]) == 130
        said = {name: (tmp_path / name).read_text(encoding="utf-8") for name in FORMATS}
        for name in FORMATS:
            assert "2 files were not checked" in said[name]
        for name in ("text", "junit", "github", "html", "markdown"):
            assert "not valid" in said[name]
        assert json.loads(said["json"])["summary"]["conforms"] is False
        assert json.loads(said["jsonl"].splitlines()[-1])["conforms"] is False
        assert json.loads(said["sarif"])["runs"][0]["invocations"] == [{"executionSuccessful": False}]
        assert "sh:conforms false" in said["turtle"]

    def test_1_for_a_store_that_holds_nothing(self, tmp_path, capsys):
        store = str(tmp_path / "store")
        assert main(["publish", str(SAMPLE), "--store", store]) == 0
        assert main(["unpublish", "--store", store, URL]) == 0
        capsys.readouterr()
        assert main(["validate", "--store", store]) == 1
        assert "not valid: 0 files" in capsys.readouterr().out


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
def test_a_signal_ends_all_processes_with_a_summary(tmp_path):
    for number in range(2000):
        (tmp_path / f"{number}.ttl").write_text(f"{SCHEMA}<https://x.example/#{number}> a schema:Article .\n")
    command = [sys.executable, "-m", "ld", "validate", str(tmp_path), "--profile", "google", "--jobs", "2"]
    with running(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "of 2000 files were checked" in said


class TestInput:
    def test_a_folder_a_pattern_and_one_file_can_be_mixed(self, thin, capsys):
        arguments = [str(thin.parent), str(ROOT / "output/*.jsonld"), str(SAMPLE)]
        assert main(["validate", "--profile", "google", *arguments]) == 0
        assert "3 files" in capsys.readouterr().out

    def test_standard_input_is_a_file(self, monkeypatch, capsys):
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(SAMPLE.read_bytes())))
        assert main(["validate", "-", "--profile", "google", "--format", "json"]) == 0
        (file,) = json.loads(capsys.readouterr().out)["files"]
        assert (file["file"], file["articles"]) == ("stdin", 1)

    def test_a_context_can_be_supplied(self, tmp_path):
        (tmp_path / "c.jsonld").write_text('{"@context": {"@vocab": "http://schema.org/"}}', encoding="utf-8")
        page = tmp_path / "page.jsonld"
        page.write_text('{"@context": "https://c.example/", "@type": "Article", "@id": "https://x.example/#a"}')
        assert main(["validate", str(page), "--profile", "google"]) == 2
        supplied = f"https://c.example/={tmp_path / 'c.jsonld'}"
        assert main(["validate", str(page), "--profile", "google", "--context", supplied]) == 0

    def test_the_articles_of_a_store_are_checked_each_by_its_name(self, tmp_path, capsys):
        store = str(tmp_path / "store")
        assert main(["publish", str(SAMPLE), "--store", store]) == 0
        capsys.readouterr()
        assert main(["validate", "--store", store, "--profile", "google", "--format", "json"]) == 0
        (file,) = json.loads(capsys.readouterr().out)["files"]
        assert file["file"].startswith("https://www.straitcourier.example/")
        assert file["articles"] == 1

    def test_graphs_that_the_catalog_does_not_have_are_named_as_not_looked_at(self, tmp_path, capsys):
        store = str(tmp_path / "store")
        assert main(["publish", str(SAMPLE), "--store", store]) == 0
        with EmbeddedStore(Path(store)) as opened:
            opened.update("INSERT DATA { GRAPH <urn:tides> { <urn:a> <urn:b> 1 } . <urn:a> <urn:b> 2 }")
        capsys.readouterr()
        assert main(["validate", "--store", store, "--profile", "google"]) == 0
        said = capsys.readouterr().err
        assert "not looked at, as the catalog of the store does not have them: the default graph, urn:tides" in said


class TestWhatIsBuilt:
    @pytest.fixture
    def out(self, tmp_path, capsys) -> Path:
        story = tmp_path / "story.txt"
        story.write_text(
            "Harbour of Norvik opens again\n\nThe harbour of Norvik opens again on Monday, the port authority said.\n\n"
            '"We have waited long enough," harbour master Ada Quill told reporters on the quay on Monday.\n',
            encoding="utf-8",
        )
        assert main(["build", str(story), "--url", "https://river.example/harbour", "-o", str(tmp_path / "out")]) == 0
        capsys.readouterr()
        return tmp_path / "out"

    def test_an_article_counts_once_however_many_files_it_has(self, out, capsys):
        assert main(["validate", str(out), "--format", "json"]) == 0
        said = json.loads(capsys.readouterr().out)
        assert (said["summary"]["files"], said["summary"]["articles"]) == (3, 1)
        assert [(file["articles"], file["again"]) for file in said["files"]] == [(1, 0), (1, 1), (1, 1)]

    def test_two_articles_are_two_in_one_process_and_in_several(self, out, capsys):
        other = out / "other.ttl"
        other.write_text((out / "story.ttl").read_text("utf-8").replace("/harbour#", "/quay#"), encoding="utf-8")
        for jobs in ("1", "2"):
            main(["validate", str(out), "--jobs", jobs])
            assert "4 files, 2 articles" in capsys.readouterr().out

    def test_a_fault_is_found_in_each_file_of_the_article_that_has_it(self, out, capsys):
        for name in ("story.ttl", "story.jsonld"):
            text = (out / name).read_text("utf-8")
            (out / name).write_text(text.replace("Ada Quill", "<b>Ada Quill</b>"), encoding="utf-8")
        assert main(["validate", str(out), "--format", "json"]) == 1
        said = json.loads(capsys.readouterr().out)
        found = {
            file["file"].rpartition(".")[2]: [result["line"] > 0 for result in file["results"]]
            for file in said["files"]
            if any(result["severity"] == "violation" for result in file["results"])
        }
        assert found.keys() == {"ttl", "jsonld"}
        assert all(all(lines) for lines in found.values())
        assert said["summary"]["articles"] == 1

    def test_the_report_says_what_each_file_was_held_to(self, out, capsys):
        page = out / "page.html"
        page.write_text(
            '<!doctype html><script type="application/ld+json">'
            '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Harbour"}</script>',
            encoding="utf-8",
        )
        assert main(["validate", str(out), "--format", "text", "--format", f"json:{out / 'r.json'}"]) == 0
        said = capsys.readouterr().out
        assert f"checked against article-ld: {out / 'story.ttl'}, " in said
        assert f"checked against google and schema-org: {page}\n" in said
        files = json.loads((out / "r.json").read_text("utf-8"))["files"]
        assert {tuple(file["profiles"]) for file in files} == {("article-ld",), ("google", "schema-org")}
        assert {tuple(result["profiles"]) for file in files for result in file["results"]} <= {
            ("article-ld",),
            ("google", "schema-org"),
        }

    def test_every_report_for_people_says_what_was_checked_against_what(self, out, capsys):
        for name in ("text", "html", "markdown", "junit"):
            main(["validate", str(out), "--format", name, "--profile", "google", "--profile", "article-ld"])
            assert "checked against google and article" in capsys.readouterr().out


class TestOutput:
    def test_several_formats_go_to_files_at_once(self, thin, tmp_path, capsys):
        formats = [f"--format={name}:{tmp_path / name}" for name in FORMATS]
        assert main(["validate", "--profile", "google", str(thin), *formats]) == 0
        assert capsys.readouterr().out == ""
        assert all((tmp_path / name).read_text(encoding="utf-8") for name in FORMATS)

    def test_one_format_may_go_to_the_screen_beside_those_in_files(self, thin, tmp_path, capsys):
        report = tmp_path / "report.json"
        assert (
            main(["validate", "--profile", "google", str(thin), "--format", "text", "--format", f"json:{report}"]) == 0
        )
        assert "thin.ttl:2:1: warning" in capsys.readouterr().out
        assert json.loads(report.read_text(encoding="utf-8"))["summary"]["warnings"] == 3

    def test_a_report_in_a_folder_that_is_checked_is_no_part_of_the_check(self, thin, capsys):
        arguments = ["validate", "--profile", "google", str(thin.parent), "--format", f"html:{thin.parent / 'r.html'}"]
        assert [main(arguments), main(arguments)] == [0, 0]
        (thin.parent / "thin.ttl").unlink()
        assert main(arguments) == 2
        assert "nothing to check but the reports themselves" in capsys.readouterr().err

    def test_a_terminal_that_takes_no_colour_gets_none(self, monkeypatch):
        monkeypatch.delenv("NO_COLOR", raising=False)
        coloured = {}
        for term in ("xterm", "dumb"):
            monkeypatch.setenv("TERM", term)
            terminal = io.StringIO()
            monkeypatch.setattr(terminal, "isatty", lambda: True, raising=False)
            monkeypatch.setattr("sys.stdout", terminal)
            main(["validate", str(FAULTY / "no-article.ttl")])
            coloured[term] = "\x1b[" in terminal.getvalue()
        assert coloured == {"xterm": True, "dumb": False}

    @pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
    def test_the_verdict_stands_though_nobody_reads_on(self):
        command = [sys.executable, "-m", "ld", "validate", *(str(FAULTY / "no-article.ttl") for _ in range(3))]
        with running(command, stdout=subprocess.PIPE) as process:
            process.stdout.close()
            assert process.wait(timeout=60) == 1

    def test_the_engines_say_the_same(self, thin, capsys):
        said = set()
        for engine in ("auto", "compiled", "pyshacl"):
            main(["validate", "--profile", "google", "--engine", engine, str(thin)])
            said.add(capsys.readouterr().out)
        assert len(said) == 1


def test_what_the_command_offers_is_what_there_is():
    assert set(validate.FORMATS) == set(FORMATS)
    assert validate.PROFILES == PROFILES


class TestShapes:
    def test_the_table_in_the_documents_is_that_of_the_shapes(self, capsys):
        assert main(["shapes", "list", "--format", "markdown"]) == 0
        assert capsys.readouterr().out == (ROOT / "docs/shapes.md").read_text(encoding="utf-8")

    def test_every_message_of_our_shapes_is_listed(self, capsys):
        main(["shapes", "list", "--profile", "google"])
        said = capsys.readouterr().out
        files = (ROOT / "shapes/profiles/google").glob("*.ttl")
        messages = [line for file in files for line in file.read_text().splitlines() if "sh:message" in line]
        assert len(messages) == said.count("\n      ")

    def test_our_shapes_have_no_problem(self, capsys):
        assert main(["shapes", "lint"]) == 0
        assert "no problem" in capsys.readouterr().out

    def test_a_problem_is_named_with_its_file_and_shape(self, tmp_path, capsys):
        path = tmp_path / "mine.ttl"
        path.write_text(
            "@prefix sh: <http://www.w3.org/ns/shacl#> . <x:#S> sh:targetClas <http://schema.org/Article> ."
        )
        assert main(["shapes", "lint", str(path)]) == 1
        assert "mine.ttl: S: " in capsys.readouterr().out

    def test_ones_own_shapes_need_not_be_as_strict_as_ours(self, capsys):
        path = str(ROOT / "tests/faults/book-shapes.ttl")
        assert main(["shapes", "lint", path]) == 0
        assert main(["shapes", "lint", "--strict", path]) == 1
        assert "must have exactly one sh:name" in capsys.readouterr().out
