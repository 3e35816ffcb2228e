"""Results say path, severity, messages and constraint as SHACL has it (section 3.6.2)."""

import pytest
from rdflib import SH, Graph, Literal, URIRef
from rdflib.collection import Collection

from ld.errors import ShapesError
from ld.terms import Iri
from ld.validate import validate_triples
from ld.validate.checked import CheckedFile, Located, Place
from ld.validate.formats import render

PREFIXES = """
@prefix ex: <https://report.example/#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
"""
EX = "https://report.example/#"


@pytest.fixture
def reported(triples_of, shapes_in):
    """The one result of shapes on data, read back from the report in Turtle."""

    def result(shapes, data="ex:a ex:p ex:b . ex:b ex:q 1 ."):
        report = validate_triples("urn:g", triples_of(PREFIXES + data), shapes_in(PREFIXES + shapes))
        results = [found for found in report.results if found.component]
        file = CheckedFile(file="a.ttl", results=tuple(Located(found, Place("a.ttl", 1)) for found in results))
        graph = Graph().parse(data="".join(render("turtle", [file])), format="turtle")
        (node,) = graph.objects(None, SH.result)
        return graph, node

    return result


def test_a_sequence_is_a_list(reported):
    graph, node = reported("ex:S sh:targetNode ex:a ; sh:path ( ex:p ex:q ) ; sh:minCount 2 .")
    assert list(Collection(graph, graph.value(node, SH.resultPath))) == [URIRef(f"{EX}p"), URIRef(f"{EX}q")]


@pytest.mark.parametrize("kind", ["inversePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath"])
def test_a_path_with_an_operator_is_a_node_that_has_it(reported, kind):
    graph, node = reported(f"ex:S sh:targetNode ex:a ; sh:path [ sh:{kind} ex:p ] ; sh:minCount 3 .")
    assert graph.value(graph.value(node, SH.resultPath), SH[kind]) == URIRef(f"{EX}p")


def test_alternatives_are_a_list_of_a_node(reported):
    graph, node = reported("ex:S sh:targetNode ex:a ; sh:path [ sh:alternativePath ( ex:p ex:q ) ] ; sh:minCount 3 .")
    head = graph.value(graph.value(node, SH.resultPath), SH.alternativePath)
    assert list(Collection(graph, head)) == [URIRef(f"{EX}p"), URIRef(f"{EX}q")]


def test_all_messages_come_with_their_languages(reported):
    graph, node = reported(
        'ex:S sh:targetNode ex:a ; sh:path ex:p ; sh:minCount 2 ; sh:message "Say two."@en, "Nenne zwei."@de .'
    )
    said = set(graph.objects(node, SH.resultMessage))
    assert said == {Literal("Say two.", lang="en"), Literal("Nenne zwei.", lang="de")}


def test_a_severity_of_ones_own_stays(reported):
    graph, node = reported("ex:S sh:targetNode ex:a ; sh:path ex:p ; sh:minCount 2 ; sh:severity ex:Grave .")
    assert graph.value(node, SH.resultSeverity) == URIRef(f"{EX}Grave")


SPARQL = """
ex:S sh:targetNode ex:a ; sh:message "of the shape" ; sh:sparql ex:C .
ex:C sh:message "{?value} is no quay of {$this}"@en, "{?value} ist kein Kai"@de ; sh:prefixes ex:Names ;
    sh:select "SELECT $this ?value { $this ex:p ?value }" .
ex:Names owl:imports ex:More .
ex:More sh:declare [ sh:prefix "ex" ; sh:namespace "https://report.example/#"^^xsd:anyURI ] .
"""


def test_a_constraint_in_sparql_says_its_own_words_with_the_values_in_them(reported):
    graph, node = reported(SPARQL)
    assert {str(message) for message in graph.objects(node, SH.resultMessage)} == {
        f"{EX}b is no quay of {EX}a",
        f"{EX}b ist kein Kai",
    }
    assert graph.value(node, SH.sourceConstraint) == URIRef(f"{EX}C")


def test_of_its_words_the_english_ones_are_shown(triples_of, shapes_in):
    report = validate_triples("urn:g", triples_of(PREFIXES + "ex:a ex:p ex:b ."), shapes_in(PREFIXES + SPARQL))
    assert f"{EX}b is no quay of {EX}a" in {result.message for result in report.results}


def test_without_a_message_it_says_that_the_query_found_it(triples_of, shapes_in):
    query = f'ex:S sh:targetNode ex:a ; sh:sparql [ sh:select "SELECT $this {{ $this <{EX}p> ?o }}" ] .'
    report = validate_triples("urn:g", triples_of(PREFIXES + "ex:a ex:p ex:b ."), shapes_in(PREFIXES + query))
    (result,) = (found for found in report.results if found.component)
    assert result.component == Iri(SH.SPARQLConstraintComponent)
    assert result.message.startswith("Correct what the query of this constraint finds")


def test_pyshacl_reads_a_pattern_as_xpath_has_it_too(triples_of, shapes_in):
    shapes = f'ex:S sh:targetNode ex:a ; sh:sparql [ sh:select "SELECT $this {{ $this <{EX}z> ?o }}" ] .'
    shapes += 'ex:P sh:targetNode ex:a ; sh:path ex:p ; sh:pattern "^[a-z-[aeiou]]+$" ; sh:flags "i" .'
    data = 'ex:a ex:p "BRR", "port", "brr\\n" .'
    report = validate_triples("urn:g", triples_of(PREFIXES + data), shapes_in(PREFIXES + shapes), "pyshacl")
    assert {result.value for result in report.results if result.component} == {"“port”", "“brr”"}


def test_a_shape_that_the_data_lead_round_in_a_circle_is_given_up_in_one_sentence(triples_of, shapes_in):
    shapes = "ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:node ex:S ] ."
    data = "ex:a ex:p ex:b . ex:b ex:p ex:a ."
    with pytest.raises(ShapesError, match="one refers to itself, and the data lead it round") as refused:
        validate_triples("urn:g", triples_of(PREFIXES + data), shapes_in(PREFIXES + shapes))
    assert "\n" not in str(refused.value)
