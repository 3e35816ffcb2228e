"""Entities that turn out to be one."""

import pytest
from fixtures_facts import (
    ARTICLE,
    BOARD,
    FACTS,
    MEMBERSHIP,
    OKAFOR,
    POST,
    QUILL,
    QUOTATION,
    cite,
    mention,
    refer,
    replaced,
)

from ld.facts import Entity, Facts, Link
from ld.link import link
from ld.link.merging import merge_same
from ld.mapping import map_facts
from ld.read.facts_check import faults
from ld.terms import Iri, Literal, Triple
from ld.vocab import SCHEMA, WD


def link_to(qid: str, score: float = 0.9) -> Link:
    return Link(qid=qid, label="x", score=score, because=f"score {score}", source="people: table 3")


AUTHORITY = Entity(
    id="organization-nhb",
    kind="organization",
    name="Harbor Board",
    mentions=(mention("Harbor Board"),),
    country_code="NO",
    link=link_to("Q7", 1.0),
)
NORTHERN = replaced(BOARD, link=link_to("Q7"))


def of(*entities: Entity, **parts) -> Facts:
    return Facts(version=1, article=ARTICLE, entities=entities, **parts)


def test_two_entities_with_one_item_become_one_under_the_id_of_the_first():
    facts = merge_same(of(NORTHERN, OKAFOR, AUTHORITY))
    assert [entity.id for entity in facts.entities] == [BOARD.id, OKAFOR.id]


def test_the_one_has_all_mentions_in_the_order_of_the_text_and_the_better_link():
    (board,) = merge_same(of(NORTHERN, AUTHORITY)).entities
    starts = [each.start for each in board.mentions]
    assert starts == sorted({each.start for each in (*NORTHERN.mentions, *AUTHORITY.mentions)})
    assert (board.link.score, board.country_code) == (1.0, "NO")


def test_the_name_of_the_other_stays_in_the_graph():
    facts = map_facts(merge_same(of(NORTHERN, AUTHORITY, publisher=None))).facts
    node = Iri(WD + "Q7")
    assert Triple(node, SCHEMA.alternateName, Literal("Harbor Board")) in facts
    assert [each.object.lexical for each in facts if each[:2] == (node, SCHEMA.name)] == ["Northern Harbor Board"]


def test_another_full_name_of_a_person_stays_in_the_graph():
    other = Entity(
        id="person-2", kind="person", name="Okafor", mentions=(mention("Okafor", nth=1),), link=link_to("Q5")
    )
    facts = map_facts(merge_same(of(replaced(OKAFOR, mentions=OKAFOR.mentions[:1], link=link_to("Q5")), other))).facts
    names = {each.object.lexical for each in facts if each.predicate == SCHEMA.alternateName}
    assert names == {"Okafor"}


@pytest.mark.parametrize(
    "parts",
    [
        {"authors": (refer("person-2", "BY ADA QUILL"),)},
        {"publisher": refer("person-2", "BY ADA QUILL")},
        {"posts": (replaced(POST, holder="person-2", country=None),)},
        {"quotations": (replaced(QUOTATION, speakers=(refer("person-2", "Okafor told"),)),)},
    ],
)
def test_what_is_said_of_the_other_is_said_of_the_first(parts):
    first = replaced(OKAFOR, link=link_to("Q5"))
    other = Entity(
        id="person-2", kind="person", name="Okafor", mentions=(mention("Okafor", nth=1),), link=link_to("Q5")
    )
    facts = merge_same(of(first, other, **parts))
    assert "person-2" not in str(facts)
    assert faults(facts) == []


def test_events_speakers_and_members_are_named_once_with_the_words_of_both():
    first = replaced(OKAFOR, link=link_to("Q5"))
    other = replaced(QUILL, link=link_to("Q5"))
    both = (refer(first.id, "Okafor told"), refer(other.id, "BY ADA QUILL"))
    said = replaced(QUOTATION, speakers=both)
    event = replaced(FACTS.events[0], attendees=both, organizers=(), places=())
    facts = merge_same(of(first, other, quotations=(said,), events=(event,)))
    for parts in (facts.quotations[0].speakers, facts.events[0].attendees):
        assert [(each.entity, len(each.evidence)) for each in parts] == [(first.id, 2)]


def test_a_subject_is_named_once_with_the_words_of_both():
    first, other = replaced(OKAFOR, link=link_to("Q5")), replaced(QUILL, link=link_to("Q5"))
    about = (refer(first.id, "Okafor told"), refer(other.id, "BY ADA QUILL"))
    (subject,) = merge_same(of(first, other, about=about)).about
    assert (subject.entity, len(subject.evidence)) == (first.id, 2)


def test_a_post_that_is_told_of_both_is_told_once():
    first, other = replaced(OKAFOR, link=link_to("Q5")), replaced(QUILL, link=link_to("Q5"))
    posts = (
        replaced(POST, country=None),
        replaced(POST, id="post-2", holder=other.id, country=None, evidence=(cite("BY ADA QUILL"),)),
    )
    (post,) = merge_same(of(first, other, posts=posts)).posts
    assert (post.id, post.holder, len(post.evidence)) == ("post-1", first.id, 2)


def test_nothing_is_a_member_of_itself():
    membership = replaced(MEMBERSHIP, member=AUTHORITY.id)
    assert merge_same(of(NORTHERN, AUTHORITY, memberships=(membership,))).memberships == ()


def test_somebody_and_something_with_one_item_stay_two():
    facts = of(replaced(OKAFOR, link=link_to("Q7")), NORTHERN)
    assert merge_same(facts) == facts


def test_what_has_one_iri_of_the_house_becomes_one_too():
    own = Link(iri="https://id.harbor.example/b/1", label="x", score=1.0, because="", source="house")
    facts = merge_same(of(replaced(NORTHERN, link=own), replaced(AUTHORITY, link=own)))
    assert [entity.id for entity in facts.entities] == [BOARD.id]


def test_linking_ends_with_it():
    assert [entity.id for entity in link(of(NORTHERN, AUTHORITY)).entities] == [BOARD.id]
