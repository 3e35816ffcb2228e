import os
import subprocess
import sys

import pytest
import rdflib

from ld import build
from ld.pytest_plugin import _assert_valid

TEXT = """Harbor opens

Ana Silva, the mayor, opened the harbor on Monday.
"""
MISSPELT = """@prefix schema: <http://schema.org/> .
<https://paper.example/harbor> a schema:NewsArticle ;
    schema:headlin "Harbor opens" .
"""
PAGE_FAULT = '{"@context": "https://schema.org", "@type": "NewsArticle", "headlin": "Harbor opens"}'


@pytest.fixture
def built(tmp_path):
    path = tmp_path / "harbor.txt"
    path.write_text(TEXT, encoding="utf-8")
    return build(path, url="https://paper.example/harbor", date="2024-09-10", publisher="Paper", lang="en")


def _complaint(graph, **options) -> str:
    with pytest.raises(pytest.fail.Exception) as failure:
        _assert_valid(graph, **options)
    return failure.value.msg


def test_a_valid_build_passes(built):
    _assert_valid(built)


def test_so_does_its_graph(built):
    _assert_valid(built.graph)


def test_and_so_does_its_turtle(built):
    _assert_valid(built.turtle())


def test_so_does_the_file_that_holds_it(built, tmp_path):
    path = tmp_path / "harbor.ttl"
    path.write_text(built.turtle(), encoding="utf-8")
    _assert_valid(path)
    _assert_valid(str(path))


def test_and_so_does_its_json_ld(built):
    _assert_valid(built.json_ld())


def test_and_so_does_an_rdflib_graph_of_it(built):
    _assert_valid(rdflib.Graph().parse(data=built.turtle(), format="turtle"))


def test_a_fault_in_turtle_is_told_with_its_line():
    complaint = _complaint(MISSPELT)
    assert "graph:3:" in complaint
    assert "headline" in complaint


def test_a_fault_in_json_ld_is_told_with_its_path():
    assert "$['headlin']" in _complaint(PAGE_FAULT)


def test_a_fault_in_an_rdflib_graph_is_told_without_a_line():
    assert "graph: violation:" in _complaint(rdflib.Graph().parse(data=MISSPELT, format="turtle"))


def test_an_empty_graph_fails():
    assert "violation" in _complaint(rdflib.Graph())


def test_a_file_that_is_missing_fails():
    assert "no such file" in _complaint("missing.ttl")


def test_broken_turtle_fails():
    assert "error" in _complaint("<https://paper.example/harbor> a")


def test_the_bar_can_be_lowered(built):
    undated = built.turtle().replace("schema:datePublished", "schema:dateModified")
    _assert_valid(undated)
    assert "warning: Give the date of publication" in _complaint(undated, fail_on="warning")


def test_shapes_of_the_user_replace_ours(tmp_path):
    shapes = tmp_path / "house.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n@prefix schema: <http://schema.org/> .\n"
        "<https://house.example/shapes#Note> a sh:NodeShape ; sh:targetClass schema:NewsArticle ;\n"
        "  sh:property <https://house.example/shapes#Note-text> .\n<https://house.example/shapes#Note-text>\n"
        '  a sh:PropertyShape ; sh:path schema:text ; sh:minCount 1 ; sh:message "Give the text." .\n',
        encoding="utf-8",
    )
    note = "<https://paper.example/n> a <http://schema.org/NewsArticle>"
    assert "Give the text. [Note-text]" in _complaint(f"{note} .", shapes=[shapes])
    _assert_valid(f'{note} ; <http://schema.org/text> "A text." .', shapes=[shapes])


def test_what_is_no_graph_is_refused():
    with pytest.raises(TypeError, match="no int"):
        _assert_valid(7)


def test_pytest_finds_the_fixture_and_loads_no_rdf_library_at_its_start(tmp_path):
    (tmp_path / "test_graph.py").write_text(
        "import sys\n"
        "LOADED = {'rdflib', 'pyshacl', 'pyoxigraph', 'ld.validate'} & sys.modules.keys()\n"
        "def test_graph(assert_valid):\n"
        "    assert not LOADED\n"
        f"    assert_valid({MISSPELT!r})\n",
        encoding="utf-8",
    )
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "ld.pytest_plugin", "-p", "no:cacheprovider", "."],
        cwd=tmp_path,
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1, run.stdout
    assert "graph:3:" in run.stdout
    assert "LOADED" not in run.stdout
