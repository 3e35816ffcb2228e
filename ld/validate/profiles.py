"""What to check against: the project's shapes, a profile, the user's own shapes."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ld.errors import InputError
from ld.validate.checking import Checks
from ld.validate.contexts import Contexts, read_context
from ld.validate.engine import Engine
from ld.validate.formats.rules import Rule, rules_of
from ld.validate.origin import Origin
from ld.validate.shacl.vocabulary import SH
from ld.validate.shapes import Shapes, load_shapes, own_shapes

PROFILES = ("article-ld", "google", "schema-org", "void")
"""The project's own shapes; Google Search's requirements; schema.org's expectations; descriptions of stores."""

_BY_ORIGIN: Mapping[Origin, tuple[str, ...]] = {
    "ours": ("article-ld",),
    "web": ("google", "schema-org"),
    "thing": ("schema-org",),
    "data set": ("void",),
}


SECONDS = 60
"""The default time limit for shapes in SPARQL, for one graph."""


class Choice(NamedTuple):
    """What the user chose to check against, as plain values that can be sent to other processes.

    *profiles* are names of PROFILES; without any, and without *shapes*, the origin of each document decides.
    *shapes* are files and folders that replace them, *added* are used in addition.
    *contexts* are files of JSON-LD contexts by URL; *allow_private* permits addresses in private networks. *draft*
    permits terms of SHACL 1.2 in the user's shapes. *seconds* is the limit for pySHACL for one graph.
    """

    profiles: tuple[str, ...] = ()
    shapes: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    engine: Engine = "auto"
    contexts: tuple[tuple[str, str], ...] = ()
    allow_private: bool = False
    draft: bool = False
    seconds: float | None = SECONDS


def checks_of(choice: Choice) -> Checks:
    """The checks of *choice*. Raises ShapesError and InputError for files that cannot be used."""
    contexts = _contexts(dict(choice.contexts))
    if choice.profiles or choice.shapes:
        return _checks(choice, contexts)

    @cache
    def fitting(origin: Origin) -> Checks:
        checks = _checks(choice._replace(profiles=_BY_ORIGIN[origin]), contexts)
        return replace(checks, article=SH.Warning, relative=SH.Warning) if origin == "web" else checks

    return replace(fitting("ours"), fitting=fitting)


def _checks(choice: Choice, contexts: Contexts) -> Checks:
    ours = "article-ld" in choice.profiles and not choice.shapes
    return Checks(
        shapes=shapes_of(choice),
        engine=choice.engine,
        seconds=choice.seconds,
        expectations="schema-org" in choice.profiles and not choice.shapes,
        foreign=bool(choice.profiles) and not ours and not choice.shapes,
        article=SH.Violation if ours else None,
        whole=ours,
        contexts=contexts,
        allow_private=choice.allow_private,
        profiles=(*(choice.shapes or choice.profiles), *choice.added),
    )


class RulesOfChoice(Mapping[str, Rule]):
    """The descriptions of the shapes of a *choice*, by IRI: of all profiles, if the document decides.

    A profile is loaded when a shape is looked up that no profile before it has.
    """

    def __init__(self, choice: Choice) -> None:
        named = bool(choice.profiles or choice.shapes)
        self._choices = [choice] if named else [Choice((name,), (), choice.added) for name in PROFILES]
        self._read: list[dict[str, Rule]] = []

    def __getitem__(self, iri: str) -> Rule:
        for rules in self._tables():
            if iri in rules:
                return rules[iri]
        raise KeyError(iri)

    def __contains__(self, iri: object) -> bool:
        return any(iri in rules for rules in self._tables())

    def __iter__(self) -> Iterator[str]:
        return iter({iri: None for rules in self._tables() for iri in rules})

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _tables(self) -> Iterator[dict[str, Rule]]:
        yield from self._read
        for choice in self._choices[len(self._read) :]:
            self._read.append(rules_of(shapes_of(choice).triples))
            yield self._read[-1]


def shapes_of(choice: Choice) -> Shapes:
    """The shapes of *choice*; the profile schema-org has none, so alone it gives none."""
    shipped = () if choice.shapes else tuple(name for name in choice.profiles if name in _files())
    others = (*choice.shapes, *choice.added)
    if not others:
        return _shipped(shipped)
    return load_shapes([*(_files()[name] for name in shipped), *map(Path, others)], draft=choice.draft)


@cache
def _shipped(profiles: tuple[str, ...]) -> Shapes:
    if profiles == ("article-ld",):
        return load_shapes()
    return load_shapes([_files()[name] for name in profiles]) if profiles else Shapes.none()


def _files() -> dict[str, Path]:
    profiles = own_shapes() / "profiles"
    return {"article-ld": own_shapes(), "google": profiles / "google", "void": profiles / "void.ttl"}


def _contexts(files: Mapping[str, str]) -> dict[str, object]:
    contexts = {}
    for url, file in files.items():
        try:
            contexts[url] = read_context(file, Path(file).read_text(encoding="utf-8-sig"))
        except OSError as error:
            raise InputError(f"{file}: cannot be read: {error.strerror}", "name a file with a context") from error
        except UnicodeDecodeError as error:
            raise InputError(f"{file}: is not UTF-8", "save it as UTF-8") from error
    return contexts
