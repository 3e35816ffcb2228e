"""A list of entries as one regular expression matches what a plain alternation of them does, the longest first."""

import re

from hypothesis import given
from hypothesis import strategies as st

from ld.text.alternatives import any_of

entries = st.lists(st.text("ab.? ", min_size=1, max_size=5), min_size=1, max_size=8)


@given(entries, st.text("ab.? ", max_size=20))
def test_it_finds_what_an_alternation_finds(entries, text):
    longest_first = sorted(set(entries), key=lambda entry: (-len(entry), entry))
    plain = re.compile("|".join(map(re.escape, longest_first)))
    assert re.findall(any_of(entries), text) == plain.findall(text)


def test_a_space_may_stand_for_any_blank():
    assert re.fullmatch(any_of(["prime minister", "prime"], space=r"\s+"), "prime \n minister")
