"""Which verb of a sentence reports a quotation in it."""

import pytest

from ld.extract.speech.clauses import CuedSentence
from ld.mentions import MentionIndex
from ld.text.reading import Reading


def cues(text: str) -> list[str | None]:
    """The word that reports each quotation of the one sentence *text*."""
    reading = Reading(text)
    (span,) = reading.sentences
    sentence = CuedSentence.of(reading, span, reading.quotes[span.part], MentionIndex(()))
    found = [sentence.reporting_cue(quote) for quote in sentence.quotes]
    return [cue and cue.word for cue in found]


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("“The port is full,” the board said.", "said"),
        ("The board said: “The port is full.”", "said"),
        ("The board said that it was late and “the port is full.”", "said"),
        ("The board “said the port was full” of mud.", "said"),
        ("According to the board, the port is “full of mud.”", "according to"),
        ("“The port is full,” the board, which met in Oslo, said.", "said"),
    ],
)
def test_a_verb_right_after_a_quotation_or_the_nearest_before_it_reports_it(sentence, cue):
    assert cues(sentence) == [cue]


@pytest.mark.parametrize(
    "sentence",
    [
        "“The port is full” was painted on a ship, the board said.",
        "The “ghost port” is empty.",
        "The port was called “full” by many.",
    ],
)
def test_a_verb_of_another_clause_reports_no_quotation(sentence):
    assert cues(sentence) == [None]


def test_a_verb_that_reports_the_quotation_before_it_reports_none_behind_it():
    assert cues("“The port is full,” the board said of the “ghost port” in Oslo.") == ["said", None]


def test_a_verb_within_a_quotation_reports_nothing():
    assert cues("The board said: “They argued that it was full,” and left.") == ["said"]
