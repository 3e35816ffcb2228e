"""Words as the linker compares them."""

import pytest

from ld.link.folding import fold, folded_words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Ministère de la Santé", "ministere de la sante"),
        ("Oslo’s “Harbor” Board – Quay", "oslo harbor board quay"),
        ("Oslo's Harbor Board", "oslo harbor board"),
        ("U.S. Sen. Quill", "us sen quill"),
        ("Defence and Labour Organisation", "defense and labor organization"),
        ("Okafor-Quill\u00a0Co…", "okafor quill co"),
        ("ŁÓDŹ", "łodz"),
    ],
)
def test_what_spellings_differ_in_is_folded_away(written, folded):
    assert fold(written) == folded
    assert folded_words(written) == folded.split()
