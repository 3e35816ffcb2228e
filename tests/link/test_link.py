"""Links, and honest refusals to link, with the knowledge base that comes with the program."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ld.article import Article, Citation, Given, Stated
from ld.facts import Entity, Facts, Link, Mention, Nil, Post, Reference
from ld.kb import bundled_kb
from ld.link import link
from ld.link.folding import fold

CITED = (Citation(start=0, end=1, exact="x"),)
ARTICLE = Article(
    text="x",
    parts=(),
    headline=Stated(value="x", evidence=CITED),
    language=Stated(value="en", evidence=(Given(option="--lang", value="en"),)),
    date_published=Stated(value="2021-09-11", evidence=CITED),
)


def entity(kind: str, name: str, code: str | None = None, **fields) -> Entity:
    return Entity(id=f"{kind}-{fold(name).replace(' ', '-')}", kind=kind, name=name, country_code=code, **fields)


def country(code: str) -> Entity:
    return entity("country", f"country {code}", code)


def facts(*entities: Entity, posts=(), authors=()) -> Facts:
    return Facts(version=1, article=ARTICLE, entities=entities, posts=posts, authors=authors)


def verdict(subject: Entity, *others: Entity, posts=(), authors=()) -> Link | Nil:
    return link(facts(subject, *others, posts=posts, authors=authors), bundled_kb()).entities[0].link


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
    @pytest.mark.parametrize("kb", [None, "bundled"])
    def test_every_entity_gets_a_link_or_a_reason(self, kb):
        kinds = ["person", "country", "organization", "group", "place", "work"]
        linked = link(facts(*(entity(kind, "Nobody Known") for kind in kinds)), kb and bundled_kb())
        assert all(isinstance(one.link, Nil) and one.link.because for one in linked.entities)

    def test_what_somebody_has_decided_stays(self):
        given_nil = Nil(because="the editor says so")
        given_link = Link(qid="Q1", label="x", score=1.0, because="the editor says so", source="editor")
        assert verdict(entity("country", "Canada", "CA", link=given_nil)) == given_nil
        assert verdict(entity("country", "Canada", "CA", link=given_link)) == given_link

    def test_linking_twice_changes_nothing(self):
        once = link(facts(country("CA"), entity("person", "Vladimir Putin")), bundled_kb())
        assert link(once, bundled_kb()) == once

    def test_below_the_threshold_nothing_is_linked(self):
        found = facts(entity("organization", "United Nations"))
        assert link(found, bundled_kb(), threshold=0.5).entities[0].qid == "Q1065"
        assert "is below 1" in link(found, bundled_kb(), threshold=1.0).entities[0].link.because

    def test_a_link_cites_the_edition_of_the_knowledge_base(self):
        assert verdict(entity("organization", "United Nations")).source == bundled_kb().source

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

    @pytest.mark.parametrize("title", ["President", "former president", "PRIME MINISTER"])
    def test_a_title_may_be_short_or_former(self, title):
        assert verdict(self.putin, country("RU"), posts=[post(self.putin, title, state=country("RU"))]).qid == "Q7747"

    @pytest.mark.parametrize("name", ["Kim Jong Un", "KIM JONG-UN", "Kim Jong‑un"])
    def test_a_name_may_be_spelled_otherwise(self, name):
        kim = entity("person", name)
        assert verdict(kim, country("KP"), posts=[post(kim, "leader", state=country("KP"))]).qid == "Q56226"

    def test_another_trade_is_somebody_else_s(self):
        found = verdict(self.blair, country("CA"), posts=[post(self.blair, "goalkeeper")])
        assert "another trade: goalkeeper" in found.because

    def test_another_country_is_somebody_else_s(self):
        found = verdict(
            self.blair, country("AU"), country("CA"), posts=[post(self.blair, "Defence Minister", state=country("AU"))]
        )
        assert "the post is that of Australia" in found.because

    def test_an_author_is_never_linked_by_name_alone(self):
        authors = [Reference(entity=self.putin.id, evidence=CITED)]
        assert "author" in verdict(self.putin, country("RU"), authors=authors).because

    def test_junior_is_not_his_father(self):
        assert isinstance(verdict(entity("person", "Vladimir Putin Jr."), country("RU")), Nil)

    @pytest.mark.parametrize("name", ["Vladimir Putina", "Kim Yong-hyun", "Nils Hilmer", "Michael Lee"])
    def test_any_other_name_is_unknown(self, name):
        someone = entity("person", name)
        held = [post(someone, "President", state=country("RU"))]
        assert isinstance(verdict(someone, country("RU"), country("KP"), posts=held), Nil)


class TestOrganizations:
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
            ("British Ministry of Defence", "GB", "Q1143261"),
            ("Austrian Federal Ministry of Defence", "AT", "Q872173"),
            ("Federal Ministry of Defence", "AT", "Q872173"),
        ],
    )
    def test_a_ministry_links_with_its_state(self, name, code, qid):
        assert verdict(entity("organization", name, code)).qid == qid

    @pytest.mark.parametrize(("name", "code"), [("Greek defense ministry", "GR"), ("Ministry of Magic", "GB")])
    def test_the_same_name_in_another_state_is_another_body(self, name, code):
        assert isinstance(verdict(entity("organization", name, code)), Nil)

    @pytest.mark.parametrize("name", ["Ministry of National Defense", "Defense Ministry", "Ministry of Defence"])
    def test_the_name_without_a_state_is_nobody_s(self, name):
        assert isinstance(verdict(entity("organization", name)), Nil)

    @pytest.mark.parametrize(
        ("name", "qid"),
        [
            ("United Nations", "Q1065"),
            ("UN Security Council", "Q37470"),
            ("U.N. Security Council", "Q37470"),
            ("Yonhap", "Q333206"),
            ("YONHAP NEWS AGENCY", "Q333206"),
            ("Nato", "Q7184"),
            ("NATO", "Q7184"),
            ("Google", "Q95"),
            ("The New York Times", "Q9684"),
            ("New York Times", "Q9684"),
            ("European Union", "Q458"),
        ],
    )
    def test_a_name_of_its_own_needs_no_state(self, name, qid):
        assert verdict(entity("organization", name)).qid == qid

    @pytest.mark.parametrize("name", ["UNC", "PP", "SD"])
    def test_an_acronym_of_many_never_links(self, name):
        assert isinstance(verdict(entity("organization", name, "KR")), Nil)

    @pytest.mark.parametrize("name", ["United Nations Command", "Yonhap Infomax", "Security Council", "News1"])
    def test_a_longer_or_shorter_name_is_unknown(self, name):
        assert isinstance(verdict(entity("organization", name)), Nil)

    def test_an_organization_is_no_place_of_that_name(self):
        assert isinstance(verdict(entity("organization", "Pyongyang", "KP")), Nil)


class TestPlaces:
    @pytest.mark.parametrize(("name", "code", "qid"), [("Seoul", "KR", "Q8684"), ("Texas", None, "Q1439")])
    def test_a_place_links_with_its_country_or_by_its_fame(self, name, code, qid):
        assert verdict(entity("place", name, code)).qid == qid

    def test_a_place_elsewhere_stays_unlinked(self):
        assert "that one is not of United States" in verdict(entity("place", "Seoul", "US")).because

    @pytest.mark.parametrize(
        ("text", "qid"),
        [
            ("They met in Paris on Friday.", "Q90"),
            ("They met in Paris, Texas, on Friday.", None),
            ("They met in London on Friday.", "Q84"),
            ("They met in Valencia, Venezuela, on Friday.", "Q54880"),
            ("They met in Valencia, Spain, on Friday.", "Q8818"),
        ],
    )
    def test_what_follows_says_which_place_is_meant(self, text, qid):
        name = text.split(" in ")[1].split(",")[0].split(" on")[0]
        start = text.index(name)
        place = entity("place", name, mentions=(Mention.of(text, start, start + len(name)),))
        article = Article(text=text, parts=(), headline=ARTICLE.headline, language=ARTICLE.language)
        assert link(Facts(version=1, article=article, entities=(place,)), bundled_kb()).entities[0].qid == qid
