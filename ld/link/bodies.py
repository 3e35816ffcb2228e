"""Links organizations: by a name of their own, or by what they do together with their state."""

import re

from ld.extract.country_names import surfaces
from ld.extract.name_index import named_in, plain
from ld.facts import Entity, Link, Nil
from ld.link.knowledge import UNKNOWN, Entry, country_name, entries, entries_named, fold, linked, settle


def link_organization(body: Entity) -> Link | Nil:
    """The item of the body.

    A name such as "Ministry of National Defense" is borne by bodies of many states:
    it links only for the state that the entity's country code, or its name, gives.
    An acronym alone never links.
    """
    if is_acronym(body.name):
        return Nil(because="an acronym alone names many bodies")
    own = [entry for entry in entries_named("organization", body.name) if not entry.functions]
    return settle(_own_name(body, entry) for entry in own) if own else _by_function(body)


def is_acronym(name: str) -> bool:
    """Whether *name* is capitals alone: "NHB", "N.H.B."."""
    return _ACRONYM.fullmatch(name) is not None


_ACRONYM = re.compile(r"[A-Z][A-Z\d&]{1,5}|(?:[A-Z]\.){2,}")


def _own_name(body: Entity, entry: Entry) -> Link | Nil:
    if body.country_code and entry.country and body.country_code != entry.country:
        return _other_state(entry, body.country_code)
    return linked(entry, 0.95, f"named like {entry.label}")


def _by_function(body: Entity) -> Link | Nil:
    """The state's body with this function."""
    state, function = _split(body)
    alike = [entry for entry in entries() if fold(function) in {fold(name) for name in entry.functions}]
    for entry in alike:
        if state == entry.country:
            return linked(entry, 0.95, f"{function!r} of {country_name(state)}")
    if not alike:
        return UNKNOWN
    if state is None:
        return Nil(because=f"bodies of several states are named {function!r}, and the article does not say whose it is")
    return _other_state(alike[0], state)


def _split(body: Entity) -> tuple[str | None, str]:
    """The state of the body, and its name without the state's words: CA and "defense ministry"."""
    name = plain(body.name)
    for start, end, surface in named_in(name, surfaces()):
        only = surface.codes[0] if len(surface.codes) == 1 else None
        state = body.country_code or only
        if surface.codes and state in {None, *surface.codes}:
            before = re.sub(r"(?i)(?:\bof)?(?:\s+the)?\s*$", "", name[:start])
            after = re.sub(r"^(?:'s?)?\s+", "", name[end:])
            return state, f"{before} {after}".strip()
    return body.country_code, name


def _other_state(entry: Entry, state: str) -> Nil:
    ours, theirs = country_name(entry.country), country_name(state)
    return Nil(because=f"named like {entry.named()}, but of another state: {theirs}, not {ours}")
