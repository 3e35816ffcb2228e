"""Which items of a knowledge base an entity may be, judged by its name alone."""

import functools
import re
from collections.abc import Iterator

from ld.extract.entities.countries.table import Surface, surfaces
from ld.facts import Entity
from ld.kb import Candidate, How, Lookup
from ld.link.context import codes_of
from ld.text.phrase_index import named_in
from ld.text.reading import Reading


def candidates_for(entity: Entity, kb: Lookup) -> tuple[Candidate, ...]:
    """The items that the name of *entity* may mean, of its kind, each once.

    A single name of a person is looked up as a surname. If nothing has the whole name of an organization, other forms
    are tried: a state's "Defense Ministry" as "Ministry of Defense", without the state's words, and a company without
    its legal form. Raises UnavailableError if the knowledge base does not answer.
    """
    if entity.kind == "person":
        return _people(entity.name, kb)
    found: dict[str, Candidate] = {}
    for name in _names(entity):
        state = state_of(entity) if name != entity.name else None
        for candidate in kb.candidates(name):
            is_its = state is None or state in codes_of(candidate.item)
            if candidate.item.kind == entity.kind and candidate.how <= How.SHORT and is_its:
                found.setdefault(candidate.item.identifier, candidate)
        if not _turned(name) and any(each.how <= How.ALIAS for each in found.values()):
            break  # who is called "American Eagle" is no "Eagle" of America
    if not found and entity.kind == "organization":
        found = {each.item.identifier: each for each in _companies(entity.name, kb)}
    if entity.kind == "place" and "." in entity.name:  # "L.A." is no "La."
        return tuple(each for each in found.values() if entity.name in (each.item.label, *each.item.aliases))
    return tuple(found.values())


def _companies(name: str, kb: Lookup) -> Iterator[Candidate]:
    """Companies called *name* without its legal form, "Harbor Motor Co."; for a single word, only well-known ones."""
    form = _LEGAL_FORM.search(name)
    if form is None:
        return
    bare = name[: form.start()]
    for candidate in kb.candidates(bare):
        is_company = candidate.how <= How.SHORT and candidate.item.type in COMPANIES
        if is_company and (" " in bare or candidate.item.known_by >= _KNOWN_BY_A_WORD):
            yield candidate._replace(how=How.SHORT)


_KNOWN_BY_A_WORD = 20
_FORMS = r"Co|Corp|Corporation|Company|Inc|Incorporated|Limited|Ltd|LLC|PLC|plc|AG|SE|NV|SA|GmbH|B\.V|N\.V|S\.A|S\.p\.A"
_LEGAL_FORM = re.compile(rf"(?:,? (?:and |& )?(?:{_FORMS})\b\.?)+$")
COMPANIES = frozenset(("company", "airline", "bank", "restaurant chain", "car maker"))


def has_legal_form(name: str) -> bool:
    """Whether *name* ends in a legal form: "Inc.", "Corp"."""
    return _LEGAL_FORM.search(name) is not None


def _people(name: str, kb: Lookup) -> tuple[Candidate, ...]:
    alone = " " not in name
    found = kb.with_surname(name) if alone else kb.candidates(name)
    if alone:
        found += tuple(each for each in kb.candidates(name) if each.how <= How.ALIAS)
    people = {each.item.identifier: each for each in reversed(found) if _may_be_called_so(each)}
    return tuple(people.values())


def _may_be_called_so(candidate: Candidate) -> bool:
    """Whether the item is a person; for another order of words, one of a country where the family name comes first."""
    if candidate.item.kind != "person":
        return False
    return candidate.how is not How.ORDER or not _FAMILY_FIRST.isdisjoint(codes_of(candidate.item))


_FAMILY_FIRST = frozenset(("CN", "HU", "JP", "KH", "KP", "KR", "MN", "SG", "TW", "VN"))


def _names(entity: Entity) -> Iterator[str]:
    yield entity.name
    if entity.kind == "organization":
        function = without_state(entity)
        if function != entity.name:
            yield function
        if turned := _turned(function):
            yield turned


def without_state(organization: Entity) -> str:
    """The name without the words for the body's state: "Defense Ministry" for "Canadian Defense Ministry"."""
    name, states = _states_in(organization.name)
    for start, end, surface in states:
        only = surface.codes[0] if len(surface.codes) == 1 else None
        state = organization.country_code or only
        if surface.codes and state in {None, *surface.codes}:
            before = re.sub(r"(?i)(?:\bof)?(?:\s+the)?\s*$", "", name[:start])
            after = re.sub(r"^(?:'s?)?\s+", "", name[end:])
            return f"{before} {after}".strip() or name
    return name


def state_of(organization: Entity) -> str | None:
    """The ISO 3166-1 alpha-2 code of the body's state, as stated by the article or contained in the name."""
    if organization.country_code:
        return organization.country_code
    codes = {surface.codes for _, _, surface in _states_in(organization.name)[1] if surface.codes}
    alone = next(iter(codes)) if len(codes) == 1 else ()
    return alone[0] if len(alone) == 1 else None


@functools.lru_cache(1 << 12)
def _states_in(name: str) -> tuple[str, tuple[tuple[int, int, Surface], ...]]:
    """*name* in plain spelling, and where it names states. Cached, as the same bodies recur."""
    spelled = Reading(name).plain
    return str(spelled), tuple(named_in(spelled, surfaces()))


def _turned(name: str) -> str | None:
    """The name with its head at the other end: "Ministry of Defense" for "Defense Ministry"."""
    if front := _MINISTRY_BEHIND.fullmatch(name):
        return f"{front['head']} of {front['field']}"
    if behind := _MINISTRY_BEFORE.fullmatch(name):
        return f"{behind['field']} {behind['head']}"
    return None


_HEADS = r"(?P<head>[Mm]inistry|[Dd]epartment|[Oo]ffice|[Bb]ureau)"
_MINISTRY_BEHIND = re.compile(rf"(?:Federal )?(?P<field>\w.*\w) {_HEADS}")
_MINISTRY_BEFORE = re.compile(rf"(?:Federal )?{_HEADS} of (?:the )?(?P<field>\w.*\w)")
