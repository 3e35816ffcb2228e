"""Regular expressions as sh:pattern has them: XPath's, not Python's."""

import re
import time
import unicodedata

import pytest

from ld.validate.shacl.code_points import all_but, as_class, joined, of_category, with_case_variants, without
from ld.validate.shacl.matching import matcher
from ld.validate.shacl.regular_expressions import PatternError, read_expression

# pattern, flags, what it matches, what it does not
CASES = [
    ("^[a-z]+$", "", ["tide"], ["tide\n", "Tide"]),
    ("^a.b$", "", ["a-b"], ["a\nb"]),
    ("^a.b$", "s", ["a-b", "a\nb"], ["ab"]),
    ("^ebb$", "m", ["flow\nebb\nflow"], ["flow ebb"]),
    ("^b b$", "x", ["bb"], ["b b"]),
    ("^[ ]b$", "x", [" b"], ["b"]),
    ("a.c", "q", ["a.c"], ["abc"]),
    ("A.C", "qi", ["xa.cx"], ["abc"]),
    (r"^\p{L}+$", "", ["Köln"], ["K7"]),
    (r"^\P{Lu}+$", "", ["köln"], ["Köln"]),
    ("^[a-z-[aeiou]]+$", "", ["brr"], ["port"]),
    (r"^[\p{L}-[\p{Lu}]]+$", "", ["tide"], ["Tide"]),
    ("^[^a-z-[0-9]]+$", "", ["ABC"], ["A1", "a"]),
    (r"^\w+$", "", ["a+b", "été"], ["a_b", "a b"]),
    (r"^\d+$", "", ["12", "٣"], ["1a"]),
    (r"^\s$", "", ["\t", "\n", " "], ["\x0b", "\u2003"]),
    (r"^\i\c*$", "", ["a-1", "_x", ":y"], ["1a", "-a"]),
    (r"^\I$", "", ["1"], ["a"]),
    (r"^(a)\1$", "", ["aa"], ["a", "aA"]),
    (r"^(a)\1$", "i", ["aA"], ["a"]),
    (r"^(a)\10$", "", ["aa0"], ["aa"]),
    ("^k$", "i", ["K", "\u212a"], ["x"]),
    ("^[^q]$", "i", ["a"], ["Q", "q"]),
    (r"^\p{Lu}$", "i", ["Q"], ["q"]),
    ("^[ö-ü]$", "i", ["Ö"], ["O"]),
    ("^a{2,3}?$", "", ["aa", "aaa"], ["a", "aaaa"]),
    ("^(?:ab)+$", "", ["abab"], ["aba"]),
    ("^[-a]$", "", ["-", "a"], ["b"]),
    (r"^[\]\[]$", "", ["]", "["], ["a"]),
    (r"^\$\.\\$", "", ["$.\\"], ["$"]),
    ("^$", "", [""], ["\n"]),
    ("^*b", "", ["b"], ["a"]),
]


@pytest.mark.parametrize(("pattern", "flags", "found", "not_found"), CASES)
def test_a_pattern_means_what_xpath_says(pattern, flags, found, not_found):
    matches = matcher(pattern, flags)
    assert [text for text in found if not matches(text)] == []
    assert [text for text in not_found if matches(text)] == []


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("(?=a)", "at character 1: “(?=”: lookahead, lookbehind"),
        ("(?<!a)b", "lookbehind"),
        ("(?P<n>a)", "of other dialects"),
        (r"\bport", r"at character 1: \b, which is of another dialect"),
        (r"a\Z", r"at character 2: \Z"),
        (r"\x41", r"\x, which is of another dialect"),
        ("[[a]", "“[” within a class"),
        ("[]", "“]” within a class"),
        ("[a", "not ended"),
        ("[b-a]", "whose end comes before its start"),
        (r"[a-\d]", "no single character"),
        ("a**", "“*” that means nothing here"),
        ("x{,2}", "“{” that means nothing here"),
        ("a{3,2}", "first number is the larger"),
        ("a{2000}", "more than 1000 repetitions"),
        ("(a", "“(” that is not closed"),
        ("a)", "“)” that closes nothing"),
        ("a]", "“]” that means nothing here"),
        (r"(a\1)", "refers to no group that is closed"),
        (r"\p{Nonsense}", "the category “Nonsense”"),
        ("\\", "not ended"),
        ("(" * 60 + ")" * 60, "more than 50 groups"),
        (r"(a*)*\1", "no search is sure to end"),
        ("((a{1,900}){1,900})*", "more than the search can hold"),
    ],
)
def test_what_is_of_another_dialect_is_refused_with_its_place(pattern, said):
    with pytest.raises(PatternError) as refused:
        matcher(pattern)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    "pattern", ["(a+)+$", "^(a|a)*$", "(a?){30}a{30}$", "a?" * 30 + "a{29}$", "^(([a-z])+.)+[A-Z]$"]
)
def test_a_search_that_would_take_for_ever_ends(pattern):
    before = time.process_time()
    assert not matcher(pattern)("a" * 28 + "!")
    assert time.process_time() - before < 5


def test_long_values_are_searched_in_good_time_too():
    before = time.process_time()
    assert not matcher("x*y*z*!")("xyz" * 20_000)
    assert time.process_time() - before < 5


@pytest.mark.parametrize("pattern", [pattern for pattern, flags, *_ in CASES if not flags and r"\1" not in pattern])
def test_both_searches_find_the_same(pattern):
    texts = [text for _, _, found, others in CASES for text in (*found, *others)]
    plain, steady = matcher(pattern), matcher(f"(?:()*{pattern})") if pattern != "^*b" else matcher(pattern)
    assert [plain(text) for text in texts] == [steady(text) for text in texts]


def test_categories_are_those_of_unicode():
    for name in ("Lu", "Nd", "Cn", "Co", "Cs", "P"):
        expected = re.compile(as_class(of_category(name)))
        for point in (*range(0x3000), *range(0xD7F0, 0x10000), *range(0x1F600, 0x1F610), 0xE0100, 0xF0000, 0x10FFFF):
            assert bool(expected.match(chr(point))) is unicodedata.category(chr(point)).startswith(name)


def test_sets_of_characters_are_joined_and_taken_from_one_another():
    assert joined([(5, 6), (1, 2), (3, 3)]) == ((1, 3), (5, 6))
    assert all_but(all_but(((65, 70),))) == ((65, 70),)
    assert without(((65, 70),), ((66, 67),)) == ((65, 65), (68, 70))
    assert as_class(()) == r"[^\x00-\U0010ffff]"
    assert with_case_variants(((0x3A9, 0x3A9),)) == ((0x3A9, 0x3A9), (0x3C9, 0x3C9), (0x2126, 0x2126))


def test_an_expression_needs_no_flags_of_pythons():
    assert read_expression("^[a-c]$", "i").source == r"\A[A-Ca-c]\Z"
