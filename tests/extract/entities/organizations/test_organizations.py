"""Which words name an organization, and where its name begins and ends."""

import pytest

from ld.extract import extract
from ld.facts import Facts


@pytest.fixture
def bodies(make_article):
    def of(*paragraphs: str, **options) -> dict[str, list[str]]:
        facts = extract(make_article(*paragraphs, **options))
        return {body.name: [mention.exact for mention in body.mentions] for body in facts.of_kind("organization")}

    return of


@pytest.fixture
def facts(make_article):
    def of(*paragraphs: str) -> Facts:
        return extract(make_article(*paragraphs))

    return of


class TestServicesOfAState:
    @pytest.mark.parametrize(
        ("sentence", "name"),
        [
            ("The Norwegian army closed the quay.", "Norwegian army"),
            ("A Norwegian military spokesman called.", "Norwegian military"),
            ("Norway’s armed forces met.", "Norway’s armed forces"),
            ("Norway’s central bank raised rates.", "Norway’s central bank"),
            ("The Norwegian coast guard came.", "Norwegian coast guard"),
        ],
    )
    def test_what_a_state_has_but_one_of_is_named_by_the_state(self, bodies, sentence, name):
        assert list(bodies(sentence)) == [name]

    @pytest.mark.parametrize(
        "sentence",
        [
            "The Norwegian military operation went on.",
            "Norwegian military aid came.",
            "A Norwegian army of quilters came.",
            "Norwegian and Danish army trucks came.",
        ],
    )
    def test_what_is_only_done_by_one_or_owned_by_two_names_none(self, bodies, sentence):
        assert bodies(sentence) == {}

    def test_the_country_that_owns_it_is_named_too(self, facts):
        assert [country.name for country in facts("Norway’s army met.").of_kind("country")] == ["Norway"]


class TestTitles:
    def test_a_headline_alone_names_no_body(self, bodies):
        assert bodies("The quay opened early.", headline="Ada Quill Could Face Harbor Service") == {}

    def test_a_headline_repeats_what_the_text_names(self, bodies):
        found = bodies("The Harbor Service closed.", headline="Why Harbor Service Shuts Down")
        assert found == {"Harbor Service": ["Harbor Service", "Harbor Service"]}

    def test_a_line_of_capitalised_words_is_read_like_a_headline(self, bodies):
        assert bodies("Create Your Harbor Quay Museum Today") == {}


class TestWhereANameBegins:
    @pytest.mark.parametrize(
        ("sentence", "name"),
        [
            ("Harbor Governor Ada Quill and Quayside University signed.", "Quayside University"),
            ("Lisa Quill of Happy Harbor Company came.", "Happy Harbor Company"),
            ("The director of Northern Quay Center came.", "Northern Quay Center"),
            ("The Patent and Anchor Office met.", "Patent and Anchor Office"),
            ("New Jersey Port Authority is poor.", "New Jersey Port Authority"),
            ("They trust the New Harbor Fund.", "New Harbor Fund"),
            ("Former Quayside Harbor Bank staff left.", "Quayside Harbor Bank"),
            ("The Oslo-based Harbor Institute came.", "Harbor Institute"),
            ("The Children’s Harbor Hospital opened.", "Children’s Harbor Hospital"),
            ("St. Mary Hospital opened.", "St. Mary Hospital"),
            ("They met the South Korea-United Nations Command.", "United Nations Command"),
            ("The Norway-Denmark Harbor Commission met.", "Norway-Denmark Harbor Commission"),
            ("King Olav Foundation paid.", "King Olav Foundation"),
        ],
    )
    def test_titles_persons_and_sentence_openers_stay_out(self, bodies, sentence, name):
        assert list(bodies(sentence)) == [name]

    def test_and_joins_two_museums_and_makes_no_third(self, bodies):
        found = bodies("The Rivers Museum of Art and Quayside Museum of Glass opened.")
        assert list(found) == ["Rivers Museum of Art", "Quayside Museum of Glass"]


class TestWhereANameEnds:
    @pytest.mark.parametrize(
        ("sentence", "name"),
        [
            ("The Port Enforcement Administration on Nov. 3 left.", "Port Enforcement Administration"),
            ("The Senate Committee on Harbors on Tuesday voted.", "Senate Committee on Harbors"),
            ("The Council of Quay Designers of America met.", "Council of Quay Designers of America"),
            ("The Center for Ships in the Public Interest met.", "Center for Ships in the Public Interest"),
            (
                "The University of Quayside School of Public Health paid.",
                "University of Quayside School of Public Health",
            ),
            (
                "The U.S. Department of Health and Human Services paid.",
                "U.S. Department of Health and Human Services",
            ),
            ("The House Committee on Harbors and the Sea met.", "House Committee on Harbors and the Sea"),
            ("A National Institute on Tides-funded ship left.", "National Institute on Tides"),
            ("The Northern Harbor Board Chairman left.", "Northern Harbor Board"),
            ("The Centers for Sea Health paid.", "Centers for Sea Health"),
            ("The National Institutes of Tides paid.", "National Institutes of Tides"),
            ("The Quayside University Tigers won.", "Quayside University Tigers"),
        ],
    )
    def test_a_name_is_cut_out_whole(self, bodies, sentence, name):
        assert list(bodies(sentence)) == [name]

    @pytest.mark.parametrize(
        "sentence",
        [
            "The Harbor Trust of Quayside Awards were given.",
            "They visited the Office of Governor Ada Quill.",
        ],
    )
    def test_what_would_be_cut_short_is_left_out(self, bodies, sentence):
        assert bodies(sentence) == {}

    def test_america_inside_a_body_s_name_is_no_country(self, facts):
        assert facts("The Council of Quay Designers of America met.").of_kind("country") == ()

    @pytest.mark.parametrize(
        "name", ["Northern Tools Co.", "Quay Works AG", "Kay Tides B.V.", "Quay, Inc.", "Quay LLC"]
    )
    def test_a_legal_form_makes_a_company(self, bodies, name):
        assert list(bodies(f"They said that {name} came.")) == [name]

    def test_an_attorney_general_of_a_state_is_no_company(self, bodies):
        assert bodies("The ship was seized, Texas AG said.") == {}


class TestNoBodies:
    @pytest.mark.parametrize(
        "sentence",
        [
            "They fled to the West Bank.",
            "On the Western Front nothing moved.",
            "He left the Premier League.",
            "He won the FA Cup and Champions League.",
            "It cost AU$4,100.",
            "They cited Quay and Front.",
            "They want a World Class University that sails.",
        ],
    )
    def test_regions_fronts_leagues_and_sums_are_none(self, bodies, sentence):
        assert bodies(sentence) == {}

    @pytest.mark.parametrize(
        ("sentence", "is_named"),
        [
            ("They came to Harbor Party late.", False),
            ("They came to the Harbor Party late.", True),
            ("Harbor Party said so.", True),
            ("They came to Harbor Party. They left Harbor Party.", True),
        ],
    )
    def test_a_weak_word_for_a_body_needs_a_sign(self, bodies, sentence, is_named):
        assert list(bodies(sentence)) == ["Harbor Party"] * is_named


class TestShortForms:
    def test_a_bare_name_is_that_of_the_one_longer_name(self, bodies):
        found = bodies("The US Secret Service came.", "The Secret Service left.")
        assert found == {"US Secret Service": ["US Secret Service", "Secret Service"]}

    def test_a_name_without_its_last_full_stop_is_the_same(self, bodies):
        found = bodies("The U.N Security Council met. The Security Council left.")
        assert found == {"UN Security Council": ["U.N Security Council", "Security Council"]}

    def test_one_supreme_court_is_not_another(self, bodies):
        found = bodies("The Quayland Supreme Court ruled.", "They went to the Supreme Court.")
        assert list(found) == ["Quayland Supreme Court", "Supreme Court"]

    def test_initials_name_the_one_body_that_has_them(self, bodies):
        found = bodies("The Federal Harbor Commission sued.", "The FHC won, and the FTH lost.")
        assert found["Federal Harbor Commission"] == ["Federal Harbor Commission", "FHC"]

    def test_initials_of_two_bodies_name_neither(self, bodies):
        found = bodies("The Federal Harbor Commission sued the Free Harbor Center.", "The FHC won.")
        assert [len(mentions) for mentions in found.values()] == [1, 1]

    def test_another_board_is_not_the_board(self, bodies):
        found = bodies("The Northern Harbor Board met.", "The other board, the door of the board, and the board left.")
        assert found == {"Northern Harbor Board": ["Northern Harbor Board", "the board", "the board"]}


def test_one_member_is_no_group(facts):
    assert facts("Northern Harbor Society member Ada Quill left.").of_kind("group") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Harborsoft CEO Ada Quill left.",
        "Harborsoft's chief executive, Ada Quill, left.",
        "Ada Quill, chief executive officer of Harborsoft, left.",
        "Ada Quill, an analyst at Harborsoft, left.",
    ],
)
def test_who_runs_it_shows_that_a_name_is_a_company(facts, sentence):
    found = facts(sentence, "On Monday Harborsoft sold ships.").of_kind("organization")
    assert [(company.name, len(company.mentions)) for company in found] == [("Harborsoft", 2)]


@pytest.mark.parametrize(
    "sentence",
    ["Former CEO Ada Quill left.", "Norwegian CEO Ada Quill left.", "The CEO of Norway’s port, Ada Quill, left."],
)
def test_what_else_stands_before_such_a_post_is_no_company(facts, sentence):
    assert facts(sentence).of_kind("organization") == ()


def test_the_letters_of_an_acronym_within_a_name_are_initials_of_it(bodies):
    found = bodies("The UN Security Council met on Friday. A UNSC vote failed.")
    assert found["UN Security Council"] == ["UN Security Council", "UNSC"]


def test_what_a_minister_has_charge_of_is_no_body(bodies):
    assert bodies("Then Emergency Services Minister Nora Quist left. She met the Quay Rescue Services Board.") == {
        "Quay Rescue Services Board": ["Quay Rescue Services Board"]
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Farming, Fishing, Mining and Tourism Union met.", "Farming, Fishing, Mining and Tourism Union"),
        ("In Norvik, Mining and Tourism Union members met.", "Mining and Tourism Union"),
    ],
)
def test_fields_before_the_last_two_belong_to_the_name(bodies, text, name):
    assert list(bodies(text)) == [name]


def test_an_ampersand_makes_no_other_body(facts):
    found = facts("The Quay & Harbour Board met. The Quay and Harbour Board left.")
    assert len(found.of_kind("organization")) == 1


class TestCompanies:
    @pytest.mark.parametrize(
        ("sentence", "name"),
        [
            ("It sold B.Q.L Industries PLC on Monday.", "B.Q.L Industries PLC"),
            ("First of Norvik Bank Corp. said so.", "First of Norvik Bank Corp."),
            ("They hired Ralvik’s Inc. for the job.", "Ralvik’s Inc."),
            ("It was sold by Quist, Marsh & Quill Corp. on Monday.", "Quist, Marsh & Quill Corp."),
            ("They met Quillby Marshes Hollow & Co. and left.", "Quillby Marshes Hollow & Co."),
            ("An analyst at Leeds stockbrokers Quistel de Marsh was ill.", "Quistel de Marsh"),
            ("The chief executive of Quillhaven, Ohio-based Norviksoft resigned.", "Norviksoft"),
        ],
    )
    def test_a_name_is_complete_and_no_town_before_it(self, bodies, sentence, name):
        assert list(bodies(sentence)) == [name]

    def test_the_first_word_alone_names_a_company_again(self, bodies):
        text = "Quistel International PLC lost money. Rivals hope that Quistel’s plant will close."
        assert bodies(text) == {"Quistel International PLC": ["Quistel International PLC", "Quistel"]}

    def test_the_first_word_names_a_founder_if_a_given_name_precedes_it(self, bodies):
        text = "Quistel Industries Ltd lost money, and Nora Quistel left. Friends of Quistel wept."
        assert bodies(text) == {"Quistel Industries Ltd": ["Quistel Industries Ltd"]}

    def test_what_a_committee_is_for_may_have_an_article(self, bodies):
        assert list(bodies("The Committee for a Better Harbor said so.")) == ["Committee for a Better Harbor"]

    @pytest.mark.parametrize(
        "sentence",
        ["They live on the Quillish West Bank.", "She met him in the Oval Office.", "a Level I Trauma Center"],
    )
    def test_a_region_or_a_room_is_none(self, bodies, sentence):
        assert not bodies(sentence)


@pytest.mark.parametrize("spelling", ["Al Qaeda", "al-Qaeda", "al Qaida"])
def test_spellings_name_the_same_body(bodies, spelling):
    assert bodies(f"Al Qaeda fled. Men of {spelling} fled.") == {"Al Qaeda": ["Al Qaeda", spelling]}


class TestNamesCutShort:
    def test_an_acronym_that_begins_a_company_s_name_is_the_company(self, bodies):
        found = bodies("QNW Corp. grew. The merger of QNW was approved. QNW shares rose.")
        assert list(found) == ["QNW Corp."]

    def test_the_second_of_two_partners_is_no_company(self, bodies):
        assert not bodies("It was rated by Norvik and Ralvik’s Corp. on Monday.")

    def test_a_bank_of_a_union_is_a_body(self, bodies):
        assert list(bodies("The European Central Bank raised rates.")) == ["European Central Bank"]

    def test_a_company_without_its_legal_form_is_the_same(self, bodies):
        text = "Quill Truck Corp. grew. It is unclear how Quill Truck grew."
        assert bodies(text) == {"Quill Truck Corp.": ["Quill Truck Corp.", "Quill Truck"]}

    def test_the_article_and_the_last_word_name_the_one_paper_that_ends_so(self, bodies):
        found = bodies("The Washington Post reported it.", "Officials told The Post that it was late.")
        assert len(found) == 1

    def test_the_last_word_of_two_papers_names_neither(self, bodies):
        found = bodies("The New York Times and the Los Angeles Times wrote it.", "Officials told The Times so.")
        assert not {"Times", "The Times"} & set(found)
