"""To which of the IPTC's topics an article belongs, and which words say so."""

import pytest
from msgspec import structs

from ld.article import Given, Stated
from ld.extract.topics.cues import LISTS, cues_in
from ld.extract.topics.find import find_topics
from ld.text.lexicon import table
from ld.text.reading import Reading

MATCH = (
    "The goalkeeper saved a penalty kick in stoppage time as Harbour United reached the semi-final.",
    "The striker scored from a free kick, and the referee gave two defenders a yellow card.",
)
TRIAL = (
    "A judge sentenced the burglar to nine years in prison after the jury found him guilty of armed robbery.",
    "The prosecutor told the court that the defendant had pleaded guilty; detectives had arrested him in May.",
)
STORM = (
    "Forecasters issued a weather warning for heavy rain and strong winds.",
    "Gusts of 90 miles an hour and snowfall are possible, the meteorologist said.",
)
MARKET = (
    "Shares fell on the stock exchange after the central bank raised its interest rate.",
    "Analysts expect inflation and bond yields to rise; the company’s quarterly earnings disappointed investors.",
)
BALLOT = (
    "Voters go to the polls in the general election on Sunday.",
    "The prime minister’s party leads, but opposition lawmakers hope for a coalition government in parliament.",
)
CLINIC = (
    "Doctors at the hospital gave patients a vaccine against measles.",
    "The infection spreads fast, and the symptoms are fever and pain, the nurse said.",
)


@pytest.fixture
def topics(facts):
    """The labels of the topics of an article of these paragraphs."""

    def of(*paragraphs: str, **options):
        return [topic.label for topic in facts(*paragraphs, **options).topics]

    return of


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (MATCH, "sport"),
        (TRIAL, "crime, law and justice"),
        (STORM, "weather"),
        (MARKET, "economy, business and finance"),
        (BALLOT, "politics and government"),
        (CLINIC, "health"),
    ],
)
def test_words_typical_of_a_topic_tell_it(topics, text, label):
    assert topics(*text) == [label]


def test_a_topic_has_its_code_and_the_words_that_speak_for_it(facts):
    (topic,) = facts(*STORM).topics
    assert topic.code == "medtop:17000000"
    assert {"weather warning", "heavy rain"} <= {words.exact for words in topic.evidence}


def test_a_topic_right_below_is_told_where_its_own_words_stand(facts):
    (topic,) = facts(*MATCH).topics
    assert [(narrower.code, narrower.label) for narrower in topic.narrower] == [("medtop:20001065", "soccer")]


def test_no_topic_below_is_told_where_words_of_several_stand(facts):
    text = ("The goalkeeper and the quarterback came to the semi-final.", "The wicket and the scrum were discussed.")
    (topic,) = facts(*text, headline="Sports personality of the year: a referee").topics
    assert topic.narrower == ()


def test_a_single_word_tells_no_topic(topics):
    assert topics("The murder is a good pub.", "The murder opens at nine.", headline="The murder opens") == []


def test_a_text_without_typical_words_has_no_topic(topics):
    assert topics("Nora Quist walked along the quay.", "It was late.") == []


def test_a_longer_cue_and_the_one_within_it_are_one(topics):
    assert topics("The general election.", headline="The general election of the harbour queen") == []


def test_two_topics_are_told_where_both_are_strong(topics):
    (first, _), (second, __) = TRIAL, BALLOT
    assert set(topics(first, second, *TRIAL[1:], *BALLOT[1:])) == {"crime, law and justice", "politics and government"}


def test_a_topic_that_stands_far_below_is_none(topics):
    assert topics(*MATCH, "The walls are white.", "A judge watched; he had sent a burglar to prison.") == ["sport"]


def test_the_folder_in_the_address_speaks_for_a_topic(make_article):
    article = make_article(
        "The athletes trained in the rain for the championship.", "The coach and her players were content."
    )
    address = "https://harbor.example/sport/2024/rain"
    url = Stated(value=address, evidence=(Given(option="--url", value=address),))
    assert find_topics(Reading.of(article)) == ()
    assert [topic.label for topic in find_topics(Reading.of(structs.replace(article, url=url)))] == ["sport"]


@pytest.mark.parametrize("written", ["goalkeepers", "Goalkeeper", "GOALKEEPER", "arrests", "arresting", "studied"])
def test_a_cue_is_found_in_its_regular_forms(written):
    assert next(found.end - found.start for found in cues_in(Reading(f"so {written} it"))) == len(written)


@pytest.mark.parametrize("written", ["goalkeeperless", "supreme caught", "ai", "who"])
def test_other_words_are_no_cue(written):
    assert list(cues_in(Reading(f"so {written} it"))) == []


@pytest.mark.parametrize("name", LISTS.values())
def test_the_list_of_a_topic_is_sound(name):
    rows = table(f"topics/{name}")
    codes = {row["code"] for row in table("topics/mediatopics")}
    assert len({row["cue"].lower() for row in rows}) == len(rows)
    assert {row["weight"] for row in rows} == {"1", "2", "3"}
    assert {row["narrower"] for row in rows} - {""} <= codes


def test_every_section_has_a_topic_that_there_is():
    codes = {row["code"] for row in table("topics/mediatopics")}
    rows = table("topics/sections")
    assert {row["topic"] for row in rows} <= LISTS.keys() <= codes
    assert {row["narrower"] for row in rows} - {""} <= codes
    assert len({row["section"] for row in rows}) == len(rows)
