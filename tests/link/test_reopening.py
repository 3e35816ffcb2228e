"""Names that were not known are looked up again in another base; links, and what people decided, stay."""

import inspect
import re

import msgspec
import pytest

from ld.facts import Link, Nil
from ld.link import link, namesakes
from ld.link.reopening import FOUND_NOBODY

SENATOR = ("member of the Senate", "FR", "2020-01-01", None)
SAID = "French Senator Ada Quill said the harbor would stay open."


def ada(facts):
    return next(person.link for person in facts.of_kind("person") if person.name == "Ada Quill")


def with_link(facts, decided):
    entities = tuple(
        msgspec.structs.replace(each, link=decided) if each.name == "Ada Quill" else each for each in facts.entities
    )
    return msgspec.structs.replace(facts, entities=entities)


@pytest.fixture
def knows_ada(make_kb, person):
    return make_kb(person("Q2", "Ada Quill", SENATOR))


def test_a_name_that_was_never_looked_up_is_linked_once_there_is_a_base(linked, knows_ada):
    facts = linked(None, SAID)
    assert ada(facts).because == "no knowledge base is used"
    assert ada(link(facts, knows_ada)).qid == "Q2"


def test_a_name_that_the_base_before_did_not_know_is_linked_by_one_that_knows_it(linked, make_kb, person):
    facts = linked(make_kb(person("Q4", "Bo Hart")), SAID)
    assert ada(facts).because.startswith("no candidate: ")
    assert ada(link(facts, make_kb(person("Q2", "Ada Quill", SENATOR)))).qid == "Q2"


@pytest.mark.parametrize("because", FOUND_NOBODY)
def test_whatever_reason_a_look_up_gave_the_name_is_looked_up_again(because, linked, knows_ada):
    facts = with_link(linked(None, SAID), Nil(because=f"{because}…"))
    assert ada(link(facts, knows_ada)).qid == "Q2"


@pytest.mark.parametrize(
    "because",
    [
        "corrected in links.csv, line 2 by desk on 2024-09-12",
        "the page gives several items: Q2, Q9",
        "not our senator, but her niece",
    ],
)
def test_what_the_newsroom_or_the_page_decided_is_not_looked_up_again(because, linked, knows_ada):
    facts = with_link(linked(None, SAID), Nil(because=because))
    assert ada(link(facts, knows_ada)) == Nil(because=because)


def test_a_link_stays_whatever_another_base_says(linked, knows_ada):
    given = Link(qid="Q9", label="Ada Quill", score=0.9, because="senator", source="another")
    assert ada(link(with_link(linked(None, SAID), given), knows_ada)) == given


def test_without_a_base_the_reason_of_the_look_up_before_stays(linked, make_kb, person):
    facts = linked(make_kb(person("Q4", "Bo Hart")), SAID)
    assert link(facts) == facts


def test_the_same_base_gives_the_same_facts_again(linked, make_kb, person):
    kb = make_kb(
        person("Q2", "Ada Quill", SENATOR),
        person("Q3", "Bo Hart", ("mayor of Norvik", "FR", "2019-01-01", None)),
        person("Q5", "Bo Hart", ("minister of Ports", "FR", "2019-01-01", None)),
        person("Q6", "Cleo Marsh"),
    )
    facts = linked(kb, SAID, "Bo Hart, a pilot, and Cleo Marsh said so too.")
    assert any(isinstance(each.link, Nil) for each in facts.of_kind("person"))
    assert link(facts, kb) == facts


def test_every_reason_of_a_look_up_is_known_as_one():
    reasons = re.findall(r'Nil\(because=f"([^"]*)"', inspect.getsource(namesakes))
    assert len(reasons) > 5
    assert all(reason.replace("{UNANSWERED}", namesakes.UNANSWERED).startswith(FOUND_NOBODY) for reason in reasons)
