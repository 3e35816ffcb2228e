"""Why the weights take words for a name of its kind, in words."""

import re

import pytest

from ld.extract.entities.typer.candidates import Candidate
from ld.extract.entities.typer.features import Features
from ld.extract.entities.typer.model import Typed, Weights, weights
from ld.extract.entities.typer.reasons import in_words, reason

SAID = {
    "p=in": "after “in”",
    "p=(^the": "after “the”",
    "pp=road": "two words after “road”",
    "n=said": "before “said”",
    "n=,a": "before “a”",
    "nn=told": "two words before “told”",
    "a=lawyer": "explained behind a comma with “lawyer”",
    "b=mayor": "after words with “mayor”",
    "w=bank": "has the word “bank”",
    "f=bank": "begins with “bank”",
    "l=bank": "ends in “bank”",
    "x2=sh": "ends in the letters “sh”",
    "x3=rsh": "ends in the letters “rsh”",
    "x4=arsh": "ends in the letters “arsh”",
    "y3=nor": "begins with the letters “nor”",
    "small=of": "has “of” within",
    "p@where": "after a preposition of place",
    "pp@compass": "behind a point of the compass",
    "n@,say": "before a verb of saying",
    "a@company": "explained behind a comma with a word for a company",
    "b@post": "after words with a title",
    "kb=person2": "the knowledge base has a person of this name",
    "kb=organization1-": "the knowledge base has an organization of this name",
    "kb=club0": "the knowledge base has a club of this name",
    "kb=place2": "the knowledge base has a place of this name",
    "given|2": "begins with a given name",
    "given?+fam=True|2": "begins with a given name",
    "fam|2": "ends in a family name",
    "T:first=person": "the first word of a longer name in the text",
    "T:last=person": "the last word of a longer name in the text",
    "T:acro=organization": "the initials of a longer name in the text",
    "T:pre=organization": "the beginning of a longer name in the text",
    "T:suf=organization": "the end of a longer name in the text",
    "caps4": "written in capitals",
    "cfirst=demonym": "begins with the adjective of a country",
    "owns": "owns something",
}
CLASSES = (
    *("say", "business", "owned", "company", "body", "media", "place", "where", "compass", "person", "family", "life"),
    *("who", "game", "team", "work", "device", "event", "post", "rank"),
)
SILENT = re.compile(
    r"\+|(?:len|h|ord|kb1|kf|kl|l2|open|times|times1|pm|nm)=.*|kb\|.*|T:alone|T:mid=.*|cfirst=name"
    r"|digit|foreign|hyphen|early|late|lower(?:all|first|\|.*)?|shortfirst|shortlast"
    r"|(?:p|pp|n|nn|b)=.*[^a-z].*|(?:p|pp|n)=|(?:p|n)@\W+(?:s(?=[a-z]))?\w+|small=.* .*|small=&|(?:x\d|y3)=.*[^a-z].*"
)
"""Features that only help to weigh others: counts, shapes, places in the text, signs, and several words at once."""


@pytest.mark.parametrize(("feature", "words"), SAID.items())
def test_a_feature_is_put_into_words(feature, words):
    assert in_words(feature) == words


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_of_words_beside_a_name_has_words(name):
    assert in_words(f"n@{name}").startswith("before ")


def test_every_feature_of_the_table_has_words_or_is_known_to_have_none():
    assert [each for each in weights().types if not in_words(each) and not SILENT.fullmatch(each)] == []


def test_no_feature_that_can_be_told_is_held_back():
    told = ("w=", "f=", "l=", "a=", "T:last", "T:first", "T:acro", "given", "fam", "kb=person", "kb=place", "caps")
    assert [each for each in weights().types if each.startswith(told) and not in_words(each)] == []


def typed_with(*features, table):
    candidate = Candidate("Norvik", ("Norvik",), ("",), [(0, 0)])
    found = Features(features, (), 1.0)
    return Typed.of(candidate, table.probabilities(found), found)


def test_what_speaks_most_for_the_type_is_said_first_and_three_at_most():
    table = Weights(
        {},
        {
            "p=in": (0, 0, 50, 0, 0),
            "n=said": (0, 0, 90, 0, 0),
            "l=bank": (0, 0, 70, 0, 0),
            "w=bank": (0, 0, 20, 0, 0),
            "f=bank": (0, 0, -80, 0, 0),
        },
    )
    said = reason(typed_with("p=in", "n=said", "l=bank", "w=bank", "f=bank", table=table), table)
    assert re.fullmatch(r"place \(0\.\d\d\): before “said”; ends in “bank”; after “in”", said)


def test_what_speaks_for_the_next_type_as_much_is_not_said():
    table = Weights({}, {"p=in": (80, 0, 80, 0, 0), "n=said": (0, 0, 10, 0, 0)})
    assert reason(typed_with("p=in", "n=said", table=table), table).endswith("): before “said”")


def test_where_nothing_can_be_told_all_words_together_are_the_reason():
    table = Weights({}, {"len=1": (0, 0, 90, 0, 0)})
    assert reason(typed_with("len=1", table=table), table).endswith("): all its words together")
