"""Which lines of a page are its story: those chosen by trafilatura, corrected by the page's own structure."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from ld.read.html.page import Page
from ld.read.html.visible import Line
from ld.read.vocabulary import phrase_set

_LINKED = 0.5
_LIST_LINKED = 0.15
_PLAIN = 0.1
_MOST_OF_IT = 0.8
_HALF = 0.5
_INLINE = frozenset(("a", "b", "em", "i", "span", "strong"))
_ITALIC = frozenset(("em", "i"))
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_LINK = 0.9
_TEASER = 100
_PARAGRAPHS = 3
_SOME = 50
_ROW = 3
_BESIDE = frozenset(("aside", "caption", "figcaption", "figure", "footer", "table"))


def story_lines(page: Page, chosen: Sequence[bool]) -> list[bool]:
    """The *chosen* lines of *page* without those that are not part of the story, and with lost paragraphs.

    Left out are lines in elements labelled as a newsletter, an author's box or the like, readers' comments, teasers
    below a heading that is a link, boxes of other stories, lines below the story that are outside its container, and
    links and notes below it. Restored are paragraphs between two chosen ones, in the same container as one of them, and
    those directly above the first. If none was chosen, the paragraphs below the main heading are.
    A sign that would remove most of the text is ignored; if it removes all of it, the page shows no article.
    """
    chosen = chosen if any(page.blocks[index].kind == "prose" for index in _indexes(chosen)) else _unseen(page)
    comments = set(_comments(page, chosen))
    kept = [is_text and index not in comments for index, is_text in enumerate(chosen)]
    kept = _without(page, kept, set(_labelled(page, kept)))
    kept = _without(page, kept, set(_teasers(page, kept)))
    kept = _without(page, kept, set(_boxed(page, kept)))
    kept = _without(page, kept, set(_outside(page, kept)))
    for index in (*_lost(page, kept), *_leads(page, kept)):
        kept[index] = True
    kept = _without(page, kept, set(_links_below(page, kept)))
    return _without(page, kept, set(_notes_below(page, kept)))


def _indexes(chosen: Sequence[bool]) -> list[int]:
    return [index for index, is_text in enumerate(chosen) if is_text]


def _words(page: Page, indexes: Sequence[int]) -> int:
    return sum(page.blocks[index].words for index in indexes)


def _without(page: Page, chosen: Sequence[bool], foreign: set[int]) -> list[bool]:
    """*chosen* without the *foreign* lines, unless these are most of it, or all of a text longer than a teaser."""
    left = [index for index in _indexes(chosen) if index not in foreign and page.blocks[index].kind == "prose"]
    words = _words(page, _indexes(chosen))
    if _words(page, list(foreign)) > _HALF * words and (left or words > _TEASER):
        return list(chosen)
    return [is_text and index not in foreign for index, is_text in enumerate(chosen)]


def _unseen(page: Page) -> list[bool]:
    """The paragraphs of the box below the main heading with most words, if it has enough."""
    below = max((index for index, line in enumerate(page.lines) if "h1" in line.within), default=len(page.lines))
    boxes = dict[tuple[int, ...], list[int]]()
    for index in range(below, len(page.lines)):
        line = page.lines[index]
        if "p" in line.within and "li" not in line.within and _may_be_lost(page, index):
            boxes.setdefault(line.path, []).append(index)
    best = set(max(boxes.values(), key=lambda box: _words(page, box), default=()))
    is_story = len(best) >= _PARAGRAPHS and _words(page, [*best]) >= _TEASER
    return [is_story and index in best for index in range(len(page.lines))]


def _comments(page: Page, chosen: Sequence[bool]) -> Iterator[int]:
    """The chosen lines in elements for readers' comments below a story of some length, which may be shorter."""
    before, names = 0, phrase_set("comment-names") - _everywhere(page)
    for index in _indexes(chosen):
        if page.lines[index].labels & names:
            if before >= _SOME:
                yield index
        elif page.blocks[index].kind == "prose":
            before += page.blocks[index].words


def _boxed(page: Page, chosen: Sequence[bool]) -> Iterator[int]:
    """The chosen lines in a box below a story of some length with a heading such as "Most read"."""
    boxes, before, above = list[tuple[int, ...]](), 0, set[tuple[int, ...]]()
    for index, (line, block) in enumerate(zip(page.lines, page.blocks, strict=True)):
        if block.kind == "box" and line.within & _HEADINGS and before >= _TEASER and line.path not in above:
            boxes.append(line.path)
        if not chosen[index]:
            continue
        if any(line.path[: len(box)] == box for box in boxes):
            yield index
        elif block.kind == "prose":
            before += block.words
            above.update(line.path[:depth] for depth in range(len(line.path) + 1))


def _labelled(page: Page, chosen: Sequence[bool]) -> Iterator[int]:
    """The chosen lines in an element labelled as something else, unless it also contains the title."""
    everywhere = _everywhere(page)
    yield from (index for index in _indexes(chosen) if page.lines[index].labels - everywhere)


def _everywhere(page: Page) -> frozenset[str]:
    """The labels around titles: they are the page's own, not those of a part of it."""
    return frozenset[str]().union(*(line.labels for line in page.lines if "h1" in line.within))


def _teasers(page: Page, chosen: Sequence[bool]) -> Iterator[int]:
    """The chosen paragraphs alone in a box with a heading that is a link: it leads to their own story.

    If the heading was chosen as well, it may be the story's own, unless there is nothing else, or it is in a row below
    the story that leads to other pages of the site.
    """
    indexes = _indexes(chosen)
    prose = [index for index in indexes if page.blocks[index].kind == "prose"]
    teasers = [index for index in prose if _is_teaser(page, index, indexes)]
    row = [index for index in teasers if _leads_on(page, page.lines[index - 1])]
    is_row = len(row) >= _ROW and prose[-len(row) :] == row
    for index in teasers:
        if len(teasers) == len(prose) or not chosen[index - 1] or (is_row and index in row):
            yield index


def _leads_on(page: Page, line: Line) -> bool:
    """Whether a line is a link to a page of the same site."""
    own = {urlsplit(claim.value).hostname for claim in page.said.of("url")} | {urlsplit(page.base).hostname, None}
    return any(urlsplit(link.address).hostname in own for link in line.links)


def _is_teaser(page: Page, index: int, indexes: Sequence[int]) -> bool:
    if not _is_below_link(page, index):
        return False
    line, above = page.lines[index], page.lines[index - 1]
    shared = tuple(one for one, other in zip(line.path, above.path, strict=False) if one == other)
    others = (page.lines[other].path for other in indexes if other not in (index, index - 1))
    return not any(path[: len(shared)] == shared for path in others)


def _is_below_link(page: Page, index: int) -> bool:
    """Whether the line above is a heading that is a link."""
    above = page.lines[index - 1]
    return index > 0 and bool(above.within & _HEADINGS) and above.linked > _LINK


def _container(page: Page, indexes: Sequence[int]) -> tuple[int, ...]:
    """The path of the innermost box that contains four fifths of the words of these lines."""
    held = Counter[tuple[int, ...]]()
    for index in indexes:
        path = page.lines[index].path
        for depth in range(len(path) + 1):
            held[path[:depth]] += page.blocks[index].words
    enough = [path for path, words in held.items() if words >= _MOST_OF_IT * held[()]]
    return max(enough, key=len, default=())


def _outside(page: Page, chosen: Sequence[bool]) -> Iterator[int]:
    """The chosen lines after the last one in the container of the story, and after any that continues it.

    A plain paragraph continues it if it is in a box beside the container, or as deep as those of the story, unless it
    belongs to a linked heading above it.
    """
    indexes = _indexes(chosen)
    container = _container(page, indexes)
    story = [line for line in (page.lines[i] for i in indexes) if line.path[: len(container)] == container]
    depths, kinds = {len(line.path) for line in story}, {line.within for line in story}
    for index in reversed(indexes):
        line = page.lines[index]
        is_near = line.path[: len(container) - 1] == container[:-1] or len(line.path) in depths
        is_plain = line.within in kinds and line.linked < _PLAIN and not _is_below_link(page, index)
        if line in story or (is_near and is_plain):
            return
        yield index


def _lost(page: Page, chosen: Sequence[bool]) -> Iterator[int]:
    """The paragraphs between two chosen lines that are in the same place as one of these."""
    for before, after in pairwise(_indexes(chosen)):
        near = [page.lines[index] for index in (before, after)]
        for index in range(before + 1, after):
            line = page.lines[index]
            if _may_be_lost(page, index) and any(_is_beside(line, other) for other in near):
                yield index


def _leads(page: Page, chosen: Sequence[bool]) -> Iterator[int]:
    """The paragraphs directly above the first one chosen, in the same box and elements, below the main heading.

    Text in the box without an element of its own counts as well.
    """
    first = next((index for index in _indexes(chosen) if page.blocks[index].kind == "prose"), 0)
    titles = [index for index, line in enumerate(page.lines) if "h1" in line.within]
    for index in range(first - 1, titles[0] if titles else first, -1):
        line, below = page.lines[index], page.lines[first]
        is_alike = line.within - _INLINE == below.within - _INLINE
        is_loose = line.path == below.path and line.within - _INLINE == below.within - _INLINE - {"p"}
        if not (is_loose or (is_alike and _is_beside(line, below))) or not _may_be_lost(page, index):
            return
        yield index


def _is_beside(line: Line, other: Line) -> bool:
    """Whether two lines are in the same box, in sibling boxes, or, if alike, in boxes one level further apart."""
    if ("li" in line.within) != ("li" in other.within):
        return False
    if line.path == other.path or len(line.path) != len(other.path):
        return line.path == other.path
    is_alike = line.within - _INLINE == other.within - _INLINE
    return line.path[:-1] == other.path[:-1] or (is_alike and line.path[:-2] == other.path[:-2])


def _may_be_lost(page: Page, index: int) -> bool:
    line, block = page.lines[index], page.blocks[index]
    if line.labels or line.linked > _LINKED or line.within & _BESIDE:
        return False
    return block.kind == "prose" and not (block.credit or block.ends or block.stamp)


def _links_below(page: Page, chosen: Sequence[bool]) -> Iterator[int]:
    """The list items after the last paragraph, if they are links or lead to them."""
    below = list[int]()
    for index in reversed(_indexes(chosen)):
        if "li" not in page.lines[index].within and page.lines[index].linked < _LINKED:
            break
        below.append(index)
    length = sum(len(page.lines[index].text) for index in below)
    linked = sum(page.lines[index].linked * len(page.lines[index].text) for index in below)
    if linked > _LIST_LINKED * length:
        yield from below


def _notes_below(page: Page, chosen: Sequence[bool]) -> Iterator[int]:
    """The lines after the last paragraph that reads like prose and is not in italics: credits, notes, names."""
    for index in reversed(_indexes(chosen)):
        line, block = page.lines[index], page.blocks[index]
        if "li" in line.within or (block.kind == "prose" and not line.within & _ITALIC):
            return
        yield index
