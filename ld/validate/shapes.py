"""Loads shapes graphs from files, and checks them so that none can pass data by accident."""

import itertools
import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph

from ld.errors import ShapesError, UncompilableError
from ld.oxigraph import Terms
from ld.terms import AnyTriple, Iri, Literal, Node, Term
from ld.validate.house_rules import breaches
from ld.validate.index import Index
from ld.validate.lint import CHECKS_NOTHING, Problem, problems
from ld.validate.shacl import Compiled, Targets, compile_shapes
from ld.validate.shacl.draft import understood, unlooked
from ld.validate.shacl.paths import path_turtle, read_path
from ld.validate.shacl.regular_expressions import read_expression
from ld.validate.shacl.targets import Target, focus_nodes, target_classes, targeted_shapes, targets_of
from ld.validate.shacl.vocabulary import SH

if TYPE_CHECKING:
    import rdflib

_PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Shapes:
    """A shapes graph, as *triples*; whatever is derived from them is computed once, on demand.

    *unlooked* are its terms of SHACL 1.2, which nothing evaluates; *files* are the files that it was read from.
    """

    triples: tuple[AnyTriple, ...]
    unlooked: tuple[Iri, ...] = ()
    files: tuple[Path, ...] = ()

    @classmethod
    def none(cls) -> "Shapes":
        """No shapes, so that only misspelt terms are found."""
        return cls(())

    @cached_property
    def index(self) -> Index:
        """The triples as the compiler and the messages read them."""
        return Index(self.triples)

    @cached_property
    def compiled(self) -> Compiled:
        """The shapes as functions. Raises UncompilableError if they are more than SHACL Core, or ill-formed."""
        try:
            return compile_shapes(self.index)
        except RecursionError as error:
            raise UncompilableError("they are nested too deeply") from error

    @cached_property
    def uncompilable(self) -> str:
        """Why the shapes cannot be compiled; empty if they can."""
        try:
            self.compiled  # noqa: B018 - kept for later
        except UncompilableError as error:
            return str(error)
        return ""

    @cached_property
    def graph(self) -> "rdflib.Graph":
        """The triples as an rdflib graph."""
        from ld.rdf import to_rdflib  # noqa: PLC0415 - compiled shapes need no rdflib, which is slow to import

        return to_rdflib(self.triples)

    @cached_property
    def for_pyshacl(self) -> "rdflib.Graph":
        """The graph in a form that pySHACL understands correctly."""
        from ld.rdf import to_rdflib  # noqa: PLC0415

        return to_rdflib(_for_pyshacl(self.index))

    @cached_property
    def target_classes(self) -> frozenset[Term]:
        """The classes that are targets of shapes."""
        return target_classes(self.index)

    def targets(self, data: Index) -> Targets:
        """The focus nodes in *data* of each shape with a target, sorted."""
        return {shape: focus_nodes(targets, data) for shape, targets in self._targets.items()}

    def named(self, shape: Node) -> str:
        """The IRI of *shape* or, if it has none, of the nearest shape around it; empty if none has one."""
        if shape not in self._names:
            self._names[shape] = _nearest_name(self.index, shape)
        return self._names[shape]

    @cached_property
    def paths(self) -> dict[Term, str]:
        """The path of each property shape in Turtle, for reports."""
        paths = ((shape, next(iter(values))) for shape, values in self.index.pairs(SH.path).items())
        return {shape: path_turtle(read_path(self.index, path)) for shape, path in paths}

    @cached_property
    def _targets(self) -> dict[Node, tuple[Target, ...]]:
        return {shape: targets_of(self.index, shape) for shape in targeted_shapes(self.index)}

    @cached_property
    def _names(self) -> dict[Node, str]:
        return {}


def _nearest_name(shapes: Index, shape: Node) -> str:
    found, waiting = {shape}, [shape]
    for node in waiting:
        if isinstance(node, Iri):
            return node
        owners = sorted(owner for owner, _ in shapes.referrers(node) if not isinstance(owner, Literal))
        waiting += [owner for owner in owners if owner not in found]
        found.update(owners)
    return ""


def _for_pyshacl(shapes: Index) -> Iterator[AnyTriple]:
    """The triples of *shapes*, rewritten where pySHACL understands them differently.

    Its regular expressions are Python's, and it knows the prefixes declared by a node itself, not those that it
    imports.
    The engine below it drops a FILTER that is constantly false, so that an ASK would pass everything.
    """
    patterns = shapes.pairs(SH.pattern)
    for subject, predicate, value in shapes:
        if predicate == SH.pattern and isinstance(value, Literal):
            flags = next((flag.lexical for flag in shapes.objects(subject, SH.flags) if isinstance(flag, Literal)), "")
            yield subject, predicate, Literal(read_expression(value.lexical, flags).source)
        elif predicate in {SH.select, SH.ask} and isinstance(value, Literal):
            yield subject, predicate, Literal(_FALSE.sub("FILTER (1 = 2)", value.lexical))
        elif not (predicate == SH.flags and subject in patterns):
            yield subject, predicate, value
    for subject, predicate, value in shapes:
        if predicate == SH.prefixes:
            yield from ((subject, predicate, imported) for imported in _imported(shapes, value))


_FALSE = re.compile(r"""\bFILTER\s*\(\s*(false|0|""|'')\s*\)""", re.IGNORECASE)
_IMPORTS = Iri("http://www.w3.org/2002/07/owl#imports")


def _imported(shapes: Index, node: Term) -> Iterator[Term]:
    """Whatever *node* imports, directly or not: prefixes declared there count too (SHACL 1.0, section 5.2.1)."""
    found, waiting = {node}, [node]
    while waiting:
        new = [value for value in shapes.objects(waiting.pop(), _IMPORTS) if value not in found]
        found.update(new)
        waiting += new
        yield from new


def load_shapes(paths: Sequence[Path] | None = None, *, strict: bool = False, draft: bool = False) -> Shapes:
    """The shapes in these Turtle files, or in the ``*.ttl`` of a folder; without *paths*, the project's own.

    *strict* applies our own rules as well: SHACL Core only, an IRI for each property shape, and exactly one name,
    message and severity. With *draft*, terms of SHACL 1.2 are accepted; see ``Shapes.unlooked``.
    Raises ShapesError, naming file and shape, for a file that cannot be read or parsed (with its line), for a misspelt
    or foreign term, and for a shape that checks nothing.
    """
    return _own() if paths is None else _load(_files(paths), strict=strict, draft=draft)


def own_shapes() -> Path:
    """The folder of the project's own shapes, for load_shapes together with others."""
    packaged = _PACKAGE / "_shapes"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "shapes"


@cache
def _own() -> Shapes:
    """The project's own shapes, which tests hold to all rules: no command need do it again."""
    files = _files([own_shapes()])
    triples = itertools.chain.from_iterable(_parse(file, number) for number, file in enumerate(files))
    return Shapes(tuple(triples), (), tuple(files))


def _files(paths: Sequence[Path]) -> list[Path]:
    files = [file for path in paths for file in (sorted(path.glob("*.ttl")) if path.is_dir() else [path])]
    if not files:
        raise ShapesError(f"no shapes in {', '.join(map(str, paths)) or 'no file'}", "name a Turtle file with shapes")
    return files


def _load(files: Sequence[Path], *, strict: bool, draft: bool = False) -> Shapes:
    parsed = {file: tuple(_parse(file, number)) for number, file in enumerate(files)}
    triples = tuple(itertools.chain.from_iterable(parsed.values()))
    newer = unlooked(triples) if draft else {}
    shapes = Shapes(tuple(understood(triples)) if draft else triples, tuple(sorted(newer)), tuple(files))
    excused = set[object]().union(*newer.values())  # a shape with conditions in these terms only is no mistake
    found = [*problems(shapes.index), *(breaches(shapes.index) if strict else ())]
    found = [problem for problem in found if not (problem[0] in excused and problem[1].endswith(CHECKS_NOTHING))]
    if found:
        located = sorted({_located(problem, parsed) for problem in found})
        raise ShapesError("\n".join(located), "correct the shapes: as they are, data could pass unseen")
    if not targeted_shapes(shapes.index):
        raise ShapesError(
            f"{', '.join(map(str, files))}: no shape has a target", "add sh:targetClass to a sh:NodeShape"
        )
    return shapes


def _parse(file: Path, number: int) -> Iterator[AnyTriple]:
    """The triples of *file*, the *number*-th of all: blank nodes of two files are kept apart."""
    terms = Terms(f"{number}.", first=0)
    try:
        text = file.read_bytes().removeprefix(BOM_UTF8)
        for quad in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE, base_iri=file.absolute().as_uri()):
            yield terms.node(quad.subject), terms.iri(quad.predicate.value), terms.term(quad.object)
    except OSError as error:
        raise ShapesError(
            f"{file}: cannot be read: {error.strerror or error}", "name a Turtle file with shapes"
        ) from error
    except SyntaxError as error:
        raise ShapesError(f"{file}:{error.lineno}: invalid Turtle: {error.msg}", "correct the syntax") from error
    except ValueError as error:
        raise ShapesError(f"{file}: {error}", "state it apart") from error
    except MemoryError as error:  # the parser's own bound
        raise ShapesError(f"{file}: holds a term of more than 16 MB", "keep long texts out of shapes") from error


def _located(problem: Problem, parsed: dict[Path, tuple[AnyTriple, ...]]) -> str:
    node, what = problem
    files = ", ".join(str(file) for file, triples in parsed.items() if any(triple[0] == node for triple in triples))
    name = f"{node.rpartition('#')[2]}: " if isinstance(node, Iri) else ""
    return f"{files}: {name}{what}"
