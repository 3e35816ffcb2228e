"""Groups that speak or act together: "ministers of the Board's member states", "UNC members", "officials"."""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from ld.facts import Entity, Mention
from ld.mentions import MentionIndex, identifier
from ld.text.before import search_before
from ld.text.lexicon import any_of, words
from ld.text.reading import Reading
from ld.text.word_index import first_words, in_any_case, matches_at


def find_groups(text: Reading, names: MentionIndex) -> list[Entity]:
    """The groups in *text*. Members of one organization are one group, named after its first mention."""
    by_key: dict[str, list[_GroupHit]] = {}
    for found in sorted(_groups(text, names)):
        by_key.setdefault(found.key, []).append(found)
    entities: dict[str, Entity] = {}
    for mentions in by_key.values():
        name = " ".join(text[mentions[0].start : mentions[0].end].split())
        id_ = identifier("group", name, entities)
        entities[id_] = Entity(
            id=id_,
            kind="group",
            name=name,
            mentions=tuple(Mention.of(text, found.start, found.end, kind="nominal") for found in mentions),
        )
    return list(entities.values())


class _GroupHit(NamedTuple):
    start: int
    end: int
    key: str


def _groups(text: Reading, names: MentionIndex) -> Iterator[_GroupHit]:
    end_of_last = 0
    index = text.words
    offsets = sorted([*index.offsets(_first_words()), *index.numbers])
    for match in matches_at(_group(), text, offsets):
        if match.start() < end_of_last:
            continue
        start, end = match.span()
        between = search_before(_SPACE, text, start, _WIDEST)
        before = names.ending_at(between.start() if between else start, "organization")
        after = next(iter(names.within(match.end(), match.end() + _REACH, "organization")), None)
        key = " ".join(match.group().split()).lower()
        if before and match["member"] and before.mention.kind != "nominal":
            key, start = before.entity.id, before.start
        elif after and _OF.fullmatch(text[end : after.start]):
            members = _MEMBERS.match(text, after.end)
            key = after.entity.id if members or match["member"] else f"{key} of {after.entity.id}"
            end = members.end() if members else after.end
        end_of_last = end
        yield _GroupHit(start, end, key)


_SPACE = re.compile(r"\s+\Z")
_WIDEST = 8
_REACH = 120
_OF = re.compile(r"\s+(?:from|of)\s+(?:the\s+)?")
_MEMBERS = re.compile(r"(?:\s+\([A-Z.&]{2,9}\))?(?:[’']s?)?\s+(?:members|member\s+(?:states|countries|nations))\b")
_MODIFIERS = (
    *("defence", "defense", "foreign", "finance", "interior", "trade", "health", "government", "senior", "top"),
    *("military", "security", "police", "local", "state", "federal", "opposition", "human rights", "intelligence"),
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "many"),
)


@functools.cache
def _first_words() -> frozenset[str]:
    return in_any_case(first_words(("member", "members", *_MODIFIERS, *words("phrases/group_nouns"))))


@functools.cache
def _group() -> re.Pattern[str]:
    noun = any_of(*words("phrases/group_nouns"))
    return re.compile(
        rf"""(?<![\w-])
        (?i: (?: (?: {any_of(*_MODIFIERS)} | \d+ ) \s+ ){{0,3}} )                # "three senior"
        (?: (?P<member> [Mm]embers | [Mm]ember\s+(?:states|countries|nations) )  # "members", "member states"
          | (?i:{noun}) (?: \s+and\s+{noun} )?                                   # "lawyers and judges"
        ) (?![\w’'-])""",
        re.VERBOSE,
    )
