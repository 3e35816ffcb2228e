"""Pages without an article: front pages, empty ones, errors, cookie walls, robot checks, stubs before a paywall."""

import re
from collections.abc import Sequence
from functools import cache

from ld.errors import InputError
from ld.read.html.imprint import is_home, truth
from ld.read.html.page import Page
from ld.read.html.tree import Tree
from ld.read.html.visible import hidden_words
from ld.read.vocabulary import folded, phrases

_STUB_WORDS = 100
_BRIEF_WORDS = 50
_LEAST_WORDS = 12
_TITLE_WORDS = 12
_EXCERPT = 60
_TITLE_LINES = 3
_HINTS = {
    "front": "give the page of one article",
    "error": "check the address in a browser",
    "robot": "open the page in a browser, save it, and read the file",
    "consent": "accept or refuse the cookies in a browser, save the page, and read the file",
    "paywall": "log in with your subscription in a browser, save the page, and read the file",
}
_REASONS = {
    "front": "is the front page of a site",
    "error": "is an error page",
    "robot": "is a check for robots, not the article",
    "consent": "shows a question about cookies instead of the article",
    "paywall": "shows but the beginning of an article for subscribers",
}


def refuse_no_article(page: Page, chosen: Sequence[bool], tree: Tree, address: str | None) -> None:
    """Raise InputError with the reason if *page* shows no article; *chosen* marks its lines of running text.

    A page whose only address is that of its site is its front page, unless it was found at another *address* or has an
    article in its structured data.
    The phrases of such pages are in the data file ``refusals``. A text of 100 words is an article in any case.
    A page that declares that it is not accessible for free shows only a stub if its text has less than 50 words, or if
    it hides more words in paragraphs of its *tree* than it shows.
    """
    addresses = [claim.value for claim in page.said.of("url")] + ([address] if address else [])
    if addresses and all(map(is_home, addresses)) and not (page.said.own and page.said.own.classes):
        raise _refusal("front", f"its address is {addresses[0]}")
    words = sum(
        block.words for block, is_text in zip(page.blocks, chosen, strict=True) if is_text and block.kind != "chrome"
    )
    if words >= _STUB_WORDS:
        return
    titles = [claim.value for claim in page.said.of("headline")]
    titles += [line.text for line in page.lines if "h1" in line.within][:_TITLE_LINES]
    for kind in ("error", "robot"):
        _refuse_said(kind, [title for title in titles if len(title.split()) <= _TITLE_WORDS])
    is_paid = any(truth(claim.value) == "false" for claim in page.said.of("free"))
    if is_paid and (words < _BRIEF_WORDS or hidden_words(tree) > words):
        raise _refusal("paywall", "it says that it is not accessible for free")
    shown = [line.text for line in page.lines if "footer" not in line.within]
    text = [line.text for line, is_text in zip(page.lines, chosen, strict=True) if is_text]
    _refuse_said("paywall", shown)
    for kind in ("robot", "consent"):
        _refuse_said(kind, shown if words < _LEAST_WORDS else text)
    if words < _LEAST_WORDS:
        raise InputError("the page shows no article: no paragraph of running text", "give the page of one article")


def _refuse_said(kind: str, texts: Sequence[str]) -> None:
    for text in texts:
        if _phrases(kind).search(folded(text)):
            raise _refusal(kind, f"it says “{text[:_EXCERPT]}”")


def _refusal(kind: str, why: str) -> InputError:
    return InputError(f"the page {_REASONS[kind]}: {why}", _HINTS[kind])


@cache
def _phrases(kind: str) -> re.Pattern[str]:
    lines = (line.partition(": ") for line in phrases("refusals"))
    return re.compile("|".join(rf"(?<!\w){re.escape(phrase)}(?!\w)" for name, _, phrase in lines if name == kind))
