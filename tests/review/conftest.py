"""A real desk over the invented articles, built from texts as in a newsroom."""

import threading
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from fixtures_browser import browser  # noqa: F401 - pytest finds fixtures by their names here
from report.conftest import axe  # noqa: F401
from review.articles import ITEMS, TEXTS, URL

from ld.cli import main
from ld.kb.build import build_kb
from ld.kb.tables import write_json
from ld.read.facts_json import read_facts
from ld.review import Desk, Ledger
from ld.review.knowledge import Knowledge
from ld.review.server import listening

HOUSE = "https://id.harbour.example/"


class Newsroom(NamedTuple):
    """A folder with texts, a knowledge base, and the table of corrections that the desk writes."""

    folder: Path

    @property
    def links(self) -> Path:
        """The table of corrections."""
        return self.folder / "links.csv"

    @property
    def kb(self) -> Path:
        """The newsroom's own knowledge base."""
        return self.folder / "news.kb"

    def build(self, into: str):
        """The facts of all articles by name, as ``build`` makes them with the decisions so far."""
        links = ["--links", str(self.links)] if self.links.exists() else []
        for name in TEXTS:
            text = str(self.folder / f"{name}.txt")
            options = ["--url", URL + name, "--date", "2026-11-02", "--kb", str(self.kb), *links]
            assert main(["build", text, "-o", str(self.folder / into), *options]) == 0
        return {
            name: read_facts((self.folder / into / f"{name}.facts.json").read_text(encoding="utf-8")) for name in TEXTS
        }

    @contextmanager
    def desk(self, who="Nora Quist"):
        """The address of a desk over the articles as first built."""
        if not (self.folder / "first").exists():
            self.build("first")
        facts = [
            read_facts((self.folder / "first" / f"{name}.facts.json").read_text(encoding="utf-8")) for name in TEXTS
        ]
        with Knowledge(self.kb, house=HOUSE) as knowledge:
            desk = Desk(facts, Ledger(self.links, who), knowledge)
            with listening(desk, port=0) as ready:
                thread = threading.Thread(target=ready.run)
                thread.start()
                try:
                    yield ready.home
                finally:
                    ready.server.should_exit = True
                    thread.join()


@pytest.fixture
def newsroom(tmp_path):
    """The texts of the ten articles, and a knowledge base with some of their people."""
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    items = tmp_path / "items.jsonl"
    items.write_text("".join(f"{write_json(item)}\n" for item in ITEMS), encoding="utf-8")
    build_kb([items], tmp_path / "news.kb")
    return Newsroom(tmp_path)
