"""What was linked before, brought up to date."""

import pytest
from fixtures_facts import ARTICLE, BOARD, FACTS, OKAFOR, OSLO, POST, mention, replaced

from ld.errors import InputError
from ld.facts import Entity, Facts, Link, Office
from ld.kb import Item
from ld.kb.moves import Moves
from ld.kb.writer import Redirect
from ld.link.refreshing import Change, refreshed_corrections, refreshed_facts

IRI = "https://id.harbor-news.example/people/1"


@pytest.fixture
def moves(make_kb):
    """Q2 is Q21 now, Q3 is gone, and the house knew Q9 first."""
    kb = make_kb(Item(qid="Q9", iri=IRI, kind="person", label="Ada Quill"))
    return Moves(kb, (Redirect("Q2", "Q21"), Redirect("Q3", None)))


def link_to(qid=None, **more) -> Link:
    return Link(**{"qid": qid, "label": "x", "score": 0.9, "because": "", "source": "people"} | more)


def of(*entities: Entity, **parts) -> Facts:
    return Facts(version=1, article=ARTICLE, entities=entities, **parts)


def test_a_merged_id_is_replaced_and_told(moves):
    facts, changes = refreshed_facts(of(replaced(OKAFOR, link=link_to("Q2")), OSLO), moves)
    assert [entity.qid for entity in facts.entities] == ["Q21", "Q585"]
    assert changes == (Change("Q2", "Q21", "Jan Okafor"),)


def test_a_deleted_id_stays_and_is_told(moves):
    facts = of(replaced(OKAFOR, link=link_to("Q3")))
    assert refreshed_facts(facts, moves) == (facts, (Change("Q3", None, "Jan Okafor"),))


def test_an_iri_of_the_house_gives_way_to_the_id_that_wikidata_has_by_now(moves):
    facts, _ = refreshed_facts(of(replaced(OKAFOR, link=link_to(iri=IRI))), moves)
    assert (facts.entities[0].qid, facts.entities[0].link.iri) == ("Q9", None)


def test_runners_up_and_offices_are_followed(moves):
    person = replaced(OKAFOR, link=link_to("Q7", runner_up="Q2", margin=0.2))
    post = replaced(POST, country=None, office=Office(qid="Q2", source="people"))
    facts, changes = refreshed_facts(of(person, posts=(post,)), moves)
    assert (facts.entities[0].link.runner_up, facts.posts[0].office.qid) == ("Q21", "Q21")
    assert [change.name for change in changes] == ["the runner-up of Jan Okafor", "Fisheries Minister"]


def test_a_runner_up_that_was_merged_into_the_item_is_none(moves):
    facts, _ = refreshed_facts(of(replaced(OKAFOR, link=link_to("Q21", runner_up="Q2", margin=0.2))), moves)
    assert (facts.entities[0].link.runner_up, facts.entities[0].link.margin) == (None, None)


def test_entities_whose_items_were_merged_become_one(moves):
    other = Entity(
        id="person-2", kind="person", name="Okafor", mentions=(mention("Okafor", nth=1),), link=link_to("Q2")
    )
    facts, _ = refreshed_facts(of(replaced(OKAFOR, link=link_to("Q21")), other), moves)
    assert [entity.id for entity in facts.entities] == [OKAFOR.id]


def test_what_would_be_a_person_and_an_organization_at_once_is_refused(moves):
    facts = of(replaced(OKAFOR, link=link_to("Q21")), replaced(BOARD, link=link_to("Q2")))
    with pytest.raises(InputError, match="cannot be brought up to date"):
        refreshed_facts(facts, moves)


def test_facts_without_what_moved_stay_as_they_are(moves):
    assert refreshed_facts(FACTS, moves) == (FACTS, ())


def test_corrections_are_followed_in_both_columns(moves):
    text = 'match,context,decision,who,when\nAda,"a,b",Q2,desk,\nQ2,,NIL,desk,\nBo,,Q3,,\n'
    assert refreshed_corrections(text, moves) == (
        'match,context,decision,who,when\nAda,"a,b",Q21,desk,\nQ21,,NIL,desk,\nBo,,Q3,,\n',
        (Change("Q2", "Q21", "decision"), Change("Q2", "Q21", "match"), Change("Q3", None, "decision")),
    )


@pytest.mark.parametrize("text", ["", "match,decision\n", "\ufeffmatch,decision\r\nAda, Q5 \r\n", "decision,match\nQ5"])
def test_corrections_in_which_nothing_moved_keep_every_byte(moves, text):
    assert refreshed_corrections(text, moves) == (text, ())


def test_the_mark_and_the_line_ends_of_a_table_stay(moves):
    refreshed, _ = refreshed_corrections("\ufeffmatch,decision\r\nAda,Q2\r\n", moves)
    assert refreshed == "\ufeffmatch,decision\r\nAda,Q21\r\n"


def test_a_word_in_a_context_is_no_id(moves):
    text = "match,context,decision\nAda,Q2,Q5\n"
    assert refreshed_corrections(text, moves) == (text, ())
