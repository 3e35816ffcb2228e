"""The people meant by part of a name: a family name, a first name, a king's name."""

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ld.extract.entities.people.candidates import Run
from ld.extract.entities.people.signs import is_titled
from ld.extract.entities.typer.tokens import GENERATIONS
from ld.extract.phrases.titles import Title, title_after, title_before
from ld.facts import MentionKind
from ld.text.lexicon import word_set
from ld.text.reading import Reading, once


class PersonHit(NamedTuple):
    """A mention of a person. *name* is the full name if known; *kind* is the form of this mention."""

    start: int
    end: int
    name: str
    kind: MentionKind = "name"


def short_forms(text: Reading, runs: Sequence[Run], found: Sequence[PersonHit]) -> Iterator[PersonHit]:
    """Single words that are short forms of names in *found*, or that follow a title."""
    by_form: dict[str, _Bearers] = {}
    for person in sorted(found):
        for form in _forms(person.name):
            by_form.setdefault(form, _Bearers(text)).add(person)
    for run in runs:
        bearers = by_form.get(run.name)
        if bearers:
            name = bearers.meant_by(run)
            if name:
                yield PersonHit(run.start, run.end, name, "short")
            elif bearers.reigns(run) and _is_titled(text, run):
                yield PersonHit(*run)
        elif not run.is_full and _is_titled(text, run):
            yield PersonHit(*run)


def single_names(text: Reading, singles: Sequence[Run], found: Sequence[PersonHit]) -> Iterator[PersonHit]:
    """Single words that name somebody: a person in *found* if exactly one has that last or first name, else another."""
    by_last: dict[str, _Bearers] = {}
    by_first: dict[str, set[str]] = {}
    for person in sorted(found):
        for form in _forms(person.name):
            by_last.setdefault(form, _Bearers(text)).add(person)
        by_first.setdefault(person.name.split()[0], set()).add(person.name)
    by_start = {person.start: person.name for person in found if " " in person.name}
    for run in singles:
        joined = _AND.match(text, run.end)
        other = by_start.get(joined.end(), "").split() if joined else []
        if len(other) == _GIVEN_AND_FAMILY and run.name in word_set("given_names"):
            yield PersonHit(run.start, run.end, f"{run.name} {other[-1]}")
            continue
        bearers, named = by_last.get(run.name), by_first.get(run.name, set())
        if bearers and bearers.reigns(run):
            yield PersonHit(*run)
        elif bearers and (name := bearers.meant_by(run)):
            yield PersonHit(run.start, run.end, name, "short")
        elif len({folded(name) for name in named}) == 1:
            yield PersonHit(run.start, run.end, min(named), "short")
        elif not bearers and not named:
            yield PersonHit(*run)


_AND = re.compile(r"[ \xa0](?:and|&)[ \xa0]")


def _forms(name: str) -> set[str]:
    """The short forms of a name: its last word or words, or the first if that is the family name."""
    words = [word for word in name.split() if word.rstrip(".") not in GENERATIONS]
    if len(words) < _GIVEN_AND_FAMILY:
        return set(words)
    ending = " ".join(words[1:])
    family_first = words[0] in word_set("people/family_names_first")
    given_last = re.fullmatch(r"\w+-[a-z]\w*", words[-1]) is not None
    if family_first and (given_last or len(words) > _GIVEN_AND_FAMILY):
        return {words[0]}
    forms = {words[-1], ending, ending[0].upper() + ending[1:]}  # "Bin Quist" at the beginning of a sentence
    if family_first:
        forms.add(words[0])
    if len(words[-1]) >= _SHORTEST_IN_CAPITALS:
        forms.add(words[-1].upper())  # "QUIST:" before what she says
    return {form for form in forms if len(form.rstrip(".")) > 1}


_GIVEN_AND_FAMILY = 2
_SHORTEST_IN_CAPITALS = 4
"""Fewer capitals may be an acronym."""


class _Bearers:
    """The people who share a short form, in the order of their mentions."""

    def __init__(self, text: Reading) -> None:
        self._text = text
        self._mentions: list[PersonHit] = []
        self._names: set[str] = set()
        self._titled: dict[str, dict[str, str]] = {}

    def add(self, person: PersonHit) -> None:
        """Add a mention, which must follow those added before."""
        self._mentions.append(person)
        self._names.add(folded(person.name))
        title = title_before(self._text, person.start) or title_after(self._text, person.end)
        if title:
            self._titled.setdefault(self._head(title), {})[folded(person.name)] = person.name

    def meant_by(self, run: Run) -> str | None:
        """The person meant by *run*: among several, the one with the title before it, else the one named most often.

        Of two named equally often, the one named last; a middle name does not make another person.
        """
        title = title_before(self._text, run.start)
        alike = self._titled.get(self._head(title), {}) if title else {}
        if len(alike) == 1:
            return next(iter(alike.values()))
        if self.reigns(run) or run.name in _monarchs(self._text):
            return None
        if len(self._names) == 1:
            return self._mentions[0].name
        before = self._mentions[: bisect.bisect_right(self._mentions, run.start, key=lambda person: person.end)]
        times = Counter(_ends(person.name) for person in before)
        most = max(times.values(), default=0)
        return next((person.name for person in reversed(before) if times[_ends(person.name)] == most), None)

    def reigns(self, run: Run) -> bool:
        """Whether a title before *run* takes a given name, so that no surname is meant."""
        title = title_before(self._text, run.start)
        return title is not None and self._head(title) in _REIGNING

    def _head(self, title: Title) -> str:
        return self._text[title.start : title.end].lower().rsplit(" ", 1)[-1]


_REIGNING = frozenset(("king", "queen", "prince", "princess", "pope", "emperor"))


@once
def _monarchs(text: Reading) -> frozenset[str]:
    """The words that follow the title of a monarch: "King Ola". Alone, such a word may mean two people."""
    after = (_WORD.match(text, start + len(throne)) for start, throne in text.words.occurrences(_THRONES))
    return frozenset(word["name"] for word in after if word)


_WORD = re.compile(r" (?P<name>[A-Z][\w-]*)")
_THRONES = frozenset(title.capitalize() for title in _REIGNING)


def _ends(name: str) -> tuple[str, str]:
    words = name.split()
    return words[0], words[-1]


def _is_titled(text: Reading, run: Run) -> bool:
    """Whether a title precedes the word outside a headline, in which every word has a capital."""
    part = text.article.part_at(run.start) if is_titled(text, run) else None
    return part is not None and part.kind != "headline"


def with_particles(text: str, hit: PersonHit) -> PersonHit:
    """*hit* with the particles of the family name that precede it: "bin Quist", of "Nora bin Quist"."""
    own, words = text[hit.start : hit.end].split(), hit.name.split()
    rest = words[: -len(own)] if own == words[-len(own) :] else []
    particles = " ".join(itertools.takewhile(str.islower, reversed(rest)))
    if not particles:
        return hit
    before = f"{' '.join(reversed(particles.split()))} "
    return hit._replace(start=hit.start - len(before)) if text.endswith(before, 0, hit.start) else hit


def folded(name: str) -> str:
    """*name* in lower case without hyphens and full stops, so that spellings of one person's name are equal."""
    return " ".join(name.replace("-", " ").replace(".", "").split()).casefold()
