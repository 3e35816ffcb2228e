"""Who is a person, and whom a short form means."""

import pytest


def names(facts) -> list[str]:
    return [entity.name for entity in facts.of_kind("person")]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Canadian Defense Minister Ada Quill left early.", "Ada Quill"),
        ("It was opened by President Ilse van der Berg.", "Ilse van der Berg"),
        ("Jan Okafor, a harbor pilot and director of the port, left early.", "Jan Okafor"),
        ("Jan Okafor said the port was full.", "Jan Okafor"),
        ("The port is full, said Jan Okafor.", "Jan Okafor"),
        ("Mr. Jan Okafor left early.", "Jan Okafor"),
        ("Jan Okafor, 45, left early.", "Jan Okafor"),
    ],
)
def test_a_full_name_is_a_person_by_the_words_beside_it(facts, sentence, name):
    assert names(facts(sentence)) == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Northern Harbor Board said it was full.",
        "In Coral Bay the port was full.",
        "The Daily Anchor said it was full.",
        "On Monday Morning Live the port was shown.",
    ],
)
def test_other_capitalised_words_are_nobody(facts, sentence):
    assert names(facts(sentence)) == []


def test_capitals_before_what_somebody_says_mean_the_person(facts):
    (person,) = facts("Minister Ada Quill came.", "QUILL: The port is full.").of_kind("person")
    assert [mention.exact for mention in person.mentions] == ["Ada Quill", "QUILL"]


def test_a_relative_is_a_person_by_one_name(facts):
    assert names(facts("He told his daughter Nora that it was late.")) == ["Nora"]


def test_a_surname_later_is_the_same_person(facts):
    (person,) = facts("Minister Ada Quill left early.", "Nobody saw Quill go.").of_kind("person")
    assert [mention.exact for mention in person.mentions] == ["Ada Quill", "Quill"]


def test_a_korean_family_name_comes_first(facts):
    (person,) = facts("Minister Han Seo-jin left early.", "Nobody saw Han go.").of_kind("person")
    assert [mention.exact for mention in person.mentions] == ["Han Seo-jin", "Han"]


def test_of_two_with_one_surname_the_title_tells_who_is_meant(facts):
    found = facts("Defense Minister Han Seo-jin met opposition leader Han Do-yun.", "Later Minister Han left the room.")
    mentions = {person.name: len(person.mentions) for person in found.of_kind("person")}
    assert mentions == {"Han Seo-jin": 2, "Han Do-yun": 1}


def test_of_two_with_one_surname_the_one_named_last_is_meant(facts):
    found = facts("Minister Han Seo-jin met leader Han Do-yun.", "Minister Han Seo-jin spoke. Then Han left.")
    mentions = {person.name: len(person.mentions) for person in found.of_kind("person")}
    assert mentions == {"Han Seo-jin": 3, "Han Do-yun": 1}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Ada Quill, R-Calif., left early.", "Ada Quill"),
        ("Councilmember Ada Quill left early.", "Ada Quill"),
        ("Co-owner Ada Quill left early.", "Ada Quill"),
        ("Tireless Ada Quill left early. The port's rector, Ada Quill, came back.", "Ada Quill"),
        ("The Danish rector, Ada Quill, left early.", "Ada Quill"),
        ("The port's attorney, Ada Quill, left early.", "Ada Quill"),
        ("Rep. G.K. Okafor left early.", "G.K. Okafor"),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(facts, sentence, name):
    assert names(facts(sentence)) == [name]


@pytest.mark.parametrize(
    "later",
    [
        "“It is full,” Quill said.",
        "“It is full,” said Quill.",
        "“It is full,” Quill added.",
        "Then Mr Quill went home.",
    ],
)
def test_a_full_name_is_a_person_s_when_the_surname_speaks_further_on(facts, later):
    assert names(facts("Few had seen Jan Quill at the port.", later)) == ["Jan Quill"]


@pytest.mark.parametrize(
    "sentences",
    [
        "They praise tides. Praise Quill, they sang. Quill said nothing.",
        "She went to a Harbor Quill shop. Quill said nothing.",
        "The Tidewater Quill opened. Quill said nothing.",
        "A founder of Tidewater Quill said so.",
        "NHB Tidewater Quill said so.",
        "Neighbors for Tidewater Quill, said a sign.",
        "Tidewater Quill announced a new ship.",
        "Tidewater Quill lawyers said so.",
        "He came to the Pope Jan VI Hall.",
        "The secretary of state for Seafaring Thrum Brandt left.",
    ],
)
def test_words_that_only_look_like_a_name_are_nobody(facts, sentences):
    assert names(facts(sentences)) == []


@pytest.mark.parametrize("name", ["Marten Lucas King Jr", "Marten Lucas King Jr."])
def test_a_title_inside_a_name_is_a_part_of_it(facts, name):
    assert names(facts(f"{name} left early. {name} said so.")) == [name]


def test_both_of_two_who_say_it_together_are_people(facts):
    assert names(facts("Ada Quill and Jan Okafor said so.")) == ["Ada Quill", "Jan Okafor"]


def test_a_surname_is_not_given_to_the_only_bearer_introduced_when_another_bearer_is_named(facts):
    found = facts("Jan Quill opened the port. Quill left early.", "His niece, the author Ada Quill, wept.")
    mentions = {person.name: [mention.exact for mention in person.mentions] for person in found.of_kind("person")}
    assert mentions == {"Jan Quill": ["Jan Quill", "Quill"], "Ada Quill": ["Ada Quill"]}


def test_a_letter_is_no_short_form(facts):
    (person,) = facts("Minister Jan X left early.", "He wrote it on X.").of_kind("person")
    assert [mention.exact for mention in person.mentions] == ["Jan X"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The board replaced Jamila Okafor in May.", "Jamila Okafor"),
        ("Under Piotr Quill the port had grown.", "Piotr Quill"),
        ("The prize went to Anne-Laure Tidewater.", "Anne-Laure Tidewater"),
        ("The port thanked pilot Omar al-Tidewater.", "Omar al-Tidewater"),
        ("Welshwoman Emma Tidewater won again.", "Emma Tidewater"),
        ("It was seen by Jamila Okafor OSLO and others.", "Jamila Okafor"),
        ("It was written by Jamila Okafor There was no more.", "Jamila Okafor"),
    ],
)
def test_a_given_name_shows_that_a_full_name_is_a_person_s(facts, sentence, name):
    assert names(facts(sentence)) == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "The port was bought by Edward Tidewater and Sons.",
        "The deal was advised by Edward Tidewater & Co.",
        "Edward Tidewater shares fell.",
        "The Edward Tidewater was loaded again.",
        "Jamila Okafor Wins Harbor Prize Again After Years",
    ],
)
def test_a_given_name_in_the_name_of_a_thing_shows_nobody(facts, sentence):
    assert names(facts(sentence)) == []


def test_a_company_called_like_a_person_is_told_by_the_post_that_follows(facts):
    assert names(facts("It was doubted by Edward Tidewater analyst Jamila Okafor.")) == ["Jamila Okafor"]


def test_an_adverb_that_opens_the_sentence_is_no_part_of_a_name(facts):
    found = facts("Minister Ada Quill left. Certainly Ada Quill will be back, and Emily Ann Storm, a pilot, too.")
    assert [person.name for person in found.of_kind("person")] == ["Ada Quill", "Emily Ann Storm"]


def test_a_surname_that_stands_alone_makes_a_full_name_with_an_unlisted_given_name(facts):
    (person,) = facts("A friend of Zigmarel Quist spoke.", "Quist was late, and Mr. Quist left.").of_kind("person")
    assert person.name == "Zigmarel Quist"


def test_a_surname_that_is_also_a_kings_name_alone_means_nobody(facts):
    sentences = ("Minister Jan Okafor left early.", "King Okafor of Norway came.", "Okafor said that it rained.")
    found = facts(*sentences)
    (minister,) = (person for person in found.of_kind("person") if person.name == "Jan Okafor")
    assert [mention.exact for mention in minister.mentions] == ["Jan Okafor"]
    assert all(speaker.entity != minister.id for claim in found.claims for speaker in claim.speakers)
