"""What axe-core says of the pages. The screen is tall, so that nothing is left out for being out of sight."""

import pytest
from fixtures_facts import FACTS
from report.long_article import CONFORMS

from ld.report import entry, index_page, report_page

GRAVE = """async () => (await axe.run()).violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0].html}`)"""


@pytest.fixture(scope="module")
def pages():
    return {
        "report": report_page(FACTS, CONFORMS, index="index.html"),
        "index": index_page([entry("a.html", FACTS, CONFORMS)]),
    }


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["report", "index"])
def test_axe_finds_no_serious_fault(opened, axe, pages, name, scheme, width):
    page = opened(pages[name], width=width, scheme=scheme)
    page.set_viewport_size({"width": width, "height": 9000})
    page.evaluate(axe)
    assert page.evaluate(GRAVE) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault_with_the_details_open(opened, axe, pages, scheme):
    page = opened(pages["report"], width=390, scheme=scheme)
    page.evaluate("() => document.querySelectorAll('details').forEach((more) => { more.open = true })")
    page.locator("#_text a.m").last.click()
    page.set_viewport_size({"width": 390, "height": 9000})
    page.evaluate(axe)
    assert page.evaluate(GRAVE) == []


def test_axe_would_find_a_fault(opened, axe):
    page = opened("<!DOCTYPE html><html lang=en><title>x</title><main><img src='data:,'></main></html>")
    page.evaluate(axe)
    assert page.evaluate(GRAVE)
