"""Values that no parameter of SHACL takes are refused before they let anything pass."""

import pytest

from ld.errors import ShapesError
from ld.validate import load_shapes, validate_triples

SHAPE = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix schema: <http://schema.org/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
[] a sh:NodeShape ; sh:targetClass schema:Book ; """
PROPERTY = SHAPE + "sh:property [ sh:path schema:name ; sh:minCount 1 ; {} ] ."


def loaded(text, tmp_path):
    path = tmp_path / "mine.ttl"
    path.write_text(text, encoding="utf-8")
    return load_shapes([path])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (PROPERTY.format("sh:in 5"), "sh:in must be a list"),
        (PROPERTY.format("sh:languageIn 'en'"), "sh:languageIn must be a list"),
        (PROPERTY.format("sh:pattern 5"), "sh:pattern must be a text"),
        (PROPERTY.format("sh:pattern 'a' ; sh:flags 'z'"), "sh:flags may have the letters i, m, q, s, x only"),
        (PROPERTY.format("sh:uniqueLang 5"), "sh:uniqueLang must be true or false"),
        (PROPERTY.format("sh:qualifiedMinCount 1"), "has no sh:qualifiedValueShape"),
        (PROPERTY.format("sh:maxCount " + "9" * 5000), "maxCount must be a whole number"),
        (SHAPE + "sh:closed 'perhaps' .", "sh:closed must be true or false"),
        (SHAPE + "sh:closed true ; sh:ignoredProperties 5 .", "sh:ignoredProperties must be a list"),
        (SHAPE + "sh:property [ sh:path () ; sh:minCount 1 ] .", "a sh:path that is not exactly one of the forms"),
        (SHAPE + "sh:property [ sh:path 'name' ; sh:minCount 1 ] .", "a sh:path that is not exactly one"),
        (SHAPE + "sh:property [ sh:path (schema:name) ; sh:minCount 1 ] .", "less than two members"),
        (
            SHAPE + "sh:property [ sh:path _:p ; sh:minCount 1 ] . _:p sh:inversePath _:p .",
            "not exactly one of the forms",
        ),
        (
            SHAPE + f"sh:property [ sh:path {'[ sh:inversePath ' * 2000}schema:name{']' * 2000} ; sh:minCount 1 ] .",
            "nested too deeply",
        ),
    ],
)
def test_it_is_refused(text, words, tmp_path):
    with pytest.raises(ShapesError, match=words):
        loaded(text, tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        SHAPE + "sh:sparql [ sh:select 'SELECT nonsense' ] .",
        SHAPE + "sh:not _:n . _:n sh:not _:n .",
        SHAPE + "sh:or " + "( [ sh:or " * 500 + "( [ sh:nodeKind sh:IRI ] )" + " ] )" * 500 + " .",
    ],
    ids=["query", "circle", "depth"],
)
@pytest.mark.parametrize("engine", ["auto", "pyshacl"])
def test_what_pyshacl_cannot_judge_lets_nothing_pass(text, engine, tmp_path, triples_of):
    book = triples_of("<https://x.example/> a <http://schema.org/Book> .")
    with pytest.raises(ShapesError, match="the shapes cannot be used"):
        validate_triples("x", book, loaded(text, tmp_path), engine)


def test_a_byte_order_mark_is_no_fault(tmp_path):
    assert loaded("\ufeff" + PROPERTY.format("sh:nodeKind sh:IRI"), tmp_path).triples


def test_a_link_that_leads_to_itself_is_refused(tmp_path):
    (tmp_path / "loop.ttl").symlink_to("loop.ttl")
    with pytest.raises(ShapesError, match="cannot be read"):
        load_shapes([tmp_path / "loop.ttl"])


def test_a_folder_without_shapes_is_refused(tmp_path):
    with pytest.raises(ShapesError, match="no shapes in"):
        load_shapes([tmp_path])
