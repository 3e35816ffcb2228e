"""The frame of the desk's pages: what was decided last and the way back, the keys, style and script."""

import functools
from importlib.resources import files

from ld.facts import Facts, Mention
from ld.report.document import Tools
from ld.report.markup import Html, element, joined
from ld.review.desk import Desk
from ld.review.forms import Way, told, undo_form

QUEUE, ARTICLES, DECISIONS = "/", "/articles/", "/decisions"


def bar(desk: Desk, token: str, here: str) -> Html:
    """The latest decision, with its undo; a link to all decisions; and the keys."""
    last = desk.ledger.last()
    done = (
        joined(element("span", f"Last: {told(last)}", id="_done"), undo_form(last, Way(token, here, here), key="u"))
        if last
        else element("span", "Nothing decided yet.", id="_done")
    )
    return element(
        "aside",
        element("div", done, class_="done"),
        element("a", "Decisions", href=DECISIONS),
        element("button", "Keys", element("kbd", "?", aria_hidden="true"), type="button", id="_keys", hidden=True),
        _keys(),
        class_="bar",
        aria_label="Last decision",
    )


def _keys() -> Html:
    """The list of keys, which the script opens, and the switch that turns them off."""
    rows = (joined(element("dt", element("kbd", key)), element("dd", words)) for key, words in _KEYS)
    switch = element("input", type="checkbox", id="_single", autocomplete="off")
    return element(
        "dialog",
        element("h2", "Keys", id="_help-title"),
        element("dl", *rows),
        element(
            "form", element("label", switch, " Keys without Ctrl or Alt"), element("button", "Close"), method="dialog"
        ),
        id="_help",
        aria_labelledby="_help-title",
    )


_KEYS = (
    ("j", "the next name or fact"),
    ("k", "the one before"),
    ("Enter", "accept the first candidate"),
    ("1–9", "choose a candidate"),
    ("n", "none of these: the name stays without a link"),
    ("x", "not a name"),
    ("r", "the fact is right"),
    ("w", "the fact is wrong"),
    ("s", "somebody else said it"),
    ("u", "undo what you decided last"),
    ("?", "this list"),
)


def around(facts: Facts, mention: Mention, reach: int) -> tuple[str, str]:
    """The words before and after a *mention* in its paragraph, at most *reach* code points each; no word is cut."""
    part = facts.article.part_at(mention.start)
    start, end = (part.start, part.end) if part else (mention.start, mention.end)
    text = facts.article.text
    before, after = text[start : mention.start], text[mention.end : end]
    if len(before) > reach:
        before = before[-reach:].partition(" ")[2]
    if len(after) > reach:
        after = after[:reach].rpartition(" ")[0]
    return before, after


@functools.cache
def tools() -> Tools:
    """The style and the script of a page on which something is decided."""
    return Tools(_asset("review.css"), _asset("review.js"))


def plain() -> Tools:
    """Without the script, where nothing can be decided."""
    return Tools(_asset("review.css"), Html())


def _asset(name: str) -> Html:
    return Html((files("ld.review") / "assets" / name).read_text(encoding="utf-8"))
