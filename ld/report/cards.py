"""The cards of a report: one for each entity with all its facts, and one for each event."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ld.article import Known, Stated
from ld.event_words import figure_words
from ld.facts import Entity, Event, Link, Reference, Type
from ld.figures import Figure
from ld.report.markup import Html, element, joined, named
from ld.report.outline import KINDS, NumberedMention, Outline, Section, anchor, statement_anchor
from ld.report.provenance import Proofs, item, row, verdict
from ld.report.statements import POSTS, QUOTATIONS, Statement

NO_CONTROLS: Mapping[str, Html] = MappingProxyType({})
_FEW = 5  # statements on a card before the rest is folded away


def entity_sections(outline: Outline, controls: Mapping[str, Html] = NO_CONTROLS) -> Iterator[Section]:
    """For each kind a section with the cards of its entities, in the order of the facts, each with its *controls*."""
    for kind, title in KINDS.items():
        cards = [
            _entity_card(outline, entity, controls.get(entity.id))
            for entity in outline.facts.entities
            if entity.kind == kind
        ]
        if cards:
            yield Section(f"_{kind}", title, element("div", *cards, class_="deck"), len(cards), f"cards {kind}")


def event_sections(outline: Outline, proofs: Proofs) -> Iterator[Section]:
    """The events with their parts, each part with the words that state it; nothing where nothing happened."""
    cards = [_event_card(outline, proofs, event) for event in outline.facts.events]
    if cards:
        yield Section("_events", "Events", joined(*cards), len(cards), "events")


def _entity_card(outline: Outline, entity: Entity, controls: Html | None) -> Html:
    said, other = _statements(outline, entity)
    return element(
        "article",
        element("h3", named(entity.name), class_=f"name {entity.kind}"),
        element("p", *_identity(entity), class_="identity"),
        _short_list(other),
        *said,
        _surfaces(outline, entity),
        element("details", element("summary", "Why this item" if entity.item else "Why no item"), verdict(entity)),
        controls,
        id=anchor(entity.id),
        class_=f"card {entity.kind}",
        data_kind=entity.kind,
    )


def _short_list(items: list[Html]) -> Html | None:
    if not items:
        return None
    first, rest = element("ul", *items[:_FEW], class_="states"), items[_FEW:]
    if not rest:
        return first
    return joined(
        first, element("details", element("summary", f"{len(rest)} more"), element("ul", *rest, class_="states"))
    )


def _identity(entity: Entity) -> tuple[str, ...]:
    code = (" · ", element("span", entity.state, class_="code")) if entity.state else ()
    type_ = (" · ", _type(entity.type)) if entity.type else ()
    found = item(entity.link) if isinstance(entity.link, Link) else element("span", "not linked", class_="nil")
    return (entity.kind, *type_, *code, " · ", found)


def _type(type_: Type) -> Html:
    """What people call the type, its label or the words of its class, "body of water"; who says so is its title."""
    said = type_.label or _CAPITAL.sub(lambda letter: f" {letter[0].lower()}", type_.value).strip()
    source = next((proof.source for proof in type_.evidence if isinstance(proof, Known)), "the words of the name")
    return element("span", said, class_="type", title=f"by {source}")


_CAPITAL = re.compile(r"(?<=[a-z])[A-Z]|^[A-Z](?=[a-z])")


def _statements(outline: Outline, entity: Entity) -> tuple[list[Html], list[Html]]:
    """What the entity said, as block quotations, and the other statements about it."""
    said, other = [], []
    for number, statement in outline.statements_about(entity.id):
        if statement.topic == QUOTATIONS:
            words = element("a", statement.words[-2], href=f"#{statement_anchor(number)}")
            said.append(element("blockquote", words, dir="auto"))
        else:
            words = (
                sentence(statement)
                if statement.topic != POSTS or statement.entities[0] != entity.id
                else _post(statement)
            )
            other.append(element("li", element("a", words, href=f"#{statement_anchor(number)}")))
    return said, other


def _post(statement: Statement) -> Html:
    """The post without its holder, whose card it is on."""
    return element("strong", sentence(statement._replace(words=("", *statement.words[3:]))))


def sentence(statement: Statement) -> Html:
    """The *statement* as markup, the names and values in it apart from the direction of the words around them."""
    return joined(*(named(words) if place % 2 else words for place, words in enumerate(statement.words)))


def _surfaces(outline: Outline, entity: Entity) -> Html | None:
    """The forms in which the text names the entity, each a link to the first mention of that form."""
    forms: dict[tuple[str, str], list[NumberedMention]] = {}
    for marked in outline.mentions_of.get(entity.id, ()):
        forms.setdefault((marked.mention.exact, marked.mention.kind), []).append(marked)
    if not forms:
        return element("p", "Not named in the text.", class_="surfaces")
    links = (
        joined(
            element("a", named(exact), href=f"#{found[0].anchor}"),
            f" ×{len(found)}" if len(found) > 1 else None,
            f" ({how})" if how in {"demonym", "metonym"} else None,
        )
        for (exact, how), found in forms.items()
    )
    return element("p", "Named: ", joined(*links, between=" · "), class_="surfaces")


def _event_card(outline: Outline, proofs: Proofs, event: Event) -> Html:
    parts = (
        *((("When", (event.start,)),) if event.start else ()),
        ("Where", event.places),
        ("Held by", event.organizers),
        ("Attended by", event.attendees),
        ("Concerns", event.participants),
        ("Figures", event.figures),
    )
    rows = (
        row(term, *(_part(outline, proofs, value) for value in values))
        for term, values in (("Told by", (event,)), *parts)
        if values
    )
    return element(
        "article",
        element("h3", named(event.name), class_="name event"),
        element("dl", *rows, class_="parts"),
        id=anchor(event.id),
        class_="card event",
    )


def _part(outline: Outline, proofs: Proofs, value: Event | Stated | Reference) -> Html:
    match value:
        case Event():
            return _proved(None, proofs, value)
        case Figure():
            return _proved(element("strong", figure_words(value)), proofs, value)
        case Stated():
            return _proved(element("strong", value.value), proofs, value)
        case Reference():
            entity = outline.entities[value.entity]
            return _proved(element("a", named(entity.name), href=f"#{anchor(entity.id)}"), proofs, value)


def _proved(words: Html | None, proofs: Proofs, value: Event | Stated | Reference) -> Html:
    count = len(value.evidence)
    shown = (
        f"{count} place{'' if count == 1 else 's'}" if words is None else f"{count} proof{'' if count == 1 else 's'}"
    )
    more = element("details", element("summary", shown), proofs.listed(value.evidence))
    return joined(words, " " if words else None, more)
