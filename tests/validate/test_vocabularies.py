"""The table of terms is the one that its generator writes."""

import importlib.util
from pathlib import Path

import pytest

from ld.validate.vocabularies import misspelling
from ld.vocab import SCHEMA

GENERATOR = Path(__file__).resolve().parents[1] / "generate" / "vocabulary_terms.py"


def test_the_table_is_that_of_the_installed_rdflib():
    spec = importlib.util.spec_from_file_location("vocabulary_terms", GENERATOR)
    generator = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generator)
    assert generator.TABLE.read_text(encoding="utf-8") == generator.table()


@pytest.mark.parametrize("term", ["NewsArticle", "OnlineStore", "InStock", "headline", "query-input", "result-output"])
def test_a_term_of_schema_org_is_no_misspelling(term):
    assert misspelling(SCHEMA + term) == ""


@pytest.mark.parametrize("term", ["qery-input", "query-inptu", "Article-input", "-input"])
def test_what_an_action_takes_is_no_excuse_for_a_misspelling(term):
    assert misspelling(SCHEMA + term, "property")


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("thumbnailURL", "thumbnailUrl"),
        ("date_published", "datePublished"),
        ("embedURL", "embedUrl"),
        ("headlne", "headline"),
        ("adress", "address"),
    ],
)
def test_the_term_that_was_meant_is_named(written, right):
    assert misspelling(SCHEMA + written, "property").endswith(f"did you mean {right}?")


@pytest.mark.parametrize("written", ["blog_id", "metadata", "publishDate", "sponsored_content", "ampurl"])
def test_no_term_is_guessed_for_a_name_of_somebodys_own(written):
    assert misspelling(SCHEMA + written, "property").endswith("is no property of its vocabulary")


def test_a_class_in_the_place_of_a_property_is_called_a_class():
    assert misspelling(SCHEMA + "ItemList", "property").endswith("is no property of its vocabulary, but a class")
