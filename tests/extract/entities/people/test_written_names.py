"""How names of people are written: with ranks and honours around them, small words within, Arabic words of service."""

import pytest

from ld.extract import extract
from ld.kb import bundled_kb


@pytest.fixture
def people(make_article):
    def of(text):
        facts = extract(make_article(text), bundled_kb())
        return {
            entity.name: [facts.article.text[mention.start : mention.end] for mention in entity.mentions]
            for entity in facts.of_kind("person")
        }

    return of


@pytest.mark.parametrize(
    "text",
    [
        "The Reverend Tim Quistello, who is the president of the union, left.",
        "Lieutenant-General Tim Quistello said so on Friday.",
        "Tim Quistello QC, representing the port, left early.",
        "Firefighter Tim Quistello, who was there, wept.",
        "In his report, the coroner, Tim Quistello, said the boy was lonely.",
        "A few days ago, Rear Admiral Tim Quistello said in Washington that it was over.",
    ],
)
def test_a_rank_a_trade_and_an_honour_are_no_part_of_a_name(people, text):
    assert people(text) == {"Tim Quistello": ["Tim Quistello"]}


@pytest.mark.parametrize(
    "name", ["Abdel Aziz al-Quistisi", "Abdel-Aziz al-Quistisi", "Abdul Hak Quistisi", "Abdul Quistisi"]
)
def test_a_servants_name_is_whole(people, name):
    assert list(people(f"{name} was freed on Friday after a year in jail.")) == [name]


def test_small_words_before_a_family_name_belong_to_it(people):
    text = "They held Omar bin Quistim. Bin Quistim fled. The hunt for bin Quistim went on."
    assert people(text) == {"Omar bin Quistim": ["Omar bin Quistim", "Bin Quistim", "bin Quistim"]}


def test_a_family_name_that_else_is_no_name_is_one_where_somebody_has_it(people):
    text = "Robert Hill, 42, said so. Senator Hill left. Hill’s ship sank. They met in Rose Hill."
    assert people(text) == {"Robert Hill": ["Robert Hill", "Hill", "Hill"]}
    assert people("Senator Nora Quist left. Hill’s ship sank.") == {"Nora Quist": ["Nora Quist"]}


def test_who_is_joined_to_somebody_is_somebody(people):
    assert set(people("Alan Marsh and Makhaya Quistini batted for an hour.")) == {"Alan Marsh", "Makhaya Quistini"}
    assert not people("Makhaya Quistini batted for an hour.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Welshwoman Nora Quist left.", "Nora Quist"),
        ("It is led by moderate Muslim Nora Quist, from Oslo.", "Nora Quist"),
        ("Quillan Lee Marsh left.", "Quillan Lee Marsh"),
    ],
)
def test_a_word_before_a_given_name_is_none_of_it_if_it_is_a_word(people, text, name):
    assert list(people(text)) == [name]


def test_an_editor_and_a_minister_are_no_names(people):
    assert not people("Senior Content Editor said so on Friday.")
    assert set(people("The Deputy Prime Minister, Nora Quist, said so.")) == {"Nora Quist"}


def test_what_several_do_is_no_part_of_a_name(people):
    assert set(people("Businessmen Alan Quist and Nora Marsh have called for help.")) == {"Alan Quist", "Nora Marsh"}
