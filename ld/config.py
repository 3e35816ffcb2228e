"""Settings: the user's file, the project's ``[tool.article-ld]``, the environment; later ones win, key by key."""

import os
import stat
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ld.errors import InputError
from ld.settings_checks import FILES, STORE_KEYS, TEXTS, WIKIDATA_KEYS, check_settings, check_text

_ENVIRONMENT = {
    "kb": "ARTICLE_LD_KB",
    "lang": "ARTICLE_LD_LANG",
    "links": "ARTICLE_LD_LINKS",
    "publisher": "ARTICLE_LD_PUBLISHER",
    "wikidata.contact": "ARTICLE_LD_CONTACT",
}


class Setting(NamedTuple):
    """A value in force, and the file or the environment variable that set it."""

    value: str
    source: str


class Defaults(NamedTuple):
    """A newsroom's defaults for articles that do not state these values themselves in facts.json."""

    publisher: str | None = None
    lang: str | None = None
    publisher_data: tuple[tuple[str, str], ...] = ()
    """What else the settings state about that publisher: schema.org properties, and ``type``, with their values."""


class StoreSettings(NamedTuple):
    """A store under a name of the user's choice. Credentials are never in a file."""

    url: str
    preset: str = ""
    update: str = ""
    query: str = ""
    gsp: str = ""


class ValidateSettings(NamedTuple):
    """What ``validate`` checks if no file is named, and the severities of findings by rule (``off``: dropped)."""

    paths: list[str]
    severity: dict[str, str]


class WikidataSettings(NamedTuple):
    """The contact for Wikidata's operators, an e-mail address or a URL, which requests must name.

    *url* is another API than Wikidata's, *endpoint* another query service.
    """

    contact: str = ""
    url: str = ""
    endpoint: str = ""


def settings(folder: Path = Path()) -> dict[str, Setting]:
    """Every setting in force in *folder*, by its dotted key (``stores.live.url``), sorted.

    File names are relative to the file that gives them.
    Raises InputError for a file that cannot be read or is not TOML, for an unknown key (with the nearest known one),
    and for a value of the wrong type: it names the file, or the variable, and the key.
    """
    found: dict[str, Setting] = {}
    for path, table in _tables(folder):
        check_settings(path, table)
        found |= {key: Setting(value, str(path)) for key, value in _values(path, table)}
    for key, variable in _ENVIRONMENT.items():
        if value := os.environ.get(variable):
            check_text(variable, key, value)
            found[key] = Setting(value, variable)
    return dict(sorted(found.items()))


def defaults(folder: Path = Path()) -> Defaults:
    """The publisher and the language from the settings in force in *folder*. Raises as ``settings`` does.

    The description of a publisher counts only if the same file gives its name.
    """
    found = settings(folder)
    publisher, lang = found.get("publisher"), found.get("lang")
    data = (
        (key.split(".")[1], setting.value)
        for key, setting in found.items()
        if key.startswith("publisher.") and publisher and setting.source == publisher.source
    )
    return Defaults(publisher.value if publisher else None, lang.value if lang else None, tuple(data))


def file_setting(key: str, folder: Path = Path()) -> Path | None:
    """The file that the setting *key*, ``kb`` or ``links``, names, as in force in *folder*.

    Raises InputError as ``settings`` does.
    """
    setting = settings(folder).get(key)
    return Path(setting.value) if setting else None


def named_store(name: str, folder: Path = Path()) -> StoreSettings | None:
    """The settings of the store called *name*, as in force in *folder*; None if there is no such name.

    Raises InputError as ``settings`` does.
    """
    found = _under(f"stores.{name}.", STORE_KEYS, folder)
    return StoreSettings(**found) if found else None


def validate_settings(folder: Path = Path()) -> ValidateSettings:
    """The settings for ``validate`` in force in *folder*. Raises InputError as ``settings`` does."""
    found = {key: setting.value for key, setting in settings(folder).items()}
    severity = {key.removeprefix(_SEVERITY): value for key, value in found.items() if key.startswith(_SEVERITY)}
    return ValidateSettings(found.get("validate.paths", "").split("\n") if "validate.paths" in found else [], severity)


_SEVERITY = "validate.severity."


def wikidata_settings(folder: Path = Path()) -> WikidataSettings:
    """The settings for live Wikidata in force in *folder*. Raises InputError as ``settings`` does."""
    return WikidataSettings(**_under("wikidata.", WIKIDATA_KEYS, folder))


def _under(prefix: str, keys: tuple[str, ...], folder: Path) -> dict[str, str]:
    found = settings(folder)
    return {key: found[prefix + key].value for key in keys if prefix + key in found}


def _tables(folder: Path) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    if home := _home():
        user = home / "article-ld" / "config.toml"
        yield user, _read(user)
    project = folder / "pyproject.toml"
    yield project, _ours(project, _read(project))


def _home() -> Path | None:
    """The folder of the user's settings; None for a user without a home directory."""
    try:
        return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    except RuntimeError:
        return None


def _read(path: Path) -> dict[str, Any]:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputError(f"{path}: is no file", "settings are read from a file in TOML")
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}", "check the path and its permissions") from error
    except (ValueError, RecursionError) as error:  # of wrong bytes, too long numbers, too deep lists
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else error
        raise InputError(f"{path}: is not TOML: {reason}") from error


def _ours(path: Path, table: Mapping[str, Any]) -> Mapping[str, Any]:
    """The table ``tool.article-ld`` of a project's file."""
    at = ""
    for name in ("tool", "article-ld"):
        at = f"{at}.{name}".lstrip(".")
        table = table.get(name, {})
        if not isinstance(table, dict):
            raise InputError(f"{path}: {at} is no table", "write [tool.article-ld] and the settings below it")
    return table


def _values(path: Path, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in FILES:
        if name in table:
            yield name, str(path.parent / table[name])
    for name in TEXTS:
        if isinstance(table.get(name), dict):
            yield from _publisher(table[name])
        elif name in table:
            yield name, table[name]
    for store, keys in table.get("stores", {}).items():
        yield from ((f"stores.{store}.{key}", value) for key, value in keys.items())
    checking = table.get("validate", {})
    if checking.get("paths"):
        yield "validate.paths", "\n".join(str(path.parent / name) for name in checking["paths"])
    yield from ((f"validate.severity.{rule}", value) for rule, value in checking.get("severity", {}).items())
    yield from ((f"wikidata.{key}", value) for key, value in table.get("wikidata", {}).items())


def _publisher(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The name of the publisher, and what else is stated about it; the values of a list are numbered."""
    yield "publisher", table["name"]
    for key, value in table.items():
        if isinstance(value, list):
            yield from ((f"publisher.{key}.{number}", item) for number, item in enumerate(value, 1))
        elif key != "name":
            yield f"publisher.{key}", value
