"""How long the report of a long article takes: to make, and to open in Chromium until it can be used.

``python tests/benchmarks/report.py [WORDS] [ROUNDS]`` prints medians. Chromium must be on the path.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "report"))
from long_article import CONFORMS, long_facts

from ld.report import report_page

_READY = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(
    [performance.now(), document.querySelectorAll("#_text .m").length, document.querySelectorAll("*").length]))))"""
"""The time from the start of navigation to the first frame painted after loading, marks and elements."""


def main() -> None:
    """Make the page, open it as often as requested, and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="?", type=int, default=60_000)
    parser.add_argument("rounds", nargs="?", type=int, default=5)
    options = parser.parse_args()
    facts = long_facts(options.words)
    began = time.perf_counter()
    page = report_page(facts, CONFORMS)
    made = time.perf_counter() - began
    words = len(facts.article.text.split())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        path.write_text(page, encoding="utf-8")
        opened = [_open(path) for _ in range(options.rounds)]
    seconds = statistics.median(time_ for time_, _, _ in opened) / 1000
    print(f"{words} words, {len(facts.quotations)} quotations, {opened[0][1]} marks, {opened[0][2]} elements")
    print(f"made in {made:.2f} s, {len(page) / 1e6:.1f} MB; opened and painted in {seconds:.2f} s")


def _open(path: Path) -> tuple[float, int, int]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tab = browser.new_page()
        tab.goto(path.as_uri())
        found: tuple[float, int, int] = tuple(tab.evaluate(_READY))
        browser.close()
    return found


if __name__ == "__main__":
    main()
