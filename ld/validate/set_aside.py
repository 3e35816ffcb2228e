"""Findings that the user has decided on: known ones, ignored rules, severities of the user's own."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from ld.errors import InputError
from ld.validate.checked import CheckedFile, Located
from ld.validate.formats.paths import relative, repository_root
from ld.validate.formats.rules import Rule, own_checks
from ld.validate.report import Severity

_Identity = tuple[str, ...]


@dataclass
class Decisions:
    """What to do with findings: *known* ones and those of *ignored* rules are dropped, others get new *severities*.

    Rules are named by IRI. *known* counts down as earlier findings are met again; *aside* counts what was dropped.
    """

    ignored: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    known: "Counter[_Identity]" = field(default_factory=Counter)
    root: Path = field(default_factory=lambda: repository_root(Path.cwd()))
    aside: int = 0

    def on(self, file: CheckedFile) -> CheckedFile:
        """*file* with the results that are left."""
        left = tuple(self._left(file))
        self.aside += len(file.results) - len(left)
        return file if left == file.results else replace(file, results=left)

    def _left(self, file: CheckedFile) -> Iterator[Located]:
        for located in file.results:
            result = located.result
            name = relative(located.place.file, self.root)
            node = result.node if result.focus_node.startswith("_:") else result.focus_node
            identity = (name, result.shape, result.component, node, result.path, result.value)
            if result.shape in self.ignored:
                continue
            if self.known[identity] > 0:
                self.known[identity] -= 1
                continue
            severity = self.severities.get(result.shape, result.severity)
            yield (
                located if severity is result.severity else replace(located, result=replace(result, severity=severity))
            )


def known_findings(file: str, root: Path) -> "Counter[_Identity]":
    """The findings in *file*, an earlier report in the format json or jsonl, each as often as it occurred.

    A finding is the same wherever it is in its file. File names are relative to *root*.
    Raises InputError for a file that cannot be read or is not such a report.
    """
    try:
        records = [record for line in _lines(Path(file).read_text(encoding="utf-8")) for record in _records(line)]
        return Counter(_identity(record, root) for record in records)
    except OSError as error:
        raise InputError(f"{file}: cannot be read: {error.strerror}", "write it with --format json:FILE") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(f"{file}: is no report of article-ld validate", "write it with --format json:FILE") from error


def _lines(text: str) -> list[Any]:
    """The JSON documents in *text*: a single one, or one per line."""
    try:
        return [json.loads(text)]
    except json.JSONDecodeError:
        return [json.loads(line) for line in text.splitlines()]


def _records(line: dict[str, Any]) -> list[dict[str, Any]]:
    if "files" in line and "type" not in line:
        return [result for file in line["files"] for result in file["results"]]
    return [line] if line["type"] == "result" else []


def _identity(record: dict[str, Any], root: Path) -> _Identity:
    node = record["node"] if record["focus_node"].startswith("_:") else record["focus_node"]
    name = relative(record["file"], root)
    return (name, record["shape"], record["component"], node, record["path"], record["value"])


def rule_named(name: str, rules: Mapping[str, Rule]) -> Rule:
    """The one among *rules* and our own checks whose IRI is *name* or ends in it.

    Raises InputError, with the nearest names, if there is none, or more than one.
    """
    every = {**rules, **own_checks()}
    if name in every:
        return every[name]
    found = [rule for rule in every.values() if rule.label == name]
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError(f"several rules are called {name}", f"write one of {', '.join(rule.iri for rule in found)}")
    nearest = get_close_matches(name, [rule.label for rule in every.values()], n=3)
    hint = f"did you mean {' or '.join(nearest)}?" if nearest else "article-ld shapes list names all"
    raise InputError(f"there is no rule {name}", hint)
