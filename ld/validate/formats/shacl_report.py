"""A SHACL validation report in Turtle: https://www.w3.org/TR/shacl/#validation-report."""

import re
from collections.abc import Iterable, Iterator

from ld.validate.checked import CheckedFile, Located, Place
from ld.validate.formats.options import RenderOptions
from ld.validate.formats.unread import UNREADABLE, advice, fault

_HEAD = """\
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .

[] a sh:ValidationReport ;
"""
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_NO_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\\ud800-\udfff]')
_NO_STRING = re.compile(r'[\x00-\x1f"\\\x7f\ud800-\udfff]')


def render(files: Iterable[CheckedFile], options: RenderOptions) -> Iterator[str]:  # noqa: ARG001 - SHACL has no --fail-on
    """One report on all files. It conforms if there is no result at all, of any severity, as SHACL defines.

    A file that could not be read is a result too, so that no report conforms despite it.
    The location of a result is its prov:atLocation.
    """
    yield _HEAD
    conforms, checked = True, False
    for number, file in enumerate(files):
        checked = True
        piece = "".join(f"    sh:result [\n{result}    ] ;\n" for result in _results(file, number))
        conforms = conforms and not piece
        yield piece
    yield f"    sh:conforms {str(conforms and checked).lower()} .\n"


def _results(file: CheckedFile, number: int) -> Iterator[str]:
    if file.error:
        yield _unreadable(file)
    for located in file.results:
        yield _result(located, number)


def _result(located: Located, number: int) -> str:
    result = located.result
    return _statements(
        {
            "sh:focusNode": _node(result.focus_node, number),
            "sh:resultPath": _iri(result.predicate) if result.predicate else result.result_path,
            "sh:value": _apart(result.term, number),
            "sh:sourceShape": _node(result.shape, number),
            # each result must name one; our own checks name themselves
            "sh:sourceConstraintComponent": _iri(result.component or result.shape),
            "sh:sourceConstraint": _iri(result.constraint) if result.constraint else "",
            "sh:resultSeverity": _iri(result.severity_iri)
            if result.severity_iri
            else f"sh:{result.severity.value.capitalize()}",
            "sh:resultMessage": " , ".join(result.messages) or _string(result.message),
        },
        located.place,
    )


def _unreadable(file: CheckedFile) -> str:
    return _statements(
        {
            "sh:focusNode": _string(file.file),
            "sh:sourceConstraintComponent": _iri(UNREADABLE),
            "sh:resultSeverity": "sh:Violation",
            "sh:resultMessage": _string(advice(file)),
        },
        fault(file)[0],
    )


def _statements(stated: dict[str, str], place: Place) -> str:
    location = f"[ a prov:Location ; rdfs:label {_string(str(place))} ]"
    lines = {"a": "sh:ValidationResult", **stated, "prov:atLocation": location}
    return "".join(f"        {predicate} {value} ;\n" for predicate, value in lines.items() if value)


def _node(node: str, number: int) -> str:
    if node.startswith("_:"):
        return _apart(node, number)
    return _iri(node) if _IRI.match(node) else _string(node)


def _apart(term: str, number: int) -> str:
    """*term*, if a blank node with a label that is unique among files."""
    return f"_:f{number}{term.removeprefix('_:')}" if term.startswith("_:") else term


def _iri(iri: str) -> str:
    return f"<{_NO_IRI.sub(_escape, iri)}>"


def _string(text: str) -> str:
    return f'"{_NO_STRING.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    is_surrogate = 0xD800 <= code <= 0xDFFF  # noqa: PLR2004 - Unicode's own bounds
    return "\\uFFFD" if is_surrogate else f"\\u{code:04X}"
