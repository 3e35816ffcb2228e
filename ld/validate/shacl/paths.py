"""Property paths: read from a shapes graph, written as in SPARQL, followed in data (SHACL 1.0, section 2.3.1)."""

from collections.abc import Callable, Collection
from functools import cache, partial
from typing import NamedTuple, TypeAlias

from ld.errors import UncompilableError
from ld.terms import BlankNode, Iri, Term
from ld.validate.finding import curie
from ld.validate.index import Index, list_members, only
from ld.validate.shacl.vocabulary import PATHS, SH, name
from ld.vocab import RDF

Step: TypeAlias = Callable[[Term], Collection[Term]]
"""From a focus node to its value nodes, each once."""
Follow: TypeAlias = Callable[[Index], Step]
"""From data to a step in them."""


class Path(NamedTuple):
    """A property path: a predicate (*kind* empty), or an operator of SPARQL over its *parts*."""

    kind: str
    predicate: Iri = Iri()
    parts: tuple["Path", ...] = ()


_UNARY = {SH.inversePath: "^", SH.zeroOrMorePath: "*", SH.oneOrMorePath: "+", SH.zeroOrOnePath: "?"}


def read_path(shapes: Index, node: Term) -> Path:
    """The path at *node* of a shapes graph.

    Raises UncompilableError for an invalid path, or one of several forms at once.
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
        members = [] if head is None else list_members(shapes, head)
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


def path_turtle(path: Path) -> str:
    """*path* as it is in a shapes graph, in Turtle with the prefix ``sh:``."""
    if not path.kind:
        return f"<{path.predicate}>"
    inner = " ".join(map(path_turtle, path.parts))
    if path.kind == "/":
        return f"( {inner} )"
    return f"[ {_TERMS[path.kind]} {f'( {inner} )' if path.kind == '|' else inner} ]"


_TERMS = {"|": "sh:alternativePath", **{kind: name(term) for term, kind in _UNARY.items()}}


@cache
def follow(path: Path) -> Follow:
    """The function that follows *path* in data; the same one for equal paths."""
    if not path.kind:
        return partial(_forward, path.predicate)
    if path.kind == "/" and not any(part.kind for part in path.parts):
        return partial(_chain, tuple(part.predicate for part in path.parts))
    if path.kind == "^":
        return _backward(path.parts[0])
    return partial(_STEPS[path.kind], tuple(map(follow, path.parts)))


def _forward(predicate: Iri, data: Index) -> Step:
    edges = data.pairs(predicate)
    return lambda focus: edges.get(focus, ())


def _against(predicate: Iri, data: Index) -> Step:
    edges = data.sources(predicate)
    return lambda focus: edges.get(focus, ())


def _chain(predicates: tuple[Iri, ...], data: Index) -> Step:
    first, *others = map(data.pairs, predicates)

    def step(focus: Term) -> Collection[Term]:
        nodes: Collection[Term] = first.get(focus, ())
        for edges in others:
            if len(nodes) == 1:
                nodes = edges.get(next(iter(nodes)), ())
            else:
                nodes = dict.fromkeys([end for node in nodes for end in edges.get(node, ())])
        return nodes

    return step


def _backward(path: Path) -> Follow:
    """*path* from its end to its start: the steps of a sequence in reverse order."""
    if not path.kind:
        return partial(_against, path.predicate)
    if path.kind == "^":
        return follow(path.parts[0])
    parts = tuple(Path("^", parts=(part,)) for part in path.parts)
    return follow(Path(path.kind, parts=parts[::-1] if path.kind == "/" else parts))


def _sequence(ways: tuple[Follow, ...], data: Index) -> Step:
    first, *others = (way(data) for way in ways)

    def step(focus: Term) -> Collection[Term]:
        nodes = first(focus)
        for other in others:
            nodes = other(*nodes) if len(nodes) == 1 else dict.fromkeys([end for node in nodes for end in other(node)])
        return nodes

    return step


def _alternatives(ways: tuple[Follow, ...], data: Index) -> Step:
    steps = [way(data) for way in ways]

    def step(focus: Term) -> Collection[Term]:
        found = [values for step in steps if (values := step(focus))]
        return found[0] if len(found) == 1 else dict.fromkeys([value for values in found for value in values])

    return step


def _optional(ways: tuple[Follow, ...], data: Index) -> Step:
    (step,) = (way(data) for way in ways)
    return lambda focus: dict.fromkeys((focus, *step(focus)))


def _repeated(ways: tuple[Follow, ...], data: Index) -> Step:
    (step,) = (way(data) for way in ways)

    def steps(focus: Term) -> Collection[Term]:
        found = dict.fromkeys(step(focus))
        waiting = list(found)
        while waiting:
            for value in step(waiting.pop()):
                if value not in found:
                    found[value] = None
                    waiting.append(value)
        return found

    return steps


def _optional_repeated(ways: tuple[Follow, ...], data: Index) -> Step:
    return _optional((partial(_repeated, ways),), data)


_STEPS: dict[str, Callable[[tuple[Follow, ...], Index], Step]] = {
    "/": _sequence,
    "|": _alternatives,
    "?": _optional,
    "+": _repeated,
    "*": _optional_repeated,
}
