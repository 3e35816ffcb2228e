"""NIF 2.0: texts in, their links out, as another library reads them."""

import msgspec
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, XSD, URIRef
from rdflib.compare import isomorphic

from ld.errors import InputError
from ld.extract import extract
from ld.facts import Entity, Facts, Link, Mention
from ld.kb import bundled_kb
from ld.link import link
from ld.nif import Context, article_of, read_nif, write_nif

NIF = rdflib.Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
ITSRDF = rdflib.Namespace("http://www.w3.org/2005/11/its/rdf#")
# The letter before the names lies beyond the basic plane: code points are not UTF-16 units.
CONTEXT = Context.of("http://harbor.example/1", "𝔸 pact.\n\nNorwegian Senator Ada Quill left “windy” Seoul.\n")


def written(*contexts):
    return write_nif((context, link(extract(article_of(context), bundled_kb()), bundled_kb())) for context in contexts)


def graph(text):
    return rdflib.Graph().parse(data=text, format="turtle")


def linked(graph):
    return {str(graph.value(phrase, NIF.anchorOf)): item for phrase, item in graph.subject_objects(ITSRDF.taIdentRef)}


def test_the_context_has_the_text_and_its_length_in_code_points():
    found = graph(written(CONTEXT))
    context = URIRef(f"http://harbor.example/1#char=0,{len(CONTEXT.text)}")
    assert found.value(context, NIF.isString).value == CONTEXT.text
    assert (context, RDF.type, NIF.Context) in found
    assert found.value(context, NIF.endIndex) == rdflib.Literal(len(CONTEXT.text), datatype=XSD.nonNegativeInteger)


def test_each_phrase_is_the_span_that_its_offsets_and_its_iri_say():
    found = graph(written(CONTEXT))
    phrases = list(found.subjects(RDF.type, NIF.Phrase))
    assert len(phrases) >= 3
    for phrase in phrases:
        start, end = found.value(phrase, NIF.beginIndex).value, found.value(phrase, NIF.endIndex).value
        assert str(phrase) == f"http://harbor.example/1#char={start},{end}"
        assert str(found.value(phrase, NIF.anchorOf)) == CONTEXT.text[start:end]
        assert found.value(phrase, NIF.referenceContext) == URIRef(CONTEXT.iri)


def test_a_link_has_its_item_and_confidence_and_who_is_unlinked_has_neither():
    found = graph(written(CONTEXT))
    items = linked(found)
    assert items["Norwegian"] == URIRef("http://www.wikidata.org/entity/Q20")
    assert items["Seoul"] == URIRef("http://www.wikidata.org/entity/Q8684")
    assert not [name for name in items if "Quill" in name]
    confidences = [value.value for value in found.objects(None, ITSRDF.taConfidence)]
    assert len(confidences) == len(items)
    assert all(0 < value <= 1 for value in confidences)


@pytest.fixture
def facts():
    """The facts of a context with these entities."""
    return lambda context, *entities: Facts(version=1, article=article_of(context), entities=entities)


def test_nominals_are_no_names(facts):
    context = Context.of("http://harbor.example/2", "Quill left: the minister was tired.")
    mentions = Mention.of(context.text, 0, 5), Mention.of(context.text, 12, 24, kind="nominal")
    person = Entity(id="person-quill", kind="person", name="Quill", mentions=mentions)
    found = graph(write_nif([(context, facts(context, person))]))
    assert [str(name) for name in found.objects(None, NIF.anchorOf)] == ["Quill"]


@pytest.mark.parametrize("known", ["place-a", "place-b"])
def test_of_two_entities_in_the_same_words_the_linked_one_is_written(facts, known):
    context = Context.of("http://harbor.example/2", "Seoul")
    item = Link(qid="Q8684", label="Seoul", score=0.9, because="said", source="a table")
    mentions = (Mention.of(context.text, 0, 5),)
    both = (Entity(id=f"place-{x}", kind="place", name="Seoul", mentions=mentions) for x in "ab")
    both = (msgspec.structs.replace(each, link=item if each.id == known else None) for each in both)
    assert linked(graph(write_nif([(context, facts(context, *both))]))) == {
        "Seoul": URIRef("http://www.wikidata.org/entity/Q8684")
    }


def test_what_is_written_is_read_again():
    second = Context("http://harbor.example/2", 'Ada left \\ "Seoul".\t')
    found = read_nif(written(CONTEXT, second))
    assert [context[:2] for context in found] == [CONTEXT[:2], second[:2]]


def test_the_phrases_that_a_document_marks_are_read_with_their_context():
    words = ("Norwegian", "Ada Quill", "Seoul")
    (found,) = read_nif(written(CONTEXT))
    assert [CONTEXT.text[start:end] for start, end in found.phrases] == [*words]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_back_word_for_word(text):
    context = Context.of("http://harbor.example/1", f"A{text}")
    assert read_nif(write_nif([(context, Facts(version=1, article=article_of(context)))])) == (context,)


def test_a_context_keeps_the_iri_that_it_came_with():
    iri = "http://harbor.example/doc?id=1#offset_0_11"
    found = graph(written(*read_nif(f'<{iri}> a <{NIF.Context}> ; <{NIF.isString}> "Seoul said." .')))
    (phrase,) = found.subjects(RDF.type, NIF.Phrase)
    assert str(phrase) == "http://harbor.example/doc?id=1#char=0,5"
    assert found.value(phrase, NIF.referenceContext) == URIRef(iri)


def test_annotations_that_a_text_comes_with_are_passed_over():
    assert isomorphic(graph(written(*read_nif(written(CONTEXT)))), graph(written(CONTEXT)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It rained in Seoul.", "is no Turtle"),
        ("<http://harbor.example/1> a <http://harbor.example/Text> .", "has no text"),
        (f'<http://harbor.example/1> <{NIF.isString}> " " .', "has no text"),
        (
            (
                f'<http://harbor.example/1> <{NIF.isString}> "Seoul" . <http://harbor.example/2> '
                f'<{NIF.referenceContext}> <http://harbor.example/1> ; <{NIF.beginIndex}> "1" ; <{NIF.endIndex}> "6" .'
            ),
            "has a phrase at 1 to 6, but 5 code points",
        ),
    ],
)
def test_what_is_no_nif_is_bad_input(text, told):
    with pytest.raises(InputError, match=told):
        read_nif(text)
