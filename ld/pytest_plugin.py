"""A pytest fixture, ``assert_valid``, for projects that generate graphs of articles and test them.

pytest loads this module at its start, before any test asks for the fixture: so nothing heavy is imported here.
"""

import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from ld.validate.checked import CheckedFile
    from ld.validate.checking import Checks

_NAME = "graph"


@pytest.fixture(scope="session")
def assert_valid() -> Callable[..., None]:
    """A function that fails the test unless a graph is valid, with the messages of ``article-ld validate``.

    ``assert_valid(graph, profiles=(), shapes=(), fail_on="violation")``: *graph* is a Build, an ArticleGraph, an rdflib
    Graph, the path of a file, or text in Turtle or JSON-LD.
    A str is a path if it has no white space and does not begin as text does, with ``<``, ``{``, ``[`` or ``@``.
    *profiles*, *shapes* (paths, which replace profiles) and *fail_on* are the options of the command.
    """
    return _assert_valid


def _assert_valid(
    graph: Any,
    profiles: Sequence[str] = (),
    shapes: Sequence[str | Path] = (),
    fail_on: str = "violation",
) -> None:
    __tracebackhide__ = True
    from ld.validate.formats import render  # noqa: PLC0415 - imported late: pytest must not wait for it at its start
    from ld.validate.formats.tally import Tally  # noqa: PLC0415
    from ld.validate.report import Severity  # noqa: PLC0415

    severity = Severity(fail_on)
    checked = _checked(graph, _checks(tuple(profiles), tuple(map(str, shapes))))
    if not Tally.of([checked]).conforms(severity):
        pytest.fail("".join(render("text", [checked], fail_on=severity)), pytrace=False)


@cache
def _checks(profiles: tuple[str, ...], shapes: tuple[str, ...]) -> "Checks":
    from ld.validate.profiles import Choice, checks_of  # noqa: PLC0415

    return checks_of(Choice(profiles=profiles, shapes=shapes))


def _checked(graph: Any, checks: "Checks") -> "CheckedFile":
    from ld.pipeline import Build  # noqa: PLC0415
    from ld.serialize import n_quads  # noqa: PLC0415
    from ld.terms import ArticleGraph  # noqa: PLC0415
    from ld.validate.checking import check_file  # noqa: PLC0415
    from ld.validate.documents import sniff  # noqa: PLC0415

    if isinstance(graph, Build):
        graph = graph.graph
    if isinstance(graph, ArticleGraph):
        return _without_lines(_checked_text(graph.name, n_quads(graph), "n-quads", checks))
    if isinstance(graph, os.PathLike) or (isinstance(graph, str) and _is_path(graph)):
        return check_file(os.fspath(graph), checks)
    if isinstance(graph, str):
        return _checked_text(_NAME, graph, sniff(graph), checks)
    if hasattr(graph, "serialize"):
        return _without_lines(_checked_text(_NAME, graph.serialize(format="nt"), "n-triples", checks))
    raise TypeError(f"assert_valid takes a graph, a path or a text, no {type(graph).__name__}")


def _is_path(text: str) -> bool:
    return bool(text) and not any(map(str.isspace, text)) and text[0] not in "<{[@"


def _checked_text(name: str, text: str, syntax: str, checks: "Checks") -> "CheckedFile":
    from ld.errors import InputError  # noqa: PLC0415
    from ld.validate.checked import CheckedFile  # noqa: PLC0415
    from ld.validate.checking import check_document  # noqa: PLC0415
    from ld.validate.documents import parse  # noqa: PLC0415

    try:
        return check_document(parse(name, text, syntax, checks.contexts), checks)
    except InputError as error:
        return CheckedFile(file=name, error=str(error), hint=error.hint)


def _without_lines(checked: "CheckedFile") -> "CheckedFile":
    """*checked* with locations that name only the graph: its lines are those of a text that nobody has seen."""
    from msgspec.structs import replace  # noqa: PLC0415

    from ld.validate.checked import Place  # noqa: PLC0415

    results = tuple(replace(located, place=Place(file=checked.file)) for located in checked.results)
    return replace(checked, results=results)
