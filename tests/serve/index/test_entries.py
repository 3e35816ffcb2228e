"""What the index keeps of an article's graph."""

from fixtures_facts import replaced
from serve.articles import TREATY, facts_at

from ld.facts import Quotation
from ld.pipeline import build
from ld.serve.index.entries import CLAIMED, EVENT, HAS_MEMBER, HELD_BY, HOLDS, NAMED, QUOTED_ON, SAID, entry_of
from ld.terms import ArticleGraph, Iri, Literal, Triple
from ld.vocab import RDF, SCHEMA

NORWAY, DENMARK = "http://www.wikidata.org/entity/Q20", "http://www.wikidata.org/entity/Q35"
ENTRY = entry_of(TREATY.graph)
PLACE = Iri("https://harbor.example/places/quay")


def facts(kind, entry=ENTRY):
    return [fact for fact in entry.facts if fact.kind == kind]


def graph(*triples):
    return ArticleGraph(Iri("urn:x"), tuple(Triple(*triple) for triple in triples), ())


def test_an_article_has_its_headline_and_its_day():
    assert (ENTRY.headline, ENTRY.day) == ("Norway and its Harbor Board agree on the Quay Treaty", "2024-09-11")


def test_all_that_has_a_name_is_named_on_the_day_of_the_article():
    named = {fact.text: fact.day for fact in facts(NAMED)}
    assert {"Norway", "Denmark", "Jan Okafor", "Quay Treaty"} <= named.keys()
    assert set(named.values()) == {"2024-09-11"}


def test_a_post_is_told_of_its_holder_and_of_whom_it_is_held_for():
    (holds,) = [fact for fact in facts(HOLDS) if fact.other == NORWAY]
    assert holds.text == "Fisheries Minister"
    assert [fact.other for fact in facts(HELD_BY) if fact.thing == NORWAY] == [holds.thing]


def test_what_has_no_day_of_its_own_does_not_get_that_of_the_article():
    assert {fact.day for fact in facts(HOLDS)} == {""}


def test_a_membership_begins_when_the_article_says_so():
    (member,) = facts(HAS_MEMBER)
    assert (member.other, member.day) == (DENMARK, "2024-08")


def test_an_event_is_told_of_each_who_has_a_part_in_it():
    assert {"held", "was the place"} <= {fact.detail for fact in facts(EVENT)}


def test_words_are_on_whom_they_name_in_full_and_not_on_whose_name_only_begins_alike():
    facts_of_words = replaced(
        facts_at("https://harbor.example/1"),
        quotations=tuple(
            Quotation(id=f"quotation-{number}", text=words, evidence=TREATY.facts.quotations[0].evidence)
            for number, words in enumerate(("We thank Denmark.", "A Denmarkian habit."))
        ),
    )
    entry = entry_of(build(facts_of_words).graph)
    assert [fact.text for fact in facts(QUOTED_ON, entry) if fact.thing == DENMARK] == ["We thank Denmark."]


def test_a_claim_keeps_its_stance_beside_who_is_credited():
    node = Iri("urn:x#claim")
    triples = (
        (node, RDF.type, SCHEMA.Claim),
        (node, SCHEMA.text, Literal("the ferry sank")),
        (node, SCHEMA.genre, Literal("denies")),
        (node, SCHEMA.creditText, Literal("a spokesman")),
    )
    (claim,) = facts(CLAIMED, entry_of(graph(*triples)))
    assert (claim.mode, claim.detail) == ("denies", "a spokesman")


def test_who_speaks_of_themselves_is_not_told_to_be_spoken_of():
    speakers = {(fact.node, fact.thing) for fact in facts(SAID)}
    assert not speakers & {(fact.node, fact.thing) for fact in facts(QUOTED_ON)}


def test_coordinates_are_read_and_what_is_none_is_not():
    def point(latitude):
        triples = (
            (PLACE, RDF.type, SCHEMA.Place),
            (PLACE, SCHEMA.name, Literal("Quay")),
            (PLACE, SCHEMA.geo, Iri("urn:x#geo")),
            (Iri("urn:x#geo"), SCHEMA.latitude, Literal(latitude)),
            (Iri("urn:x#geo"), SCHEMA.longitude, Literal("10.75")),
        )
        return entry_of(graph(*triples)).things[0].point

    assert point("59.9") == "59.9,10.75"
    assert point("north of here&layers=x") == ""


def test_a_graph_that_says_nothing_is_an_entry_without_facts():
    assert entry_of(graph()).facts == ()
