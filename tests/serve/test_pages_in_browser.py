"""The server's own pages in a real browser: accessible, and asking nobody else."""

from urllib.parse import quote, urlsplit

import pytest
from fixtures_browser import browser  # noqa: F401 - pytest finds fixtures by their names here
from report.conftest import axe  # noqa: F401
from report.test_accessibility import GRAVE
from serve.articles import NAMELESS
from serve.test_search import NORWAY, when_read

from ld.publish.question import questions

PAGES = {
    "list": "/",
    "search": "/search?q=nor",
    "thing": f"/resource?iri={quote(NORWAY, safe='')}",
    "article": f"/resource?iri={quote(NAMELESS.graph.name, safe='')}",
    "report": "/2024/treaty",
    "SPARQL": "/sparql?question=who-said-what",
    "SPARQL error": "/sparql?query=SELECT",
    "statements": "/void",
}
VALUES = {"country": "NO", "person": "Jan Okafor", "organization": "NHB", "about": "Norway", "entity": "Oslo"}


@pytest.fixture
def opened(browser, reporting):  # noqa: F811 - the argument is the fixture
    """Opens a path of the server. Whom the browser asks, and what it logs, is in the page's ``asked`` and ``heard``."""
    when_read(reporting)
    contexts = []

    def open_(path, *, width=1280, scheme="light", checks=False):
        context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme, bypass_csp=checks)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.heard = [], []
        page.on("request", lambda request: page.asked.append(urlsplit(request.url).netloc))
        page.on("console", lambda message: page.heard.append(message.text))
        page.on("pageerror", lambda error: page.heard.append(str(error)))
        page.goto(f"{reporting}{path}")
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_serious_fault(opened, axe, name, scheme, width):  # noqa: F811
    page = opened(PAGES[name], width=width, scheme=scheme, checks=True)
    page.evaluate("() => document.querySelectorAll('details').forEach((more) => { more.open = true })")
    page.set_viewport_size({"width": width, "height": 9000})
    page.evaluate(axe)
    assert page.evaluate(GRAVE) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_nobody_but_the_server_and_breaks_no_policy(opened, reporting, name):
    page = opened(PAGES[name])
    assert set(page.asked) == {urlsplit(reporting).netloc}
    assert [said for said in page.heard if "favicon" not in said and "400" not in said and "404" not in said] == []


@pytest.mark.parametrize("name", questions())
def test_each_ready_made_question_is_answered_with_a_table(opened, reporting, name):
    page = opened("/sparql")
    form = page.locator(f"form:has(input[name=question][value='{name}'])")
    for parameter in questions()[name].parameters:
        form.locator(f"input[name={parameter}]").fill(VALUES.get(parameter, "1"))
    form.locator("button").click()
    page.wait_for_url("**/sparql?question=*")
    assert page.locator("table caption").inner_text().endswith(("row", "rows"))
    assert page.locator("table tbody tr").count() > 0
    assert set(page.asked) == {urlsplit(reporting).netloc}


def test_the_terms_in_use_complete_a_query(opened):
    page = opened("/sparql")
    query = page.locator("#query")
    query.fill("")
    query.type("SELECT * { GRAPH ?g { ?s schema:spoken")
    page.locator("#_terms button", has_text="schema:spokenByCharacter").click()
    assert query.input_value() == "SELECT * { GRAPH ?g { ?s schema:spokenByCharacter"
    assert page.heard == [] or all("favicon" in said for said in page.heard)


def test_the_search_is_had_from_every_page(opened):
    page = opened("/2024/treaty")
    page.locator("form[role=search] input").fill("Denmark")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=Denmark")
    assert page.locator("h1").inner_text() == "Search"
    page.locator("main a", has_text="Denmark").first.click()
    assert page.locator("h1").inner_text() == "Denmark"
