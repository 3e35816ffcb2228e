"""The project's own workflows and forms: what they name exists."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / ".github").rglob("*.yml"))
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORMS = sorted(path for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")


def read(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps(workflow):
    return [step for job in read(workflow)["jobs"].values() for step in job.get("steps", ())]


def named(path):
    return path.name


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=named)
def test_every_command_of_a_workflow_names_what_exists(workflow):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(VENV)", ".venv")
    targets = set(re.findall(r"^([\w./-]+):", makefile, flags=re.MULTILINE))
    commands = "\n".join(step.get("run", "") for step in steps(workflow))
    assert set(re.findall(r"\bmake ([\w./-]+)", commands)) <= targets
    files = re.findall(r"(?<![\w./])(?:\.ci|tests)/[\w./-]+|requirements[\w-]*\.lock", commands)
    assert [name for name in files if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=named)
def test_a_workflow_uses_actions_of_a_fixed_commit_and_workflows_that_exist(workflow):
    used = [step["uses"] for step in steps(workflow) if "uses" in step]
    called = [job["uses"] for job in read(workflow)["jobs"].values() if "uses" in job]
    assert [action for action in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action)] == []
    assert [name for name in called if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=named)
def test_a_workflow_may_only_read_unless_a_job_says_more(workflow):
    assert read(workflow)["permissions"] == {"contents": "read"}


def test_the_tests_run_on_every_version_of_python_that_the_package_names():
    classifiers = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    matrix = read(ROOT / ".github/workflows/checks.yml")["jobs"]["tests"]["strategy"]["matrix"]
    assert matrix["python"] == re.findall(r'"Programming Language :: Python :: (3\.\d+)"', classifiers)


@pytest.mark.parametrize("form", FORMS, ids=named)
def test_a_form_asks_for_input_result_and_right_result(form):
    required = {part.get("id") for part in read(form)["body"] if part.get("validations", {}).get("required")}
    asked = {part.get("id") for part in read(form)["body"]}
    assert {"result", "right"} <= required
    assert {"input", "command"} <= asked


@pytest.mark.parametrize("file", FILES, ids=named)
def test_no_file_of_the_forge_needs_the_address_of_a_package_host(file):
    hosts = set(re.findall(r"https?://([\w.-]+)", file.read_text(encoding="utf-8")))
    assert hosts <= {"github.com"}
