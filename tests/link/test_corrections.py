"""Corrections by the newsroom."""

import pytest

from ld.errors import InputError
from ld.kb import Item
from ld.link.corrections import applied, read_corrections, settled, unused

SENATOR = ("member of the Senate", "FR", "2020-01-01", None)
SAID = "French Senator Ada Quill said the harbor would stay open."


@pytest.fixture
def corrections(tmp_path):
    """The corrections of these rows, read from a file."""

    def read(*rows: str):
        path = tmp_path / "links.csv"
        path.write_text("\n".join(("match,context,decision,who,when", *rows)) + "\n", encoding="utf-8")
        return read_corrections(path)

    return read


def ada(facts):
    return next(person.link for person in facts.of_kind("person") if person.name == "Ada Quill")


def test_a_name_gets_the_item_that_the_newsroom_says(make_kb, person, linked, corrections):
    kb = make_kb(person("Q2", "Ada Quill", SENATOR), person("Q9", "Ada Quill the Younger"))
    link = ada(linked(kb, SAID, corrections=corrections("Ada Quill,,Q9,desk,2024-09-12")))
    assert (link.qid, link.label, link.score) == ("Q9", "Ada Quill the Younger", 1.0)
    assert link.because == "corrected in links.csv, line 2 by desk on 2024-09-12"
    assert link.source == "corrections: links.csv, line 2"


def test_a_name_can_be_left_unlinked(make_kb, person, linked, corrections):
    rows = corrections("Ada Quill,,NIL,desk,2024-09-12")
    facts = linked(make_kb(person("Q2", "Ada Quill", SENATOR)), SAID, corrections=rows)
    assert (ada(facts).because, [each.entity for each in applied(facts, rows)]) == (
        rows[0].because,
        ["person-ada-quill"],
    )


def test_an_id_is_corrected_wherever_it_comes_out(linked, corrections):
    facts = linked(None, SAID, corrections=corrections("Q142,,Q9,desk,2024-09-12"))
    assert [country.qid for country in facts.of_kind("country")] == ["Q9"]


def test_a_context_must_stand_in_the_paragraph(linked, corrections):
    rows = corrections(r"Ada Quill,\bharbou?r\b,Q9,desk,", r"Ada Quill,airport,Q8,desk,")
    assert ada(linked(None, SAID, "The airport is shut.", corrections=rows)).qid == "Q9"


def test_rows_that_applied_nowhere_are_told(linked, corrections):
    rows = corrections("Ada Quill,,Q9,desk,", "Bo Hart,,Q8,desk,")
    assert unused(rows, [linked(None, SAID, corrections=rows)]) == rows[1:]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("Ada Quill,,someone,desk,", "line 2: 'someone' is no decision"),
        ("Ada Quill,(,Q9,desk,", "line 2: the context is no regular expression"),
        (",,Q9,desk,", "line 2: no name and no item"),
    ],
)
def test_a_row_that_says_nothing_is_refused(corrections, row, fault):
    with pytest.raises(InputError, match=fault.replace("(", r"\(")):
        corrections(row)


def test_a_file_without_the_columns_is_refused(tmp_path):
    (tmp_path / "links.csv").write_text("name,id\n", encoding="utf-8")
    with pytest.raises(InputError, match="no column 'decision'"):
        read_corrections(tmp_path / "links.csv")


@pytest.mark.parametrize(
    "decision",
    ["not a name", "split", "kind work", "same as Bo Hart", "wrong", "right", "speaker wrong", "title chair"],
)
def test_decisions_on_names_and_facts_are_read(corrections, decision):
    assert corrections(f"Ada Quill,,{decision},desk,")[0].decision == decision


@pytest.mark.parametrize("decision", ["kind country", "kind", "Not a name", "titled"])
def test_what_only_resembles_a_decision_is_refused(corrections, decision):
    with pytest.raises(InputError, match="is no decision"):
        corrections(f"Ada Quill,,{decision},desk,")


def test_decisions_on_the_article_are_told(linked, corrections):
    rows = corrections("Ada Quill,,not a name,desk,", "Bo Hart,,not a name,desk,", "Ada Quill,,Q9,desk,")
    assert settled(linked(None, SAID, corrections=rows), rows) == rows[:1]


def test_an_item_of_another_kind_from_the_desk_is_for_somebody_else_of_the_name(make_kb, person, linked, corrections):
    kb = make_kb(Item(qid="Q7", kind="place", label="Ada Quill"), person("Q9", "Ada Quill the Younger"))
    town, younger = corrections("Ada Quill,,Q7,desk,", "Ada Quill,,Q9,desk,")
    rows = (town._replace(id="2"), younger._replace(id="1"))
    assert ada(linked(kb, SAID, corrections=rows)).qid == "Q9"
    assert ada(linked(kb, SAID, corrections=(town, younger))).qid == "Q7"
