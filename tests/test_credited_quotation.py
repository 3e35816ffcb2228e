"""A quotation whose speaker is no entity carries the article's words for the speaker, from facts to graph and page."""

import pytest
from fixtures_facts import FACTS, QUOTATION, replaced, stated

from ld.cli.summary import summary
from ld.explanations import explanations
from ld.facts import Facts
from ld.mapping import map_facts, unproved
from ld.pipeline import build
from ld.read.facts_check import faults
from ld.report.statements import QUOTATIONS, statements
from ld.terms import Literal
from ld.validate import Severity, validate
from ld.vocab import SCHEMA


def with_quotation(**fields) -> Facts:
    return replaced(FACTS, quotations=(replaced(QUOTATION, **fields),))


CREDITED = with_quotation(speakers=(), credit=stated("Okafor", "Okafor told"))
UNCREDITED = with_quotation(speakers=())


def test_the_graph_credits_the_speaker_and_names_nobody_else():
    graph = map_facts(CREDITED)
    said = {(triple.predicate, triple.object) for triple in graph.facts if triple.subject.endswith("#quotation-1")}
    assert (SCHEMA.creditText, Literal("Okafor")) in said
    assert SCHEMA.spokenByCharacter not in {predicate for predicate, _ in said}


def about_quotations(facts: Facts) -> list[tuple]:
    results = validate(map_facts(facts)).results
    return [(r.shape.rpartition("#")[2], r.severity) for r in results if "QuotationShape" in r.shape]


def test_a_credit_is_proved_and_valid():
    assert not list(unproved(map_facts(CREDITED)))
    assert about_quotations(CREDITED) == []


def test_a_quotation_of_nobody_known_is_warned_of():
    assert about_quotations(UNCREDITED) == [("QuotationShape-speaker-given", Severity.WARNING)]


@pytest.mark.parametrize(
    ("facts", "who"),
    [(FACTS, "Jan Okafor"), (CREDITED, "Okafor"), (UNCREDITED, "Somebody")],
    ids=["known", "credited", "nobody"],
)
def test_each_is_explained_by_the_words_that_name_its_speaker(facts, who):
    assert any(explanation.startswith(f"{who} said: The port is full\n") for explanation in explanations(facts))
    assert [str(told) for told in statements(facts) if told.topic == QUOTATIONS] == [f"{who} said “The port is full”"]


@pytest.mark.parametrize(("facts", "who"), [(CREDITED, "Okafor 1"), (UNCREDITED, "unknown 1")])
def test_the_summary_counts_what_each_said(facts, who):
    assert f"Quotations (1)  {who}" in summary(build(facts), ())


def test_a_credit_must_stand_in_the_words_that_it_cites():
    assert any(
        "credit.value" in fault for fault in faults(with_quotation(speakers=(), credit=stated("a pilot", "Okafor")))
    )


def test_a_speaker_is_named_or_credited_and_not_both():
    assert any("credit" in fault for fault in faults(with_quotation(credit=stated("Okafor", "Okafor told"))))
    assert not faults(FACTS)
    assert not faults(CREDITED)
