"""Shapes graphs, loaded from files and checked, so that none can pass data by accident."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rdflib import RDF, SH, Graph, URIRef
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from ld.errors import ShapesError
from ld.validate.lint import Problem, problems

_PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Shapes:
    """A shapes graph in SHACL Core without problems."""

    graph: Graph

    @property
    def target_classes(self) -> frozenset[Node]:
        """The classes whose nodes some shape looks at."""
        return frozenset(self.graph.objects(None, SH.targetClass))

    def targets(self, data: Graph) -> dict[URIRef, frozenset[Node]]:
        """For each node shape with a target, sorted by IRI, the nodes of *data* that it looks at."""
        shapes = {str(shape) for target in _FOCUS for shape in self.graph.subjects(target)}
        return {shape: frozenset(self._focus_nodes(shape, data)) for shape in map(URIRef, sorted(shapes))}

    def _focus_nodes(self, shape: Node, data: Graph) -> Iterator[Node]:
        for target, focus in _FOCUS.items():
            for value in self.graph.objects(shape, target):
                yield from focus(data, value)


_FOCUS: dict[URIRef, Callable[[Graph, Node], Iterable[Node]]] = {
    SH.targetClass: lambda data, value: data.subjects(RDF.type, value),
    SH.targetNode: lambda _, value: [value],
    SH.targetObjectsOf: lambda data, value: data.objects(None, value),
    SH.targetSubjectsOf: lambda data, value: data.subjects(value),
}


def load_shapes(paths: Sequence[Path] | None = None) -> Shapes:
    """The shapes in these Turtle files, or those in ``*.ttl`` of a folder; the project's own without *paths*.

    Raises ShapesError, naming file and shape, for a file that cannot be read or parsed (with its line),
    for a misspelt or foreign term, and for a shape that checks nothing or cannot be reported.
    """
    return _own() if paths is None else _load(_files(paths))


@cache
def _own() -> Shapes:
    packaged = _PACKAGE / "_shapes"
    return _load(_files([packaged if packaged.is_dir() else _PACKAGE.parent / "shapes"]))


def _files(paths: Sequence[Path]) -> list[Path]:
    files = [file for path in paths for file in (sorted(path.glob("*.ttl")) if path.is_dir() else [path])]
    if not files:
        raise ShapesError(f"no shapes in {', '.join(map(str, paths)) or 'no file'}", "name a Turtle file with shapes")
    return files


def _load(files: Sequence[Path]) -> Shapes:
    parsed = {file: _parse(file) for file in files}
    graph = Graph()
    for part in parsed.values():
        graph += part
    found = sorted({_located(problem, parsed) for problem in problems(graph)})
    if found:
        raise ShapesError("\n".join(found), "correct the shapes: as they are, data could pass unseen")
    if not any((None, target, None) in graph for target in _FOCUS):
        raise ShapesError(
            f"{', '.join(map(str, files))}: no shape has a target", "add sh:targetClass to a sh:NodeShape"
        )
    return Shapes(graph)


def _parse(file: Path) -> Graph:
    try:
        return Graph(bind_namespaces="none").parse(file, format="turtle")
    except OSError as error:
        raise ShapesError(f"{file}: cannot be read: {error.strerror}", "name a Turtle file with shapes") from error
    except BadSyntax as error:
        raise ShapesError(f"{file}:{error.lines + 1}: no Turtle: {error._why}", "correct the syntax") from error  # noqa: SLF001
    except UnicodeDecodeError as error:
        raise ShapesError(f"{file}: no Turtle: {error}", "correct the syntax") from error


def _located(problem: Problem, parsed: dict[Path, Graph]) -> str:
    node, what = problem
    files = ", ".join(str(file) for file, graph in parsed.items() if (node, None, None) in graph)
    name = f"{str(node).rpartition('#')[2]}: " if isinstance(node, URIRef) else ""
    return f"{files}: {name}{what}"
