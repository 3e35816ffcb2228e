"""The scanner of Turtle and its kin sees the same statements as the parser, each where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ld.ntriples import term
from ld.validate.documents import RELATIVE, Document, parse
from ld.validate.places.alignment import Key, Spot, align
from ld.validate.places.turtle import resolve, scan

HEAD = "@prefix : <http://e.example/> .\nPREFIX p.q: <http://e.example/q#>\n@base <http://b.example/d/> .\n"
BLANKS = st.sampled_from([" ", "\n", "\t", '  # a comment with . ; "quotes" and [ brackets\n', "\r\n"])
IRIS = st.sampled_from(
    [":a", ":b-c", "p.q:x", ":a.b", "p.q:", ":a\\,b", ":%41", "<http://x.example/?q=1#f>", "<rel>", "<#f>", "<>", ":1"]
)
TEXTS = [
    '"x"',
    "'it'",
    '"""two\nlines "quoted" """',
    "'''a'b'''",
    '"esc\\"aped\\\\"',
    '"é😀"',
    '""',
    '"""""" ',
    "'# no comment'",
]
OTHERS = ['"tagged"@en-GB', '"typed"^^:t', '"typed"^^<http://x.example/t>', "1", "-1.5", "2e3", ".5", "true", "false"]
LITERALS = st.sampled_from([*TEXTS, *OTHERS])
PREDICATES = st.sampled_from(["a", ":p", "p.q:r", "<http://x.example/p>", "<p>"])


def joined(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """*parts* with blanks and comments between them."""
    between = [part for pair in zip(parts, [BLANKS] * len(parts), strict=True) for part in pair]
    return st.tuples(*between).map("".join)


def objects(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    blank_nodes = joined(st.just("["), properties(values), st.just("]"))
    lists = joined(st.just("("), st.lists(values, max_size=3).map(" ".join), st.just(")"))
    return blank_nodes | lists


def properties(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(values, min_size=1, max_size=3).map(" , ".join)
    return st.lists(joined(PREDICATES, several), min_size=1, max_size=3).map(" ; ".join)


VALUES = st.recursive(IRIS | LITERALS | st.sampled_from(["_:x", "_:y.z", "[]", "()"]), objects, max_leaves=6)
SUBJECTS = IRIS | st.sampled_from(["_:x", "[]"]) | joined(st.just("["), properties(IRIS | LITERALS), st.just("]"))
STATEMENTS = joined(SUBJECTS, properties(VALUES), st.just("."))
DOCUMENTS = st.lists(STATEMENTS, min_size=1, max_size=5).map(lambda statements: HEAD + "".join(statements))


def spots(document: Document) -> dict[Key, Spot]:
    triples = [triple for graph in document.graphs.values() for triple in graph]
    found = align(scan(document.text, RELATIVE), triples)
    assert found.keys() == {tuple(map(term, triple)) for triple in triples}
    return found


@given(DOCUMENTS)
def test_every_triple_has_a_spot_and_its_object_is_what_stands_there(text):
    for (_, _, value), spot in spots(parse("f", text, "turtle", {})).items():
        rest = text[spot.object :]
        if value.startswith("_:") or value.endswith("#nil>"):
            continue  # a bracket, a label, or the next item of a list
        length = next(n for n in range(1, len(rest) + 1) if object_of(rest[:n]) == value)
        assert length


def object_of(token: str) -> str:
    """What *token* means as an object, in N-Triples; empty if it means nothing."""
    try:
        document = parse("f", f"{HEAD} :s :p {token} .", "turtle", {})
    except Exception:  # noqa: BLE001 - part of a token
        return ""
    triples = [triple for graph in document.graphs.values() for triple in graph]
    return term(triples[0][2]) if len(triples) == 1 else ""


@pytest.mark.parametrize("syntax", ["turtle", "trig"])
def test_prefixes_may_change_on_the_way(syntax):
    text = "PREFIX : <http://a.example/>\n:s :p 1 .\n@prefix : <http://b.example/> .\n:s :p 1 .\n"
    lines = {key[0]: text.count("\n", 0, spot.object) for key, spot in spots(parse("f", text, syntax, {})).items()}
    assert lines == {"<http://a.example/s>": 1, "<http://b.example/s>": 3}


def test_the_graph_of_n_quads_is_no_object():
    text = '<x:s> <x:p> "1" <x:g> .\n<x:s> <x:q> _:b _:g .\n_:b <x:p> "2"@en .\n'
    found = spots(parse("f", text, "n-quads", {}))
    assert [text[spot.object :].split(maxsplit=1)[0] for spot in found.values()] == ['"1"', "_:b", '"2"@en']


def test_graphs_of_trig_are_scanned_with_and_without_their_keyword():
    text = "@prefix : <x:> . :s :p 1 . GRAPH :g { :s :q 2 } :h { :s :r 3 . } { :s :t 4 }"
    assert len(spots(parse("f", text, "trig", {}))) == 4


def test_the_scan_ends_where_rdf_1_2_begins_and_keeps_what_it_saw():
    stated = scan("@prefix : <x:> .\n:s :p 1 .\n<< :s :p 1 >> :q 2 .\n", RELATIVE)
    assert [statement.predicate for statement in stated] == ["<x:p>"]


@pytest.mark.parametrize(
    ("base", "iri", "absolute"),
    [
        ("http://a.example/b/c", "d", "http://a.example/b/d"),
        ("http://a.example/b/c#x", "", "http://a.example/b/c"),
        ("http://a.example/b/c", "#f", "http://a.example/b/c#f"),
        ("http://a.example/b/c", "//h.example/i", "http://h.example/i"),
        ("http://a.example/b/c", "?q", "http://a.example/b/c?q"),
        ("http://a.example/b/c", "urn:x", "urn:x"),
        ("x-relative:/", "people/okafor", "x-relative:/people/okafor"),
    ],
)
def test_iris_are_resolved_as_rfc_3986_says(base, iri, absolute):
    assert resolve(base, iri) == absolute
