"""An offset is led to its line."""

from ld.validate.places.lines import Lines

LINES = Lines("story.ttl", "first\nsecond line\n" + "x" * 10_001)


def test_lines_and_columns_count_from_one():
    place = LINES.place(13)
    assert (place.line, place.column, place.source) == (2, 8, "second line")


def test_a_line_end_belongs_to_its_line():
    assert LINES.place(5).line == 1


def test_a_line_that_is_too_long_is_not_shown():
    assert (LINES.place(20).line, LINES.place(20).source) == (3, "")
