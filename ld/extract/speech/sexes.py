"""Whether the article refers to a person as a man or as a woman."""

import re
from typing import Literal

from ld.facts import Entity
from ld.text.before import search_before
from ld.text.lexicon import word_set
from ld.text.reading import Reading, once

Sex = Literal["he", "she"]
"""The pronoun of a person."""


def is_other_sex(text: Reading, person: Entity, pronoun: str) -> bool:
    """Whether *pronoun* cannot mean *person*, by a title, the given name or a pronoun beside a mention."""
    word = pronoun.lower()
    titled = _titled(text, person)
    if titled:
        return word not in titled
    named = pronoun_of_given_name(person.name)
    return named != word if named else _called_otherwise(text, person, word)


@once
def _titled(text: Reading, person: Entity) -> frozenset[str]:
    """The pronouns for the titles before the mentions: "Mrs.", "spokesman"."""
    found = (search_before(_TITLE, text, mention.start, _TITLE_REACH) for mention in person.mentions)
    return frozenset("she" if title["she"] else "he" for title in found if title)


def pronoun_of_given_name(name: str) -> Sex | None:
    """The pronoun for the given name; None if both men and women bear it, and for a name of one word."""
    given, _, family = name.partition(" ")
    if not family:
        return None
    if given in word_set("speech/given_names_of_men"):
        return "he"
    return "she" if given in word_set("speech/given_names_of_women") else None


@once
def _called_otherwise(text: Reading, person: Entity, pronoun: str) -> bool:
    """Whether the other pronoun follows a mention in its sentence, or opens the next one."""
    other = "she" if pronoun == "he" else "he"
    found = (_REST.match(text, mention.end) for mention in person.mentions)
    return any(after[1].lower() == other for after in found if after)


_TITLE_REACH = 24
_TITLE = re.compile(
    r"""
    (?<!\w) (?:
        (?P<she>
            Mrs\.?|Ms\.?|Miss|Lady|Dame                   # Mrs. Quist
          | [Qq]ueen|[Pp]rincess|\w*[a-z]woman|[Aa]ctress|widow  # spokeswoman Nora Quist
        )
      | Mr\.?|Sir|Lord|[Kk]ing|[Pp]rince                  # Sir Jan Okafor
      | (?:spokes|chair|business|congress)man             # chairman Jan Okafor
    ) \s+\Z
    """,
    re.VERBOSE,
)
_REST = re.compile(r"[^A-Z“”\".\n]{0,60}?(?:[.,]\s+)?\b([Hh]e|[Ss]he)\b")
