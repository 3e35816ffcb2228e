"""What an entity of Wikidata says, beyond names and posts."""

import json

import pytest
from kb.wikidata_dump import day, entity, item, statement

from ld.kb.build import EVERYTHING
from ld.kb.dump import classes_of, read_line, read_post, trimmed
from ld.kb.item import UNKNOWN_DAY, Item
from ld.kb.writer import Office


def line(*classes, **claims):
    told = {"P31": [statement("P31", item(qid)) for qid in classes], **claims}
    return json.dumps(entity("Q2", "Gull Lines", [], told, {})).encode()


def site(address, **more):
    return statement("P856", {"value": address, "type": "string"}) | more


@pytest.mark.parametrize(
    ("sites", "domain"),
    [
        ([site("https://www.gull-lines.example/en/")], "gull-lines.example"),
        ([site("http://shop.gull-lines.example:8080")], "shop.gull-lines.example"),
        ([site("https://old.example"), site("https://new.example", rank="preferred")], "new.example"),
        ([site("https://old.example", rank="deprecated")], ""),
        ([site("https://old.example", qualifiers={"P582": [{"snaktype": "somevalue"}]})], ""),
        ([site("http://[broken"), site("https://good.example")], "good.example"),
        ([statement("P856", None, snaktype="novalue")], ""),
    ],
)
def test_the_domain_is_that_of_the_official_site_which_is_in_use(sites, domain):
    assert read_line(line("Q4830453", P856=sites), EVERYTHING).domain == domain


def test_the_class_that_gives_the_kind_is_the_type():
    assert read_line(line("Q7278"), EVERYTHING).type == "political party"


def test_who_has_a_successor_in_a_post_holds_it_no_more():
    successor = {"P1366": [{"snaktype": "value", "property": "P1366", "datavalue": item("Q3")}]}
    held = statement("P39", item("Q9")) | {"qualifiers": successor}
    (position,) = read_line(line("Q5", P39=[held]), EVERYTHING).positions
    assert position.end == UNKNOWN_DAY
    ended = {"P582": [{"snaktype": "value", "property": "P582", "datavalue": day("2019-05-02")}]}
    (position,) = read_line(line("Q5", P39=[held | {"qualifiers": successor | ended}]), EVERYTHING).positions
    assert position.end == "2019-05-02"


@pytest.mark.parametrize(
    ("classes", "known", "kind"),
    [
        (["Q12345"], "organization", "organization"),
        (["Q515"], "organization", "organization"),
        (["Q515"], None, "place"),
        (["Q5"], "organization", "person"),
        (["Q515"], "person", "place"),
    ],
)
def test_what_an_item_is_known_to_be_makes_nobody_a_person_and_no_person_a_thing(classes, known, kind):
    assert read_line(line(*classes), EVERYTHING, known).kind == kind


def test_what_is_no_human_is_no_person_though_somebody_says_so():
    assert read_line(line("Q12345"), EVERYTHING, "person") == "of no kind that is kept"


def test_a_post_is_read_whatever_it_is():
    assert read_post(line("Q12345", P1001=[statement("P1001", item("Q142"))])) == Office("Q2", "Gull Lines", "Q142")


def test_classes_come_with_the_preferred_first():
    told = [statement("P31", item("Q7")), statement("P31", item("Q8"), "preferred")]
    assert classes_of(line(P31=told)) == ("Q8", "Q7")


def test_what_is_cut_away_was_never_read():
    told = json.loads(line("Q5", P39=[statement("P39", item("Q9")) | {"references": [{"hash": "0"}]}], P18=[]))
    told["sitelinks"] = {"enwiki": {"site": "enwiki", "title": "Gull Lines", "badges": []}}
    short = trimmed(told)
    assert set(short["claims"]) == {"P31", "P39"}
    assert "references" not in json.dumps(short)
    found = read_line(json.dumps(told).encode(), EVERYTHING)
    assert isinstance(found, Item)
    assert read_line(json.dumps(short).encode(), EVERYTHING) == found
