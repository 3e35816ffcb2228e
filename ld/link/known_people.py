"""People whom a knowledge base knows and the article names in full, though no word beside the name gives them away."""

import re
from collections.abc import Iterator

from ld.extract.names import Names, identifier
from ld.extract.words import CAPITALISED
from ld.facts import Entity, Facts, Mention
from ld.kb import Lookup

_MOST = 4
_PARTICLE = r"(?:(?:de|da|di|del|della|dos|du|van|von|der|den|ter|bin|ibn|al|el|la|le)[ \xa0]){0,2}"
_WORD = rf"(?:[A-Z]\.|{CAPITALISED})"
_RUN = re.compile(rf"(?<![\w.@/#-]){_WORD}(?:[ \xa0]{_PARTICLE}{_WORD})+")


def known_people(facts: Facts, kb: Lookup) -> Iterator[Entity]:
    """The people in the text whom *kb* has by their full name, and who are no entity of *facts* yet.

    A name is the end of a run of capitalised words that nothing else is named by. Later surnames go with it.
    Nobody is linked yet.
    """
    text = facts.article.text
    names = Names(facts.entities)
    found: dict[str, list[Mention]] = {}
    for run in _RUN.finditer(text):
        for start in _starts(text, *run.span()):
            name = " ".join(text[start : run.end()].split())
            if names.covers(start, run.end()):
                continue
            if kb.has_person(name):
                found.setdefault(name, []).append(Mention.of(text, start, run.end()))
                break
    taken = [entity.id for entity in facts.entities]
    for name, mentions in found.items():
        id_ = identifier("person", name, taken)
        taken.append(id_)
        yield Entity(id=id_, kind="person", name=name, mentions=(*mentions, *_surnames(text, name, mentions, names)))


def _starts(text: str, start: int, end: int) -> list[int]:
    """Where a name that ends the run may begin: two words before its end or more, the longest first."""
    words = [word.start() + start for word in re.finditer(r"\S+", text[start:end])]
    return words[-_MOST:-1]


def _surnames(text: str, name: str, mentions: list[Mention], names: Names) -> Iterator[Mention]:
    """Where the surname stands alone behind the first full name, named by nothing else."""
    surname = name.rpartition(" ")[2]
    first = mentions[0].end
    for match in re.compile(rf"(?<![\w.-]){re.escape(surname)}(?![\w-])").finditer(text, first):
        inside = any(mention.start <= match.start() < mention.end for mention in mentions)
        alone = not re.search(rf"{_WORD}[ \xa0]\Z", text[max(0, match.start() - 30) : match.start()])
        followed = re.match(rf"[ \xa0]{CAPITALISED}", text[match.end() : match.end() + 30])
        if not inside and alone and not followed and not names.covers(*match.span()):
            yield Mention.of(text, *match.span(), kind="short")
