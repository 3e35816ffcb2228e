"""Turtle: the same triples, the same bytes, only the prefixes in use."""

import os
import re
import subprocess
import sys
from pathlib import Path

from fixtures_facts import FACTS, URL, as_written, graphs, hostile_facts
from hypothesis import given, settings
from rdflib import Graph

from ld.mapping import map_facts
from ld.rdf import from_rdflib
from ld.serialize import turtle
from ld.terms import Iri, Literal, Triple
from ld.vocab import ITSRDF, SCHEMA, XSD_NS

TESTS = Path(__file__).resolve().parents[1]
WRITE_ALL = """
import sys
from fixtures_facts import FACTS
from ld.mapping import map_facts
from ld.serialize import json_ld, n_quads, turtle
graph = map_facts(FACTS)
for text in (turtle(graph.facts, graph.name), turtle(graph.evidence, graph.name), json_ld(graph), n_quads(graph)):
    sys.stdout.buffer.write(text.encode())
"""
NODE = Iri(f"{URL}#article")


def read(text: str) -> set[Triple]:
    with as_written():
        return set(from_rdflib(Graph().parse(data=text, format="turtle")))


@settings(deadline=None)
@given(graphs())
def test_rdflib_reads_the_triples_of_any_graph_from_it(graph):
    assert read(turtle(graph.facts, graph.name)) == set(graph.facts)


@settings(deadline=None, max_examples=30)
@given(hostile_facts())
def test_hostile_facts_come_back_as_they_were(facts):
    graph = map_facts(facts)
    assert read(turtle(graph.facts, graph.name)) == set(graph.facts)
    assert read(turtle(graph.evidence, graph.name)) == set(graph.evidence)


def test_a_number_keeps_all_its_digits():
    triple = Triple(NODE, ITSRDF.taConfidence, Literal("0.123456789012", XSD_NS.double))
    assert '"0.123456789012"^^xsd:double' in turtle([triple], URL)


def test_lines_that_end_in_a_backslash_and_a_quotation_mark_stay_legal():
    triple = Triple(NODE, SCHEMA.name, Literal('two\nlines\\"'))
    assert read(turtle([triple], URL)) == {triple}


def test_it_declares_the_prefixes_in_use_and_no_others():
    text = turtle(map_facts(FACTS).facts, URL)
    declared = re.findall(r"@prefix (\w*):", text)
    assert declared == ["", "schema", "wd", "xsd"]


def test_a_term_of_an_unknown_namespace_is_written_in_full():
    assert ":likes" not in turtle([Triple(NODE, Iri("http://terms.example/vocabulary#likes"), NODE)], URL)


def test_the_article_s_own_nodes_have_the_empty_prefix():
    text = turtle([Triple(Iri(f"{URL}#char=10,20"), SCHEMA.name, Literal("words"))], URL)
    assert ":char\\=10\\,20 " in text


def test_every_hash_seed_gives_the_same_bytes():
    outputs = {
        subprocess.run(
            [sys.executable, "-c", WRITE_ALL],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join((str(TESTS), str(TESTS.parent)))},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2", "random")
    }
    assert len(outputs) == 1
    assert len(outputs.pop()) > 10_000
