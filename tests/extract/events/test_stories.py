"""Which mentions are of one event, which events carry the news, and which of them comes first."""

import pytest

from ld.extract import extract


@pytest.fixture
def events(make_article):
    def of(*paragraphs: str, **fields: object):
        return extract(make_article(*paragraphs, date="2024-09-11", **fields)).events  # a Wednesday

    return of


def test_headline_lead_and_later_mentions_are_one_event(events):
    (event,) = events(
        "Harbour Bank acquired the Quist Group on Monday.",
        "It is a small group.",
        "The acquisition surprised many.",
        headline="Harbour Bank buys rival",
    )
    assert (event.name, event.start.value, len(event.evidence)) == (
        "acquisition of the Quist Group",
        "2024-09-09",
        3,
    )


def test_two_of_a_kind_on_two_days_are_two(events):
    dates = [
        event.start.value for event in events("The council voted on Monday to build.", "It voted on Friday to stop.")
    ]
    assert dates == ["2024-09-09", "2024-09-06"]


def test_two_of_a_kind_with_other_people_are_two(events):
    found = events("Police arrested Nora Quist on Tuesday.", "They arrested Jan Marsh on Tuesday.")
    assert [len(event.participants) for event in found] == [1, 1]


def test_what_says_nothing_new_points_back(events):
    (event,) = events("A fire broke out in Leeds on Sunday.", "It was hot.", "The fire was put out soon.")
    assert len(event.evidence) == 2


def test_the_news_comes_first_whatever_stands_above_it(events):
    first, *_ = events(
        "Jan Marsh, who was jailed in 2009, was pleased as Nora Quist resigned as mayor on Tuesday.",
        "Quist resigned in Leeds.",
        headline="Nora Quist resigns as mayor",
    )
    assert first.kind == "resignation"


def test_an_announcement_in_passing_is_no_news(events):
    quiet = ["It rained all day."] * 6
    assert events(*quiet, "The Harbour Bank announced a small step.") == ()


def test_an_article_has_eight_events_at_most(events):
    days = ["Nora Quist", "Jan Marsh", "Ola Hansen", "Ada Quill", "Jan Okafor", "Holly Marsh", "Paul Orme", "Ben Lund"]
    assert len(events(*(f"Police arrested {name} on Tuesday." for name in (*days, "Hanna Berg")))) == 8


def test_a_picture_of_years_ago_tells_no_news(events):
    assert events("It rained.", captions=("Nora Quist speaks at a rally in Oslo in October 2011.",)) == ()


def test_a_visit_without_a_visitor_is_nobodys(events):
    assert events("There was a trip on Saturday.") == ()


def test_an_attack_by_a_country_is_not_one_on_it(events):
    found = events("Chile’s attack on Oslo went on.", "It rained.", "The attack in Chile on Monday was small.")
    assert len(found) == 2


def test_matches_that_ended_otherwise_are_two(events):
    found = events(
        "Harbour Town won the match 64-28 on Tuesday.",
        "In a 62-19 win on Tuesday, nobody scored late.",
        "The 28-64 loss on Tuesday hurt.",
    )
    assert [len(event.evidence) for event in found] == [3, 1]


def test_a_sentence_that_points_to_an_attack_and_then_tells_it_tells_one(events):
    (event,) = events("Oslo mourns the worst shooting in years after a gunman fired shots in Oslo on Tuesday.")
    assert (event.name, event.start.value) == ("firing of shots", "2024-09-10")


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("The resolution was adopted.", "The draft resolution adopted on Tuesday was short."),
        ("In 2022 they launched many attacks.", "In 2022 they launched many attacks."),
        ("A study published in May found more.",),
    ],
)
def test_what_is_told_in_the_same_words_is_told_once(events, paragraphs):
    assert len(events(*paragraphs)) == 1


def test_the_headline_calls_by_a_shorter_name_whom_the_lead_names(events):
    (event,) = events(
        "The Harbour Council of Norway voted on Tuesday to build.", headline="The Harbour Council votes to build"
    )
    assert len(event.evidence) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Build Oslo, a festival scheduled for the end of October in Norway, was postponed for safety.",
        "The festival in Norway in October has been postponed.",
    ],
)
def test_what_was_put_off_is_postponed_behind_an_apposition_too(events, sentence):
    assert [event.status for event in events(sentence)] == ["postponed"]


def test_what_befell_the_thing_told_of_is_the_same_event(events):
    (event,) = events("An attack on a harbour bus shook Leeds on Monday.", "The rebel attack on the bus was the third.")
    assert len(event.evidence) == 2


def test_what_only_has_a_year_is_the_event_of_that_year_with_a_name(events):
    (event,) = events("She spoke of the death in 1987.", "Nora Quist died in 1987.")
    assert event.name == "death of Nora Quist"


def test_another_is_not_the_one_before(events):
    names = [
        event.name
        for event in events("The club filed a lawsuit on Monday.", "The council filed a separate lawsuit on Monday.")
    ]
    assert names == ["lawsuit by the club", "lawsuit by the council"]


def test_an_attack_called_by_another_place_is_not_the_one_before(events):
    leeds, *_ = events("A bomb attack on a school shook Leeds on Monday.", "Nora Quist spoke of the Arlow attack.")
    assert len(leeds.evidence) == 1


def test_a_statement_about_nothing_is_no_news(events):
    assert events("In the statement on Monday the bank was brief.") == ()


def test_a_meeting_at_the_same_place_and_day_is_told_twice(events):
    found = events("The board held a meeting in Oslo on Monday.", "Jan Marsh spoke at a meeting in Oslo on Monday.")
    assert len(found) == 1
