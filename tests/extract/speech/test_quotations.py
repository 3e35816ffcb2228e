"""What is a quotation, and who speaks it."""

import pytest

from ld.text.calendar_words import WEEKDAYS


def spoken(facts) -> list[tuple]:
    return [(q.text, [facts.entity(s.entity).name for s in q.speakers]) for q in facts.quotations]


def credited(facts) -> list[tuple]:
    return [(q.text, q.credit and q.credit.value) for q in facts.quotations]


def reported(facts) -> list[list[str]]:
    return [[clause.exact for clause in q.evidence[1:]] for q in facts.quotations]


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
def test_the_subject_of_the_verb_of_saying_is_the_speaker(facts, sentence):
    ((words, speakers),) = spoken(facts(sentence))
    assert (words.rstrip("."), speakers) == ("The port is full", ["Ada Quill"])


def test_a_pronoun_is_the_one_person_named_before(facts):
    found = facts("Minister Ada Quill came to the port. “The port is full,” she said.")
    assert spoken(found) == [("The port is full", ["Ada Quill"])]


def test_a_pronoun_that_could_be_two_people_is_nobody(facts):
    found = facts("Minister Ada Quill met President Jan Okafor. “The port is full,” he said.")
    assert spoken(found) == [("The port is full", [])]
    assert credited(found) == [("The port is full", None)]


def test_a_group_may_speak(facts):
    found = facts("Ministers of the Northern Harbor Board members urged all to “clear the port at once.”")
    assert [text for text, _ in spoken(found)] == ["clear the port at once"]


def test_two_who_call_together_both_speak(facts):
    found = facts("Norway and Denmark called on all to “clear the port at once.”")
    assert spoken(found) == [("clear the port at once", ["Norway", "Denmark"])]


@pytest.mark.parametrize(
    "sentence",
    [
        "The film “Gone with the Tide” was shown in the port.",
        "The so-called “ghost port” is empty.",
        "It is “the port of ports.”",
    ],
)
def test_words_in_quotation_marks_that_nobody_speaks_are_no_quotation(facts, sentence):
    assert spoken(facts(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Had Jan Okafor not gone, she added, “the port is full.”",
        "Of Jan Okafor she said “the port is full.”",
        "“the port is full,” she told Jan Okafor.",
    ],
)
def test_a_pronoun_beside_the_verb_goes_before_a_name_further_off(facts, sentence):
    found = facts("President Jan Okafor left.", "\n\n", "Minister Ada Quill left.", sentence)
    assert ["Jan Okafor"] not in [speakers for _, speakers in spoken(found)]


def test_a_name_inside_the_quotation_is_not_whom_the_pronoun_means(facts):
    found = facts("Minister Ada Quill came. “Minister Jan Okafor has filled the port,” she said.")
    assert [speakers for _, speakers in spoken(found)] == [["Ada Quill"]]


@pytest.mark.parametrize(
    "sentences",
    [
        "Minister Ada Quill met Bo Tidewater. “The port is full,” he said.",
        "Minister Ada Quill was asked by a source. “The port is full,” he said.",
        "Actress Ada Quill left early. “The port is full,” he said.",
        "Minister Ada Quill said she slept. Then Quill left. “The port is full,” he said.",
    ],
)
def test_a_pronoun_that_may_mean_somebody_unknown_is_nobody(facts, sentences):
    found = facts(sentences)
    assert [speakers for _, speakers in spoken(found)] == [[]]
    assert [credit for _, credit in credited(found)] == [None]


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
def test_of_a_title_with_its_body_the_holder_speaks(facts, sentence):
    found = facts("President Jan Okafor met the Northern Harbor Board of Norway.", sentence)
    assert [speakers for _, speakers in spoken(found)] == [["Ada Quill"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "“The port is full,” said Okafor lawyer Jamila. Jamila left.",
        "“The port is full,” says Jamila, who fled Norway as a child. Nobody saw Jamila.",
    ],
)
def test_whom_the_text_names_by_one_word_alone_but_again_and_again_speaks(facts, sentence):
    found = facts("President Jan Okafor met the Northern Harbor Board of Norway.", sentence)
    assert [speakers for _, speakers in spoken(found)] == [["Jamila"]]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("“The port is full,” one source close to Okafor told a crowd.", "one source close to Okafor"),
        ("A lobbyist for the Northern Harbor Board called the port “full of bad water.”", "A lobbyist for the {}"),
        ("“The port is full,” said a spokeswoman for the Northern Harbor Board.", "a spokeswoman for the {}"),
        ("Okafor's lawyer said “the port is full.”", "Okafor's lawyer"),
        ("Okafor met Bo, and others called the port “full of bad water.”", "others"),
        ("“The port is full,” a police spokesman said on Monday.", "a police spokesman"),
        ("“The port is full,” Tidewater, a pilot from the north, said.", "Tidewater"),
        ("According to a harbor pilot, the port is “full of bad water.”", "a harbor pilot"),
        ("Said Tidewater: “The port is full of bad water.”", "Tidewater"),
        ("Tidewater closed the gate, saying “the port is full.”", "Tidewater"),
        ("“Is the port full?” Tidewater asked.", "Tidewater"),
        ("“The port is full of bad water.” — Thrum Tidewater", "Thrum Tidewater"),
    ],
)
def test_an_unknown_subject_is_credited_in_its_words_and_not_replaced_by_another_name(facts, sentence, words):
    found = facts("President Jan Okafor met the Northern Harbor Board of Norway.", sentence)
    (quotation,) = found.quotations
    assert quotation.speakers == ()
    credit = words and words.format("Northern Harbor Board")
    assert (quotation.credit and quotation.credit.value) == credit
    assert quotation.credit is None or quotation.credit.evidence[0].exact == credit


@pytest.mark.parametrize("day", WEEKDAYS)
@pytest.mark.parametrize("clause", ["a police spokesman {} said", "a police spokesman said {}"])
def test_the_weekday_beside_the_verb_of_saying_is_no_part_of_the_speaker(facts, day, clause):
    (quotation,) = facts(f"“The port is full,” {clause.format(day)}.").quotations
    assert quotation.credit.value == "a police spokesman"


def test_no_entity_is_made_of_a_speaker_who_is_only_described(facts):
    found = facts("“The port is full,” a police spokesman said.")
    assert found.entities == ()


def test_who_is_unknown_does_not_pass_the_word_to_who_spoke_before(facts):
    found = facts("“The port is full,” said President Jan Okafor. “It stinks,” Tidewater tells us. “It does.”")
    assert [speakers for _, speakers in spoken(found)] == [["Jan Okafor"], [], []]
    assert [credit for _, credit in credited(found)] == [None, "Tidewater", "Tidewater"]


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("Minister Ada Quill said that the port was “full of mud.”", "the port was “full of mud.”"),
        ("Ships must wait in a “port of mud,” Minister Ada Quill said.", "Ships must wait in a “port of mud,”"),
        ("Minister Ada Quill called the port “full” on Monday.", "the port “full”"),
        (
            "Minister Ada Quill said the port was “full of mud,” adding that Norway would pay.",
            "the port was “full of mud,”",
        ),
        (
            "Minister Ada Quill said the port was “full of mud” and vowed to clear it.",
            "the port was “full of mud”",
        ),
    ],
)
def test_the_evidence_of_a_fragment_has_the_clause_that_reports_it(facts, sentence, clause):
    assert reported(facts(sentence)) == [[clause]]


@pytest.mark.parametrize(
    "sentence",
    [
        "“The port is full,” Minister Ada Quill said.",
        "Minister Ada Quill said on Monday: “The port is full.”",
    ],
)
def test_a_whole_sentence_needs_no_clause_around_it(facts, sentence):
    assert reported(facts(sentence)) == [[]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Ada Quill said: ‘The port is full of mud.’",
        "Minister Ada Quill said: 'The port is full of mud.'",
        "Minister Ada Quill said: ''The port is full of mud.''",
        "Minister Ada Quill said: „The port is full of mud.”",
    ],
)
def test_marks_of_other_kinds_open_a_quotation_too(facts, sentence):
    assert spoken(facts(sentence)) == [("The port is full of mud.", ["Ada Quill"])]


@pytest.mark.parametrize(
    "words",
    [
        "“Bo told me ‘the port is full of mud’ and left,”",
        "“Bo told me “the port is full of mud” and left”,",
    ],
)
def test_a_quotation_within_a_quotation_is_a_part_of_it(facts, words):
    found = facts(f"{words} said Minister Ada Quill.")
    assert [text[:11] for text, _ in spoken(found)] == ["Bo told me "]


def test_an_apostrophe_opens_no_quotation(facts):
    assert facts("Quill said the ministers' port was the ships' own port, as in the '90s and before.").quotations == ()


def test_a_quotation_goes_on_in_the_next_paragraph_until_it_is_closed(facts):
    found = facts(
        "Minister Ada Quill said: “The port is full of mud.",
        "“It has been so for years.”",
        "“Nobody here knows why.”",
    )
    assert [speakers for _, speakers in spoken(found)] == [["Ada Quill"], ["Ada Quill"], []]


def test_a_paragraph_that_ends_in_a_colon_names_who_speaks_in_the_next(facts):
    found = facts("The minister was asked. Then Tidewater replied:", "“The port is full of mud.”")
    assert credited(found) == [("The port is full of mud.", "Tidewater")]


def test_a_sentence_that_stands_for_itself_is_a_quotation_of_nobody_known(facts):
    found = facts("The port was closed. “The port is full of mud.” Ships must wait.")
    assert spoken(found) == [("The port is full of mud.", [])]
    assert credited(found) == [("The port is full of mud.", None)]


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
def test_a_title_or_a_name_beside_a_verb_of_saying_is_not_what_is_said(facts, sentence):
    assert spoken(facts(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Ada Quill said that Norway would pay, adding that “the port is full.”",
        "Minister Ada Quill defended Norway, saying “the port is full.”",
        "Minister Ada Quill, a friend of Norway, said “the port is full.”",
        "Minister Ada Quill came to the port and said “the port is full.”",
    ],
)
def test_a_second_verb_has_the_subject_of_the_first(facts, sentence):
    assert [speakers for _, speakers in spoken(facts(sentence))] == [["Ada Quill"]]


def test_all_who_write_together_speak(facts):
    found = facts("Minister Ada Quill and Councilmember Jan Okafor wrote that “the port is full of mud.”")
    assert [speakers for _, speakers in spoken(found)] == [["Ada Quill", "Jan Okafor"]]


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_a_quotation_over_two_lines_is_one_line_of_words(facts, marks):
    found = facts(f"Minister Ada Quill said: {marks[0]}The port\nis full{marks[1]}.")
    assert [quotation.text for quotation in found.quotations] == ["The port is full"]


def test_a_pronoun_takes_up_nobody_who_only_describes_a_campaign(facts):
    campaign = "Rimes left the Quill campaign. “The port is full,” she said."
    found = facts("Minister Ada Quill left.", "Tide " * 60, campaign)
    assert spoken(found) == [("The port is full", [])]
