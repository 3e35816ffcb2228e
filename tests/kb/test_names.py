"""Names as keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ld.kb.names import How, agrees, key, keys_of, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("KIM Yong-Hyun", "Kim Yong Hyun"),
        ("Kim Yonghyun", "Kim Yong-hyun"),
        ("J.D. Vance", "JD Vance"),
        ("J. D. Vance", "JD Vance"),
        ("Orbán Viktor", "Orban Viktor"),
        ("Jørgen Łukasz", "Jorgen Lukasz"),
        ("O’Brien", "O'Brien"),
        ("O'Brien", "OBrien"),
        ("McCain", "Mc Cain"),
        ("Straße", "Strasse"),
    ],
)
def test_spellings_of_one_name_have_one_key(one, other):
    assert key(one) == key(other)


def test_names_in_other_scripts_keep_their_letters():
    assert key("김용현") == key(" 김용현 ") != key("김용현우")
    assert key("Кэмерон, Дэвид") == key("кэмерон дэвид")


@given(st.text())
def test_a_key_has_no_white_space_and_is_its_own_key(text):
    assert not any(letter.isspace() for letter in key(text))
    assert key(key(text)) == key(text)


def test_a_hyphen_joins_words():
    assert words("Kim Yong-hyun") == ["kim", "yonghyun"]


def test_people_are_found_by_first_and_last_name_and_by_the_surname(person):
    keys = keys_of(person("Q1", "Ada Maria Quill", aliases=("Ada Quill-Hart",)))
    assert keys == {
        "adamariaquill": How.LABEL,
        "adaquillhart": How.ALIAS,
        "adaquill": How.SHORT,
        " quill": How.SURNAME,
        " quillhart": How.SURNAME,
    }


def test_a_junior_is_found_by_the_surname_before_it(person):
    assert " quill" in keys_of(person("Q1", "Ada Quill Jr."))


@pytest.mark.parametrize(
    ("said", "label", "agree"),
    [
        ("Ada M. Quill", "Ada Maria Quill", True),
        ("Ada W. Quill", "Ada Maria Quill", False),
        ("Ada W. Quill", "Ada Quill", True),
        ("Ada Quill Sr.", "Ada Quill Jr.", False),
        ("Ada Quill Jr.", "Ada Quill", False),
    ],
)
def test_middle_initials_and_generations_must_not_differ(person, said, label, agree):
    assert agrees(words(said), person("Q1", label)) is agree
