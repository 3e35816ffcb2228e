"""Examples of Google's rich results, the changes that break them, and each in every kind of markup.

An example of ``validate/google`` has the properties of those in Google's documents, about invented people and places.
A row of its ``faults.csv`` drops or sets a property and gives the expected findings. The writers below put each node
and each value on a line of its own and note the line, so the expected lines do not come from the code under test.
"""

import csv
import json
from collections.abc import Callable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

EXAMPLES = Path(__file__).resolve().parent / "validate" / "google"
SCHEMA = "https://schema.org/"

Place = tuple[str | int, ...]


class Expected(NamedTuple):
    """A result that a check must find."""

    line: int
    code: str
    severity: str


class Sample(NamedTuple):
    """A file in some kind of markup, and the results that must be found; a valid twin has none."""

    name: str
    text: str
    expected: frozenset[Expected] = frozenset()


class Written(NamedTuple):
    """A text, and the line of each node and each value in it, by its path in the example."""

    text: str
    lines: dict[Place, int]


def example(name: str) -> dict[str, Any]:
    return json.loads((EXAMPLES / f"{name}.jsonld").read_text(encoding="utf-8"))


def names() -> list[str]:
    return sorted(path.stem for path in EXAMPLES.glob("*.jsonld"))


def rows() -> list[dict[str, str]]:
    with (EXAMPLES / "faults.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def valid_samples() -> Iterator[Sample]:
    """Each example without results, in each kind of markup."""
    for name in names():
        if not name.startswith("retired."):
            for way, write in WRITERS.items():
                yield Sample(f"{name}.valid.{way}", write(example(name)).text)


def broken_samples() -> Iterator[Sample]:
    """Each fault in each kind of markup."""
    for (name, action, path, becomes), group in groupby(
        rows(), key=lambda row: (row["example"], row["action"], row["path"], row["becomes"])
    ):
        expectations = list(group)
        document = broken(name, action, path, becomes)
        fault = "-".join(part for part in (action, path.replace(" ", "-"), expectations[0]["code"]) if part)
        for way, write in WRITERS.items():
            written = write(document)
            found = frozenset(
                Expected(written.lines[_place(row["at"])], row["code"], row["severity"]) for row in expectations
            )
            yield Sample(f"{name}.{fault}.{way}", written.text, found)


def broken(name: str, action: str, path: str, becomes: str) -> dict[str, Any]:
    """The example *name* without the properties at *path*, or with *becomes*, in JSON, in their place."""
    document = example(name)
    for one in path.split():
        *above, key = _place(one)
        node = document
        for step in above:
            node = node[step]
        if action == "drop":
            del node[key]
        else:
            node[key] = json.loads(becomes)
    return document


def _place(path: str) -> Place:
    return tuple(int(step) if step.isdigit() else step for step in path.split(".") if step)


class _Lines:
    def __init__(self, *opening: str) -> None:
        self._written = list(opening)
        self._lines: dict[Place, int] = {}

    def add(self, line: str, place: Place | None = None) -> None:
        self._written.append(line)
        if place is not None:
            self._lines[place] = len(self._written)

    def written(self) -> Written:
        return Written("".join(f"{line}\n" for line in self._written), self._lines)


def json_ld(document: dict[str, Any]) -> Written:
    lines = _Lines()
    _json(lines, document, (), "", "")
    return lines.written()


def page(document: dict[str, Any]) -> Written:
    lines = _Lines("<!doctype html>", "<title>Ports agree</title>", '<script type="application/ld+json">')
    _json(lines, document, (), "", "")
    lines.add("</script>")
    return lines.written()


def _json(lines: _Lines, value: Any, place: Place, before: str, after: str) -> None:
    if not isinstance(value, dict | list):
        lines.add(f"{before}{json.dumps(value)}{after}", place)
        return
    pairs = list(value.items() if isinstance(value, dict) else enumerate(value))
    lines.add(before + ("{" if isinstance(value, dict) else "["), place)
    for key, inner in pairs:
        name = f"{json.dumps(key)}: " if isinstance(key, str) else ""
        _json(lines, inner, (*place, key), name, "" if key == pairs[-1][0] else ",")
    lines.add(("}" if isinstance(value, dict) else "]") + after)


class _Attributes(NamedTuple):
    """How a kind of markup writes a node, the property that leads to it, and its identifier."""

    node: str
    property: str
    identifier: str


_MICRODATA = _Attributes('itemscope itemtype="{}"', 'itemprop="{}"', 'itemid="{}"')
_RDFA = _Attributes('typeof="{}"', 'property="{}"', 'resource="{}"')


def microdata(document: dict[str, Any]) -> Written:
    return _marked(document, _MICRODATA, "<body>")


def rdfa(document: dict[str, Any]) -> Written:
    return _marked(document, _RDFA, f'<body vocab="{SCHEMA}">')


def _marked(document: dict[str, Any], attributes: _Attributes, body: str) -> Written:
    lines = _Lines("<!doctype html>", "<title>Ports agree</title>", body)
    _element(lines, document, (), "", attributes)
    lines.add("</body>")
    return lines.written()


def _element(lines: _Lines, node: dict[str, Any], place: Place, leading: str, attributes: _Attributes) -> None:
    kind = attributes.node.format((SCHEMA if attributes is _MICRODATA else "") + node["@type"])
    identifier = attributes.identifier.format(node["@id"]) if "@id" in node else ""
    lines.add(f"<div {' '.join(filter(None, (leading, kind, identifier)))}>", place)
    for key, values in node.items():
        listed = isinstance(values, list)
        for number, value in enumerate(values if listed else [values]):
            inner = (*place, key, number) if listed else (*place, key)
            named = attributes.property.format(key)
            if key.startswith("@"):
                continue
            if isinstance(value, dict):
                _element(lines, value, inner, named, attributes)
            elif isinstance(value, str) and value.startswith("https:") and " " not in value:
                lines.add(f'<link {named} href="{escape(value)}">', inner)
            else:
                lines.add(
                    f'<meta {named} content="{escape(value if isinstance(value, str) else json.dumps(value))}">', inner
                )
    lines.add("</div>")


WRITERS: dict[str, Callable[[dict[str, Any]], Written]] = {
    "jsonld": json_ld,
    "jsonld.html": page,
    "microdata.html": microdata,
    "rdfa.html": rdfa,
}
