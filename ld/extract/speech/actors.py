"""Those named in a sentence who can speak: people, groups, organizations and countries, each the head of its phrase."""

import re

from ld.extract.speech.clauses import CuedSentence
from ld.extract.speech.subjects import phrase_start
from ld.mentions import Named


def actors_in(sentence: CuedSentence, start: int, end: int) -> list[Named]:
    """Those who can speak, from *start* to *end* in order; of two that overlap or share a title the head only."""
    actors: list[Named] = []
    for named in sentence.names.within(start, end, "person", "group", "organization", "country"):
        if named.mention.kind == "demonym" or sentence.is_quoted(named.start) or _is_of_a_country(sentence, named):
            continue
        if named.entity.kind == "person":
            _drop_descriptions(sentence, named, actors)
        if not actors or named.start >= actors[-1].end:
            actors.append(named)
    return actors


def _is_of_a_country(sentence: CuedSentence, named: Named) -> bool:
    """Whether *named* is a group of one country's, which is another than that of the next: "Norwegian officials"."""
    if named.entity.kind != "group":
        return False
    before = sentence.names.ending_at(named.start - 1, "country")
    return before is not None and before.mention.kind == "demonym"


def _drop_descriptions(sentence: CuedSentence, person: Named, actors: list[Named]) -> None:
    """Take from the end of *actors* those who only say whose title *person* bears: "Norway's minister NAME"."""
    begin = phrase_start(sentence.text, person)
    while actors and begin < person.start and _describes(sentence.text, actors[-1], begin):
        begin = min(begin, actors.pop().start)


def _describes(text: str, actor: Named, begin: int) -> bool:
    """Whether *actor* belongs to the title that stands at *begin*: within it, or as its possessor."""
    return actor.start >= begin or _POSSESSIVE.match(text[actor.end : begin]) is not None


_POSSESSIVE = re.compile(r"\A(?:[’']s?)?\s+\Z")
