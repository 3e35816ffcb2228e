"""Which lines of a page trafilatura takes for its article, and which follow in the same elements."""

import pytest

from ld.read.html import main_text
from ld.read.html.visible import Line

WITHIN = frozenset(("html", "body", "p"))
FIRST = "The harbor council said on Tuesday that it would close the old pier until the spring of next year."
SECOND = "Engineers found cracks in eleven of its forty pillars, and the council has asked for a second opinion."


def chosen(monkeypatch: pytest.MonkeyPatch, *lines: Line) -> list[bool]:
    """Which of these lines are chosen when trafilatura finds but the first."""
    monkeypatch.setattr(main_text, "_extracted", lambda *_: FIRST)
    return main_text.chosen_lines("", lines)


@pytest.mark.parametrize(
    ("path", "is_chosen"), [((1, 2, 4), True), ((1, 2, 4, 5, 6), True), ((1, 2, 4, 5, 6, 7), False)]
)
def test_text_that_follows_about_as_deep_in_the_page_belongs_to_it(monkeypatch, path, is_chosen):
    lines = (Line(FIRST, WITHIN, 0, (1, 2, 3)), Line(SECOND, WITHIN, 0, path))
    assert chosen(monkeypatch, *lines) == [True, is_chosen]
