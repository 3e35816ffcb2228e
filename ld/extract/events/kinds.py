"""The kinds of events and the words that report each: tables of verbs and of nouns."""

import functools
from collections.abc import Iterator
from typing import Literal, NamedTuple

from ld.text.lexicon import table

Form = Literal["base", "present", "past", "participle", "progressive"]


class VerbRow(NamedTuple):
    """The *kind* of event that a verb reports if the words around it fit ("" if they give it another meaning).

    *objects* are nouns one of which the verb's object must contain, *behind* words that must follow the verb.
    *roles* says who is a participant: s the subject, o the object. *names* are what an editor calls the event, with {o}
    for the object of the verb and {s} for its subject: "arrest of {o}".
    """

    kind: str
    objects: frozenset[str]
    behind: tuple[str, ...]
    roles: str
    names: tuple[str, ...]


class Verb(NamedTuple):
    """A verb in one of its forms, and all that it can report, the most specific first."""

    forms: frozenset[Form]
    rows: tuple[VerbRow, ...]


class Noun(NamedTuple):
    """The *kind* of event that a noun names, and what its clause *needs*, such as a date.

    It names none if the words *unless* follow it, or those of *after* precede it.
    """

    kind: str
    unless: tuple[str, ...]
    needs: str
    after: tuple[str, ...]


@functools.cache
def verbs() -> dict[str, Verb]:
    """Each form of each verb, in lower case; a form that two verbs share is the past ("found", of "find")."""
    rows: dict[tuple[str, ...], list[VerbRow]] = {}
    for row in table("events/event_verbs"):
        behind, names = (tuple(filter(None, row[column].split("|"))) for column in ("behind", "name"))
        told = VerbRow(row["kind"], _set(row["object"]), behind, row["roles"], names)
        rows.setdefault(tuple(row["verb"].split()), []).append(told)
    forms: dict[str, Verb] = {}
    for parts, told_by_verb in rows.items():
        for form, word in _conjugated(*parts):
            known = forms.get(word)
            if known and known.rows == tuple(told_by_verb):
                forms[word] = known._replace(forms=known.forms | {form})
            elif known is None or form in {"past", "participle"}:
                forms[word] = Verb(frozenset((form,)), tuple(told_by_verb))
    return forms


def _conjugated(base: str, past: str, participle: str = "") -> Iterator[tuple[Form, str]]:
    yield "base", base
    yield "past", past
    yield "participle", participle or past
    yield "present", _third_person(base)
    yield "progressive", _progressive(base, past)


def _third_person(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return f"{base}es"
    return f"{base[:-1]}ies" if base.endswith("y") and base[-2] not in "aeou" else f"{base}s"


def _progressive(base: str, past: str) -> str:
    """The form in -ing, which doubles its consonant if the past does ("banned")."""
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith("ee"):
        return f"{base[:-1]}ing"
    doubled = past == f"{base}{base[-1]}ed" or base in _DOUBLED
    return f"{base}{base[-1]}ing" if doubled else f"{base}ing"


_DOUBLED = ("win", "begin", "cut", "swim")


def _set(entries: str) -> frozenset[str]:
    return frozenset(filter(None, entries.split("|")))


@functools.cache
def nouns() -> dict[str, tuple[Noun, ...]]:
    """All that each noun for an event can mean; one with a capital ("World Cup") only in that spelling."""
    rows: dict[str, list[Noun]] = {}
    for row in table("events/event_nouns"):
        unless, after = (tuple(filter(None, row[column].split("|"))) for column in ("not", "after"))
        noun = Noun(row["kind"], unless, row["needs"], after)
        for word in row["nouns"].split("|"):
            rows.setdefault(word, []).append(noun)
    return {word: tuple(meant) for word, meant in rows.items()}


@functools.cache
def natures() -> dict[str, str]:
    """The nature of each kind: "sudden", "lasting", "weak" or "" (``data/event_kinds.csv``)."""
    return {row["kind"]: row["nature"] for row in table("events/event_kinds")}
