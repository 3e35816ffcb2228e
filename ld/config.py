"""Settings: the user's file, then the project's ``[tool.article-ld]``; the later wins, key by key."""

import difflib
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ld.errors import InputError

_STORE_KEYS = ("url", "preset", "update", "query", "gsp")
_WIKIDATA_KEYS = ("contact", "url")
_KEYS = ("stores", "wikidata")


class StoreSettings(NamedTuple):
    """A store under a name of one's own. Credentials never stand in a file."""

    url: str
    preset: str = ""
    update: str = ""
    query: str = ""
    gsp: str = ""


def named_store(name: str, folder: Path = Path()) -> StoreSettings | None:
    """What the settings say of the store called *name*, as seen from *folder*; None if they know no such name.

    Raises InputError for a file that is no TOML, and for a key that does not exist, with the nearest one that does.
    """
    found: dict[str, Any] = {}
    for path, table in _tables(folder):
        _check(path, table)
        found |= table.get("stores", {}).get(name, {})
    return StoreSettings(**found) if found else None


class WikidataSettings(NamedTuple):
    """Whom Wikidata may write to about our requests, an e-mail address or a URL, and another API than its own."""

    contact: str = ""
    url: str = ""


def wikidata_settings(folder: Path = Path()) -> WikidataSettings:
    """What the settings say of live Wikidata, as seen from *folder*; ``ARTICLE_LD_CONTACT`` overrules the contact.

    Raises InputError as ``named_store`` does.
    """
    found: dict[str, Any] = {}
    for path, table in _tables(folder):
        _check(path, table)
        found |= table.get("wikidata", {})
    settings = WikidataSettings(**found)
    return settings._replace(contact=os.environ.get("ARTICLE_LD_CONTACT") or settings.contact)


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
    for name, settings in table.get("stores", {}).items():
        if not isinstance(settings, dict) or "url" not in settings:
            raise InputError(f"{path}: stores.{name} has no url", 'write it as a table: { url = "http://…" }')
        _known(path, f"stores.{name}.", settings, _STORE_KEYS)
    wikidata = table.get("wikidata", {})
    if not isinstance(wikidata, dict) or not all(isinstance(value, str) for value in wikidata.values()):
        raise InputError(f"{path}: wikidata is no table of texts", 'write it as a table: { contact = "desk@…" }')
    _known(path, "wikidata.", wikidata, _WIKIDATA_KEYS)


def _known(path: Path, prefix: str, table: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    for key in table:
        if key not in keys:
            nearest = difflib.get_close_matches(key, keys, n=1, cutoff=0)
            raise InputError(f"{path}: there is no setting {prefix}{key}", f"did you mean {prefix}{nearest[0]}?")
