"""Articles about the people of a small knowledge base."""

import pytest
from fixtures_kb import make_kb, opened, person  # noqa: F401 - pytest finds fixtures by their names here

from ld.extract import extract
from ld.link import link


@pytest.fixture
def linked(make_article):
    """The facts of an article with these paragraphs, linked with *kb*."""

    def read(kb, *paragraphs: str, date: str | None = "2024-09-11", corrections=()):
        return link(extract(make_article(*paragraphs, date=date), kb), kb, corrections)

    return read
