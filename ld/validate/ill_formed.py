"""Values that no parameter of SHACL may have: engines ignore some of them, and then data go unchecked."""

from collections.abc import Iterator

from ld.errors import UncompilableError
from ld.terms import Iri, Literal, Term
from ld.validate.index import Index, list_members
from ld.validate.shacl.paths import read_path
from ld.validate.shacl.regular_expressions import FLAGS
from ld.validate.shacl.vocabulary import SH, SHAPE_LISTS, name
from ld.vocab import XSD_NS

_LISTS = (*SHAPE_LISTS, Iri(SH + "in"), SH.languageIn, SH.ignoredProperties)
_BOOLEANS = (SH.closed, SH.uniqueLang, SH.deactivated, SH.qualifiedValueShapesDisjoint)
_TEXTS = (SH.pattern, SH.flags)
_QUALIFIED = (SH.qualifiedMinCount, SH.qualifiedMaxCount)


def ill_formed(graph: Index) -> Iterator[tuple[Term, str]]:
    """Each value in the shapes *graph* that is not of the kind required by its parameter, with its shape.

    The kinds are those of https://www.w3.org/TR/shacl/#syntax-rules.
    """
    for parameters, is_right, what in (
        (_LISTS, _is_list, "must be a list, such as ( 1 2 )"),
        (_BOOLEANS, _is_boolean, "must be true or false"),
        (_TEXTS, _is_text, "must be a text"),
        ((SH.flags,), _is_flags, f"may have the letters {', '.join(sorted(FLAGS))} only"),
    ):
        for parameter in parameters:
            for shape, value in _pairs(graph, parameter):
                if not is_right(graph, value):
                    yield shape, f"{name(parameter)} {what}"
    for shape in sorted({shape for count in _QUALIFIED for shape in graph.pairs(count)}, key=str):
        if not graph.objects(shape, SH.qualifiedValueShape):
            yield shape, "counts values that qualify, but has no sh:qualifiedValueShape, so it checks nothing"
    for shape, value in _pairs(graph, SH.path):
        wrong = _of_path(graph, value)
        if wrong:
            yield shape, wrong


def _is_list(graph: Index, head: Term) -> bool:
    try:
        list_members(graph, head)
    except ValueError:
        return False
    return True


def _is_boolean(_: Index, value: Term) -> bool:
    return isinstance(value, Literal) and value.lexical in {"true", "false", "1", "0"}


def _is_text(_: Index, value: Term) -> bool:
    return isinstance(value, Literal) and value.datatype == XSD_NS.string


def _is_flags(_: Index, value: Term) -> bool:
    return isinstance(value, Literal) and FLAGS.issuperset(value.lexical)


def _of_path(graph: Index, value: Term) -> str:
    try:
        read_path(graph, value)
    except UncompilableError as error:
        return f"has {error}"
    except RecursionError:
        return "has a sh:path that is nested too deeply"
    return ""


def _pairs(graph: Index, predicate: Iri) -> Iterator[tuple[Term, Term]]:
    return ((subject, value) for subject, values in graph.pairs(predicate).items() for value in values)
