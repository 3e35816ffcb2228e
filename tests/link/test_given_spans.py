"""Mentions that somebody else has found, linked as they are given."""

from ld.extract import extract
from ld.kb import Item
from ld.link.given_spans import link_spans

SENATOR = ("member of the Senate", "FR", "2020-01-01", None)


def mentions(facts):
    return {mention.exact: entity.qid for entity in facts.entities for mention in entity.mentions}


def given(article, *words, kb=None):
    spans = [(article.text.index(word), article.text.index(word) + len(word)) for word in words]
    return link_spans(extract(article), spans, kb)


def test_only_the_given_mentions_are_linked(make_article):
    article = make_article("Norway met South Korea in Seoul.")
    assert mentions(given(article, "Norway")) == {"Norway": "Q20"}


def test_a_mention_takes_the_entity_of_the_words_that_the_rules_find_there(make_article, make_kb, person):
    article = make_article("French Senator Ada Quill said so.", date="2024-09-11")
    kb = make_kb(person("Q2", "Ada Quill", SENATOR))
    assert mentions(given(article, "Senator Ada Quill", kb=kb)) == {"Senator Ada Quill": "Q2"}


def test_words_that_the_rules_find_nothing_in_are_looked_up(make_article, make_kb):
    article = make_article("Norway liked the blue tidewater.")
    kb = make_kb(Item(qid="Q9", kind="organization", label="Blue Tidewater", countries=("NO",)))
    assert mentions(given(article, "blue tidewater", kb=kb)) == {"blue tidewater": "Q9"}


def test_words_that_mean_what_other_words_mean_have_its_item(make_article, make_kb):
    article = make_article("Norway liked the blue tidewater and the green tidewater.")
    kb = make_kb(
        Item(qid="Q9", kind="organization", label="Blue Tidewater", aliases=("Green Tidewater",), countries=("NO",))
    )
    linked = given(article, "blue tidewater", "green tidewater", kb=kb)
    assert mentions(linked) == {"blue tidewater": "Q9", "green tidewater": "Q9"}


def test_words_that_nobody_knows_stay_unlinked(make_article):
    assert mentions(given(make_article("Norway liked the blue tidewater."), "blue tidewater")) == {
        "blue tidewater": None
    }
