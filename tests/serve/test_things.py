"""The page of a thing: what is told of it, when, and by which article."""

import pytest

from ld.serve.index.entries import BELONGS, CLAIMED, CLAIMED_ON, EVENT, HELD_BY, HOLDS, NAMED, SAID
from ld.serve.index.reading import ArticleItem, FactItem, Portrait, ThingItem
from ld.serve.pages.frame import Links
from ld.serve.pages.statements import kind_of
from ld.serve.pages.thing import thing_page
from ld.serve.site import Site

QUIST = ThingItem("https://harbor.example/people/quist", "Nora Quist", "http://schema.org/Person", 2)
BANK = ThingItem("https://harbor.example/bodies/bank", "Harbour Bank", "http://schema.org/Organization")
ARTICLE = ArticleItem("https://harbor.example/1", "Bank names a director", "2024-03-01")


def fact(kind, text="", **fields):
    told = {
        "detail": "",
        "mode": "",
        "day": "",
        "until": "",
        "node": f"{ARTICLE.name}#n",
        "thing": QUIST,
        "other": BANK,
    }
    return FactItem(kind=kind, text=text, article=ARTICLE, **{**told, **fields})


def page(*facts, point=""):
    kinds = {each.kind: tuple(one for one in facts if one.kind == each.kind) for each in facts}
    counts = {kind: len(some) for kind, some in kinds.items()}
    portrait = Portrait(QUIST, ("Nora Quist", "N. Quist"), point, counts, kinds, (BANK,))
    return thing_page(portrait, 1, Links(Site("http://127.0.0.1"), {}), (), None)


def plain(markup):
    """The text of a page, without its markup."""
    return "".join(part.partition(">")[2] for part in markup.split("<"))


def test_it_says_what_it_is_and_what_else_it_is_called():
    assert "Person · also N. Quist · named in 2 articles" in plain(page())


def test_a_post_has_its_days_and_the_article_that_says_so():
    text = plain(page(fact(HOLDS, "director", day="2021-05", until="2024-03-01")))
    assert "director, Harbour Bank, from 2021-05 until 2024-03-01" in text
    assert "Bank names a director 2024-03-01" in text


def test_a_post_without_days_has_none():
    assert "director, Harbour BankBank names a director 2024-03-01" in plain(page(fact(HOLDS, "director")))


def test_the_state_of_a_post_is_told():
    assert "director, Harbour Bank (former)" in plain(page(fact(HOLDS, "director", mode="former")))


def test_the_timeline_is_in_the_order_of_days():
    text = plain(
        page(
            fact(HOLDS, "director", day="2021-05", until="2024-03-01"),
            fact(BELONGS, day="2019"),
            fact(HELD_BY, "clerk", day="2020"),
            fact(EVENT, "a strike", day="2022-01-01", detail="held"),
            fact(EVENT, "no day of its own", detail="attended"),
        )
    ).partition("Posts")[0]
    order = (
        "2019 membership begins: Harbour Bank",
        "2020 Harbour Bank begins as clerk",
        "2021-05 begins as director, Harbour Bank",
        "2022-01-01 a strike",
        "2024-03-01 ends as director, Harbour Bank",
    )
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "no day of its own" not in text


def test_what_somebody_denies_is_not_told_as_said():
    others = ThingItem("urn:bank", "Harbour Bank", "")
    for kind in (CLAIMED, CLAIMED_ON):
        text = plain(page(fact(kind, "the ferry sank", mode="denies", detail="a spokesman", other=others)))
        assert "denied: the ferry sank" in text
        assert "said that" not in text


def test_an_event_that_was_cancelled_is_told_so_everywhere():
    text = plain(page(fact(EVENT, "a strike", day="2022", mode="cancelled"), fact(EVENT, "talks", day="2023")))
    assert text.count("a strike (cancelled)") == text.count("a strike") == 2


def test_one_day_alone_is_no_timeline():
    assert "Timeline" not in page(fact(BELONGS, day="2019"))


def test_who_only_is_described_is_credited_with_the_words():
    nobody = ThingItem("", "", "")
    assert "— a police spokesman" in plain(page(fact(SAID, "It rains", thing=nobody, detail="a police spokesman")))


def test_a_place_with_coordinates_has_a_link_that_opens_the_readers_own_map():
    assert ">59.9° N, 10.7° W</a>" in (lies := page(point="+59.9,-10.7"))
    assert 'href="geo:59.9,-10.7"' in lies
    assert "geo:" not in page()


def test_what_several_articles_tell_is_told_once_with_their_number():
    assert "Bank names a director 2024-03-01, and 2 others" in plain(page(fact(HOLDS, "director", articles=3)))


def test_a_thing_that_is_only_named_has_its_articles():
    assert "Articles 2" in plain(page(fact(NAMED, "Nora Quist")))


@pytest.mark.parametrize(
    ("class_", "shown"),
    [
        ("http://schema.org/NewsMediaOrganization", "News media organization"),
        ("http://schema.org/TVSeries", "TV series"),
        ("http://schema.org/", "schema:"),
        ("https://harbor.example/Tide", "https://harbor.example/Tide"),
    ],
)
def test_a_class_is_shown_in_words_if_it_is_of_schema_org(class_, shown):
    assert kind_of(class_) == shown
