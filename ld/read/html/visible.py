"""The visible words of a page: one line for each block, with the elements that contain it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, count, islice, takewhile
from types import MappingProxyType
from typing import Any, NamedTuple

from ld.read.html.tree import text_of
from ld.read.vocabulary import phrases
from ld.text.alternatives import any_of

Element = Any

_NOT_READ = frozenset(
    """
    audio button canvas datalist dialog embed form head iframe math menu nav noscript object option script select
    style svg template textarea title video
    """.split()  # noqa: SIM905 - more readable for names of elements
)
_INLINE = frozenset(
    """
    a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby s samp small span strike
    strong sub sup time tt u var wbr
    """.split()  # noqa: SIM905
)
_IN_A_BOX = frozenset("blockquote dd dl dt figure h1 h2 h3 h4 h5 h6 li ol p pre ul".split())  # noqa: SIM905
_SPACE = re.compile(r"[\s\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]+")
_EDGES = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad "
_CAPTIONS = frozenset(("caption", "captions", "figcaption", "imagecaption", "photocaption"))
_VIDEO = re.compile(r"video|player", re.IGNORECASE)
_FOR_THE_EAR = re.compile(
    r"(?<![a-z])(?:off-?screen|screen-reader-text|sr-only|visually-?hidden)(?![a-z])", re.IGNORECASE
)
_WHOLE = frozenset(("article", "body", "main"))
_BOXES_UP = 5
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


class Link(NamedTuple):
    """A link in a line: the start and end of its words there, and the *address* as written."""

    start: int
    end: int
    address: str


class Line(NamedTuple):
    """A line of the visible text: its words, the names of the elements around it, and the share of links in it.

    *path* are the numbers of the boxes around it (``div``, ``section`` and their like), from the outermost in.
    *labels* are the words of the data files ``box-names`` and ``comment-names`` in a class or an id around it.
    *moments* are the machine-readable values of the ``time`` elements in it; *entry* is the number of the live blog's
    entry to which it belongs, None if there is none.
    """

    text: str
    within: frozenset[str]
    linked: float
    path: tuple[int, ...] = ()
    labels: frozenset[str] = frozenset()
    links: tuple[Link, ...] = ()
    moments: tuple[str, ...] = ()
    entry: int | None = None

    @property
    def is_caption(self) -> bool:
        """Whether the line is in an element for captions, by its name or by a class that is not also a byline's."""
        is_named = not self.labels.isdisjoint(_CAPTIONS) and "byline" not in self.labels
        return "figcaption" in self.within or is_named


class _Around(NamedTuple):
    """The elements around a piece of text."""

    names: frozenset[str] = frozenset()
    path: tuple[int, ...] = ()
    labels: frozenset[str] = frozenset()
    link: str = ""
    moment: str = ""
    entry: int | None = None

    def inside(self, element: Element, name: str, number: int, entry: int | None) -> "_Around":
        """The elements around the content of *element*, itself included, if it is the box of this *number*.

        It begins this *entry* of a live blog, unless it is None.
        """
        names = self.names if name in self.names else self.names | {name}
        path = self.path if name in _INLINE or name in _IN_A_BOX else (*self.path, number)
        labels = _labels(element)
        labels = self.labels | labels if labels else self.labels
        link = element.get("href", "") if name == "a" else self.link
        moment = element.get("datetime", "") if name == "time" else self.moment
        return _Around(names, path, labels, link, moment, self.entry if entry is None else entry)


def visible_lines(root: Element, entries: Mapping[Element, int] = MappingProxyType({})) -> list[Line]:
    """The lines of the page with the tree *root*, in the order of the markup, without hidden ones.

    *entries* are the elements that contain one entry of a live blog each, with their numbers.
    """
    lines = list[Line]()
    words = list[tuple[str, _Around]]()
    around = _Around()
    for piece, within in _pieces(root, entries):
        if piece is None:
            _end(lines, words, around)
            continue
        if not words or not any(word.strip() for word, _ in words):
            around = within
        apart = words and words[-1][0][-1:].islower() and piece[:1].isupper()  # by a style sheet: "By" and a name
        words.append((f" {piece}" if apart else piece, within))
    _end(lines, words, around)
    return lines


def _end(lines: list[Line], words: list[tuple[str, _Around]], around: _Around) -> None:
    """Close the line made of *words*, unless it is blank."""
    if not words:
        return
    spaced = _SPACE.sub(" ", "".join([word for word, _ in words]))
    text = spaced.strip(_EDGES)
    if text:
        linked = sum([len(word) for word, within in words if "a" in within.names])
        links = tuple(_links(words, text, len(spaced) - len(spaced.lstrip(_EDGES)))) if linked else ()
        moments = tuple(dict.fromkeys(within.moment for _, within in words if within.moment))
        names, path, labels, *_, entry = around
        lines.append(Line(text, names, linked / len(text), path, labels, links, moments, entry))
    words.clear()


def _links(words: Sequence[tuple[str, _Around]], text: str, cut: int) -> Iterator[Link]:
    """The links of a line of these *words*; *text* is the line without *cut* characters at its start."""
    at, after_space = -cut, False
    spans = list[Link]()
    for word, within in words:
        spaced = _SPACE.sub(" ", word)
        start = at - (after_space and spaced.startswith(" "))
        at, after_space = start + len(spaced), spaced.endswith(" ") if spaced else after_space
        if within.link and spans and spans[-1].address == within.link and spans[-1].end >= start:
            spans[-1] = spans[-1]._replace(end=at)
        elif within.link:
            spans.append(Link(start, at, within.link))
    for start, end, address in spans:
        start, end = max(start, 0), min(end, len(text))  # noqa: PLW2901 - without the edges that were cut
        said = text[start:end]
        if said.strip():
            yield Link(end - len(said.lstrip()), start + len(said.rstrip()), address)


def _pieces(root: Element, entries: Mapping[Element, int]) -> Iterator[tuple[str | None, _Around]]:
    """The texts under *root*, each with the elements around it; None at the end of a line."""
    numbers = count()
    stack: list[tuple[Element | None, _Around, str | None]] = [(root, _Around(), None)]
    while stack:
        node, around, said = stack.pop()
        if node is None:
            yield said, around
            continue
        name = node.tag if isinstance(node.tag, str) else ""
        if node.tail and node is not root:
            stack.append((None, around, node.tail))
        if _is_not_read(node, name) or (name == "span" and _is_label_of_caption(node, around)):
            if name and name not in _INLINE:
                yield None, around
            continue
        within = around.inside(node, name, next(numbers), entries.get(node) if entries else None)
        is_block = name not in _INLINE
        if name == "br":
            yield _line_break(node), around
            continue
        if is_block:
            yield None, around
            stack.append((None, around, None))
        stack.extend((child, within, None) for child in reversed(node))
        if node.text:
            stack.append((None, within, node.text))


def _labels(element: Element) -> frozenset[str]:
    labels = _labels_in(f"{element.get('class', '')} {element.get('id', '')}")
    return labels - _CAPTIONS if not labels.isdisjoint(_CAPTIONS) and _is_of_video(element) else labels


@lru_cache(maxsize=10_000)
def _labels_in(named: str) -> frozenset[str]:
    return frozenset(_box_names().findall(named.lower())) if len(named) > 1 else frozenset()


def _is_of_video(element: Element) -> bool:
    """Whether the box around a caption is labelled as a video, so that the caption is not a picture's."""
    around = takewhile(lambda each: each.tag not in _WHOLE, chain((element,), element.iterancestors()))
    return any(_VIDEO.search(each.get("class", "")) for each in islice(around, _BOXES_UP))


@cache
def _box_names() -> re.Pattern[str]:
    names = (*phrases("box-names"), *phrases("comment-names"))
    return re.compile(rf"(?<![^\W_]){any_of(names)}(?![^\W_])")


def hidden_words(root: Element) -> int:
    """The number of words in paragraphs that the page hides from its readers."""
    hidden, words = set[Element](), 0
    for element in root.iter("*"):
        if element.getparent() in hidden or _is_hidden(element):
            hidden.add(element)
            words += len(text_of(element).split()) if element.tag == "p" else 0
    return words


def _is_hidden(node: Element) -> bool:
    style = node.get("style")
    return node.get("hidden") is not None or (style is not None and _HIDDEN.search(style) is not None)


def _is_not_read(node: Element, name: str) -> bool:
    """Whether an element called *name* has no text of the page; a form around the whole page does not count as one."""
    if not name or _is_hidden(node):
        return True
    return name in _NOT_READ and not (name == "form" and next(node.iter("h1"), None) is not None)


def _is_label_of_caption(node: Element, around: _Around) -> bool:
    """Whether a span is the label of a caption for screen readers: "Image caption"."""
    if "figcaption" not in around.names or not _FOR_THE_EAR.search(node.get("class", "")):
        return False
    parent = node.getparent()
    return parent[0] is node and not (parent.text or "").strip() and not text_of(node).rstrip().endswith(":")


def _line_break(node: Element) -> str | None:
    """A line break is white space; two in a row end a paragraph."""
    before = node.getprevious()
    parent = node.getparent()
    text = before.tail if before is not None else parent.text
    is_second = before is not None and before.tag == "br" and not (text or "").strip()
    return None if is_second else " "
