"""What an editor calls an event that a noun names: "trial of Nora Quist", "fire in a hotel"."""

import re
from typing import NamedTuple

from ld.extract.events.noun_phrases import phrase_behind, purpose_behind
from ld.extract.events.phrase_words import as_name
from ld.extract.events.surroundings import Surroundings
from ld.facts import Reference
from ld.text.calendar_words import MONTHS, WEEKDAYS


class NounName(NamedTuple):
    """The *words* of a name, where in the text those stand that it is made of, and the *owner* of the event in it."""

    words: str
    start: int
    end: int
    owner: Reference | None = None


def name_of_owner(around: Surroundings, kind: str) -> NounName | None:
    """The name of what befalls its owner: "Nora Quist’s arrest" is "arrest of Nora Quist"."""
    owner = _OWNER.search(around.text, around.sentence.start, around.start)
    if owner is None or kind not in _BEFALLS or _WHOM.match(around.text, around.end):
        return None
    named = around.names.ending_at(owner.start(), "person", "organization")
    if named is None:
        return None
    head, who = around.text[around.start : around.end], around.text[named.start : named.end]
    return NounName(
        f"{head} of {who}", named.start, around.end, around.reference(named, named.start, around.end, _RULE)
    )


_OWNER = re.compile(r"(?:[’']s|(?<=s)[’'])\s\Z")
_WHOM = re.compile(r"\s(?:of|against|over|between|into)\s")
_RULE = "owner of a noun for an event"
_BEFALLS = frozenset(
    ("appointment", "arrest", "birth", "death", "dismissal", "kidnapping", "release", "resignation", "trial")
)
"""Kinds of events of somebody, not by somebody: "Nora Quist’s resignation"."""


def noun_name(around: Surroundings, name_start: int) -> NounName:
    """The words of the name with what hangs on them, and where: "trial of Nora Quist", "fire in a hotel"."""
    text, end = around.text, around.end
    joint = _HANGS_ON.match(text, end)
    if joint and (phrase := phrase_behind(text, joint.end(), around.sentence.end)):
        both = text.find(" and ", phrase.start, phrase.end)
        tells_another = both > 0 and any(both < noun < phrase.end for noun in around.nouns)
        stop = both if tells_another else phrase.end
        long = as_name(text[name_start:stop])
        if len(long) <= _LONGEST_NAME:
            return NounName(long, name_start, stop)
    purpose = purpose_behind(text, name_start, end, around.sentence.end)
    if purpose and purpose - name_start <= _LONGEST_NAME:
        return NounName(as_name(text[name_start:purpose]), name_start, purpose)
    name = as_name(text[name_start:end])
    is_one_word = name_start == around.start == around.sentence.start and name.isalpha()
    return NounName(name.lower() if is_one_word else name, name_start, end)


_HANGS_ON = re.compile(
    rf"""
    \s (?:of|on|against|between|over|into|in|at|near) \s
    (?! (?:the\s)? (?: {"|".join((*MONTHS, *WEEKDAYS))} | \d{{4}} | early | late | last )\b | [A-Z][a-z]{{2,8}}\.?\s\d )
    """,
    re.VERBOSE,
)
"""Behind a noun for an event: what leads to the words that belong to its name, but not to a day."""
_LONGEST_NAME = 80
