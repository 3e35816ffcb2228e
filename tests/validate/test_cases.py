"""Each constraint in shapes/ can fail, and does so with the right severity, the article, the words and advice.

A case is a file of tests/shapes: ``valid.<why>.ttl``, or ``invalid.<Shape>.<why>.ttl``,
which breaks that shape and no other. It is read together with ``context.ttl`` and,
unless it is an article itself, with ``article/valid.full.ttl``.
"""

import re
from itertools import product
from pathlib import Path

import pytest
from rdflib import RDF, SH, URIRef

from ld.terms import ArticleGraph, Iri, Literal, Triple
from ld.validate import Severity, load_shapes, validate
from ld.vocab import OA, SCHEMA, XSD_NS

CASES = Path(__file__).resolve().parents[1] / "shapes"
VALID = sorted(str(file.relative_to(CASES)) for file in CASES.glob("*/valid.*.ttl"))
INVALID = sorted(str(file.relative_to(CASES)) for file in CASES.glob("*/invalid.*.ttl"))
OWN = load_shapes().graph
STATED = Literal("2024-03-11", XSD_NS.date)
WITHOUT_HEADLINE = {f"article/invalid.ArticleShape-headline.{why}.ttl" for why in ("none", "empty")}
SEVERITIES = {SH.Violation: Severity.VIOLATION, SH.Warning: Severity.WARNING, SH.Info: Severity.INFO}
COMPONENTS = {
    parameter: SH[f"{name[0].upper()}{name[1:]}ConstraintComponent"]
    for name in (
        *("minCount", "maxCount", "minLength", "maxLength", "minInclusive", "maxInclusive", "datatype", "nodeKind"),
        *("class", "node", "not", "or", "in", "pattern", "hasValue", "equals", "disjoint", "lessThan"),
    )
    for parameter in [SH[name]]
}


def shape_of(case: str) -> str:
    return Path(case).name.split(".")[1]


def fragment(iri: str) -> str:
    return iri.rpartition("#")[2]


def test_there_are_cases_of_both_kinds_for_each_shapes_file():
    files = {file.stem for file in (CASES.parents[1] / "shapes").glob("*.ttl")} - {"values"}
    assert {Path(case).parent.name for case in VALID} == files
    assert {Path(case).parent.name for case in INVALID} == files - {"work"}  # works have shared constraints only


@pytest.mark.parametrize("case", VALID)
def test_a_valid_case_has_no_results(case, report_of):
    assert [str(result) for result in report_of(case).results] == []


@pytest.mark.parametrize("case", INVALID)
def test_an_invalid_case_breaks_its_shape_and_no_other(case, report_of):
    assert {fragment(result.shape) for result in report_of(case).results} == {shape_of(case)}


@pytest.mark.parametrize("case", INVALID)
def test_a_result_has_the_severity_of_its_shape_and_names_article_and_words_and_advice(case, report_of):
    for result in report_of(case).results:
        shape = URIRef(result.shape)
        assert result.severity == SEVERITIES[OWN.value(shape, SH.severity)]
        assert result.article.endswith(("<https://news.example/tide#article>", "<https://news.example/tide>"))
        assert result.words or case in WITHOUT_HEADLINE
        for part in (result.article, result.words, result.node, str(OWN.value(shape, SH.message))):
            assert part in str(result)


@pytest.mark.parametrize("case", INVALID)
def test_no_result_speaks_of_a_hash(case, report_of):
    for result in report_of(case).results:
        assert not re.search(r"(statement|annotation)-\S", str(result))


def test_every_shape_finds_nodes_in_a_valid_case(report_of):
    assert report_of("article/valid.full.ttl").unmatched_shapes == ()


def test_every_constraint_is_tripped_by_some_case(report_of):
    tripped = {(result.shape, result.component) for case in INVALID for result in report_of(case).results}
    declared = {
        (str(shape), str(COMPONENTS[parameter]))
        for shape, parameter, _ in OWN
        if parameter in COMPONENTS and (shape, SH.message, None) in OWN
    }
    assert declared - tripped == set()


def test_the_constraints_known_here_are_all_that_the_shapes_use():
    plumbing = {
        *(SH.path, SH.name, SH.message, SH.severity, SH.property, SH.targetClass, SH.targetObjectsOf, SH.flags),
        *(SH.alternativePath, SH.inversePath, SH.targetSubjectsOf),
    }
    used = {predicate for predicate in OWN.predicates() if str(predicate).startswith(str(SH))}
    assert used - plumbing - set(COMPONENTS) == set()


CLASSES = [SCHEMA.Person, SCHEMA.Country, SCHEMA.Organization, SCHEMA.Place, SCHEMA.CreativeWork]
FACTS = [*CLASSES, SCHEMA.Event, SCHEMA.OrganizationRole, SCHEMA.Quotation, SCHEMA.Claim, SCHEMA.ImageObject]


def without(graph: ArticleGraph, subject: Iri, predicate: Iri) -> ArticleGraph:
    return graph._replace(facts=tuple(triple for triple in graph.facts if triple[:2] != (subject, predicate)))


def node_of(class_: Iri, graph: ArticleGraph) -> Iri:
    return next(triple.subject for triple in graph.facts if triple[1:] == (Iri(RDF.type), class_))


@pytest.mark.parametrize("class_", [*CLASSES, SCHEMA.Event], ids=fragment)
def test_whatever_is_named_needs_its_name(class_, load):
    graph = load("article/valid.full.ttl")
    node = node_of(class_, graph)
    results = validate(without(graph, node, SCHEMA.name)).results
    assert (node, "Entity-name") in {(result.focus_node, fragment(result.shape)) for result in results}


@pytest.mark.parametrize("class_", FACTS, ids=fragment)
def test_every_fact_needs_its_evidence(class_, load):
    graph = load("article/valid.full.ttl")
    node = node_of(class_, graph)
    proofs = [triple.subject for triple in graph.facts if triple[1:] == (OA.hasBody, node)]
    for proof in proofs:
        graph = without(graph, proof, OA.hasBody)
    results = validate(graph).results
    assert (node, "Fact-evidence") in {(result.focus_node, fragment(result.shape)) for result in results}


@pytest.mark.parametrize(("class_", "other"), list(product(CLASSES, ["same", "html"])), ids=fragment)
def test_another_name_is_checked_in_every_class(class_, other, load):
    graph = load("article/valid.full.ttl")
    node = node_of(class_, graph)
    name = next(triple.object for triple in graph.facts if triple[:2] == (node, SCHEMA.name))
    value = name if other == "same" else name._replace(lexical="<b>UNC</b>")
    graph = graph._replace(facts=(*graph.facts, Triple(node, SCHEMA.alternateName, value)))
    shape = "Entity-alternateName-other" if other == "same" else "Entity-alternateName"
    results = validate(graph).results
    assert (node, shape) in {(result.focus_node, fragment(result.shape)) for result in results}


def test_every_message_is_advice_in_whole_sentences():
    for message in map(str, OWN.objects(None, SH.message)):
        assert message[0].isupper()
        assert message.endswith(".")


def test_the_words_of_a_faulty_value_are_those_that_prove_its_statement(report_of):
    (result,) = report_of("role/invalid.RoleShape-bearer.two.ttl").results
    assert result.words == "joined the council in February"
    assert result.node == "membership of “Norway” and “Denmark” in “Tide Council”"


def test_a_confidence_out_of_range_is_reported_with_the_fact_that_it_is_about(report_of):
    (result,) = report_of("evidence/invalid.AnnotationShape-confidence.percent.ttl").results
    assert result.node == "evidence for country “Denmark”"
    assert result.words == "Denmark"
    assert result.value == "“90.0”"


def test_a_value_that_an_option_gave_is_shown_as_the_option(load):
    graph = load("article/invalid.ArticleShape-datePublished.words.ttl", "provenance/valid.option.ttl")
    facts = tuple(
        triple._replace(object=Literal("11 March 2024")) if triple[1:] == (Iri(RDF.object), STATED) else triple
        for triple in graph.facts
    )
    words = {result.words for result in validate(graph._replace(facts=facts)).results}
    assert words == {"--date 2024-03-11"}
