"""A founder is not the company."""

from ld.extract.entities.organizations.founders import founders_companies
from ld.text.reading import Reading


def companies(article):
    return {body.name: [mention.exact for mention in body.mentions] for body in founders_companies(Reading.of(article))}


def test_a_name_alone_before_the_founder_s_full_name_is_the_company(make_article):
    text = "The carmaker Quistmotor closed a plant. Quistmotor was founded in 1930 by Otto Quistmotor."
    assert companies(make_article(text)) == {"Quistmotor": ["Quistmotor", "Quistmotor"]}


def test_a_name_alone_behind_the_founder_s_full_name_is_the_founder(make_article):
    assert companies(make_article("The firm was founded by Nora Marsh. Marsh said it was hard.")) == {}


def test_a_headline_does_not_count_for_there_everybody_is_called_so(make_article):
    text = "The firm was founded by Nora Marsh. Marsh said it was hard."
    assert companies(make_article(text, headline="Marsh leaves the firm")) == {}


def test_the_name_with_a_title_is_the_founder(make_article):
    text = "Mr Marsh left. The firm was founded by Nora Marsh."
    assert companies(make_article(text)) == {}
