"""A real article, copied from a news site as a reader would copy it: each fact that must come out of it."""

import pytest
from material import REAL_ARTICLE

from ld import build
from ld.facts import Entity, Link, Nil

URL = (
    "https://koreajoongangdaily.joins.com/news/2024-09-11/national/defense/"
    "South-Korea-UNC-member-states-demand-end-to-NorthRussia-military-cooperation/2133007"
)
COUNTRIES = {
    "KR": "Q884",
    "KP": "Q423",
    "RU": "Q159",
    "UA": "Q212",
    "US": "Q30",
    "GB": "Q145",
    "CA": "Q16",
    "FR": "Q142",
    "AU": "Q408",
    "BE": "Q31",
    "CO": "Q739",
    "DK": "Q35",
    "DE": "Q183",
    "GR": "Q41",
    "IT": "Q38",
    "NL": "Q55",
    "NZ": "Q664",
    "NO": "Q20",
    "PH": "Q928",
    "ZA": "Q258",
    "TH": "Q869",
    "TR": "Q43",
}
MEMBERS = set(COUNTRIES) - {"KR", "KP", "RU", "UA"}

pytestmark = pytest.mark.material(REAL_ARTICLE)


@pytest.fixture(scope="module")
def built():
    return build(REAL_ARTICLE.path, url=URL, date="2024-09-11")


@pytest.fixture(scope="module")
def facts(built):
    return built.facts


def named(facts, name: str) -> Entity:
    (found,) = (entity for entity in facts.entities if entity.name == name)
    return found


def surfaces(entity: Entity) -> set[str]:
    return {mention.exact for mention in entity.mentions}


def test_the_graph_is_valid(built):
    assert built.report.conforms()
    assert built.report.focus_nodes > 100


class TestArticle:
    def test_it_states_its_metadata(self, built):
        article = built.article
        assert article.headline.value.startswith("South Korea, UNC member states demand end")
        assert [author.value for author in article.authors] == ["Michael Lee"]
        assert article.publisher.value == "Korea JoongAng Daily"
        assert [section.value for section in article.sections] == ["National", "Defense"]
        assert article.language.value == "en"
        assert article.date_published.value == "2024-09-11"

    def test_each_of_two_images_stands_once_with_its_credit(self, built):
        assert [image.credit.value for image in built.article.images] == ["YONHAP", "NEWS1"]
        assert built.turtle().count("schema:ImageObject") == 2

    @pytest.mark.parametrize(
        "chrome",
        [
            "Home >",
            "print dictionary",
            "기자 사진",
            "Log in to",
            "with the Korea JoongAng",
            "help-image",
            "lock icon",
            "To write comments",
            "Standards Board",
            "joongang.co.kr",
            "0/250",
        ],
    )
    def test_no_line_of_the_page_around_it_gets_in(self, built, chrome):
        for output in (built.article.text, built.turtle(), built.json_ld(), built.evidence_turtle()):
            assert chrome not in output


class TestCountries:
    def test_there_are_22_and_each_has_its_wikidata_id(self, facts):
        linked = {country.country_code: country.link.qid for country in facts.of_kind("country")}
        assert linked == COUNTRIES

    def test_north_korea_is_found_under_all_its_names(self, facts):
        (north,) = (country for country in facts.of_kind("country") if country.country_code == "KP")
        assert surfaces(north) >= {"North Korea", "DPRK", "the North", "North Korean"}

    @pytest.mark.parametrize(
        "phrase",
        ["Korean War", "Korean Peninsula", "Korean-language", "United Nations", "Indo-Pacific", "Korea JoongAng Daily"],
    )
    def test_a_country_word_inside_another_name_is_no_mention(self, facts, phrase):
        text = facts.article.text
        spans = [(m.start, m.end) for country in facts.of_kind("country") for m in country.mentions]
        position = text.find(phrase)
        while position >= 0:
            assert not [span for span in spans if span[0] < position + len(phrase) and position < span[1]]
            position = text.find(phrase, position + 1)


class TestPeople:
    def test_the_six_in_the_news_and_the_author_are_all_the_people(self, facts):
        assert {person.name for person in facts.of_kind("person")} == {
            "Kim Yong-hyun",
            "Bill Blair",
            "Nils Hilmer",
            "Vladimir Putin",
            "Kim Jong-un",
            "Yoon Suk Yeol",
            "Michael Lee",
        }

    @pytest.mark.parametrize(
        ("name", "title", "held_for"),
        [
            ("Kim Yong-hyun", "Defense Minister", "South Korea"),
            ("Bill Blair", "Defense Minister", "Canada"),
            ("Nils Hilmer", "state secretary", "German Federal Ministry of Defense"),
            ("Vladimir Putin", "President", "Russia"),
            ("Kim Jong-un", "leader", "North Korea"),
            ("Yoon Suk Yeol", "President", "South Korea"),
        ],
    )
    def test_each_has_one_post(self, facts, name, title, held_for):
        (post,) = (post for post in facts.posts if post.holder == named(facts, name).id)
        assert post.title == title
        assert facts.entity(post.body or post.country).name == held_for

    @pytest.mark.parametrize(
        ("name", "qid"),
        [
            ("Vladimir Putin", "Q7747"),
            ("Kim Jong-un", "Q56226"),
            ("Yoon Suk Yeol", "Q16090635"),
            ("Bill Blair", "Q4908168"),
        ],
    )
    def test_the_known_are_linked(self, facts, name, qid):
        assert isinstance(named(facts, name).link, Link)
        assert named(facts, name).link.qid == qid

    @pytest.mark.parametrize("name", ["Kim Yong-hyun", "Nils Hilmer", "Michael Lee", "United Nations Command", "News1"])
    def test_the_unknown_stay_unknown_with_a_reason(self, facts, name):
        assert isinstance(named(facts, name).link, Nil)
        assert named(facts, name).link.because

    def test_a_surname_belongs_to_its_bearer(self, facts):
        assert "Hilmer" in surfaces(named(facts, "Nils Hilmer"))


class TestBodiesAndPlaces:
    @pytest.mark.parametrize(
        ("name", "qid"),
        [
            ("UN Security Council", "Q37470"),
            ("German Federal Ministry of Defense", "Q493353"),
            ("South Korean defense ministry", "Q488542"),
            ("Canadian defense ministry", "Q1191463"),
            ("Yonhap", "Q333206"),
            ("Seoul", "Q8684"),
            ("Pyongyang", "Q18808"),
        ],
    )
    def test_the_known_are_linked(self, facts, name, qid):
        assert named(facts, name).link.qid == qid

    def test_the_command_is_known_by_its_acronym(self, facts):
        assert "UNC" in surfaces(named(facts, "United Nations Command"))

    def test_seoul_lies_in_south_korea(self, built):
        assert "schema:containedInPlace wd:Q884" in built.turtle()

    def test_the_treaty_is_a_named_document(self, facts):
        assert named(facts, "Treaty on Comprehensive Strategic Partnership").kind == "work"


class TestEvents:
    def event(self, facts, date):
        (event,) = (event for event in facts.events if event.start and event.start.value == date)
        return event

    def test_the_meeting_was_in_seoul_on_the_day_before_the_article(self, facts):
        meeting = self.event(facts, "2024-09-10")
        assert "defense ministerial meeting" in meeting.name
        assert [facts.entity(place.entity).name for place in meeting.places] == ["Seoul"]

    def test_two_ministries_held_the_meeting(self, facts):
        meeting = self.event(facts, "2024-09-10")
        hosts = {facts.entity(host.entity).name for host in meeting.organizers}
        assert hosts == {"South Korean defense ministry", "Canadian defense ministry"}

    def test_those_attended_whom_the_text_puts_there(self, facts):
        meeting = self.event(facts, "2024-09-10")
        present = {facts.entity(person.entity).name for person in meeting.attendees}
        assert present == {"Kim Yong-hyun", "Bill Blair", "Nils Hilmer"}

    def test_the_first_meeting_was_in_november_of_the_year_before(self, facts):
        assert "first" in self.event(facts, "2023-11").name

    def test_putin_visited_pyongyang_in_june(self, facts):
        visit = self.event(facts, "2024-06")
        assert [facts.entity(place.entity).name for place in visit.places] == ["Pyongyang"]
        assert [facts.entity(person.entity).name for person in visit.attendees] == ["Vladimir Putin"]

    def test_there_are_no_other_events(self, facts):
        assert len(facts.events) == 3


class TestMemberships:
    def test_the_18_states_of_the_list_are_members(self, facts):
        members = {facts.entity(membership.member).country_code for membership in facts.memberships}
        assert members == MEMBERS
        assert {m.organization for m in facts.memberships} == {named(facts, "United Nations Command").id}

    def test_only_germany_has_a_date_of_joining(self, facts):
        since = {facts.entity(m.member).name: m.start.value for m in facts.memberships if m.start}
        assert since == {"Germany": "2024-08"}


class TestQuotations:
    @pytest.mark.parametrize(
        ("beginning", "speaker"),
        [
            ("immediately cease", "UNC member states"),
            ("serious concern over military", "UNC member states"),
            ("urged Russia and the DPRK", "UNC member states"),
            ("weapons transactions", "UNC member states"),
            ("cruel and fatal results", "Kim Yong-hyun"),
            ("countries that share", "Kim Yong-hyun"),
            ("strong solidarity", "Kim Yong-hyun"),
            ("united in condemning", "Bill Blair"),
            ("their deepening ties", "Bill Blair"),
            ("clear signal of", "Nils Hilmer"),
        ],
    )
    def test_each_has_its_speaker(self, facts, beginning, speaker):
        (quotation,) = (q for q in facts.quotations if q.text.startswith(beginning))
        assert speaker in {facts.entity(reference.entity).name for reference in quotation.speakers}

    def test_there_are_ten_word_for_word(self, facts):
        assert len(facts.quotations) == 10
        assert all(quotation.text in facts.article.text for quotation in facts.quotations)


def test_without_a_date_none_is_invented():
    facts = build(REAL_ARTICLE.path, url=URL).facts
    assert facts.article.date_published is None
    assert not [event for event in facts.events if event.start]
    assert not [membership for membership in facts.memberships if membership.start]


def test_without_an_address_the_graph_has_a_stable_urn():
    first, second = build(REAL_ARTICLE.path), build(REAL_ARTICLE.path)
    assert first.graph.name.startswith("urn:uuid:")
    assert first.graph == second.graph
