"""Which strings are ISO dates, and which day a line says."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ld.read.dates import is_iso_date, iso_moment, published_day


@pytest.mark.parametrize("text", ["2024", "2024-08", "2024-08-31", "2024-08-31T10:00:00Z", "2024-08-31T10:00+14:00"])
def test_a_year_month_day_or_zoned_moment_is_an_iso_date(text):
    assert is_iso_date(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "24", "2024-13", "2024-02-30", "2024-8-1", "20240801", "2024-08-31T10:00", "2024-08-31 10:00Z"),
        *("0000", "0000-01", "0000-01-01", "２０２４", "2024-٠٨", "2024-08-3１"),
        *("2024-08-31T10:00+14:01", "2024-08-31T10:00-15:00", "2024-08-31T10:00+09:60"),
    ],
)
def test_anything_else_is_not(text):
    assert not is_iso_date(text)


def test_a_moment_gets_its_seconds():
    assert iso_moment("2024-08-31T10:00Z") == "2024-08-31T10:00:00Z"


@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)),
    st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%b. %d, %Y"]),
)
def test_a_day_is_read_as_it_was_written(day, form):
    line = f"Published: {day.strftime(form)} at 10:00"
    found = published_day(line, 0, len(line))
    assert found is not None
    assert found.value == day.isoformat()


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.booleans())
def test_digits_are_a_day_only_when_day_and_month_cannot_change_places(day, month_first):
    line = day.strftime("%m/%d/%Y" if month_first else "%d/%m/%Y")
    found = published_day(line, 0, len(line))
    certain = day.day > 12 or day.day == day.month
    assert (found.value if found else None) == (day.isoformat() if certain else None)


@pytest.mark.parametrize(
    "line",
    [
        *("12 марта 2024 г.", "12. března 2024", "12 Mart 2024", "12 Μαρτίου 2024", "2024. március 12."),
        *("12. maaliskuuta 2024", "12 מרץ 2024", "12 במרץ 2024", "12 मार्च 2024", "12 مارس 2024", "12 березня 2024"),
        *("12 marca 2024", "12 Maret 2024", "12 martie 2024", "12. mars 2024", "12 de março de 2024", "12 maart 2024"),
    ],
)
def test_a_day_is_read_in_many_languages(line):
    assert published_day(line, 0, len(line)).value == "2024-03-12"


def test_each_language_has_its_months_though_two_share_a_word():
    assert (
        published_day("2 listopadu 2024", 0, 16).value == published_day("2 listopada 2024", 0, 16).value == "2024-11-02"
    )


@pytest.mark.parametrize("line", ["Phone 15 Pro 2024", "A set 12 2024", "10 out 2024"])
def test_everyday_words_are_no_months(line):
    assert published_day(line, 0, len(line)) is None


@pytest.mark.parametrize(
    ("line", "day"), [("9/8/2015 12:15 PM PT", "2015-09-08"), ("9/8/2015 12:15", None), ("9/8/2015 12:15 PM", None)]
)
def test_the_month_stands_first_beside_a_time_of_the_united_states(line, day):
    found = published_day(line, 0, len(line))
    assert (found.value if found else None) == day


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("2 minute readApril 25, 20232:26 PM", "April 25, 2023"),
        ("Published 25 April 202314:26", "25 April 2023"),
        ("5 min readUpdated: never. April 25, 2023", "April 25, 2023"),
    ],
)
def test_a_day_is_found_between_lines_that_are_glued_to_it(line, words):
    day = published_day(line, 0, len(line))
    assert (day.value, line[day.start : day.end]) == ("2023-04-25", words)


@pytest.mark.parametrize("line", ["readapril 25, 2023", "April 25, 20235", "reMay 25, 202322 pages"])
def test_a_word_that_only_ends_like_a_month_and_a_longer_number_are_no_day(line):
    assert published_day(line, 0, len(line)) is None
