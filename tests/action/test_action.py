"""The composite action's own steps, run as a runner runs them: as shell, with its files and its environment."""

import json
import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = ACTION["runs"]["steps"]
GOLDEN = Path(__file__).parent / "annotations.txt"
EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")

SHAPES = """\
@prefix : <https://house.example/shapes#> .
@prefix schema: <http://schema.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .

:Article a sh:NodeShape ; sh:targetClass schema:NewsArticle ; sh:property :headline, :keywords .
:headline a sh:PropertyShape ; sh:path schema:headline ; sh:maxLength 20 ;
    sh:message "Shorten the headline: 100%, no less, fits: 20 characters." .
:keywords a sh:PropertyShape ; sh:path schema:keywords ; sh:minCount 1 ; sh:severity sh:Warning ;
    sh:message "Give keywords." .
"""
VALID = """\
@prefix schema: <http://schema.org/> .
<https://paper.example/calm> a schema:NewsArticle ;
    schema:headline "Calm at sea" ;
    schema:keywords "sea" .
"""
FAULTY = """\
@prefix schema: <http://schema.org/> .

<https://paper.example/harbor> a schema:NewsArticle ;
    schema:headline "The harbor, closed since spring, opens again" .
"""
TORN = "<https://paper.example/torn> a\n"


class Runner:
    """A workspace, and what a run of the action leaves behind."""

    def __init__(self, folder: Path, installation: Path) -> None:
        self.workspace = folder / "repository, with blanks"
        self.temporary = installation
        self.printed = self.summary = ""
        self.outputs: dict[str, str] = {}
        self.status = 0
        (self.workspace / "news").mkdir(parents=True)
        (self.workspace / ".git").mkdir()
        (self.workspace / "house.ttl").write_text(SHAPES, encoding="utf-8")

    def write(self, **files: str) -> None:
        for name, text in files.items():
            (self.workspace / "news" / f"{name}.ttl").write_text(text, encoding="utf-8")

    def run(self, cache_hit: str = "false", **inputs: str) -> int:
        """The exit code of the action's first failing step with these inputs; hyphens are written as underscores."""
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        known = {f"inputs.{name}": spec.get("default", "") for name, spec in ACTION["inputs"].items()}
        known |= {f"inputs.{name}": value for name, value in given.items()}
        known |= {"steps.python.outputs.python-path": sys.executable, "steps.cache.outputs.cache-hit": cache_hit}
        summary = self.workspace.parent / "summary.md"
        summary.touch()
        for step in STEPS:
            if "run" in step and self._is_wanted(step, known) and not self.status:
                self.step(step, known, summary)
        self.summary = summary.read_text("utf-8")
        self.outputs = {name: _filled(spec["value"], known) for name, spec in ACTION["outputs"].items()}
        return self.status

    def _is_wanted(self, step, known) -> bool:
        if "if" not in step:
            return True
        name, operator, value = step["if"].split()
        assert operator == "!="
        return known[name] != value.strip("'")

    def step(self, step, known, summary: Path) -> None:
        outputs = self.workspace.parent / "outputs"
        outputs.write_text("", encoding="utf-8")
        environment = {
            **os.environ,
            # what the wheel needs comes from where the tests run, nothing from a registry
            "PYTHONPATH": sysconfig.get_path("purelib"),
            "PIP_NO_INDEX": "1",
            "PIP_NO_BUILD_ISOLATION": "0",
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_OUTPUT": str(outputs),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_WORKSPACE": str(self.workspace),
            "RUNNER_TEMP": str(self.temporary),
            "RUNNER_OS": "Linux",
            "RUNNER_ARCH": "X64",
            **{name: _filled(value, known) for name, value in step.get("env", {}).items()},
        }
        assert step["shell"] == "bash"
        run = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.workspace,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        self.printed += run.stdout + run.stderr
        self.status = run.returncode
        for line in outputs.read_text("utf-8").splitlines():
            name, _, value = line.partition("=")
            known[f"steps.{step['id']}.outputs.{name}"] = value


def _filled(text: str, known: dict[str, str]) -> str:
    return EXPRESSION.sub(lambda match: known.get(match[1], ""), text)


@pytest.fixture(scope="module")
def installation(tmp_path_factory):
    """A runner's temporary folder, in which the action has installed article-ld once, from its own files."""
    folder = tmp_path_factory.mktemp("temporary")
    runner = Runner(tmp_path_factory.mktemp("first"), folder)
    runner.write(calm=VALID)
    assert runner.run(shapes="house.ttl", paths="news") == 0, runner.printed
    return folder


@pytest.fixture
def runner(tmp_path, installation):
    return Runner(tmp_path, installation)


def test_the_annotations_of_a_run_are_those_on_record(runner):
    runner.write(calm=VALID, harbor=FAULTY, torn=TORN)
    runner.run(cache_hit="true", shapes="house.ttl", paths="news")
    assert runner.printed == GOLDEN.read_text("utf-8")


def test_a_valid_workspace_passes(runner):
    runner.write(calm=VALID)
    assert runner.run(cache_hit="true", shapes="house.ttl", paths="news") == 0
    assert runner.outputs["conforms"] == "true"
    assert (runner.outputs["violations"], runner.outputs["warnings"]) == ("0", "0")


def test_a_violation_fails_the_step_and_the_outputs_say_so(runner):
    runner.write(calm=VALID, harbor=FAULTY)
    assert runner.run(cache_hit="true", shapes="house.ttl", paths="news") == 1
    assert runner.outputs["conforms"] == "false"
    assert (runner.outputs["violations"], runner.outputs["warnings"]) == ("1", "1")


def test_the_bar_decides_whether_a_warning_fails(runner):
    runner.write(harbor=FAULTY.replace(", closed since spring, opens again", ""))
    assert runner.run(cache_hit="true", shapes="house.ttl", paths="news") == 0
    assert runner.run(cache_hit="true", shapes="house.ttl", paths="news", fail_on="warning") == 1


def test_a_file_that_cannot_be_read_is_bad_input(runner):
    runner.write(torn=TORN)
    assert runner.run(cache_hit="true", shapes="house.ttl", paths="news") == 2
    assert runner.outputs["conforms"] == "false"


def test_shapes_that_cannot_be_read_are_bad_input_and_nothing_is_reported(runner):
    runner.write(calm=VALID)
    assert runner.run(cache_hit="true", shapes="missing.ttl", paths="news") == 2
    assert runner.outputs == {"conforms": "false", "violations": "", "warnings": "", "report": ""}
    assert "::error title=article-ld::No report was made" in runner.printed


def test_the_summary_of_the_job_tells_the_verdict_and_the_faults(runner):
    runner.write(harbor=FAULTY)
    runner.run(cache_hit="true", shapes="house.ttl", paths="news")
    assert runner.summary.startswith("### ❌ article-ld: not valid: 1 file")
    assert "| news/harbor&#46;ttl&#58;4&#58;" in runner.summary


def test_the_report_is_the_json_document(runner):
    runner.write(harbor=FAULTY)
    runner.run(cache_hit="true", shapes="house.ttl", paths="news")
    assert json.loads(Path(runner.outputs["report"]).read_text("utf-8"))["summary"]["violations"] == 1


def test_sarif_is_written_where_it_is_asked_for(runner):
    runner.write(harbor=FAULTY)
    runner.run(cache_hit="true", shapes="house.ttl", paths="news", sarif_file="found here.sarif")
    log = json.loads((runner.workspace / "found here.sarif").read_text("utf-8"))
    result = log["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "news/harbor.ttl"


def test_without_paths_the_settings_say_what_is_checked_and_else_everything_is(runner):
    runner.write(calm=VALID, harbor=FAULTY)
    (runner.workspace / "pyproject.toml").write_text('[tool.article-ld.validate]\npaths = ["news/calm.ttl"]\n')
    assert runner.run(cache_hit="true", shapes="house.ttl") == 0
    (runner.workspace / "pyproject.toml").unlink()
    assert runner.run(cache_hit="true", shapes="house.ttl") == 1


def test_what_was_known_before_is_set_aside(runner):
    runner.write(harbor=FAULTY)
    assert runner.run(cache_hit="true", shapes="house.ttl", paths="news") == 1
    Path(runner.outputs["report"]).rename(runner.workspace / "known.json")
    runner.status = 0
    assert runner.run(cache_hit="true", shapes="house.ttl", paths="news", baseline="known.json") == 0


def test_rules_are_set_aside_one_a_line(runner):
    runner.write(harbor=FAULTY)
    ignored = "https://house.example/shapes#headline\nkeywords\n"
    assert runner.run(cache_hit="true", shapes="house.ttl", paths="news", ignore=ignored) == 0
    assert runner.outputs["warnings"] == "0"


def test_what_the_action_needs_is_installed_in_the_versions_of_the_lock(installation):
    pinned = (installation / "article-ld-constraints.txt").read_text("utf-8").splitlines()
    lock = (ROOT / "core.lock").read_text("utf-8")
    assert "pyoxigraph" in {line.partition("==")[0] for line in pinned}
    assert all(f"{line} " in f"{lock} " for line in pinned)


def test_each_line_of_the_paths_is_one_path(runner):
    runner.write(calm=VALID, **{"two words": VALID.replace("calm", "quiet"), "harbor": FAULTY})
    assert runner.run(cache_hit="true", shapes="house.ttl", paths="news/calm.ttl\n\nnews/two words.ttl\n") == 0


@pytest.mark.parametrize("name", ["paths", "shapes", "profile", "fail_on", "sarif_file", "version"])
def test_no_input_is_ever_run(runner, name):
    runner.write(calm=VALID)
    inputs = {"shapes": "house.ttl", "paths": "news", name: "$(touch run)`touch run`; touch run #'\" & touch run"}
    runner.run(cache_hit="true" if name != "version" else "false", **inputs)
    assert not (runner.workspace / "run").exists()


def test_a_version_that_is_none_is_refused_before_anything_is_installed(tmp_path):
    runner = Runner(tmp_path, tmp_path / "temporary")
    assert runner.run(version="--index-url=https://elsewhere.example") == 2
    assert not (tmp_path / "temporary").exists()


def test_what_is_cached_has_another_key_for_another_version(runner):
    keys = set()
    for version in ("1.2.3", "1.2.4", ""):
        known = {"steps.python.outputs.python-path": sys.executable, "inputs.version": version}
        runner.step(next(step for step in STEPS if step.get("id") == "installation"), known, runner.workspace / "s")
        keys.add(known["steps.installation.outputs.key"])
    assert len(keys) == 3


def test_no_script_holds_an_expression():
    assert not [step for step in STEPS if "${{" in step.get("run", "")]


def test_actions_of_others_are_pinned_by_their_commit():
    used = [step["uses"] for step in STEPS if "uses" in step]
    assert used
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", name) for name in used)
