"""Fixtures for the tests of the typer of names."""

import pytest

from ld.extract import extract
from ld.extract.entities.typer.candidates import candidates
from ld.extract.entities.typer.gaps import cutter
from ld.extract.entities.typer.knowledge import Knowledge
from ld.extract.entities.typer.model import prepare, type_candidates, weights
from ld.kb import bundled_kb


@pytest.fixture
def named(make_article):
    """The names of each kind in an article of these paragraphs, as the whole extractor finds them."""

    def of(*paragraphs, **options):
        facts = extract(make_article(*paragraphs, date="2024-09-11", **options), bundled_kb())
        return {
            kind: {entity.name for entity in facts.of_kind(kind)}
            for kind in ("person", "organization", "place", "work", "country")
        }

    return of


@pytest.fixture
def cut():
    """The names into which the runs of a text are cut, in order, without a knowledge base."""

    def of(text, is_cut=None):
        prepared = prepare(text, Knowledge(None))
        cutting = cutter(prepared.words, prepared.runs, is_cut or weights().is_cut)
        return [name.name for name in candidates(prepared.tokens, prepared.runs, cutting).values()]

    return of


@pytest.fixture
def typed():
    """Each candidate of a text with its type, by name."""

    def of(text, kb=None):
        found = type_candidates(prepare(text, Knowledge(kb)), weights())
        return {each.name.name: each for each in found}

    return of
