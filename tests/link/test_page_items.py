"""Links by what the page says of its author, its publisher and its topics."""

import pytest
from read.news_page import TODAY, json_ld, page

from ld.extract import extract
from ld.facts import Link, Nil
from ld.kb import Item, Position
from ld.kb.refresh import refresh_kb
from ld.link import link
from ld.link.corrections import read_corrections
from ld.link.page_items import SOURCE, item_of
from ld.mapping import map_facts, unproved
from ld.read.facts_check import faults
from ld.read.html import read_html
from ld.validate import validate

WIKI = "https://www.wikidata.org/wiki/"
GAZETTE = {"@type": "NewsMediaOrganization", "name": "Harbor Gazette", "sameAs": [f"{WIKI}Q7"]}
JANE = {"@type": "Person", "name": "Jane Doe", "sameAs": f"{WIKI}Q42"}
ADA = {"@type": "Person", "name": "Ada Quill", "sameAs": f"{WIKI}Q9"}


def linked(kb=None, corrections=(), **said):
    above = "<h1>Harbor ministers meet in Oslo</h1><p>By Jane Doe</p>"
    facts = extract(read_html(page(json_ld(**said), above=above), today=TODAY), kb)
    return link(facts, kb, corrections)


def named(facts, name: str):
    return next(entity for entity in facts.entities if entity.name == name)


@pytest.mark.parametrize(
    ("said", "name", "qid"),
    [
        ({"author": JANE}, "Jane Doe", "Q42"),
        ({"publisher": GAZETTE}, "Harbor Gazette", "Q7"),
        ({"about": ADA}, "Ada Quill", "Q9"),
        ({"mentions": [ADA]}, "Ada Quill", "Q9"),
        ({"about": {"name": "Oslo", "@type": "City", "@id": "http://www.wikidata.org/entity/Q585"}}, "Oslo", "Q585"),
    ],
)
def test_whom_the_page_identifies_is_linked_with_the_page_as_proof(said, name, qid):
    facts = linked(**said)
    entity = named(facts, name)
    assert entity.link == Link(qid=qid, label=name, score=1.0, because="the page says so", source=SOURCE)
    assert any(qid in proof.exact for proof in entity.evidence)
    assert faults(facts) == []


def test_the_graph_of_it_is_valid_and_proved():
    graph = map_facts(linked(author=JANE, publisher=GAZETTE, about=ADA))
    assert not unproved(graph)
    assert validate(graph).conforms()


def test_the_page_goes_before_a_guess(make_kb):
    post = Position(title="fisheries minister of Norway", country="NO", start="2020")
    minister = Item(qid="Q2", kind="person", label="Ada Quill", positions=(post,), countries=("NO",), sitelinks=50)
    kb = make_kb(minister, Item(qid="Q9", kind="person", label="Ada M. Quill"))
    assert named(linked(kb), "Ada Quill").qid == "Q2"
    entity = named(linked(kb, about=ADA), "Ada Quill")
    assert (entity.qid, entity.link.label) == ("Q9", "Ada M. Quill")


def test_a_correction_goes_before_the_page(tmp_path):
    for row, qid in (("Ada Quill,Q5", "Q5"), ("Q9,Q6", "Q6"), ("Ada Quill,NIL", None)):
        (tmp_path / "links.csv").write_text(f"match,decision\n{row}\n", encoding="utf-8")
        entity = named(linked(None, read_corrections(tmp_path / "links.csv"), about=ADA), "Ada Quill")
        assert entity.qid == qid
        assert entity.evidence == ()


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"about": ADA | {"sameAs": [f"{WIKI}Q9", f"{WIKI}Q8"]}}, "the page gives several items: Q8, Q9"),
        ({"about": ADA, "mentions": ADA | {"sameAs": f"{WIKI}Q8"}}, "the page gives several items: Q8, Q9"),
        ({"about": ADA | {"sameAs": f"{WIKI}Q09"}}, f"the page's address is none of a Wikidata item: {WIKI}Q09"),
        (
            {"about": ADA, "author": JANE | {"sameAs": f"{WIKI}Q9"}},
            "the page gives Q9 to 2 names",
        ),
    ],
)
def test_what_the_page_says_twice_or_wrongly_links_nothing_and_says_why(said, why):
    assert named(linked(**said), "Ada Quill").link == Nil(because=why)


def test_an_address_beside_a_wrong_one_counts():
    assert named(linked(about=ADA | {"sameAs": [f"{WIKI}Special:Search", f"{WIKI}Q9"]}), "Ada Quill").qid == "Q9"


def test_what_the_knowledge_base_knows_as_something_else_is_not_linked(make_kb):
    kb = make_kb(Item(qid="Q9", kind="organization", label="Quill Lines"))
    because = named(linked(kb, about=ADA), "Ada Quill").link.because
    assert because == "the page gives Q9 (Quill Lines), which is of the kind organization"


def test_an_item_that_was_merged_is_followed(make_kb, opened, tmp_path):
    kb = make_kb(Item(qid="Q9", kind="person", label="Ada Quill"))
    (tmp_path / "moved.csv").write_text("Q9,Q10\n", encoding="utf-8")
    refresh_kb(kb.path, tmp_path / "moved.csv")
    assert named(linked(opened(kb.path), about=ADA), "Ada Quill").qid == "Q10"


@pytest.mark.parametrize(
    "said",
    [
        {"about": ADA | {"@type": "Organization"}},
        {"about": ADA | {"name": "Quill"}},
    ],
)
def test_an_item_of_another_name_or_kind_links_nobody(said):
    assert SOURCE not in {getattr(entity.link, "source", "") for entity in linked(**said).entities}


def test_the_item_of_the_page_is_not_that_of_another_publisher_whom_the_user_names():
    article = read_html(page(json_ld(publisher=GAZETTE)), today=TODAY, publisher="Harbor Times")
    assert named(link(extract(article)), "Harbor Times").qid is None


def test_a_link_that_is_there_already_stays():
    facts = linked(about=ADA)
    assert link(facts) == facts


@pytest.mark.parametrize(
    "address",
    [
        "https://www.wikidata.org/wiki/Q42",
        "http://www.wikidata.org/entity/Q42",
        "https://wikidata.org/wiki/Q42/",
        "https://m.wikidata.org/wiki/Q42?uselang=nn#sitelinks",
        "https://www.wikidata.org/wiki/Special:EntityData/Q42.json",
        "https://www.wikidata.org/wiki/Special:EntityPage/Q42",
        "HTTPS://WWW.WIKIDATA.ORG/wiki/q42",
        "Q42",
    ],
)
def test_an_item_has_many_addresses(address):
    assert item_of(address) == "Q42"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.wikidata.org/wiki/Q0",
        "https://www.wikidata.org/wiki/Q042",
        "https://www.wikidata.org/wiki/Q42x",
        "https://www.wikidata.org/wiki/Property:P42",
        "https://www.wikidata.org/wiki/Lexeme:L42",
        "https://www.wikidata.org/",
        "https://evil.example/www.wikidata.org/wiki/Q42",
        "https://www.wikidata.org/wiki/Q4٢",
        "",
    ],
)
def test_what_names_no_item_has_none(address):
    assert item_of(address) is None
