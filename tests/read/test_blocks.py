"""Each line of a pasted page is a block of one kind, and may end the article or be a stamp besides."""

import pytest

from ld.read.blocks import split


def block(line):
    (only,) = split(line)
    return only


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("prose", "The ferry to Riga stays in the harbour until the storm is over."),
        ("fragment", "Nora Quist in Riga"),
        ("chrome", "Sign in"),
        ("chrome", "Home › News › Europe"),
        ("box", "Related stories"),
    ],
)
def test_a_line_is_of_the_kind_that_its_shape_tells(kind, line):
    assert block(line).kind == kind


def test_what_tells_how_long_ago_is_a_stamp_and_no_prose():
    stamp = block("The ferry to Riga stays in the harbour, 3 hours ago")
    assert (stamp.kind, stamp.stamp, stamp.is_page_furniture) == ("fragment", True, True)


def test_a_line_of_the_article_is_no_furniture():
    assert not block("The ferry to Riga stays in the harbour until the storm is over.").is_page_furniture


def test_offsets_are_those_of_the_source():
    first, second = split("Storm over Riga\n\n  The ferry stays in the harbour until the storm is over.")
    assert (first.start, first.end, second.start, second.spaced) == (0, 15, 19, True)
