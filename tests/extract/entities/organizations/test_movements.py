"""Movements that are called "army of" or "party of" in Arabic, Persian or Urdu."""

import pytest

from ld.extract.entities.organizations.movements import movements
from ld.text.reading import Reading


@pytest.mark.parametrize("name", ["Lashkar-e-Quist", "Hizb-ut-Quist", "Jamiat Ulema-i-Quist", "Jund al-Quist"])
def test_a_movement_is_named_by_its_first_word_and_the_particle_behind_it(name):
    text = f"The blast was the work of {name}, they said."
    assert [text[start:end] for start, end in movements(Reading(text))] == [name]


@pytest.mark.parametrize("name", ["Ansar Quist", "Zia-ul-Quist", "Quist-e-Sharif", "al-Quist"])
def test_somebody_s_name_and_a_town_s_are_none(name):
    assert list(movements(Reading(f"They met {name} again."))) == []


def test_a_movement_is_an_organization(facts):
    found = facts("The police blamed Jaish-e-Quist for the attack.")
    assert ("organization", "Jaish-e-Quist") in {(each.kind, each.name) for each in found.entities}
