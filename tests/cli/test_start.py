"""A command loads what it needs and nothing else, so that it answers at once."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "output/un-command-meeting.ttl"
LOADED = """
import json, sys
from ld.cli import main
try:
    status = main(sys.argv[1:])
except SystemExit as ended:
    status = ended.code
print(json.dumps([status, sorted(sys.modules)]), file=sys.stderr)
"""
HEAVY = {
    "rdflib",
    "pyshacl",
    "requests",
    "multiprocessing",
    "trafilatura",
    "ld.extract",
    "ld.link",
    "ld.mapping",
    "ld.pipeline",
    "ld.read",
}


def loaded(*arguments: str) -> set[str]:
    """The modules that were loaded by a command that went well."""
    done = subprocess.run([sys.executable, "-c", LOADED, *arguments], capture_output=True, text=True, check=True)
    status, modules = json.loads(done.stderr)
    assert status == 0
    return set(modules)


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("validate", "--help"), ("explain", "--help")])
def test_help_loads_no_step(arguments):
    assert not loaded(*arguments) & (
        HEAVY | {"msgspec", "pyoxigraph", "importlib.metadata", "ld.validate", "ld.publish", "ld.web", "ld.serve"}
    )


def test_a_text_is_linked_without_what_reads_pages(tmp_path):
    story = tmp_path / "story.txt"
    story.write_text("Ferry pact signed\n\nFrance signed the pact on Tuesday, it said.\n", encoding="utf-8")
    assert not loaded("link", str(story)) & {"ld.read.html", "trafilatura", "rdflib"}


def test_a_file_in_turtle_is_checked_without_what_reads_articles_or_other_formats():
    modules = loaded("validate", str(SAMPLE))
    assert "ld.validate.checking" in modules
    assert not modules & (HEAVY | {"ld.publish", "ld.validate.formats.sarif", "ld.validate.pyshacl_engine"})


def test_a_text_is_built_without_what_reads_xml_and_what_opens_extractors(tmp_path):
    story = tmp_path / "story.txt"
    story.write_text("Ferry pact signed\n\nFrance signed the pact on Tuesday, it said.\n", encoding="utf-8")
    built = loaded("build", "-q", str(story), "-o", str(tmp_path / "built"))
    assert not built & {"xml.etree.ElementTree", "importlib.metadata", "ld.read.html"}


def test_a_command_ends_without_a_search_for_garbage():
    ends = "import gc, ld.__main__ as command\ntry: command.run()\nfinally: print(gc.get_freeze_count() > 0)"
    done = subprocess.run([sys.executable, "-c", ends, "--version"], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "True"
