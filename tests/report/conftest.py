"""A real browser for the report's pages, and the accessibility checker axe-core from npm."""

import os
from pathlib import Path

import pytest
from fixtures_browser import browser  # noqa: F401 - pytest finds fixtures by their names here
from web.required import missing

WEB = Path(__file__).resolve().parents[1] / "web"


@pytest.fixture
def opened(browser, tmp_path):  # noqa: F811 - the argument is the fixture
    """Opens a page's text in the browser as a file. Whatever it logs, requests or runs is in the page's ``heard``."""
    contexts = []

    def open_(text, *, width=1280, scheme="light", without_policy=False, javascript=True):
        path = tmp_path / f"page-{len(contexts)}.html"
        path.write_text(text, encoding="utf-8", newline="\n")
        context = browser.new_context(
            viewport={"width": width, "height": 844},
            color_scheme=scheme,
            bypass_csp=without_policy,
            java_script_enabled=javascript,
        )
        contexts.append(context)
        page = context.new_page()
        page.heard = []
        page.on("console", lambda message: page.heard.append(message.text))
        page.on("pageerror", lambda error: page.heard.append(str(error)))
        page.on("dialog", lambda dialog: (page.heard.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: page.heard.append(request.url) if request.url != path.as_uri() else None)
        page.goto(path.as_uri())
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe():
    """The source of axe-core, from tests/web or from the folder in AXE_NODE_MODULES."""
    source = Path(os.environ.get("AXE_NODE_MODULES") or WEB / "node_modules") / "axe-core" / "axe.min.js"
    if not source.exists():
        missing("no axe-core: npm ci --prefix tests/web")
    return source.read_text(encoding="utf-8")
