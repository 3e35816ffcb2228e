"""What verbs and nouns report: which events, of which kind, and what is none."""

import pytest
from told_events import Told


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        (
            "Police in Leeds arrested Nora Quist on Tuesday.",
            Told("arrest", "arrest of Nora Quist", "2024-09-10", "Leeds", ("Nora Quist",)),
        ),
        (
            "The Harbour Bank acquired the Quist Group last month.",
            Told(
                "merger",
                "acquisition of the Quist Group",
                "2024-08",
                None,
                ("Harbour Bank", "Quist Group"),
            ),
        ),
        (
            "Jan Marsh was sentenced to four years in prison on Monday.",
            Told("ruling", "sentencing of Jan Marsh", "2024-09-09", None, ("Jan Marsh",)),
        ),
        (
            "Leeds United beat Harbour Town 2-0 in the final on Saturday.",
            Told(
                "match",
                "victory of Leeds United over Harbour Town",
                "2024-09-07",
                None,
                ("Leeds United", "Harbour Town"),
            ),
        ),
        ("The council passed a budget on Monday.", Told("vote", "passage of a budget", "2024-09-09")),
        (
            "The trial of Nora Quist began on Monday in Oslo.",
            Told("trial", "trial of Nora Quist", "2024-09-09", "Oslo", ("Nora Quist",)),
        ),
        ("An earthquake struck near Osaka on Friday.", Told("earthquake", "earthquake", "2024-09-06", "Osaka")),
        ("Hurricane Orla hit the coast on Thursday.", Told("storm", "Hurricane Orla", "2024-09-05")),
        ("Workers walked out on Monday.", Told("strike", "walkout of workers", "2024-09-09")),
        (
            "Nora Quist resigned on Monday.",
            Told("resignation", "resignation of Nora Quist", "2024-09-09", None, ("Nora Quist",)),
        ),
    ],
)
def test_a_clause_tells_what_happened_when_where_and_to_whom(told, sentence, event):
    assert told(sentence) == [event]


@pytest.mark.parametrize(
    ("sentence", "kind", "date"),
    [
        ("A fire in Leeds on Sunday left ten dead.", "fire", "2024-09-08"),
        ("An election will be held in Norway on Friday.", "election", "2024-09-13"),
        ("Nora Quist won the election on Sunday.", "election", "2024-09-08"),
        ("The retrial of Jan Marsh opens on 10 November 2026.", "trial", "2026-11-10"),
        ("Harbour Town lost to Leeds United in the cup on Saturday, a 2-0 defeat.", "match", "2024-09-07"),
        ("A missile attack on Oslo on Monday wounded many.", "attack", "2024-09-09"),
        ("A protest in Oslo drew thousands on Monday.", "protest", "2024-09-09"),
        ("Protesters marched in Oslo on Monday.", "protest", "2024-09-09"),
        ("Jan Marsh was executed on Monday.", "death", "2024-09-09"),
        ("The climate summit in Oslo opens on 10 November 2026.", "meeting", "2026-11-10"),
        ("Two ships collided off Norway on Monday.", "accident", "2024-09-09"),
        ("The Harbour Bank was fined two million euros on Monday.", "sanction", "2024-09-09"),
        ("Finland joined NATO in April 2023.", "agreement", "2023-04"),
        ("The council voted Friday to build.", "vote", "2024-09-06"),
        ("Nora Quist signed a fishing plan on Monday.", "agreement", "2024-09-09"),
        ("Nora Quist was charged on Monday with theft.", "charge", "2024-09-09"),
        ("On May 3, Congress passed the Harbour Reform Act of 2024.", "vote", "2024-05-03"),
        ("On December 3, the council passed a budget.", "vote", "2023-12-03"),
        ("Prosecutors handed down an obviously thin indictment on Nov. 30.", "charge", "2023-11-30"),
        ("The Aug. 28 election would be close, and it was.", "election", "2024-08-28"),
        ("Jan Marsh pardoned Nora Quist on Monday.", "announcement", "2024-09-09"),
        ("Jan Marsh toured Norway on Monday.", "visit", "2024-09-09"),
        ("A man suspected of theft was arrested Saturday, port police said.", "arrest", "2024-09-07"),
        ("A man accused of theft was sentenced on Monday.", "ruling", "2024-09-09"),
        ("It was the attack that rebels launched on Monday.", "attack", "2024-09-09"),
        ("The season for the 2024 election in Norway begins in December.", "election", "2024"),
    ],
)
def test_what_news_is_made_of_is_an_event(told, sentence, kind, date):
    assert [(event.kind, event.date) for event in told(sentence)] == [(kind, date)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Diplomats fear a war in Norway.",
        "Nora Quist was not arrested on Tuesday.",
        "No charges were filed on Monday.",
        "Nora Quist could be arrested on Tuesday.",
        "If Nora Quist is arrested on Tuesday, the council will meet.",
        "Nora Quist allegedly killed a man on Monday.",
        "Was Nora Quist arrested on Tuesday?",
        "The council called for an election in October.",
        "Nora Quist is often arrested on Tuesdays.",
        "The arrested man was tired on Tuesday.",
    ],
)
def test_what_is_denied_supposed_or_usual_has_not_happened(told, sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "A storm of criticism met the Harbour Bank on Tuesday.",
        "The war on drugs failed in Chile.",
        "The election campaign in Norway was long.",
        "Nora Quist’s attack on Jan Marsh was loud.",
        "Nora Quist had a heart attack on Monday.",
        "He has a lack of strength, shooting reliability and handle.",
        "The bank killed off the card on Monday.",
        "Jan Marsh bought his daughter Nora Quist shoes on Monday.",
        "Oslo announced Friday it would build a road.",
        "Two men opened the fire door on Monday.",
        "Seven yachts retired from the race in Norway on Monday.",
        "Oslo staged a mock trial in May.",
        "It was his best game of the year on Monday, a goal for Leeds United.",
        "They returned to the post-tournament list on Monday.",
        "Jan Marsh shot back, “It was not me.”",
        "Nora Quist launched an attack against Jan Marsh on Tuesday.",
        "The council killed the bill on Monday.",
        "They stood near the summit of Marsh Hill in Norway on Tuesday.",
        "Nora Quist beat Jan Marsh among young voters on Tuesday.",
        "His jump shot is slow on Mondays.",
        "Nora Quist promised a war on Norway.",
        "Of the eight sailors, three were stabbed in Oslo.",
        "She said that of nine sailors killed in Oslo, two were arrested in 2019.",
        "It was the collision with a new reality in Norway.",
        "Jan Marsh had probably been killed in Oslo.",
        "They believed Jan Marsh was arrested in Oslo.",
        "It was small, citing a previously announced plan in Norway.",
        "Jan Marsh vows a trial in Oslo.",
        "They met over proposed rules in Norway on their quay.",
        "The Harbour Bank has bought several banks in Norway.",
        "It was the Norwegian takeover of Chile.",
        "It was done on Monday, according to the Lost Sailors Forum.",
        "The popular vote in 2016 in Norway was not counted so.",
        "They won ten votes in Oslo on Monday.",
        "The list has attacks in which four or more were killed in Norway.",
    ],
)
def test_a_figure_of_speech_is_no_event(told, sentence):
    assert told(sentence) == []


def test_who_quotes_an_event_does_not_tell_it(told):
    assert told("“The bank sacked its director on Monday and nobody said a word,” Nora Quist said.") == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Harbour Bank will acquire the Quist Group in October.", "planned"),
        ("The trial of Nora Quist is expected in October.", "planned"),
        ("Friday’s vote was cancelled.", "cancelled"),
        ("Friday’s vote was postponed.", "postponed"),
        ("Harbour Bank acquired the Quist Group in August.", None),
    ],
)
def test_the_planned_and_the_called_off_are_told_apart(told, sentence, status):
    (event,) = told(sentence)
    assert event.status == status


def test_in_a_headline_the_present_tells_of_what_was(told):
    (event,) = told("It was a long day.", headline="Harbour Bank buys rival")
    assert (event.kind, event.status) == ("merger", None)


def test_in_a_headline_the_infinitive_tells_of_what_is_to_be(told):
    (event,) = told("It was a long day.", headline="Harbour Bank to buy rival")
    assert (event.kind, event.status) == ("merger", "planned")


def test_deaths_that_follow_from_an_attack_are_no_event_besides(told):
    (event,) = told("A gunman fired shots in Oslo on Monday, killing 14 people.")
    assert event.kind == "attack"


def test_the_dead_without_a_name_are_a_figure_of_the_fire(told):
    (event,) = told("It rained.", "Four people were killed when a fire broke out in Leeds.")
    assert event.kind == "fire"
    events = told("It rained.", "Nora Quist was killed when a fire broke out in Leeds.")
    assert [event.kind for event in events] == ["death", "fire"]


def test_gunfire_is_an_attack_and_no_fire(told):
    assert [event.kind for event in told("Three men opened fire on a bus in Leeds on Monday.")] == ["attack"]


def test_a_disaster_that_opens_the_article_is_told_by_what_came_of_it(told):
    assert [event.name for event in told("Fire has damaged part of a church.")] == ["fire"]
    assert told("It rained.", "Fire has damaged part of a church.") == []


def test_a_perfect_at_the_head_of_the_article_is_news(told):
    assert [event.kind for event in told("Police in Leeds have arrested two men.")] == ["arrest"]
    assert told("Twenty people have died on the roads so far this year.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Nora Quist met Jan Marsh in 2010.",
        "Harbour United will meet the leaders in the league on Friday.",
        "Nora Quist spoke to the residents who have voted for her.",
        "Norway lost talks in Oslo on Monday.",
        "Norway ruled out any face-to-face talks in Oslo.",
        "Jan Marsh, whose son was ill, welcomed today's verdicts.",
        "Monday was to be Nora Quist's farewell match.",
        "Thousands of people have been demonstrating.",
        "Nora Quist defended the decision to play Jan Marsh on Saturday.",
    ],
)
def test_chance_habit_and_what_came_otherwise_are_no_event(told, sentence):
    assert told(sentence) == []


def test_to_elect_to_do_something_is_no_election(told):
    assert told("Owners have elected to convert their loans on Monday.") == []
