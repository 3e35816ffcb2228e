"""The findings of both engines, in a comparable form."""

from collections.abc import Callable, Iterable

import pytest

from ld.terms import AnyTriple
from ld.validate import Shapes
from ld.validate.engine import Engine, findings
from ld.validate.index import Index

Found = set[tuple[object, ...]]


def _found(triples: Iterable[AnyTriple], shapes: Shapes, engine: Engine) -> Found:
    data = Index(triples)
    return {
        (finding.focus_node, finding.path, finding.value, finding.component, finding.severity, finding.shape)
        for finding in findings(data, shapes, shapes.targets(data), engine)
    }


@pytest.fixture(scope="session")
def found_by() -> Callable[[Iterable[AnyTriple], Shapes, Engine], Found]:
    """Focus node, path, value, component, severity and shape of each result of an engine."""
    return _found
