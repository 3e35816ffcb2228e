"""Validation does not pass by accident: what no shape could find wrong is found all the same."""

from pathlib import Path

import pytest

from ld.terms import ArticleGraph, Iri, Literal, Triple
from ld.validate import Severity, load_shapes, validate, validate_triples
from ld.vocab import OA, RDF, SCHEMA, XSD_NS

SHAPES = Path(__file__).resolve().parents[2] / "shapes"
NAME = Iri("https://news.example/tide")


@pytest.fixture
def sound(load) -> ArticleGraph:
    return load("article/valid.full.ttl")


def own(fragment: str) -> Iri:
    return Iri(f"{NAME}#{fragment}")


def only_result(graph: ArticleGraph):
    (result,) = validate(graph).results
    assert result.severity is Severity.VIOLATION
    return result


def plus(graph: ArticleGraph, *triples: Triple) -> ArticleGraph:
    return graph._replace(facts=(*graph.facts, *triples))


def test_an_empty_graph_does_not_conform():
    report = validate(ArticleGraph(NAME, (), ()))
    assert not report.conforms()
    assert "empty" in report.results[0].message
    assert report.focus_nodes == 0
    assert len(report.unmatched_shapes) > 20


def test_a_graph_without_an_article_does_not_conform(sound):
    facts = tuple(triple for triple in sound.facts if triple.subject != own("article"))
    report = validate(sound._replace(facts=facts))
    assert any("schema:NewsArticle" in result.message for result in report.results)
    assert any(shape.endswith("#ArticleShape") for shape in report.unmatched_shapes)


def test_a_graph_in_the_https_namespace_does_not_conform(sound):
    def https(term):
        return Iri(term.replace("http://schema.org/", "https://schema.org/")) if isinstance(term, Iri) else term

    report = validate(sound._replace(facts=tuple(Triple(*map(https, triple)) for triple in sound.facts)))
    assert not report.conforms()
    messages = " ".join(result.message for result in report.results)
    assert "https://schema.org/headline lies outside the namespace http://schema.org/" in messages
    assert "https://schema.org/NewsArticle lies outside the namespace http://schema.org/" in messages


def test_a_misspelt_property_is_found_with_the_nearest_right_one(sound):
    result = only_result(plus(sound, Triple(own("event-1"), SCHEMA.atendee, Iri("http://www.wikidata.org/entity/Q20"))))
    assert "did you mean attendee?" in result.message
    assert result.path == "schema:atendee"
    assert result.words == "met the Tide Council (TC) in Aarhus on 10 March 2024"


def test_a_misspelt_class_is_found_with_the_nearest_right_one(sound):
    result = only_result(plus(sound, Triple(own("x"), RDF.type, SCHEMA.Persn)))
    assert "did you mean Person?" in result.message


def test_a_misspelt_term_is_found_wherever_it_stands(sound):
    nodes = [own(f"x{number}") for number in range(3)]
    said = [Triple(node, SCHEMA.nam, Literal(text)) for node in nodes for text in ("Kim", "Kim Holm")]
    said += [Triple(node, RDF.type, SCHEMA.Persn) for node in nodes]
    results = validate(plus(sound, *said)).results
    found = {(result.focus_node, result.term) for result in results if result.predicate == SCHEMA.nam}
    assert found == {(node, f'"{text}"') for node in nodes for text in ("Kim", "Kim Holm")}
    assert {result.focus_node for result in results if "Persn" in result.message} == set(nodes)


def test_a_question_ends_as_one(sound):
    result = only_result(plus(sound, Triple(own("event-1"), SCHEMA.atendee, own("person-1"))))
    assert result.message.endswith("did you mean attendee?")
    result = only_result(plus(sound, Triple(own("event-1"), SCHEMA.xyzzyx, own("person-1"))))
    assert result.message.endswith(" is no property of its vocabulary.")


def test_a_property_taken_for_a_class_is_found(sound):
    assert "did you mean Event?" in only_result(plus(sound, Triple(own("x"), RDF.type, SCHEMA.event))).message


def test_a_class_that_no_shape_looks_at_is_found(sound):
    result = only_result(plus(sound, Triple(own("x"), RDF.type, SCHEMA.Recipe)))
    assert "Take a class that a shape checks" in result.message


def test_a_class_below_one_that_a_shape_looks_at_is_none_to_find(sound):
    assert not validate(plus(sound, Triple(own("place-aarhus"), RDF.type, SCHEMA.City))).results


def test_a_class_that_lies_below_another_than_its_node_has_is_found(sound):
    result = only_result(plus(sound, Triple(own("place-aarhus"), RDF.type, SCHEMA.PoliticalParty)))
    assert "Take a class that a shape checks" in result.message


def test_a_node_without_a_class_is_found(sound):
    result = only_result(plus(sound, Triple(own("person-x"), SCHEMA.name, Literal("Kim Holm"))))
    assert "rdf:type" in result.message
    assert "Kim Holm" in result.node


def test_a_position_that_does_not_fit_its_words_is_found(sound):
    renamed = {own("char=35,46"): own("char=34,46")}
    shifted = tuple(Triple(*(renamed.get(term, term) for term in triple)) for triple in sound.facts)
    result = only_result(sound._replace(facts=shifted))
    assert result.shape.rpartition("#")[2] == "position"
    assert result.words == "Lena Okafor"


def test_positions_of_others_are_compared_with_their_words_too(sound):
    span, position, quote = own("x"), own("x-position"), own("x-quote")
    selectors = (
        Triple(span, OA.hasSelector, position),
        Triple(span, OA.hasSelector, quote),
        Triple(position, OA.start, Literal("1", XSD_NS.integer)),
        Triple(position, OA.end, Literal("46", XSD_NS.integer)),
        Triple(quote, OA.exact, Literal("Lena Okafor")),
    )
    shapes = {result.shape.rpartition("#")[2] for result in validate(plus(sound, *selectors)).results}
    assert "position" in shapes


def test_a_proof_of_what_the_graph_does_not_state_is_found(sound):
    facts = tuple(triple for triple in sound.facts if triple.predicate != SCHEMA.location)
    result = only_result(sound._replace(facts=facts))
    assert result.words == "in Aarhus"
    assert "has schema:location place “Aarhus”" in result.node


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("sh:targetClass schema:Event", "sh:targetClass schema:Recipe"),
        ("sh:class schema:Occupation", "sh:class schema:Event"),
    ],
)
def test_a_wrong_class_in_a_shape_is_found_by_sound_data(old, new, sound, tmp_path):
    for file in SHAPES.glob("*.ttl"):
        (tmp_path / file.name).write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert not validate(sound, load_shapes([tmp_path])).conforms()


def test_a_foreign_graph_may_speak_of_what_our_shapes_do_not_look_at(sound):
    recipe = Triple(own("x"), RDF.type, SCHEMA.Recipe)
    (result,) = validate_triples(NAME, (*sound.facts, recipe), load_shapes()).results
    assert result.severity is Severity.INFO
    assert (result.predicate, result.term) == (RDF.type, f"<{SCHEMA.Recipe}>")


def test_an_empty_foreign_graph_does_not_conform():
    report = validate_triples(NAME, ())
    assert not report.conforms()
    assert report.focus_nodes == 0


def test_a_misspelt_term_of_a_foreign_graph_is_a_violation(sound):
    report = validate_triples(NAME, (*sound.facts, Triple(own("event-1"), SCHEMA.atendee, own("person-1"))))
    (result,) = report.results
    assert result.severity is Severity.VIOLATION
    assert result.predicate == SCHEMA.atendee


def test_a_vocabulary_without_its_slash_is_one_violation_however_many_terms_it_makes():
    facts = (
        Triple(own("article"), RDF.type, Iri("http://schema.orgNewsArticle")),
        Triple(own("article"), Iri("http://schema.orgheadline"), Literal("Ports agree")),
        Triple(own("article"), Iri("http://schema.orgurl"), Literal("https://news.example/tide")),
    )
    (result,) = validate_triples(NAME, facts).results
    assert (result.severity, result.predicate) == (Severity.VIOLATION, "http://schema.orgheadline")
    assert "with a slash" in result.message
