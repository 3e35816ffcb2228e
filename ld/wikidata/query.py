"""What can be fetched: ready-made queries with checked parameters, and the user's own."""

import difflib
import functools
import re
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from ld.errors import InputError
from ld.kb.item import QID

STATES = "states"
"""The query by whose items those with ``VALUES ?state {}`` are cut."""

_NUMBER = re.compile(r"[1-9][0-9]{0,11}")
_ENTITY = re.compile(r"https?://[^\s<>\"{}|\\^`]+/(Q[1-9][0-9]{0,18})")
_WIKIDATA = "http://www.wikidata.org/entity/"


class Query(NamedTuple):
    """A query as *told* on the command line: a SELECT with ``?item``, and its results.

    ``?kind`` may say of what kind an item is, whatever its classes.
    """

    told: str
    about: str
    sparql: str

    @property
    def by_state(self) -> bool:
        """Whether it is to be cut by lists of states: it has a ``VALUES ?state {}``."""
        return bool(_values("state").search(self.sparql))

    def of_states(self, iris: Iterable[str]) -> str:
        """The query for the states with these *iris* alone."""
        listed = " ".join(f"<{iri}>" for iri in iris if _ENTITY.fullmatch(iri))
        return _values("state").sub(f"VALUES ?state {{ {listed} }}", self.sparql)


class _Parameter(NamedTuple):
    """What the empty list of a variable in a ready-made query is filled with, if it is *right*."""

    variable: str
    called: str
    hint: str

    def filled(self, value: str) -> str | None:
        """*value* as SPARQL writes it; None for a value of another kind."""
        if self.called == "CC":
            return f'"{value.upper()}"' if value.upper() in _country_codes() else None
        if self.called == "LEAGUE":
            return f"<{_WIKIDATA}{value}>" if QID.fullmatch(value) else None
        return value if _NUMBER.fullmatch(value) else None


_PARAMETERS = (
    _Parameter("code", "CC", "give the code of a country, ISO 3166-1 alpha-2, such as GB for the United Kingdom"),
    _Parameter("league", "LEAGUE", "give the Wikidata ID of a league, such as Q9448"),
    _Parameter("least", "N", "give a number, without points or commas, such as 100000"),
)


def query_of(told: str) -> Query:
    """The query that *told* names: NAME, NAME:VALUE, or a file of one's own, ``.rq``.

    Raises InputError for an unknown name, a missing or wrong value, or a file that is not such a query.
    """
    if told.endswith(".rq"):
        return _own(Path(told))
    name, _, value = told.partition(":")
    known = _ready_made()
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        meant = f"did you mean {near[0]}? " if near else ""
        raise InputError(f"there is no query {name!r}", f"{meant}there are {', '.join(ready_made())}, and files .rq")
    about, sparql = known[name]
    parameter = _parameter_of(sparql)
    if parameter is None:
        if value or told.endswith(":"):
            raise InputError(f"{told}: {name} takes no value", f"write {name}")
        return Query(told, about, sparql)
    filled = parameter.filled(value)
    if filled is None:
        raise InputError(f"{told}: {value!r} is no {parameter.called} of {name}:{parameter.called}", parameter.hint)
    return Query(told, about, _values(parameter.variable).sub(f"VALUES ?{parameter.variable} {{ {filled} }}", sparql))


def ready_made() -> dict[str, str]:
    """What each ready-made query gives, by how it is written: NAME, or NAME:VALUE."""
    written = {}
    for name, (about, sparql) in _ready_made().items():
        parameter = _parameter_of(sparql)
        form = f"{name}:{parameter.called}" if parameter else name
        written[form] = about.removeprefix(f"{form}: ")
    return written


def id_of(iri: str) -> str | None:
    """The ID of the item that *iri* stands for; None if it stands for something else."""
    found = _ENTITY.fullmatch(iri)
    return found[1] if found else None


def _own(path: Path) -> Query:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file", "check the path") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}", "it is to be a text in UTF-8") from error
    about, sparql = _cut(text)
    bare = re.sub(r"#[^\n]*", "", re.sub(r"<[^<>\s]*>", "", sparql))
    if not re.search(r"\bSELECT\b[^{]*(?:[?$]item\b|\*)", bare, re.IGNORECASE):
        raise InputError(f"{path}: selects no ?item", "write it as SELECT ?item WHERE { … }")
    return Query(str(path), about, sparql)


@functools.cache
def _ready_made() -> dict[str, tuple[str, str]]:
    """What each file gives, by its name, and its text without the comment that says so."""
    paths = sorted((files("ld.wikidata") / "queries").iterdir(), key=lambda path: path.name)
    return {path.name.removesuffix(".rq"): _cut(path.read_text(encoding="utf-8")) for path in paths}


def _cut(text: str) -> tuple[str, str]:
    """The comment at the head of a query, on one line, and the rest."""
    lines = text.splitlines()
    head = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return " ".join(line.lstrip("# ").rstrip() for line in lines[:head]), "\n".join(lines[head:]) + "\n"


@functools.cache
def _country_codes() -> frozenset[str]:
    text = (files("ld.wikidata") / "data" / "country_codes.txt").read_text(encoding="utf-8")
    return frozenset(_cut(text)[1].split())


def _parameter_of(sparql: str) -> _Parameter | None:
    return next((each for each in _PARAMETERS if _values(each.variable).search(sparql)), None)


@functools.cache
def _values(variable: str) -> re.Pattern[str]:
    """The list of a variable that is still empty."""
    return re.compile(rf"\bVALUES\s+[?$]{variable}\s*\{{\s*\}}", re.IGNORECASE)
