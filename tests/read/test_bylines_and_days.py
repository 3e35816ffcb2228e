"""Who wrote a pasted article and when it was published, by the lines around its headline."""

import pytest
from read.news_page import PARAGRAPHS

from ld.article import Article
from ld.read import read_text

TITLE = "Harbor ministers meet pilots in Oslo and agree on very little"


def pasted(above: str = "", below: str = "", after_lead: str = "") -> Article:
    lead, *others = PARAGRAPHS
    blocks = (above, TITLE, below, lead, after_lead, *others)
    return read_text("\n\n".join(block for block in blocks if block))


def authors(**lines: str) -> list[str]:
    return [author.value for author in pasted(**lines).authors]


def day(**lines: str) -> str | None:
    date = pasted(**lines).date_published
    return date.value if date else None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe Gazette News", ["Jane Doe"]),
        ("By Jane Doe FOXHarbor", ["Jane Doe"]),
        ("By Jane Doe long Read", ["Jane Doe"]),
        ("By Jane DoeNovember 21, 2025", ["Jane Doe"]),
        ("By Jane Doe and Noah PloverSept. 3, 2025", ["Jane Doe", "Noah Plover"]),
        ("Jane DoePublished April 25, 2023 at 2:26 PM", ["Jane Doe"]),
        ("By Jane LaMay", ["Jane LaMay"]),
        ("By\nJane Doe\n,\nNoah Plover\nand\nAda Quill", ["Jane Doe", "Noah Plover", "Ada Quill"]),
        ("Author:\nJane Doe\nHarbor lights", ["Jane Doe"]),
    ],
)
def test_a_byline_ends_where_the_names_do(line, names):
    assert authors(below=line) == names


def test_a_byline_may_stand_above_the_headline():
    assert authors(above="Shipping\nBy\nJane Doe\n,\nNoah Plover") == ["Jane Doe", "Noah Plover"]


def test_a_byline_above_the_headline_of_another_story_is_none():
    assert authors(above="By Jane Doe\nTen gardens that you can visit this weekend without a car") == []


@pytest.mark.parametrize(
    "line",
    [
        "Ada Quill was on the quay before all the others",
        "Ada Quill, Noah Plover: nobody wants the old quay\nSeptember 11, 2024",
    ],
)
def test_a_name_that_a_deck_begins_with_is_no_author(line):
    assert authors(below=line) == []


def test_a_day_may_stand_below_the_first_paragraph():
    assert day(after_lead="September 11, 2024") == "2024-09-11"


def test_a_day_may_stand_high_above_the_headline():
    assert day(above="September 11, 2024\nShipping\nfact-checked\nproofread\ntrusted source") == "2024-09-11"


def test_two_days_above_the_headline_tell_nothing():
    above = "September 11, 2024\nMany ferries\nSeptember 9, 2024\nMany quays\nproofread\ntrusted source\nShipping"
    assert day(above=above) is None


@pytest.mark.parametrize("line", ["PUBLISHED: September 11, 2024 at 1:49 p.m.", "Published on September 11, 2024."])
def test_a_line_that_says_published_may_read_as_a_sentence(line):
    assert day(below=line) == "2024-09-11"


def test_a_sentence_that_tells_of_a_publication_is_no_date():
    told = "Published on September 11, 2024, the report of the pilots calls for a second quay and more lights."
    assert day(below=told) is None
