"""Which of two people with the same surname speaks: not somebody's relative, and no woman who is called Mr."""

import re

from ld.extract.speech.sexes import pronoun_of_given_name
from ld.facts import Entity
from ld.mentions import Named
from ld.text.before import search_before
from ld.text.reading import Reading


def who_speaks(text: Reading, named: Named, entities: tuple[Entity, ...]) -> Named | None:
    """*named*, or its namesake if it is a surname alone whose bearer is only mentioned beside another's name.

    "NORA QUIST, wife of the late Sen. OLA QUIST … Quist said": Nora. None if it is not clear which other one is meant,
    and for a title that does not fit: "NORA QUIST … Mr. Quist said".
    """
    if named.entity.kind != "person" or named.mention.kind != "short":
        return named
    if _is_mistitled(text, named):
        return None
    surname = named.mention.exact.split()[-1]
    others = [each for each in entities if each.kind == "person" and each != named.entity and _bears(each, surname)]
    if not others or not _is_only_beside(text, named.entity):
        return named
    able = [each for each in others if not _is_only_beside(text, each)]
    return named._replace(entity=able[0]) if len(able) == 1 else None


def _is_mistitled(text: Reading, named: Named) -> bool:
    """Whether the title before *named* belongs to a man and the given name to a woman, or the other way round."""
    title = search_before(_TITLE, text, named.start, len("Mrs. "))
    given = pronoun_of_given_name(named.entity.name)
    return title is not None and given is not None and given != ("she" if title["she"] else "he")


_TITLE = re.compile(r"\b(?:(?P<she>Mrs|Ms|Miss)|Mr)\.?\s\Z")


def _bears(person: Entity, surname: str) -> bool:
    return person.name.split()[-1] == surname and any(mention.kind == "name" for mention in person.mentions)


def _is_only_beside(text: Reading, person: Entity) -> bool:
    """Whether each full name of *person* is part of a description of somebody else, or follows "late"."""
    full = [mention for mention in person.mentions if mention.kind == "name"]
    return bool(full) and all(search_before(_BESIDE, text, mention.start, _REACH) for mention in full)


_REACH = 60
_BESIDE = re.compile(
    r"""
    \b (?:
        (?: wife | husband | widow | widower | son | daughter | father | mother | brother | sister | nephew | niece
          | partner | child | children ) \s of
      | (?:wife|husband|son|daughter|father|mother|brother|sister) ,?
      | late
    )
    \s (?:(?:the|late|former)\s){0,3} (?:[A-Z][\w.]*\s){0,3} \Z
    """,
    re.VERBOSE,
)
