"""What only one's own knowledge base knows: linked under the IRI that the house gives it, wherever links go."""

import pytest

from ld.errors import InputError
from ld.fact_rows import rows_of
from ld.kb import Item, Layers, Position
from ld.kb.build import build_kb
from ld.link.corrections import check_decisions, read_corrections
from ld.mapping import map_facts
from ld.nif import Context, write_nif
from ld.terms import Iri
from ld.validate import validate

IRI = "https://id.harbor-news.example/people/ada-quill"
SAID = "French Senator Ada Quill said the harbor would stay open."


@pytest.fixture
def house(make_kb):
    """A knowledge base with a senator whom Wikidata lacks, and with a body of hers."""
    seat = Position(title="member of the Senate", country="FR", start="2020-01-01")
    return make_kb(
        Item(iri=IRI, kind="person", label="Ada Quill", positions=(seat,), renown=20),
        Item(iri="https://id.harbor-news.example/bodies/1", kind="organization", label="Quay Council", renown=20),
    )


def ada(facts):
    return next(person for person in facts.of_kind("person") if person.name == "Ada Quill")


def corrections(path, *rows: str):
    path.write_text("\n".join(("match,context,decision,who,when", *rows)) + "\n", encoding="utf-8")
    return read_corrections(path)


def test_somebody_whom_wikidata_lacks_is_linked_by_the_iri_of_the_house(house, linked):
    person = ada(linked(house, SAID))
    assert (person.qid, person.item, person.iri, person.link.source) == (None, IRI, IRI, "items")


def test_the_iri_of_the_house_is_the_node_in_a_valid_graph(house, linked):
    graph = map_facts(linked(house, SAID))
    assert Iri(IRI) in {triple.subject for triple in graph.facts}
    assert not any(triple.predicate.endswith("sameAs") for triple in graph.facts)
    assert validate(graph).conforms()


def test_the_iri_of_the_house_goes_into_nif_and_into_rows(house, linked):
    facts = linked(house, SAID)
    text = facts.article.text
    assert f"itsrdf:taIdentRef <{IRI}>" in write_nif([(Context.of("urn:text", text), facts)])
    rows = {row.name: row for row in rows_of(facts, "urn:text")}
    assert (rows["Ada Quill"].iri, rows["Ada Quill"].qid) == (IRI, None)
    assert rows["France"].iri == "http://www.wikidata.org/entity/Q142"


def test_a_correction_may_decide_for_an_item_of_the_house(house, linked, tmp_path):
    rows = corrections(tmp_path / "links.csv", f"Bo Hart,,{IRI},desk,2024-09-12")
    facts = linked(house, "French Senator Bo Hart said the harbor would stay open.", corrections=rows)
    link = next(person.link for person in facts.of_kind("person"))
    assert (link.iri, link.qid, link.label) == (IRI, None, "Ada Quill")


def test_a_correction_may_overrule_an_item_of_the_house(house, linked, tmp_path):
    rows = corrections(tmp_path / "links.csv", f"{IRI},,Q9,desk,2024-09-12")
    assert ada(linked(house, SAID, corrections=rows)).qid == "Q9"


def test_a_correction_for_an_iri_that_nobody_knows_is_refused(house, linked, tmp_path):
    rows = corrections(tmp_path / "links.csv", f"Ada Quill,,{IRI}x,desk,2024-09-12")
    for kb in (house, None):
        with pytest.raises(InputError, match=r"links\.csv, line 2: no knowledge base knows"):
            check_decisions(rows, kb)
        with pytest.raises(InputError, match=r"links\.csv, line 2: no knowledge base knows"):
            linked(kb, SAID, corrections=rows)


def test_an_iri_of_wikidatas_is_no_decision(tmp_path):
    with pytest.raises(InputError, match="is no decision"):
        corrections(tmp_path / "links.csv", "Ada Quill,,http://www.wikidata.org/entity/Q9,desk,")


def test_the_house_goes_before_another_knowledge_base(house, opened, tmp_path, linked):
    (tmp_path / "other.csv").write_text("qid,label,sitelinks\nQ2,Ada Quill,1\n", encoding="utf-8")
    build_kb([tmp_path / "other.csv"], tmp_path / "other.kb")
    assert ada(linked(Layers((house, opened(tmp_path / "other.kb"))), SAID)).iri == IRI
