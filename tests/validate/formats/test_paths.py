from pathlib import Path

import pytest

from ld.validate.formats.paths import from_root, relative, repository_root, uri


@pytest.fixture
def repository(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    (tmp_path / "news").mkdir()
    monkeypatch.chdir(tmp_path / "news")
    return tmp_path


def test_the_root_is_the_folder_with_the_repository(repository):
    assert repository_root(Path.cwd()) == repository


def test_without_a_repository_the_root_is_the_folder_itself(tmp_path):
    assert repository_root(tmp_path) == tmp_path


@pytest.mark.parametrize("name", ["a.ttl", "./a.ttl", "../news/a.ttl"])
def test_a_path_is_told_from_the_root(repository, name):
    assert relative(name, repository) == "news/a.ttl"


def test_an_absolute_path_is_told_from_the_root_too(repository):
    assert relative(str(repository / "b c.ttl"), repository) == "b c.ttl"


def test_what_lies_outside_stays_absolute(repository):
    assert relative("../../elsewhere.ttl", repository) == (repository.parent / "elsewhere.ttl").as_posix()


@pytest.mark.parametrize("name", ["stdin", "https://paper.example/graph", "urn:article:1"])
def test_what_is_no_path_stays_as_it_is(repository, name):
    assert relative(name, repository) == name


def test_places_and_errors_move_with_their_file(repository, files):
    moved = from_root(files[3], repository)
    assert (moved.file, moved.error) == ("news/news/torn.ttl", "news/news/torn.ttl:3:5: no Turtle: a dot is missing")
    assert from_root(files[0], repository).results[0].place.file == "news/news/harbor.ttl"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("news/a b.ttl", "news/a%20b.ttl"),
        ("a:b%.ttl", "a%3Ab%25.ttl"),
        ("naïve.ttl", "na%C3%AFve.ttl"),
        ("\udcff.ttl", "%FF.ttl"),
        ("/srv/a.ttl", "file:///srv/a.ttl"),
        ("https://paper.example/a?b#c", "https://paper.example/a?b#c"),
    ],
)
def test_a_path_becomes_a_uri_reference(name, expected):
    assert uri(name) == expected
