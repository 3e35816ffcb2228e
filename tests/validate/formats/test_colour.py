import io

import pytest

from ld.validate.formats.colour import takes_colour


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_a_terminal_takes_colour():
    assert takes_colour(Terminal())


def test_a_pipe_takes_none():
    assert not takes_colour(io.StringIO())


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_the_environment_can_forbid_it(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    assert not takes_colour(Terminal())
