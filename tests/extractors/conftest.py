"""Fixtures for the tests of further extractors."""

import pytest
from extractors.chat_server import ChatServer

from ld.extract import extract

STORY = (
    "Harbor Minister Ada Quill of Norway met pilots in Port Ellery on Tuesday.",
    "“The port is full,” Quill said. Nobody from Tidewater Pilots answered.",
    "Bo Thrum leads Tidewater Pilots, which joined the Quay League in August 2024.",
)
"""Paragraphs of which our rules read a part: not the pilots, nor what they joined."""


@pytest.fixture
def article(make_article):
    """An article of which our rules read a part."""
    return make_article(*STORY, date="2024-09-11")


@pytest.fixture
def ours(article):
    """The facts that our rules read in it."""
    return extract(article)


@pytest.fixture
def chat_server():
    """A service that speaks the chat-completions protocol."""
    with ChatServer() as server:
        yield server
