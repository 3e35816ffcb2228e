"""Names of the knowledge base in a text: taken where signs beside them agree, and whole."""

import pytest

from ld.extract.entities.known.find import known_names
from ld.kb import bundled_kb
from ld.text.reading import Reading


def found(text):
    return {text[name.start : name.end]: name.item.qid for name in known_names(Reading(text), bundled_kb(), [])}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met Angela Merkel in Texas.", {"Angela Merkel": "Q567", "Texas": "Q1439"}),
        ("Boeing said the plane was safe.", {"Boeing": "Q66"}),
        ("Shares of Apple fell, said the company Apple.", {"Apple": "Q312"}),
        ("What has he said about Nato?", {"Nato": "Q7184"}),
        ("She studied at the University of Oxford.", {"University of Oxford": "Q34433"}),
        ("He lives in Galveston, Texas.", {"Galveston": "Q135744", "Texas": "Q1439"}),
        ("The Governor of Texas left.", {"Texas": "Q1439"}),
        ("The fire in Valencia was out by noon.", {"Valencia": "Q54880"}),
        ("It rained in Northern California.", {"California": "Q99"}),
        ("Civil Defence Minister Angela Merkel came.", {"Angela Merkel": "Q567"}),
    ],
)
def test_a_name_is_found_with_its_likeliest_item(text, names):
    assert found(text).items() >= names.items()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Target practice is over.", "Target"),
        ("He was reading in the garden. Reading is fun.", "Reading"),
        ("They live in St. Charles County.", "Charles County"),
        ("The Partnership for New York City met.", "York City"),
        ("The San Francisco 49ers won.", "San Francisco"),
        ("He taught at the University of Harborland at Charlotte.", "Charlotte"),
        ("They cited Quill v. Ohio.", "Ohio"),
        ("So I went home.", "So I"),
        ("The AR headset is new.", "AR"),
        ("It flickers at 80 Hertz.", "Hertz"),
        ("Senator John Ford spoke. Ford was tired, Ford said.", "Ford"),
        ("The carrier Dwight Eisenhower sailed.", "Dwight Eisenhower"),
        ("Nora Quist (The Stand) was born here.", "The Stand"),
        ("The Age Well Coach opened.", "The Age"),
        ("The yacht arrived at Eden on Friday.", "Eden"),
    ],
)
def test_what_is_part_of_another_name_or_an_ordinary_word_is_not_found(text, name):
    assert name not in found(text)


def test_in_a_report_on_sport_a_town_is_its_team_unless_something_lies_there():
    report = "Miami scored a touchdown before halftime; the quarterback led Miami to the playoffs of the NFL season. "
    assert "Miami" not in found(report)
    assert found(f"{report}He was born in Miami.")["Miami"] == "Q8652"


def test_in_a_headline_one_word_counts_only_if_the_text_has_it_too():
    text = "Boeing Wins Another Long Deal\n\nIt was a long day."
    assert found(text) == {}
    assert "Boeing" in found(f"{text} Boeing said so.")


def test_nothing_is_looked_at_where_something_is_named_already():
    text = "They met in Texas."
    assert known_names(Reading(text), bundled_kb(), [(12, 17)]) == []
