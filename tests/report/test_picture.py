import re
import sys

import pytest
from fixtures_facts import FACTS, replaced

from ld.article import Citation
from ld.errors import ArticleLdError
from ld.facts import Entity, Membership, Mention
from ld.report.picture import HEIGHT, WIDTH, picture

pytest.importorskip("networkx", reason="needs networkx")


def test_entities_that_have_to_do_with_others_are_in_the_picture():
    labels = re.findall(r'class="label \w+">([^<]+)<', picture(FACTS))
    assert sorted(labels) == [
        "Denmark",
        "Jan Okafor",
        "Northern Harbor Board",
        "Norway",
        "Oslo",
        "second harbor meeting",
    ]


def test_the_same_facts_give_the_same_picture():
    assert picture(FACTS) == picture(FACTS)


def test_facts_without_relations_have_no_picture():
    assert picture(replaced(FACTS, posts=(), memberships=(), events=(), entities=())) is None


def test_of_very_many_names_the_best_connected_are_drawn_and_the_rest_is_counted():
    many = [Entity(id=f"country-{n}", kind="country", name=f"Land {n}") for n in range(100)]
    board = Entity(
        id="organization-board", kind="organization", name="Board", mentions=(Mention(start=0, end=1, exact="N"),)
    )
    proof = (Citation(start=0, end=1, exact="N"),)
    memberships = tuple(
        Membership(id=f"membership-{n}", organization=board.id, member=land.id, evidence=proof)
        for n, land in enumerate(many)
    )
    drawn = picture(replaced(FACTS, entities=(board, *many), posts=(), events=(), memberships=memberships))
    assert ">Board<" in drawn
    assert "53 more are left out" in drawn


def test_all_is_inside_the_picture():
    places = re.findall(r'd="M(\d+) (\d+)L(\d+) (\d+)"', picture(FACTS))
    assert places
    assert all(0 < int(x) < WIDTH for x, _, z, _ in places for x in (x, z))
    assert all(0 < int(y) < HEIGHT for _, y, _, z in places for y in (y, z))


def test_without_the_library_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(ArticleLdError, match="needs networkx") as caught:
        picture(FACTS)
    assert "article-ld[report]" in caught.value.hint
