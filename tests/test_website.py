"""The site of the documents: complete, without a link that leads nowhere, and without a request to another host."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from fixtures_browser import browser  # noqa: F401 - pytest finds fixtures by their names here

from ld.cli import whole_parser
from ld.cli.parser import leaves

ROOT = Path(__file__).resolve().parents[1]
NAVIGATION = tomllib.loads((ROOT / "website/zensical.toml").read_text(encoding="utf-8"))["project"]["nav"]


def named(entries: list[dict]) -> list[str]:
    values = [value for entry in entries for value in entry.values()]
    return [page for value in values for page in (named(value) if isinstance(value, list) else [value])]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The folder of the site; zensical refuses to make it if a link or an anchor is not there."""
    pytest.importorskip("zensical")
    folder = tmp_path_factory.mktemp("website")
    command = [sys.executable, ROOT / "website/build.py", folder, "--pictures", "none"]
    environment = {"PYTHONPATH": str(ROOT), "PATH": str(Path(sys.executable).parent)}
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def test_every_document_is_in_the_navigation():
    assert {path.name for path in (ROOT / "docs").glob("*.md")} <= set(named(NAVIGATION))
    assert {f"tutorials/{path.name}" for path in (ROOT / "docs/tutorials").glob("*.md")} <= set(named(NAVIGATION))


def test_what_the_navigation_names_is_there(site):
    pages = [page for page in named(NAVIGATION) if not page.startswith("https:")]
    made = [str(Path(page).with_suffix(".html")).replace("README", "index") for page in pages]
    assert [page for page in made if not (site / page).exists()] == []


def test_the_reference_has_every_command_with_every_option(site):
    text = (site / "reference/commands.html").read_text(encoding="utf-8")
    for parser in leaves(whole_parser()):
        assert f">{parser.prog.removeprefix('article-ld ')}<" in text
        options = set(re.findall(r"--[a-z-]+", parser.format_usage()))
        assert [name for name in options if name not in text] == []


def test_the_picture_of_the_desk_is_small_and_is_on_its_page(site):
    picture = site / "pictures/desk.png"
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size < 150_000
    assert 'src="pictures/desk.png"' in (site / "review.html").read_text(encoding="utf-8")


def test_links_out_of_the_documents_lead_to_the_repository(site):
    text = (site / "wordpress.html").read_text(encoding="utf-8")
    assert 'href="https://github.com/article-ld/article-ld/blob/main/plugins/wordpress/article-ld"' in text


@pytest.mark.parametrize("page", ["index", "start", "tutorials/archive", "reference/python"])
def test_no_page_asks_another_host(site, browser, page):  # noqa: F811 - the fixture
    asked = []
    tab = browser.new_page()
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto((site / f"{page}.html").as_uri())
    tab.wait_for_load_state("networkidle")
    tab.close()
    assert asked
    assert [address for address in asked if not address.startswith(("file:", "data:", "blob:"))] == []
