"""Bodies of the state that an article mostly tells of, named without its words."""

import pytest

from ld.kb import Item

SENATE = Item(qid="Q2", kind="organization", type="government body", label="Senate of Norway", countries=("NO",))
COMMISSION = Item(
    qid="Q3", kind="organization", type="government body", label="Norwegian Harbor Commission", countries=("NO",)
)


def linked_bodies(facts):
    return {entity.name: entity.qid for entity in facts.of_kind("organization") if entity.qid}


@pytest.fixture
def read(make_kb, linked):
    return lambda *paragraphs: linked_bodies(linked(make_kb(SENATE, COMMISSION), *paragraphs))


@pytest.mark.parametrize("of", ["", "Norway’s ", "Norwegian "])
def test_a_body_is_that_of_the_country_that_the_article_tells_of(read, of):
    text = f"Norway voted, and Norway went home. Then {of or 'the '}Harbor Commission said so."
    assert set(read(text).values()) == {"Q3"}


@pytest.mark.parametrize("before", ["the state", "the city", "Quillby’s", "the Quillby"])
def test_it_is_not_if_words_before_it_tell_whose_else_it_is(read, before):
    assert not read(f"Norway voted, and Norway went home. Then {before} Harbor Commission said so.")


def test_it_is_not_if_the_article_names_another_body_so(read):
    text = "Norway voted, and Norway went home. The Quillby Harbor Commission met. The Harbor Commission said so."
    assert "Q3" not in read(text).values()


@pytest.mark.parametrize(
    "text",
    [
        "Norway voted. Then the Harbor Commission said so.",
        "Norway voted, Norway went home, but Chile, Peru and Kenya stayed. Then the Harbor Commission said so.",
        "Chile voted, and Chile went home. Then the Harbor Commission said so.",
    ],
)
def test_it_is_not_in_an_article_that_tells_little_or_of_many_countries(read, text):
    assert not read(text)
