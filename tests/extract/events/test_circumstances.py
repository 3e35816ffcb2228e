"""When and where events took place, and who took part."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("People convicted of theft under harbour laws were let off by Norway on Friday.", None),
        ("David Quist and Jan Marsh died in 1987 and 1993 respectively.", None),
        ("The council expects to see the plan approved by June.", None),
        ("Jan Marsh, who founded the club in 1979, resigned.", None),
        ("The company launched a rocket when it rained on Tuesday.", None),
        ("As of August 2024, Jan Marsh has resigned.", None),
        ("Jan Marsh was appointed for a voyage in August.", None),
        ("In October 2021 he had a coat, and it was his when Jan Marsh resigned.", None),
        ("Nora Quist said on Friday the council voted to build.", None),
        ("Nora Quist, the winner in 2008, resigned.", None),
        ("It was Tuesday when the company launched a rocket in Oslo.", "2024-09-10"),
        ("The harbour board held a hearing in May, today the sessions begin.", "2024-05"),
    ],
)
def test_a_date_that_is_said_of_something_else_is_not_the_events(told, sentence, date):
    assert {event.date for event in told(sentence)} <= {date}


def test_nobody_plans_an_attack_so_its_day_lies_behind(told):
    (event,) = told("The Oct. 7 attack on Oslo shocked many.")
    assert event.date == "2023-10-07"


def test_a_war_has_no_one_day(told):
    (event,) = told("The war in Norway went on in Oslo on Friday.")
    assert (event.kind, event.date, event.place) == ("war", None, "Norway")


def test_where_somebody_lives_is_not_where_it_happened(told):
    (event,) = told("Nora Quist, who lives in Leeds, was arrested on Tuesday.")
    assert (event.place, event.participants) == (None, ("Nora Quist",))


def test_where_something_is_looked_into_is_not_where_it_happened(told):
    (event,) = told("A commission will begin its work in Oslo into the collapse of the Quay Bank.")
    assert (event.kind, event.place) == ("collapse", None)


def test_whom_a_clause_is_told_suffers_nothing_in_it(told):
    (event,) = told("Nora Quist told Jan Marsh that ten people were murdered in Leeds.")
    assert event.participants == ()


def test_the_object_of_a_verb_is_not_the_subject_of_the_next(told):
    events = told("Ola Hansen met Jan Marsh and Nora Quist was arrested on Tuesday.")
    (arrest,) = (event for event in events if event.kind == "arrest")
    assert arrest.participants == ("Nora Quist",)


def test_a_day_before_and_is_that_of_the_clause_before(told):
    events = told("Ola Hansen died in 1984, and Jan Marsh resigned.")
    assert [(event.kind, event.date) for event in events] == [("death", "1984"), ("resignation", None)]


def test_the_attacks_that_their_day_names_were_in_no_later_year(told):
    (event,) = told("The Sept. 11 attacks on Oslo shook many.")
    assert event.date is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The Harbour Bank released a statement in support of Norway on Monday.",
        "They spoke of the death of Jan Marsh at the hands of Norway on Monday.",
        "Nora Quist was charged on Monday with three of the nine Leeds, NY murders.",
    ],
)
def test_a_name_behind_in_support_of_or_before_a_noun_is_no_place(told, sentence):
    assert [event.place for event in told(sentence)] in ([], [None])


def test_a_trial_is_not_on_the_day_by_which_the_riot_is_called(told):
    assert [event.date for event in told("Nora Quist spoke at the Jan. 6 trial of Jan Marsh.")] == [None]


def test_a_day_that_names_another_event_is_not_the_verbs(told):
    sentence = "After the May 3 attack on a school, Nora Quist resigned."
    assert {event.kind: event.date for event in told(sentence)} == {"attack": "2024-05-03", "resignation": None}


def test_whose_name_only_describes_another_takes_no_part(told):
    (event,) = told("Oslo jailed Harbour Bank chief Nora Quist on Monday.")
    assert event.participants == ("Nora Quist",)


def test_what_is_visited_is_the_place(told):
    (event,) = told("Nora Quist visited Norway on Monday.")
    assert (event.place, event.participants) == ("Norway", ("Nora Quist",))


@pytest.mark.parametrize(
    ("sentence", "participants"),
    [
        ("The assassination of Norway’s president on Monday was told in Oslo.", ()),
        ("Rebels killed Norway’s minister in Oslo on Monday.", ()),
        ("Nora Quist opened a Norway textile plant on Monday.", ("Nora Quist",)),
        ("The inauguration of Norway’s president on Monday was short.", ("Norway",)),
        ("Nora Quist and Jan Marsh were all sworn in on Monday.", ("Nora Quist", "Jan Marsh")),
    ],
)
def test_who_only_owns_what_is_named_takes_no_part_in_what_befalls_it(told, sentence, participants):
    (event,) = told(sentence)
    assert event.participants == participants


@pytest.mark.parametrize(
    ("sentence", "participant"),
    [
        ("Nora Quist, 42, a nurse at the Harbour Hospital, was arrested on Monday.", "Nora Quist"),
        ("The bank's chief, Jan Marsh, was arrested on Monday.", "Jan Marsh"),
        ("Jan Marsh, who had shot Ola Berg, a singer, was arrested on Monday.", "Jan Marsh"),
    ],
)
def test_what_stands_between_commas_does_not_part_a_subject_from_its_verb(told, sentence, participant):
    arrest = next(event for event in told(sentence) if event.kind == "arrest")
    assert arrest.participants == (participant,)


def test_a_place_that_names_another_event_is_not_where_it_was(told):
    assert [event.place for event in told("Jan Marsh was arrested over the Leeds bombing on Monday.")][:1] == [None]


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Jan Marsh was freed within weeks of his long detention in August.", {"release": None, "arrest": "2024-08"}),
        ("Jan Marsh resigned after the election in May.", {"resignation": None, "election": "2024-05"}),
        ("Jan Marsh announced the merger of Harbour Bank in May.", {"announcement": "2024-05", "merger": "2024-05"}),
    ],
)
def test_a_day_behind_an_event_that_only_tells_when_is_of_that(told, sentence, dates):
    assert {event.kind: event.date for event in told(sentence)} == dates
