"""The container: what can be known of it without an engine that builds it; CI builds and runs it."""

import re
from pathlib import Path

import pytest
import yaml

from ld.cli import whole_parser

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "container"
SERVICES = yaml.safe_load((FOLDER / "compose.yaml").read_text(encoding="utf-8"))["services"]


def test_what_is_copied_is_there_and_not_kept_out():
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (FOLDER / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    named = [path for line in copied for path in line.split() if path != "."]
    let_in = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert named
    assert all((ROOT / path).is_file() and f"!{path}" in let_in for path in named)


def test_what_the_wheel_is_built_from_is_let_in():
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[:1] == "!"}
    assert {"ld", "shapes", "knowledge", "hatch_build.py", "pyproject.toml", "README.md", "LICENSE"} <= let_in


@pytest.mark.parametrize("name", ["serve", "publish"])
def test_the_commands_of_the_services_are_ones_that_the_program_takes(name):
    assert whole_parser().parse_args(SERVICES[name]["command"]).run


@pytest.mark.parametrize("name", SERVICES)
def test_no_service_writes_to_its_own_root(name):
    assert SERVICES[name]["read_only"] is True


def test_only_this_machine_reaches_the_server_and_nobody_the_store():
    assert SERVICES["serve"]["ports"] == ["127.0.0.1:8080:8080"]
    assert "ports" not in SERVICES["fuseki"]


def test_the_store_is_the_one_that_is_tested():
    tested = re.search(r"^fuseki=(\S+)", (ROOT / ".ci/install-stores").read_text(encoding="utf-8"), re.MULTILINE)[1]
    assert set(re.findall(r"fuseki-server[:-](\d[\d.]+\d)", (FOLDER / "fuseki/Dockerfile").read_text())) == {tested}
