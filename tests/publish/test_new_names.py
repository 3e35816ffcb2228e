"""A store in which facts stand under numbered names gets the new ones by publishing the articles again."""

import msgspec
import pytest
from fixtures_facts import FACTS
from publish.articles import quads

from ld.facts import IDENTIFIED, Facts
from ld.identifiers import identified
from ld.mapping import map_facts
from ld.publish import publish
from ld.publish.difference import difference
from ld.publish.embedded import EmbeddedStore
from ld.publish.publication import Publication, unchecked_publication

NUMBERED = ("#post-1>", "#membership-1>", "#quotation-1>", "#event-1>", "#annotation-post-1>")


def as_published(facts: Facts) -> Publication:
    return unchecked_publication(map_facts(facts))


OLD = as_published(FACTS)
NEW = as_published(
    msgspec.structs.replace(FACTS, **{group: identified(getattr(FACTS, group)) for group in IDENTIFIED[1:]})
)


@pytest.fixture
def store(tmp_path):
    """A store with an article whose facts are numbered."""
    with EmbeddedStore(tmp_path / "store") as opened:
        publish([OLD], opened)
        yield opened


@pytest.mark.parametrize("only_changes", [True, False])
def test_nothing_remains_under_the_old_names(store, tmp_path, only_changes):
    assert all(name in "".join(quads(store)) for name in NUMBERED)
    publish([NEW], store, only_changes=only_changes)
    with EmbeddedStore(tmp_path / "other") as other:
        publish([NEW], other)
        assert quads(store) == quads(other)
    assert not any(name in "".join(quads(store)) for name in NUMBERED)


def test_a_dry_run_shows_the_old_names_go_and_the_new_come(store):
    changes = list(difference(NEW, store))
    gone = [line for line in changes if line.startswith("- ")]
    come = [line for line in changes if line.startswith("+ ")]
    assert any("#quotation-1>" in line for line in gone)
    assert any(f"#{identified(FACTS.quotations)[0].id}>" in line for line in come)
    assert not any("schema.org/headline" in line for line in changes)


def test_what_is_published_again_under_its_new_names_is_unchanged(store):
    publish([NEW], store)
    assert publish([NEW], store).unchanged == [NEW.name]
