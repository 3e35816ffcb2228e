"""The tutorials, done as a reader does them: in an empty folder, with nothing but what the page says."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from publish.servers import MissingError, fuseki_memory

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([ROOT / "docs/start.md", *ROOT.glob("docs/tutorials/*.md")])
FUSEKI = "http://localhost:3030/ds"


class Block(NamedTuple):
    """A fenced block of a page: its language, the file that it is (else ""), and what it says."""

    language: str
    file: str
    text: str


def blocks(page: Path) -> list[Block]:
    found = re.findall(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', page.read_text(encoding="utf-8"), re.M | re.S)
    return [Block(*each) for each in found]


def commands(block: Block) -> Iterator[tuple[str, str]]:
    """Each command of a console, and the output that the page shows below it."""
    for piece in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        command, _, shown = piece.partition("\n")
        yield command, shown
