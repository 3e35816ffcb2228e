"""What axe-core says of the desk's pages, and whether they fit a phone."""

import pytest
from report.test_accessibility import GRAVE
from review.test_in_browser import opened  # noqa: F401 - pytest finds fixtures by their names here

from ld.review import Ledger

PAGES = ("/", "/articles/0", "/articles/9", "/decisions")


@pytest.fixture
def home(newsroom):
    """The address of a desk on which something was decided."""
    with newsroom.desk() as address:
        Ledger(newsroom.links, "Nora Quist").decide("Ada Quill", "Q900001", seen="")
        yield address


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(home, opened, axe, scheme, width):  # noqa: F811 - the argument is the fixture
    for path in PAGES:
        page = opened(f"{home}{path}", width=width, scheme=scheme)
        page.evaluate("() => document.querySelectorAll('details').forEach((more) => { more.open = true })")
        page.set_viewport_size({"width": width, "height": 9000})
        page.evaluate(axe)
        assert (path, page.evaluate(GRAVE)) == (path, [])


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_a_phone(home, opened, path):  # noqa: F811
    page = opened(f"{home}{path}", width=390)
    page.evaluate("() => document.querySelectorAll('details').forEach((more) => { more.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
