"""What embedded JSON-LD says, also where templates broke it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ld.read.html.json_ld import json_ld_claims

STORY = {"@type": "NewsArticle", "headline": "Harbor full", "datePublished": "2024-09-11", "url": "https://h.example/a"}


def said(*blocks: str, address: str = "") -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for claim in json_ld_claims(blocks, address):
        values.setdefault(claim.field, []).append(claim.value)
    return values


@pytest.mark.parametrize(
    "block",
    [
        '{"@type":"NewsArticle","headline":"Harbor full"}',
        '<!-- {"@type":"NewsArticle","headline":"Harbor full"} -->',
        '//<![CDATA[\n{"@type":"NewsArticle","headline":"Harbor full"}\n//]]>',
        '{"@type":"NewsArticle","headline":"Harbor full"};',
        '{"@type":"NewsArticle","headline":"Harbor full",}',
        '{"@type":"NewsArticle","headline":"Harbor\nfull"}',
        '{"@type":["Thing","http://schema.org/NewsArticle"],"headline":"Harbor &#102;ull"}',
        '{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"<b>Harbor</b> full"}]}',
        '[{"@type":"LiveBlogPosting","headline":"Harbor full"}]',
    ],
)
def test_the_headline_is_found(block):
    assert said(block)["headline"] == ["Harbor full"]


def test_what_cannot_be_read_says_nothing():
    assert said("{", "", "null", '"text"', "[" * 100_000) == {}


@pytest.mark.parametrize("slip", ['{"a":' + '"\\' * 100_000, "/*" * 100_000, ",   " * 100_000, "; " * 100_000])
def test_what_goes_on_without_end_is_read_in_no_time(slip):
    assert said(slip) == {}


def test_the_article_at_the_pages_address_counts():
    other = STORY | {"headline": "Other", "url": "https://h.example/b"}
    block = json.dumps([other, STORY])
    assert said(block, address="https://www.h.example/a?x=1")["headline"] == ["Harbor full"]


def test_authors_are_found_by_reference():
    graph = [STORY | {"author": {"@id": "#jane"}}, {"@id": "#jane", "@type": "Person", "name": "Jane Doe"}]
    (author,) = (c for c in json_ld_claims([json.dumps({"@graph": graph})], "") if c.field == "author")
    assert (author.value, author.kind) == ("Jane Doe", "Person")


@pytest.mark.parametrize("author", ["Jane Doe", ["Jane Doe"], {"name": "Jane Doe"}, {"name": ["Jane Doe"]}])
def test_an_author_is_a_name_a_node_or_a_list(author):
    assert said(json.dumps(STORY | {"author": author}))["author"] == ["Jane Doe"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["NewsArticle", "#a"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "@graph", "author", "name", "image", "url", "publisher", "headline"]),
            inner,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_read_to_the_end(document):
    for claim in json_ld_claims([json.dumps(document)], "https://h.example/a"):
        assert isinstance(claim.value, str)
