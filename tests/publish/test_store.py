"""Opening a store from its name, and stores that other packages bring."""

import importlib
import re
import sys
from pathlib import Path

import pytest
from publish.articles import an_article

from ld.cli import main
from ld.errors import StoreError
from ld.publish import open_store, publish
from ld.publish.gsp import GspStore
from ld.publish.http import HttpStore

PAGE = Path(__file__).resolve().parents[2] / "docs/stores.md"
SERVER = "http://store.example"


@pytest.fixture
def newsroom_stores(tmp_path, monkeypatch):
    """The example of docs/stores.md as an installed package, with its entry point."""
    page = PAGE.read_text(encoding="utf-8")
    code, (name, value) = (
        re.search(r"```python\n(.*?)```", page, re.DOTALL)[1],
        re.search(r'stores"\]\n(\w+) = "(.*?)"', page).groups(),
    )
    (tmp_path / "newsroom_stores.py").write_text(code, encoding="utf-8")
    about = tmp_path / "newsroom_stores-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: newsroom-stores\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[article_ld.stores]\n{name} = {value}\n")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()
    yield
    sys.modules.pop("newsroom_stores", None)


@pytest.mark.usefixtures("newsroom_stores")
def test_a_store_that_another_package_brings_is_opened_by_its_kind(capsys):
    with open_store("memory:press") as store:
        assert publish([an_article(1), an_article(2)], store).new == [an_article(1).name, an_article(2).name]
    with open_store("memory:press") as store:
        outcome = publish([an_article(1), an_article(2, "2")], store)
    assert (outcome.unchanged, outcome.replaced) == ([an_article(1).name], [an_article(2).name])
    assert main(["unpublish", an_article(1).name, "--store", "memory:press"]) == 0
    assert main(["dump", "--store", "memory:press"]) == 0
    assert f"<{an_article(2).name}> ." in capsys.readouterr().out


@pytest.mark.usefixtures("newsroom_stores")
def test_a_store_that_cannot_load_in_bulk_says_so():
    with open_store("memory:bulk") as store, pytest.raises(StoreError, match="no way to load N-Quads in bulk"):
        store.load([])


@pytest.mark.usefixtures("newsroom_stores")
def test_a_query_that_gives_no_table_is_no_select():
    with open_store("memory:ask") as store, pytest.raises(StoreError, match="no table"):
        store.select("ASK { ?s ?p ?o }")


def test_a_kind_that_nobody_brings_is_refused():
    with pytest.raises(StoreError, match="no kind of store is registered as 'nostore'"):
        open_store("nostore://somewhere")


def test_what_is_no_kind_of_store_is_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with open_store("press:archive"):
        assert (tmp_path / "press:archive").is_dir()


def test_the_endpoints_tell_how_a_store_is_written_to():
    with open_store(SERVER, gsp=f"{SERVER}/store") as by_graphs, open_store(SERVER) as by_updates:
        assert type(by_graphs) is GspStore
        assert type(by_updates) is HttpStore


def test_a_store_is_written_to_in_one_way_only():
    with pytest.raises(StoreError, match="by updates or by graphs"):
        open_store(SERVER, update=f"{SERVER}/update", gsp=f"{SERVER}/store")


@pytest.mark.parametrize("way", ["update", "gsp"])
def test_an_endpoint_to_write_to_needs_one_to_ask(way):
    with pytest.raises(StoreError, match="where do queries go"):
        open_store("store", **{way: f"{SERVER}/write"})
    with open_store("store", query=f"{SERVER}/query", **{way: f"{SERVER}/write"}) as store:
        assert isinstance(store, HttpStore)
