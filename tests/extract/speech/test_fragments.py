"""The clause that reports a fragment."""

import pytest


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
def test_the_evidence_of_a_fragment_has_the_clause_that_reports_it(reported, sentence, clause):
    assert reported(sentence) == [[clause]]


@pytest.mark.parametrize(
    "sentence",
    [
        "“The port is full,” Minister Ada Quill said.",
        "Minister Ada Quill said on Monday: “The port is full.”",
    ],
)
def test_a_whole_sentence_needs_no_clause_around_it(reported, sentence):
    assert reported(sentence) == [[]]
