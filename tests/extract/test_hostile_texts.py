"""Texts made to take for ever: each is read at once, for the cost of a text grows with its length alone."""

import pytest

from ld.extract import extract
from ld.extract.dates.find import find_dates
from ld.text.reading import Reading
from ld.text.spans import Spans

MET = "The Harbor Board held the third summit in Oslo. Norway joined the Harbor Board."
"""What every text states besides: one event, one membership."""


@pytest.mark.parametrize(
    "hostile",
    [
        "He held a summit" + " " * 25_000 + "x",
        "Officials of Canada" + " " * 50_000 + "x",
        "He said " + "." * 25_000 + "x and it was on the way.",
        "The " + "O'A" * 20_000,
        "The Harbor Board " + "(AB) " * 6_000,
        "Inc, " * 5_000,
        "“" * 20_000,
        "A." * 20_000,
        "officials  " * 2_000,
    ],
    ids=[
        "spaces",
        "spaces behind a country",
        "full stops",
        "apostrophes",
        "brackets",
        "forms",
        "quotes",
        "initials",
        "groups",
    ],
)
def test_repetition_hides_no_fact(facts, hostile):
    found = facts(MET, hostile)
    assert [event.name for event in found.events] == ["third summit"]
    assert [(m.organization, m.member) for m in found.memberships] == [("organization-harbor-board", "country-no")]


def test_a_sentence_of_a_thousand_summits_tells_of_one(facts):
    (event,) = facts("The Board held " + "the summit in Oslo, " * 1_000).events
    assert len(event.evidence) == 1_000
    assert [place.entity for place in event.places] == ["place-oslo"]


def test_of_hundreds_of_summits_the_first_are_kept(facts):
    found = facts(*(f"He spoke of the {n}th summit in Oslo on Sept. 10, 2024." for n in range(104, 404)))
    assert [event.name for event in found.events] == [f"{n}th summit" for n in range(104, 112)]
    assert {event.start.value for event in found.events} == {"2024-09-10"}


def test_a_country_named_for_the_two_hundredth_time_is_still_the_same(facts):
    found = facts("Officials in Georgia said so to the town. " * 200)
    (georgia,) = (entity for entity in found.entities if entity.kind == "country")
    assert len(georgia.mentions) == 200


def test_a_list_of_members_may_be_long(facts):
    found = facts("The Harbor Board includes " + ", ".join(["Canada", "Norway", "Peru"] * 300) + ".")
    assert {membership.member for membership in found.memberships} == {"country-ca", "country-no", "country-pe"}


def test_thousands_of_paragraphs_keep_their_places(facts):
    found = facts(
        *["It is the abc."] * 4_000, f"{MET} It was on Sept. 10, 2024.", "The third summit on Sept. 10, 2024 is over."
    )
    assert [event.name for event in found.events] == ["third summit"]


def test_hundreds_of_bodies_stay_apart(facts):
    letters = "bcdfghklmnprst"
    names = [f"{a.upper()}{b}al Harbor Board" for a in letters for b in letters]
    found = facts(*(f"The {name} said so. The {name} was there." for name in names))
    assert [entity.name for entity in found.entities if entity.kind == "organization"] == names


@pytest.mark.parametrize(
    ("published", "expression"),
    [
        ("0001-01-01", "yesterday"),
        ("0001-01-01", "last year"),
        ("0001-01-01", "last month"),
        ("0001-01-01", "on Sunday"),
        ("9999-12-31", "tomorrow"),
        ("9999-12-31", "next year"),
        ("9999-12-31", "next month"),
    ],
)
def test_what_lies_beyond_the_calendar_has_no_date(published, expression):
    text = f"They met {expression}."
    assert find_dates(Reading(text), 0, len(text), published) == []


@pytest.mark.parametrize(
    ("expression", "value"), [("last year", "0998"), ("last month", "0999-02"), ("in May", "0998-05")]
)
def test_a_year_is_written_with_four_digits(expression, value):
    text = f"They met {expression}."
    assert [date.value for date in find_dates(Reading(text), 0, len(text), "0999-03-04")] == [value]


@pytest.mark.parametrize("expression", ["in 20２４", "on May ５, 2024", "on 2024-0９-10"])
def test_digits_of_other_scripts_make_no_date(expression):
    text = f"They met {expression}."
    assert all(
        "2024-05" not in date.value and "2024-09" not in date.value
        for date in find_dates(Reading(text), 0, len(text), None)
    )


def test_spans_overlap_where_they_share_a_code_point():
    spans = Spans([(4, 6), (0, 10), (8, 9)])
    assert spans.overlapping(5, 8) == [0, 1]
    assert spans.overlapping(6, 8) == [1]
    assert spans.overlapping(10, 12) == []


def test_the_part_of_an_offset_is_found(make_article):
    article = make_article("One.", "Two.")
    assert [article.part_at(part.start) for part in article.parts] == list(article.parts)
    assert article.part_at(article.parts[1].end) is None


def test_extracting_twice_gives_the_same(make_article):
    article = make_article(MET, "The Northern Board " * 500)
    assert extract(article) == extract(article)
