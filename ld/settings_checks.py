"""Whether settings can be used: keys that exist, values of their kinds; else an error that says how to write them."""

import difflib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ld.errors import InputError

_KEYS = ("kb", "lang", "links", "publisher", "stores", "validate", "wikidata")
FILES = ("kb", "links")
TEXTS = ("lang", "publisher")
STORE_KEYS = ("url", "preset", "update", "query", "gsp")
WIKIDATA_KEYS = ("contact", "url", "endpoint")
_VALIDATE_KEYS = ("paths", "severity")
_GRAVITIES = ("violation", "warning", "info", "off")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_NUL = re.compile("\0")
_WRITTEN_AS = {
    "kb": 'write the name of a file: kb = "…"',
    "lang": 'write a BCP 47 tag: lang = "en"',
    "links": 'write the name of a file: links = "…"',
    "publisher": 'write a name: publisher = "…", or a table with a name',
    "stores": 'write a table of stores, each with its url: live = { url = "http://…" }',
    "validate": 'write a table: { paths = ["…"], severity = { ID = "warning" } }',
    "validate.paths": 'write a list of files, folders and patterns: paths = ["public/**/*.html"]',
    "validate.severity": f'write a table of rules, each {", ".join(_GRAVITIES)}: severity = {{ range = "info" }}',
    "wikidata": 'write a table: { contact = "desk@…" }',
}


def check_settings(path: Path, table: Mapping[str, Any]) -> None:
    """Check the settings in *table*, from the file *path*.

    Raises InputError, which names the file and the key, for an unknown key, with the nearest known one, and for a value
    of the wrong type.
    """
    _known(path, "", table, _KEYS)
    for name in (*FILES, *TEXTS):
        if name == "publisher" and isinstance(table.get(name), dict):
            _check_publisher(path, table[name])
        elif name in table:
            check_text(path, name, table[name])
    stores, wikidata = table.get("stores", {}), table.get("wikidata", {})
    for name, value in (("stores", stores), ("wikidata", wikidata)):
        if not isinstance(value, dict):
            raise InputError(f"{path}: {name} is no table", _WRITTEN_AS[name])
    _check_validate(path, table.get("validate", {}))
    for name, store in stores.items():
        if not isinstance(store, dict) or "url" not in store:
            raise InputError(f"{path}: stores.{name} has no url", 'write it as a table: { url = "http://…" }')
        _check_texts(path, f"stores.{name}", store, STORE_KEYS)
    _check_texts(path, "wikidata", wikidata, WIKIDATA_KEYS)


def _check_publisher(path: Path, table: Mapping[str, Any]) -> None:
    """Raise InputError if *table* has no name, or properties of a publisher that schema.org does not define."""
    from ld.schema_org import domains, lineage  # noqa: PLC0415 - few settings describe a publisher

    kinds = lineage("NewsMediaOrganization")
    _known(path, "publisher.", table, ("type", *(name for name, classes in domains().items() if classes & kinds)))
    if "name" not in table:
        raise InputError(f"{path}: publisher has no name", _WRITTEN_AS["publisher"])
    if "Organization" not in lineage(str(table.get("type", "Organization"))):
        raise InputError(
            f"{path}: publisher.type is no kind of organization", 'write one: type = "NewsMediaOrganization"'
        )
    for key, value in table.items():
        for item in value if isinstance(value, list) else (value,):
            check_text(path, f"publisher.{key}", item)


def _check_validate(path: Path, table: object) -> None:
    if not isinstance(table, dict):
        raise InputError(f"{path}: validate is no table", _WRITTEN_AS["validate"])
    _known(path, "validate.", table, _VALIDATE_KEYS)
    paths, severity = table.get("paths", []), table.get("severity", {})
    if not isinstance(paths, list):
        raise InputError(f"{path}: validate.paths is no list", _WRITTEN_AS["validate.paths"])
    for name in paths:
        check_text(path, "validate.paths", name)
    if not isinstance(severity, dict) or not all(value in _GRAVITIES for value in severity.values()):
        raise InputError(f"{path}: validate.severity is no table of severities", _WRITTEN_AS["validate.severity"])


def _check_texts(path: Path, name: str, table: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    _known(path, f"{name}.", table, keys)
    for key, value in table.items():
        check_text(path, f"{name}.{key}", value)


def check_text(where: Path | str, key: str, value: object) -> None:
    """InputError if *value* cannot be that of *key*, in the file or the environment variable *where*."""
    hint = _WRITTEN_AS.get(key) or f'write a text: {key.rpartition(".")[2]} = "…"'
    if not isinstance(value, str):
        raise InputError(f"{where}: {key} is no text", hint)
    if not value.strip():
        raise InputError(f"{where}: {key} is blank", hint)
    if (_NUL if key in FILES else _CONTROL).search(value):
        raise InputError(f"{where}: {key} holds a character that no text has: {value!a}", hint)
    if key == "lang":
        from ld.read.language import normal_tag  # noqa: PLC0415 - few settings name a language

        if normal_tag(value) is None:
            raise InputError(f"{where}: {key} {value!r} is not a language tag", hint)


def _known(path: Path, prefix: str, table: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    for key in table:
        if key not in keys:
            nearest = difflib.get_close_matches(key, keys, n=1, cutoff=0)
            raise InputError(f"{path}: there is no setting {prefix}{key}", f"did you mean {prefix}{nearest[0]}?")
