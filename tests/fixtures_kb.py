"""Fixtures: small knowledge bases of invented people."""

from contextlib import ExitStack

import pytest

from ld.kb import Item, Position, open_kb
from ld.kb.build import build_kb
from ld.kb.tables import write_json


@pytest.fixture
def opened():
    """The knowledge base of a file, open while the test runs."""
    with ExitStack() as all_opened:
        yield lambda path: all_opened.enter_context(open_kb(path))


@pytest.fixture
def make_kb(tmp_path, opened):
    """A knowledge base of these items, open while the test runs."""

    def make(*items: Item):
        source = tmp_path / "items.jsonl"
        source.write_text("".join(f"{write_json(item)}\n" for item in items), encoding="utf-8")
        build_kb([source], tmp_path / "items.kb")
        return opened(tmp_path / "items.kb")

    return make


@pytest.fixture
def person():
    """An invented person: an ID, a name, posts with country, start and end, and any other fields."""

    def make(qid: str, label: str, *posts: tuple[str, str, str, str | None], **stated) -> Item:
        positions = tuple(Position(title=t, country=c, start=s, end=e) for t, c, s, e in posts)
        return Item(qid=qid, kind="person", label=label, positions=positions, **stated)

    return make
