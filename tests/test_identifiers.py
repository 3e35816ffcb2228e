"""A fact is named by what it says: an edit elsewhere in the article renames nothing."""

import msgspec
import pytest
from fixtures_facts import CLAIM, EVENT, FACTS, MEMBERSHIP, POST, QUOTATION, cite, refer, replaced, stated
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from modules import ROOT
from strategies import paragraphs

from ld import build
from ld.extract import extract
from ld.facts import IDENTIFIED, Facts
from ld.identifiers import identified, identifier_of
from ld.mapping.nodes import fragment
from ld.read.text import read_text
from ld.terms import ArticleGraph

SAMPLE = (ROOT / "tests/articles/un-command-meeting.txt").read_text(encoding="utf-8")
WEATHER = "Rain fell all morning, and few people were in the streets."
"""A paragraph that names nobody and states nothing."""


def ids(facts: Facts) -> list[str]:
    return [fact.id for group in IDENTIFIED for fact in getattr(facts, group)]


def name(fact, **fields) -> str:
    return identifier_of(replaced(fact, **fields))


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (POST, "post-24764c1a41"),
        (MEMBERSHIP, "membership-938a4d1b30"),
        (QUOTATION, "quotation-e54fc5e875"),
        (CLAIM, "claim-d2e2e4ed00"),
        (EVENT, "event-920e757296"),
    ],
    ids=["post", "membership", "quotation", "claim", "event"],
)
def test_a_name_stays_for_ever(fact, expected):
    assert identifier_of(fact) == expected


@pytest.mark.parametrize(
    "words",
    ["the port is full", "The port\n is full", "The port is full,", "“The port” is full", "The port—is full"],
    ids=["case", "white space", "comma", "quotation marks", "dash"],
)
def test_typography_and_case_do_not_matter(words):
    assert name(QUOTATION, text=words) == name(QUOTATION)


def test_forms_of_one_apostrophe_are_one():
    assert name(QUOTATION, text="It’s “ours”") == name(QUOTATION, text="It's 'ours'")


def test_other_words_have_another_name():
    assert name(QUOTATION, text="The ports are full") != name(QUOTATION)


def test_words_never_run_into_the_next_part():
    one = name(EVENT, name="summit 2024", start=None)
    assert name(EVENT, name="summit", start=stated("2024", "on Tuesday")) != one


def test_a_quotation_keeps_its_name_when_its_speaker_is_corrected():
    assert name(QUOTATION, speakers=()) == name(QUOTATION)


def test_the_same_claim_of_somebody_else_is_another():
    assert (
        len({name(CLAIM), name(CLAIM, speakers=()), name(CLAIM, speakers=(), credit=stated("a pilot", "Okafor"))}) == 3
    )


def test_the_order_of_speakers_does_not_matter():
    both = (refer("person-jan-okafor", "Okafor told"), refer("person-ada-quill", "BY ADA QUILL"))
    assert name(CLAIM, speakers=both) == name(CLAIM, speakers=both[::-1])


def test_a_post_is_that_of_a_holder_by_a_title_for_an_organization_or_a_country():
    assert len({name(POST), name(POST, holder="x"), name(POST, title="Pilot"), name(POST, country=None)}) == 4
    assert name(POST, start=stated("2010", "on Tuesday")) == name(POST)


def test_a_membership_is_that_of_a_member_in_an_organization():
    assert len({name(MEMBERSHIP), name(MEMBERSHIP, member="x"), name(MEMBERSHIP, organization="x")}) == 3
    assert name(MEMBERSHIP, start=None) == name(MEMBERSHIP)


def test_an_event_is_known_by_its_name_and_its_date():
    assert len({name(EVENT), name(EVENT, name="harbor fair"), name(EVENT, start=None)}) == 3
    assert name(EVENT, places=(), organizers=(), attendees=()) == name(EVENT)


def test_where_the_words_stand_does_not_matter():
    assert name(QUOTATION, evidence=(cite("Okafor told"),)) == name(QUOTATION)


def test_what_is_said_twice_gets_a_number_in_the_order_of_the_text():
    first, other, second, third = identified(replaced(QUOTATION, text=text) for text in ("No.", "Yes.", "No", "“No”"))
    assert [second.id, third.id] == [f"{first.id}-2", f"{first.id}-3"]
    assert other.id == identifier_of(other)


@given(st.lists(st.sampled_from(("", "?", "No", "no.", "Nein", "नहीं", "한국", "🚢", "a\nb", "a b")) | st.text()))
def test_no_two_have_one_name_and_each_is_a_fragment_as_it_stands(texts):
    names = [quotation.id for quotation in identified(replaced(QUOTATION, text=text) for text in texts)]
    assert len(set(names)) == len(names)
    assert all(fragment(each) == each for each in names)


def without_events(facts):
    """All facts but the events: which of them carry the news depends on where they stand."""
    return msgspec.structs.replace(facts, events=(), about=())


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(texts=st.lists(paragraphs, min_size=1, max_size=5), data=st.data())
def test_a_paragraph_that_is_inserted_anywhere_renames_nothing(make_article, texts, data):
    place = data.draw(st.integers(0, len(texts)))
    before = extract(make_article(*texts, date="2024-09-11"))
    after = extract(make_article(*texts[:place], WEATHER, *texts[place:], date="2024-09-11"))
    assert ids(without_events(after)) == ids(without_events(before))
    assert len(set(ids(after))) == len(ids(after))


def sample(*, with_weather: bool) -> ArticleGraph:
    top = f"{WEATHER}\n\n" if with_weather else ""
    text = SAMPLE.replace("Defense ministers of the", f"{top}Defense ministers of the", 1)
    assert (WEATHER in text) == with_weather
    return build(read_text(text, url="https://straitcourier.example/un-command", date="2024-09-11")).graph


def test_a_paragraph_at_the_top_of_the_sample_renames_no_node():
    before, after = sample(with_weather=False), sample(with_weather=True)
    assert {triple.subject for triple in after.facts} == {triple.subject for triple in before.facts}


def test_a_paragraph_at_the_top_of_the_sample_renames_no_proof():
    before, after = sample(with_weather=False), sample(with_weather=True)
    assert proofs(after) >= proofs(before)


def proofs(graph: ArticleGraph) -> set[str]:
    """The nodes of the evidence but those that are called by their offsets in the text."""
    return {subject for subject, _, _ in graph.evidence if "char=" not in subject}


def test_a_facts_json_keeps_the_ids_that_it_has():
    assert ids(build(FACTS).facts) == ids(FACTS)
