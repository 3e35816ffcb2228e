"""People named in an article: by full name, and by a short form of it."""

import bisect
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ld.article import Author, Citation
from ld.extract.contributions import signers
from ld.extract.entities.other_senses import is_called_after, is_home, is_town_of_state
from ld.extract.entities.people.candidates import Run, possible_names
from ld.extract.entities.people.full_names import plain_name
from ld.extract.entities.people.signs import introduced_names, is_aged, is_titled
from ld.extract.entities.typer.tokens import GENERATIONS
from ld.extract.phrases.titles import Title, title_after, title_before
from ld.facts import Entity, Mention, MentionKind
from ld.mentions import MentionIndex, identifier
from ld.text.lexicon import word_set
from ld.text.reading import Reading
from ld.text.spans import Spans


class _PersonHit(NamedTuple):
    """A mention of a person. *name* is the full name where it is known; *kind* tells how it stands here."""

    start: int
    end: int
    name: str
    kind: MentionKind = "name"


def find_people(
    text: Reading,
    names: MentionIndex,
    known_spans: Sequence[tuple[int, int]] = (),
    single_spans: Sequence[tuple[int, int]] = (),
) -> list[Entity]:
    """The people named in *text*, authors too, each with all mentions; spans that *names* covers are not considered.

    A run of capitalised words is a person's name when words beside it in the text say so, in a headline only
    when the text says so too, for there every word may have a capital; at *known_spans* stands the full name of
    somebody known; a single word is one when it is a short form of such a name, or follows a title such as "President".
    At *single_spans* stand single words that name somebody: by the first or the last name of a person named in full,
    or of nobody else.
    """
    known = list(_authors(text))
    known += [
        _PersonHit(start, end, plain_name(" ".join(text[start:end].split())))
        for start, end in _free(known_spans, names, known)
    ]
    introduced, short = _full_and_short(text, _runs_beside(text, names, known), known)
    full = _by_whole_name([*known, *introduced])
    singles = [
        Run(start, end, text[start:end]) for start, end in _free(single_spans, names, full) if not is_home(text, start)
    ]
    single = Spans((run.start, run.end) for run in singles)
    short = [run for run in short if not single.overlapping(run.start, run.end)]
    entities = _entities(text, [*full, *_short_forms(text, short, full), *_single_names(text, singles, full)])
    return [*entities, *_outside(text, entities)]


def _by_whole_name(full: Sequence[_PersonHit]) -> list[_PersonHit]:
    """*full*; who bears the last two words of one longer name before is the same: "Ola Das Quist", "Das Quist"."""
    longer: dict[str, set[str]] = {}
    joined = []
    for hit in sorted(full):
        names = longer.get(_folded(hit.name), set())
        joined.append(hit._replace(name=min(names), kind="short") if len(names) == 1 else hit)
        ending = _folded(hit.name).partition(" ")[2]
        if ending.count(" ") == 1:
            longer.setdefault(ending, set()).add(hit.name)
    return joined


def _authors(text: Reading) -> Iterator[_PersonHit]:
    """Where the article names its authors."""
    for author in _people_who_sign(text):
        for citation in author.evidence:
            if isinstance(citation, Citation):
                yield _PersonHit(citation.start, citation.end, author.value)


def _people_who_sign(text: Reading) -> list[Author]:
    return [author for author in signers(text.article) if author.kind == "person"]


def _free(spans: Iterable[tuple[int, int]], names: MentionIndex, hits: Iterable[_PersonHit]) -> list[tuple[int, int]]:
    """Those of *spans* that overlap neither one of *names* nor one of *hits*."""
    taken = Spans((hit.start, hit.end) for hit in hits)
    return [span for span in spans if not taken.overlapping(*span) and not names.covers(*span)]


def _runs_beside(text: Reading, names: MentionIndex, known: Iterable[_PersonHit]) -> list[Run]:
    """The runs that can be names of people, but for ships called after somebody, and for what is *known*."""
    taken = Spans((hit.start, hit.end) for hit in known)
    return [
        run
        for run in possible_names(text, names)
        if not is_called_after(text, run.start)
        and not taken.overlapping(run.start, run.end)
        and not (" " not in run.name and is_home(text, run.start))
        and not is_town_of_state(text, run.start, run.end)
    ]


def _full_and_short(
    text: Reading, runs: Sequence[Run], known: Sequence[_PersonHit]
) -> tuple[list[_PersonHit], list[Run]]:
    """Those of *runs* that name somebody in full, and those that may be short for such a name or one of *known*."""
    headline = max((part.end for part in text.article.of_kind("headline")), default=0)
    introduced = introduced_names(text, [run for run in runs if run.start >= headline])
    names = {_folded(name) for name in (*introduced, *(person.name for person in known))}
    endings = {ending for name in names if (ending := name.partition(" ")[2])}
    people = names - endings
    runs = [_without_epithet(text, run, people) for run in runs]
    full = [_PersonHit(*run) for run in runs if run.is_full and _folded(run.name) in people]
    aged = {run.name for run in runs if run.name in word_set("given_names") and is_aged(text, run)}
    aged -= {word for name in (*introduced, *(person.name for person in known)) for word in name.split()}
    full += [_PersonHit(*run) for run in runs if run.name in aged and run.start >= headline]
    short = [run for run in runs if not run.is_full or _folded(run.name) in endings]
    return full, [run for run in short if run.name not in aged]


def _outside(text: Reading, entities: Sequence[Entity]) -> Iterator[Entity]:
    """The authors whom the text itself does not name: the page around it does, or the user."""
    taken = [entity.id for entity in entities]
    for author in _people_who_sign(text):
        if not any(isinstance(proof, Citation) for proof in author.evidence):
            id_ = identifier("person", author.value, taken)
            taken.append(id_)
            yield Entity(id=id_, kind="person", name=author.value, evidence=author.evidence)


def _without_epithet(text: str, run: Run, known: set[str]) -> Run:
    """*run* without a first word that is none of the name: "Tireless Ada Quill", where "Ada Quill" is known."""
    rest = run.name.partition(" ")[2]
    if " " not in rest or _folded(run.name) in known or _folded(rest) not in known:
        return run
    start = re.compile(r"\S+\s+").match(text, run.start)
    return run._replace(start=start.end(), name=rest) if start else run


def _short_forms(text: Reading, runs: Sequence[Run], found: Sequence[_PersonHit]) -> Iterator[_PersonHit]:
    """Single words that are short forms of the names in *found*, or that follow a title."""
    by_form: dict[str, _Bearers] = {}
    for person in sorted(found):
        for form in _forms(person.name):
            by_form.setdefault(form, _Bearers(text)).add(person)
    for run in runs:
        bearers = by_form.get(run.name)
        if bearers:
            name = bearers.meant_by(run)
            if name:
                yield _PersonHit(run.start, run.end, name, "short")
            elif bearers.reigns(run) and _is_titled(text, run):
                yield _PersonHit(*run)
        elif not run.is_full and _is_titled(text, run):
            yield _PersonHit(*run)


def _single_names(text: Reading, singles: Sequence[Run], found: Sequence[_PersonHit]) -> Iterator[_PersonHit]:
    """Single words that name somebody: one of those *found*, if exactly one has that last or that first name."""
    by_last: dict[str, _Bearers] = {}
    by_first: dict[str, set[str]] = {}
    for person in sorted(found):
        for form in _forms(person.name):
            by_last.setdefault(form, _Bearers(text)).add(person)
        by_first.setdefault(person.name.split()[0], set()).add(person.name)
    by_start = {person.start: person.name for person in found if " " in person.name}
    for run in singles:
        joined = _AND.match(text, run.end)
        if joined and (other := by_start.get(joined.end())) and run.name in word_set("given_names"):
            yield _PersonHit(run.start, run.end, f"{run.name} {other.split()[-1]}")
            continue
        bearers, named = by_last.get(run.name), by_first.get(run.name, set())
        if bearers and bearers.reigns(run):
            yield _PersonHit(*run)
        elif bearers and (name := bearers.meant_by(run)):
            yield _PersonHit(run.start, run.end, name, "short")
        elif len({_folded(name) for name in named}) == 1:
            yield _PersonHit(run.start, run.end, min(named), "short")
        elif not bearers and not named:
            yield _PersonHit(*run)


_AND = re.compile(r"[ \xa0](?:and|&)[ \xa0]")


def _forms(name: str) -> set[str]:
    """How a name is shortened: to its last word or words; to the first where the family name stands there."""
    words = [word for word in name.split() if word.rstrip(".") not in GENERATIONS]
    if len(words) < _GIVEN_AND_FAMILY:
        return set(words)
    ending = " ".join(words[1:])
    family_first = words[0] in word_set("people/family_names_first")
    given_last = re.fullmatch(r"\w+-[a-z]\w*", words[-1]) is not None
    if family_first and (given_last or len(words) > _GIVEN_AND_FAMILY):
        return {words[0]}
    forms = {words[0], words[-1], ending} if family_first else {words[-1], ending}
    return {form for form in forms if len(form.rstrip(".")) > 1}


_GIVEN_AND_FAMILY = 2


class _Bearers:
    """Those who share a short form, in the order of their mentions."""

    def __init__(self, text: Reading) -> None:
        self._text = text
        self._mentions: list[_PersonHit] = []
        self._names: set[str] = set()
        self._titled: dict[str, dict[str, str]] = {}

    def add(self, person: _PersonHit) -> None:
        """Add a mention, which stands behind those before."""
        self._mentions.append(person)
        self._names.add(_folded(person.name))
        title = title_before(self._text, person.start) or title_after(self._text, person.end)
        if title:
            self._titled.setdefault(self._head(title), {})[_folded(person.name)] = person.name

    def meant_by(self, run: Run) -> str | None:
        """The one person so called; of several the one who bears the title before *run*, else the one named most.

        Of two named as often it is the one named last; a middle name more or less makes nobody another.
        """
        title = title_before(self._text, run.start)
        alike = self._titled.get(self._head(title), {}) if title else {}
        if len(alike) == 1:
            return next(iter(alike.values()))
        if self.reigns(run):
            return None
        if len(self._names) == 1:
            return self._mentions[0].name
        before = self._mentions[: bisect.bisect_right(self._mentions, run.start, key=lambda person: person.end)]
        times = Counter(_ends(person.name) for person in before)
        most = max(times.values(), default=0)
        return next((person.name for person in reversed(before) if times[_ends(person.name)] == most), None)

    def reigns(self, run: Run) -> bool:
        """Whether a title stands before *run* that goes with a given name, so that no surname is meant."""
        title = title_before(self._text, run.start)
        return title is not None and self._head(title) in _REIGNING

    def _head(self, title: Title) -> str:
        return self._text[title.start : title.end].lower().rsplit(" ", 1)[-1]


_REIGNING = frozenset(("king", "queen", "prince", "princess", "pope", "emperor"))


def _ends(name: str) -> tuple[str, str]:
    words = name.split()
    return words[0], words[-1]


def _is_titled(text: Reading, run: Run) -> bool:
    """Whether a title stands before the word outside a headline, in which every word has a capital."""
    part = text.article.part_at(run.start) if is_titled(text, run) else None
    return part is not None and part.kind != "headline"


def _entities(text: str, found: Iterable[_PersonHit]) -> list[Entity]:
    by_name: dict[str, list[_PersonHit]] = {}
    for person in sorted(found):
        by_name.setdefault(_folded(person.name), []).append(person)
    _join_initials(by_name)
    entities: dict[str, Entity] = {}
    for mentions in by_name.values():
        name = next((person.name for person in mentions if person.kind == "name"), mentions[0].name)
        id_ = identifier("person", name, entities)
        entities[id_] = Entity(
            id=id_,
            kind="person",
            name=name,
            mentions=tuple(Mention.of(text, person.start, person.end, kind=person.kind) for person in mentions),
        )
    return list(entities.values())


def _join_initials(by_name: dict[str, list[_PersonHit]]) -> None:
    """Make "Ada J. Quill" and "Ada Quill" one, where no other letter stands in the middle."""
    longer: dict[str, list[str]] = {}
    for name in by_name:
        words = name.split(" ")
        if len(words) == _WITH_INITIAL and len(words[1]) == 1:
            longer.setdefault(f"{words[0]} {words[2]}", []).append(name)
    for name, others in longer.items():
        if name in by_name and len(others) == 1:
            by_name[others[0]] = sorted((*by_name[others[0]], *by_name.pop(name)))


_WITH_INITIAL = 3


def _folded(name: str) -> str:
    return " ".join(name.replace("-", " ").replace(".", "").split()).casefold()
