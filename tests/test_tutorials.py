"""The tutorials, done as a reader does them: in an empty folder, with nothing but what the page says."""

import shutil

import pytest
from publish.servers import MissingError, fuseki_memory
from shown import ROOT, blocks, commands, matches, reader  # noqa: F401 - pytest finds fixtures by their names here

PAGES = sorted([ROOT / "README.md", ROOT / "docs/start.md", *ROOT.glob("docs/tutorials/*.md")])
FUSEKI = "http://localhost:3030/ds"
NEEDED = {
    "README": [],
    "start": ["networkx"],
    "archive": ["pyarrow", "rensa", "trafilatura"],
    "ci": ["trafilatura"],
    "pages": ["django"],
}
"""Packages without which a page cannot be followed."""

ELSEWHERE = {
    "python3 -m",  # an environment of the reader's own
    ". .venv/bin/activate",
    "pip install",  # .ci/smoke-wheel installs the package with each extra
    "curl -O",
    "java -jar",  # the fixture "home" starts it
    "python news.py",
    "git clone",
    "scp -r",
    "scp json-ld/*.jsonld",
    "article-ld publish",
    "article-ld serve",  # tests/serve
}
"""The beginnings of commands that pages show and this test does not run."""


@pytest.fixture
def home(request, tmp_path):
    """The address of the store in the page's commands, and where it really is."""
    if FUSEKI not in request.node.callspec.params["page"].read_text(encoding="utf-8"):
        yield lambda text: text, lambda text: text
        return
    (tmp_path / "fuseki").mkdir()
    try:
        with fuseki_memory(tmp_path / "fuseki") as served:
            yield lambda text: text.replace(FUSEKI, served.location), lambda text: text.replace(served.location, FUSEKI)
    except MissingError as reason:
        pytest.skip(f"the store of the tutorial: {reason}")


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash to run commands with")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_gives_what_the_page_shows(page, reader, home):  # noqa: F811 - the argument is the fixture
    for module in NEEDED[page.stem]:
        pytest.importorskip(module)
    away, back = home
    done = 0
    for block in blocks(page):
        if block.file:
            file = reader.folder / block.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(away(block.text), encoding="utf-8")
        for command, shown in commands(block) if block.language == "console" else ():
            status, said = reader(away(command))
            assert status == 0, f"{command}\n{said}"
            assert not shown or matches(shown, back(said)), f"{command}\n{said}"
            done += 1
    assert done > 2


def test_what_is_not_run_here_is_known_to_be_run_elsewhere_or_to_need_the_network():
    shell = {
        line.split(" ")[0] + " " + line.split(" ")[1]
        for page in PAGES
        for block in blocks(page)
        if block.language == "sh"
        for line in block.text.splitlines()
    }
    assert shell == ELSEWHERE


def test_output_with_another_line_is_not_what_the_page_shows():
    assert matches("1 new\n…\n", "1 new\nin the store\n")
    assert not matches("1 new\n", "2 new\n")
    assert not matches("1 new\n", "1 new\nin the store\n")
