"""Terms of SHACL 1.2, which is a draft: known by a switch, and never taken for something that was checked."""

import pytest

from ld.cli import main
from ld.errors import ShapesError
from ld.validate import Severity, load_shapes, validate_triples

SHAPES = """
@prefix ex: <https://draft.example/#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:agentInstruction "Ask the harbour." ; sh:property ex:P .
ex:P sh:path ex:p ; sh:singleLine true ; sh:minCount 1 ; sh:severity sh:Debug .
ex:Q a sh:NodeShape ; sh:targetNode ex:a ; sh:property ex:R .
ex:R sh:path ex:p ; sh:memberShape ex:S .
"""


@pytest.fixture
def shapes(tmp_path):
    file = tmp_path / "shapes.ttl"
    file.write_text(SHAPES, encoding="utf-8")
    return file


def test_without_the_switch_they_are_refused_by_their_right_name(shapes):
    with pytest.raises(ShapesError, match=r"singleLine is of SHACL 1\.2, a draft"):
        load_shapes([shapes])


def test_with_it_the_rest_is_checked_and_they_are_named(shapes):
    loaded = load_shapes([shapes], draft=True)
    assert [term.rpartition("#")[2] for term in loaded.unlooked] == ["memberShape", "singleLine"]
    report = validate_triples("urn:g", [("https://draft.example/#a", "https://draft.example/#q", "urn:b")], loaded)
    assert [result.severity for result in report.results if result.component] == [Severity.INFO]


def test_a_shape_class_is_a_class_and_a_node_shape(tmp_path):
    file = tmp_path / "shapes.ttl"
    file.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:C> a sh:ShapeClass ; sh:nodeKind sh:Literal .",
        encoding="utf-8",
    )
    assert "urn:C" in load_shapes([file], draft=True).target_classes


def test_a_misspelt_term_is_one_with_the_switch_too(tmp_path):
    file = tmp_path / "shapes.ttl"
    file.write_text(SHAPES.replace("sh:minCount", "sh:minCuont"), encoding="utf-8")
    with pytest.raises(ShapesError, match="did you mean minCount"):
        load_shapes([file], draft=True)


def test_lint_names_what_nobody_looks_at(shapes, capsys):
    assert main(["shapes", "lint", str(shapes)]) == 1
    assert main(["shapes", "lint", str(shapes), "--shacl", "1.2"]) == 0
    assert "nobody looks at sh:memberShape, sh:singleLine" in capsys.readouterr().out


def test_validate_names_it_too(shapes, tmp_path, capsys):
    (tmp_path / "a.ttl").write_text("<https://draft.example/#a> <https://draft.example/#p> 1 .", encoding="utf-8")
    assert main(["validate", str(tmp_path / "a.ttl"), "--shapes", str(shapes), "--shacl", "1.2"]) == 0
    assert "not looked at: sh:memberShape, sh:singleLine" in capsys.readouterr().err
