"""What speaks for a name goes with it: into facts.json, into what is explained, into the evidence graph."""

import json

import pytest

from ld import build
from ld.explanations import explanations
from ld.extract import extract
from ld.kb import bundled_kb
from ld.read.facts_json import read_facts, write_facts
from ld.vocab import RDFS


@pytest.fixture
def article(make_article):
    return make_article("The talks were led by Nora Marsh, a lawyer from Leeds.", date="2024-09-11")


@pytest.fixture
def facts(article):
    return extract(article, bundled_kb())


def test_a_person_place_or_body_has_its_reason(facts):
    reasons = {entity.name: entity.because for entity in facts.entities}
    assert reasons["Nora Marsh"].startswith("person (")
    assert reasons["Leeds"].startswith("place (")


def test_the_reason_is_read_back_from_write_facts(facts):
    assert read_facts(write_facts(facts)) == facts


def test_facts_without_reasons_are_read(facts):
    written = json.loads(write_facts(facts))
    assert "" not in {entity.pop("because", "") for entity in written["entities"]}
    assert {entity.because for entity in read_facts(json.dumps(written)).entities} == {""}


def test_explain_says_it_beside_the_name(facts):
    reason = next(entity.because for entity in facts.entities if entity.name == "Nora Marsh")
    assert any(line.startswith(f"Nora Marsh (person) is named, taken for {reason}") for line in explanations(facts))


def test_the_evidence_graph_has_it_as_a_comment(article):
    result = build(article)
    reasons = {entity.because for entity in result.facts.entities if entity.because}
    assert reasons
    assert reasons <= {value.lexical for _, term, value in result.graph.evidence if term == RDFS.comment}
