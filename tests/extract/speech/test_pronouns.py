"""Whom a pronoun beside a verb of saying means."""

import pytest


def test_a_pronoun_is_the_one_person_named_before(spoken):
    assert spoken("Minister Ada Quill came to the port. “The port is full,” she said.") == [
        ("The port is full", ["Ada Quill"])
    ]


def test_a_pronoun_that_could_be_two_people_is_nobody(spoken, credited):
    text = "Minister Ada Quill met President Jan Okafor. “The port is full,” he said."
    assert spoken(text) == [("The port is full", [])]
    assert credited(text) == [("The port is full", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Had Jan Okafor not gone, she added, “the port is full.”",
        "Of Jan Okafor she said “the port is full.”",
        "“the port is full,” she told Jan Okafor.",
    ],
)
def test_a_pronoun_beside_the_verb_goes_before_a_name_further_off(speakers, sentence):
    assert ["Jan Okafor"] not in speakers("President Jan Okafor left.", "\n\n", "Minister Ada Quill left.", sentence)


def test_a_name_inside_the_quotation_is_not_whom_the_pronoun_means(speakers):
    assert speakers("Minister Ada Quill came. “Minister Jan Okafor has filled the port,” she said.") == [["Ada Quill"]]


@pytest.mark.parametrize(
    "sentences",
    [
        "Minister Ada Quill met Bo Tidewater. “The port is full,” he said.",
        "Minister Ada Quill was asked by a source. “The port is full,” he said.",
        "Actress Ada Quill left early. “The port is full,” he said.",
        "Minister Ada Quill said she slept. Then Quill left. “The port is full,” he said.",
    ],
)
def test_a_pronoun_that_may_mean_somebody_unknown_is_nobody(speakers, credited, sentences):
    assert speakers(sentences) == [[]]
    assert [credit for _, credit in credited(sentences)] == [None]


def test_a_pronoun_takes_up_nobody_who_only_describes_a_campaign(spoken):
    campaign = "Rimes left the Quill campaign. “The port is full,” she said."
    assert spoken("Minister Ada Quill left.", "Tide " * 60, campaign) == [("The port is full", [])]


def test_who_spoke_before_goes_on_whomever_the_words_name(speakers):
    before = "Paul Orme, head of the harbour union, said Bo Hart was tired."
    assert speakers(before, "\n\n", "“We want an answer,” he said.", "\n\n", "“Nobody has told us,” he added.") == [
        ["Paul Orme"],
        ["Paul Orme"],
    ]


def test_a_paragraph_that_is_all_quotation_goes_on_with_the_speaker_above(speakers):
    found = speakers("Paul Orme said the men were tired.", "\n\n", "“We have all wanted an answer for weeks.”")
    assert found == [["Paul Orme"]]


def test_a_given_name_takes_somebody_out_of_the_choice(speakers):
    assert speakers("Karen Quist met Michael Orme. “The port is full,” he said.") == [["Michael Orme"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Her good friend Karen Quist came to the port.",
        "Karen Quist met Susan Orme at the port.",
        "Karen Quist was asked by a woman.",
    ],
)
def test_where_another_may_be_meant_nobody_speaks(speakers, sentence):
    assert speakers(sentence, "\n\n", "“The port is full,” she said.") == [[]]


def test_they_do_not_speak_of_themselves_by_name(facts):
    (claim,) = facts("Ada Quill and Jan Okafor wrote a paper.", "Governments will have to wait, they argue.").claims
    assert len(claim.speakers) == 2


@pytest.mark.parametrize(("named", "speakers"), [("Jan Okafor", []), ("Carl Moe", ["Carl Moe"])])
def test_who_spoke_before_speaks_of_nobody_else_by_name_that_may_be_meant(facts, named, speakers):
    found = facts("Carl Moe spoke to the board, and said the port was full.", f"{named} has sailed, he said.")
    assert [found.entity(one.entity).name for claim in found.claims[1:] for one in claim.speakers] == speakers


def test_they_are_not_whom_a_sentence_names_before_several_others(facts):
    found = facts("The Harbour Board stays in port, for no ships have sailed, because they believe the sea is rough.")
    assert not found.claims


def test_a_title_and_a_comma_before_a_name_are_nobody_else(spoken):
    assert spoken("The Foreign Minister, Ada Quill, left. “The port is full of mud,” she said.") == [
        ("The port is full of mud", ["Ada Quill"])
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Harbour captain Ada Quill expects more in the Melbourne Test.",
        "The secretary of the Workers Union (AMWU), Ada Quill, did not rule it out and she says it is late.",
    ],
)
def test_a_thing_and_a_description_are_nobody_else(spoken, sentence):
    assert spoken(f"{sentence} “We still believe in it all,” she said.") == [
        ("We still believe in it all", ["Ada Quill"])
    ]
