"""Property paths: read from a shapes graph, written as in SPARQL, followed in data (SHACL 1.0, section 2.3.1)."""

from collections.abc import Callable, Collection
from functools import partial
from typing import NamedTuple, TypeAlias

from ld.errors import UncompilableError
from ld.terms import BlankNode, Iri, Term
from ld.validate.finding import curie
from ld.validate.index import Index, only
from ld.validate.shacl.vocabulary import PATHS, SH
from ld.vocab import RDF

Follow: TypeAlias = Callable[[Index, Term], Collection[Term]]
"""From data and a focus node to the value nodes, each once."""


class Path(NamedTuple):
    """A property path: a predicate (*kind* empty), or an operator of SPARQL over its *parts*."""

    kind: str
    predicate: Iri = Iri()
    parts: tuple["Path", ...] = ()


_UNARY = {SH.inversePath: "^", SH.zeroOrMorePath: "*", SH.oneOrMorePath: "+", SH.zeroOrOnePath: "?"}


def read_path(shapes: Index, node: Term) -> Path:
    """The path at *node* of a shapes graph.

    Raises UncompilableError for what is no path, or several at once.
    """
    return _read(shapes, node, ())


def _read(shapes: Index, node: Term, above: tuple[Term, ...]) -> Path:
    if isinstance(node, Iri) and node != RDF.nil:
        return Path("", node)
    forms = [form for form in (RDF.first, *PATHS) if shapes.objects(node, form)]
    if not isinstance(node, BlankNode) or len(forms) != 1 or node in above:
        raise UncompilableError("a sh:path that is not exactly one of the forms of paths")
    (form,) = forms
    deeper = (*above, node)
    if form in (RDF.first, SH.alternativePath):
        return _of_list(shapes, node if form == RDF.first else only(shapes.objects(node, form)), form, deeper)
    inner = only(shapes.objects(node, form))
    if inner is None:
        raise UncompilableError("a sh:path with several inner paths")
    return Path(_UNARY[form], parts=(_read(shapes, inner, deeper),))


def _of_list(shapes: Index, head: Term | None, form: Iri, above: tuple[Term, ...]) -> Path:
    try:
        members = [] if head is None else shapes.items(head)
    except ValueError:
        members = []
    if len(members) < 2:  # noqa: PLR2004 - the least that SHACL allows
        raise UncompilableError("a sh:path whose list has less than two members")
    return Path("/" if form == RDF.first else "|", parts=tuple(_read(shapes, member, above) for member in members))


def path_text(path: Path) -> str:
    """*path* as a SPARQL property path, with our prefixes: ``schema:member|^schema:hasOccupation``."""
    match path.kind:
        case "":
            return curie(path.predicate)
        case "/":
            return "/".join(f"({path_text(part)})" if part.kind == "|" else path_text(part) for part in path.parts)
        case "|":
            return "|".join(map(path_text, path.parts))
        case "^":
            inner = path_text(path.parts[0])
            return f"^{inner}" if not path.parts[0].kind else f"^({inner})"
        case _:
            return f"({path_text(path.parts[0])}){path.kind}"


def follow(path: Path) -> Follow:
    """How to go along *path* in data."""
    if not path.kind:
        return _forward(path.predicate)
    if path.kind == "^":
        return _backward(path.parts[0])
    ways = tuple(map(follow, path.parts))
    if path.kind in _SEVERAL:
        return partial(_SEVERAL[path.kind], ways)
    (way,) = ways
    repeated = way if path.kind == "?" else partial(_repeated, way)
    return repeated if path.kind == "+" else partial(_optional, repeated)


def _forward(predicate: Iri) -> Follow:
    return lambda data, focus: data.objects(focus, predicate)


def _backward(path: Path) -> Follow:
    """*path* from its end to its start: the steps of a sequence come in reverse order."""
    if not path.kind:
        return lambda data, focus: data.subjects(path.predicate, focus)
    if path.kind == "^":
        return follow(path.parts[0])
    parts = tuple(Path("^", parts=(part,)) for part in path.parts)
    return follow(Path(path.kind, parts=parts[::-1] if path.kind == "/" else parts))


def _sequence(steps: tuple[Follow, ...], data: Index, focus: Term) -> Collection[Term]:
    first, *others = steps
    nodes = first(data, focus)
    for step in others:
        if not nodes:
            break
        nodes = dict.fromkeys([value for node in nodes for value in step(data, node)])
    return nodes


def _alternatives(ways: tuple[Follow, ...], data: Index, focus: Term) -> Collection[Term]:
    return dict.fromkeys([value for way in ways for value in way(data, focus)])


def _optional(way: Follow, data: Index, focus: Term) -> Collection[Term]:
    return dict.fromkeys((focus, *way(data, focus)))


def _repeated(step: Follow, data: Index, focus: Term) -> Collection[Term]:
    found = dict.fromkeys(step(data, focus))
    waiting = list(found)
    while waiting:
        for value in step(data, waiting.pop()):
            if value not in found:
                found[value] = None
                waiting.append(value)
    return found


_SEVERAL = {"/": _sequence, "|": _alternatives}
