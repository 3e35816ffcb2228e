"""Progress: a bar on a terminal, lines elsewhere, and nothing for a short run."""

import io

import pytest

from ld.cli.progress import BAR_SECONDS, LINE_SECONDS, Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that only a test moves."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def run(stream, *, items: int, seconds: float, total: int) -> str:
    """What is said while *items* are done, each in so many *seconds*."""
    clock = Clock()
    with Progress(stream, clock) as progress:
        progress.total = total
        for _ in progress.of(range(items)):
            clock.seconds += seconds
    return stream.getvalue()


@pytest.mark.parametrize(("stream", "patience"), [(io.StringIO(), LINE_SECONDS), (Terminal(), BAR_SECONDS)])
def test_a_short_run_says_nothing(stream, patience):
    assert run(stream, items=9, seconds=patience / 10, total=9) == ""


def test_elsewhere_than_on_a_terminal_a_line_comes_every_few_seconds():
    said = run(io.StringIO(), items=1500, seconds=1 / 128, total=1500)
    assert said.splitlines() == [
        "article-ld: 640 of 1500 articles, 128/s, 0:00:07 left",
        "article-ld: 1280 of 1500 articles, 128/s, 0:00:02 left",
    ]


def test_on_a_terminal_a_bar_is_drawn_in_one_place_and_erased_in_the_end():
    said = run(Terminal(), items=4, seconds=1, total=8)
    drawn = said.split("\r\x1b[K")
    assert drawn[1] == "[##..................] 12% 1 of 8 articles, 1.0/s, 0:00:07 left"
    assert drawn[-2:] == ["[##########..........] 50% 4 of 8 articles, 1.0/s, 0:00:04 left", ""]
    assert "\n" not in said


def test_what_an_earlier_run_has_done_makes_this_one_no_faster():
    stream, clock = io.StringIO(), Clock()
    with Progress(stream, clock) as progress:
        clock.seconds = LINE_SECONDS
        progress.at(1000, 2000, before=1000, note="0 rejects")
        clock.seconds += LINE_SECONDS
        progress.at(1100, 2000, before=1000, note="7 rejects")
    assert stream.getvalue().splitlines() == [
        "article-ld: 1000 of 2000 articles, 0 rejects",
        "article-ld: 1100 of 2000 articles, 10/s, 0:01:30 left, 7 rejects",
    ]


def test_no_end_is_foreseen_once_there_are_more_articles_than_files():
    said = run(io.StringIO(), items=2, seconds=LINE_SECONDS, total=1)
    assert said.splitlines()[-1] == "article-ld: 2 articles, 0.2/s"


def test_several_sources_are_counted_together():
    clock, stream = Clock(), io.StringIO()
    with Progress(stream, clock) as progress:
        progress.total = 4
        for source in ("ab", "cd"):
            for _ in progress.of(source):
                clock.seconds += LINE_SECONDS
    assert "3 of 4 articles" in stream.getvalue()


def test_the_bar_makes_room_for_what_else_is_said():
    clock, stream = Clock(), Terminal()
    progress = Progress(stream, clock)
    progress.total = 2
    items = progress.of("ab")
    next(items)
    clock.seconds += 1
    next(items)
    progress.clear()
    progress.clear()
    assert stream.getvalue().endswith("left\r\x1b[K")
    assert stream.getvalue().count("\x1b[K") == 2
