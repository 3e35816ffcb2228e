"""Whatever comes, it is read or refused with a reason; ``tests/benchmarks/fuzzing.py`` does so at length."""

from hypothesis import given, settings
from read.hostile import pages, texts
from read.news_page import TODAY

from ld.article import Article
from ld.errors import InputError
from ld.extract import extract
from ld.read import read_text
from ld.read.facts_check import faults
from ld.read.html import read_html


def assert_well_formed(article: Article):
    """What is read passes the checks that facts.json has to pass."""
    assert faults(extract(article)) == []


@given(pages)
@settings(max_examples=150, deadline=None)
def test_a_page_becomes_a_well_formed_article_or_is_refused(page):
    try:
        article = read_html(page, today=TODAY)
    except InputError:
        return
    assert_well_formed(article)


@given(texts)
@settings(max_examples=150, deadline=None)
def test_a_text_becomes_a_well_formed_article_or_is_refused(text):
    try:
        article = read_text(text)
    except InputError:
        return
    assert_well_formed(article)
