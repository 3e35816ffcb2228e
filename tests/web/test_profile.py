"""The web profile."""

import json
from pathlib import Path

import pytest
from fixtures_facts import FACTS, OKAFOR, POST, hostile_facts, replaced, with_entity
from hypothesis import given, settings
from pyld import jsonld
from test_described import facts_of
from web.blocks import added, dated, of_n_quads, reached, with_own_context

from ld.errors import InputError
from ld.facts import Facts, Link, Office
from ld.mapping import map_facts
from ld.read import read_facts
from ld.terms import Iri, Triple
from ld.vocab import SCHEMA, WD
from ld.web import json_ld, profile
from ld.web.profile import document
from ld.web.script import json_text

SAMPLE = Path(__file__).resolve().parents[2] / "output/un-command-meeting.facts.json"


def said(document) -> set[Triple]:
    return of_n_quads(
        jsonld.normalize(with_own_context(document), {"algorithm": "URDNA2015", "format": "application/n-quads"})
    )


def sample() -> Facts:
    return read_facts(SAMPLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("facts", [FACTS, sample()], ids=["invented", "sample"])
def test_it_says_the_triples_of_the_graph_and_the_wikidata_pages(facts):
    triples = said(profile(facts, max_bytes=1_000_000).document)
    assert triples - added(triples) == dated(map_facts(facts).facts)
    assert all(triple.subject.startswith(WD) for triple in added(triples))


def test_it_says_what_the_page_said_of_itself():
    facts = facts_of()
    assert dated(map_facts(facts).facts) <= said(profile(facts, max_bytes=1_000_000).document)


def test_what_the_page_said_of_itself_goes_first_from_a_block_that_is_too_long():
    whole = len(json_text(profile(facts_of()).document))
    left_out = profile(facts_of(), max_bytes=whole - 1).left_out
    assert left_out == ("wordCount",)


def test_the_office_of_a_post_is_its_address_in_one_string():
    office = Office(qid="Q9", source="people: table 3", start="2021")
    facts = replaced(FACTS, posts=(replaced(POST, office=office),))
    written = json_text(profile(facts).document)
    assert '"sameAs":"http://www.wikidata.org/entity/Q9"' in written.replace(": ", ":")
    triples = said(profile(facts, max_bytes=1_000_000).document)
    assert dated(map_facts(facts).facts) <= triples


@settings(max_examples=25)
@given(hostile_facts())
def test_it_says_of_any_facts_what_the_article_leads_to(facts):
    graph = map_facts(facts)
    triples = said(profile(facts).document)
    assert triples - added(triples) == dated(reached(graph))
    assert dated(reached(graph)) <= dated(graph.facts)


@pytest.mark.parametrize("facts", [FACTS, sample()], ids=["invented", "sample"])
def test_the_graph_alone_gives_the_same_where_nothing_must_be_cut(facts):
    graph = map_facts(facts)
    shuffled = graph._replace(facts=tuple(reversed(graph.facts)), evidence=())
    assert document(graph) == document(shuffled) == profile(facts).document


def test_the_context_is_bare_and_the_article_stands_on_top():
    document = profile(FACTS).document
    assert list(document)[:4] == ["@context", "@id", "@type", "headline"]
    assert document["@context"] == "https://schema.org"
    assert document["author"]["name"] == "Ada Quill"
    assert document["datePublished"] == "2024-09-11"


def test_images_are_a_list_even_if_there_is_one():
    assert [image["creditText"] for image in profile(FACTS).document["image"]] == ["DOCKPHOTO"]


def test_what_is_linked_has_its_wikidata_page():
    norway = next(topic for topic in profile(FACTS).document["about"] if topic.get("name") == "Norway")
    assert norway["@id"] == "http://www.wikidata.org/entity/Q20"
    assert norway["sameAs"] == "https://www.wikidata.org/wiki/Q20"


def test_quotations_and_events_can_be_left_out():
    document = profile(FACTS, quotations=False, events=False).document
    assert "hasPart" not in document
    assert "Event" not in json.dumps(document)
    assert "Okafor" in json.dumps(document)


def test_the_same_facts_give_the_same_bytes():
    assert json_ld(sample()) == json_ld(sample())


def test_the_sample_needs_no_cut():
    assert profile(sample()).left_out == ()


class TestTheBudget:
    @pytest.mark.parametrize("most", [1_880, 2_180, 2_580])
    def test_it_is_kept(self, most):
        short = profile(FACTS, max_bytes=most)
        assert len(json_text(short.document)) <= most
        assert short.left_out

    def test_what_the_text_names_least_goes_first_and_the_unlinked_before_the_linked(self):
        long = len(json_ld(FACTS))
        assert profile(FACTS, max_bytes=long).left_out == ()
        assert profile(FACTS, max_bytes=long - 1).left_out == ("Denmark",)
        once = with_entity(OKAFOR, mentions=OKAFOR.mentions[:1])
        assert profile(once, max_bytes=long - 1).left_out == ("Jan Okafor",)

    def test_an_item_of_the_house_counts_as_one(self):
        own = Link(iri="https://id.harbor.example/1", label="Jan Okafor", score=1.0, because="ours", source="house")
        linked = with_entity(OKAFOR, mentions=OKAFOR.mentions[:1], link=own)
        assert profile(linked, max_bytes=len(json_ld(linked)) - 1).left_out == ("Denmark",)

    def test_no_more_goes_than_must(self):
        lengths = {len(profile(FACTS, max_bytes=most).left_out): most for most in range(1_880, 2_980, 20)}
        assert set(lengths) == set(range(max(lengths) + 1))

    def test_quotations_go_after_the_mentions(self):
        left_out = profile(FACTS, max_bytes=1_880).left_out
        assert left_out[-1] == "“The port is full”"
        assert "mentions" not in profile(FACTS, max_bytes=1_880).document

    def test_a_shorter_one_says_less_and_nothing_else(self):
        triples = said(profile(FACTS, max_bytes=2_080).document)
        assert triples - added(triples) < dated(map_facts(FACTS).facts)

    def test_what_cannot_be_kept_is_refused(self):
        with pytest.raises(InputError, match=r"takes [\d,]+ bytes of JSON-LD, more than 100"):
            profile(FACTS, max_bytes=100)


def test_a_person_known_by_an_address_keeps_it():
    author = Triple(Iri("https://x.example/#a"), SCHEMA.url, Iri("https://x.example/ada"))
    assert said({"@context": "https://schema.org", "@id": author.subject, "url": author.object}) == {author}


def test_a_headline_that_looks_like_a_short_name_stays_as_it_is():
    facts = replaced(FACTS, article=replaced(FACTS.article, headline=replaced(FACTS.article.headline, value="wd:Q1")))
    assert profile(facts).document["headline"] == "wd:Q1"
