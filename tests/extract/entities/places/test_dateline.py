"""Where a report says that it was written."""

import pytest


@pytest.fixture
def dateline(facts):
    """The entity and the words of the dateline of an article with these paragraphs."""

    def of(*paragraphs: str):
        found = facts(*paragraphs).dateline
        return found and (found.entity, found.evidence[0].exact)

    return of


@pytest.mark.parametrize(
    ("paragraph", "entity", "words"),
    [
        ("OSLO (Reuters) - The port is full.", "place-oslo", "OSLO"),
        ("OSLO, Norway (AP) — The port is full.", "place-oslo", "OSLO, Norway"),
        ("OSLO, Norway, Sept. 11 – The port is full.", "place-oslo", "OSLO, Norway, Sept. 11"),
        ("Oslo — The port is full.", "place-oslo", "Oslo"),
        ("SINGAPORE (Reuters) - The port is full.", "country-sg", "SINGAPORE"),
    ],
)
def test_a_place_before_a_dash_at_the_head_is_the_dateline(dateline, paragraph, entity, words):
    assert dateline(paragraph) == (entity, words)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("The port of Oslo - a large one - is full.",),
        ("Oslo said that the port is full.",),
        ("Oslo-based ships fill the port.",),
        ("The port is full.", "OSLO (Reuters) - It was empty before."),
    ],
)
def test_nothing_else_is_a_dateline(dateline, paragraphs):
    assert dateline(*paragraphs) is None


def test_the_agency_of_a_dateline_is_not_what_the_report_tells_of(facts):
    found = facts("OSLO, Norway, Sept. 11 (Reuters) - The port is full.")
    assert {each.name for each in found.entities} == {"Oslo", "Norway"}


def test_an_agency_elsewhere_in_brackets_is_one(named):
    assert "Reuters" in named("The wire service (Reuters) said the port is full.")["organization"]
