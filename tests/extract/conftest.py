"""Fixtures for the tests of the extractor."""

import pytest

from ld.extract import extract

DAY = "2024-09-11"  # a Wednesday


@pytest.fixture
def facts(make_article):
    """The facts of an article of these paragraphs."""

    def of(*paragraphs: str, **options):
        return extract(make_article(*paragraphs, date=DAY, **options))

    return of
