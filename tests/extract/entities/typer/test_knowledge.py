"""What a knowledge base, and the list of what news often names, have by a name."""

from types import SimpleNamespace

import pytest

from ld.extract.entities.typer import knowledge
from ld.extract.entities.typer.knowledge import Knowledge
from ld.kb.names import SURNAME

FAMILIES = {"quist": (180, 6), "marsh": (180, 90), "okafor": (20,), "quill": (200, *[1] * 8)}
"""How well known the bearers of family names are."""


class Base:
    """A knowledge base that has people alone."""

    def may_name(self, key):
        return key.startswith(SURNAME) and key.removeprefix(SURNAME) in FAMILIES

    def candidates(self, _):
        return ()

    def bearers(self, surname):
        return len(FAMILIES[surname.lower()])

    def with_surname(self, surname):
        return tuple(SimpleNamespace(item=SimpleNamespace(known_by=each)) for each in FAMILIES[surname.lower()])


@pytest.fixture
def listed(monkeypatch):
    monkeypatch.setattr(knowledge, "_listed", lambda: {"Harbour Quist": "organization", "Norvik": "place"})
    monkeypatch.setattr(knowledge, "_listed_keys", lambda: frozenset(("harborquist", "norvik")))


@pytest.mark.parametrize(
    ("surname", "is_famous"),
    [("Quist", True), ("Marsh", False), ("Okafor", False), ("Quill", False), ("Nobody", False)],
)
def test_a_family_name_is_famous_if_it_calls_one_person_to_mind(surname, is_famous):
    assert Knowledge(Base()).is_famous(surname) is is_famous


def test_without_a_base_no_family_name_is_famous():
    assert not Knowledge(None).is_famous("Quist")


@pytest.mark.usefixtures("listed")
def test_what_news_often_names_is_well_known_though_the_base_lacks_it():
    known = Knowledge(Base())
    assert known.kinds("Harbour Quist") == ("organization2",)
    assert known.kinds("Norvik") == ("place2",)
    assert known.may_name(known.key("Harbour") + known.key("Quist"))


@pytest.mark.usefixtures("listed")
def test_a_listed_name_is_known_in_its_own_spelling_alone():
    assert Knowledge(Base()).kinds("HARBOUR QUIST") == ()


@pytest.mark.usefixtures("listed")
def test_without_a_base_the_list_is_not_asked():
    assert Knowledge(None).kinds("Norvik") == ()
    assert not Knowledge(None).may_name("norvik")
