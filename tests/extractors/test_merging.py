"""Which facts of another extractor join ours, under which names."""

from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ld.article import Citation, Given, Stated
from ld.extractors import merge
from ld.extractors.placing import named_somewhere, somewhere
from ld.facts import Claim, Entity, Event, Facts, Membership, Mention, Post, Quotation, Reference
from ld.identifiers import identified
from ld.read.facts_check import faults

WORDS = "Bo Thrum leads Tidewater Pilots, which joined the Quay League in August 2024."
LEADING = somewhere("Bo Thrum leads Tidewater Pilots")


def named(kind: Any, name: str, **fields: Any) -> Entity:
    return Entity(id=name.lower().replace(" ", "-"), kind=kind, name=name, mentions=(named_somewhere(name),), **fields)


THRUM, PILOTS, LEAGUE = (
    named("person", "Bo Thrum"),
    named("organization", "Tidewater Pilots"),
    named("organization", "Quay League"),
)
POST = Post(id="p", holder=THRUM.id, title="leads", body=PILOTS.id, evidence=(LEADING,))
MEMBERSHIP = Membership(
    id="m",
    organization=LEAGUE.id,
    member=PILOTS.id,
    evidence=(somewhere(WORDS),),
    start=Stated(value="2024-08", evidence=(somewhere("in August 2024"),)),
)


@pytest.fixture
def merged(article, ours):
    """What our facts become with these of another extractor."""

    def of(*entities: Entity, **groups: Any):
        return merge(ours, Facts(version=1, article=article, entities=entities, **groups))

    return of


def names(facts: Facts) -> dict[str, str]:
    return {entity.name: entity.kind for entity in facts.entities}


def test_entities_that_the_article_names_are_added_at_every_place(merged):
    result = merged(PILOTS)
    entity = next(entity for entity in result.facts.entities if entity.name == "Tidewater Pilots")
    text = result.facts.article.text
    assert [text[mention.start : mention.end] for mention in entity.mentions] == ["Tidewater Pilots"] * 2
    assert (result.added, result.known, result.dropped) == (1, 0, ())


def test_entities_stand_in_the_order_of_their_first_mentions(merged):
    facts = merged(LEAGUE, THRUM, named("place", "Port Ellery")).facts
    starts = [entity.mentions[0].start for entity in facts.entities]
    assert starts == sorted(starts)


def test_an_entity_that_the_article_does_not_name_is_dropped(merged, ours):
    result = merged(named("person", "Jan Okafor"))
    assert result.facts == ours
    assert len(result.dropped) == 1
    assert "does not stand" in result.dropped[0]


def test_an_entity_by_another_name_than_its_words_is_dropped(merged):
    alias = msgspec.structs.replace(THRUM, name="Boris Thrum")
    assert merged(alias).added == 0


def test_what_ours_name_already_is_known(merged, ours):
    result = merged(named("person", "Ada Quill"), named("person", "Quill"), named("country", "Norway"))
    assert (result.facts, result.known) == (ours, 3)


def test_what_ours_name_stays_what_ours_take_it_for(merged, ours):
    result = merged(named("place", "Norway"), named("organization", "Ada Quill"))
    assert (result.facts, result.added, len(result.dropped)) == (ours, 0, 2)


def test_the_kind_of_a_country_is_ours_to_say(merged, ours):
    assert merged(named("country", "Port Ellery")).facts == ours


def test_facts_speak_of_our_entities_under_our_ids(merged):
    quill = named("person", "Ada Quill")
    post = Post(id="p", holder=quill.id, title="pilots", evidence=(somewhere("Ada Quill of Norway met pilots"),))
    facts = merged(quill, posts=(post,)).facts
    assert facts.posts[-1].holder == "person-ada-quill"


def test_facts_are_named_by_what_they_say(merged, ours):
    facts = merged(THRUM, PILOTS, LEAGUE, posts=(POST,), memberships=(MEMBERSHIP,)).facts
    assert facts.posts == identified(facts.posts)
    assert facts.memberships == identified(facts.memberships)
    assert facts.posts[:-1] == ours.posts
    assert faults(facts) == []


def test_a_fact_whose_words_stand_nowhere_is_dropped(merged):
    invented = msgspec.structs.replace(POST, evidence=(somewhere("Bo Thrum left Tidewater Pilots"),))
    result = merged(THRUM, PILOTS, posts=(invented,))
    assert (result.facts.posts[1:], len(result.dropped)) == ((), 1)


def test_a_fact_goes_with_an_entity_that_is_dropped(merged, ours):
    nobody = named("person", "Jan Okafor")
    result = merged(nobody, PILOTS, posts=(msgspec.structs.replace(POST, holder=nobody.id),))
    assert (result.facts.posts, len(result.dropped)) == (ours.posts, 2)


def test_who_takes_part_must_stand_in_the_words_that_say_so(merged, ours):
    post = msgspec.structs.replace(POST, evidence=(somewhere("leads Tidewater Pilots"),))
    assert merged(THRUM, PILOTS, posts=(post,)).facts.posts == ours.posts


def test_a_title_must_stand_in_the_words_that_say_so(merged, ours):
    post = msgspec.structs.replace(POST, title="president")
    assert merged(THRUM, PILOTS, posts=(post,)).facts.posts == ours.posts


def test_a_date_must_be_what_our_rules_read_in_its_words(merged):
    assert merged(PILOTS, LEAGUE, memberships=(MEMBERSHIP,)).facts.memberships[0].start.value == "2024-08"
    other = msgspec.structs.replace(MEMBERSHIP, start=Stated(value="2024-07", evidence=MEMBERSHIP.start.evidence))
    assert merged(PILOTS, LEAGUE, memberships=(other,)).facts.memberships == ()


def test_an_option_proves_nothing(merged, ours):
    post = msgspec.structs.replace(POST, evidence=(Given(option="--model", value="yes"),))
    assert merged(THRUM, PILOTS, posts=(post,)).facts.posts == ours.posts


def test_a_quotation_must_stand_between_quotation_marks(merged, ours):
    words = somewhere("Nobody from Tidewater Pilots answered")
    speaker = Reference(entity=PILOTS.id, evidence=(words,))
    said = {"text": words.exact, "speakers": (speaker,), "evidence": (words,)}
    result = merged(PILOTS, quotations=(Quotation(id="q", **said),), claims=(Claim(id="c", **said),))
    assert (result.facts.quotations, len(result.facts.claims)) == (ours.quotations, 1)


def test_what_ours_tell_already_is_not_told_again(merged, ours):
    quill = named("person", "Ada Quill")
    words = somewhere("The port is full")
    quotation = Quotation(id="q", text="The port is full", evidence=(words,))
    post = Post(id="p", holder=quill.id, title="minister", evidence=(somewhere("Minister Ada Quill"),))
    result = merged(quill, quotations=(quotation,), posts=(post,))
    assert (result.facts, result.known, result.dropped) == (ours, 3, ())


def test_words_that_stand_in_several_places_are_taken_where_the_fact_is_and_counted(merged):
    event = Event(
        id="e",
        name="met pilots",
        evidence=(somewhere("met pilots in Port Ellery"),),
        attendees=(Reference(entity="quill", evidence=(somewhere("Quill"),)),),
    )
    result = merged(msgspec.structs.replace(named("person", "Quill"), id="quill"), events=(event,))
    cited = result.facts.events[-1].attendees[0].evidence[0]
    assert (cited.start, result.ambiguous) == (result.facts.article.text.index("Quill"), 1)


def test_quotation_marks_dashes_and_blanks_may_differ_from_those_of_the_article(merged):
    words = somewhere('"The port  is full," Quill said.\nNobody from Tidewater Pilots')
    claim = Claim(id="c", text="Nobody from Tidewater Pilots", evidence=(words,))
    (found,) = merged(claims=(claim,)).facts.claims
    assert found.evidence[0].exact == "“The port is full,” Quill said. Nobody from Tidewater Pilots"


def test_what_an_extractor_says_of_the_article_itself_counts_for_nothing(article, ours):
    other = msgspec.structs.replace(article, text="Something else.", parts=())
    author = Reference(entity=THRUM.id, evidence=(LEADING,))
    result = merge(ours, Facts(version=1, article=other, entities=(THRUM,), authors=(author,)))
    assert (result.facts.article, result.facts.authors) == (article, ())


spans = st.builds(
    lambda start, words: (start, words),
    st.integers(0, 300),
    st.sampled_from(
        ("Quill", "Bo Thrum", "Tidewater Pilots", "Oslo", "Norway", "“The", "in August 2024", " ", "pilots")
    ),
)
ids = st.sampled_from(("a", "b", "c", "article", "person-ada-quill"))
citations = spans.map(lambda span: Citation(start=span[0], end=span[0] + len(span[1]), exact=span[1]))
mentions = spans.map(lambda span: Mention(start=span[0], end=span[0] + len(span[1]), exact=span[1]))
kinds = st.sampled_from(("person", "organization", "place", "country", "group", "work"))
some = st.lists(citations, max_size=2).map(tuple)
references = st.lists(st.builds(Reference, entity=ids, evidence=some), max_size=2).map(tuple)
texts = st.sampled_from(("Quill", "leads", "full", "Bo Thrum", ""))
theirs = st.fixed_dictionaries(
    {
        "entities": st.lists(
            st.builds(Entity, id=ids, kind=kinds, name=texts, mentions=st.lists(mentions, max_size=2).map(tuple)),
            max_size=4,
        ).map(tuple),
        "posts": st.lists(st.builds(Post, id=ids, holder=ids, title=texts, evidence=some, body=ids), max_size=2).map(
            tuple
        ),
        "quotations": st.lists(
            st.builds(Quotation, id=ids, text=texts, speakers=references, evidence=some), max_size=2
        ).map(tuple),
        "claims": st.lists(st.builds(Claim, id=ids, text=texts, speakers=references, evidence=some), max_size=2).map(
            tuple
        ),
        "events": st.lists(
            st.builds(Event, id=ids, name=texts, evidence=some, places=references, attendees=references), max_size=2
        ).map(tuple),
    }
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(groups=theirs)
def test_whatever_an_extractor_says_the_facts_stay_sound_and_ours_stay(ours, groups):
    result = merge(ours, Facts(version=1, article=ours.article, **groups))
    assert faults(result.facts) == []
    assert set(ours.entities) <= set(result.facts.entities)
    assert result.facts.posts[: len(ours.posts)] == ours.posts
    assert result.facts.quotations[: len(ours.quotations)] == ours.quotations
