"""Who belongs to what, and since when."""

import pytest

from ld.extract import extract
from ld.kb import bundled_kb


def memberships(facts) -> set[tuple]:
    name = {entity.id: entity.name for entity in facts.entities}
    return {
        (name[each.member], name[each.organization], each.start.value if each.start else None)
        for each in facts.memberships
    }


def members(facts) -> set[tuple]:
    return {(member, organization) for member, organization, _ in memberships(facts)}


@pytest.mark.parametrize(
    ("sentence", "membership"),
    [
        ("Norway also joined NATO in March 2024.", ("Norway", "NATO", "2024-03")),
        ("Norway, which has a long border with Russia, joined NATO in April 2023.", ("Norway", "NATO", "2023-04")),
        ("Norway is a founding member of NATO.", ("Norway", "NATO", None)),
        (
            "Ada Quill, a senior member of the Northern Harbor Board, left.",
            ("Ada Quill", "Northern Harbor Board", None),
        ),
        ("Ada Quill is a member of the Northern Harbor Board.", ("Ada Quill", "Northern Harbor Board", None)),
    ],
)
def test_who_joins_or_is_a_member_belongs_to_the_organization(facts, sentence, membership):
    assert memberships(facts(sentence)) == {membership}


def test_the_members_of_one_organization_are_told_over_a_whole_sentence(facts):
    found = facts(
        "Finland joined NATO in April 2023, and Sweden became a member in March 2024; the founding members were "
        "Belgium and Canada."
    )
    assert memberships(found) == {
        ("Finland", "NATO", "2023-04"),
        ("Sweden", "NATO", "2024-03"),
        ("Belgium", "NATO", None),
        ("Canada", "NATO", None),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "The Northern Harbor Board includes Norway and Canada.",
        "The members of the Northern Harbor Board include Norway and Canada.",
        "The Northern Harbor Board's members are Norway and Canada.",
    ],
)
def test_a_list_tells_the_members(facts, sentence):
    assert members(facts(sentence)) == {("Norway", "Northern Harbor Board"), ("Canada", "Northern Harbor Board")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ships from Norway joined NATO.",
        "Norway is not a member of NATO.",
        "Norway was a member of NATO.",
        "Norway wants to join NATO.",
        "Ada Quill joined the Northern Harbor Board on Monday for talks.",
        "Ada Quill, a member of the Northern Harbor Board's council, left.",
        "Ada Quill, a former member of the Northern Harbor Board, left.",
    ],
)
def test_what_is_no_longer_or_not_said_of_it_makes_no_member(facts, sentence):
    assert memberships(facts(sentence)) == set()


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("Sen. Ada Quill (D-Ohio) left.", "Democratic Party"),
        ("Rep. Ada Quill, R-Ohio, left.", "Republican Party"),
        ("Senator Ada Quill, Democrat of Ohio, left.", "Democratic Party"),
        ("Labour MP Ada Quill left.", "Labour"),
        ("Republican presidential candidate Ada Quill left.", "Republican Party"),
        ("Republican Sen. Ada Quill left.", "Republican Party"),
        ("Ada Quill, a moderate Democrat, left.", "Democratic Party"),
        ("Minister Ada Quill, 42, the Labour candidate, left.", "Labour"),
    ],
)
def test_the_words_beside_a_name_tell_the_party(facts, sentence, party):
    assert members(facts(sentence)) == {("Ada Quill", party)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Former Republican Sen. Ada Quill left.",
        "Ada Quill, a former Democrat, left.",
        "Republican adviser Ada Quill left.",
        "Sen. Ada Quill (I-Ohio) left.",
        "Labour met Ada Quill.",
    ],
)
def test_other_words_of_a_party_make_no_member(facts, sentence):
    assert memberships(facts(sentence, "Minister Ada Quill came.")) == set()


def test_the_party_is_the_one_that_the_text_names(facts):
    found = facts("Sen. Ada Quill (D-Ohio) left.", "The Democratic Party met.")
    assert [entity.name for entity in found.of_kind("organization")] == ["Democratic Party"]


def test_a_tag_tells_the_state_of_the_post_too(facts):
    found = facts("Sen. Ada Quill (D-Ohio) left.")
    (post,) = found.posts
    assert found.entity(post.place).name == "Ohio"


@pytest.mark.parametrize(
    "sentence",
    [
        "Harbor Town FC striker Ada Quill left.",
        "Harbor Town FC's young goalkeeper Ada Quill left.",
        "Ada Quill, 24, the Harbor Town FC midfielder, left.",
        "Ada Quill joined Harbor Town FC from Quay United FC.",
    ],
)
def test_a_player_belongs_to_the_club(facts, sentence):
    found = facts(sentence, "Fans of Harbor Town FC beat those of Quay United FC. Harbor Town FC said so.")
    assert members(found) == {("Ada Quill", "Harbor Town FC")}


def test_a_former_player_does_not(facts):
    assert members(facts("Former Harbor Town FC striker Ada Quill said that it rained.")) == set()


def test_a_leader_belongs_to_what_is_led(facts):
    assert members(facts("Ada Quill, the leader of the Northern Harbor Union, left.")) == {
        ("Ada Quill", "Northern Harbor Union")
    }


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Nato members Norway, Denmark and Iceland voted no.", ["Norway", "Denmark", "Iceland"]),
        ("The Northern Harbour Board’s newest member, Norway, paid.", ["Norway"]),
        ("Norway sits on the Northern Harbour Board.", ["Norway"]),
        ("Nora Quist, a lawyer and a member of the Northern Harbour Board, left.", ["Nora Quist"]),
    ],
)
def test_who_is_called_a_member_beside_the_name_is_one(make_article, text, members):
    found = extract(make_article(text, date="2024-09-11"), bundled_kb())
    assert [found.entity(membership.member).name for membership in found.memberships] == members


@pytest.mark.parametrize(
    "text", ["Former Nato member Norway voted no.", "Nora Quist is a member of the Northern Harbour Board’s staff."]
)
def test_who_is_a_member_no_more_or_of_something_else_is_none(make_article, text):
    assert extract(make_article(text, date="2024-09-11"), bundled_kb()).memberships == ()
