"""What the weights take for a name and rules know to be none."""

import pytest

from ld.extract.entities.refusals import is_refused
from ld.extract.entities.typer.candidates import Candidate
from ld.extract.entities.typer.features import Features
from ld.extract.entities.typer.model import Typed
from ld.extract.entities.typer.typed_names import TypedName
from ld.text.reading import Reading
from ld.text.spans import Spans

CANDIDATE = Typed.of(Candidate("", (), (), []), (0.9, 0.0, 0.0, 0.0, 0.1), Features((), (), 1.0))
"""What no refusal asks for."""


def refused(text, words, kind, states=()):
    start = text.index(words)
    spans = Spans([(text.index(state), text.index(state) + len(state)) for state in states])
    return is_refused(Reading(text), TypedName(start, start + len(words), kind, len(words.split()), CANDIDATE), spans)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She won the Quist Prize.", "Quist Prize"),
        ("It broke the Clean Water Act.", "Clean Water Act"),
        ("Minister for Housing", "Minister for Housing"),
        ("The Labour MP left.", "Labour MP"),
        ("The CEO Quist MP", "Quist MP"),
        ("Harbor Governor Ada Quill signed.", "Harbor Governor Ada Quill"),
        ("at the Office of Governor Ada Quill.", "Office of Governor Ada Quill"),
        ("Welshwoman Ada Quill won again.", "Welshwoman Ada Quill"),
        ("Then G.K. Okafor left.", "G.K. Okafor"),
        ("Then Rear Admiral Nora Quist left.", "Rear Admiral Nora Quist"),
        ("aboard the HMAS Quillhaven", "HMAS Quillhaven"),
        ("the melting Quill Ice Sheet", "Quill Ice Sheet"),
        ("a shop in the Quill Shopping Centre", "Quill Shopping Centre"),
        ("Position: QB", "QB"),
        ("Then the Dow Jones fell.", "Dow Jones"),
        ("The U-S said no.", "U-S"),
        ("Downing Street denied it.", "Downing Street"),
        ("Seoul said no.", "Seoul"),
        ("OSLO (Reuters) - It rained.", "OSLO"),
        ("the Convention on the Rights of Sailors", "Convention on the Rights of Sailors"),
        ("They fought on the Eastern Front.", "Eastern Front"),
        ("It was the Harbour Awards again.", "Harbour Awards"),
        ("He went to Ohio for Labour Party meetings.", "Ohio for Labour Party"),
        ("Then Air Force Lieutenant Colonel Nora Quist left.", "Air Force Lieutenant"),
    ],
)
def test_a_front_a_law_a_title_a_person_or_a_capital_is_no_organization(text, words):
    assert refused(text, words, "organization")


@pytest.mark.parametrize("words", ["Institute for Marine Safety", "Norvik Clean Water Fund", "Norvik G.K. Hall"])
def test_a_body_is_not_refused(words):
    assert not refused(f"It was the {words} again.", words, "organization")


@pytest.mark.parametrize("kind", ["place", "organization"])
def test_a_country_is_found_by_rules_of_its_own(kind):
    assert refused("They left Norway.", "Norway", kind, ["Norway"])


def test_a_body_with_a_country_in_its_name_is_not_refused():
    assert not refused("It was the Bank of Norway.", "Bank of Norway", "organization", ["Norway"])


@pytest.mark.parametrize(
    ("own", "is_none"), [(("kb=club1", "kb=place2"), True), (("kb=organization1", "kb=place2"), False)]
)
def test_a_town_is_no_club_where_the_text_is_not_of_sport(own, is_none):
    text, words = "Police met a Quay Coast baker.", "Quay Coast"
    candidate = Typed.of(Candidate(words, (), (), []), (0.1, 0.6, 0.2, 0.0, 0.1), Features(own, (), 1.0))
    name = TypedName(text.index(words), text.index(words) + len(words), "organization", 2, candidate)
    assert is_refused(Reading(text), name, Spans([])) is is_none


def test_the_letters_of_a_country_are_nobody_s_initials():
    assert not refused("Shares of U.S. Steel fell.", "U.S. Steel", "organization")


def test_a_place_beside_no_country_is_not_refused():
    assert not refused("They left Osaka.", "Osaka", "place")


def test_a_person_is_not_refused_but_a_company_or_a_ship_under_a_name_is():
    assert not refused("They met Nora Quist.", "Nora Quist", "person")
    assert refused("They sued Nora Quist Ltd over it.", "Nora Quist", "person")
    assert refused("It was on the carrier Nora Quist.", "Nora Quist", "person")


@pytest.mark.parametrize("text", ["the landmark Paris climate treaty", "the old Paris accord"])
def test_a_place_that_names_a_treaty_is_none(text):
    assert refused(text, "Paris", "place")


@pytest.mark.parametrize("text", ["They met in Paris treaty talks", "It was Paris’s treaty", "It was near Paris."])
def test_a_place_where_a_treaty_is_made_is_one(text):
    assert not refused(text, "Paris", "place")


@pytest.mark.parametrize("kind", ["person", "organization", "place"])
def test_a_word_that_names_nobody_is_refused_for_every_kind(kind):
    assert refused("They lost the Bluetooth headset.", "Bluetooth", kind)


def test_somebody_whose_name_is_not_known_is_refused():
    assert refused("They buried a John Doe there.", "John Doe", "person")
