"""Documents named in an article: treaties, agreements, laws."""

import re
from collections.abc import Iterator

from ld.extract.names import Names, identifier
from ld.extract.words import CAPITALISED, any_of, words
from ld.facts import Entity, Mention


def find_works(text: str, names: Names) -> list[Entity]:
    """The documents that *text* names with a capital: "Treaty on …", "… Accord"; a mention of *names* is none."""
    mentions: dict[str, list[Mention]] = {}
    for start, end in _spans(text):
        name = re.sub(r"\s+", " ", text[start:end])
        if not names.within(start, end, "organization"):
            mentions.setdefault(name, []).append(Mention.of(text, start, end))
    entities: list[Entity] = []
    for name, spans in mentions.items():
        taken = [entity.id for entity in entities]
        entities.append(Entity(id=identifier("work", name, taken), kind="work", name=name, mentions=tuple(spans)))
    return entities


_HEAD = any_of(*words("work_heads"))
_SMALL = r"(?:(?:of|on|for|and|the|in|against)[ \xa0]){1,3}"
_PHRASE = re.compile(
    rf"(?<![\w–—-])(?:{CAPITALISED}[ \xa0](?:and[ \xa0])?){{0,6}}{_HEAD}(?![\w-])"
    rf"(?:[ \xa0]{_SMALL}{CAPITALISED}(?:[ \xa0](?:{_SMALL})?{CAPITALISED}){{0,7}})?"
)
_OPENER = re.compile(r"(?:The|A|An|This|That|In|Under|By|Its|Their|Our|His|Her)[ \xa0]")


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for match in _PHRASE.finditer(text):
        opener = _OPENER.match(text, match.start())
        start = opener.end() if opener else match.start()
        if " " in text[start : match.end()]:
            yield start, match.end()
