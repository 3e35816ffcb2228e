"""What is a quotation."""

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        "The film “Gone with the Tide” was shown in the port.",
        "The so-called “ghost port” is empty.",
        "It is “the port of ports.”",
    ],
)
def test_words_in_quotation_marks_that_nobody_speaks_are_no_quotation(spoken, sentence):
    assert spoken(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Ada Quill said: ‘The port is full of mud.’",
        "Minister Ada Quill said: 'The port is full of mud.'",
        "Minister Ada Quill said: ''The port is full of mud.''",
        "Minister Ada Quill said: „The port is full of mud.”",
        "Minister Ada Quill said: ``The port is full of mud.''",
    ],
)
def test_marks_of_other_kinds_open_a_quotation_too(spoken, sentence):
    assert spoken(sentence) == [("The port is full of mud.", ["Ada Quill"])]


def test_the_marks_of_news_wires_close_what_they_open(spoken):
    text = "``The port is full,'' Minister Ada Quill said. Nobody came. It was ``a dull day,'' she said."
    assert spoken(text) == [("The port is full", ["Ada Quill"]), ("a dull day", ["Ada Quill"])]


@pytest.mark.parametrize(
    "words",
    [
        "“Bo told me ‘the port is full of mud’ and left,”",
        "“Bo told me “the port is full of mud” and left”,",
    ],
)
def test_a_quotation_within_a_quotation_is_a_part_of_it(spoken, words):
    assert [text[:11] for text, _ in spoken(f"{words} said Minister Ada Quill.")] == ["Bo told me "]


def test_an_apostrophe_opens_no_quotation(facts):
    assert facts("Quill said the ministers' port was the ships' own port, as in the '90s and before.").quotations == ()


def test_a_quotation_goes_on_in_the_next_paragraph_until_it_is_closed(speakers):
    text = [
        "Minister Ada Quill said: “The port is full of mud.",
        "“It has been so for years.”",
        "“Nobody here knows why.”",
    ]
    assert speakers(*text) == [["Ada Quill"], ["Ada Quill"], []]


def test_a_paragraph_that_ends_in_a_colon_names_who_speaks_in_the_next(credited):
    assert credited("The minister was asked. Then Tidewater replied:", "“The port is full of mud.”") == [
        ("The port is full of mud.", "Tidewater")
    ]


def test_a_sentence_that_stands_for_itself_is_a_quotation_of_nobody_known(spoken, credited):
    text = "The port was closed. “The port is full of mud.” Ships must wait."
    assert spoken(text) == [("The port is full of mud.", [])]
    assert credited(text) == [("The port is full of mud.", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "On “The Harbor Hour,” Minister Ada Quill said the port was full.",
        "Minister Ada Quill wrote the book “Gone with the Tide.”",
        "“The Harbor Hour” is watched by all.",
        "They heard of a call to a “ghost port” by mail.",
        "The port was called “full” by many.",
    ],
)
def test_a_title_or_a_name_beside_a_verb_of_saying_is_not_what_is_said(spoken, sentence):
    assert spoken(sentence) == []


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_a_quotation_over_two_lines_is_one_line_of_words(facts, marks):
    found = facts(f"Minister Ada Quill said: {marks[0]}The port\nis full{marks[1]}.")
    assert [quotation.text for quotation in found.quotations] == ["The port is full"]


def test_whoever_speaks_at_the_end_of_a_paragraph_goes_on_in_the_next(speakers):
    assert speakers(
        "“The port is full of mud,” Ada Quill said.", "“We shall dig all of it out.” The port opened in 1950."
    ) == [
        ["Ada Quill"],
        ["Ada Quill"],
    ]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("“Is the port full of mud?” Ada Quill asked.", "“We shall dig all of it out.” The port opened in 1950."),
        ("“The port is full of mud,” Ada Quill said.", "“No, we have dug all of it out.” The port opened in 1950."),
    ],
)
def test_an_answer_is_somebody_elses(speakers, question, answer):
    assert speakers(question, answer) == [["Ada Quill"], []]


def test_a_mark_that_opens_behind_a_full_stop_goes_on_with_the_quotation(spoken):
    assert spoken('"The port is full. "We shall dig it out," Ada Quill said. "It is late."') == [
        ("The port is full.", ["Ada Quill"]),
        ("We shall dig it out", ["Ada Quill"]),
        ("It is late.", ["Ada Quill"]),
    ]


def test_a_mark_without_its_blank_closes_the_quotation(spoken):
    assert spoken('"The port is full of mud. "Quill left the quay and went home.') == [("The port is full of mud.", [])]


def test_a_line_break_before_the_verb_parts_no_quotation_from_it(speakers):
    assert speakers('"The port is full of mud,"', "Ada Quill said.") == [["Ada Quill"]]


def test_nobody_goes_on_below_their_name_behind_a_dash(spoken):
    found = spoken(
        "“The port is full of mud.” — Ada Quill, pilot", "“We shall dig all of it out.” The port opened in 1950."
    )
    assert [speakers for _, speakers in found] == [["Ada Quill"], []]


def test_the_subject_of_a_passive_after_its_words_is_quoted(spoken):
    text = "“The port is full,” Minister Ada Quill was quoted by Harbour Radio as saying."
    assert spoken(text) == [("The port is full", ["Ada Quill"])]


def test_a_fragment_that_opens_a_sentence_does_not_continue_a_speech(speakers):
    text = "Minister Ada Quill said it was “full of mud.” “Not many” of the ships sailed from the port."
    assert speakers(text)[1:] in ([], [[]])
