"""The elements of a page as a tree that knows where each begins.

A browser's parser mends more than this one, which knows the end tags that may be left out (HTML, 13.1.2.4): what it
takes otherwise, such as a table inside of a paragraph, changes no item and no property in the pages of a newsroom.
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
    """.split()  # noqa: SIM905 - names of elements read best so
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
_REACH = 50  # elements up: so deep no page leaves an end tag out
_BOUNDARIES = frozenset(("table", "ul", "ol", "dl", "select", "template"))


class Element:
    """An element: its *name*, its *attributes* with character references resolved, and the offset of its start tag.

    *content* holds the elements and the texts inside it, in order.
    """

    __slots__ = ("attributes", "content", "name", "start")

    def __init__(self, name: str, attributes: Mapping[str, str], start: int) -> None:
        self.name = name
        self.attributes = attributes
        self.start = start
        self.content: list[Element | str] = []

    @property
    def elements(self) -> Iterator["Element"]:
        """The elements right inside this one."""
        return (part for part in self.content if isinstance(part, Element))

    def within(self) -> Iterator["Element"]:
        """All elements inside this one, in the order of the page."""
        waiting = [self.elements]
        while waiting:
            element = next(waiting[-1], None)
            if element is None:
                waiting.pop()
            else:
                yield element
                waiting.append(element.elements)

    def text(self) -> str:
        """All text inside this element, as the DOM's ``textContent`` has it."""
        return "".join(_texts(self))


def _texts(element: Element) -> Iterator[str]:
    waiting = [iter(element.content)]
    while waiting:
        part = next(waiting[-1], None)
        if part is None:
            waiting.pop()
        elif isinstance(part, str):
            yield part
        else:
            waiting.append(iter(part.content))


def elements_of(html: str, read: Iterable[Token]) -> Element:
    """A root without a name that holds the elements of *html*, *read* into tokens, but for those in templates."""
    tree = _Tree()
    templates = 0
    for token in read:
        if token.name == "template":
            templates = max(0, templates + (1 if token.kind == "start" else -1))
        elif not templates:
            tree.take(token, html)
    return tree.root


class _Tree:
    """The elements so far, and which of them are open. No token makes it look at more than it closes, or at a few."""

    def __init__(self) -> None:
        self.root = Element("", {}, 0)
        self._opened = [self.root]
        self._count = Counter[str]()

    def take(self, token: Token, html: str) -> None:
        if token.kind == "start":
            self._open(token, html)
        elif token.kind == "end" and self._count[token.name]:
            self._leave(token.name)
        elif token.kind == "text":
            self._opened[-1].content.append(unescape(html[token.start : token.end]))
        elif token.kind == "raw":
            raw = html[token.start : token.end]
            self._opened[-1].content.append(unescape(raw) if self._opened[-1].name in {"title", "textarea"} else raw)

    def _open(self, token: Token, html: str) -> None:
        self._end_before(token.name)
        attributes = {name: unescape(value) for name, value in token.attributes.items()}
        element = Element(token.name, attributes, token.start)
        self._opened[-1].content.append(element)
        if token.name not in _VOID and html[token.end - 2] != "/":
            self._opened.append(element)
            self._count[token.name] += 1

    def _end_before(self, name: str) -> None:
        """Leave the element whose end tag may be left out before a start tag of this *name*."""
        if not any(self._count[other] for other in _CLOSES.get(name, ())):
            return
        for element in self._opened[: -_REACH - 1 : -1]:
            if element.name in _CLOSES[name]:
                self._leave(element.name)
                return
            if element.name in _BOUNDARIES:
                return

    def _leave(self, name: str) -> None:
        """Leave the innermost open element of this *name* with all inside it."""
        left = ""
        while left != name:
            left = self._opened.pop().name
            self._count[left] -= 1
