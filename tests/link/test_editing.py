"""Decisions of the newsroom on what names and facts are."""

import pytest

from ld.link.corrections import Correction

BOARD = "Harbour Bank chairman Emil Sand said that he would resign."
MET = "“We are ready,” said Nora Quist, the finance director of Harbour Bank."
FISHERMAN = "Peter Sand, a fisherman, welcomed the news. “Good riddance,” Sand said."


def decided(match, decision, context="", article="", *, by_hand=False):
    id_ = "" if by_hand else "1"
    return Correction(match, context, decision, "desk", "2026-11-29", "links.csv, decision 1", article, "", id_)


@pytest.fixture
def after(linked):
    """The facts of the article about the bank after these decisions."""
    return lambda *rows: linked(None, BOARD, MET, FISHERMAN, corrections=rows)


def names(facts, kind=None):
    return [entity.name for entity in facts.entities if kind in {None, entity.kind}]


def said(facts):
    """Who said what in the article, by their names."""
    return {
        each.text: [facts.entity(speaker.entity).name for speaker in each.speakers]
        for each in (*facts.quotations, *facts.claims)
    }


def posts(facts):
    return [(facts.entity(post.holder).name, post.title, post.body) for post in facts.posts]


def test_what_is_not_a_name_takes_along_what_rests_on_it(after):
    facts = after(decided("Emil Sand", "not a name"))
    assert "Emil Sand" not in names(facts)
    assert posts(facts) == [("Nora Quist", "finance director", "organization-harbour-bank")]
    assert "he would resign" not in said(facts)


def test_a_post_outlives_the_body_that_is_not_a_name(after):
    facts = after(decided("Harbour Bank", "not a name"))
    assert posts(facts) == [("Emil Sand", "chairman", None), ("Nora Quist", "finance director", None)]


def test_a_quotation_outlives_the_speaker_who_is_not_a_name(after):
    assert said(after(decided("Peter Sand", "not a name")))["Good riddance"] == []


def test_a_word_that_is_no_name_takes_nobody_along_who_is_also_called_so(after):
    assert names(after(decided("Quist", "not a name"))) == names(after())


def test_another_kind_changes_the_id_and_drops_the_parts_that_it_cannot_play(after):
    facts = after(decided("Harbour Bank", "kind place"))
    assert (names(facts, "place"), names(facts, "organization")) == (["Harbour Bank"], [])
    assert facts.entity("place-harbour-bank").name == "Harbour Bank"
    assert [body for _, _, body in posts(facts)] == [None, None]


def test_another_kind_and_an_item_hold_together(after):
    facts = after(decided("Harbour Bank", "Q9"), decided("Harbour Bank", "kind place"))
    assert (facts.entity("place-harbour-bank").qid, names(facts, "organization")) == ("Q9", [])


def test_two_names_of_one_become_one(after):
    facts = after(decided("Peter Sand", "same as Emil Sand"))
    assert names(facts, "person") == ["Emil Sand", "Nora Quist"]
    assert said(facts)["Good riddance"] == ["Emil Sand"]


def test_the_same_as_somebody_whom_the_article_does_not_name_changes_nothing(after):
    assert after(decided("Peter Sand", "same as Bo Hart")) == after()


def test_a_mention_that_is_split_off_takes_along_what_cites_it(after):
    facts = after(decided("Sand", "split", "riddance,” Sand"))
    assert names(facts, "person") == ["Emil Sand", "Nora Quist", "Peter Sand", "Sand"]
    assert said(facts)["Good riddance"] == ["Sand"]


def test_the_newest_decision_on_a_name_counts(after):
    facts = after(decided("Emil Sand", "Q9"), decided("Emil Sand", "not a name"))
    assert facts.entity("person-emil-sand").qid == "Q9"


def test_a_decision_for_another_article_changes_nothing(after):
    elsewhere = "https://harbour.example/other"
    rows = (decided("Emil Sand", "not a name", article=elsewhere), decided("Peter Sand", "Q9", article=elsewhere))
    assert after(*rows) == after()


def test_a_wrong_fact_goes(after):
    post = after().posts[0]
    assert posts(after(decided(post.id, "wrong"))) == [("Nora Quist", "finance director", "organization-harbour-bank")]


def test_a_right_fact_stays_as_it_is(after):
    assert after(decided(after().posts[0].id, "right")) == after()


def test_a_verdict_survives_an_edit_elsewhere_in_the_article(linked, after):
    row = decided(after().posts[0].id, "wrong")
    facts = linked(None, "The harbour was calm.", BOARD, MET, FISHERMAN, corrections=(row,))
    assert [holder for holder, _, _ in posts(facts)] == ["Nora Quist"]


def test_a_quotation_whose_speaker_is_wrong_keeps_its_words(after):
    quotation = next(each for each in after().quotations if each.text == "Good riddance")
    assert said(after(decided(quotation.id, "speaker wrong")))["Good riddance"] == []


def test_a_claim_whose_speaker_is_wrong_goes(after):
    claim = after().claims[0]
    assert after(decided(claim.id, "speaker wrong")).claims == ()


def test_a_title_out_of_the_cited_words_is_proved_by_them(after):
    post = after().posts[1]
    changed = after(decided(post.id, "title director")).posts[1]
    assert (changed.title, changed.evidence) == ("director", post.evidence)


def test_a_title_of_other_words_is_proved_by_who_gave_it(after):
    changed = after(decided(after().posts[0].id, "title head of the board")).posts[0]
    assert changed.title == "head of the board"
    assert [proof.value for proof in changed.evidence] == [
        "head of the board (corrected in links.csv, decision 1 by desk on 2026-11-29)"
    ]


def test_a_link_from_the_desk_is_not_for_others_who_have_the_name_for_short(after):
    assert {entity.item for entity in after(decided("Sand", "Q9")).entities} == {None}
    assert "Q9" in {entity.item for entity in after(decided("Sand", "Q9", by_hand=True)).entities}


def test_a_link_of_the_words_around_a_mention_is_not_for_others_in_the_paragraph(linked):
    paragraph = "Emil Sand, a baker, and Peter Sand, a fisherman, sang. “Well done,” Sand said. Later Sand slept."
    split = decided("Sand", "split", "done,” Sand said")
    facts = linked(None, paragraph, corrections=(decided("Sand", "Q9", "done,” Sand said"), split))
    assert {entity.name: entity.item for entity in facts.entities} == {
        "Emil Sand": None,
        "Peter Sand": None,
        "Sand": "Q9",
    }
