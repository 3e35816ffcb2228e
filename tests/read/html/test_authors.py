"""The names of people in what pages give as authors."""

import pytest

from ld.read.html.authors import people_of

OUTLETS = frozenset(("the harbor gazette", "harbor gazette"))


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ("By Jane Doe", ["Jane Doe"]),
        ("BY JANE DOE", ["Jane Doe"]),
        ("Written by: Jane Doe", ["Jane Doe"]),
        ("View all posts by Jane Doe", ["Jane Doe"]),
        ("Jane Doe and Ole Berg", ["Jane Doe", "Ole Berg"]),
        ("Jane Doe, Ole Berg & Ada Quill", ["Jane Doe", "Ole Berg", "Ada Quill"]),
        ("Jane Doe; Ole Berg", ["Jane Doe", "Ole Berg"]),
        ("Jane Doe, Senior Reporter", ["Jane Doe"]),
        ("Chief Correspondent Jane Doe", ["Jane Doe"]),
        ("Jane Doe | The Harbor Gazette", ["Jane Doe"]),
        ("Jane Doe The Associated Press", ["Jane Doe"]),
        ("Jane Doe (Oslo)", ["Jane Doe"]),
        ("Jane Doe, Ph.D.", ["Jane Doe"]),
        ("Dr. Jane Doe", ["Jane Doe"]),
        ("Ole Berg, Jr.", ["Ole Berg Jr."]),
        ("Ole B.C.", ["Ole B.C."]),
        ("The Harbor Gazette", []),
        ("Harbor Gazette Staff", []),
        ("Reuters", []),
        ("admin", []),
        ("Editorial Board", []),
        ("https://harbor.example/people/jane-doe", []),
        ("harborgazette.fr", []),
        ("jane@harbor.example", []),
        ("@janedoe", []),
        ("", []),
    ],
)
def test_people_are_told_from_what_stands_around_their_names(said, names):
    assert list(people_of(said, OUTLETS)) == names
