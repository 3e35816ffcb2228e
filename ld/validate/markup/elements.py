"""The elements of a page as a tree, each with its offset.

A browser's parser mends more than this one, which knows the end tags that may be omitted (HTML, 13.1.2.4): the
differences, such as a table inside a paragraph, change no item and no property in the pages of a newsroom.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from ld.read.html.markup import Token

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905
_BLOCKS = frozenset(
    """
    address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3
    h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul
    """.split()  # noqa: SIM905 - names of elements are easiest to read this way
)
_CLOSED_BY = {
    "p": _BLOCKS,
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "option": frozenset(("option", "optgroup")),
    "tr": frozenset(("tr", "tbody", "thead", "tfoot")),
    "td": frozenset(("td", "th", "tr", "tbody", "thead", "tfoot")),
    "th": frozenset(("td", "th", "tr", "tbody", "thead", "tfoot")),
    "head": frozenset(("body",)),
}
"""For each element whose end tag may be left out, the start tags that end it."""
_CLOSES = {
    name: frozenset(closed for closed, names in _CLOSED_BY.items() if name in names)
    for name in frozenset().union(*_CLOSED_BY.values())
}
_REACH = 50  # elements up: no page omits end tags across more
_BOUNDARIES = frozenset(("table", "ul", "ol", "dl", "select", "template"))


class _PageText:
    """All text of a page, of which each element has a part; none is copied before it is needed."""

    def __init__(self) -> None:
        self.length = 0
        self._parts: list[str] = []

    def add(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)

    def between(self, start: int, end: int) -> str:
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
        return self._parts[0][start:end] if self._parts else ""


class Element:
    """An element: its *name*, its *attributes* with character references resolved, and the offset of its start tag.

    *elements* are its children, in order.
    """

    __slots__ = ("_end", "_page", "_start", "attributes", "elements", "name", "start")

    def __init__(self, name: str, attributes: Mapping[str, str], start: int, page: _PageText) -> None:
        self.name = name
        self.attributes = attributes
        self.start = start
        self.elements: list[Element] = []
        self._page = page
        self._start = page.length
        self._end: int | None = None

    def within(self) -> Iterator["Element"]:
        """All elements inside this one, in the order of the page."""
        waiting = [iter(self.elements)]
        while waiting:
            element = next(waiting[-1], None)
            if element is None:
                waiting.pop()
            else:
                yield element
                waiting.append(iter(element.elements))

    def text(self) -> str:
        """All text inside this element, like the DOM's ``textContent``."""
        return self._page.between(self._start, self._page.length if self._end is None else self._end)

    def leave(self) -> None:
        """End this element, at the end of the text so far."""
        self._end = self._page.length


def elements_of(html: str, read: Iterable[Token]) -> Element:
    """A root without a name that holds the elements of *html*, *read* into tokens, except those in templates."""
    tree = _Tree()
    templates = 0
    for token in read:
        if token.name == "template":
            templates = max(0, templates + (1 if token.kind == "start" else -1))
        elif not templates:
            tree.take(token, html)
    return tree.root


class _Tree:
    """The elements so far, and the open ones. A token takes time only for elements that it closes, or a few more."""

    def __init__(self) -> None:
        self._text = _PageText()
        self.root = Element("", {}, 0, self._text)
        self._opened = [self.root]
        self._count = Counter[str]()

    def take(self, token: Token, html: str) -> None:
        if token.kind == "start":
            self._open(token, html)
        elif token.kind == "end" and self._count[token.name]:
            self._leave(token.name)
        elif token.kind == "text":
            self._text.add(unescape(html[token.start : token.end]))
        elif token.kind == "raw":
            raw = html[token.start : token.end]
            self._text.add(unescape(raw) if self._opened[-1].name in {"title", "textarea"} else raw)

    def _open(self, token: Token, html: str) -> None:
        self._end_before(token.name)
        attributes = {name: unescape(value) for name, value in token.attributes.items()}
        element = Element(token.name, attributes, token.start, self._text)
        self._opened[-1].elements.append(element)
        if token.name in _VOID or html[token.end - 2] == "/":
            element.leave()
        else:
            self._opened.append(element)
            self._count[token.name] += 1

    def _end_before(self, name: str) -> None:
        """Close the element whose end tag may be omitted before a start tag of this *name*."""
        if not any(self._count[other] for other in _CLOSES.get(name, ())):
            return
        for element in self._opened[: -_REACH - 1 : -1]:
            if element.name in _CLOSES[name]:
                self._leave(element.name)
                return
            if element.name in _BOUNDARIES:
                return

    def _leave(self, name: str) -> None:
        """Close the innermost open element of this *name* with all inside it."""
        left = ""
        while left != name:
            element = self._opened.pop()
            element.leave()
            left = element.name
            self._count[left] -= 1
