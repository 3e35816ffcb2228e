"""The offices behind posts."""

import msgspec
import pytest

from ld.facts import Office
from ld.kb import Item, Position
from ld.link import link
from ld.link.corrections import read_corrections
from ld.mapping import map_facts, unproved
from ld.terms import Iri, Literal
from ld.validate import validate
from ld.vocab import PROV, RDF, SCHEMA, WD, XSD_NS

SAID = "French Senator Ada Quill said the harbor would stay open."


def senator(*terms: Position) -> Item:
    return Item(qid="Q2", kind="person", label="Ada Quill", positions=terms, countries=("FR",), sitelinks=30)


def seat(
    start="2020-10-01", end=None, office="Q14828018", title="member of the French Senate", country="FR", asof=None
):
    return Position(title=title, country=country, start=start, end=end, office=office, asof=asof)


@pytest.fixture
def office(make_kb, linked):
    """The office of the first post in an article, of somebody with these terms of office."""

    def find(*terms: Position, said=SAID, date="2024-09-11"):
        facts = linked(make_kb(senator(*terms)), said, date=date)
        assert facts.posts
        return facts.posts[0].office

    return find


def test_a_post_that_agrees_gets_the_item_of_its_office_and_the_dates_of_its_holder(office):
    assert office(seat(end="2026-09-30")) == Office(
        qid="Q14828018", source="items", start="2020-10-01", end="2026-09-30"
    )


def test_of_several_terms_that_of_the_day_counts(office):
    found = office(seat("2008", "2014"), seat("2020-10-01"))
    assert (found.start, found.end) == ("2020-10-01", None)


def test_where_nobody_has_seen_the_post_open_for_long_no_dates_are_told(office):
    assert office(seat(asof="2023-01-01")) == Office(qid="Q14828018", source="items")


@pytest.mark.parametrize(
    "terms",
    [
        (seat(office=None),),
        (seat(title="mayor of Brest"),),
        (seat(country="CA"), seat("2001", "2002", title="mayor of Brest", office="Q9")),
        (seat(), seat(office="Q9", title="senator of France")),
    ],
)
def test_where_no_office_or_more_than_one_may_be_meant_none_is_told(office, terms):
    assert office(*terms) is None


def test_a_post_that_was_not_held_on_the_day_is_another(make_kb, linked, tmp_path):
    (tmp_path / "links.csv").write_text("match,decision\nAda Quill,Q2\n", encoding="utf-8")
    rows = read_corrections(tmp_path / "links.csv")
    kb = make_kb(senator(seat("2001", "2005")))
    assert linked(kb, SAID, corrections=rows).posts[0].office is None


def test_of_a_former_post_the_term_that_ended_is_told(office):
    found = office(seat("2010", "2014"), said="Former French Senator Ada Quill said the harbor would stay open.")
    assert (found.qid, found.start, found.end) == ("Q14828018", "2010", "2014")


def test_an_end_on_an_unknown_day_has_no_date(office):
    found = office(seat("2010", "?"), said="Former French Senator Ada Quill said the harbor would stay open.")
    assert (found.start, found.end) == ("2010", None)


def test_who_is_unlinked_has_no_office(make_kb, linked):
    kb = make_kb(Item(qid="Q3", kind="person", label="Bo Hart", positions=(seat(),)))
    assert linked(kb, SAID).posts[0].office is None


def test_a_post_of_a_body_is_no_office_of_a_state(make_kb, linked):
    kb = make_kb(senator(seat(), seat("2024-01-01", title="president of Norway", country="NO", office="Q9")))
    facts = linked(kb, "French Senator Ada Quill, president of the Quay Council, spoke.", date="2024-09-11")
    told = {post.title: post.office and post.office.qid for post in facts.posts}
    assert "Q9" not in told.values()


def test_an_office_that_is_there_already_stays_unless_its_holder_is_another(make_kb, linked, tmp_path):
    kb = make_kb(senator(seat()))
    facts = linked(kb, SAID)
    given = Office(qid="Q5", source="the editor")
    edited = msgspec.structs.replace(facts, posts=(msgspec.structs.replace(facts.posts[0], office=given),))
    assert link(edited, kb).posts[0].office == given
    (tmp_path / "links.csv").write_text("match,decision\nAda Quill,NIL\n", encoding="utf-8")
    assert link(edited, kb, read_corrections(tmp_path / "links.csv")).posts[0].office is None


def test_the_graph_says_the_office_and_its_dates_with_the_knowledge_base_as_their_origin(make_kb, linked):
    facts = linked(make_kb(senator(seat(end="2026-09-30"))), SAID)
    graph = map_facts(facts)
    node = Iri(f"{graph.name}#{facts.posts[0].id}")
    said = {triple.predicate: triple.object for triple in graph.facts if triple.subject == node}
    assert said[SCHEMA.sameAs] == Iri(WD + "Q14828018")
    assert said[SCHEMA.startDate] == Literal("2020-10-01", XSD_NS.date)
    proved = {s for s, p, o in graph.evidence if p == RDF.subject and o == node}
    origins = {o for s, p, o in graph.evidence if s in proved and p == PROV.wasDerivedFrom}
    assert [o.lexical for s, p, o in graph.evidence if s in origins and p == SCHEMA.name] == ["items"]
    assert len(proved) == 3
    assert not unproved(graph)
    assert validate(graph).conforms()


def test_dates_of_the_article_go_before_those_of_the_knowledge_base(make_kb, linked):
    kb = make_kb(senator(seat("2010-10-01", "2014-09-30")))
    facts = linked(kb, "Ada Quill, who was a French senator from 2010 to 2014, spoke. France listened.")
    if not facts.posts:
        pytest.skip("the rules do not read this post")
    graph = map_facts(facts)
    starts = [triple.object.lexical for triple in graph.facts if triple.predicate == SCHEMA.startDate]
    assert starts == ["2010"]
