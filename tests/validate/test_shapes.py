"""Shapes that could pass data by accident are refused when they are loaded."""

import shutil
from pathlib import Path

import pytest

from ld.errors import ShapesError
from ld.validate import load_shapes

SHAPES = Path(__file__).resolve().parents[2] / "shapes"
SOUND = """
@prefix : <https://shapes.example/#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix schema: <http://schema.org/> .

:BookShape a sh:NodeShape ;
    sh:targetClass schema:Book ;
    sh:property :BookShape-name .

:BookShape-name a sh:PropertyShape ;
    sh:path schema:name ;
    sh:name "name" ;
    sh:minCount 1 ;
    sh:severity sh:Violation ;
    sh:message "Give the book a name." .
"""


@pytest.fixture
def refusal(tmp_path):
    """From a change of the sound shapes to the message and the hint of their refusal."""

    def change(old: str, new: str) -> str:
        assert old in SOUND
        file = tmp_path / "book.ttl"
        file.write_text(SOUND.replace(old, new), encoding="utf-8")
        with pytest.raises(ShapesError) as caught:
            load_shapes([file])
        assert caught.value.hint
        return str(caught.value)

    return change


def test_sound_shapes_are_loaded(tmp_path):
    file = tmp_path / "book.ttl"
    file.write_text(SOUND, encoding="utf-8")
    assert len(load_shapes([file]).graph) == 9


def test_our_own_shapes_are_those_of_the_folder():
    assert set(load_shapes().graph.subjects()) >= {
        subject for subject in load_shapes([SHAPES]).graph.subjects() if str(subject).startswith("http")
    }


def test_our_own_shapes_are_loaded_once():
    assert load_shapes() is load_shapes()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("sh:minCount", "sh:minCnt", "minCnt is no property of its vocabulary; did you mean minCount?"),
        ("sh:property :", "sh:propety :", "did you mean property?"),
        ("schema:name", "schema:nme", "did you mean name?"),
        ("schema:Book", "schema:Bok", "did you mean Book?"),
        ("schema:Book", "schema:event", "no class of its vocabulary; did you mean Event?"),
        ("sh:path schema:name", "sh:path schema:Event", "no property of its vocabulary; did you mean event?"),
        ("http://schema.org/", "https://schema.org/", "lies outside the namespace http://schema.org/"),
        ("http://schema.org/", "http://schema.org#", "lies outside the namespace http://schema.org/"),
        ("sh:minCount 1", 'sh:minCount "1"', "minCount must be a whole number"),
        ("sh:minCount 1", "sh:minCount -1", "minCount must be a whole number"),
        ("sh:minCount 1", 'sh:pattern "("', "no regular expression"),
        ("sh:minCount 1", 'sh:sparql [ sh:select "" ]', "is not SHACL Core"),
        ("sh:minCount 1", "sh:node :Missing", "refers to the shape Missing, which checks nothing"),
        ("sh:minCount 1", "sh:or ( :Missing )", "refers to the shape Missing, which checks nothing"),
        ("    sh:minCount 1 ;\n", "", "BookShape-name: has no constraint"),
        ("    sh:minCount 1 ;\n", "    sh:minCount 1 ; sh:deactivated true ;\n", "is deactivated"),
        ('    sh:name "name" ;\n', "", "must have exactly one sh:name, not 0"),
        ('"Give the book a name."', '"One.", "Two."', "must have exactly one sh:message, not 2"),
        ("    sh:severity sh:Violation ;\n", "", "must have exactly one sh:severity, not 0"),
        ("sh:Violation", "sh:NodeShape", "sh:severity must be"),
        ("    sh:path schema:name ;\n", "", "its property shape BookShape-name has no sh:path"),
        ("    sh:targetClass schema:Book ;\n", "", "BookShape: has no target"),
        ("    sh:property :BookShape-name .", "    sh:property :Misspelt .", "Misspelt has no sh:path"),
        ("    sh:property :BookShape-name .", "    sh:property :Misspelt .", "BookShape-name: no node shape refers"),
        ("    sh:property :BookShape-name .", "    sh:closed true .", "BookShape: must have exactly one sh:message"),
        (
            "    sh:property :BookShape-name .",
            "    sh:property :BookShape-name, [ sh:path schema:isbn ; sh:minCount 1 ] .",
            "the property shape on isbn has no IRI",
        ),
    ],
)
def test_what_could_pass_data_unseen_is_refused(old, new, said, refusal):
    message = refusal(old, new)
    assert said in message
    assert "book.ttl" in message


def test_a_syntax_error_is_refused_with_its_line(refusal):
    assert "book.ttl:7: " in refusal("schema:Book ;", "schema:Book ; ; ]")


def test_a_file_that_is_not_utf_8_is_refused(tmp_path):
    file = tmp_path / "latin.ttl"
    file.write_bytes("# Tölz".encode("latin-1"))
    with pytest.raises(ShapesError, match=r"latin\.ttl"):
        load_shapes([file])


def test_no_shapes_at_all_are_refused(tmp_path):
    file = tmp_path / "empty.ttl"
    file.write_text("", encoding="utf-8")
    with pytest.raises(ShapesError, match="no shape has a target"):
        load_shapes([file])


@pytest.mark.parametrize("make", [lambda folder: folder, lambda folder: folder / "missing.ttl"])
def test_a_folder_without_shapes_or_a_missing_file_is_refused(make, tmp_path):
    path = make(tmp_path)
    with pytest.raises(ShapesError, match=str(path.name)):
        load_shapes([path])


def test_an_empty_list_of_files_is_refused_rather_than_taken_for_ours():
    with pytest.raises(ShapesError, match="no shapes"):
        load_shapes([])


MISSPELLINGS = [
    ("sh:severity", "sh:severty"),
    ("http://schema.org/", "https://schema.org/"),
    ("http://www.w3.org/ns/shacl#", "http://www.w3.org/ns/shacl/"),
    ("http://www.w3.org/2002/07/owl#", "http://www.w3.org/2002/07/owl/"),
]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param(file, old, new, id=f"{file.stem}-{new}")
        for file in sorted(SHAPES.glob("*.ttl"))
        for old, new in MISSPELLINGS
        if old in file.read_text(encoding="utf-8")
    ],
)
def test_a_misspelling_in_any_of_our_own_files_is_refused(file, old, new, tmp_path):
    shutil.copytree(SHAPES, tmp_path, dirs_exist_ok=True)
    (tmp_path / file.name).write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(ShapesError, match=file.name):
        load_shapes([tmp_path])


@pytest.mark.parametrize("file", sorted(SHAPES.glob("*.ttl")), ids=lambda file: file.stem)
def test_each_of_our_files_says_what_it_is_and_under_which_licence(file):
    text = file.read_text(encoding="utf-8")
    assert f"<https://w3id.org/article-ld/shapes/{file.stem}> a owl:Ontology" in text
    assert "owl:versionInfo" in text
    assert "dcterms:license <https://www.apache.org/licenses/LICENSE-2.0>" in text
