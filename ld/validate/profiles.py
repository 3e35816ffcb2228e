"""What to check against: the project's shapes, a profile, the user's own shapes."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ld.errors import InputError
from ld.validate.checking import Checks
from ld.validate.contexts import read_context
from ld.validate.engine import Engine
from ld.validate.shapes import Shapes, load_shapes, own_shapes

PROFILES = ("article-ld", "google", "schema-org")
"""The project's own shapes; what Google Search recommends for articles; what schema.org expects of its terms."""


class Choice(NamedTuple):
    """What the user chose to check against: plain values, so that other processes can be told.

    *profiles* are names of PROFILES. *shapes* are files and folders that replace them, *added* such that join them.
    *contexts* are files of JSON-LD contexts by URL.
    """

    profiles: tuple[str, ...] = ("article-ld",)
    shapes: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    engine: Engine = "auto"
    contexts: tuple[tuple[str, str], ...] = ()


def checks_of(choice: Choice) -> Checks:
    """What *choice* comes to. Raises ShapesError and InputError for files that cannot be used."""
    return Checks(
        shapes=shapes_of(choice),
        engine=choice.engine,
        expectations="schema-org" in choice.profiles and not choice.shapes,
        articles="article-ld" in choice.profiles and not choice.shapes,
        whole=bool(choice.shapes or choice.added or "article-ld" in choice.profiles),
        contexts=_contexts(dict(choice.contexts)),
    )


def shapes_of(choice: Choice) -> Shapes:
    """The shapes of *choice*; the profile schema-org has none, so alone it gives none."""
    if choice.shapes:
        paths = [Path(path) for path in choice.shapes]
    else:
        named = {"article-ld": own_shapes(), "google": own_shapes() / "profiles" / "google.ttl"}
        paths = [named[profile] for profile in choice.profiles if profile in named]
    paths += [Path(path) for path in choice.added]
    if paths == [own_shapes()]:
        return load_shapes()
    return load_shapes(paths) if paths else Shapes(())


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
