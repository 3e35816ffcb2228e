"""What an event is called, when it was, and who spoke there."""

import pytest

from ld.extract import extract


@pytest.fixture
def events(make_article):
    def of(*paragraphs: str):
        return extract(make_article(*paragraphs, date="2024-09-11")).events  # a Wednesday

    return of


def test_a_participle_belongs_to_no_name(events):
    (event,) = events("The previously mentioned harbor forum was held in Oslo on Tuesday.")
    assert event.name == "harbor forum"


def test_a_year_behind_the_name_belongs_to_it(events):
    (event,) = events("The Harbor Summit 2023 in Oslo on Wednesday drew many.")
    assert (event.name, event.start.value, len(event.places)) == ("Harbor Summit 2023", "2024-09-11", 1)


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Ada Quill said at a news conference in Oslo on Tuesday that it would rain.",
        "Minister Ada Quill told reporters at the summit in Oslo on Tuesday that it would rain.",
        "“It will rain,” said Minister Ada Quill at a news conference in Oslo on Tuesday.",
    ],
)
def test_who_said_something_there_was_there(events, sentence):
    (event,) = events(sentence)
    assert [reference.entity for reference in event.attendees] == ["person-ada-quill"]


def test_who_praises_it_from_afar_was_not_there(events):
    (event,) = events("Minister Ada Quill praised the work at the summit in Oslo on Tuesday.")
    assert event.attendees == ()


def test_who_is_present_elsewhere_in_the_sentence_is_not_at_the_event(facts):
    found = facts("Ada Quill is a pilot who spoke before Jan Okafor addressed a rally in Oslo on Tuesday.")
    (event,) = found.events
    assert [found.entity(attendee.entity).name for attendee in event.attendees] == ["Jan Okafor"]


def test_a_visit_is_that_of_its_possessor(facts):
    found = facts("Pilot Ada Quill reports on President Jan Okafor's visit to Oslo.")
    (event,) = found.events
    assert [found.entity(attendee.entity).name for attendee in event.attendees] == ["Jan Okafor"]


def test_visits_of_two_people_are_two(facts):
    found = facts("President Jan Okafor's visit to Oslo began.", "Minister Ada Quill's visit to Oslo ended.")
    visitors = [[found.entity(attendee.entity).name for attendee in event.attendees] for event in found.events]
    assert visitors == [["Jan Okafor"], ["Ada Quill"]]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The July 16 press conference was held in Oslo.", "press conference"),
        ("The Friday night rally was held in Oslo.", "rally"),
    ],
)
def test_a_date_before_it_is_no_part_of_its_name(facts, sentence, name):
    assert [event.name for event in facts(sentence).events] == [name]


def test_a_conference_call_is_no_conference(facts):
    assert facts("She spoke in Tuesday's conference call.").events == ()
