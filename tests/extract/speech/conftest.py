"""The speech in paragraphs: their quotations, the speakers, and the clauses that report them."""

import pytest


@pytest.fixture
def spoken(facts):
    """The words of each quotation, and the names of its speakers."""

    def of(*paragraphs: str) -> list[tuple[str, list[str]]]:
        found = facts(*paragraphs)
        return [(q.text, [found.entity(speaker.entity).name for speaker in q.speakers]) for q in found.quotations]

    return of


@pytest.fixture
def speakers(spoken):
    """The names of the speakers of each quotation."""

    def of(*paragraphs: str) -> list[list[str]]:
        return [names for _, names in spoken(*paragraphs)]

    return of


@pytest.fixture
def credited(facts):
    """The words of each quotation, and those that credit somebody with it."""

    def of(*paragraphs: str) -> list[tuple[str, str | None]]:
        return [(q.text, q.credit and q.credit.value) for q in facts(*paragraphs).quotations]

    return of


@pytest.fixture
def reported(facts):
    """For each quotation, the clauses that report it, if it is a fragment."""

    def of(*paragraphs: str) -> list[list[str]]:
        return [[clause.exact for clause in q.evidence[1:]] for q in facts(*paragraphs).quotations]

    return of
