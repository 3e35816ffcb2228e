"""Mentions of capitals, and when one stands for its government."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ld.extract.entities.countries.table import countries, listed
from ld.extract.entities.places.find import find_places
from ld.text.lexicon import table
from ld.text.reading import Reading

NO_CAPITAL = {
    "DJ": "named like the country",
    "IL": "Jerusalem is claimed by two of the table's countries",
    "LU": "named like the country",
    "MC": "named like the country",
    "SG": "named like the country",
    "SM": "named like the country",
    "VA": "a city state",
}


def found(text: str, *taken: tuple[int, int]) -> list[tuple[str, str, str]]:
    return [(place.name, place.code, place.mention.kind) for place in find_places(Reading(text), taken)]


def names(text: str) -> list[str]:
    return [place.name for place in find_places(Reading(text), [])]


class TestTheTable:
    def test_each_country_has_a_capital_unless_a_reason_is_given(self):
        assert set(countries()) - {row["iso2"] for row in table("places/capitals")} == set(NO_CAPITAL)

    def test_no_name_is_that_of_two_capitals(self):
        surfaces = [name for row in table("places/capitals") for name in (row["name"], *listed(row["aliases"]))]
        assert len(surfaces) == len(set(surfaces))

    def test_what_is_ambiguous_is_a_name_in_its_row(self):
        for row in table("places/capitals"):
            assert set(listed(row["ambiguous"])) <= {row["name"], *listed(row["aliases"])}

    @pytest.mark.parametrize("row", table("places/capitals"), ids=lambda row: row["name"])
    def test_each_capital_is_found_under_every_name(self, row):
        country = countries()[row["iso2"]].name
        for name in (row["name"], *listed(row["aliases"])):
            assert found(f"They met in {name} today, said an envoy of {country}.")[:1] == [
                (row["name"], row["iso2"], "name")
            ]


class TestWhatIsAPlace:
    def test_a_capital_is_found_with_its_country(self):
        assert found("They met in Kiev and in Phnom Penh.") == [("Kyiv", "UA", "name"), ("Phnom Penh", "KH", "name")]

    def test_words_that_are_taken_are_left_out(self):
        assert found("Oslo Harbor Board and Bern", (0, 17)) == []
        assert found("They flew to Oslo and Tunis.", (13, 17)) == [("Tunis", "TN", "name")]

    @pytest.mark.parametrize(
        "text",
        [
            "Seoul National University",
            "the Paris Agreement",
            "the Moscow Evening Courier",
            "the University of London",
            "Berlin Wall",
            "a novel by Jack London",
            "a shop in Paris, Texas, where she was born",
            "a race in Moscow, Idaho.",
        ],
    )
    def test_a_longer_name_or_a_namesake_is_none(self, text):
        assert names(f"They spoke of {text}.") == []

    @pytest.mark.parametrize(
        "text", ["They met in Georgetown.", "Victoria won.", "Kingston lost.", "in Washington state"]
    )
    def test_a_name_of_many_places_is_none_where_the_text_does_not_name_the_country(self, text):
        assert names(text) == []

    def test_a_name_of_many_places_is_one_where_the_text_names_the_country(self):
        assert names("Guyana votes today. Queues formed in Georgetown.") == ["Georgetown"]
        assert names("U.S. officials spoke in Washington.") == ["Washington"]

    def test_a_dateline_names_the_place(self):
        assert names("WASHINGTON (Reuters) - Prices rose.") == ["Washington"]
        assert names("OSLO, March 3 (Reuters) - Prices rose.") == ["Oslo"]

    def test_a_person_s_surname_stays_the_person_s(self):
        assert names("Dee Washington won an American prize. Then Washington left.") == []


class TestMetonyms:
    @pytest.mark.parametrize(
        "text",
        [
            "Oslo said that it would not pay.",
            "But Oslo has repeatedly rejected the plan.",
            "Oslo and Bern agreed to talk.",
            "The council urged Oslo to stop.",
            "They imposed sanctions on Oslo.",
            "It wants closer ties with Oslo.",
            "Oslo's foreign ministry answered.",
            "Oslo ’s decision surprised them.",
        ],
    )
    def test_a_capital_that_acts_or_is_dealt_with_is_its_government(self, text):
        assert found(text)[0] == ("Oslo", "NO", "metonym")

    @pytest.mark.parametrize(
        "text",
        [
            "Officials in Oslo said so.",
            "The meeting in Oslo agreed on a text.",
            "Oslo is a city by the sea.",
            "Oslo's streets were wet.",
            "They paid a visit to Oslo.",
            "A train from Oslo to Bern stopped.",
            "The talks in Oslo failed.",
        ],
    )
    def test_a_capital_where_something_happens_is_a_city(self, text):
        assert found(text)[0] == ("Oslo", "NO", "name")


@given(
    st.lists(st.sampled_from(["Seoul", "Washington", "U.S.", "in ", "said", " ", "\n", ", ", "’s", "Paris", "x", "."]))
)
def test_mentions_repeat_their_words_and_keep_off_what_is_taken(pieces):
    text = "".join(pieces)
    half = (0, len(text) // 2)
    for place in find_places(Reading(text), [half]):
        assert text[place.mention.start : place.mention.end] == place.mention.exact
        assert place.mention.start >= half[1]


def test_a_capital_that_a_hyphen_joins_to_another_name_is_half_of_that_name():
    assert [place.name for place in find_places(Reading("The Ottawa-Arizona game was long."), [])] == []
    assert [place.name for place in find_places(Reading("The Oslo-Paris train is slow."), [])] == ["Oslo", "Paris"]


def test_a_state_behind_an_ordinary_word_shows_a_town(facts):
    (town,) = (each for each in facts("The plant in Orchard, Calif., closed.").of_kind("place") if each.name[0] == "O")
    assert [mention.exact for mention in town.mentions] == ["Orchard"]
