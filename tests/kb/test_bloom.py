"""The filter over names: what it does not know is not there."""

from hypothesis import given
from hypothesis import strategies as st

from ld.kb.bloom import bloom_of, filter_of


@given(st.sets(st.text(), max_size=50))
def test_no_name_is_ever_lost(keys):
    may_have = filter_of(bloom_of(keys))
    assert all(may_have(key) for key in keys)


def test_of_what_names_nothing_it_takes_few_for_names():
    bits = bloom_of([f"quill{number}" for number in range(10_000)])
    may_have = filter_of(bits)
    taken = sum(may_have(f"hart{number}") for number in range(10_000))
    assert taken < 500
    assert len(bits) == 1 << 14


def test_an_empty_one_has_nothing():
    assert not filter_of(bloom_of([]))("quill")
