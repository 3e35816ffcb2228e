"""Each rule by which facts become triples, and the promise that no triple is without proof."""

import re

import pytest
from fixtures_facts import (
    AGENCY,
    ARTICLE,
    BOARD,
    CHILE,
    CLAIM,
    DENMARK,
    EVENT,
    FACTS,
    HOSTILE,
    NORWAY,
    OKAFOR,
    OSLO,
    POST,
    QUILL,
    TEXT,
    TREATY,
    URL,
    cite,
    hostile_facts,
    mention,
    refer,
    replaced,
    stated,
    with_entity,
)
from hypothesis import given, settings

from ld import __version__
from ld.article import Given, Known, Stated, sha256
from ld.errors import InputError
from ld.facts import Credit, Entity, Facts, Link, Nil, Topic, Type
from ld.figures import Figure
from ld.mapping import map_facts, unproved
from ld.terms import ArticleGraph, Iri, Literal, Triple
from ld.vocab import ITSRDF, OA, PROV, RDF, RDFS, SCHEMA, WD, XSD_NS

UCSCHAR = "\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef" + "".join(  # RFC 3987
    f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 14)
)
OWN_IRI = re.compile(
    rf"(?:https://harbor\.example/2024/treaty|urn:uuid:[0-9a-f-]{{36}})(?:#(?:[A-Za-z0-9._~=,{UCSCHAR}-]|%[0-9A-F]{{2}})*)?"
)
ARTICLE_NODE = Iri(f"{URL}#article")
GRAPH = map_facts(FACTS)


def own(fragment: str) -> Iri:
    return Iri(f"{URL}#{fragment}")


def item(qid: str) -> Iri:
    return Iri(WD + qid)


def objects(triples, subject, predicate) -> set:
    return {value for node, term, value in triples if node == subject and term == predicate}


def said(facts: Facts, subject: Iri, predicate: Iri) -> set:
    """What the graph of *facts* says of *subject*; the texts of strings."""
    return {
        value.lexical if isinstance(value, Literal) and value.datatype == XSD_NS.string else value
        for value in objects(map_facts(facts).facts, subject, predicate)
    }


def quotes(graph: ArticleGraph, annotation: Iri) -> set[str]:
    """The words to which *annotation* leads."""
    return {
        exact.lexical
        for target in objects(graph.evidence, annotation, OA.hasTarget)
        for exact in objects(graph.evidence, target, OA.exact)
    }


def statement(graph: ArticleGraph, subject: Iri, predicate: Iri) -> Iri | None:
    """The rdf:Statement that *subject* has *predicate*, whatever its value."""
    return next(
        (
            node
            for node, term, value in graph.evidence
            if term == RDF.predicate and value == predicate and objects(graph.evidence, node, RDF.subject) == {subject}
        ),
        None,
    )


def origins(node: Iri) -> set:
    """The names of what *node* was derived from."""
    nodes = objects(GRAPH.evidence, node, PROV.wasDerivedFrom)
    return {name for origin in nodes for name in objects(GRAPH.evidence, origin, SCHEMA.name)}


def proof(graph: ArticleGraph, subject: Iri, predicate: Iri) -> set[str]:
    """The words that prove the statement that *subject* has *predicate*."""
    origins = objects(graph.evidence, statement(graph, subject, predicate), PROV.wasDerivedFrom)
    return {words.lexical for origin in origins for words in objects(graph.evidence, origin, OA.exact)}


@settings(deadline=None, max_examples=50)
@given(hostile_facts())
def test_every_statement_is_proved_whatever_the_facts_hold(facts):
    assert not unproved(map_facts(facts))


@settings(deadline=None, max_examples=50)
@given(hostile_facts())
def test_whatever_the_ids_every_iri_is_legal(facts):
    graph = map_facts(facts)
    own_iris = {
        term
        for subject, _, value in (*graph.facts, *graph.evidence)
        for term in (subject, value)
        if isinstance(term, Iri) and term.startswith(graph.name)
    }
    assert all(OWN_IRI.fullmatch(iri) for iri in own_iris)


@settings(deadline=None, max_examples=50)
@given(hostile_facts())
def test_nothing_is_both_subject_and_mention(facts):
    graph = map_facts(facts)
    node = Iri(f"{graph.name}#article")
    assert not objects(graph.facts, node, SCHEMA.about) & objects(graph.facts, node, SCHEMA.mentions)


@settings(deadline=None, max_examples=20)
@given(hostile_facts())
def test_the_same_facts_give_the_same_graph(facts):
    assert map_facts(facts) == map_facts(facts)
    assert len(set(map_facts(facts).evidence)) == len(map_facts(facts).evidence)


def test_the_article_says_of_itself_what_is_known():
    graph = said(FACTS, ARTICLE_NODE, SCHEMA.headline)
    assert graph == {"Norway and its Harbor Board agree on the Quay Treaty"}
    assert said(FACTS, ARTICLE_NODE, RDF.type) == {SCHEMA.NewsArticle}
    assert said(FACTS, ARTICLE_NODE, SCHEMA.inLanguage) == {"en"}
    assert said(FACTS, ARTICLE_NODE, SCHEMA.url) == {Iri(URL)}
    assert said(FACTS, ARTICLE_NODE, SCHEMA.articleSection) == {"Ports"}


def test_the_graph_is_named_by_the_url_without_its_fragment():
    url = Stated(value=f"{URL}#comments", evidence=ARTICLE.url.evidence)
    assert map_facts(replaced(FACTS, article=replaced(ARTICLE, url=url))) == GRAPH
    assert GRAPH.name == URL


def test_without_a_url_the_graph_has_a_urn_made_from_the_text():
    nameless = replaced(FACTS, article=replaced(ARTICLE, url=None))
    graph = map_facts(nameless)
    other = map_facts(Facts(version=1, article=replaced(ARTICLE, text=f"{TEXT} More.", url=None)))
    assert graph.name == map_facts(nameless).name == "urn:uuid:99ed3b4d-817c-5554-809c-0c297d5f8e74"
    assert other.name != graph.name
    assert not objects(graph.facts, Iri(f"{graph.name}#article"), SCHEMA.url)


@pytest.mark.parametrize("value", ["treaty", "javascript:alert(1)", "https://harbor.example/a b", "https://", ""])
def test_a_url_that_cannot_name_a_graph_is_refused(value):
    with pytest.raises(InputError, match="cannot name the article's graph"):
        map_facts(replaced(FACTS, article=replaced(ARTICLE, url=replaced(ARTICLE.url, value=value))))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2024", Literal("2024", XSD_NS.gYear)),
        ("2024-09", Literal("2024-09", XSD_NS.gYearMonth)),
        ("2024-09-11", Literal("2024-09-11", XSD_NS.date)),
        ("2024-09-11T10:00:05+09:00", Literal("2024-09-11T10:00:05+09:00", XSD_NS.dateTime)),
        ("2024-09-11T10:00Z", Literal("2024-09-11T10:00:00Z", XSD_NS.dateTime)),
    ],
)
def test_a_date_is_typed_by_its_precision(value, written):
    facts = replaced(FACTS, article=replaced(ARTICLE, date_published=stated(value, "Tuesday")))
    assert said(facts, ARTICLE_NODE, SCHEMA.datePublished) == {written}


@pytest.mark.parametrize("value", ["Tuesday", "2024-13", "2024-02-30", "2024-09-11T10:00:00", ""])
def test_what_is_no_date_stays_a_string_for_the_shapes_to_refuse(value):
    facts = replaced(FACTS, article=replaced(ARTICLE, date_published=stated(value, "Tuesday")))
    assert said(facts, ARTICLE_NODE, SCHEMA.datePublished) == {value}


def test_author_and_publisher_are_the_entities_named_as_such():
    facts = replaced(FACTS, publisher=refer(AGENCY.id, "DOCKPHOTO"))
    assert said(facts, ARTICLE_NODE, SCHEMA.author) == {own(QUILL.id)}
    assert said(facts, ARTICLE_NODE, SCHEMA.publisher) == {own(AGENCY.id)}


def test_a_linked_entity_is_named_by_wikidata_and_another_by_the_article():
    assert said(FACTS, item("Q585"), SCHEMA.name) == {"Oslo"}
    assert said(FACTS, own(OKAFOR.id), SCHEMA.name) == {"Jan Okafor"}


def test_two_entities_with_one_item_are_one_node_with_one_name():
    link = Link(qid="Q42", label="Ada Quill", score=0.8, because="her name", source="people: table 3")
    columnist = Entity(
        id="person-quill", kind="person", name="Columnist Quill", mentions=(mention("Ada Quill"),), link=link
    )
    facts = with_entity(QUILL, link=link)
    facts = replaced(facts, entities=(*facts.entities, columnist))
    assert said(facts, item("Q42"), SCHEMA.name) == {"Ada Quill"}
    assert said(facts, item("Q42"), SCHEMA.alternateName) == {"Columnist Quill"}
    assert said(facts, ARTICLE_NODE, SCHEMA.author) <= said(facts, ARTICLE_NODE, SCHEMA.mentions)


@pytest.mark.parametrize(
    "identifier", ["article", "text", "evidence", "build", "statement-1", "annotation-x", "image-1"]
)
def test_an_id_that_the_graph_itself_uses_is_refused(identifier):
    with pytest.raises(InputError, match="the graph itself uses"):
        map_facts(replaced(FACTS, events=(replaced(EVENT, id=identifier),)))


def test_an_id_given_twice_is_refused():
    with pytest.raises(InputError, match="2 facts have the id 'post-1'"):
        map_facts(replaced(FACTS, events=(replaced(EVENT, id=POST.id),)))


def test_different_ids_have_different_nodes_even_where_they_need_escapes():
    ids = [*HOSTILE, "a b", "a%20b", "a+b"]
    events = tuple(replaced(EVENT, id=identifier) for identifier in ids)
    mapped = map_facts(replaced(FACTS, events=events))
    assert len([t for t in mapped.facts if t.object == SCHEMA.Event]) == len(ids)


def test_a_reference_to_nobody_is_refused():
    with pytest.raises(InputError, match="an entity 'person-x' that they do not hold"):
        map_facts(replaced(FACTS, posts=(replaced(POST, holder="person-x"),)))


def test_a_credit_for_a_picture_that_is_not_there_is_refused():
    credit = Credit(entity=AGENCY.id, evidence=(cite("DOCKPHOTO"),), image=3)
    with pytest.raises(InputError, match="image 3, but the article has 1"):
        map_facts(replaced(FACTS, credits=(credit,)))


def test_a_link_that_is_no_wikidata_item_is_refused():
    link = Link(qid="Q1> <x", label="Oslo", score=0.9, because="", source="")
    with pytest.raises(InputError, match="is not a Wikidata item"):
        map_facts(with_entity(OSLO, link=link))


@pytest.mark.parametrize("iri", ["harbor:1", "https://id.harbor.example/> <x", "https://www.wikidata.org/wiki/Q1"])
def test_a_link_that_is_no_iri_of_ones_own_is_refused(iri):
    link = Link(iri=iri, label="Oslo", score=0.9, because="", source="")
    with pytest.raises(InputError, match="is no IRI of one's own"):
        map_facts(with_entity(OSLO, link=link))


def test_an_iri_of_the_house_is_the_node():
    link = Link(iri="https://id.harbor.example/places/1", label="Oslo", score=0.9, because="", source="house")
    node = Iri(link.iri)
    assert said(with_entity(OSLO, link=link), node, SCHEMA.name) == {"Oslo"}


def test_a_place_lies_where_its_item_does_whatever_its_name_says():
    facts = with_entity(OSLO, lies_in=Stated(value="DK", evidence=(Known(source="places: table 9"),)))
    assert said(facts, item("Q585"), SCHEMA.containedInPlace) == {item("Q35")}


def test_a_country_goes_by_the_name_of_its_knowledge_base_and_has_its_code():
    facts = with_entity(NORWAY, name="Norse", link=replaced(NORWAY.link, label="Kingdom of Norway"))
    assert said(facts, item("Q20"), SCHEMA.name) == {"Kingdom of Norway"}
    assert said(facts, item("Q20"), SCHEMA.identifier) == {"NO"}
    assert not said(facts, item("Q20"), SCHEMA.alternateName)


def test_a_place_lies_in_the_country_that_the_article_names():
    assert said(FACTS, item("Q585"), SCHEMA.containedInPlace) == {item("Q20")}
    without = replaced(FACTS, entities=tuple(entity for entity in FACTS.entities if entity != NORWAY), posts=())
    assert not said(without, item("Q585"), SCHEMA.containedInPlace)


def test_an_organization_has_its_short_names_besides():
    mentions = (*BOARD.mentions, mention("Northern Harbor Board", "short"))
    assert said(with_entity(BOARD, mentions=mentions), own(BOARD.id), SCHEMA.alternateName) == {"NHB"}


def test_the_short_name_of_a_person_is_no_other_name():
    assert not said(FACTS, own(OKAFOR.id), SCHEMA.alternateName)


@pytest.mark.parametrize(
    ("kind", "class_"),
    [
        ("person", SCHEMA.Person),
        ("country", SCHEMA.Country),
        ("organization", SCHEMA.Organization),
        ("group", SCHEMA.Organization),
        ("place", SCHEMA.Place),
        ("work", SCHEMA.CreativeWork),
    ],
)
def test_each_kind_of_entity_has_its_class(kind, class_):
    assert said(with_entity(TREATY, kind=kind), own(TREATY.id), RDF.type) == {class_}


def test_an_entity_has_the_class_of_its_type_besides_that_of_its_kind():
    facts = with_entity(TREATY, type=Type(value="Legislation", evidence=(cite("Quay Treaty"),)))
    assert said(facts, own(TREATY.id), RDF.type) == {SCHEMA.CreativeWork, SCHEMA.Legislation}
    assert not unproved(map_facts(facts))


def test_a_type_that_schema_org_does_not_have_is_an_additional_type():
    facts = with_entity(BOARD, type=Type(value=WD + "Q484652", evidence=(Known(source="bodies: table 3"),)))
    assert said(facts, own(BOARD.id), RDF.type) == {SCHEMA.Organization}
    assert said(facts, own(BOARD.id), SCHEMA.additionalType) == {item("Q484652")}
    assert not unproved(map_facts(facts))


def test_what_is_no_type_is_refused():
    with pytest.raises(InputError, match="'harbor board' is no type"):
        map_facts(with_entity(BOARD, type=Type(value="harbor board", evidence=(cite("Northern Harbor Board"),))))


def test_a_type_by_a_knowledge_base_is_derived_from_it():
    facts = with_entity(OSLO, type=Type(value="City", evidence=(Known(source="places: table 9"),)))
    evidence = map_facts(facts).evidence
    (statement,) = (subject for subject, term, value in evidence if term == RDF.object and value == SCHEMA.City)
    (source,) = (value for subject, term, value in evidence if subject == statement and term == PROV.wasDerivedFrom)
    assert (source, SCHEMA.name, Literal("places: table 9")) in evidence


def test_the_article_says_where_it_was_written_and_in_which_words():
    facts = replaced(FACTS, dateline=refer(OSLO.id, "Oslo on Tuesday"))
    assert said(facts, own("article"), SCHEMA.locationCreated) == {item("Q585")}
    assert said(facts, own("article"), SCHEMA.dateline) == {"Oslo on Tuesday"}
    assert not unproved(map_facts(facts))


def test_a_post_is_a_role_and_an_occupation_of_its_holder():
    assert said(FACTS, own(OKAFOR.id), SCHEMA.jobTitle) == {"Fisheries Minister"}
    assert said(FACTS, own(OKAFOR.id), SCHEMA.hasOccupation) == {own("post-1")}
    assert said(FACTS, own("post-1"), RDF.type) == {SCHEMA.OrganizationRole, SCHEMA.Occupation}
    assert said(FACTS, own("post-1"), SCHEMA.name) == said(FACTS, own("post-1"), SCHEMA.roleName)
    assert said(FACTS, own("post-1"), SCHEMA.occupationLocation) == {item("Q20")}
    assert not said(FACTS, own(OKAFOR.id), SCHEMA.affiliation)


def test_a_post_in_a_body_is_the_affiliation_of_its_holder():
    facts = replaced(FACTS, posts=(replaced(POST, body=BOARD.id),))
    assert said(facts, own(OKAFOR.id), SCHEMA.affiliation) == {own("post-1")}
    assert said(facts, own("post-1"), SCHEMA.affiliation) == {own(BOARD.id)}


def test_a_title_held_twice_is_one_job_title():
    facts = replaced(FACTS, posts=(POST, replaced(POST, id="post-2", country=DENMARK.id)))
    assert said(facts, own(OKAFOR.id), SCHEMA.jobTitle) == {"Fisheries Minister"}
    assert said(facts, own(OKAFOR.id), SCHEMA.hasOccupation) == {own("post-1"), own("post-2")}


def test_a_post_that_is_over_has_its_dates_and_gives_its_holder_no_title():
    post = replaced(POST, start=stated("2010", "on Tuesday"), end=stated("2014", "in August"))
    over = replaced(FACTS, posts=(post,))
    assert said(over, own("post-1"), SCHEMA.startDate) == {Literal("2010", XSD_NS.gYear)}
    assert said(over, own("post-1"), SCHEMA.endDate) == {Literal("2014", XSD_NS.gYear)}
    assert said(over, own(OKAFOR.id), SCHEMA.jobTitle) == set()
    assert said(over, own(OKAFOR.id), SCHEMA.hasOccupation) == {own("post-1")}


def test_a_post_that_is_not_simply_held_says_how_and_where_it_is_held():
    former = replaced(FACTS, posts=(replaced(POST, country=None, place=OSLO.id, state="former"),))
    assert said(former, own("post-1"), SCHEMA.description) == {"former"}
    assert said(former, own("post-1"), SCHEMA.occupationLocation) == said(former, own("event-1"), SCHEMA.location)
    assert said(former, own(OKAFOR.id), SCHEMA.jobTitle) == set()
    acting = replaced(FACTS, posts=(replaced(POST, state="acting"),))
    assert said(acting, own("post-1"), SCHEMA.description) == {"acting"}
    assert said(acting, own(OKAFOR.id), SCHEMA.jobTitle) == {"Fisheries Minister"}
    assert said(FACTS, own("post-1"), SCHEMA.description) == set()


def test_a_membership_is_a_role_with_its_date():
    assert said(FACTS, own(BOARD.id), SCHEMA.member) == {own("membership-1")}
    assert said(FACTS, own("membership-1"), RDF.type) == {SCHEMA.OrganizationRole}
    assert said(FACTS, own("membership-1"), SCHEMA.member) == {item("Q35")}
    assert said(FACTS, own("membership-1"), SCHEMA.startDate) == {Literal("2024-08", XSD_NS.gYearMonth)}


def test_a_quotation_is_part_of_the_article_and_has_its_speaker():
    assert said(FACTS, ARTICLE_NODE, SCHEMA.hasPart) == {own("quotation-1")}
    assert said(FACTS, own("quotation-1"), SCHEMA.text) == {"The port is full"}
    assert said(FACTS, own("quotation-1"), SCHEMA.spokenByCharacter) == {own(OKAFOR.id)}


def test_a_claim_is_part_of_the_article_and_has_its_speaker_for_author():
    facts = replaced(FACTS, claims=(CLAIM,))
    assert said(facts, ARTICLE_NODE, SCHEMA.hasPart) == {own("quotation-1"), own("claim-1")}
    assert said(facts, own("claim-1"), RDF.type) == {SCHEMA.Claim}
    assert said(facts, own("claim-1"), SCHEMA.text) == {"Denmark joined in August"}
    assert said(facts, own("claim-1"), SCHEMA.author) == {own(OKAFOR.id)}


def test_an_event_has_its_day_its_place_and_its_people():
    facts = replaced(FACTS, events=(replaced(EVENT, attendees=(refer(DENMARK.id, "Denmark"),)),))
    assert said(facts, own("event-1"), SCHEMA.name) == {"second harbor meeting"}
    assert said(facts, own("event-1"), SCHEMA.startDate) == {Literal("2024-09-10", XSD_NS.date)}
    assert said(facts, own("event-1"), SCHEMA.location) == {item("Q585")}
    assert said(facts, own("event-1"), SCHEMA.organizer) == {own(OKAFOR.id)}
    assert said(facts, own("event-1"), SCHEMA.attendee) == {item("Q35")}


def event(**fields: object) -> Facts:
    return replaced(FACTS, events=(replaced(EVENT, **fields),))


@pytest.mark.parametrize(
    ("kind", "classes", "item_class"),
    [
        ("match", {SCHEMA.Event, SCHEMA.SportsEvent}, set()),
        ("publication", {SCHEMA.Event, SCHEMA.PublicationEvent}, set()),
        ("election", {SCHEMA.Event}, {item("Q40231")}),
        ("ruling", {SCHEMA.Event}, set()),
    ],
)
def test_an_event_has_its_kind_and_the_classes_that_are_known_for_it(kind, classes, item_class):
    facts = event(kind=kind)
    assert said(facts, own("event-1"), SCHEMA.keywords) == {kind}
    assert said(facts, own("event-1"), RDF.type) == classes
    assert said(facts, own("event-1"), SCHEMA.additionalType) == item_class


def test_an_event_of_no_kind_is_just_an_event():
    assert said(FACTS, own("event-1"), RDF.type) == {SCHEMA.Event}
    assert said(FACTS, own("event-1"), SCHEMA.keywords) == set()


@pytest.mark.parametrize(
    ("status", "term"),
    [
        ("planned", {SCHEMA.EventScheduled}),
        ("postponed", {SCHEMA.EventPostponed}),
        ("cancelled", {SCHEMA.EventCancelled}),
        (None, set()),
    ],
)
def test_an_event_has_its_status_but_for_what_took_place(status, term):
    assert said(event(status=status), own("event-1"), SCHEMA.eventStatus) == term


@pytest.mark.parametrize(
    ("measure", "value", "bound", "term", "number"),
    [
        ("deaths", "12", None, SCHEMA.value, Literal("12", XSD_NS.integer)),
        ("deaths", "12", "least", SCHEMA.minValue, Literal("12", XSD_NS.integer)),
        ("votes for", "52", "most", SCHEMA.maxValue, Literal("52", XSD_NS.integer)),
        ("score", "3-1", None, SCHEMA.value, "3-1"),
    ],
)
def test_a_figure_is_an_observation_about_its_event(measure, value, bound, term, number):
    figure = Figure(value=value, evidence=EVENT.evidence, measure=measure, unit="people", bound=bound)
    facts, node = event(figures=(figure,)), own(f"event-1-{measure.replace(' ', '-')}")
    assert said(facts, node, RDF.type) == {SCHEMA.Observation}
    assert said(facts, node, SCHEMA.observationAbout) == {own("event-1")}
    assert said(facts, node, SCHEMA.variableMeasured) == {measure}
    assert said(facts, node, term) == {number}
    assert said(facts, node, SCHEMA.unitText) == {"people"}


def test_an_event_is_about_those_whom_it_concerns():
    facts = event(kind="arrest", participants=(refer(OKAFOR.id, "Okafor"),))
    assert said(facts, own("event-1"), SCHEMA.about) == {own(OKAFOR.id)}


def test_in_a_match_people_compete_and_countries_do_not():
    facts = event(kind="match", participants=(refer(OKAFOR.id, "Okafor"), refer(DENMARK.id, "Denmark")))
    assert said(facts, own("event-1"), SCHEMA.competitor) == {own(OKAFOR.id)}
    assert said(facts, own("event-1"), SCHEMA.about) == {item("Q35")}


def test_a_picture_has_its_caption_and_its_credit():
    assert said(FACTS, ARTICLE_NODE, SCHEMA.image) == {own("image-1")}
    assert said(FACTS, own("image-1"), SCHEMA.caption) == {"Ships from Chile lie in Oslo on Tuesday."}
    assert said(FACTS, own("image-1"), SCHEMA.creditText) == {"DOCKPHOTO"}
    assert said(FACTS, own("image-1"), SCHEMA.sourceOrganization) == {own(AGENCY.id)}


def test_a_person_who_is_credited_is_the_creator_of_the_picture():
    facts = with_entity(AGENCY, kind="person")
    assert said(facts, own("image-1"), SCHEMA.creator) == {own(AGENCY.id)}
    assert not said(facts, own("image-1"), SCHEMA.sourceOrganization)


def test_the_article_is_about_what_its_headline_names_and_the_event_of_its_lead():
    assert said(FACTS, ARTICLE_NODE, SCHEMA.about) == {item("Q20"), own(TREATY.id), own("event-1")}


def test_the_article_is_about_its_subjects_where_the_facts_tell_them():
    facts = replaced(FACTS, about=(refer(OKAFOR.id, "Jan Okafor"),))
    assert said(facts, ARTICLE_NODE, SCHEMA.about) == {own(OKAFOR.id), own("event-1")}
    assert item("Q20") in said(facts, ARTICLE_NODE, SCHEMA.mentions)
    assert not unproved(map_facts(facts))


def test_a_topic_is_a_term_of_its_vocabulary_and_so_is_a_narrower_one():
    terms = "http://cv.iptc.org/newscodes/mediatopic/"
    narrower = Topic(code="medtop:20000593", label="government", evidence=(cite("Fisheries Minister"),))
    topic = Topic(code="medtop:11000000", label="politics", evidence=(cite("Minister"),), narrower=(narrower,))
    facts = replaced(FACTS, topics=(topic,))
    assert said(facts, ARTICLE_NODE, SCHEMA.about) >= {Iri(f"{terms}11000000"), Iri(f"{terms}20000593")}
    assert said(facts, Iri(f"{terms}11000000"), RDF.type) == {SCHEMA.DefinedTerm}
    assert said(facts, Iri(f"{terms}20000593"), SCHEMA.name) == {"government"}
    assert said(facts, Iri(f"{terms}20000593"), SCHEMA.inDefinedTermSet) == {Iri(terms)}
    assert not unproved(map_facts(facts))


def test_an_event_told_later_is_only_mentioned():
    late = replaced(EVENT, id="event-2", evidence=(cite("wrote it down"),))
    assert own("event-2") in said(replaced(FACTS, events=(late, EVENT)), ARTICLE_NODE, SCHEMA.mentions)
    assert own("event-1") in said(replaced(FACTS, events=(late, EVENT)), ARTICLE_NODE, SCHEMA.mentions)
    assert own("event-2") in said(replaced(FACTS, events=(EVENT, late)), ARTICLE_NODE, SCHEMA.mentions)


def test_the_article_mentions_what_its_paragraphs_and_captions_name():
    named = {item("Q35"), item("Q298"), item("Q585"), own(OKAFOR.id), own(BOARD.id)}
    assert said(FACTS, ARTICLE_NODE, SCHEMA.mentions) == named


def test_an_author_named_in_a_paragraph_too_is_mentioned():
    facts = with_entity(QUILL, mentions=(*QUILL.mentions, mention("Ada Quill")))
    assert own(QUILL.id) in said(facts, ARTICLE_NODE, SCHEMA.mentions)


def test_who_is_named_outside_the_text_is_not_mentioned():
    facts = with_entity(CHILE, mentions=(), evidence=(Known(source="an index"),))
    assert item("Q298") not in said(facts, ARTICLE_NODE, SCHEMA.mentions)


def test_an_entity_is_proved_by_its_first_mention_in_each_form():
    assert quotes(GRAPH, own("annotation-country-no")) == {"Norway", "Norwegian"}
    targets = objects(GRAPH.evidence, own("annotation-country-no"), OA.hasTarget)
    assert targets == {own("char=0,6"), own(f"char={TEXT.index('Norwegian')},{TEXT.index('Norwegian') + 9}")}


def test_a_fact_with_a_node_is_proved_by_its_words():
    assert quotes(GRAPH, own("annotation-post-1")) == {"Norwegian Fisheries Minister Jan Okafor"}
    assert quotes(GRAPH, own("annotation-membership-1")) == {"which Denmark joined in August"}
    assert quotes(GRAPH, own("annotation-quotation-1")) == {"“The port is full,”"}
    assert quotes(GRAPH, own("annotation-event-1")) == {"second harbor meeting in Oslo on Tuesday"}
    assert quotes(GRAPH, own("annotation-image-1")) == {
        "Ships from Chile lie in Oslo on Tuesday.",
        "DOCKPHOTO",
        "https://img.harbor.example/ships.jpg?w=992",
    }


def test_a_statement_between_nodes_is_proved_by_its_own_words():
    assert proof(GRAPH, ARTICLE_NODE, SCHEMA.author) == {"BY ADA QUILL"}
    assert proof(GRAPH, own("event-1"), SCHEMA.location) == {"in Oslo on Tuesday"}
    assert proof(GRAPH, own("membership-1"), SCHEMA.startDate) == {"in August"}
    assert proof(GRAPH, own(OKAFOR.id), SCHEMA.jobTitle) == {"Norwegian Fisheries Minister Jan Okafor"}


def test_a_statement_that_rests_on_the_words_of_its_node_needs_no_proof_of_its_own():
    assert statement(GRAPH, own("event-1"), SCHEMA.startDate) is None
    assert statement(GRAPH, own("image-1"), SCHEMA.sourceOrganization) is None


def test_a_span_is_one_node_that_is_named_by_its_position_and_gives_its_words():
    start = TEXT.index("Okafor told")
    node = own(f"char={start},{start + 11}")
    said_of_it = {(term, value) for subject, term, value in GRAPH.evidence if subject == node}
    assert said_of_it == {(OA.hasSource, own("text")), (OA.exact, Literal("Okafor told"))}


def test_words_of_the_source_lead_to_the_source():
    assert objects(GRAPH.evidence, own("source-char=10,15"), OA.hasSource) == {own("source")}
    assert objects(GRAPH.evidence, own("source-char=10,15"), OA.exact) == {Literal("Ports")}
    assert objects(GRAPH.evidence, own("source"), SCHEMA.sha256) == {Literal("0" * 64)}


def test_the_text_is_known_by_its_hash():
    assert objects(GRAPH.evidence, own("text"), SCHEMA.sha256) == {Literal(sha256(TEXT))}
    assert objects(GRAPH.evidence, own("text"), PROV.wasDerivedFrom) == {own("source")}


def test_a_given_value_comes_from_its_option():
    found = statement(GRAPH, ARTICLE_NODE, SCHEMA.datePublished)
    assert objects(GRAPH.evidence, found, PROV.wasDerivedFrom) == {own("option-date")}
    assert objects(GRAPH.evidence, own("option-date"), SCHEMA.name) == {Literal("--date")}
    assert objects(GRAPH.evidence, own("option-date"), PROV.value) == {Literal("2024-09-11")}
    assert not proof(GRAPH, ARTICLE_NODE, SCHEMA.datePublished)


def test_what_a_knowledge_base_says_of_a_linked_entity_comes_with_its_link():
    assert statement(GRAPH, item("Q20"), SCHEMA.identifier) is None
    assert origins(own("annotation-country-no")) == {Literal("countries: table 1")}


def test_what_another_knowledge_base_says_of_it_is_a_statement_with_that_origin():
    facts = with_entity(OSLO, lies_in=Stated(value="NO", evidence=(Known(source="atlas: edition 4"),)))
    evidence = map_facts(facts).evidence
    found = statement(map_facts(facts), item("Q585"), SCHEMA.containedInPlace)
    (origin,) = objects(evidence, found, PROV.wasDerivedFrom)
    assert objects(evidence, origin, SCHEMA.name) == {Literal("atlas: edition 4")}


def test_a_country_that_the_article_does_not_name_is_described_by_its_knowledge_base():
    graph = map_facts(with_entity(OSLO, lies_in=Stated(value="SE", evidence=(Known(source="places: table 9"),))))
    sweden = item("Q34")
    (origin,) = objects(graph.evidence, sweden, PROV.wasDerivedFrom)
    assert statement(graph, sweden, SCHEMA.name) is None
    assert not unproved(graph)
    assert unproved(graph._replace(evidence=tuple(row for row in graph.evidence if row[0] != origin)))


def test_a_knowledge_base_is_called_alike_whatever_others_know():
    link = Link(qid="Q5", label="Ada Quill", score=1.0, because="the only one", source="authors: of our own")
    more = map_facts(with_entity(QUILL, link=link))
    bases = objects(GRAPH.evidence, own("annotation-place-oslo"), PROV.wasDerivedFrom)
    assert objects(more.evidence, own("annotation-place-oslo"), PROV.wasDerivedFrom) == bases


def test_a_link_tells_its_confidence_its_reason_and_its_source():
    annotation = own("annotation-place-oslo")
    assert objects(GRAPH.evidence, annotation, OA.hasBody) == {item("Q585")}
    assert objects(GRAPH.evidence, annotation, ITSRDF.taConfidence) == {Literal("0.9", XSD_NS.double)}
    assert objects(GRAPH.evidence, annotation, RDFS.comment) == {Literal("the only Oslo in Norway")}
    assert origins(annotation) == {Literal("places: table 2")}


def test_an_unlinked_entity_tells_why():
    annotation = own("annotation-person-jan-okafor")
    assert objects(GRAPH.evidence, annotation, RDFS.comment) == {Literal("no such person is known")}
    assert not objects(GRAPH.evidence, annotation, ITSRDF.taConfidence)


def test_an_entity_that_only_an_option_names_says_so_at_its_name():
    publisher = Entity(
        id="organization-courier",
        kind="organization",
        name="The Courier",
        evidence=(Given(option="--publisher", value="The Courier"),),
        link=Nil(because="no such paper is known"),
    )
    facts = replaced(FACTS, entities=(*FACTS.entities, publisher))
    graph = map_facts(facts)
    name = statement(graph, own(publisher.id), SCHEMA.name)
    assert objects(graph.evidence, name, PROV.wasDerivedFrom) == {own("option-publisher")}
    assert objects(graph.evidence, name, RDFS.comment) == {Literal("no such paper is known")}
    assert not unproved(graph)


def test_the_run_that_made_the_graph_is_told_with_its_version():
    assert objects(GRAPH.evidence, Iri(URL), PROV.wasGeneratedBy) == {own("build")}
    assert objects(GRAPH.evidence, own("build"), PROV.used) == {own("text")}
    assert objects(GRAPH.evidence, own("build"), PROV.wasAssociatedWith) == {own("article-ld")}
    assert objects(GRAPH.evidence, own("article-ld"), SCHEMA.softwareVersion) == {Literal(__version__)}


def test_what_is_stated_without_evidence_is_found_unproved():
    silent = replaced(FACTS, article=replaced(ARTICLE, headline=Stated(value="Nobody says so", evidence=())))
    assert unproved(map_facts(silent)) == {Triple(ARTICLE_NODE, SCHEMA.headline, Literal("Nobody says so"))}


def test_without_the_evidence_nothing_is_proved():
    assert unproved(GRAPH._replace(evidence=())) == {t for t in GRAPH.facts if t.predicate != RDF.type}
