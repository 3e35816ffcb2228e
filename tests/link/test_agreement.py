"""How far a person of a knowledge base agrees with what an article says."""

import pytest

from ld.kb import Candidate, How, Item, Position
from ld.link.agreement import by_name, is_public, means
from ld.link.context import codes_of


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("Sen.", "member of the U.S. Senate"),
        ("former senator", "member of the Senate"),
        ("Rep.", "member of the U.S. House of Representatives"),
        ("lawmaker", "member of the Riksdag"),
        ("Defence Minister", "Minister of Defense"),
        ("President", "President of the United States"),
        ("Premier", "Prime Minister of Harborland"),
    ],
)
def test_a_post_has_more_than_one_name(said, held):
    assert means(said, held)


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("President", "Vice President of the United States"),
        ("Minister of Finance", "Minister of Defense"),
        ("Rep.", "member of the Senate"),
        ("former", "member of the Senate"),
        ("Minister", "Shadow Minister of Finance"),
    ],
)
def test_another_post_is_not_meant(said, held):
    assert not means(said, held)


def test_public_posts_are_known_by_their_last_words():
    assert is_public("California Attorney General")
    assert is_public("Gov.")
    assert not is_public("chief executive")


def test_countries_are_codes_or_items_and_a_realm_is_its_country():
    item = Item(
        qid="Q2", kind="person", label="Ada Quill", countries=("Q756617", "fr"), positions=(Position(country="Q145"),)
    )
    assert codes_of(item) == {"DK", "FR", "GB"}


@pytest.mark.parametrize(
    ("day", "covered"),
    [("2005-05-01", False), ("2005-05-02", True), ("2009-12-31", True), ("2010-01-01", False), ("2005", True)],
)
def test_a_post_covers_the_days_of_its_term(day, covered):
    assert Position(start="2005-05-02", end="2009").held_on(day) is covered


def test_an_unknown_end_is_an_end_and_none_is_not():
    assert Position(start="2005-05-02", end="?").held_on("2024-09-11") is False
    assert Position(start="2005-05-02").held_on("2024-09-11") is True


@pytest.mark.parametrize(("day", "held"), [("2022-08-03", True), ("2022-08-04", None), ("2023", None), ("2005", True)])
def test_nobody_knows_who_holds_an_open_post_after_the_day_on_which_it_was_last_seen(day, held):
    assert Position(start="2005-05-02", asof="2022-08-03").held_on(day) is held


def test_a_common_surname_counts_less_against_the_best_known():
    def lost(sitelinks: int) -> float:
        item = Item(qid="Q2", kind="person", label="Ada Quill", sitelinks=sitelinks)
        return by_name(Candidate(item, How.LABEL), rarity=0.0)["common_surname"]

    assert lost(20) == 1.0
    assert 0 < lost(200) < lost(100) < 1
    assert lost(300) == 0.0
