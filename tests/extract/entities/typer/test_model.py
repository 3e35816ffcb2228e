"""The table of weights and what is computed from it."""

import pytest

from ld.extract.entities.typer.features import Features
from ld.extract.entities.typer.model import FILE, TYPES, Weights, read_weights, weights
from ld.text.lexicon import data_text

TABLE = data_text(FILE)
ROWS = [line.split("\t") for line in TABLE.splitlines()[1:]]
STORY = "Nora Quist spoke in Leeds. The Institute for Marine Safety (IMS) said Quist was right."


def test_a_table_is_read_back():
    read = read_weights("# a remark\ngap\tL=a\t-3\ntype\tp=in\t1\t\t-2\t\t\n")
    assert read == Weights({"L=a": -3}, {"p=in": (1, 0, -2, 0, 0)})


def test_the_table_is_small_and_says_by_what_it_was_made():
    assert len(TABLE.encode()) < 300_000
    assert TABLE.startswith("#")
    assert "name_weights.py" in TABLE.splitlines()[0]


def test_the_table_is_sorted_with_each_feature_once():
    keys = [(model, feature) for model, feature, *_ in ROWS]
    assert keys == sorted(set(keys))


def test_the_table_has_whole_numbers_one_for_a_gap_and_one_for_each_type():
    assert {(model, len(numbers)) for model, _, *numbers in ROWS} == {("gap", 1), ("type", len(TYPES))}
    assert all(str(int(number)) == number for _, _, *numbers in ROWS for number in numbers if number)


@pytest.mark.parametrize("model", ["gap", "type"])
def test_both_models_have_a_start(model):
    assert [model, "+"] in [row[:2] for row in ROWS]


def test_probabilities_of_all_types_are_one_together(typed):
    for each in typed(STORY).values():
        assert sum(each.probabilities) == pytest.approx(1)
        assert each.probability == max(each.probabilities)
        assert each.type == TYPES[each.probabilities.index(each.probability)]


def test_large_weights_do_not_overflow():
    table = Weights({}, {"+": (100_000, 0, 0, 0, -100_000)})
    assert table.probabilities(Features(("+",), (), 1.0))[0] == pytest.approx(1)


def test_what_stands_beside_counts_its_share():
    table = Weights({}, {"+": (0, 0, 0, 0, 0), "p=in": (0, 0, 200, 0, 0), "whole": (0, 0, 100, 0, 0)})
    half = table.probabilities(Features(("+",), ("p=in",), 0.5))
    assert half == pytest.approx(table.probabilities(Features(("+", "whole"), (), 1.0)))


def test_a_name_is_cut_where_the_weights_are_above_nothing():
    table = Weights({"a": 1, "b": -1}, {})
    assert [table.is_cut(["a"]), table.is_cut(["a", "b"]), table.is_cut(["c"])] == [True, False, False]


def test_the_same_text_gives_the_same_twice(typed):
    assert typed(STORY) == typed(STORY)


def test_an_empty_text_has_no_names(typed):
    assert typed("") == {}


def test_the_parts_of_a_longer_name_are_typed_as_it_is(typed):
    found = typed(STORY)
    assert {name: found[name].type for name in ("Nora Quist", "Quist", "Institute for Marine Safety", "IMS")} == {
        "Nora Quist": "person",
        "Quist": "person",
        "Institute for Marine Safety": "organization",
        "IMS": "organization",
    }


def test_the_weights_are_read_once():
    assert weights() is weights()
