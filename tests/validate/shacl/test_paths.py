"""Paths as a person reads them."""

import pytest

from ld.validate.index import Index
from ld.validate.shacl.paths import path_text, read_path
from ld.validate.shacl.vocabulary import SH

PREFIXES = """
@prefix : <https://shapes.example/#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix schema: <http://schema.org/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
"""


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("schema:name", "schema:name"),
        ("<https://other.example/name>", "<https://other.example/name>"),
        ("[ sh:inversePath schema:member ]", "^schema:member"),
        ("[ sh:inversePath ( schema:member schema:name ) ]", "^(schema:member/schema:name)"),
        ("( schema:member schema:name )", "schema:member/schema:name"),
        (
            "( schema:member [ sh:alternativePath ( schema:name schema:url ) ] )",
            "schema:member/(schema:name|schema:url)",
        ),
        ("[ sh:alternativePath ( schema:name [ sh:inversePath schema:image ] ) ]", "schema:name|^schema:image"),
        ("[ sh:zeroOrMorePath schema:member ]", "(schema:member)*"),
        ("[ sh:oneOrMorePath ( schema:member prov:used ) ]", "(schema:member/prov:used)+"),
        ("[ sh:zeroOrOnePath schema:member ]", "(schema:member)?"),
    ],
)
def test_a_path_is_written_as_in_sparql(path, text, triples_of):
    shapes = Index(triples_of(f"{PREFIXES} :S sh:path {path} ."))
    assert [path_text(read_path(shapes, node)) for node in shapes.sources(SH.path)] == [text]
