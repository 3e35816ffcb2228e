"""Mentions of countries: what is one, what only looks like one."""

import itertools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ld.extract.entities.countries.find import find_countries
from ld.extract.entities.countries.table import countries
from ld.text.lexicon import table, words
from ld.text.reading import Reading

WITHOUT_ADJECTIVE = {
    "LI": "Liechtenstein serves as its own adjective",
    "NZ": "New Zealand serves as its own adjective",
    "VA": "Vatican serves as its own adjective, and no people is called after the Holy See",
}
SHARED = {row["surface"] for row in table("countries/ambiguous")}


def found(text: str) -> list[tuple[str, str]]:
    return [(country.mention.exact, country.code) for country in find_countries(Reading(text))]


def codes(text: str) -> list[str]:
    return [country.code for country in find_countries(Reading(text))]


class TestTheTable:
    def test_it_has_a_row_for_each_un_member_and_observer_and_for_taiwan_and_kosovo(self):
        assert len(table("countries/names")) == len(countries()) == 193 + 2 + 2
        assert {"VA", "PS", "TW", "XK"} <= set(countries())

    @pytest.mark.parametrize("country", countries().values(), ids=lambda country: country.code)
    def test_each_country_is_found_under_every_name_that_it_has(self, country):
        for name in set(country.names()) - SHARED:
            assert found(f"Delegates praised {name} today.") == [(name, country.code)]

    @pytest.mark.parametrize("country", countries().values(), ids=lambda country: country.code)
    def test_each_demonym_means_its_country(self, country):
        for demonym in set(country.demonyms()) - SHARED:
            assert found(f"The {demonym} vote was close.") == [(demonym, country.code)]

    def test_each_country_has_an_adjective_unless_a_reason_is_given(self):
        assert {code for code, country in countries().items() if not country.adjectives} == set(WITHOUT_ADJECTIVE)

    def test_each_country_has_an_official_name(self):
        assert all(country.official for country in countries().values())

    def test_no_words_mean_two_countries_but_for_the_listed_ones(self):
        owners = Counter(
            surface for country in countries().values() for surface in {*country.names(), *country.demonyms()}
        )
        assert {surface for surface, number in owners.items() if number > 1} <= SHARED

    def test_no_longer_name_is_a_country_too(self):
        own = {surface for country in countries().values() for surface in (*country.names(), *country.demonyms())}
        assert not own & set(words("countries/longer_names"))


class TestNames:
    def test_a_mention_is_the_country_s_words_alone(self):
        assert found("the Netherlands’ vote, Chile's answer") == [("Netherlands", "NL"), ("Chile", "CL")]

    def test_a_name_may_run_over_the_end_of_a_line(self):
        assert found("Envoys from New\nZealand left.") == [("New\nZealand", "NZ")]

    def test_the_longest_name_wins(self):
        text = "Papua New Guinea, Equatorial Guinea, Guinea-Bissau, South Sudan and Guinea signed."
        assert codes(text) == ["PG", "GQ", "GW", "SS", "GN"]

    def test_an_official_name_is_read_with_either_apostrophe(self):
        text = "the Democratic People’s Republic of Korea and the People's Republic of China"
        assert codes(text) == ["KP", "CN"]

    def test_an_acronym_is_a_short_form(self):
        kinds = {
            c.mention.exact: c.mention.kind for c in find_countries(Reading("The U.S., the UAE and Peru met the DPRK."))
        }
        assert kinds == {"U.S.": "short", "UAE": "short", "Peru": "name", "DPRK": "short"}

    def test_a_sentence_s_full_stop_may_be_that_of_the_acronym(self):
        assert found("They moved to the U.K . Then they left the U.S.") == [("U.K", "GB"), ("U.S.", "US")]

    def test_a_code_or_a_word_in_lower_case_is_no_country(self):
        assert codes("He told us to go, and turkey in china is no more IT than chad.") == []

    def test_a_currency_or_an_address_is_no_country(self):
        assert codes("It cost US$40 at China.example, said @Norway.") == []

    def test_a_hyphen_ends_a_name(self):
        assert found("a U.S.-led force, the Peru-Chile border, anti-French signs") == [
            ("U.S.", "US"),
            ("Peru", "PE"),
            ("Chile", "CL"),
            ("French", "FR"),
        ]

    def test_a_headline_has_capitals_and_its_countries_count(self):
        assert codes("Peru Opens New Talks With Chile Over Copper") == ["PE", "CL"]
        assert codes("WHY SENEGAL CLAMPS DOWN ON NET FISHING") == ["SN"]

    def test_a_federation_s_town_is_no_country(self):
        assert codes("They met in Lebanon, Tennessee, where she was born.") == []
        assert codes("Envoys of Jordan, Georgia and Oman met.") == ["JO", "GE", "OM"]


class TestDemonyms:
    def test_adjectives_and_nouns_of_either_number_are_demonyms(self):
        text = "A Dane, two Britons, the Swiss and a Filipino nurse met three Frenchmen."
        assert [(c.mention.exact, c.mention.kind, c.code) for c in find_countries(Reading(text))] == [
            ("Dane", "demonym", "DK"),
            ("Britons", "demonym", "GB"),
            ("Swiss", "demonym", "CH"),
            ("Filipino", "demonym", "PH"),
            ("Frenchmen", "demonym", "FR"),
        ]

    def test_a_title_or_a_person_may_follow(self):
        assert codes("Greek Prime Minister Ada Lind met German Chancellor Bo Ek and the Italian Rosa Neri.") == [
            "GR",
            "DE",
            "IT",
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "Korean-language signs hung there.",
            "She spoke French.",
            "They wrote it in Russian, and read it in German and English.",
            "He is fluent in Japanese.",
            "the Danish language",
            "a Portuguese-speaking crew",
            "She teaches German.",
        ],
    )
    def test_a_language_is_no_country(self, text):
        assert codes(text) == []

    def test_an_adjective_behind_in_is_the_country_s_before_a_noun(self):
        assert codes("They fished in Russian waters.") == ["RU"]


class TestLongerNames:
    @pytest.mark.parametrize(
        "text",
        [
            "the Korean War",
            "stability on the Korean Peninsula",
            "the Korea Evening Courier",
            "the United Nations Command",
            "the Indo-Pacific",
            "the Bank of China",
            "the University of Jordan",
            "Air France cut flights.",
            "New Mexico and New England",
            "the Gulf of Mexico",
            "the Indian Ocean",
            "Japan Airlines lost money.",
            "the American Medical Association",
            "African Americans and Latin American voters",
            "a Guinea pig, French fries and Turkish delight",
            "Banco de Mexico raised rates.",
            "Northern Ireland voted.",
            "the New Zealand Herald",
            "US Airways",
            "the U.S. Senate",
        ],
    )
    def test_a_country_s_word_inside_another_name_is_no_country(self, text):
        assert codes(f"They spoke of {text}." if text[0].islower() else text) == []

    @pytest.mark.parametrize("text", ["Michael Jordan scored.", "We met Chad Smith.", "Mr. Holland left."])
    def test_a_person_is_no_country(self, text):
        assert codes(text) == []

    def test_a_person_s_surname_stays_the_person_s(self):
        assert codes("Dee Jordan won. On Monday Jordan said that she was glad.") == []

    @pytest.mark.parametrize(
        "text",
        [
            "President Ola Berg of Norway",
            "the Government of Canada",
            "King Ali of Jordan",
            "Iraq Prime Minister Sami Haddad",
            "US Treasury Secretary Ann Poe",
            "In Turkey",
            "On Monday Iran voted.",
        ],
    )
    def test_offices_days_and_first_words_leave_it_the_country(self, text):
        assert len(codes(text)) == 1


class TestNamesakes:
    def test_a_given_name_is_the_person_s_everywhere(self):
        assert codes("Jordan Smith came. Jordan grew up here.") == []

    def test_a_country_named_by_other_words_too_stays_one(self):
        assert codes("Jordan Smith came. The Jordanian port is full, and Jordan pays.") == ["JO", "JO"]

    def test_a_demonym_before_a_surname_is_a_given_name(self):
        assert codes("They brought down German Rey. German Chancellor Bo Ek spoke.") == ["DE"]

    def test_a_demonym_and_one_word_that_posts_a_profit_are_a_company(self):
        assert codes("American Kite posted a profit.") == []
        assert codes("American Democrats posted signs. The Italian Rossi posted a letter.") == ["US", "IT"]

    @pytest.mark.parametrize(
        "text",
        [
            "The pack held Turkey and gravy.",
            "Stuffing and cranberry sauce: Turkey is best.",
            "They sailed to central America.",
            "They sailed to coastal Georgia.",
            "Clubs and Greek life cost money.",
        ],
    )
    def test_food_regions_and_idioms_are_no_country(self, text):
        assert codes(text) == []


class TestNamesOfSeveral:
    def test_korea_is_the_south_where_nothing_else_is_told(self):
        assert codes("The Korean economy grew. Korea exports ships.") == ["KR", "KR"]

    def test_an_ambiguous_word_means_the_one_that_the_text_names(self):
        assert codes("The Republic of the Congo voted. Congolese officials counted.") == ["CG", "CG"]
        assert codes("Dominica voted. The Dominican premier won.") == ["DM", "DM"]

    def test_an_ambiguous_word_means_none_where_the_text_names_several(self):
        assert codes("North Korea and South Korea met. Korean food was served.") == ["KP", "KR"]

    def test_georgia_is_the_state_among_american_words(self):
        assert codes("Voters in Georgia and Alabama chose a Republican in Atlanta.") == []
        assert codes("Georgia mourned. Russia had bombed Gori near Tbilisi.") == ["GE", "RU"]


class TestTheHalvesOfKorea:
    def test_the_north_is_a_country_where_korea_is_named(self):
        text = "South Korea protested. The North’s army fired, and the South answered."
        assert found(text) == [("South Korea", "KR"), ("The North", "KP"), ("the South", "KR")]
        assert {c.mention.kind for c in find_countries(Reading(text))} == {"name", "short"}

    def test_the_north_of_another_country_is_none(self):
        assert codes("In Italy the North is richer than the South.") == ["IT"]

    def test_a_headline_may_join_it_by_a_hyphen(self):
        text = "North-Russia pact worries Seoul\n\nNorth Korea signed."
        assert found(text)[:2] == [("North", "KP"), ("Russia", "RU")]

    def test_both_may_share_one_korea(self):
        assert found("North and South Korea met; South Korea left.")[:2] == [("North", "KP"), ("South Korea", "KR")]

    @pytest.mark.parametrize("text", ["the North Atlantic", "the South China Sea", "the North-South road", "the north"])
    def test_another_north_is_none(self, text):
        assert codes(f"South Korea watched {text}.") == ["KR"]


@given(
    st.lists(st.sampled_from(["North Korea", "the North", "U.S.", "’s", "\n", " ", "-", "French", "Korea", "x", "."]))
)
def test_mentions_stand_in_order_apart_and_repeat_their_words(pieces):
    text = "".join(pieces)
    mentions = [country.mention for country in find_countries(Reading(text))]
    assert all(text[mention.start : mention.end] == mention.exact for mention in mentions)
    assert all(one.end <= other.start for one, other in itertools.pairwise(mentions))
