"""Dates as pages write them for machines."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ld.read.dates import is_iso_date
from ld.read.html.moments import moment

TODAY = dt.date(2024, 10, 1)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("2024-09-11", "2024-09-11"),
        ("20240911", "2024-09-11"),
        ("2024-09-11T17:21:00Z", "2024-09-11T17:21:00Z"),
        ("2024-09-11T17:21:00.000Z", "2024-09-11T17:21:00Z"),
        ("2024-09-11T17:21:00+0900", "2024-09-11T17:21:00+09:00"),
        ("2024-09-11T17:21+09", "2024-09-11T17:21:00+09:00"),
        ("2024-09-11 17:21:00 -05:00", "2024-09-11T17:21:00-05:00"),
        ("2024-09-11T7:21:00Z", "2024-09-11T07:21:00Z"),
        ("2024-09-11T17:21:00", "2024-09-11"),
        ("2024-09-11 17:21:00", "2024-09-11"),
        ("Wed, 11 Sep 2024 17:21:00 GMT", "2024-09-11T17:21:00Z"),
        ("September 11, 2024", "2024-09-11"),
        ("11 September 2024", "2024-09-11"),
        ("2024-10-02", "2024-10-02"),
        ("2024-10-03", None),
        ("2031-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00Z", None),
        ("2024-02-30", None),
        ("03/04/2024", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_date_keeps_the_precision_that_it_has(said, value):
    assert moment(said, TODAY) == value


@given(st.text(max_size=60) | st.from_regex(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?([+-]\d\d:?\d\d|Z)", fullmatch=True))
def test_what_is_read_is_an_iso_date_and_not_in_the_future(text):
    value = moment(text, TODAY)
    assert value is None or (is_iso_date(value) and value[:10] <= "2024-10-02")
