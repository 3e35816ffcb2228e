"""Literals by their datatype."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ld.terms import XSD, Iri, Literal
from ld.validate.shacl.datatypes import has_order, is_less, is_well_formed

FORMS = {
    "integer": (["0", "-007", "+5"], ["", "1.0", "1e3", " 1", "1_000", "٣"]),
    "byte": (["-128", "127"], ["-129", "128"]),
    "unsignedLong": (["0", str(2**64 - 1)], ["-1", str(2**64)]),
    "positiveInteger": (["1"], ["0"]),
    "decimal": (["1", "-.5", "1."], ["1e0", "INF", "."]),
    "double": (["1e5", "-INF", "NaN", ".5E-3"], ["inf", "1e", "0x1"]),
    "boolean": (["true", "0"], ["TRUE", "yes", ""]),
    "date": (["2024-02-29", "-0044-03-15", "12024-01-01", "2024-01-01+14:00"], ["2023-02-29", "2024-1-1", "24-01-01"]),
    "dateTime": (["2024-01-01T24:00:00", "2024-01-01T10:00:00.123Z"], ["2024-01-01", "2024-01-01T10:00Z"]),
    "time": (["10:00:00"], ["10:00", "25:00:00"]),
    "duration": (["P1Y2M3DT4H5M6.7S", "-PT1S"], ["P", "PT", "1D", "P1S"]),
    "dayTimeDuration": (["P1DT2H"], ["P1Y"]),
    "hexBinary": (["", "0aFF"], ["0", "0g"]),
    "base64Binary": (["", "aGk=", "aGkh"], ["a", "aGk"]),
    "anyURI": (["whatever it is"], []),
    "dateTimeStamp": (["2024-01-01T10:00:00Z"], ["2024-01-01T10:00:00"]),
    "gYear": (["2024", "0000", "-0044", "10000", "2024Z"], ["02024", "24", "2024-01", "+2024"]),
    "gYearMonth": (["2024-12", "-0044-03", "0001-01+01:00"], ["02024-01", "2024-13", "2024"]),
    "gMonth": (["--12", "--01Z"], ["12", "--13", "--12--"]),
    "gMonthDay": (["--02-29", "--12-31"], ["--02-30", "--04-31", "12-31"]),
    "gDay": (["---31"], ["---32", "31"]),
    "yearMonthDuration": (["P1Y2M"], ["P1D"]),
    "normalizedString": (["a  b "], ["a\tb", "a\nb"]),
    "token": (["", "a b"], [" a", "a  b", "a "]),
    "language": (["en", "de-CH-1996", "x-klingon"], ["", "en_GB", "-"]),
    "Name": (["a", ":b", "été"], ["1a", "a b"]),
    "NCName": (["a-1"], ["a:b", "-a"]),
    "ID": (["a1"], ["1a"]),
    "QName": (["a:b", "b"], [":b", "a:b:c"]),
    "NMTOKEN": (["1a", "-"], ["", "a b"]),
    "NMTOKENS": (["1a b"], ["", " a"]),
    "IDREFS": (["a b"], ["a 1"]),
}


def literal(lexical: str, datatype: str) -> Literal:
    return Literal(lexical, Iri(XSD + datatype))


@pytest.mark.parametrize("datatype", FORMS)
def test_a_literal_is_well_formed_as_xml_schema_has_it(datatype):
    well, ill = FORMS[datatype]
    assert [form for form in well if not is_well_formed(literal(form, datatype))] == []
    assert [form for form in ill if is_well_formed(literal(form, datatype))] == []


@given(st.integers(), st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_numbers_of_all_types_are_compared_by_value(whole, fraction):
    first, second = literal(str(whole), "integer"), literal(f"{fraction:f}", "decimal")
    assert is_less(first, second) is (Decimal(whole) < fraction)
    assert is_less(second, first, or_equal=True) is (fraction <= Decimal(whole))


zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1), timezones=zones)  # noqa: DTZ001


@given(moments, moments)
def test_moments_are_compared_across_zones(first, second):
    written = [literal(moment.isoformat(), "dateTime") for moment in (first, second)]
    assert is_less(*written) is (first.astimezone(UTC) < second.astimezone(UTC))


@given(st.dates(), st.dates())
def test_dates_are_compared_as_dates(first, second):
    assert is_less(literal(first.isoformat(), "date"), literal(second.isoformat(), "date")) is (first < second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (literal("2024-01-01T10:00:00", "dateTime"), literal("2025-01-01T10:00:00Z", "dateTime")),
        (literal("2024-01-01", "date"), literal("2025-01-01T10:00:00", "dateTime")),
        (literal("1", "integer"), literal("2", "string")),
        (literal("NaN", "double"), literal("1", "integer")),
        (literal("x", "integer"), literal("2", "integer")),
        (Literal("a", Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"), "en"), Literal("b")),
    ],
)
def test_what_cannot_be_compared_is_less_in_neither_direction(first, second):
    assert not is_less(first, second, or_equal=True)
    assert not is_less(second, first, or_equal=True)


def test_the_end_of_a_day_is_the_start_of_the_next():
    end, start = literal("2024-02-28T24:00:00Z", "dateTime"), literal("2024-02-29T00:00:00Z", "dateTime")
    assert is_less(end, start, or_equal=True)
    assert not is_less(end, start)


def test_a_stamp_is_compared_with_moments():
    stamp, moment = literal("2024-01-01T00:00:00Z", "dateTimeStamp"), literal("2024-01-01T00:00:01Z", "dateTime")
    assert is_less(stamp, moment)


def test_a_year_has_no_order_here():
    assert not has_order(literal("2024", "gYear"))


def test_numbers_and_years_may_have_more_digits_than_python_reads():
    many = "9" * 5000
    whole, half = Literal(many, Iri(XSD + "integer")), Literal(f"{many}.5", Iri(XSD + "decimal"))
    assert is_less(whole, half)
    assert not is_less(half, whole)
    assert not is_well_formed(Literal(many, Iri(XSD + "byte")))
    assert is_well_formed(Literal(f"{many[:-1]}6-02-29", Iri(XSD + "date"))) is True
    assert is_well_formed(Literal(f"{many}-02-29", Iri(XSD + "date"))) is False
    assert not has_order(Literal(f"{many}-02-01", Iri(XSD + "date")))


@pytest.mark.parametrize("kind", ["decimal", "integer", "double"])
def test_what_is_no_number_is_less_than_none(kind):
    one, none = Literal("1", Iri(XSD + kind)), Literal("NaN", Iri(XSD + "double"))
    assert not is_less(one, none, or_equal=True)
    assert not is_less(none, one, or_equal=True)
