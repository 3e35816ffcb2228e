"""JSON as templates write it: what is mended, what is said of it, and that nothing moves from its place."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ld.json_slips import read_mended

HARBOR = '{"headline": "Harbor full", "author": ["Nora Quist"]}'
SLIPS = {
    "CDATA": (f"<![CDATA[\n{HARBOR}\n]]>", 0, "CDATA"),
    "CDATA in comments of lines": (f"//<![CDATA[\n{HARBOR}\n//]]>", 0, "CDATA"),
    "CDATA in comments": (f"\n/*<![CDATA[*/ {HARBOR} /*]]>*/", 1, "CDATA"),
    "CDATA that is never closed": (f"<![CDATA[{HARBOR}", 0, "CDATA"),
    "CDATA that was never opened": (f"{HARBOR}]]>", len(HARBOR), "CDATA"),
    "a comment of HTML": (f"<!--{HARBOR}-->", 0, "HTML comment"),
    "a comment of HTML that ends as one of a script": (f"<!--\n{HARBOR}\n//-->", 0, "HTML comment"),
    "a semicolon behind it": (f"{HARBOR};\n", len(HARBOR), "semicolon"),
    "a byte order mark": (f"\ufeff{HARBOR}", 0, "byte order mark"),
    "a blank that is none of JSON's": (f"\u00a0{HARBOR}", 0, "U+00A0"),
    "a line break in a text": ('{"headline": "Harbor\nfull"}', 20, "line break"),
    "a tab in a text": ('{"headline": "Harbor\tfull"}', 20, "tab"),
    "another control character": ('{"headline": "Harbor\x1ffull"}', 20, "U+001F"),
    "a comma too many in an object": ('{"headline": "Harbor full", }', 26, "comma stands before the closing }"),
    "a comma too many in an array": ('{"author": ["Nora Quist",]}', 24, "comma stands before the closing ]"),
    "a semicolon for a comma": ('{"author": "Nora Quist"; "headline": "Harbor full"}', 23, "where a comma must"),
    "a comment": ('{"author": "Nora Quist" /* our own */}', 24, "comment"),
    "a comment to the end of the line": ('{"author": "Nora Quist" // our own\n}', 24, "comment"),
    "NaN": ('{"wordCount": NaN}', 14, "NaN is no number"),
    "less than anything": ('{"wordCount": -Infinity}', 14, "-Infinity is no number"),
    "a number beyond all others": ('{"wordCount": 1e999999}', 14, "1e999999 is greater"),
    "a number of too many digits": ('{"wordCount": ' + "9" * 5000 + "}", 14, "5000 digits"),
    "half of a character": (r'{"headline": "Harbor \ud83d full"}', 21, r"\ud83d is half"),
    "the other half of one": (r'{"headline": "Harbor \ude00 full"}', 21, r"\ude00 is half"),
}


@pytest.mark.parametrize("name", SLIPS)
def test_each_slip_is_named_at_its_place_and_has_a_remedy(name):
    text, offset, what = SLIPS[name]
    (slip,) = read_mended(text).slips
    assert slip.offset == offset
    assert what in slip.what
    assert slip.remedy


@pytest.mark.parametrize("name", SLIPS)
def test_what_was_mended_stays_at_its_place(name):
    text, _, _ = SLIPS[name]
    mended = read_mended(text)
    assert len(mended.text) == len(text)
    assert mended.text.count("\n") == text.count("\n")
    assert json.loads(mended.text, strict=False) == mended.document


@pytest.mark.parametrize("name", [name for name in SLIPS if HARBOR in SLIPS[name][0]])
def test_what_is_wrapped_says_what_it_would_say_alone(name):
    assert read_mended(SLIPS[name][0]).document == json.loads(HARBOR)


@pytest.mark.parametrize(
    "text",
    [
        HARBOR,
        r'{"headline": "Harbor \ud83d\ude00 full"}',
        r'{"headline": "C:\\ud83d"}',
        '{"headline": "<![CDATA[ , } ; // /* NaN -->"}',
        '{"wordCount": -1.5e308}',
        "[[1]]",
    ],
)
def test_of_right_json_nothing_is_said(text):
    assert read_mended(text) == (json.loads(text), text, ())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{'headline': 1}", 1),
        ('{"headline":\n“Harbor”}', 2),
        ('{"a": 1\n"b": 2}', 2),
        ('<![CDATA[{"a": 1,}\n{"b": 2}]]>', 2),
        ("{{ article | json }}", 1),
        ("", 1),
    ],
)
def test_what_nobody_can_mend_is_an_error_at_its_line(text, line):
    with pytest.raises(json.JSONDecodeError) as raised:
        read_mended(text)
    assert raised.value.lineno == line


def test_a_slip_that_comes_again_is_said_once_with_its_number():
    (slip,) = read_mended('{"headline": "Harbor\nfull\nagain"}').slips
    assert slip.times == 2


def test_only_a_value_that_no_reader_can_hold_is_lost():
    assert [name for name, (text, _, _) in SLIPS.items() if read_mended(text).slips[0].is_lost] == [
        "NaN",
        "less than anything",
        "a number beyond all others",
        "a number of too many digits",
    ]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda s: st.lists(s, max_size=3) | st.dictionaries(st.text(), s, max_size=3),
        max_leaves=8,
    )
)
def test_whatever_encoders_write_is_read(value):
    text = json.dumps(value)
    assert len(read_mended(text).text) == len(text)


@given(
    st.lists(
        st.sampled_from(
            [
                "{",
                "}",
                "[",
                "]",
                ",",
                ";",
                ":",
                '"',
                "\\",
                "\\ud800",
                "NaN",
                "1e999",
                "//",
                "/*",
                "*/",
                "<!--",
                "-->",
                "<![CDATA[",
                "]]>",
                "\n",
                "\ufeff",
                " ",
                "a",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_whatever_stands_there_it_is_read_or_refused(text):
    with suppress(json.JSONDecodeError):
        mended = read_mended(text)
        assert json.loads(mended.text, strict=False) == mended.document
        assert all(0 <= slip.offset < len(text) for slip in mended.slips)
