"""Whether this installation can do its work: one checkup a thing that may be missing, old, broken or out of reach."""

import os
import platform
import re
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import NamedTuple

from ld import __version__
from ld.config import settings
from ld.credentials import without_login
from ld.errors import ArticleLdError, StoreUnavailableError
from ld.schema_org import release

OLD = 180
"""Days after which a knowledge base no longer knows who holds which office."""

_EXTRA = re.compile(r"""^(?P<package>[\w.-]+)[^;]*;.*\bextra\s*==\s*['"](?P<extra>[\w-]+)['"]""")


class State(StrEnum):
    """The state of one thing; only BROKEN makes the whole unhealthy."""

    GOOD = "good"
    NOTE = "note"
    BROKEN = "broken"


class Checkup(NamedTuple):
    """What was looked at, how it is, in words, and what to do about it; *advice* is empty where nothing is to do."""

    name: str
    state: State
    told: str
    advice: str = ""


def checkups(today: date | None = None) -> Iterator[Checkup]:
    """Every checkup, in a fixed order. *today* is the day from which the age of knowledge bases is counted."""
    day = today or datetime.now(tz=UTC).date()
    told = f"article-ld {__version__}, Python {platform.python_version()} on {platform.system()}"
    yield Checkup("program", State.GOOD, told)
    yield from _extras()
    yield Checkup("vocabulary", State.GOOD, f"schema.org {release()}")
    yield _bundled(day)
    yield from _of_settings(day)
    yield _writable(Path())


def _extras() -> Iterator[Checkup]:
    listed: dict[str, list[str]] = {}
    for line in _requirements():
        if match := _EXTRA.match(line):
            listed.setdefault(match["extra"], []).append(match["package"])
    for name, packages in sorted(listed.items()):
        missing = [each for each in packages if not _installed(each)]
        if missing:
            advice = f"pip install 'article-ld[{name}]', if you need it"
            yield Checkup(f"extra {name}", State.NOTE, f"not installed: {', '.join(missing)}", advice)
        else:
            yield Checkup(f"extra {name}", State.GOOD, ", ".join(f"{each} {version(each)}" for each in packages))


def _requirements() -> list[str]:
    try:
        return requires("article-ld") or []
    except PackageNotFoundError:  # run from the sources, without an installation
        return []


def _installed(package: str) -> bool:
    try:
        version(package)
    except PackageNotFoundError:
        return False
    return True


def _bundled(today: date) -> Checkup:
    from ld.kb.bundled import bundled_kb  # noqa: PLC0415 - the settings alone need no knowledge base

    try:
        return _aged("bundled knowledge", bundled_kb().info().told(), bundled_kb().info().snapshot, today)
    except ArticleLdError as error:
        return _broken("bundled knowledge", error)


def _aged(name: str, told: str, snapshot: str, today: date) -> Checkup:
    try:
        age = (today - date.fromisoformat(snapshot)).days
    except ValueError:
        return Checkup(name, State.NOTE, f"{told}, of no known day", "build it with --snapshot DATE")
    if age > OLD:
        advice = "update the program, or refresh your own base: article-ld kb refresh"
        return Checkup(name, State.NOTE, f"{told}, {age} days old: newer offices are unknown", advice)
    return Checkup(name, State.GOOD, told)


def _of_settings(today: date) -> Iterator[Checkup]:
    try:
        found = settings()
    except ArticleLdError as error:
        yield _broken("settings", error)
        return
    sources = sorted({setting.source for setting in found.values()})
    yield Checkup("settings", State.GOOD, ", ".join(sources) or "none")
    if "kb" in found:
        yield _own_base(Path(found["kb"].value), today)
    if "links" in found:
        yield _readable("links", Path(found["links"].value))
    for name in sorted({key.split(".")[1] for key in found if key.startswith("stores.")}):
        yield _store(name)


def _own_base(path: Path, today: date) -> Checkup:
    from ld.kb import open_kb  # noqa: PLC0415 - only for who has one

    try:
        with open_kb(path) as kb:
            info = kb.info()
    except ArticleLdError as error:
        return _broken("kb", error)
    return _aged("kb", f"{path} ({info.told()})", info.snapshot, today)


def _readable(name: str, path: Path) -> Checkup:
    if os.access(path, os.R_OK) and path.is_file():
        return Checkup(name, State.GOOD, str(path))
    return Checkup(name, State.BROKEN, f"{path} cannot be read", f"correct the setting {name}")


def _store(name: str) -> Checkup:
    from ld.config import named_store  # noqa: PLC0415 - only for who has one
    from ld.publish.opening import Access, open_store  # noqa: PLC0415

    store = named_store(name)
    assert store is not None, "its name is one of the settings'"  # noqa: S101 - for the type checker
    try:
        with open_store(
            store.url,
            update=store.update,
            query=store.query,
            gsp=store.gsp,
            preset=store.preset,
            access=Access.READ,
            notify=_give_up,
        ) as opened:
            opened.query("ASK {}", "application/sparql-results+json")
    except ArticleLdError as error:
        return _broken(f"store {name}", error)
    return Checkup(f"store {name}", State.GOOD, without_login(store.url))


def _give_up(message: str) -> None:
    """A store that does not answer at once is not waited for."""
    raise StoreUnavailableError(message.partition(";")[0], "start it, or correct the setting")


def _writable(folder: Path) -> Checkup:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return Checkup("this folder", State.GOOD, "can be written")
    except OSError as error:
        return Checkup("this folder", State.NOTE, f"cannot be written: {error.strerror}", "write to another: -o DIR")


def _broken(name: str, error: ArticleLdError) -> Checkup:
    return Checkup(name, State.BROKEN, str(error), error.hint)
