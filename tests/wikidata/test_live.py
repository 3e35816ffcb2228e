"""Candidates from Wikidata: what the two searches and the items say, and what they do not."""

import pytest
from loopback import Reply
from wikidata.server import error, hit

from ld.kb import How, UnavailableError

NO_HIT = {"searchinfo": {"search": "x"}, "search": [], "success": 1}


def found(live, name="Ada Quill"):
    return [(candidate.item.qid, candidate.how) for candidate in live.candidates(name)]


def test_a_person_of_the_name_is_found_by_both_searches_and_read_once(live, wikibase):
    wikibase.add("Q2", "Ada Quill")
    assert found(live) == [("Q2", How.LABEL)]
    assert [each["action"] for each in wikibase.requests] == ["wbsearchentities", "query", "wbgetentities"]
    assert wikibase.asked("wbgetentities")[0]["ids"] == "Q2"


@pytest.mark.parametrize("search", ["by_label", "by_text"])
def test_what_only_one_search_finds_is_found(live, wikibase, search):
    wikibase.add("Q2", "Ada Quill")
    setattr(wikibase, search, [])
    assert found(live) == [("Q2", How.LABEL)]


def test_a_search_without_hits_is_an_answer_there_is_nobody(live, wikibase):
    assert found(live) == []
    assert wikibase.asked("wbgetentities") == []


def test_a_search_that_goes_on_is_followed_as_far_as_it_may_be(live, wikibase):
    for number in range(2, 72):
        wikibase.add(f"Q{number}", "Ada Quill")
    wikibase.by_text = ["Q70", "Q71"]
    assert len(found(live)) == 52
    assert [each.get("continue", "0") for each in wikibase.asked("wbsearchentities")] == ["0", "20", "40"]


def test_no_call_asks_for_more_than_fifty_items(live, wikibase):
    for number in range(2, 102):
        wikibase.add(f"Q{number}", "Ada Quill")
    assert len(found(live)) == 100
    assert [len(each["ids"].split("|")) for each in wikibase.asked("wbgetentities")] == [50, 50]


def test_an_alias_is_a_name(live, wikibase):
    wikibase.add("Q2", "Adelaide Quill", "Ada Quill")
    wikibase.by_label = [hit("Q2", "Adelaide Quill", "alias", "Ada Quill")]
    assert found(live) == [("Q2", How.ALIAS)]


def test_a_label_for_all_languages_is_a_name(live, wikibase):
    wikibase.add("Q2", "Ada Quill", language="mul")
    assert found(live) == [("Q2", How.LABEL)]


def test_a_name_that_is_an_id_finds_nobody_by_it(live, wikibase):
    wikibase.add("Q42", "Ada Quill")
    wikibase.by_label = [hit("Q42", "Ada Quill", "entityId", "Q42")]
    assert found(live, "Q42") == []


def test_what_begins_with_the_name_or_speaks_of_it_is_somebody_else(live, wikibase):
    wikibase.add("Q2", "Ada Quill-Hart")
    wikibase.add("Q3", "Bo Hart")
    assert found(live) == []


def test_the_order_of_the_words_and_middle_initials_are_overlooked_as_in_a_file(live, wikibase):
    wikibase.add("Q2", "Quill Ada")
    assert found(live) == [("Q2", How.ORDER)]
    assert found(live, "Ada B. Quill") == [("Q2", How.ORDER)]


@pytest.mark.parametrize(
    "claims",
    [{"P31": ["Q4167410"]}, {"P31": ["Q202444"]}, {"P31": ["Q43229"]}, {}],
    ids=["disambiguation", "given name", "body", "no claim"],
)
def test_only_people_are_candidates_whatever_comes_first(live, wikibase, claims):
    wikibase.add("Q2", "Ada Quill", claims=claims)
    wikibase.add("Q3", "Ada Quill")
    assert found(live) == [("Q3", How.LABEL)]


def test_an_item_that_is_gone_is_no_candidate(live, wikibase):
    wikibase.add("Q3", "Ada Quill")
    wikibase.by_text = ["Q99999999999", "Q3"]
    assert found(live) == [("Q3", How.LABEL)]
    assert live.item("Q99999999999") is None


def test_what_is_no_item_is_never_asked_for_so_that_it_cannot_fail_the_others(live, wikibase):
    wikibase.add("Q3", "Ada Quill")
    wikibase.by_text = ["pop", "P31", "Q0", "Talk:Q3", "Q3"]
    assert found(live) == [("Q3", How.LABEL)]
    assert wikibase.asked("wbgetentities")[0]["ids"] == "Q3"


def test_an_item_that_was_merged_has_its_new_id(live, wikibase):
    wikibase.add("Q2", "Ada Quill")
    wikibase.add("Q3", "Ada Quill", id="Q2", redirects={"from": "Q3", "to": "Q2"})
    assert found(live) == [("Q2", How.LABEL)]
    assert live.item("Q3").qid == "Q2"


def test_empty_maps_may_be_lists(live, wikibase):
    wikibase.add("Q2", "Ada Quill", aliases=[], descriptions=[], sitelinks=[])
    wikibase.add("Q3", "Ada Quill", labels=[])
    wikibase.add("Q4", "Ada Quill", claims={})
    assert found(live) == [("Q2", How.LABEL)]


def test_posts_have_the_titles_and_countries_of_their_items(live, wikibase):
    wikibase.add("Q2", "Ada Quill", claims={"P31": ["Q5"], "P39": ["Q30", "Q31"]})
    wikibase.add("Q31", "harbor minister of Norway", claims={"P279": ["Q83307"], "P1001": ["Q20"]})
    wikibase.entities["Q30"] = wikibase.entities["Q31"] | {"redirects": {"from": "Q30", "to": "Q31"}}
    wikibase.by_text = wikibase.by_label = [hit("Q2", "Ada Quill")]
    (candidate,) = live.candidates("Ada Quill")
    assert {(post.title, post.country) for post in candidate.item.positions} == {("harbor minister of Norway", "Q20")}
    assert len(candidate.item.positions) == 2


def test_a_link_names_the_revision_that_was_read(live, wikibase):
    wikibase.add("Q2", "Ada Quill")
    found(live)
    assert live.source_of("Q2") == "Wikidata: revision 1002"


def test_words_that_a_search_would_take_for_commands_are_sent_as_words(live, wikibase):
    found(live, 'Ada "Quill" -insource:/x/')
    assert wikibase.asked("query")[0]["srsearch"] == "Ada Quill insource x haswbstatement:P31=Q5"


def test_nobody_is_asked_for_words_that_may_be_a_name_or_for_a_surname(live, wikibase):
    assert not live.may_name("adaquill")
    with pytest.raises(UnavailableError, match="surname alone"):
        live.with_surname("Quill")
    assert found(live, "–") == []
    assert wikibase.requests == []


def deep(levels):
    """Lists in lists."""
    value = []
    for _ in range(levels):
        value = [value]
    return value


MALFORMED = {
    "no hits": ("wbsearchentities", {"searchinfo": {}, "success": 1}),
    "hits that are none": ("wbsearchentities", {"search": None, "success": 1}),
    "a hit without an ID": ("wbsearchentities", {"search": [{"label": "Ada Quill"}], "success": 1}),
    "no query": ("query", {"batchcomplete": ""}),
    "no entities": ("wbgetentities", {"success": 1}),
    "not those asked for": ("wbgetentities", {"entities": {"Q7": {"id": "Q7"}}, "success": 1}),
    "an entity that is none": ("wbgetentities", {"entities": {"Q2": "Ada Quill"}, "success": 1}),
    "a broken entity": ("wbgetentities", {"entities": {"Q2": {"id": 2}}, "success": 1}),
    "a hit of another shape": ("wbsearchentities", {"search": [1]}),
    "hits by text of another shape": ("query", {"query": {"search": {"title": "Q2"}}}),
    "deep": ("wbgetentities", {"entities": {"Q2": {"id": "Q2", "claims": deep(900)}}}),
    "deep beside": ("wbgetentities", {"entities": {"Q2": {"id": "Q2", "type": "item", "more": deep(970)}}}),
    "an error": ("wbgetentities", error("badvalue")),
    "a refusal": ("query", Reply("robot policy", 403)),
}


@pytest.mark.parametrize(("action", "body"), MALFORMED.values(), ids=MALFORMED)
def test_what_is_no_answer_fails_and_is_not_kept(live, wikibase, clock, action, body):
    wikibase.add("Q2", "Ada Quill")
    wikibase.replace[action] = lambda _: body
    with pytest.raises(UnavailableError, match="service unavailable"):
        live.candidates("Ada Quill")
    del wikibase.replace[action]
    clock.time += 100
    assert found(live) == [("Q2", How.LABEL)]


def test_what_was_answered_is_kept_the_empty_answers_too(live, wikibase):
    wikibase.add("Q2", "Ada Quill")
    once = found(live), found(live, "Bo Hart")
    asked = len(wikibase.requests)
    assert (found(live), found(live, "Bo Hart")) == once
    assert len(wikibase.requests) == asked


def test_offline_only_what_was_kept_is_answered(live, offline, wikibase):
    wikibase.add("Q2", "Ada Quill", claims={"P31": ["Q5"], "P39": ["Q30"]})
    kept = live.candidates("Ada Quill")
    asked = len(wikibase.requests)
    assert offline().candidates("Ada Quill") == kept
    with pytest.raises(UnavailableError, match="offline, and not kept: Bo Hart"):
        offline().candidates("Bo Hart")
    assert len(wikibase.requests) == asked
