"""The article that a page's JSON-LD describes already is found among its blocks."""

import json

import pytest

from ld.web.published import described_again, found_article

OURS = {"@type": "NewsArticle", "headline": "Ours", "url": "https://harbor.example/oslo"}
THEIRS = {"@context": "https://schema.org", "@type": "NewsArticle"}


def found(*blocks):
    return found_article([block if isinstance(block, str) else json.dumps(block) for block in blocks], OURS)


def test_the_article_at_our_address_goes_before_others():
    other = {**THEIRS, "headline": "Other", "url": "https://harbor.example/bergen"}
    same = {**THEIRS, "headline": "Same", "mainEntityOfPage": {"@id": "http://www.harbor.example/oslo/?from=mail"}}
    assert found(other, same).article["headline"] == "Same"


def test_blocks_that_describe_one_article_are_taken_as_one():
    first, second = {**THEIRS, "@id": "#a", "headline": "Theirs"}, {**THEIRS, "@id": "#a", "keywords": "ferry"}
    both = found(first, {"@context": "https://schema.org", "@type": "BreadcrumbList"}, second)
    assert both.blocks == (0, 2)
    assert (both.article["headline"], both.article["keywords"]) == ("Theirs", "ferry")


def test_a_block_with_a_context_of_its_own_describes_the_article_again():
    own = json.dumps({"@context": {"name": "https://x.example/n"}, "@type": "NewsArticle", "url": OURS["url"]})
    assert described_again([own], None, OURS) == (0,)


@pytest.mark.parametrize(
    "context",
    ["http://schema.org/", "https://www.schema.org", ["https://schema.org"], {"@vocab": "http://schema.org/"}],
)
def test_every_spelling_of_the_context_is_understood(context):
    assert found({**THEIRS, "@context": context}).article == {"@type": "NewsArticle"}


@pytest.mark.parametrize(
    "text",
    [
        '{"@context":"https://schema.org","@type":"NewsArticle","headline":"two\nlines"}',
        '{"@context":"https://schema.org","@type":"NewsArticle"};',
        '<!-- {"@context":"https://schema.org","@type":"NewsArticle"} -->',
        '//<![CDATA[\n{"@context":"https://schema.org","@type":"NewsArticle"}\n//]]>',
        '[{"@context":"https://schema.org","@type":["Article","Thing"]}]',
    ],
)
def test_what_templates_do_to_json_is_forgiven(text):
    assert found(text).blocks == (0,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "NaN",
        "[1]",
        '{"@context":"https://schema.org","@type":"BreadcrumbList"}',
        '{"@type":"NewsArticle"}',
        '{"@context":["https://schema.org",{"headline":"https://x.example/h"}],"@type":"NewsArticle"}',
        '{"@context":"https://schema.org","@id":"#g","@graph":[{"@type":"NewsArticle"}]}',
        '{"@context":"https://schema.org","@graph":[{"@context":{},"@type":"NewsArticle"}]}',
        '{"@context":"https://schema.org","@type":"NewsArticle","wordCount":NaN}',
        '{"@context":"https://schema.org","@type":"NewsArticle","isPartOf":' + '{"a":' * 80 + "1" + "}" * 81,
        "[" * 100_000,
    ],
)
def test_what_is_no_article_or_may_mean_something_else_is_left_alone(text):
    assert found(text) is None
