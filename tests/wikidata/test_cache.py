"""What Wikidata answered, kept for a while."""

import pytest

from ld.errors import InputError
from ld.wikidata.cache import FILE, Cache

DAY = 86_400


@pytest.fixture
def opened(tmp_path):
    """Opens the cache of a service on a day."""
    caches = []

    def make(service="http://one.example", day=100.0, **options):
        caches.append(Cache(tmp_path / "kept", service, now=lambda: day * DAY, **options))
        return caches[-1]

    yield make
    for cache in caches:
        cache.close()


def test_what_is_kept_comes_out_until_it_is_too_old(opened):
    opened().put({"Q2": {"id": "Q2", "labels": {"ko": "김"}}, "search x": []})
    assert opened(day=129).get("Q2") == {"id": "Q2", "labels": {"ko": "김"}}
    assert opened(day=129).get("search x") == []
    assert opened(day=131).get("Q2") is None


def test_offline_nothing_is_too_old(opened):
    opened().put({"Q2": 1})
    assert opened(day=5000, days=None).get("Q2") == 1


def test_offline_without_a_cache_is_bad_input(opened):
    with pytest.raises(InputError, match="nothing was kept yet"):
        opened(days=None)


def test_two_services_do_not_mix(opened):
    opened().put({"Q2": 1})
    assert opened("http://two.example").get("Q2") is None


def test_a_newer_answer_takes_the_place_of_the_older(opened):
    opened().put({"Q2": 1})
    opened(day=120).put({"Q2": 2})
    assert opened(day=140).get("Q2") == 2


def test_a_file_that_is_no_cache_is_bad_input(opened, tmp_path):
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / FILE).write_text("no cache " * 1000, encoding="utf-8")
    with pytest.raises(InputError, match="cannot be used"):
        opened()


def test_a_folder_that_cannot_be_made_is_bad_input(tmp_path):
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be used"):
        Cache(tmp_path / "taken", "http://one.example")
