"""A fixture: a real browser."""

import shutil

import pytest
from web.required import missing


@pytest.fixture(scope="module")
def browser():
    """Debian's Chromium, headless; closed after each module, as its event loop would disturb others."""
    program = shutil.which("chromium")
    if not program:
        missing("no browser: apt-get install chromium")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415
    except ImportError:
        missing("no playwright: pip install playwright")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield running
        running.close()
