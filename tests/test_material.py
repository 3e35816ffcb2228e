"""Tests that need what others wrote do not pass in silence where it is not."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CASE = """
import pytest
from material import Material

TIDES = Material("tables of the tides", "tides.csv", "lay yours in {path}")

@pytest.mark.material(TIDES)
@pytest.mark.parametrize("line", TIDES.path.read_text().splitlines() if TIDES.path.exists() else [])
def test_each_line(line):
    assert line == "high"

def test_another():
    pass
"""


@pytest.fixture
def tests(tmp_path):
    """Runs a suite of our kind in a clone that holds no material, and gives its exit code and what it says."""
    (tmp_path / "clone/tests").mkdir(parents=True)
    for name in ("conftest.py", "material.py"):
        shutil.copy(HERE / name, tmp_path / "clone/tests" / name)
    (tmp_path / "clone/tests/test_tides.py").write_text(CASE)
    (tmp_path / "clone/pytest.ini").write_text("[pytest]\npythonpath = tests\naddopts = -q --strict-markers\n")

    def run(*options: str) -> tuple[int, list[str]]:
        command = [sys.executable, "-m", "pytest", "tests", "-p", "no:cacheprovider", *options]
        environment = {**os.environ, "PYTHONPATH": str(HERE.parent)}
        done = subprocess.run(
            command, cwd=tmp_path / "clone", env=environment, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout.splitlines()

    return run


def test_what_lacks_is_named_in_the_last_lines_with_how_to_get_it(tests):
    code, said = tests()
    assert code == 0
    assert said[-2] == "NOT TESTED: 1 test: tables of the tides are not here: lay yours in .material/tides.csv"
    assert said[-1].startswith("1 passed, 1 skipped")


def test_what_lacks_is_a_failure_where_it_must_be_there(tests):
    code, said = tests("--with-corpora")
    assert code == 1
    assert "tables of the tides are not here" in "\n".join(said)


@pytest.mark.parametrize("folder", ["clone/.material", "shared"])
def test_what_is_there_is_tested(tests, tmp_path, folder):
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "tides.csv").write_text("high\nhigh\n")
    code, said = tests("--with-corpora")
    assert code == 0
    assert said[-1].startswith("3 passed")
