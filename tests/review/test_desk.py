"""The articles on the desk, and the queue of their names."""

import msgspec
import pytest

from ld.article import Given, Stated
from ld.extract import extract
from ld.kb import Item
from ld.link import link
from ld.link.corrections import read_corrections
from ld.review import Desk, Ledger
from ld.review.article import article_page
from ld.review.knowledge import Knowledge
from ld.review.pages import decisions_page, queue_page

URL = "https://harbour.example/"


@pytest.fixture
def ledger(tmp_path):
    return Ledger(tmp_path / "links.csv", "Nora Quist")


@pytest.fixture
def article(make_article):
    """The facts of an article with these paragraphs, under an address with this ending."""

    def make(name, *paragraphs):
        url = Stated(value=URL + name, evidence=(Given(option="--url", value=URL + name),))
        return extract(msgspec.structs.replace(make_article(*paragraphs, date="2024-09-11"), url=url))

    return make


@pytest.fixture
def desk(ledger):
    """A desk over these articles, without a knowledge base."""
    with Knowledge(bundled=False) as nothing:
        yield lambda *articles: Desk(articles, ledger, nothing)


def names(desk):
    return {name.name: name for name in desk.names()}


def test_a_name_is_listed_once_for_all_articles(desk, article):
    found = names(desk(article("1", "“Yes,” said Bo Hart."), article("2", "“No,” said Bo Hart.")))
    assert [number for number, _ in found["Bo Hart"].seen] == [0, 1]


def test_a_decision_for_one_article_leaves_the_name_in_the_queue(desk, article, ledger):
    opened = desk(article("1", "“Yes,” said Bo Hart."), article("2", "“No,” said Bo Hart."))
    ledger.decide("Bo Hart", "NIL", seen="", page=f"{URL}1", article=f"{URL}1")
    assert names(opened)["Bo Hart"].is_decided is False
    ledger.decide("Bo Hart", "NIL", seen="", page=f"{URL}2", article=f"{URL}2")
    assert names(opened)["Bo Hart"].is_decided is True


def test_the_queue_tells_of_each_article_what_is_decided_and_judged(desk, article, ledger):
    opened = desk(article("1", "“Yes,” said Bo Hart."), article("2", "“No,” said Cy Moor."))
    (quotation,) = opened.articles[0].quotations
    ledger.decide("Bo Hart", "NIL", seen="")
    first, second = opened.progress()
    assert (first.names, first.decided, first.facts, first.verdicts, first.is_complete) == (1, 1, 1, {}, False)
    assert (second.decided, second.is_complete) == (0, False)
    ledger.decide(quotation.id, "wrong", seen="", page=f"{URL}1", article=f"{URL}1")
    assert opened.progress()[0].verdicts == {"wrong": 1}
    assert opened.progress()[0].is_complete
    page = queue_page(opened, "")
    assert '1 of 1 name decided · 1 fact: 1 wrong · <span class="done">✓ looked at</span>' in page
    assert "0 of 1 name decided · 1 fact, none judged" in page


def test_an_article_without_names_and_facts_is_not_called_looked_at(desk, article):
    opened = desk(article("1", "The rain went on all day."))
    assert not opened.progress()[0].is_complete
    assert "looked at" not in queue_page(opened, "")


def test_a_decision_for_one_article_is_listed_with_a_link_to_it(desk, article, ledger):
    opened = desk(article("1", "“Yes,” said Bo Hart."))
    ledger.decide("Bo Hart", "NIL", seen="", page=f"{URL}1", article=f"{URL}1")
    assert f'<a href="/articles/0" dir="auto">{opened.articles[0].article.headline.value}</a>' in decisions_page(
        opened, ""
    )


def test_what_went_with_a_name_that_is_none_is_not_left_to_be_judged(desk, article, ledger):
    opened = desk(article("1", "Gus Holt, chair of the school board, was there."))
    assert opened.progress()[0].facts == 1
    ledger.decide("Gus Holt", "not a name", seen="")
    assert opened.progress()[0].facts == 0


def test_an_article_is_linked_again_after_a_decision_and_after_an_undo(desk, article, ledger):
    opened = desk(article("1", "“Yes,” said Bo Hart."))
    row = ledger.decide("Bo Hart", "Q9", seen="")
    assert [entity.item for entity in opened.reviewed(0).facts.entities] == ["Q9"]
    ledger.undo(row.id)
    assert [entity.item for entity in opened.reviewed(0).facts.entities] == [None]


def test_an_article_that_a_decision_does_not_concern_is_not_linked_again(desk, article, ledger):
    opened = desk(article("1", "“Yes,” said Bo Hart."))
    before = opened.reviewed(0)
    ledger.decide("Ada Quill", "Q9", seen="")
    assert opened.reviewed(0) is before


def test_facts_that_rest_on_a_decision_are_as_before_once_it_is_taken_back(desk, article, ledger):
    row = ledger.decide("Bo Hart", "Q9", seen="")
    built = link(article("1", "“Yes,” said Bo Hart."), corrections=read_corrections(ledger.path))
    ledger.undo(row.id)
    assert [entity.item for entity in desk(built).reviewed(0).facts.entities] == [None]


def test_what_is_added_to_the_base_of_the_house_is_known_at_once(article, ledger, tmp_path):
    with Knowledge(tmp_path / "news.kb", bundled=False, house=f"{URL}id/") as knowledge:
        opened = Desk([article("1", "“Yes,” said Bo Hart.")], ledger, knowledge)
        iri = knowledge.add("person", "Bo Hart", "baker")
        ledger.decide("Bo Hart", iri, seen="")
        assert [entity.item for entity in opened.reviewed(0).facts.entities] == [f"{URL}id/bo-hart"]
        assert knowledge.add("person", "Bo Hart", "") == f"{URL}id/bo-hart-2"
        assert isinstance(knowledge.lookup().item(iri), Item)


def test_a_name_that_two_share_is_told_apart_by_the_words_around_it(desk, article, ledger):
    text = "Emil Sand, a baker, and Peter Sand, a fisherman, sang. “Well done,” Sand said. Later Sand slept."
    opened = desk(article("1", text))
    ledger.decide("Sand", "split", seen="", page=f"{URL}1", article=f"{URL}1", context="done,” Sand said")
    card = article_page(opened, 0, "token").partition('id="person-sand"')[2].partition("</article>")[0]
    assert 'name="here" value="1"' in card
    assert r"done,”\s+Sand\s+said" in card


def test_no_words_of_an_article_are_markup(desk, article):
    opened = desk(article("1", "“<script>alert(1)</script> and <b>no</b>,” said Bo Hart."))
    for page in (queue_page(opened, "token"), article_page(opened, 0, "token")):
        assert "&lt;b&gt;" in page
        assert "<script>alert" not in page
        assert "<b>" not in page


def test_when_all_is_decided_the_queue_says_so(desk, article, ledger):
    opened = desk(article("1", "“Yes,” said Bo Hart."))
    ledger.decide("Bo Hart", "NIL", seen="")
    assert "Everything in 1 article is decided." in queue_page(opened, "token")
