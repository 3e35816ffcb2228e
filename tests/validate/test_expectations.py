"""What goes against schema.org's domains and ranges is found; what it allows is not."""

import pytest

from ld.schema_org import domains, lineage, parents, ranges
from ld.validate.documents import parse
from ld.validate.expectations import oddities

HEAD = "@prefix s: <http://schema.org/> . @prefix : <https://news.example/#> . :a a s:NewsArticle . :c a s:City .\n"


def found(text: str) -> list[tuple[str, str]]:
    triples = parse("f", HEAD + text, "turtle", {}).graphs[""]
    return [(finding.shape.rpartition("#")[2], finding.path) for finding in oddities(triples)]


@pytest.mark.parametrize(
    "text",
    [
        ':a s:headline "Tide", "Flut"@de .',
        ":a s:author [ a s:Person ], [ a s:NewsMediaOrganization ] .",
        ":a s:author [ a s:Role ; s:author [ a s:Person ] ] .",
        ":a s:author :somebody-without-a-class .",
        ':a s:url "https://news.example/a", <https://news.example/a> .',
        ':a s:datePublished "2024", "2024-03-11T08:00:00Z"^^s:DateTime .',
        ':a s:datePublished "20240311", "20240311T080000Z", "2024-W11", "2024-071", "2024-03-11 08:00:00" .',
        ':a s:datePublished "2024-03-11T08Z", "2024-03-11T08:00:00.5+0100", "2024-03-11 08:00 +01" .',
        # a picture in the page itself, as browsers take it
        """[] a s:ImageObject ; s:contentUrl "data:image/svg+xml,%3Csvg width='1' height='1'%3E" .""",
        ':a s:wordCount 120 ; s:isAccessibleForFree true, "False", s:True .',
        ":c s:containedInPlace [ a s:Country ] .",
        "[] a s:Organization ; s:member [ a s:OrganizationRole ; s:member [ a s:Country ] ], [ a s:Country ] .",
        ':unknown s:jobTitle "Minister" .',
        ':c a <http://other.example/Thing> . :c s:jobTitle "Mayor" .',
        ':a <http://other.example/p> "x" .',
        ":a s:creativeWorkStatus s:InStock .",
        '[] a s:ImageObject ; s:width 1200, "640", "640 px", "12.5 cm" .',
        '[] a s:VideoObject ; s:duration "PT1H30M", "P1D" .',
        # schema.org's data model takes addresses for things; its URL is a kind of Text
        ':a s:author "https://news.example/okafor" ; s:headline <https://news.example/h> .',
        # an address may be described elsewhere in the same graph
        ":a s:url :c .",
        '[] a s:Event ; s:eventStatus s:EventCancelled, "EventCancelled", "https://schema.org/EventCancelled" .',
        "[] a s:InteractionCounter ; s:interactionType s:LikeAction .",
        '[] a s:SearchAction ; <http://schema.org/query-input> "required name=q", [ a s:PropertyValueSpecification ] .',
        '[] a s:WebPageElement ; s:cssSelector ".paywall", "div > p" ; s:xpath "/html/body" .',
    ],
)
def test_what_schema_org_allows_passes(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "check", "path"),
    [
        (':a s:jobTitle "Minister" .', "domain", "schema:jobTitle"),
        (":a s:author :c .", "range", "schema:author"),
        ("[] a s:Organization ; s:member :c .", "range", "schema:member"),
        (':a s:datePublished "11 March" .', "range", "schema:datePublished"),
        (':a s:datePublished "2024-03-11T08:00:00Z CET" .', "range", "schema:datePublished"),
        (':a s:datePublished "2024-13-11" .', "range", "schema:datePublished"),
        (':a s:datePublished "2024-03-11T25:00:00Z" .', "range", "schema:datePublished"),
        (':a s:wordCount "many" .', "range", "schema:wordCount"),
        (":a s:headline :c .", "range", "schema:headline"),
        (':c s:isAccessibleForFree "sometimes" .', "range", "schema:isAccessibleForFree"),
        ('[] a s:ImageObject ; s:width "wide" .', "range", "schema:width"),
        ('[] a s:Event ; s:eventStatus "EventCanceled" .', "range", "schema:eventStatus"),
        ("[] a s:Event ; s:eventStatus s:InStock .", "range", "schema:eventStatus"),
        ("[] a s:SearchAction ; <http://schema.org/query-input> :c .", "range", "schema:query-input"),
        (':a s:author "" .', "range", "schema:author"),
        (':a s:author "Lena Okafor" .', "text", "schema:author"),
        (':a s:image "a photo of the harbour" .', "text", "schema:image"),
        ('[] a s:Event ; s:eventStatus "off" .', "text", "schema:eventStatus"),
        (":a s:reviews [ a s:Review ] .", "superseded", "schema:reviews"),
        ('[] a s:VideoObject ; s:duration "90 minutes" .', "range", "schema:duration"),
    ],
)
def test_what_goes_against_them_is_found(text, check, path):
    assert found(text) == [(check, path)]


def test_the_message_says_where_the_property_belongs():
    triples = parse("f", f'{HEAD} :a s:birthDate "2001" .', "turtle", {}).graphs[""]
    assert [finding.message for finding in oddities(triples)] == [
        "Move schema:birthDate to a Person: schema.org expects it there."
    ]


def test_the_tables_hold_together():
    assert lineage("ReportageNewsArticle") >= {"NewsArticle", "Article", "CreativeWork", "Thing"}
    assert lineage("Country") >= {"AdministrativeArea", "Place"}
    assert {above for classes in parents().values() for above in classes} <= parents().keys()
    assert {domain for classes in domains().values() for domain in classes} <= parents().keys()
    assert domains().keys() == ranges().keys()


def test_a_text_for_a_thing_and_a_superseded_term_are_hints_and_the_rest_are_warnings():
    text = ':a s:author "Lena Okafor" ; s:reviews [ a s:Review ] ; s:jobTitle "x" ; s:datePublished "soon" .'
    triples = parse("f", HEAD + text, "turtle", {}).graphs[""]
    severities = {
        finding.shape.rpartition("#")[2]: finding.severity.rpartition("#")[2] for finding in oddities(triples)
    }
    assert severities == {"text": "Info", "superseded": "Info", "domain": "Warning", "range": "Warning"}


def test_a_misspelt_member_is_told_the_nearest_right_one():
    triples = parse("f", f"{HEAD} [] a s:Event ; s:eventStatus s:EventCanceled .", "turtle", {}).graphs[""]
    assert [finding.message for finding in oddities(triples)] == [
        "Let schema:eventStatus be a member of an EventStatusType: did you mean EventCancelled?"
    ]


def test_pending_and_extension_terms_belong_to_the_vocabulary():
    assert {"NewsMediaOrganization", "BusOrCoach", "MediaReview", "Patient"} <= parents().keys()
    assert {"usNPI", "funding", "isbn", "steeringPosition"} <= domains().keys()
