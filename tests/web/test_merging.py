"""What a publisher says and what we say, as one."""

import json

import pytest

from ld.web.merging import merged
from ld.web.published import found_article

OURS = {
    "@context": "https://schema.org",
    "@id": "https://harbor.example/oslo#article",
    "@type": "NewsArticle",
    "headline": "Ours",
    "url": "https://harbor.example/oslo",
    "author": {"@id": "https://harbor.example/oslo#person-ada-quill", "@type": "Person", "name": "Ada Quill"},
    "mentions": [
        {
            "@id": "http://www.wikidata.org/entity/Q20",
            "@type": "Country",
            "name": "Norway",
            "sameAs": "https://w.example/Q20",
        },
        {"@id": "https://harbor.example/oslo#person-ada-quill"},
    ],
}
SCHEMA = "https://schema.org"


def theirs(**properties):
    return {"@context": SCHEMA, "@type": "NewsArticle", **properties}


def merge(*blocks, prefer="theirs"):
    texts = [block if isinstance(block, str) else json.dumps(block) for block in blocks]
    found = found_article(texts, OURS)
    return found and merged(found, OURS, prefer)


def test_the_publishers_values_win():
    assert merge(theirs(headline="Theirs"))["headline"] == "Theirs"


def test_ours_win_if_they_are_preferred():
    assert merge(theirs(headline="Theirs"), prefer="ours")["headline"] == "Ours"


@pytest.mark.parametrize("prefer", ["theirs", "ours"])
def test_what_only_one_side_says_is_kept(prefer):
    article = merge(theirs(dateModified="2024-09-12"), prefer=prefer)
    assert article["dateModified"] == "2024-09-12"
    assert article["url"] == OURS["url"]


@pytest.mark.parametrize("empty", [None, "", [], {}])
def test_an_empty_value_wins_over_nothing(empty):
    assert merge(theirs(headline=empty))["headline"] == "Ours"


@pytest.mark.parametrize("prefer", ["theirs", "ours"])
def test_the_publishers_id_stays(prefer):
    assert merge(theirs(**{"@id": "#story"}), prefer=prefer)["@id"] == "#story"
    assert merge(theirs(), prefer=prefer)["@id"] == OURS["@id"]


def test_a_node_is_made_fuller_by_its_like():
    author = merge(theirs(author=[{"@type": "Person", "name": "ada  quill", "url": "https://harbor.example/ada"}]))[
        "author"
    ]
    assert author == [
        {"@type": "Person", "name": "ada  quill", "url": "https://harbor.example/ada", "@id": OURS["author"]["@id"]}
    ]


def test_another_author_takes_the_place_of_ours_who_is_told_of_where_the_text_mentions_her():
    article = merge(theirs(author={"@type": "Person", "name": "Kim Roe"}))
    assert article["author"] == {"@type": "Person", "name": "Kim Roe"}
    assert article["mentions"][1] == OURS["author"]


def test_mentions_of_both_are_kept_each_once():
    known = {"@type": "Country", "name": "Norway", "sameAs": "https://en.wikipedia.example/Norway"}
    names = merge(theirs(mentions=[known, {"@type": "Place", "name": "Oslo"}]))["mentions"]
    assert [node.get("name") for node in names] == ["Norway", "Oslo", None]
    assert names[0]["sameAs"] == ["https://en.wikipedia.example/Norway", "https://w.example/Q20"]


def test_other_nodes_of_the_block_stay_beside_it():
    crumbs = {"@type": "BreadcrumbList", "itemListElement": []}
    whole = merge({"@context": SCHEMA, "@graph": [crumbs, {"@type": "NewsArticle", "headline": "Theirs"}]})
    assert [node["@type"] for node in whole["@graph"]] == ["NewsArticle", "BreadcrumbList"]
    assert whole["@graph"][1] == crumbs


def test_what_we_took_over_from_the_page_is_not_added_to_it_again():
    paid = {"@type": "WebPageElement", "cssSelector": ".paid", "isAccessibleForFree": "False"}
    taken = {"@id": "https://harbor.example/oslo#page-0123456789", "cssSelector": ".paid", "isAccessibleForFree": False}
    quay = {"@id": "https://harbor.example/oslo#quotation-0123456789", "@type": "Quotation", "text": "full"}
    ours = OURS | {
        "hasPart": [quay, taken],
        "speakable": taken | {"@id": "https://harbor.example/oslo#page-9876543210"},
    }
    found = found_article([json.dumps(theirs(hasPart=paid))], ours)
    article = merged(found, ours, "theirs")
    assert article["hasPart"] == [paid, quay]
    assert "speakable" not in article
