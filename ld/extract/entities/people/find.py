"""People named in an article: by full name, or by a short form of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from ld.article import Author, Citation
from ld.extract.contributions import signers
from ld.extract.entities.other_senses import is_called_after, is_home, is_town_of_state
from ld.extract.entities.people.candidates import Run, possible_names
from ld.extract.entities.people.full_names import plain_name
from ld.extract.entities.people.short_forms import PersonHit, folded, short_forms, single_names, with_particles
from ld.extract.entities.people.signs import introduced_names, is_aged
from ld.extract.phrases.capitalised import is_calendar
from ld.extract.phrases.titles import title_before
from ld.facts import Entity, Mention
from ld.mentions import MentionIndex, identifier
from ld.text.before import search_before
from ld.text.lexicon import word_set
from ld.text.reading import Reading
from ld.text.spans import Spans


def find_people(
    text: Reading,
    names: MentionIndex,
    known_spans: Sequence[tuple[int, int]] = (),
    single_spans: Sequence[tuple[int, int]] = (),
) -> list[Entity]:
    """The people named in *text*, including its authors, with all their mentions; spans covered by *names* are skipped.

    A run of capitalised words is a person's name if its context shows it; for one in a headline, where every word may
    have a capital, the text must show it too. *known_spans* are the full names of known people. A single word is a name
    if it is a short form of such a name, or follows a title such as "President".
    *single_spans* are single words that name somebody: by the first or last name of a person named in full, or somebody
    else.
    """
    known = list(_authors(text))
    known += [
        PersonHit(start, end, plain_name(" ".join(text[start:end].split())))
        for start, end in _free(known_spans, names, known)
    ]
    called = {text[start:end] for start, end in _free(single_spans, names, known)}
    called -= {hit.name.rpartition(" ")[2] for hit in known}
    introduced, short = _full_and_short(text, _runs_beside(text, names, known), known, called)
    full = _by_whole_name([*known, *introduced])
    singles = [
        Run(start, end, text[start:end]) for start, end in _free(single_spans, names, full) if not is_home(text, start)
    ]
    single = Spans((run.start, run.end) for run in singles)
    short = [run for run in short if not single.overlapping(run.start, run.end)]
    taken = {run.start for run in (*short, *singles)} | {hit.start for hit in full}
    short += [run for run in _ordinary_surnames(text, names, full) if run.start not in taken]
    shortened = (*short_forms(text, short, full), *single_names(text, singles, full))
    entities = _entities(text, [*full, *(with_particles(text, hit) for hit in shortened)])
    return [*entities, *_outside(text, entities)]


def _ordinary_surnames(text: Reading, names: MentionIndex, full: Iterable[PersonHit]) -> Iterator[Run]:
    """Mentions of people in *full* by a family name that is otherwise an ordinary word: "Mr Hill", "Hill’s ship"."""
    surnames = {hit.name.rpartition(" ")[2] for hit in full if " " in hit.name} & word_set("people/no_person_words")
    for surname in sorted(surnames):
        for start in text.words.offsets_of(surname):
            end = start + len(surname)
            if names.covers(start, end) or _GOES_ON.match(text, end) or is_calendar(surname):
                continue
            if (
                search_before(_HONORED, text, start, _NEAR)
                or title_before(text, start)
                or (_ACTS.match(text, end) and not search_before(_PRECEDED, text, start, _NEAR))
            ):
                yield Run(start, end, surname)


_NEAR = 20
_GOES_ON = re.compile(r"[ \xa0-][A-Z]")
_HONORED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\.?[ \xa0]\Z")
_PRECEDED = re.compile(r"(?:\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Nn]o|[Oo]f)|[A-Z][\w.’'-]*),?[ \xa0]\Z")
_ACTS = re.compile(r"[’']s\b|,[ \xa0](?:\d\d\b|who\b)|[ \xa0](?:said|says|told|was|is|has|had|added)\b")
"""What follows a person's name rather than an ordinary word: an age, a possession, a verb."""


def _by_whole_name(full: Sequence[PersonHit]) -> list[PersonHit]:
    """*full*, with the last two words of one longer name before as that name: "Ola Das Quist", "Das Quist"."""
    longer: dict[str, set[str]] = {}
    joined = []
    for hit in sorted(full):
        names = longer.get(folded(hit.name), set())
        joined.append(hit._replace(name=min(names), kind="short") if len(names) == 1 else hit)
        ending = folded(hit.name).partition(" ")[2]
        if ending.count(" ") == 1:
            longer.setdefault(ending, set()).add(hit.name)
    return joined


def _authors(text: Reading) -> Iterator[PersonHit]:
    """The mentions of the authors in the article."""
    for author in _people_who_sign(text):
        for citation in author.evidence:
            if isinstance(citation, Citation):
                yield PersonHit(citation.start, citation.end, author.value)


def _people_who_sign(text: Reading) -> list[Author]:
    return [author for author in signers(text.article) if author.kind == "person"]


def _free(spans: Iterable[tuple[int, int]], names: MentionIndex, hits: Iterable[PersonHit]) -> list[tuple[int, int]]:
    """The *spans* that overlap none of *names* and none of *hits*."""
    taken = Spans((hit.start, hit.end) for hit in hits)
    return [span for span in spans if not taken.overlapping(*span) and not names.covers(*span)]


def _runs_beside(text: Reading, names: MentionIndex, known: Iterable[PersonHit]) -> list[Run]:
    """The runs that can be names of people, except ships named after somebody, homes, and what is *known*."""
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
    text: Reading, runs: Sequence[Run], known: Sequence[PersonHit], called: AbstractSet[str]
) -> tuple[list[PersonHit], list[Run]]:
    """The *runs* that are full names, and those that may be short forms of these or of *known* names.

    *called* are single words that name somebody.
    """
    headline = max((part.end for part in text.article.of_kind("headline")), default=0)
    introduced = introduced_names(text, [run for run in runs if run.start >= headline], called)
    names = {folded(name) for name in (*introduced, *(person.name for person in known))}
    endings = {ending for name in names if (ending := name.partition(" ")[2])}
    people = names - endings
    runs = [_without_epithet(text, run, people) for run in runs]
    full = [PersonHit(*run) for run in runs if run.is_full and folded(run.name) in people]
    aged = {run.name for run in runs if run.name in word_set("given_names") and is_aged(text, run)}
    aged -= {word for name in (*introduced, *(person.name for person in known)) for word in name.split()}
    full += [PersonHit(*run) for run in runs if run.name in aged and run.start >= headline]
    short = [run for run in runs if not run.is_full or folded(run.name) in endings]
    return full, [run for run in short if run.name not in aged]


def _outside(text: Reading, entities: Sequence[Entity]) -> Iterator[Entity]:
    """The authors who are named not by the text itself, but by the page around it or the user."""
    taken = [entity.id for entity in entities]
    for author in _people_who_sign(text):
        if not any(isinstance(proof, Citation) for proof in author.evidence):
            id_ = identifier("person", author.value, taken)
            taken.append(id_)
            yield Entity(id=id_, kind="person", name=author.value, evidence=author.evidence)


def _without_epithet(text: str, run: Run, known: set[str]) -> Run:
    """*run* without a first word that is not part of the name: "Tireless Ada Quill", if "Ada Quill" is known."""
    rest = run.name.partition(" ")[2]
    if " " not in rest or folded(run.name) in known or folded(rest) not in known:
        return run
    start = re.compile(r"\S+\s+").match(text, run.start)
    return run._replace(start=start.end(), name=rest) if start else run


def _entities(text: str, found: Iterable[PersonHit]) -> list[Entity]:
    by_name: dict[str, list[PersonHit]] = {}
    for person in sorted(found):
        by_name.setdefault(folded(person.name), []).append(person)
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


def _join_initials(by_name: dict[str, list[PersonHit]]) -> None:
    """Merge "Ada J. Quill" and "Ada Quill", unless there is another middle initial."""
    longer: dict[str, list[str]] = {}
    for name in by_name:
        words = name.split(" ")
        if len(words) == _WITH_INITIAL and len(words[1]) == 1:
            longer.setdefault(f"{words[0]} {words[2]}", []).append(name)
    for name, others in longer.items():
        if name in by_name and len(others) == 1:
            by_name[others[0]] = sorted((*by_name[others[0]], *by_name.pop(name)))


_WITH_INITIAL = 3
