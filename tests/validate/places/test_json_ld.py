"""Statements in JSON-LD lead back to the members that state them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ld.ntriples import term
from ld.validate.documents import RELATIVE, parse
from ld.validate.places.alignment import Key, Spot, align
from ld.validate.places.json_ld import scan
from ld.validate.places.json_text import Array, Object, Scalar, scan_json

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
)


def plain(value):
    if isinstance(value, Object):
        return {member.name: plain(member.value) for member in value.members}
    if isinstance(value, Array):
        return [plain(item) for item in value.items]
    return json.loads(value.written)


@given(JSON, st.sampled_from([None, 0, 1, "\t"]), st.booleans())
def test_any_json_is_read_as_the_parser_of_python_reads_it(value, indent, ascii_only):
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert plain(scan_json(text)) == value


@given(JSON)
def test_every_value_stands_at_its_offset(value):
    text = json.dumps(value, indent=1)

    def check(seen: Scalar | Array | Object) -> None:
        opening = "{" if isinstance(seen, Object) else "[" if isinstance(seen, Array) else seen.written
        assert text.startswith(opening, seen.start)
        for member in seen.members if isinstance(seen, Object) else ():
            assert text.startswith('"', member.start)
        inner = [m.value for m in seen.members] if isinstance(seen, Object) else getattr(seen, "items", ())
        for item in inner if isinstance(seen, Object | Array) else ():
            check(item)

    check(scan_json(text))


def spots(value: object, contexts=None) -> tuple[str, dict[Key, Spot]]:
    text = json.dumps(value, indent=1)
    document = parse("f", text, "json-ld", contexts or {})
    triples = [triple for graph in document.graphs.values() for triple in graph]
    found = align(scan(text, 0, RELATIVE, contexts or {}).stated, triples)
    assert found.keys() == {tuple(map(term, triple)) for triple in triples}
    return text, found


@pytest.mark.parametrize(
    "document",
    [
        {
            "@context": "https://schema.org",
            "@type": "Article",
            "author": [{"name": "A"}, {"name": "B"}],
            "url": "http://x.example/",
        },
        {
            "@context": {"@vocab": "http://e.example/"},
            "list": {"@list": ["a", {"n": 1}, []]},
            "set": {"@set": ["b", "c"]},
        },
        {
            "@context": {"e": "http://e.example/", "id": "@id", "k": "@type"},
            "id": "e:1",
            "k": ["e:T", "e:U"],
            "e:p": [[1, 2.5], True],
        },
        {
            "@context": {"@vocab": "http://e.example/"},
            "@id": "http://x.example/1",
            "@reverse": {"part": {"name": "whole"}},
        },
        {
            "@context": {"@vocab": "http://e.example/", "p": {"@type": "@id"}},
            "p": ["http://x.example/", "_:b", None],
            "q": {"@id": "_:b", "r": 1},
        },
        {
            "@context": [
                {"@vocab": "http://e.example/"},
                {"p": {"@id": "http://o.example/p", "@context": {"@vocab": "http://i.example/"}}},
            ],
            "p": {"n": 1},
        },
        {
            "@context": {"@vocab": "http://e.example/"},
            "@graph": [{"a": 1}, {"a": 2, "@included": [{"z": 3}]}, {"@id": "http://x.example/g", "a": {"b": {}}}],
        },
        [
            {"@context": {"@vocab": "http://e.example/"}, "a": {"@value": "x", "@language": "en"}},
            {"http://e.example/b": {"@value": 1}},
        ],
        {"@context": {"@base": "http://b.example/x/", "@vocab": "http://e.example/"}, "@id": "y", "a": {"@id": "../z"}},
        {
            "@context": {"@vocab": "http://e.example/", "short": "http://o.example/long", "alias": "short"},
            "alias": 1,
            "short": 2,
        },
    ],
)
def test_every_triple_of_a_document_has_its_spot(document):
    spots(document)


def test_the_path_leads_to_the_value():
    text, found = spots(
        {
            "@context": "http://schema.org",
            "@graph": [{"@id": "http://x.example/", "author": ["it's", {"@id": "http://y.example/"}]}],
        }
    )
    paths = {spot.path: text[spot.object] for spot in found.values()}
    assert paths == {"$['@graph'][0]['author'][0]": '"', "$['@graph'][0]['author'][1]": "{"}
    assert {spot.node_path for spot in found.values()} == {"$['@graph'][0]"}


def test_a_name_with_an_apostrophe_is_escaped_in_the_path():
    _, found = spots({"@context": {"it's": "http://e.example/p"}, "it's": 1})
    assert [spot.path for spot in found.values()] == ["$['it\\'s']"]


def test_the_contexts_that_the_user_supplies_count():
    contexts = {"https://c.example/": {"title": "http://e.example/title"}}
    _, found = spots({"@context": "https://c.example/", "title": "x"}, contexts)
    assert [spot.path for spot in found.values()] == ["$['title']"]


@pytest.mark.parametrize(
    "lost",
    [
        '"mainEntityOfPage": "The quay opens"',
        '"author": {"@id": "Nora Quist", "name": "Nora Quist"}',
        '"about": {"@value": "Kai", "@language": "de_DE"}',
        '"@type": "harbour news"',
        '"head line": "Quay opens"',
    ],
)
def test_what_is_dropped_on_reading_leaves_the_rest_its_places(lost):
    _, found = spots(
        json.loads(f'{{"@context": "https://schema.org", {lost}, "name": "Quay", "image": {{"url": "a"}}}}')
    )
    assert {spot.path for spot in found.values()} >= {"$['name']", "$['image']['url']"}
