"""What a page's own block says of its article stands in the graph, beside the facts and never against them."""

import msgspec
import pytest
from read.news_page import TODAY, json_ld, page

from ld.article import Description, Given, Property
from ld.errors import InputError
from ld.extract import extract
from ld.link import link
from ld.mapping import map_facts, unproved
from ld.read.facts_json import read_facts, write_facts
from ld.read.html import read_html
from ld.terms import Literal
from ld.validate import validate
from ld.vocab import RDF, SCHEMA, XSD_NS

URL = "https://harbor.example/2024/oslo"
ARTICLE = f"{URL}#article"
SAID = {
    "@type": "AnalysisNewsArticle",
    "url": URL,
    "description": "Two ministers met.",
    "wordCount": 140,
    "author": {"@type": "Person", "name": "Jane Doe", "jobTitle": "Port reporter", "sameAs": "https://social.example/jd"},
    "publisher": {"@type": "NewsMediaOrganization", "name": "The Harbor Gazette", "ethicsPolicy": "https://harbor.example/e"},
    "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".paid"},
    "about": [
        {"@type": "Person", "name": "Ada Quill", "sameAs": "https://www.wikidata.org/wiki/Q42"},
        {"@type": "Thing", "name": "Fairways", "sameAs": "https://www.wikidata.org/wiki/Q43"},
    ],
    "image": {"@type": "ImageObject", "url": "https://harbor.example/quay.jpg", "width": 1200},
}  # fmt: skip


def facts_of(**changes):
    return link(extract(read_html(page(json_ld(**(SAID | changes))), today=TODAY)))


def triples(**changes):
    return set(map_facts(facts_of(**changes)).facts)


def values(graph, subject, predicate):
    return {value for each, term, value in graph if each == subject and term == predicate}


def named(graph, name):
    return next(subject for subject, term, value in graph if (term, value) == (SCHEMA.name, Literal(name)))


def test_the_graph_is_valid_and_proved():
    graph = map_facts(facts_of())
    assert unproved(graph) == frozenset()
    assert [result for result in validate(graph).results if result.severity.name == "VIOLATION"] == []


def test_the_article_has_its_subtype_and_its_literals():
    graph = triples()
    assert values(graph, ARTICLE, RDF.type) == {SCHEMA.NewsArticle, SCHEMA.AnalysisNewsArticle}
    assert values(graph, ARTICLE, SCHEMA.description) == {Literal("Two ministers met.")}
    assert values(graph, ARTICLE, SCHEMA.wordCount) == {Literal("140", XSD_NS.integer)}


def test_what_is_said_of_author_and_publisher_belongs_to_their_nodes():
    graph = triples()
    author, publisher = named(graph, "Jane Doe"), named(graph, "The Harbor Gazette")
    assert values(graph, author, SCHEMA.jobTitle) == {Literal("Port reporter")}
    assert values(graph, author, SCHEMA.sameAs) == {"https://social.example/jd"}
    assert values(graph, publisher, RDF.type) == {SCHEMA.Organization, SCHEMA.NewsMediaOrganization}
    assert values(graph, publisher, SCHEMA.ethicsPolicy) == {"https://harbor.example/e"}


def test_a_topic_that_the_text_names_is_one_with_it_and_is_linked_by_the_page():
    graph = triples()
    ada = named(graph, "Ada Quill")
    assert ada == "http://www.wikidata.org/entity/Q42"
    assert values(graph, ada, SCHEMA.sameAs) == set()
    assert [*values(graph, ARTICLE, SCHEMA.about), *values(graph, ARTICLE, SCHEMA.mentions)].count(ada) == 1


def test_a_topic_that_the_text_does_not_name_is_a_node_of_the_article():
    graph = triples()
    fairways = named(graph, "Fairways")
    assert fairways.startswith(f"{URL}#page-")
    assert fairways in values(graph, ARTICLE, SCHEMA.about)
    assert values(graph, fairways, SCHEMA.sameAs) == {"http://www.wikidata.org/entity/Q43"}


def test_a_node_keeps_its_iri_when_the_page_says_more_elsewhere():
    assert named(triples(), "Fairways") == named(triples(copyrightYear=2024, mentions=None), "Fairways")


def test_parts_of_the_page_stand_beside_what_was_said():
    graph = triples()
    parts = values(graph, ARTICLE, SCHEMA.hasPart)
    (paid,) = (part for part in parts if values(graph, part, SCHEMA.cssSelector))
    assert values(graph, paid, SCHEMA.isAccessibleForFree) == {Literal("false", XSD_NS.boolean)}
    assert len(parts) > 1


def test_a_picture_of_the_article_has_what_the_page_says_of_it():
    graph = triples()
    assert values(graph, ARTICLE, SCHEMA.image) == {f"{URL}#image-1"}
    assert values(graph, f"{URL}#image-1", SCHEMA.width) == {Literal("1200", XSD_NS.integer)}


def test_a_value_of_the_facts_is_not_contradicted():
    graph = triples(dateline="BERGEN", name="Another headline", headline="Another headline")
    assert len(values(graph, ARTICLE, SCHEMA.headline)) == 1


def test_facts_with_a_description_are_read_back():
    facts = facts_of()
    assert read_facts(write_facts(facts)) == facts


@pytest.mark.parametrize(
    "property_",
    [
        Property(name="headline> <x", value="a", evidence=(Given(option="--x", value="a"),)),
        Property(name="license", value="javascript:x", datatype="URL", evidence=(Given(option="--x", value="a"),)),
        Property(name="about", thing=Description(classes=("Ship",)), evidence=(Given(option="--x", value="a"),)),
    ],
)
def test_a_description_that_cannot_be_written_is_refused(property_):
    facts = facts_of()
    article = msgspec.structs.replace(facts.article, description=Description(properties=(property_,)))
    with pytest.raises(InputError):
        map_facts(msgspec.structs.replace(facts, article=article))
    with pytest.raises(InputError):
        read_facts(write_facts(msgspec.structs.replace(facts, article=article)))
