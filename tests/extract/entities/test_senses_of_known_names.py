"""Known towns and clubs whose names mean something else in an article."""

import pytest

from ld.extract.entities.other_senses import is_company_town, is_relative
from ld.extract.entities.people.candidates import names_no_person
from ld.text.reading import Reading


@pytest.mark.parametrize("before", ["She told her daughter ", "Ada’s youngest son ", "It was his wife, "])
def test_a_relative_is_no_club_and_no_town(before):
    assert is_relative(f"{before}Quill", len(before))


@pytest.mark.parametrize("before", ["a daughter in ", "her son left ", "the sister "])
def test_other_words_make_no_relative(before):
    assert not is_relative(f"{before}Quill", len(before))


def test_a_town_that_opens_the_name_of_an_airline_means_the_airline():
    assert is_company_town(Reading("Quill Airlines grew. Rivals fear the much larger Quill."), "Quill")


@pytest.mark.parametrize(
    "text",
    [
        "Quill Airlines grew. It flies from Quill to Leeds.",
        "Quill Airlines grew. The Quill carrier flies to Leeds.",
        "Quill Airlines, of Quill, Ohio, grew.",
        "Rain fell on Quill. Quill Airlines grew.",
    ],
)
def test_a_town_stays_one_where_something_is_in_it(text):
    assert not is_company_town(Reading(text), "Quill")


@pytest.mark.parametrize(
    "name", ["Ohio Democrats", "National Committeeman", "State Assemblywoman", "Ada Quist Was Ill"]
)
def test_members_of_a_body_and_a_title_s_clause_are_no_person(name):
    assert names_no_person(name, 0, name)
