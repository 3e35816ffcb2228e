"""extruct, which many use for this, reads the same out of a page's own block as we do."""

import extruct
import pytest
from read.html.test_description import MICRODATA, RDFA, SHAPES
from read.news_page import TODAY, page

from ld.read.html import read_html

OWN_FIELDS = {"headline", "datePublished", "articleSection"}


def plain(value):
    """The literals of *value*, whatever names it has, as text."""
    if isinstance(value, dict):
        return {text for key, item in value.items() if key not in {"@context", "@type", "@id"} for text in plain(item)}
    if isinstance(value, list):
        return {text for item in value for text in plain(item)}
    return {str(value)}


def ours(article):
    return {each.value for _, each in article.description.literals()}


# what templates break is an error to extruct
SAME = [name for name in SHAPES if name not in {"a comma too many", "a comment", "CDATA", "semicolons"}]


@pytest.mark.parametrize("shape", SAME)
def test_json_ld(shape):
    markup = page(SHAPES[shape])
    theirs = extruct.extract(markup.decode(), syntaxes=["json-ld"])["json-ld"]
    assert ours(read_html(markup, today=TODAY)) <= plain(theirs)


def test_microdata():
    markup = page(below=MICRODATA)
    (theirs,) = extruct.extract(markup.decode(), syntaxes=["microdata"])["microdata"]
    assert ours(read_html(markup, today=TODAY)) == plain(theirs["properties"]) - {"https://schema.org/Organization"}


def test_rdfa():
    markup = page(below=RDFA)
    theirs = extruct.extract(markup.decode(), syntaxes=["rdfa"])["rdfa"]
    assert ours(read_html(markup, today=TODAY)) <= plain([*theirs, [node.get("@id") for node in theirs]]) | {
        value["@id"]
        for node in theirs
        for values in node.values()
        if isinstance(values, list)
        for value in values
        if isinstance(value, dict) and "@id" in value
    }
