"""Who speaks: the subject of the verb of saying, wherever it stands."""

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        "“The port is full,” Minister Ada Quill said.",
        "“The port is full,” said Minister Ada Quill.",
        'Minister Ada Quill said: "The port is full".',
        "Minister Ada Quill said: “The port is full,” and left.",
        "It was closed by Minister Ada Quill, who called: “The port is full.”",
        "In a speech on Tuesday, Minister Ada Quill said “The port is full,” adding nothing.",
    ],
)
def test_the_subject_of_the_verb_of_saying_is_the_speaker(spoken, sentence):
    ((words, speakers),) = spoken(sentence)
    assert (words.rstrip("."), speakers) == ("The port is full", ["Ada Quill"])


def test_a_group_may_speak(spoken):
    assert [
        words
        for words, _ in spoken("Ministers of the Northern Harbor Board members urged all to “clear the port at once.”")
    ] == ["clear the port at once"]


def test_two_who_call_together_both_speak(spoken):
    assert spoken("Norway and Denmark called on all to “clear the port at once.”") == [
        ("clear the port at once", ["Norway", "Denmark"])
    ]


def test_all_who_write_together_speak(speakers):
    assert speakers("Minister Ada Quill and Councilmember Jan Okafor wrote that “the port is full of mud.”") == [
        ["Ada Quill", "Jan Okafor"]
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "“The port is full,” said Northern Harbor Board sporting director Ada Quill.",
        "“The port is full,” said Okafor campaign spokeswoman Ada Quill.",
        "“The port is full,” Okafor campaign spokeswoman Ada Quill said.",
        "Okafor campaign spokeswoman Ada Quill said: “The port is full”.",
        "“The port is full,” said Norway's Ambassador to the United Nations Ada Quill.",
    ],
)
def test_of_a_title_with_its_body_the_holder_speaks(speakers, sentence):
    assert speakers("President Jan Okafor met the Northern Harbor Board of Norway.", sentence) == [["Ada Quill"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "“The port is full,” said Okafor lawyer Jamila. Jamila left.",
        "“The port is full,” says Jamila, who fled Norway as a child. Nobody saw Jamila.",
    ],
)
def test_whom_the_text_names_by_one_word_alone_but_again_and_again_speaks(speakers, sentence):
    assert speakers("President Jan Okafor met the Northern Harbor Board of Norway.", sentence) == [["Jamila"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Ada Quill said that Norway would pay, adding that “the port is full.”",
        "Minister Ada Quill defended Norway, saying “the port is full.”",
        "Minister Ada Quill, a friend of Norway, said “the port is full.”",
        "Minister Ada Quill came to the port and said “the port is full.”",
    ],
)
def test_a_second_verb_has_the_subject_of_the_first(speakers, sentence):
    assert speakers(sentence) == [["Ada Quill"]]


def test_who_is_unknown_does_not_pass_the_word_to_who_spoke_before(speakers, credited):
    text = "“The port is full,” said President Jan Okafor. “It stinks,” Tidewater tells us. “It does.”"
    assert speakers(text) == [["Jan Okafor"], [], []]
    assert [credit for _, credit in credited(text)] == [None, "Tidewater", "Tidewater"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nora Quist, 42, a lecturer from Leeds, said: “The port is full.”",
        "Another officer, Nora Quist, said: “The port is full.”",
        "The chief of the union at the time, Nora Quist, said: “The port is full.”",
        "Nora Quist, The Harbor Post: “The port is full.”",
        "“The port is full,” interjected Nora Quist.",
        "“The port is full,” Nora Quist sighed.",
        "Nora Quist of Harbour Bank in Oslo said: “The port is full.”",
    ],
)
def test_who_is_named_beside_a_description_speaks(speakers, sentence):
    assert speakers(sentence) == [["Nora Quist"]]


def test_a_clause_inside_does_not_take_the_speaker(speakers):
    sentence = (
        "Minister Ada Quill said after the Northern Harbor Board had ruled that it was late, there was “mud all over.”"
    )
    assert speakers(sentence) == [["Ada Quill"]]


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("Minister Ada Quill came to the port.", "“The port is full,” the minister said."),
        ("Sen. Ada Quill came to the port.", "“The port is full,” the senator said."),
    ],
)
def test_a_description_is_the_only_one_who_is_called_so(speakers, before, sentence):
    assert speakers(before, "\n\n", sentence) == [["Ada Quill"]]


def test_a_description_of_two_is_nobody_named(speakers):
    assert speakers("Minister Ada Quill met Minister Bo Hart.", "\n\n", "“The port is full,” the minister said.") == [
        []
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "A spokesman for provincial governor Jan Okafor, Ada Quill, said “The port is full of mud.”",
        "The former chief inspector for the Harbour Board in Norway, Ada Quill, said “The port is full of mud.”",
        "The Attorney-General, Ada Quill, said “The port is full of mud.”",
        "But the Norvik Harbour Board's Ada Quill said “The port is full of mud.”",
    ],
)
def test_who_is_named_behind_the_description_speaks(speakers, sentence):
    assert speakers(sentence) == [["Ada Quill"]]


@pytest.mark.parametrize(
    ("sentence", "credit"),
    [
        ("The mother of the Norvik Harbour Board's Ada Quill said “It is late.”", None),
        ("The presidents of neighbouring Norway and Denmark said “It is late.”", None),
        ("In a statement the company said “It is late.”", "the company"),
        ("But yesterday a police spokesman said “It is late.”", "a police spokesman"),
        ("The boats sailed, although the army said “It is late.”", "the army"),
    ],
)
def test_only_whose_words_they_are_is_credited(facts, sentence, credit):
    (quotation,) = facts(sentence).quotations
    assert not quotation.speakers
    assert credit is None or (quotation.credit and quotation.credit.value == credit)


def test_a_title_and_a_family_name_are_the_only_one_who_bears_it(facts):
    (claim,) = facts("Defence Minister Robert Hill has left.", "Senator Hill says the port is full.").claims
    assert [speaker.entity for speaker in claim.speakers] == ["person-robert-hill"]


def test_what_stands_twice_is_said_by_one(speakers):
    text = (
        "“The port is full of mud,” said Jan Okafor.",
        "Ada Quill left the port.",
        "“The port is full of mud,” she said.",
    )
    assert speakers(*text) == [["Jan Okafor"], ["Jan Okafor"]]


def test_a_part_of_a_group_is_credited_in_its_words(credited):
    text = "Union leaders said: “The port is full of mud.”", "UN diplomats said: “The sea is calm.”"
    assert [credit for _, credit in credited(*text)] == ["Union leaders", "UN diplomats"]


def test_a_country_speaks_with_words_inserted(speakers):
    assert speakers("Norway, in turn, said: “The port is full of mud.”") == [["Norway"]]


def test_a_woman_is_not_the_speaker_whom_the_article_calls_mr(spoken):
    text = "Sarah Okafor opened the port with her husband. “The port is full,” Mr. Okafor said on Monday."
    assert spoken(text) == [("The port is full", [])]


def test_a_fragment_at_the_end_of_a_sentence_is_not_of_the_speaker_in_the_next(speakers):
    text = "Minister Ada Quill called the plan “late.” Bo Dale said in Oslo that he liked it. Bo Dale left."
    assert speakers(text) == [["Ada Quill"]]


@pytest.mark.parametrize("between", ["now says", "at the time said", "is saying"])
def test_what_stands_before_the_verb_does_not_hide_the_speaker(facts, between):
    (claim,) = facts(f"Ada Quill came to the port. Quill {between} that the port is full.").claims
    assert len(claim.speakers) == 1


def test_somebody_named_long_ago_is_not_the_minister_of_today(facts):
    filler = "The ships lay in the port and nobody came to see them on that day. " * 25
    found = facts("Harbor minister Ada Quill closed the port. " + filler + "The minister said the port was full.")
    assert [claim.speakers for claim in found.claims] == [()]
