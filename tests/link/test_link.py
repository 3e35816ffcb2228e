"""Links, and honest refusals to link."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ld.article import Article, Citation, Given, Stated
from ld.facts import Entity, Facts, Link, Nil, Post, Reference
from ld.link import link
from ld.link.knowledge import entries, fold

CITED = (Citation(start=0, end=1, exact="x"),)
ARTICLE = Article(
    text="x",
    parts=(),
    headline=Stated(value="x", evidence=CITED),
    language=Stated(value="en", evidence=(Given(option="--lang", value="en"),)),
)


def entity(kind: str, name: str, code: str | None = None, **fields) -> Entity:
    return Entity(id=f"{kind}-{fold(name).replace(' ', '-')}", kind=kind, name=name, country_code=code, **fields)


def country(code: str) -> Entity:
    return entity("country", f"country {code}", code)


def facts(*entities: Entity, posts=(), authors=()) -> Facts:
    return Facts(version=1, article=ARTICLE, entities=entities, posts=posts, authors=authors)


def verdict(subject: Entity, *others: Entity, posts=(), authors=()) -> Link | Nil:
    return link(facts(subject, *others, posts=posts, authors=authors)).entities[0].link


def post(holder: Entity, title: str, *, state: Entity | None = None, body: Entity | None = None) -> Post:
    return Post(
        id="post-1",
        holder=holder.id,
        title=title,
        evidence=CITED,
        country=state and state.id,
        body=body and body.id,
    )


class TestAll:
    def test_every_entity_gets_a_link_or_a_reason(self):
        kinds = ["person", "country", "organization", "group", "place", "work"]
        linked = link(facts(*(entity(kind, "Nobody Known") for kind in kinds)))
        assert all(isinstance(one.link, Nil) and one.link.because for one in linked.entities)

    def test_what_somebody_has_decided_stays(self):
        given_nil = Nil(because="the editor says so")
        given_link = Link(qid="Q1", label="x", score=1.0, because="the editor says so", source="editor")
        assert verdict(entity("country", "Canada", "CA", link=given_nil)) == given_nil
        assert verdict(entity("country", "Canada", "CA", link=given_link)) == given_link

    def test_linking_twice_changes_nothing(self):
        once = link(facts(country("CA"), entity("person", "Vladimir Putin")))
        assert link(once) == once

    @given(
        st.sampled_from(["person", "organization", "place", "country"]),
        st.text(min_size=1),
        st.sampled_from(["CA", None]),
    )
    def test_any_name_gets_a_verdict(self, kind, name, code):
        found = verdict(entity(kind, name, code))
        assert isinstance(found, Nil) or 0 <= found.score <= 1


class TestCountries:
    def test_the_code_decides(self):
        found = verdict(entity("country", "the North", "KP"))
        assert (found.qid, found.label, found.score, found.because) == ("Q423", "North Korea", 1.0, "ISO code KP")

    def test_an_unknown_code_stays_unlinked(self):
        assert "ZZ" in verdict(entity("country", "Nowhere", "ZZ")).because

    def test_no_code_no_link(self):
        assert isinstance(verdict(entity("country", "Canada")), Nil)


class TestPeople:
    blair = entity("person", "Bill Blair")
    putin = entity("person", "Vladimir Putin")

    def test_name_title_and_country_agree(self):
        found = verdict(self.blair, country("CA"), posts=[post(self.blair, "Defense Minister", state=country("CA"))])
        assert (found.qid, found.score) == ("Q4908168", 0.95)
        assert "Defense Minister of Canada" in found.because

    def test_the_country_may_be_that_of_the_body(self):
        ministry = entity("organization", "Canadian defense ministry", "CA")
        assert verdict(self.blair, ministry, posts=[post(self.blair, "minister", body=ministry)]).qid == "Q4908168"

    @pytest.mark.parametrize("title", ["President", "former president", "PRIME MINISTER", "leader"])
    def test_a_title_may_be_short_or_former(self, title):
        assert verdict(self.putin, country("RU"), posts=[post(self.putin, title, state=country("RU"))]).qid == "Q7747"

    @pytest.mark.parametrize("name", ["Kim Jong Un", "KIM JONG-UN", "Kim Jong‑un"])
    def test_a_name_may_be_spelled_otherwise(self, name):
        kim = entity("person", name)
        assert verdict(kim, country("KP"), posts=[post(kim, "leader", state=country("KP"))]).qid == "Q56226"

    def test_another_title_is_somebody_else_s(self):
        found = verdict(self.blair, country("CA"), posts=[post(self.blair, "head coach", state=country("CA"))])
        assert found == Nil(because="named like Q4908168 (Bill Blair), but the post differs: head coach of Canada")

    def test_another_country_is_somebody_else_s(self):
        found = verdict(
            self.blair, country("AU"), country("CA"), posts=[post(self.blair, "Defence Minister", state=country("AU"))]
        )
        assert found == Nil(
            because="named like Q4908168 (Bill Blair), but the post differs: Defence Minister of Australia"
        )

    def test_one_contradicting_post_is_enough(self):
        both = [post(self.putin, "President", state=country("RU")), post(self.putin, "coach")]
        assert isinstance(verdict(self.putin, country("RU"), posts=both), Nil)

    def test_a_title_without_a_country_needs_the_country_in_the_article(self):
        alone = [post(self.blair, "Defense Minister")]
        assert verdict(self.blair, country("CA"), posts=alone).score == 0.85
        assert isinstance(verdict(self.blair, posts=alone), Nil)

    def test_a_name_without_a_post_needs_the_country_in_the_article_and_scores_less(self):
        assert verdict(self.putin, country("RU")).score == 0.7
        assert verdict(self.putin, entity("place", "Moscow", "RU")).score == 0.7
        assert "does not name Russia" in verdict(self.putin, country("CA")).because

    def test_a_common_name_needs_a_post(self):
        assert "states no post" in verdict(self.blair, country("CA")).because

    def test_an_author_is_never_linked_by_name_alone(self):
        authors = [Reference(entity=self.putin.id, evidence=CITED)]
        assert "author" in verdict(self.putin, country("RU"), authors=authors).because

    @pytest.mark.parametrize("name", ["Putin", "Vladimir Putina", "Kim", "Kim Yong-hyun", "Nils Hilmer", "Michael Lee"])
    def test_any_other_name_is_unknown(self, name):
        someone = entity("person", name)
        held = [post(someone, "President", state=country("RU"))]
        assert verdict(someone, country("RU"), country("KP"), posts=held).because == "no entry in the knowledge base"


class TestBodies:
    @pytest.mark.parametrize(
        ("name", "code", "qid"),
        [
            ("German Federal Ministry of Defense", "DE", "Q493353"),
            ("German Defence Ministry", "DE", "Q493353"),
            ("South Korean defense ministry", "KR", "Q488542"),
            ("Ministry of National Defense", "KR", "Q488542"),
            ("Ministry of National Defense of the Republic of Korea", None, "Q488542"),
            ("Canadian defense ministry", "CA", "Q1191463"),
            ("Canada’s Department of National Defence", None, "Q1191463"),
        ],
    )
    def test_a_ministry_links_with_its_state(self, name, code, qid):
        assert verdict(entity("organization", name, code)).qid == qid

    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("Ministry of National Defense", "TW"),
            ("Taiwan's Ministry of National Defense", None),
            ("Austrian Federal Ministry of Defence", "AT"),
            ("Federal Ministry of Defence", "AT"),
            ("Greek defense ministry", "GR"),
        ],
    )
    def test_the_same_name_in_another_state_is_another_body(self, name, code):
        assert "of another state" in verdict(entity("organization", name, code)).because

    @pytest.mark.parametrize("name", ["Ministry of National Defense", "Defense Ministry", "Korean defense ministry"])
    def test_the_name_without_a_state_is_nobody_s(self, name):
        assert "whose it is" in verdict(entity("organization", name)).because

    @pytest.mark.parametrize(
        ("name", "qid"),
        [
            ("United Nations", "Q1065"),
            ("UN Security Council", "Q37470"),
            ("U.N. Security Council", "Q37470"),
            ("Yonhap", "Q333206"),
            ("YONHAP NEWS AGENCY", "Q333206"),
        ],
    )
    def test_a_name_of_its_own_needs_no_state(self, name, qid):
        assert verdict(entity("organization", name)).qid == qid

    @pytest.mark.parametrize("name", ["UN", "U.N.", "MND", "UNC"])
    def test_an_acronym_alone_never_links(self, name):
        assert "acronym" in verdict(entity("organization", name, "KR")).because

    @pytest.mark.parametrize(
        "name", ["United Nations Command", "United Nations Foundation", "Yonhap Infomax", "Security Council", "News1"]
    )
    def test_a_longer_or_shorter_name_is_unknown(self, name):
        assert verdict(entity("organization", name)).because == "no entry in the knowledge base"

    def test_an_organization_is_no_place_of_that_name(self):
        assert isinstance(verdict(entity("organization", "Seoul", "KR")), Nil)


class TestPlaces:
    def test_a_place_links_with_its_country(self):
        assert verdict(entity("place", "Seoul", "KR")).qid == "Q8684"

    @pytest.mark.parametrize("code", ["US", None])
    def test_a_place_elsewhere_or_nowhere_stays_unlinked(self, code):
        assert "named like Q8684 (Seoul)" in verdict(entity("place", "Seoul", code)).because

    def test_a_place_that_is_not_in_the_table_stays_unlinked(self):
        assert verdict(entity("place", "Oslo", "NO")).because == "no entry in the knowledge base"


class TestTheTable:
    def test_each_row_tells_where_its_number_is_from(self):
        assert all(entry.grade in {"two sources", "one curated source"} and entry.source for entry in entries())

    def test_each_row_has_a_kind_that_is_linked_and_its_own_item(self):
        assert {entry.kind for entry in entries()} == {"person", "organization", "place"}
        assert len({entry.qid for entry in entries()}) == len(entries())
        assert all(re.fullmatch(r"Q[1-9]\d*", entry.qid) for entry in entries())

    def test_a_person_has_a_country_and_posts(self):
        assert all(entry.country and entry.posts for entry in entries() if entry.kind == "person")
