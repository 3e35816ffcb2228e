"""Posts of state that an article tells without their country."""

import pytest

from ld.article import Known
from ld.kb import Item, Position


def holder(title: str, country: str = "NO", start: str = "2020", end: str | None = "2027") -> Item:
    post = Position(title=title, country=country, start=start, end=end)
    return Item(
        qid="Q2", kind="person", label="Ada Quill", positions=(post,), countries=(country,), sitelinks=200, birth="1960"
    )


@pytest.fixture
def told(make_kb, linked):
    """The posts of an article, each as its title and the name of its country."""

    def find(item, *paragraphs: str):
        facts = linked(make_kb(item), *paragraphs, date="2024-09-11")
        return [(post.title, post.country and facts.entity(post.country).name) for post in facts.posts]

    return find


@pytest.mark.parametrize(
    ("title", "known"),
    [
        ("President", "President of Norway"),
        ("Prime Minister", "Prime Minister"),
        ("Foreign Minister", "Minister for Foreign Affairs"),
        ("Defence Minister", "Minister of Defense"),
        ("Transport Minister", "Minister of Transport"),
        ("Attorney General", "Attorney-General of Norway"),
    ],
)
def test_a_post_of_state_is_of_the_country_for_which_its_holder_has_it(told, title, known):
    assert told(holder(known), f"{title} Ada Quill left.", "Ships from Norway sank.") == [(title, "Norway")]


def test_the_proof_is_the_name_of_the_country_and_the_knowledge_base(make_kb, linked):
    facts = linked(make_kb(holder("President of Norway")), "President Ada Quill left.", "Ships from Norway sank.")
    words, source = facts.posts[0].evidence[-2:]
    assert words.exact == "Norway"
    assert isinstance(source, Known)


def test_a_country_that_the_article_does_not_name_is_not_told(told):
    assert told(holder("President of Norway"), "President Ada Quill left.") == [("President", None)]


def test_a_country_that_the_article_tells_stays(told):
    said = "Canadian President Ada Quill left.", "Ships from Norway and Canada sank."
    assert told(holder("President of Norway"), *said) == [("President", "Canada")]


@pytest.mark.parametrize("known", ["President of the Harbour Board", "President of the Senate", "member of parliament"])
def test_a_post_of_something_else_is_of_no_country(told, known):
    assert told(holder(known), "President Ada Quill left.", "Ships from Norway sank.") == [("President", None)]


def test_a_post_that_parts_of_states_have_too_is_of_no_country(told):
    assert told(holder("Governor"), "Governor Ada Quill left.", "Ships from Norway sank.") == [("Governor", None)]


def test_a_term_that_was_over_proves_nothing_but_of_a_former_post(told):
    over = holder("President of Norway", start="2001", end="2009")
    assert told(over, "President Ada Quill left.", "Ships from Norway sank.") == [("President", None)]
    assert told(over, "Former President Ada Quill left.", "Ships from Norway sank.") == [("Former President", "Norway")]


@pytest.mark.parametrize(("title", "known"), [("Gov.", "Governor of Ohio"), ("Governor", "governor of Ohio")])
def test_a_governor_is_of_the_place_that_the_title_in_the_knowledge_base_names(make_kb, linked, title, known):
    facts = linked(make_kb(holder(known, "US")), f"{title} Ada Quill left.", "Ships from Ohio Gov. Bo Hart sank.")
    whose = {facts.entity(post.holder).name: post.place for post in facts.posts}
    assert facts.entity(whose["Ada Quill"]).name == "Ohio"


def test_a_capital_gives_no_country_to_whoever_is_known_to_hold_the_post_elsewhere(told):
    said = "The White House was lit.", "President Ada Quill left.", "The United States and Norway sent ships."
    assert told(holder("President of Norway"), *said) == [("President", "Norway")]
    assert told(holder("President of the United States", "US"), *said) == [("President", "United States")]


def test_a_post_of_a_part_of_a_country_is_not_of_the_country(told):
    said = "Attorney General Ada Quill left.", "Ships from Norway sank."
    assert told(holder("Attorney General of Bergen"), *said) == [("Attorney General", None)]
