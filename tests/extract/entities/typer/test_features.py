"""What the weights may know of a name: never a word that is none of the language."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ld.extract.entities.typer.candidates import candidates
from ld.extract.entities.typer.features import Features, describe, with_ties
from ld.extract.entities.typer.gaps import Words, gap_features
from ld.extract.entities.typer.knowledge import Knowledge
from ld.extract.entities.typer.model import prepare, weights
from ld.extract.entities.typer.tokens import runs, tokens
from ld.extract.entities.typer.word_facts import lexicon

LETTERS = "abcdefghijklmnopqrstuvwxyzåøé"
NAMES = st.text(LETTERS, min_size=10, max_size=14).map(str.capitalize)


def described(text):
    """The features of each candidate of *text*, its whole runs, by name."""
    found = tokens(text)
    names = candidates(found, runs(found), lambda *_: False)
    known = describe(Words(found, found.in_small_letters, Knowledge(None)), names)
    return {names[key].name: {*each.features.own, *each.features.beside} for key, each in known.items()}


@given(st.lists(NAMES, min_size=4, max_size=4, unique=True))
def test_no_word_of_a_name_is_a_feature_unless_the_lexicon_has_it(names):
    assume(not any(name.lower() in lexicon() for name in names))
    one, two, three, four = names
    text = f"It was {one} {two} of {three}, the {four} said. {one} and {two}’s men met {three} {four}, and {two} left."
    features = {feature.lower() for each in described(text).values() for feature in each}
    prepared = prepare(text, Knowledge(None))
    for run in prepared.runs:
        for index in range(len(run.indices) - 1):
            features.update(feature.lower() for feature in gap_features(prepared.words, run, index, ()))
    assert not [(name, feature) for name in names for feature in features if name.lower() in feature]


def test_an_ordinary_word_of_a_name_is_one():
    assert "l=bank" in described("at the Norvik Bank again")["Norvik Bank"]


OF_TYPES = re.compile(r"(?:w|f|l|l2)=(.*)|(?:p|n|pp|nn)=\W*\^(.+)")
OF_GAPS = re.compile(r"(?:L|R|E|F|LL|RR|st)=([^|]*).*|S\|[EF]=[^|]*\|(.*)|[^=|]*\|R=(.*)")


@pytest.mark.parametrize(("table", "form"), [(weights().types, OF_TYPES), (weights().gaps, OF_GAPS)])
def test_every_word_in_the_table_of_weights_is_in_the_lexicon(table, form):
    said = {
        word
        for feature in table
        if (match := form.fullmatch(feature))
        for word in next((group for group in match.groups() if group), "").split()
    }
    assert len(said) > 50
    assert said - lexicon() - {"?"} == set()


@pytest.mark.parametrize(
    ("text", "name", "feature"),
    [
        ("Norvik slept.", "Norvik", "open=all"),
        ("It was Norvik. Norvik slept.", "Norvik", "open=some"),
        ("It was Norvik’s port.", "Norvik", "owns"),
        ("In Norvik it rained.", "Norvik", "p@where"),
        ("then Quist said so", "Quist", "n@say"),
        ("the mayor, Quist, left", "Quist", "b=mayor"),
        ("it was Quist, a lawyer from here", "Quist", "a=lawyer"),
        ("It was NSWB again.", "NSWB", "caps4"),
        ("the light in the Light", "Light", "lower"),
    ],
)
def test_what_stands_beside_a_name_and_how_it_is_written_are_features(text, name, feature):
    assert feature in described(text)[name]


def test_a_short_form_knows_the_type_of_the_longer_name():
    features = Features(("+",), (), 1.0)
    assert with_ties(features, [("nora quist", "last")], {"nora quist": "person"}).own == ("+", "T:last=person")
    assert with_ties(features, [], {}).own == ("+", "T:alone")


def test_what_stands_beside_a_name_weighs_less_the_more_places_there_are():
    assert Features(("+",), ("p=in", "p=in"), 0.5).values() == {"+": 1.0, "p=in": 1.0}
