"""U.S. states given by the posts of their people: "Ohio Gov. NAME", "Sen. NAME of Ohio", "NAME (D-Ohio)"."""

import re
from collections.abc import Iterator

from ld.extract.phrases.tags import state_of, tag_behind
from ld.extract.phrases.titles import title_before
from ld.facts import Entity, Mention
from ld.mentions import MentionIndex, Named, identifier
from ld.text.before import search_before
from ld.text.lexicon import word_set
from ld.text.reading import Reading


def find_represented(text: Reading, names: MentionIndex) -> Iterator[Entity]:
    """The states beside people of *names* in *text*, where nothing has been found yet."""
    spans: dict[str, dict[int, Mention]] = {}
    for person in names.within(0, len(text), "person"):
        for start, end in _beside(text, person):
            state = state_of(text[start:end])
            if state and not names.covers(start, end):
                spans.setdefault(state, {})[start] = Mention.of(text, start, end)
    for state, found in spans.items():
        mentions = tuple(found[start] for start in sorted(found))
        known = _named_already(state, names)
        yield Entity(
            id=known.id if known else identifier("place", mentions[0].exact, [each.id for each in names.entities]),
            kind="place",
            name=known.name if known else mentions[0].exact,
            mentions=mentions,
        )


def _named_already(state: str, names: MentionIndex) -> Entity | None:
    places = (each for each in names.entities if each.kind == "place")
    return next((each for each in places if state_of(each.name) == state), None)


def _beside(text: Reading, person: Named) -> Iterator[tuple[int, int]]:
    """The spans beside the name that may be a state: in its tag, before its title or after "of"."""
    tag = tag_behind(text, person.end)
    if tag:
        yield tag.end - len(tag.area), tag.end
        return
    title = title_before(text, person.start)
    if title is None or text[title.start : title.end].lower().split()[-1] not in _titles():
        return
    before = search_before(_BEFORE, text, title.start, _REACH)
    for found in (before, _OF.match(text, person.end)):
        if found:
            yield from _whole_or_last(text, *found.span("state"))


def _whole_or_last(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span of both words if they are a state, else of the last one: "New Jersey", but "Former Ohio"."""
    last = text[start:end].rpartition(" ")[2]
    yield (start, end) if state_of(text[start:end]) else (end - len(last), end)


def _titles() -> frozenset[str]:
    return word_set("phrases/posts_of_places") | {"speaker", "general", "secretary", "treasurer"}


_REACH = 40
_STATE = r"(?P<state> [A-Z][a-z.]+ (?: \s (?!Democratic|Republican) [A-Z][a-z.]+ )? )"
_BEFORE = re.compile(
    rf"""
    (?<![\w.-]) {_STATE} (?:[’']s?)? \s                      # Ohio's
    (?: (?:[Dd]emocratic|[Rr]epublican|state) \s )? \Z      # Republican
    """,
    re.VERBOSE,
)
_OF = re.compile(rf"\s of \s {_STATE}", re.VERBOSE)
