"""Whom a pronoun means: the one person, or the one group, named shortly before it; of two, nobody."""

import functools
import re
from collections.abc import Sequence

from ld.extract.names import Named, Names
from ld.extract.person_names import possible_names
from ld.extract.sentences import Sentence
from ld.extract.words import any_of, words
from ld.facts import Entity, EntityKind


def antecedent(  # noqa: PLR0913, PLR0917
    text: str, names: Names, pronoun: str, start: int, sentence: Sentence, quoted: Sequence[tuple[int, int]]
) -> Sequence[Named]:
    """The mention that the *pronoun* at *start* takes up, as a sequence of one; empty where that is not sure.

    *sentence* is its own; what stands in *quoted* stretches is passed over.
    Of several named shortly before, it is the one of the same paragraph, if an earlier sentence names it.
    """
    singular = pronoun.lower() != "they"
    kinds: tuple[EntityKind, ...] = ("person",) if singular else ("group", "organization")
    near = [
        named
        for named in reversed(names.within(sentence.part.start - _REACH, start, *kinds))
        if "\n\n\n" not in text[named.end : start] and not any(first < named.start < last for first, last in quoted)
    ]
    if len({named.entity.id for named in near}) != 1:
        near = [named for named in near if named.start >= sentence.part.start]
        if len({named.entity.id for named in near}) != 1 or near[-1].start >= sentence.start:
            return ()
    other = singular and (
        _names_another(text, names, near[0].end, start, quoted) or is_other(text, near[0].entity, pronoun)
    )
    return () if other else near[:1]


_REACH = 240


def _names_another(text: str, names: Names, start: int, end: int, quoted: Sequence[tuple[int, int]]) -> bool:
    """Whether capitalised words that name nobody known, but may name a person, stand in *start* to *end*."""
    others = [run.start for run in possible_names(text, names, start, end) if run.is_full or _speaks(text, run.name)]
    others += [match.start() for match in _somebody().finditer(text, start + 1, end) if match.start() > start + 2]
    return any(not any(first < other < last for first, last in quoted) for other in others)


def _speaks(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}\s+{any_of(*words('person_speech_verbs'))}\b", text) is not None


@functools.cache
def _somebody() -> re.Pattern[str]:
    kind = any_of(
        "source", "official", "spokesman", "spokeswoman", "spokesperson", "man", "woman", *words("descriptors")
    )
    return re.compile(rf"\b(?:an?|one|another)\s+(?:[\w-]+\s+){{0,2}}?{kind}\b")


def is_other(text: str, person: Entity, pronoun: str) -> bool:
    """Whether the text speaks of this person as of the other sex, right before or after one of the mentions."""
    other = "she" if pronoun.lower() == "he" else "he"
    for mention in person.mentions:
        before = _TITLE.search(text, max(0, mention.start - _TITLE_REACH), mention.start)
        after = _REST.match(text, mention.end)
        if (before and other == ("she" if before["she"] else "he")) or (after and after[1].lower() == other):
            return True
    return False


_TITLE_REACH = 24
_TITLE = re.compile(
    r"(?<!\w)(?:(?P<she>Mrs\.?|Ms\.?|Miss|Lady|Dame|[Qq]ueen|[Pp]rincess|\w*[a-z]woman|[Aa]ctress)"
    r"|Mr\.?|Sir|Lord|[Kk]ing|[Pp]rince|(?:spokes|chair|business|congress)man)\s+\Z"
)
_REST = re.compile(r"[^A-Z“”\".\n]{0,60}?(?:[.,]\s+)?\b([Hh]e|[Ss]he)\b")
