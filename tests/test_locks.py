"""The locks: what is installed, to the byte, and from nowhere in particular."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ["core.lock", "requirements.lock", ".ci/spark.lock", "container/requirements.lock"]


def pins(lock: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Version and hashes of each package that *lock* names."""
    blocks = re.split(r"^(?=\w)", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)
    named = (re.match(r"([\w.-]+)==([^\s;]+)", block) for block in blocks)
    return {name[1]: (name[2], frozenset(re.findall(r"sha256:[0-9a-f]{64}", name.string))) for name in named if name}


def test_the_demo_is_shown_with_the_versions_that_are_tested():
    core, everything = pins("core.lock"), pins("requirements.lock")
    assert {name: pin for name, pin in core.items() if everything.get(name) != pin} == {}


def test_the_demo_installs_what_the_program_needs():
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert {re.match(r"[\w-]+", requirement)[0] for requirement in needed} <= set(pins("core.lock"))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_by_hashes_and_holds_no_address(lock):
    assert all(hashes for _, hashes in pins(lock).values())
    assert not re.search(r"https?:|^-", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE)
