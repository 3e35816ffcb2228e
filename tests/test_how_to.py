"""The how-to pages: every command that they show is run on material of the test's own, or it is said why not."""

import bz2
import gzip
import json
import re
import shutil
import signal
import subprocess
from pathlib import Path

import pytest
from shown import ROOT, Block, blocks, commands, matches, reader  # noqa: F401 - pytest finds fixtures by their names

from ld.cli import main

NAMES = "ci container editors extractors install kb knowledge mcp names review scale serve stores web"
PAGES = [ROOT / "docs" / f"{name}.md" for name in NAMES.split()]
NEEDED = {
    "ci": ["trafilatura"],
    "mcp": ["mcp"],
    "review": ["networkx", "starlette"],
    "scale": ["pyarrow", "rensa", "trafilatura", "warcio"],
    "serve": ["starlette"],
    "web": ["trafilatura"],
}
"""Packages without which a page cannot be followed."""

NOT_RUN = {
    "pip ": "the network; .ci/smoke-wheel installs each extra",
    "pipx ": "the network",
    "uv ": "the network",
    "git ": "the network, or a repository of the reader's",
    "hf ": "the network",
    "docker ": "tests/test_container.py",
    "curl ": "tests/serve ask the server",
    "spark-submit ": "a cluster",
    "oxigraph ": "the store's own program; tests/publish/test_stores.py",
    "tdb2.tdbloader ": "the store's own program",
    "isql-vt ": "the store's own program",
    "zcat ": "the store's own program",
    "make ": "hours, and material of others",
    "python knowledge/gather.py": "material of others",
    "article-ld kb fetch": "the network; tests/wikidata",
    "article-ld build story.txt --wikidata": "the network; tests/wikidata",
    "article-ld link story.txt --wikidata --offline": "the cache of the command before it",
    "article-ld build story.txt --kb fresh.kb": "the file of the command before it",
    "article-ld build story.txt --extractor gliner:": "a model of others; tests/extractors",
    "article-ld validate https:": "the network; tests/cli",
    "article-ld validate --sitemap": "the network; tests/cli",
    "article-ld corpus https:": "the network; tests/corpus",
    "article-ld corpus /data": "a cluster; tests/corpus/test_spark.py",
}
"""The beginnings of commands that are not run here, and what they need or what runs them."""
ENDLESS = ("article-ld review", "article-ld serve")
"""Commands that run until they are interrupted."""
STORE = "http://localhost:7878"
STORY = """\
Norway counts its ferries again

Harbor Minister Ada Quill of Norway said on Tuesday that twelve ferries lay in the port of Oslo.

“We have twelve ferries, and no more than thirteen berths,” Quill said.

The talks were led by Nora Marsh, a lawyer from Leeds. Quennish was there on Monday, too, and spoke of ships for long.
"""
PAGE = "<!DOCTYPE html><html lang=en><title>{0}</title><article><h1>{0}</h1>{1}</article></html>"
ITEM = {"type": "item", "id": "Q900001", "labels": {"en": {"language": "en", "value": "Ada Quill"}}, "claims": {}}
PEOPLE = "qid,label,positions\nQ900001,Ada Quill,harbor minister;NO;2020-01-01;\n"


@pytest.fixture(scope="module")
def material(tmp_path_factory):
    """A folder with everything that the pages' commands name."""
    headline, *paragraphs = STORY.strip().split("\n\n")
    page = PAGE.format(headline, "".join(f"<p>{each}</p>" for each in paragraphs * 2))
    line = json.dumps({"text": STORY, "url": "https://harbor-news.example/1"}) + "\n"
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}".encode()
    crawl = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://harbor-news.example/2\r\n"
        "WARC-Date: 2024-09-11T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:4f4f4f4f-0000-4000-8000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    ).encode()
    files = {
        "story.txt": STORY,
        "stories/story.txt": STORY,
        "oslo.html": page,
        "site/oslo.html": page,
        "pages/oslo.html": page,
        "archive.jsonl": line,
        "log.jsonl": line,
        "days/monday.jsonl": line,
        "crawl.warc.gz": gzip.compress(crawl + answer + b"\r\n\r\n"),
        "latest-all.json.bz2": bz2.compress(f"[\n{json.dumps(ITEM)}\n]\n".encode()),
        "our-people.csv": PEOPLE,
        "more.jsonl": json.dumps({"qid": "Q900002", "label": "Bo Hart"}) + "\n",
        "redirects.csv": "from,to\nQ900002,Q900001\n",
        "links.csv": "match,context,decision,who,when\nBo Hart,,NIL,city desk,2026-11-03\n",
    }
    folder = tmp_path_factory.mktemp("newsroom")
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    address = ["--url", "https://harbor-news.example/1", "--date", "2024-09-11"]
    assert main(["build", f"{folder}/story.txt", *address, "-o", f"{folder}/output", "-q"]) == 0
    assert main(["publish", f"{folder}/output", "--store", f"{folder}/store", "-q"]) == 0
    for copy in ("oslo.facts.json", "facts/oslo.facts.json"):
        (folder / copy).parent.mkdir(exist_ok=True)
        shutil.copy(folder / "output/story.facts.json", folder / copy)
    assert main(["embed", f"{folder}/site/oslo.html", "--facts", f"{folder}/facts", "--in-place"]) == 0
    (folder / ".local/share/bash-completion/completions").mkdir(parents=True)
    return folder


@pytest.fixture
def newsroom(reader, material):  # noqa: F811 - the argument is the fixture
    """The reader, in a copy of that folder."""
    shutil.copytree(material, reader.folder, dirs_exist_ok=True)
    return reader


def shown(block: Block) -> list[tuple[str, str]]:
    """The commands of a block, each with its output: of a console those after a ``$``, of a script each line."""
    if block.language == "console":
        return list(commands(block))
    return [(line, "") for line in block.text.splitlines()] if block.language == "sh" else []


def served(command: str, folder: Path) -> str:
    """What a command that serves something says until it can be reached, at a port that nobody else has."""
    running = subprocess.Popen(
        ["bash", "-c", f"exec {command} --port 0"],
        cwd=folder,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    said = ""
    while "http://127.0.0.1:" not in said and (line := running.stdout.readline()):
        said += line
    running.send_signal(signal.SIGINT)
    running.communicate()
    return said


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash to run commands with")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_of_a_page_works(page, newsroom):
    for module in NEEDED.get(page.stem, ()):
        pytest.importorskip(module)
    for command, output in (each for block in blocks(page) for each in shown(block)):
        if command.startswith(tuple(NOT_RUN)):
            continue
        here = command.replace(STORE, "store").replace("~/", "./")
        if command.startswith(ENDLESS):
            assert "http://127.0.0.1:" in (said := served(here, newsroom.folder)), f"{command}\n{said}"
            continue
        status, said = newsroom(f"{here} </dev/null")
        assert status == 0, f"{command}\n{said}"
        assert not output or matches(output, said), f"{command}\n{said}"


def test_every_page_that_shows_a_command_is_followed():
    others = {"start", "index"}
    pages = {path.stem: path for path in (ROOT / "docs").glob("*.md") if path.stem not in others}
    showing = {name for name, path in pages.items() for block in blocks(path) if shown(block)}
    assert showing <= {page.stem for page in PAGES}


def test_a_command_is_in_a_block_that_says_so():
    plain = [block.text for page in PAGES for block in blocks(page) if not block.language]
    assert [text for text in plain if re.search(r"^(\$ |article-ld |pip )", text, re.MULTILINE)] == []


def test_what_is_said_not_to_be_run_is_shown():
    lines = [command for page in PAGES for block in blocks(page) for command, _ in shown(block)]
    assert [start for start in NOT_RUN if not any(line.startswith(start) for line in lines)] == []
