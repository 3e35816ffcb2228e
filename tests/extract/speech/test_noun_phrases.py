"""In what words a speaker is credited who is no known entity."""

import pytest

from ld.extract.speech.noun_phrases import phrase_before
from ld.text.calendar_words import WEEKDAYS


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("“The port is full,” one source close to Okafor told a crowd.", "one source close to Okafor"),
        ("A lobbyist for the Northern Harbor Board called the port “full of bad water.”", "A lobbyist for the {}"),
        ("“The port is full,” said a spokeswoman for the Northern Harbor Board.", "a spokeswoman for the {}"),
        ("Okafor's lawyer said “the port is full.”", "Okafor's lawyer"),
        ("Okafor met Bo, and others called the port “full of bad water.”", "others"),
        ("“The port is full,” a police spokesman said on Monday.", "a police spokesman"),
        ("“The port is full,” Tidewater, a pilot from the north, said.", "Tidewater"),
        ("According to a harbor pilot, the port is “full of bad water.”", "a harbor pilot"),
        ("Said Tidewater: “The port is full of bad water.”", "Tidewater"),
        ("Tidewater closed the gate, saying “the port is full.”", "Tidewater"),
        ("“Is the port full?” Tidewater asked.", "Tidewater"),
        ("“The port is full of bad water.” — Thrum Tidewater", "Thrum Tidewater"),
    ],
)
def test_an_unknown_subject_is_credited_in_its_words_and_not_replaced_by_another_name(facts, sentence, words):
    found = facts("President Jan Okafor met the Northern Harbor Board of Norway.", sentence)
    (quotation,) = found.quotations
    assert quotation.speakers == ()
    credit = words and words.format("Northern Harbor Board")
    assert (quotation.credit and quotation.credit.value) == credit
    assert quotation.credit is None or quotation.credit.evidence[0].exact == credit


@pytest.mark.parametrize("day", WEEKDAYS)
@pytest.mark.parametrize("clause", ["a police spokesman {} said", "a police spokesman said {}"])
def test_the_weekday_beside_the_verb_of_saying_is_no_part_of_the_speaker(facts, day, clause):
    (quotation,) = facts(f"“The port is full,” {clause.format(day)}.").quotations
    assert quotation.credit.value == "a police spokesman"


def test_no_entity_is_made_of_a_speaker_who_is_only_described(facts):
    found = facts("“The port is full,” a police spokesman said.")
    assert found.entities == ()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("the", "it is only a determiner"),
        ("a man in a ship in a port in a town in a land in Oslo", "it is too long"),
        ("they", "it opens with a pronoun"),
        ("leaving Oslo", "it opens with a participle"),
        ("the port is a place", "it holds a clause"),
        ("the port opened", "it holds a verb"),
        ("port", "nothing shows that it is whole"),
        ("the ship in", "it ends in a preposition"),
    ],
)
def test_what_is_no_noun_phrase_names_no_speaker(words, why):
    assert phrase_before(f"{words} said", 0, len(f"{words} ")) is None, why
