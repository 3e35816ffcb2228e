"""Names, folders and patterns mean files, each once and in the same order."""

import pytest

from ld.errors import InputError
from ld.validate.sources import files_of


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name in (
        "b.ttl",
        "a.jsonld",
        "a.evidence.ttl",
        "sub/c.nq",
        "sub/d.facts.json",
        ".hidden/e.ttl",
        "package.json",
        "x.txt",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_a_folder_means_all_files_below_it_that_can_be_checked():
    assert files_of(["."]) == ["a.jsonld", "b.ttl", "sub/c.nq", "sub/d.facts.json"]


@pytest.mark.usefixtures("folder")
def test_a_pattern_reaches_as_deep_as_it_says():
    assert files_of(["*.ttl"]) == ["a.jsonld", "b.ttl"]
    assert files_of(["**/*.nq"]) == ["sub/c.nq"]


def test_evidence_is_checked_with_its_facts(folder):
    assert files_of(["a.evidence.ttl", "a.jsonld"]) == ["a.jsonld"]
    (folder / "a.jsonld").unlink()
    assert files_of(["a.evidence.ttl"]) == ["a.evidence.ttl"]


@pytest.mark.usefixtures("folder")
def test_a_name_means_its_file_whatever_its_ending_and_standard_input_itself():
    assert files_of(["x.txt", "-", "x.txt", "not-there.ttl"]) == ["x.txt", "-", "not-there.ttl"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["empty", "*.rdf"])
def test_what_means_nothing_is_refused(name):
    with pytest.raises(InputError, match=name.replace("*", r"\*")):
        files_of([name])
