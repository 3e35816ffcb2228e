"""Which facts stand by their words, whatever the article around them is like."""

import msgspec
import pytest

from ld.article import Given, Part, Stated
from ld.extractors.placing import named_somewhere, place, somewhere
from ld.extractors.soundness import sound
from ld.facts import Entity, Facts, Post, Reference

NAME = "Bo Thrum"
THRUM = Entity(id="bo", kind="person", name=NAME, mentions=(named_somewhere(NAME),))
POST = Post(id="p", holder="nobody", title="pilot", evidence=(somewhere(f"{NAME} leads Tidewater Pilots"),))
FAULTS = {
    "source_sha256": "no digest",
    "url": Stated(value="nowhere", evidence=(Given(option="--url", value="nowhere"),)),
    "date_published": Stated(value="some day", evidence=(Given(option="--date", value="some day"),)),
    "parts": (Part(kind="paragraph", start=5, end=900_000, source_start=-1),),
}


@pytest.mark.parametrize("field", FAULTS)
def test_a_fault_of_the_article_itself_drops_no_fact_and_ends(article, field):
    broken = msgspec.structs.replace(article, **{field: FAULTS[field]})
    facts, dropped = sound(place(Facts(version=1, article=broken, entities=(THRUM,), posts=(POST,))).facts)
    assert ([entity.id for entity in facts.entities], facts.posts, facts.article) == (["bo"], (), broken)
    assert [fault.partition(":")[0] for fault in dropped] == ["posts[0].holder"]


def test_a_fault_of_what_has_no_id_ends_too(article):
    nobody = Reference(entity="nobody", evidence=())
    facts, dropped = sound(Facts(version=1, article=article, publisher=nobody, authors=(nobody,)))
    assert (facts.publisher, facts.authors, dropped) == (nobody, (nobody,), [])
