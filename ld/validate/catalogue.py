"""What shapes check and why, as the rows of a table made from the shapes themselves."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from ld.terms import Iri, Literal, Node, Term
from ld.validate.finding import curie
from ld.validate.formats.rules import Rule, rules_of
from ld.validate.shacl.paths import Path, path_text, read_path
from ld.validate.shacl.targets import targeted_shapes
from ld.validate.shacl.vocabulary import SH
from ld.validate.shapes import Shapes


class CatalogueRow(NamedTuple):
    """A check: its *target* and *path*, what is *expected*, its *severity* and *advice*, and where to *see* more."""

    target: str
    shape: str
    path: str
    expected: str
    severity: str
    advice: str
    see: str


def rows(shapes: Shapes) -> Iterator[CatalogueRow]:
    """A row for each check of *shapes*, by target, then in the order of the shapes' names."""
    rules = rules_of(shapes.triples)
    for shape in targeted_shapes(shapes.index):
        target = _target(shapes, shape)
        if shapes.index.objects(shape, SH.severity):
            yield _row(shapes, target, shape, _path(shapes, shape), rules)
        yield from _parts(shapes, target, shape, (), rules)


def _parts(
    shapes: Shapes, target: str, owner: Node, above: tuple[Path, ...], rules: dict[str, Rule]
) -> Iterator[CatalogueRow]:
    """A row for each property shape of *owner*, and below it for those of its values; *above* is the way to *owner*."""
    for part in sorted(shapes.index.objects(owner, SH.property), key=str):
        if isinstance(part, str) and len(above) < _DEEPEST:
            path = (*above, *_path(shapes, part))
            yield _row(shapes, target, part, path, rules)
            yield from _parts(shapes, target, part, path, rules)


_DEEPEST = 8
"""How deep property shapes may be nested; a shape that contains itself would have no end."""


def _path(shapes: Shapes, shape: Node) -> tuple[Path, ...]:
    return tuple(read_path(shapes.index, path) for path in shapes.index.objects(shape, SH.path))[:1]


def _target(shapes: Shapes, shape: Node) -> str:
    said = [
        words.format(_name(value))
        for words, term in _TARGETS
        for value in sorted(shapes.index.objects(shape, term), key=str)
    ]
    return ", ".join(said) or _name(shape)


_TARGETS = (
    ("{}", SH.targetClass),
    ("the node {}", SH.targetNode),
    ("values of {}", SH.targetObjectsOf),
    ("whatever has {}", SH.targetSubjectsOf),
)


def _row(shapes: Shapes, target: str, shape: Node, path: tuple[Path, ...], rules: dict[str, Rule]) -> CatalogueRow:
    rule = rules.get(str(shape)) or Rule(iri=str(shape))
    severity = next(iter(shapes.index.objects(shape, SH.severity)), SH.Violation)
    return CatalogueRow(
        target=target,
        shape=rule.label if isinstance(shape, Iri) else "",
        path=path_text(path[0] if len(path) == 1 else Path("/", parts=path)) if path else "",
        expected="; ".join(rule.expected.values()),
        severity=str(severity).rpartition("#")[2].lower(),
        advice=rule.advice,
        see=rule.see,
    )


def _name(term: Term) -> str:
    return term.lexical if isinstance(term, Literal) else curie(str(term))


def markdown(table: Iterable[CatalogueRow]) -> str:
    """*table* in Markdown: a heading for each target, followed by its checks."""
    parts = []
    for target, group in groupby(table, key=lambda row: row.target):
        lines = [
            f"## {target}",
            "",
            *_line(("Check", "Path", "Expected", "Severity", "What to do")),
            *_line(["---"] * 5),
        ]
        for row in group:
            shape = f"[{row.shape}]({row.see})" if row.see else row.shape
            path, expected = (f"`{text}`" if text else "" for text in (row.path, row.expected))
            lines += _line((shape, path, expected, row.severity, row.advice))
        parts.append("".join(f"{line}\n" for line in lines))
    return "\n".join(parts)


def _line(cells: Sequence[str]) -> tuple[str]:
    return (f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |",)


def text(table: Iterable[CatalogueRow]) -> str:
    """*table* for a terminal: for each target its checks, and what to do about each."""
    lines = []
    for target, group in groupby(table, key=lambda row: row.target):
        lines.append(target)
        for row in group:
            lines.append(f"  {row.shape}: {row.severity}" + (f", {row.path}" if row.path else ""))
            lines.append(f"      {row.advice}")
    return "".join(f"{line}\n" for line in lines)
