"""Where one name ends and the next begins."""

import pytest


@pytest.mark.parametrize("end", ["Jr", "Sr", "II", "III"])
def test_a_name_is_never_cut_before_what_tells_son_from_father(cut, end):
    assert cut(f"they met Nora Quist {end} there", lambda _: True) == ["Nora", f"Quist {end}"]


@pytest.mark.parametrize("kin", ["Abu", "Umm", "Ibn", "Bint"])
def test_a_name_is_never_cut_behind_a_word_of_kinship(cut, kin):
    assert cut(f"they met Nora {kin} Quist there", lambda _: True) == ["Nora", f"{kin} Quist"]


def test_a_royal_title_belongs_to_a_given_name(cut):
    assert cut("they met Prince Charles there", lambda _: True) == ["Prince Charles"]
    assert cut("they met Prince Quist there", lambda _: True) == ["Prince", "Quist"]


def test_what_a_centre_is_for_may_be_two_things(cut):
    assert cut("the Centre for Tides and Clean Water met", lambda _: False) == ["Centre for Tides and Clean Water"]
    assert cut("the Centre for Tides and Board met", lambda _: True)[-1] == "Board"


def test_a_long_word_in_capitals_begins_another_name_after_a_person(cut):
    assert cut("it was by Nora Quist NORVIK", lambda _: False) == ["Nora Quist", "NORVIK"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They left. Called the Quist Guard, it grew", ["Called", "Quist Guard"]),
        ("They left. Members of the Quist Guard grew", ["Members", "Quist Guard"]),
        ("They left. Dozens of Quist Guard men came", ["Dozens", "Quist Guard"]),
        ("the Bank of the Quist Guard grew", ["Bank of the Quist Guard"]),
        ("they will Feed the Quist Guard", ["Feed the Quist Guard"]),
    ],
)
def test_what_only_opens_the_words_before_a_name_is_none_of_it(cut, text, names):
    assert cut(text, lambda _: False)[-len(names) :] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("seen by File Photo NORVIK (Reuters) - the quay", ["File Photo", "NORVIK", "Reuters"]),
        ("seen via REUTERS QUILL HAVEN (Reuters) - the quay", ["REUTERS", "QUILL HAVEN"]),
        ("made in QUILL HAVEN (Reuters) - the quay", ["QUILL HAVEN", "Reuters"]),
        ("made in Norvik QUAY (Board) - the quay", ["Norvik QUAY", "Board"]),
    ],
)
def test_the_town_of_a_dateline_begins_a_name(cut, text, names):
    assert cut(text, lambda _: False) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Bank of Norvik and the Treasury agreed", ["Bank of Norvik", "Treasury"]),
        ("the Norvik Council and Harbour Board met", ["Norvik Council", "Harbour Board"]),
        ("they met President Nora Quist there", ["President", "Nora Quist"]),
        ("she met Nora Quist and John Marsh there", ["Nora Quist", "John Marsh"]),
        ("he flew from Oslo to Leeds", ["Oslo", "Leeds"]),
    ],
)
def test_two_names_in_one_run_are_cut(cut, text, names):
    assert cut(text) == names


@pytest.mark.parametrize(
    "name",
    [
        "Institute for Marine Safety", "Ministry of Health and Housing", "Bank of Norvik", "Nora Quist",
        "Norvik City Council", "University of Quistford",
    ],
)  # fmt: skip
def test_one_name_stays_whole(cut, name):
    assert cut(f"it was the {name} again") == [name]


def test_and_between_the_fields_of_a_body_cuts_nothing(cut):
    assert cut("the Quist Mining and Construction Company met", lambda _: True)[-2:] == [
        "Mining and Construction",
        "Company",
    ]
    assert "Bank" in cut("the Quist Bank and Construction Company met", lambda _: True)


def test_a_law_ends_before_what_says_where_it_is(cut):
    assert cut("the Clean Harbour Act in Congress passed", lambda _: False) == ["Clean Harbour Act", "Congress"]
    assert cut("the Clean Harbour Office in Congress passed", lambda _: False) == ["Clean Harbour Office in Congress"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Quill Highway at Norvik was", ["Quill Highway", "Norvik"]),
        ("near Mount Quill on Norvik was", ["Mount Quill", "Norvik"]),
        ("to Norvik for Christmas Eve was", ["Norvik", "Christmas Eve"]),
    ],
)
def test_a_road_a_mountain_and_a_holiday_are_names_of_their_own(cut, text, names):
    assert cut(text, lambda _: False) == names
