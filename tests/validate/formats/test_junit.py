from pathlib import Path

import pytest
from lxml import etree

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "junit-10.xsd"))


@pytest.fixture
def suites(rendered):
    def parsed(*files, **options):
        return etree.fromstring(rendered("junit", *files, **options).encode())

    return parsed


def test_the_schema_can_say_no():
    assert not SCHEMA.validate(etree.fromstring("<testsuites><testsuite/></testsuites>"))


@pytest.mark.parametrize("fail_on", ["violation", "warning", "info"])
def test_the_report_keeps_the_schema_of_junit(suites, files, fail_on):
    SCHEMA.assertValid(suites(*files, fail_on=fail_on))


def test_a_report_without_files_keeps_it_too(suites):
    SCHEMA.assertValid(suites())


def test_each_file_is_a_test_case(suites, files):
    assert suites(*files).xpath("//testcase/@name") == [file.file for file in files]


def test_what_fails_is_a_failure_and_what_cannot_be_read_an_error(suites, files):
    report = suites(*files)
    assert report.xpath("//failure/../@name") == ["news/harbor.ttl"]
    assert report.xpath("//error/../@name") == ["news/torn.ttl"]
    assert (report.get("tests"), report.get("failures"), report.get("errors")) == ("4", "1", "1")


def test_a_result_below_the_bar_is_output_not_failure(suites, files):
    (output,) = suites(files[1]).xpath("//testcase/system-out")
    assert "Shorten the headline." in output.text
    assert not suites(files[1]).xpath("//failure")


def test_the_bar_makes_it_a_failure(suites, files):
    assert suites(files[1], fail_on="info").xpath("//failure/@message") == ["Shorten the headline."]


def test_the_failure_counts_what_its_message_leaves_out(suites, files):
    (failure,) = suites(files[0], fail_on="warning").xpath("//failure")
    assert failure.get("message") == "Write the post in plain text. (and 1 result more)"
    assert "news/harbor.ttl:3:1: warning: Give the date of publication." in failure.text


def test_no_character_breaks_the_xml(suites, make):
    report = suites(make(message="\x00<\ud800&\"'\uffff", place={"source": "]]>\x01"}))
    assert report.xpath("//failure/@message") == ["�<�&\"'�"]


def test_a_line_end_in_a_message_stays_one(suites, make):
    assert suites(make(message="one\ntwo")).xpath("//failure/@message") == ["one\ntwo"]
