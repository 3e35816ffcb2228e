import json


def test_an_issue_has_all_that_gitlab_reads(make, rendered):
    (issue,) = json.loads(rendered("gitlab", make()))
    assert len(issue.pop("fingerprint")) == 32
    assert issue == {
        "description": "person “Ana Silva”: schema:jobTitle is “<b>mayor</b>”, in the words “Ana Silva, the mayor”: "
        "Write the post in plain text.",
        "check_name": "PersonShape-jobTitle",
        "severity": "major",
        "location": {"path": "news/harbor.ttl", "lines": {"begin": 12}},
    }


def test_the_severities_are_those_of_gitlab(files, rendered):
    issues = json.loads(rendered("gitlab", *files))
    assert [issue["severity"] for issue in issues] == ["major", "minor", "info", "critical"]


def test_what_concerns_the_whole_file_stands_at_its_first_line(files, rendered):
    assert json.loads(rendered("gitlab", files[1]))[0]["location"]["lines"] == {"begin": 1}


def test_every_fingerprint_is_another(files, rendered):
    issues = json.loads(rendered("gitlab", *files))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_without_results_the_report_is_an_empty_array(files, rendered):
    assert json.loads(rendered("gitlab", files[2])) == []
