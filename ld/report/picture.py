"""A small static picture, in SVG, of how the entities are related."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ld.extras import extra
from ld.facts import Facts
from ld.report.markup import Html, element
from ld.report.outline import KINDS

WIDTH, HEIGHT = 960, 640
_LEFT, _TOP, _RIGHT, _BOTTOM = 110, 36, 110, 76  # margins; the lower one holds the key
_MOST = 48  # nodes; more than these cannot be told apart
_SEED = 7
_APART = 4.0  # how far nodes keep from one another, beside the side of an even grid
_MIDDLE = -1  # a node that is not drawn
_GRAVITY = 0.2  # how strongly the middle draws each node, beside a relation's 1, so that separate groups stay near
_LETTER, _LINE = 7.0, 15  # the size of a letter of a label, in units of the picture
_LABEL_MOST = 30  # code points

Place = tuple[int, int]


class Relation(NamedTuple):
    """Two of the article's entities or events, by id, and the relation between them."""

    source: str
    target: str
    what: str


def picture(facts: Facts) -> Html | None:
    """The entities that have to do with others, and the events; None where nothing is related.

    The same facts give the same bytes: the layout starts from a fixed seed and its numbers are rounded.
    Raises MissingExtraError where the library that lays it out is not installed.
    """
    relations = tuple(dict.fromkeys(_relations(facts)))
    if not relations:
        return None
    degree = Counter(end for relation in relations for end in (relation.source, relation.target))
    shown = frozenset(end for end, _ in sorted(degree.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST])
    kept = tuple(relation for relation in relations if relation.source in shown and relation.target in shown)
    places = _places(sorted(shown), kept)
    names: dict[str, tuple[str, str]] = {entity.id: (entity.name, entity.kind) for entity in facts.entities}
    names |= {event.id: (event.name, "event") for event in facts.events}
    svg = element(
        "svg",
        element("title", "Who has to do with whom", id="_graph-name"),
        element("desc", f"{len(shown)} names and {len(kept)} relations; the list of facts says the same in words."),
        element("g", *(_edge(relation, places) for relation in kept), class_="edges"),
        *(_node(names[end][1], places[end], degree[end]) for end in sorted(shown)),
        *_labels(names, places, degree),
        *_key(frozenset(names[end][1] for end in shown)),
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_labelledby="_graph-name",
    )
    left_out = len(degree) - len(shown)
    caption = f"The {len(shown)} best connected; {left_out} more are left out." if left_out else None
    scroller = element("div", svg, class_="scroller", tabindex=0, role="group", aria_label="Picture of the graph")
    return element("figure", scroller, element("figcaption", caption) if caption else None)


def _relations(facts: Facts) -> Iterator[Relation]:
    for post in facts.posts:
        for held_for in (post.body, post.place, post.country):
            if held_for:
                yield Relation(post.holder, held_for, post.title)
    for membership in facts.memberships:
        yield Relation(membership.member, membership.organization, "member of")
    for event in facts.events:
        for references, what in (
            (event.places, "in"),
            (event.organizers, "held by"),
            (event.attendees, "attended by"),
            (event.participants, "concerns"),
        ):
            for reference in references:
                yield Relation(event.id, reference.entity, what)
    countries = {entity.country_code: entity.id for entity in reversed(facts.of_kind("country"))}
    for entity in facts.entities:
        if entity.kind in {"place", "organization"} and entity.state in countries:
            yield Relation(entity.id, countries[entity.state], "of")


def _places(nodes: list[str], relations: tuple[Relation, ...]) -> dict[str, Place]:
    with extra("report", "the picture of the graph"):
        import networkx as nx  # noqa: PLC0415 - slow to import
        import numpy as np  # noqa: PLC0415
    number = {node: place for place, node in enumerate(nodes)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_weighted_edges_from((_MIDDLE, place, _GRAVITY) for place in number.values())
    graph.add_weighted_edges_from((number[relation.source], number[relation.target], 1.0) for relation in relations)
    seed = np.random.RandomState(_SEED)
    layout = nx.spring_layout(graph, seed=seed, iterations=300, k=_APART / len(nodes) ** 0.5)
    return {
        node: (_scaled(layout[place][0], _LEFT, WIDTH - _RIGHT), _scaled(layout[place][1], _TOP, HEIGHT - _BOTTOM))
        for node, place in number.items()
    }


def _scaled(value: float, lowest: int, highest: int) -> int:
    """A coordinate of the layout, -1 to 1, in the picture."""
    return round(lowest + (float(value) + 1) / 2 * (highest - lowest))


def _edge(relation: Relation, places: Mapping[str, Place]) -> Html:
    (x1, y1), (x2, y2) = places[relation.source], places[relation.target]
    return element("path", d=f"M{x1} {y1}L{x2} {y2}")


def _node(kind: str, place: Place, degree: int) -> Html:
    """A shape that shows the kind, as its colour does."""
    x, y = place
    size = min(5 + degree, 12)
    half = size // 2
    shapes = {
        "person": f"M{x - size} {y}a{size} {size} 0 1 0 {2 * size} 0a{size} {size} 0 1 0 {-2 * size} 0",
        "country": f"M{x - size} {y - size}h{2 * size}v{2 * size}h{-2 * size}z",
        "place": f"M{x} {y + size}L{x - size} {y - size}h{2 * size}z",
        "event": f"M{x} {y - size - 3}L{x + size + 3} {y}L{x} {y + size + 3}L{x - size - 3} {y}z",
    }
    hexagon = f"M{x - size} {y}l{half} {-size}h{2 * (size - half)}l{half} {size}l{-half} {size}h{-2 * (size - half)}z"
    return element("path", d=shapes.get(kind, hexagon), class_=f"node {kind}")


def _key(kinds: frozenset[str]) -> Iterator[Html]:
    """What the shapes mean, in a row along the lower edge."""
    x = 24
    for kind in (kind for kind in (*KINDS, "event") if kind in kinds):
        yield _node(kind, (x, HEIGHT - 18), 1)
        yield element("text", kind, x=x + 15, y=HEIGHT - 14, class_="key-label")
        x += 46 + round(len(kind) * _LETTER)


Box = tuple[int, int, int, int]


def _labels(names: Mapping[str, tuple[str, str]], places: Mapping[str, Place], degree: Counter[str]) -> Iterator[Html]:
    """Each name beside its node, best connected first, on the side where it covers least."""
    taken = [(x - 12, y - 12, x + 12, y + 12) for x, y in places.values()]
    for end in sorted(places, key=lambda end: (-degree[end], end)):
        name, kind = names[end]
        name = name if len(name) <= _LABEL_MOST else f"{name[: _LABEL_MOST - 1]}…"
        spots = _spots(places[end], round(len(name) * _LETTER))
        boxes = [box for _, _, _, box in spots]
        cost = [sum(_overlap(box, other) for other in taken) + _outside(box) for box in boxes]
        best = cost.index(min(cost))
        taken.append(boxes[best])
        side, x, y, _ = spots[best]
        yield element("text", name, x=x, y=y, text_anchor=side, class_=f"label {kind}")


def _spots(place: Place, width: int) -> list[tuple[str, int, int, Box]]:
    """The positions for a label of this *width*: its anchor, its point, and the box that it fills."""
    x, y = place
    anchors = [
        *(("middle", x, y + down, x - width // 2) for down in (-16, 25)),
        *(("start", x + 15, y + down, x + 15) for down in (4, -9, 17)),
        *(("end", x - 15, y + down, x - 15 - width) for down in (4, -9, 17)),
    ]
    return [(side, at, base, (left, base - _LINE + 3, left + width, base + 3)) for side, at, base, left in anchors]


def _overlap(one: Box, other: Box) -> int:
    """The area that two boxes share."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return max(width, 0) * max(height, 0)


def _outside(box: Box) -> int:
    """How much of the box the picture's edge cuts off."""
    left, top, right, bottom = box
    return (max(-left, 0) + max(right - WIDTH, 0)) * _LINE + (max(-top, 0) + max(bottom - HEIGHT, 0)) * (right - left)
