"""Tests that need a browser or Node programs are skipped without them, unless they are required to run."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from fixtures_browser import browser  # noqa: F401 - pytest finds fixtures by their names here
from web.required import missing

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def node():
    """Runs a script of this folder on a value; input and output are JSON."""
    program = shutil.which("node")
    if not program:
        missing("no node: apt-get install nodejs npm")
    if not (HERE / "node_modules").is_dir():
        missing("no packages of npm: npm ci --prefix tests/web")

    def run(script: str, value: object) -> object:
        done = subprocess.run(
            [program, HERE / script], input=json.dumps(value), capture_output=True, check=True, encoding="utf-8"
        )
        return json.loads(done.stdout)

    return run
