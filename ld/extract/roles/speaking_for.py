"""Speakers for an association named beside them: "NAME from the Harbour Union says", "the union’s NAME"."""

import functools
import re
from collections.abc import Iterator

from ld.extract.phrases.parties import party_called
from ld.extract.roles.joining import Belonging
from ld.mentions import MentionIndex, Named
from ld.text.before import search_before
from ld.text.lexicon import any_of, words
from ld.text.reading import Reading


def speaking_for(text: Reading, names: MentionIndex) -> Iterator[Belonging]:
    """The memberships of people who speak for an association of people; not of employees of other bodies."""
    for body in names.within(0, len(text), "organization"):
        is_party = party_called(body.mention.exact) is not None
        if not (is_party or _associations().search(body.entity.name)) or _OF_STATES.match(body.entity.name):
            continue
        person = _before(text, names, body) or _behind(text, names, body)
        if person:
            start, end = min(body.start, person.start), max(body.end, person.end)
            yield Belonging(start, end, body.entity.id, person.entity.id, "speaker of an association")


def _before(text: Reading, names: MentionIndex, body: Named) -> Named | None:
    """The person named before their *body*: "NAME, from the Harbour Union, says", "said NAME of the"."""
    gap = search_before(_FROM, text, body.start, _REACH)
    person = names.ending_at(gap.start(), "person") if gap else None
    if person is None or gap is None or text.startswith(("’", "'"), body.end):
        return None
    if _says().match(text, body.end):
        return person
    return person if search_before(_said(), text, person.start, _REACH) and _CLOSED.match(text, body.end) else None


def _behind(text: Reading, names: MentionIndex, body: Named) -> Named | None:
    """The person named as the *body*’s: "the Harbour Union’s NAME says"."""
    owner = _OWNER.match(text, body.end)
    person = names.starting_at(owner.end(), owner.end(), "person") if owner else None
    return person if person and _says().match(text, person.end) else None


_REACH = 60
_OWNER = re.compile(r"[’']s?\s")
_FROM = re.compile(r",?\s(?:from|of)\s(?:the\s)?(?:[a-z][\w-]*\s)?\Z")
_CLOSED = re.compile(r"[.,;”\n]|\s(?:and|in|on|who|which)\b")
_OF_STATES = re.compile(
    r"""
    (?: European | African | Arab | Asian | Eurasian | Soviet | Russian | World | United | UN | International )\b
    | .* \b(?:City|County|Town|Borough|District|Security|National)\s(?:Council|Committee)\b
    """,
    re.VERBOSE,
)
"""Bodies of states, and others whose speakers are officials."""


@functools.cache
def _associations() -> re.Pattern[str]:
    """The word that ends the name of an association, or that precedes what it is for."""
    return re.compile(
        rf"\b (?:{any_of(*words('roles/associations'))}) (?= \Z | \s(?:of|for|against|Against|Of|For|to)\b )",
        re.VERBOSE,
    )


@functools.cache
def _says() -> re.Pattern[str]:
    return re.compile(rf",?\s (?:has\s|also\s)? (?:{any_of(*words('phrases/speech_verbs'))}|fears) \b", re.VERBOSE)


@functools.cache
def _said() -> re.Pattern[str]:
    verbs = any_of(*words("phrases/person_speech_verbs"))
    return re.compile(rf"\b (?:{verbs}) \s (?:(?:Dr|Mr|Mrs|Ms)\.?\s)? \Z", re.VERBOSE)
