import pytest
from fixtures_facts import CLAIM, FACTS, OKAFOR, POST, QUOTATION, cite, refer, replaced, stated

from ld.article import Known
from ld.explanations import explanations
from ld.facts import Office, Topic
from ld.report.statements import ARTICLE, CLAIMS, EVENTS, MEMBERSHIPS, POSTS, QUOTATIONS, statements


def said(topic, facts=FACTS):
    return [str(statement) for statement in statements(facts) if statement.topic == topic]


def test_the_office_of_a_post_is_told_with_the_knowledge_base_that_has_it():
    office = Office(qid="Q9", source="people: table 3", start="2021", end="2025")
    facts = replaced(FACTS, posts=(replaced(POST, office=office),))
    (told,) = (each for each in statements(facts) if "Q9" in str(each))
    assert str(told) == "Jan Okafor holds the office Fisheries Minister (Q9) since 2021 until 2025"
    assert told.evidence == (Known(source="people: table 3"),)


def test_a_post_is_told_with_that_for_which_it_is_held():
    assert said(POSTS) == ["Jan Okafor is Fisheries Minister, Norway"]


def test_a_post_that_is_over_is_told_in_the_past():
    over = replaced(FACTS.posts[0], end=stated("2014", "in August"))
    assert said(POSTS, replaced(FACTS, posts=(over,))) == ["Jan Okafor was Fisheries Minister, Norway until 2014"]


def test_a_claim_is_told_with_who_made_it():
    assert said(CLAIMS, replaced(FACTS, claims=(CLAIM,))) == ["Jan Okafor said that Denmark joined in August"]


def test_a_membership_is_told_with_its_beginning():
    assert said(MEMBERSHIPS) == ["Denmark is a member of Northern Harbor Board since 2024-08"]


def test_a_quotation_is_told_with_all_who_spoke_it():
    both = replaced(QUOTATION, speakers=(*QUOTATION.speakers, refer("person-ada-quill", "ADA QUILL")))
    assert said(QUOTATIONS) == ["Jan Okafor said “The port is full”"]
    assert said(QUOTATIONS, replaced(FACTS, quotations=(both,))) == ["Jan Okafor and Ada Quill said “The port is full”"]


def test_a_quotation_that_nobody_is_known_to_have_spoken_is_told_too():
    nobody = replaced(QUOTATION, speakers=())
    assert said(QUOTATIONS, replaced(FACTS, quotations=(nobody,))) == ["Somebody said “The port is full”"]


def test_an_event_is_told_part_by_part():
    assert said(EVENTS) == [
        "second harbor meeting took place",
        "second harbor meeting was on 2024-09-10",
        "second harbor meeting was in Oslo",
        "second harbor meeting was held by Jan Okafor",
    ]


def test_every_second_piece_of_a_statement_is_a_name_or_value_of_the_text():
    known = {entity.name for entity in FACTS.entities} | {"Fisheries Minister"}
    post = next(statement for statement in statements(FACTS) if statement.topic == POSTS)
    assert set(post.words[1::2]) <= known


def test_a_statement_keeps_its_proofs_and_those_whom_it_is_about():
    post = next(statement for statement in statements(FACTS) if statement.topic == POSTS)
    assert post.evidence == (cite("Norwegian Fisheries Minister Jan Okafor"),)
    assert post.entities == (OKAFOR.id, "country-no")


@pytest.mark.parametrize(
    ("start", "published", "first", "where"),
    [
        ("2024-09-10", "2024-09-11", "took place", "was in Oslo"),
        ("2024-09-12", "2024-09-11", "is to take place", "is to be in Oslo"),
        ("2024-10", "2024-09-11", "is to take place", "is to be in Oslo"),
        ("2025", "2024-09-11", "is to take place", "is to be in Oslo"),
        ("2024-09-11", "2024-09-11T08:00:00Z", "is an event", "is in Oslo"),
        ("2024-09", "2024-09-11", "is an event", "is in Oslo"),
        ("2024-09-12", None, "is an event", "is in Oslo"),
        (None, "2024-09-11", "is an event", "is in Oslo"),
    ],
)
def test_only_what_was_over_when_it_was_written_is_said_to_have_taken_place(start, published, first, where):
    event = replaced(FACTS.events[0], start=start and stated(start, "on Tuesday"))
    article = replaced(FACTS.article, date_published=published and stated(published, "on Tuesday"))
    told = replaced(FACTS, article=article, events=(event,))
    lines = said(EVENTS, told)
    assert lines[0] == f"second harbor meeting {first}"
    assert f"second harbor meeting {where}" in lines
    explained = "\n".join(explanations(told))
    assert f"second harbor meeting {first}" in explained
    assert f"second harbor meeting {where}" in explained


def test_what_the_article_is_about_and_its_topics_are_told_with_the_words_that_say_so():
    narrower = Topic(code="medtop:20000593", label="government", evidence=(cite("Fisheries Minister"),))
    topic = Topic(code="medtop:11000000", label="politics", evidence=(cite("Minister"),), narrower=(narrower,))
    facts = replaced(FACTS, about=(refer(OKAFOR.id, "Jan Okafor"),), topics=(topic,))
    lines = ["The article is about Jan Okafor", "Its topic is politics", "Its topic is government"]
    assert said(ARTICLE, facts)[-3:] == lines
    assert all(line in "\n".join(explanations(facts)) for line in lines)
