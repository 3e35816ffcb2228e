"""The JSON Schemas that we give away."""

import json

import pytest

from ld.extractors.answer import answer_schema
from ld.read.facts_json import facts_schema
from ld.validate.formats.records import document_schema, line_schema


def descriptions(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "description" and isinstance(inner, str):
                yield inner
            else:
                yield from descriptions(inner)
    elif isinstance(value, list):
        for item in value:
            yield from descriptions(item)


@pytest.mark.parametrize("schema", [lambda: json.loads(facts_schema()), answer_schema, document_schema, line_schema])
def test_descriptions_do_not_have_the_indent_of_the_source_on_any_version_of_python(schema):
    found = list(descriptions(schema()))
    assert found
    assert [text for text in found if any(line.startswith(" ") for line in text.splitlines())] == []
