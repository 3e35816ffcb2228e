"""Which elements of a page contain the entries of its live blog, one each."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ld.read.html.live.told import UPDATE
from ld.read.html.tree import Tree, text_of

Element = Any

_FEWEST = 3
_WORDS = 8
_LIVE = re.compile(
    r"(?<![^\W_])(?:live|liveblog|liveticker|ticker|liveupdates?|minutebyminute)(?![^\W_])", re.IGNORECASE
)
_ASIDE = frozenset(("aside", "footer", "header", "nav", "thead", "tr"))


def entry_boxes(tree: Tree, fragments: Iterable[str], *, is_live: bool) -> list[Element]:
    """The elements of *tree* that contain one entry each, in order and not nested.

    They are marked in microdata, or their id is one of *fragments*, the ends of the entries' addresses; empty ones are
    ignored. Otherwise they are the largest group of sibling boxes, three or more, each with a ``time`` element and
    running text of its own: only if the page *is_live* by its own data, or if they or the box around them are called
    live.
    """
    boxes = [each for each in tree.xpath("//*[@itemprop]") if UPDATE in each.get("itemprop").split()]
    if not boxes:
        wanted = frozenset(filter(None, fragments))
        boxes = [each for each in tree.xpath("//*[@id]") if each.get("id") in wanted] if wanted else []
    if not boxes:
        boxes = [*_repeated(tree, is_live=is_live)]
    return list(_outermost(boxes))


def _outermost(boxes: Sequence[Element]) -> Iterator[Element]:
    chosen = set(boxes)
    yield from (box for box in boxes if not any(around in chosen for around in box.iterancestors()))


def _repeated(tree: Tree, *, is_live: bool) -> Sequence[Element]:
    timed = _timed(tree)
    for parent, _ in Counter(each.getparent() for each in timed).most_common(_FEWEST):
        boxes = [each for each in timed if each.getparent() is parent]
        kinds = Counter(each.tag for each in boxes)
        boxes = [each for each in boxes if each.tag == kinds.most_common(1)[0][0] and _has_text(each)]
        if len(boxes) < _FEWEST:
            continue
        if is_live or _is_called_live(parent) or sum(map(_is_called_live, boxes)) * 2 > len(boxes):
            return boxes
    return []


def _timed(tree: Tree) -> list[Element]:
    """The elements around a ``time`` element, in the order of the page, without those beside the story."""
    found: dict[Element, None] = {}
    for moment in tree.iter("time"):
        around = [moment, *moment.iterancestors()]
        if any(each.tag in _ASIDE for each in around):
            continue
        for each in around[1:]:
            if each in found or each.getparent() is None:
                break
            found[each] = None
    return list(found)


def _has_text(element: Element) -> bool:
    return any(len(text_of(paragraph).split()) >= _WORDS for paragraph in element.iter("p"))


def _is_called_live(element: Element) -> bool:
    return _LIVE.search(f"{element.get('class', '')} {element.get('id', '')}") is not None
