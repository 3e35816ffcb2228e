"""Pictures of what people see, taken by Chromium when the site is built, from the project's own sample."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[1] / "output/un-command-meeting.facts.json"
WIDTH, HEIGHT = 1280, 900
SECTION = """
![The report of an article: its facts, the words behind each, its links and the verdict](pictures/report.png)

The report of an article, as `article-ld report` makes it: each fact with the words that state it.
"""


def take(folder: Path, *, required: bool) -> bool:
    """Whether the pictures are in *folder* now. Raises SystemExit if they are *required* and there is no browser."""
    program = shutil.which("chromium")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the site can do without
    except ImportError:
        program = None
    if not program:
        if required:
            raise SystemExit("no browser for the pictures: apt-get install chromium, pip install playwright")
        return False
    folder.mkdir()
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        report = Path(scratch) / "report.html"
        subprocess.run([sys.executable, "-m", "ld", "report", SAMPLE, "-o", report, "-q"], check=True)
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(report.as_uri())
        page.screenshot(path=folder / "report.png")
        browser.close()
    return True
