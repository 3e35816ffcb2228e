"""The SPARQL cases of the W3C test suite: pySHACL finds for us what it expects, or the shapes are refused."""

from pathlib import Path

import pytest
from generate.w3c_shacl_suite import SPARQL_DIGEST, digest, files_in
from material import W3C_SPARQL_SUITE
from validate.shacl.test_w3c_suite import SHT, expected, graph_of, nameless, read

from ld.errors import ShapesError
from ld.terms import Iri
from ld.validate import Shapes
from ld.validate.engine import findings
from ld.vocab import Namespace

SUITE = W3C_SPARQL_SUITE.path
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
DEVIATIONS = {"shapesGraph-001"}
"""Refused, as section 5.3.1 has it for engines that do not bind $shapesGraph."""

pytestmark = pytest.mark.material(W3C_SPARQL_SUITE)


def cases():
    for file in sorted(SUITE.glob("*/*.ttl")):
        for case in read(file).subjects(MF.status, SHT.approved):
            yield pytest.param(file, case, id=case.rpartition("/")[2])


def test_the_suite_is_all_there():
    assert digest(files_in(SUITE)) == SPARQL_DIGEST
    assert len(list(cases())) == 22


@pytest.mark.parametrize(("file", "case"), list(cases()))
def test_what_the_suite_expects_is_found_or_refused(file: Path, case: Iri):
    manifest = read(file)
    data, shapes = graph_of(manifest, case, SHT.dataGraph), Shapes(tuple(graph_of(manifest, case, SHT.shapesGraph)))
    if SHT.Failure in manifest.objects(case, MF.result) or case.rpartition("/")[2] in DEVIATIONS:
        with pytest.raises(ShapesError):
            list(findings(data, shapes, shapes.targets(data)))
        return
    found = {
        (
            nameless(each.focus_node),
            each.path,
            nameless(each.value),
            each.component,
            each.severity,
            nameless(each.shape),
        )
        for each in findings(data, shapes, shapes.targets(data))
    }
    assert found == expected(manifest, case)
