"""Settings: the user's file, the project's ``[tool.article-ld]``, the environment; the later wins, key by key."""

import difflib
import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ld.errors import InputError

_KEYS = ("kb", "links", "stores", "wikidata")
_FILES = ("kb", "links")
_STORE_KEYS = ("url", "preset", "update", "query", "gsp")
_WIKIDATA_KEYS = ("contact", "url", "endpoint")
_ENVIRONMENT = {"kb": "ARTICLE_LD_KB", "links": "ARTICLE_LD_LINKS", "wikidata.contact": "ARTICLE_LD_CONTACT"}


class Setting(NamedTuple):
    """A value in force, and the file or the environment variable that set it."""

    value: str
    source: str


class StoreSettings(NamedTuple):
    """A store under a name of one's own. Credentials never stand in a file."""

    url: str
    preset: str = ""
    update: str = ""
    query: str = ""
    gsp: str = ""


class WikidataSettings(NamedTuple):
    """Whom Wikidata may write to about our requests, an e-mail address or a URL.

    *url* is another API than its own, *endpoint* another query service.
    """

    contact: str = ""
    url: str = ""
    endpoint: str = ""


def settings(folder: Path = Path()) -> dict[str, Setting]:
    """Every setting in force, as seen from *folder*, by its dotted key (``stores.live.url``), sorted.

    The names of files are relative to the file that gives them.
    Raises InputError for a file that is no TOML, and for a key that does not exist, with the nearest one that does.
    """
    found: dict[str, Setting] = {}
    for path, table in _tables(folder):
        _check(path, table)
        found |= {key: Setting(value, str(path)) for key, value in _values(path, table)}
    found |= {
        key: Setting(value, variable) for key, variable in _ENVIRONMENT.items() if (value := os.environ.get(variable))
    }
    return dict(sorted(found.items()))


def file_setting(key: str, folder: Path = Path()) -> Path | None:
    """The file that the setting *key*, ``kb`` or ``links``, names, as seen from *folder*.

    Raises InputError as ``settings`` does.
    """
    setting = settings(folder).get(key)
    return Path(setting.value) if setting else None


def named_store(name: str, folder: Path = Path()) -> StoreSettings | None:
    """What the settings say of the store called *name*, as seen from *folder*; None if they know no such name.

    Raises InputError as ``settings`` does.
    """
    found = _under(f"stores.{name}.", _STORE_KEYS, folder)
    return StoreSettings(**found) if found else None


def wikidata_settings(folder: Path = Path()) -> WikidataSettings:
    """What the settings say of live Wikidata, as seen from *folder*. Raises InputError as ``settings`` does."""
    return WikidataSettings(**_under("wikidata.", _WIKIDATA_KEYS, folder))


def _under(prefix: str, keys: tuple[str, ...], folder: Path) -> dict[str, str]:
    found = settings(folder)
    return {key: found[prefix + key].value for key in keys if prefix + key in found}


def _tables(folder: Path) -> list[tuple[Path, Mapping[str, Any]]]:
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    user, project = home / "article-ld" / "config.toml", folder / "pyproject.toml"
    return [(user, _read(user)), (project, _read(project).get("tool", {}).get("article-ld", {}))]


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: is not TOML: {error}") from error


def _check(path: Path, table: Mapping[str, Any]) -> None:
    _known(path, "", table, _KEYS)
    for name in _FILES:
        if not isinstance(table.get(name, ""), str):
            raise InputError(f"{path}: {name} is no text", f'write the name of a file: {name} = "…"')
    for name, store in table.get("stores", {}).items():
        if not isinstance(store, dict) or "url" not in store:
            raise InputError(f"{path}: stores.{name} has no url", 'write it as a table: { url = "http://…" }')
        _known(path, f"stores.{name}.", store, _STORE_KEYS)
    wikidata = table.get("wikidata", {})
    if not isinstance(wikidata, dict) or not all(isinstance(value, str) for value in wikidata.values()):
        raise InputError(f"{path}: wikidata is no table of texts", 'write it as a table: { contact = "desk@…" }')
    _known(path, "wikidata.", wikidata, _WIKIDATA_KEYS)


def _known(path: Path, prefix: str, table: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    for key in table:
        if key not in keys:
            nearest = difflib.get_close_matches(key, keys, n=1, cutoff=0)
            raise InputError(f"{path}: there is no setting {prefix}{key}", f"did you mean {prefix}{nearest[0]}?")


def _values(path: Path, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in _FILES:
        if name in table:
            yield name, str(path.parent / table[name])
    for store, keys in table.get("stores", {}).items():
        yield from ((f"stores.{store}.{key}", value) for key, value in keys.items())
    yield from ((f"wikidata.{key}", value) for key, value in table.get("wikidata", {}).items())
