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
            load_shapes([file], strict=True)
        assert caught.value.hint
        return str(caught.value)

    return change


def test_sound_shapes_are_loaded(tmp_path):
    file = tmp_path / "book.ttl"
    file.write_text(SOUND, encoding="utf-8")
    assert len(load_shapes([file]).graph) == 9


def test_a_shape_that_others_only_ask_for_conformance_needs_no_name(tmp_path):
    condition = "sh:or ( [ sh:minLength 1 ] [ sh:path schema:isbn ; sh:minCount 1 ] )"
    file = tmp_path / "book.ttl"
    file.write_text(SOUND.replace("sh:minCount 1", condition), encoding="utf-8")
    assert load_shapes([file], strict=True).uncompilable == ""


def test_our_own_shapes_are_those_of_the_folder():
    assert set(load_shapes().graph.subjects()) >= {
        subject for subject in load_shapes([SHAPES]).graph.subjects() if str(subject).startswith("http")
    }


def test_our_own_shapes_keep_all_rules_though_no_command_holds_them_to_any():
    held = load_shapes([SHAPES], strict=True)
    assert (held.triples, held.files) == (load_shapes().triples, load_shapes().files)


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


COMPONENT = """
:Longest a sh:ConstraintComponent ;
    sh:parameter [ a sh:Parameter ; sh:path :longest ] ;
    sh:validator [ a sh:SPARQLAskValidator ; sh:ask "ASK {}" ] .
"""
"""A constraint component of one's own, by which a shape with the term :longest has a constraint."""
USERS = [
    ("sh:minCount", "sh:minCnt", "did you mean minCount?"),
    ("sh:minCount 1", 'sh:minCount "1"', "minCount must be a whole number"),
    ("    sh:minCount 1 ;\n", "", "BookShape-name: has no constraint"),
    ("sh:minCount 1", "sh:rule []", "neither SHACL Core nor SHACL-SPARQL"),
    ("sh:targetClass schema:Book", 'sh:targetClass "Book"', "targetClass must be an IRI, not the text “Book”"),
    ("sh:Violation", '"Violation"', "severity must be an IRI"),
    ("sh:minCount 1", "sh:nodeKind sh:IRIs", "IRIs is no term of its vocabulary"),
    ("@prefix schema", "<> <http://www.w3.org/2002/07/owl#imports> <urn:x> . @prefix schema", "imports urn:x"),
    ("    sh:targetClass schema:Book ;\n", "", "BookShape: has no target"),
]


@pytest.mark.parametrize(("old", "new", "said"), USERS)
def test_shapes_of_the_users_own_are_refused_too_if_they_could_pass_data_unseen(old, new, said, tmp_path):
    file = tmp_path / "book.ttl"
    file.write_text(SOUND.replace(old, new), encoding="utf-8")
    with pytest.raises(ShapesError) as caught:
        load_shapes([file])
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('    sh:name "name" ;\n', ""),
        ('    sh:message "Give the book a name."', ""),
        ("    sh:severity sh:Violation ;\n", ""),
        ("sh:Violation", ":Fatal"),
        ("sh:minCount 1", "sh:minCount 1 ; sh:deactivated true"),
        ("sh:minCount 1", 'sh:sparql [ sh:select "SELECT $this {}" ]'),
        ("sh:property :BookShape-name", "sh:property :BookShape-name, [ sh:path schema:isbn ; sh:minCount 1 ]"),
        ("sh:property :BookShape-name", "sh:closed true ; sh:property :BookShape-name, [ sh:path schema:isbn ]"),
        ("sh:targetClass schema:Book ;", "a <http://www.w3.org/2000/01/rdf-schema#Class> ;"),
        ("    sh:minCount 1 ;", "    :longest 80 ;"),
    ],
)
def test_shapes_of_the_users_own_need_not_keep_our_house_rules(old, new, tmp_path):
    file = tmp_path / "book.ttl"
    file.write_text(SOUND.replace(old, new) + (COMPONENT if ":longest" in new else ""), encoding="utf-8")
    assert load_shapes([file]).triples


def test_an_import_of_what_is_loaded_is_no_problem(tmp_path):
    (tmp_path / "a.ttl").write_text(SOUND, encoding="utf-8")
    owl = "@prefix owl: <http://www.w3.org/2002/07/owl#> ."
    (tmp_path / "b.ttl").write_text(f"{owl} <urn:b> a owl:Ontology ; owl:imports <urn:c> .", encoding="utf-8")
    (tmp_path / "c.ttl").write_text(f"{owl} <urn:c> a owl:Ontology .", encoding="utf-8")
    assert load_shapes([tmp_path]).triples


def test_blank_nodes_of_two_files_stay_apart(tmp_path):
    prefix = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix schema: <http://schema.org/> . @prefix : <urn:x#> ."
    for name, count in (("a", 1), ("b", 2)):
        shape = f":{name} sh:targetClass schema:Book ; sh:property _:p ."
        text = f"{prefix} {shape} _:p sh:path schema:name ; sh:minCount {count} ."
        (tmp_path / f"{name}.ttl").write_text(text, encoding="utf-8")
    assert len({subject for subject, *_ in load_shapes([tmp_path]).triples}) == 4


def test_the_same_files_give_the_same_triples_whatever_chance_the_parser_takes():
    assert load_shapes([SHAPES]).triples == load_shapes([SHAPES]).triples


def test_a_shape_without_an_iri_is_named_by_the_one_that_it_belongs_to(tmp_path):
    file = tmp_path / "book.ttl"
    added = ", [ sh:path schema:isbn ; sh:or ( [ sh:minCount 1 ] [ sh:maxCount 1 ] ) ]"
    file.write_text(SOUND.replace("sh:property :BookShape-name", f"sh:property :BookShape-name{added}"), "utf-8")
    shapes = load_shapes([file])
    names = {shapes.named(subject) for subject, *_ in shapes.triples if subject.startswith("_:")}
    assert names == {"https://shapes.example/#BookShape"}


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
