"""Pictures of what people see, taken by Chromium: the report when the site is built, the desk by ``make picture``.

The one of the desk is kept in ``docs``, since the README shows it, too.
"""

import csv
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "output/un-command-meeting.facts.json"
DESK = ROOT / "docs/pictures/desk.png"
ARCHIVE = ROOT / "docs/tutorials/archive.md"
NAMESAKES = (
    ("qid", "label", "positions", "countries", "renown"),
    ("Q900001", "Ada Quill", "harbor minister;NO;2024-02-01", "NO", "20"),
    ("Q900002", "Ada Quill", "surgeon;CL;2011-02-01", "CL", "20"),
)
"""A knowledge base in which two people have the name of the tutorial's minister."""
UNSURE = {
    "url": "https://harbor-news.example/2026/pier",
    "date": "2026-03-12",
    "text": "New pier opens\n\nHarbor Bank paid for the pier. “It is open,” said Ada Quill, who had asked for it.",
}
"""An article that leaves open which of the two it means."""
WIDTH, HEIGHT = 1280, 900
SECTION = """
![The report of an article: its facts, the words behind each, its links and the verdict](pictures/report.png)

The report of an article, as `article-ld report` makes it: each fact with the words that state it.
"""


def take(folder: Path, *, required: bool) -> bool:
    """Whether the pictures are in *folder* now. Raises SystemExit if they are *required* and there is no browser."""
    if not _can_take(required=required):
        return False
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, _page(WIDTH, HEIGHT) as page:
        report = Path(scratch) / "report.html"
        _run("report", SAMPLE, "-o", report)
        page.goto(report.as_uri())
        page.screenshot(path=folder / "report.png")
    return True


def take_desk(file: Path) -> None:
    """Write a picture of the desk over the articles of the tutorial, with one decision made, into *file*."""
    _can_take(required=True)
    with tempfile.TemporaryDirectory() as scratch, _desk(Path(scratch)) as address, _page(1000, 660) as page:
        page.goto(address)
        page.locator("article.card", has_text="Nora Quist").locator("button", has_text="None known").click()
        page.goto(address)
        page.keyboard.press("j")
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=file)


def _can_take(*, required: bool) -> bool:
    found = shutil.which("chromium")
    try:
        import playwright.sync_api  # noqa: F401, PLC0415 - the site can do without
    except ImportError:
        found = None
    if not found and required:
        raise SystemExit("no browser for the pictures: apt-get install chromium, pip install playwright")
    return bool(found)


@contextmanager
def _page(width: int, height: int) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
        browser.close()


@contextmanager
def _desk(folder: Path) -> Iterator[str]:
    """The address of a desk over the articles of the tutorial, in *folder*."""
    (archive,) = re.findall(r'title="archive.jsonl"\n(.*?)```', ARCHIVE.read_text(encoding="utf-8"), re.DOTALL)
    with (folder / "people.csv").open("w", encoding="utf-8", newline="") as table:
        csv.writer(table).writerows(NAMESAKES)
    _run("kb", "build", folder / "people.csv", "-o", folder / "news.kb")
    for record in (*map(json.loads, archive.splitlines()[:2]), UNSURE):
        text = folder / f"{record['url'].rpartition('/')[2]}.txt"
        text.write_text(record["text"], encoding="utf-8")
        options = ("--url", record["url"], "--date", record["date"], "--kb", folder / "news.kb")
        _run("build", text, *options, "-o", folder / "facts")
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "ld",
        "review",
        folder / "facts",
        "--links",
        folder / "links.csv",
    ]
    command += ["--kb", folder / "news.kb", "--who", "Nora Quist", "--port", "0"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")
    try:
        yield re.findall(r"http://\S+(?=;)", running.stdout.readline() if running.stdout else "")[0]
    finally:
        running.terminate()
        running.wait()


def _run(*arguments: str | Path) -> None:
    subprocess.run([sys.executable, "-m", "ld", *arguments, "-q"], check=True)


if __name__ == "__main__":
    DESK.parent.mkdir(exist_ok=True)
    take_desk(DESK)
