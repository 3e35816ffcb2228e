"""The tag after a legislator's name: "Sen. NAME (D-Conn.)", "NAME, R-Wis.,", "NAME (Lab, Leeds)"."""

import functools
import re
from typing import NamedTuple

from ld.facts import Entity
from ld.mentions import MentionIndex
from ld.text.lexicon import table


class Tag(NamedTuple):
    """A tag: the abbreviated *party*, which begins at *start*, and the *area* represented, which ends at *end*."""

    start: int
    party: str
    area: str
    end: int


def tag_behind(text: str, name_end: int) -> Tag | None:
    """The tag right after the name that ends at *name_end*."""
    found = _TAG.match(text, name_end)
    return Tag(found.start("party"), found["party"], found["area"], found.end("area")) if found else None


_TAG = re.compile(
    r"""
    (?: \s \( | ,\s )                                   # (
    (?P<party> D | R | I | Dem | Rep | Lab | Con | LD | Democrat | Republican )
    (?: \. ,? \s? | ,\s | [-–—/] | \sof\s )              # D., or D-, or Democrat of
    (?P<area> [A-Z] (?: [\w’'-] | \.(?=[A-Z]) | \s(?=[A-Z]) | (?<=St)\. | (?<=W)\.\s )* \.? )
    (?= \) | , | \. | \s | \Z )
    """,
    re.VERBOSE,
)


def area_of(tag: Tag, names: MentionIndex) -> Entity | None:
    """The place in *names* that *tag* means: "Conn." is Connecticut, if the text contains either."""
    state = _states().get(tag.area.removesuffix(".")) or tag.area
    spellings = {tag.area, state, *(short for short, name in _states().items() if name == state)}
    spellings |= {f"{short}." for short in spellings}
    for entity in names.entities:
        called = entity.kind == "place" and any(mention.exact in spellings for mention in entity.mentions)
        if called and (entity.name in spellings or not is_state(state)):
            return entity
    return None


@functools.cache
def _states() -> dict[str, str]:
    """The names of states by their abbreviations, without the last full stop."""
    return {
        short.removesuffix("."): row["name"]
        for row in table("phrases/state_abbreviations")
        for short in (row["name"], *row["short"].split("|"))
    }


def is_state(name: str) -> bool:
    """Whether *name* is a state of the USA, in full or abbreviated."""
    return name.removesuffix(".") in _states()


def state_of(name: str) -> str | None:
    """The state of the USA that *name* means, in full or abbreviated."""
    return _states().get(name.removesuffix("."))
