"""What verbs and nouns tell: the kind of event, when, where, whom it concerned; and what tells of none."""

from typing import NamedTuple

import pytest

from ld.extract import extract


class Told(NamedTuple):
    """An event as a reader would sum it up."""

    kind: str
    name: str
    date: str | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    status: str | None = None


@pytest.fixture
def told(make_article):
    def of(*paragraphs: str, **fields: str) -> list[Told]:
        facts = extract(make_article(*paragraphs, date="2024-09-11", **fields))  # a Wednesday
        name = {entity.id: entity.name for entity in facts.entities}
        return [
            Told(
                kind=event.kind,
                name=event.name,
                date=event.start.value if event.start else None,
                place=name[event.places[0].entity] if event.places else None,
                participants=tuple(name[part.entity] for part in event.participants),
                status=event.status,
            )
            for event in facts.events
        ]

    return of


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


def test_deaths_that_follow_from_an_attack_are_no_event_besides(told):
    (event,) = told("A gunman fired shots in Oslo on Monday, killing 14 people.")
    assert event.kind == "attack"


def test_the_dead_without_a_name_are_a_figure_of_the_fire(told):
    (event,) = told("It rained.", "Four people were killed when a fire broke out in Leeds.")
    assert event.kind == "fire"
    events = told("It rained.", "Nora Quist was killed when a fire broke out in Leeds.")
    assert [event.kind for event in events] == ["death", "fire"]


def test_a_trial_is_not_on_the_day_by_which_the_riot_is_called(told):
    assert [event.date for event in told("Nora Quist spoke at the Jan. 6 trial of Jan Marsh.")] == [None]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("It is said of the Quist Group, founded in 1977.", "founding of the Quist Group"),
        ("The class action, launched in May, is small.", "launch of the class action"),
        ("A boy hurt while out with his friends died on Monday.", "death"),
        ("He read the ten lists published in May.", "publication of the ten lists"),
        ("Nobody knew why the ferry exploded on Monday.", "explosion of the ferry"),
        ("A man who was washing his shirt in a yard was killed on Monday.", "death of a man"),
        ("Police arrested more than two dozen men on Monday.", "arrest of more than two dozen men"),
        (
            "Police arrested Nora Quist, Jan Marsh and Ola Berg on Monday.",
            "arrest of Nora Quist, Jan Marsh and Ola Berg",
        ),
        ("The bomb killed 12 and injured three on Monday.", "death of 12"),
        ("The council suspended their applications on Monday.", "suspension of applications"),
        ("Police have recovered his body from the sea.", "recovery of the body"),
        ("Soldiers shot dead eight suspected thieves on Monday.", "shooting of eight suspected thieves"),
        ("Hundreds of people were evacuated on Monday.", "evacuation of hundreds of people"),
        ("Nora Quist, 42, a nurse, died on Monday.", "death of Nora Quist"),
        ("The owner of the two ships was jailed on Monday.", "jailing of the owner of the two ships"),
        ("The attacks on Red Sea shipping began on Monday.", "attacks on Red Sea shipping"),
        ("The law, passed by the council in May, is short.", "passage of the law"),
        ("Nora Quist, known as a friend of workers, resigned on Monday.", "resignation of Nora Quist"),
        ("In May she filed a lawsuit.", "lawsuit"),
        ("Harbour Savings, tired of the bond market, announced a loss on Monday.", "announcement of a loss"),
        ("Twenty-one people were killed on Monday.", "death of twenty-one people"),
        ("The bank's chief, Jan Marsh, resigned on Monday.", "resignation of Jan Marsh"),
        ("One of the oldest judges, Jan Marsh, died on Monday.", "death of Jan Marsh"),
        ("The mother of the boy, Jan Marsh, died on Monday.", "death of the mother of the boy"),
        ("Jan Marsh, who met Ola Berg, a singer, was arrested on Monday.", "arrest of Jan Marsh"),
        ("They read the treaty that the two ministers signed in May.", "signing of the treaty"),
        ("Soldiers stopped in Leeds with students who were protesting on Monday.", "protest of students"),
        ("Police freed a man in Leeds who was arrested on Monday.", "arrest"),
        ("Jan Marsh, who lives in Oslo, has been charged with fraud.", "charges against Jan Marsh"),
        ("Twenty-eight-year-old Jan Marsh, who lives in Oslo, was arrested on Monday.", "arrest of Jan Marsh"),
        ("The attacks in the United States three months ago shook Oslo.", "attacks in the United States"),
        ("Nora Quist's resignation on Monday shook Oslo.", "resignation of Nora Quist"),
        ("Nora Quist's killing of a man on Monday was told.", "killing of a man"),
        ("They met the owner, Jan Marsh, who was arrested on Monday.", "arrest of Jan Marsh"),
        ("It was about the boy who was arrested on Monday.", "arrest of the boy"),
        ("The Quist Group announced plans to buy the port on Monday.", "announcement of plans to buy the port"),
        ("Ministers will meet in Oslo on Friday.", "meeting of ministers"),
        ("Nora Quist will meet Jan Marsh in Oslo on Friday.", "meeting of Nora Quist with Jan Marsh"),
        ("Some 1,500 residents marched on Monday.", "march of some 1,500 residents"),
        ("Thousands of people have been demonstrating today.", "demonstration of thousands of people"),
        ("Harbour Bank acquired parts of the agency and assumed its debts.", "acquisition of parts of the agency"),
    ],
)
def test_an_event_has_the_name_that_an_editor_would_give_it(told, sentence, name):
    assert [event.name for event in told(sentence)] == [name]


def test_gunfire_is_an_attack_and_no_fire(told):
    assert [event.kind for event in told("Three men opened fire on a bus in Leeds on Monday.")] == ["attack"]


def test_a_disaster_that_opens_the_article_is_told_by_what_came_of_it(told):
    assert [event.name for event in told("Fire has damaged part of a church.")] == ["fire"]
    assert told("It rained.", "Fire has damaged part of a church.") == []


def test_a_perfect_at_the_head_of_the_article_is_news(told):
    assert [event.kind for event in told("Police in Leeds have arrested two men.")] == ["arrest"]
    assert told("Twenty people have died on the roads so far this year.") == []


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


def test_a_particle_belongs_to_the_name(told):
    (event,) = told("Nora Quist was sworn in on Monday.")
    assert event.name == "swearing-in of Nora Quist"


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
