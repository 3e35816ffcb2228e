import json
from pathlib import Path

import msgspec
from jsonschema import Draft202012Validator

from ld.validate.formats.records import document_schema, line_schema

SCHEMAS = Path(__file__).resolve().parents[3] / "docs" / "schemas"


def test_the_document_holds_every_file_and_ends_with_the_verdict(files, rendered):
    document = json.loads(rendered("json", *files))
    assert [file["file"] for file in document["files"]] == [file.file for file in files]
    assert document["summary"]["conforms"] is False
    assert document["summary"]["unreadable"] == 1


def test_the_document_keeps_its_schema(files, rendered):
    Draft202012Validator(document_schema()).validate(json.loads(rendered("json", *files)))


def test_each_line_keeps_its_schema(files, rendered):
    validator = Draft202012Validator(line_schema())
    for line in rendered("jsonl", *files).splitlines():
        validator.validate(json.loads(line))


def test_the_lines_are_the_results_the_errors_and_the_summary(files, rendered):
    lines = [json.loads(line) for line in rendered("jsonl", *files).splitlines()]
    assert [line["type"] for line in lines] == ["result", "result", "result", "error", "summary"]


def test_an_empty_check_is_still_a_document(rendered):
    assert json.loads(rendered("json")) | {"summary": 0} == {
        "version": 1,
        "tool": "article-ld",
        "tool_version": json.loads(rendered("json"))["tool_version"],
        "files": [],
        "summary": 0,
    }


def test_a_file_name_that_is_no_unicode_is_escaped(make, rendered):
    file = msgspec.structs.replace(make(place={"file": "\udcff.ttl"}), file="\udcff.ttl")
    assert json.loads(rendered("json", file))["files"][0]["file"] == "\\udcff.ttl"


def test_the_documented_schemas_are_those_of_the_code():
    assert json.loads((SCHEMAS / "report.schema.json").read_text("utf-8")) == document_schema()
    assert json.loads((SCHEMAS / "report-line.schema.json").read_text("utf-8")) == line_schema()
