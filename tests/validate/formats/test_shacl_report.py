import pytest
from rdflib import PROV, RDF, RDFS, SH, Graph, Literal, URIRef


@pytest.fixture
def report(rendered):
    def parsed(*files):
        return Graph().parse(data=rendered("turtle", *files), format="turtle")

    return parsed


def test_the_report_is_one_of_shacl(report, files):
    graph = report(*files)
    (node,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(node, SH.conforms) == Literal(False)  # noqa: FBT003
    assert len(list(graph.objects(node, SH.result))) == 4


def test_each_result_has_what_shacl_demands(report, files):
    graph = report(*files)
    for result in graph.subjects(RDF.type, SH.ValidationResult):
        for demanded in (SH.focusNode, SH.resultSeverity, SH.sourceConstraintComponent):
            assert len(list(graph.objects(result, demanded))) == 1


def test_a_result_says_what_was_found(report, make):
    graph = report(make())
    (result,) = graph.subjects(RDF.type, SH.ValidationResult)
    assert graph.value(result, SH.resultPath) == URIRef("http://schema.org/jobTitle")
    assert graph.value(result, SH.value) == Literal("<b>mayor</b>")
    assert graph.value(result, SH.resultSeverity) == SH.Violation
    assert graph.value(graph.value(result, PROV.atLocation), RDFS.label) == Literal("news/harbor.ttl:12:21")


def test_a_warning_too_keeps_a_report_from_conforming_as_shacl_says(report, files):
    assert (None, SH.conforms, Literal(False)) in report(files[1])  # noqa: FBT003


def test_without_results_it_conforms(report, files):
    assert (None, SH.conforms, Literal(True)) in report(files[2])  # noqa: FBT003


def test_over_nothing_it_does_not_conform(report):
    assert (None, SH.conforms, Literal(False)) in report()  # noqa: FBT003


def test_blank_nodes_of_two_files_stay_two(report, make):
    graph = report(make(focus_node="_:b0"), make(focus_node="_:b0"))
    assert len(set(graph.objects(None, SH.focusNode))) == 2


@pytest.mark.parametrize("text", ['"quoted"', "back\\slash", "line\nend", "\x07", "\ud800"])
def test_no_text_breaks_the_turtle(report, make, text):
    graph = report(make(message=text))
    assert list(graph.objects(None, SH.resultMessage)) == [Literal(text.replace("\ud800", "�"))]


def test_no_iri_breaks_it_either(rendered, make):
    assert "<urn:a\\u0020\\u003Eb>" in rendered("turtle", make(focus_node="urn:a >b"))
