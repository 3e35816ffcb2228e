"""The Core cases of the W3C test suite: the compiled shapes give exactly the results that it expects."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
from generate.w3c_shacl_suite import DIGEST, digest, files_in
from material import W3C_SUITE

from ld.errors import UncompilableError
from ld.terms import BlankNode, Iri, Literal, Term
from ld.validate import Shapes
from ld.validate.index import Index
from ld.validate.shacl.paths import path_text, read_path
from ld.validate.shacl.vocabulary import SH
from ld.vocab import Namespace

SUITE = W3C_SUITE.path
CASES = sorted(SUITE.glob("*/*.ttl"))
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
SHT = Namespace("http://www.w3.org/ns/shacl-test#")

HANDED_TO_PYSHACL = {
    "path-strange-001": "not exactly one of the forms of paths",
    "path-strange-002": "not exactly one of the forms of paths",
    "qualifiedValueShape-001": "sh:nodeShape is not SHACL Core",
}
"""Cases that are not compiled, and why."""

pytestmark = pytest.mark.material(W3C_SUITE)


def read(file: Path) -> Index:
    def term(node: object) -> Term:
        if isinstance(node, pyoxigraph.Literal):
            return Literal(node.value, Iri(node.datatype.value), node.language or "")
        return BlankNode(f"_:{node.value}") if isinstance(node, pyoxigraph.BlankNode) else Iri(node.value)

    quads = pyoxigraph.parse(path=str(file), format=pyoxigraph.RdfFormat.TURTLE, base_iri=file.as_uri())
    return Index((term(q.subject), Iri(q.predicate.value), term(q.object)) for q in quads)


def cases() -> Iterator[object]:
    for file in CASES:
        manifest = read(file)
        for case in manifest.subjects(MF.status, SHT.approved):
            yield pytest.param(file, case, id=case.rpartition("/")[2])


def graph_of(manifest: Index, case: Term, kind: Iri) -> Index:
    (action,) = manifest.objects(case, MF.action)
    (file,) = manifest.objects(action, kind)
    return read(Path(file.removeprefix("file://")))


def value(graph: Index, node: Term, predicate: Iri) -> Term | None:
    return next(iter(graph.objects(node, predicate)), None)


def nameless(term: Term | None) -> Term | None:
    """Blank nodes have another label in every file that is read."""
    return BlankNode("_:") if isinstance(term, BlankNode) else term


def expected(manifest: Index, case: Term) -> set[tuple[object, ...]]:
    (report,) = manifest.objects(case, MF.result)
    results = manifest.objects(report, SH.result)
    return {
        (
            nameless(value(manifest, result, SH.focusNode)),
            path_text(read_path(manifest, path)) if (path := value(manifest, result, SH.resultPath)) else "",
            nameless(value(manifest, result, SH.value)),
            value(manifest, result, SH.sourceConstraintComponent),
            value(manifest, result, SH.resultSeverity),
            nameless(value(manifest, result, SH.sourceShape)),
        )
        for result in results
    }


def test_the_suite_is_all_there():
    assert digest(files_in(SUITE)) == DIGEST
    assert len(list(cases())) == 98


@pytest.mark.parametrize(("file", "case"), list(cases()))
def test_the_compiled_shapes_find_what_the_suite_expects(file, case):
    manifest = read(file)
    data, shapes = graph_of(manifest, case, SHT.dataGraph), Shapes(tuple(graph_of(manifest, case, SHT.shapesGraph)))
    name = case.rpartition("/")[2]
    if name in HANDED_TO_PYSHACL:
        with pytest.raises(UncompilableError, match=HANDED_TO_PYSHACL[name]):
            _ = shapes.compiled
        return
    found = {
        (
            nameless(finding.focus_node),
            finding.path,
            nameless(finding.value),
            finding.component,
            finding.severity,
            nameless(finding.shape),
        )
        for finding in shapes.compiled.findings(data, shapes.targets(data))
    }
    assert found == expected(manifest, case)
