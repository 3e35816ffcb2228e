"""JSON with faults."""

import json

import pytest

from ld.json_text import read_json


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"pier": 1,\n}', "Illegal trailing comma before end of object: line 2 column 1"),
        ('["pier",\n\n  ]', "Illegal trailing comma before end of array: line 3 column 3"),
        ('{"pier": {"open": 1,}}', "Illegal trailing comma before end of object: line 1 column 21"),
        ('{"pier": 1,,\n}', "Illegal trailing comma before end of object: line 2 column 1"),
        ("[,]", "Illegal trailing comma before end of array: line 1 column 3"),
        ("[1,", "Expecting value: line 1 column 4"),
        ("[1,,2]", "Expecting value: line 1 column 4"),
        ('{"pier": 1,', "Expecting property name enclosed in double quotes: line 1 column 12"),
        ('["pier, ]', "Unterminated string starting at: line 1 column 2"),
        ("", "Expecting value: line 1 column 1"),
    ],
)
def test_a_fault_is_told_in_the_same_words_on_every_version_of_python(text, told):
    with pytest.raises(json.JSONDecodeError) as caught:
        read_json(text)
    assert str(caught.value).startswith(told)


def test_commas_in_texts_are_none_of_its_business():
    assert read_json('{"headline": "Pier, }", "parts": [",]"]}') == {"headline": "Pier, }", "parts": [",]"]}
