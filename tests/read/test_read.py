"""Opening sources: files and stdin, bytes and encodings, text or facts.json."""

import io
import os
import sys
import threading
from pathlib import Path

import pytest

from ld.article import Article
from ld.errors import InputError
from ld.facts import Facts
from ld.read import read
from ld.read.facts_json import write_facts
from ld.read.text import read_text

TEXT = "Northmouth closes its old pier\n\nThe harbour council said on Tuesday that it would close the old pier.\n"


@pytest.fixture
def stdin(monkeypatch):
    def feed(data: bytes):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return feed


def test_a_text_file_is_read_as_an_article(tmp_path):
    path = tmp_path / "pier.txt"
    path.write_text("\ufeff" + TEXT, encoding="utf-8")
    assert read(path, date="2024-09-10") == read_text(TEXT, date="2024-09-10")


def test_a_dash_is_standard_input(stdin):
    stdin(TEXT.encode())
    article = read("-")
    assert isinstance(article, Article)
    assert article == read_text(TEXT)


def test_json_is_known_by_the_name_or_by_the_first_character(tmp_path, stdin):
    facts = Facts(version=1, article=read_text(TEXT))
    path = tmp_path / "facts.json"
    path.write_text(write_facts(facts), encoding="utf-8")
    assert read(path) == facts
    stdin(("\ufeff\n " + write_facts(facts)).encode())
    assert read("-") == facts


def test_an_option_that_facts_state_themselves_is_refused(tmp_path):
    path = tmp_path / "facts.json"
    path.write_text(write_facts(Facts(version=1, article=read_text(TEXT))), encoding="utf-8")
    with pytest.raises(InputError, match="--date does not apply"):
        read(path, date="2024-09-10")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"Caf\xe9 closed\n\nIt is closed.", "not UTF-8: byte 3 "),
        (TEXT.encode("utf-16"), "not UTF-8|binary"),
        (b"\x7fELF\x00\x00" + TEXT.encode(), "binary file: a NUL byte stands at offset 4"),
        (b"", "empty"),
        (b"{", "malformed JSON at line 1, column 2"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_name(tmp_path, data, message):
    path = tmp_path / "notes.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=message) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert caught.value.hint


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no endless file")
def test_an_endless_source_is_refused():
    with pytest.raises(InputError, match=r"^/dev/zero: has over 2 MB, more than an article has"):
        read("/dev/zero")


def test_a_text_has_at_most_2_mb_and_facts_have_more(tmp_path):
    text, facts = tmp_path / "long.txt", tmp_path / "long.json"
    text.write_bytes(b"a" * 2_000_001)
    with pytest.raises(InputError, match="has over 2 MB"):
        read(text)
    written = write_facts(Facts(version=1, article=read_text(TEXT)))
    facts.write_text(written + " " * 2_000_000, encoding="utf-8")
    assert isinstance(read(facts), Facts)
    with facts.open("ab") as file:
        file.truncate(64_000_001)
    with pytest.raises(InputError, match="has over 64 MB"):
        read(facts)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_read_to_its_end(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(TEXT,))
    writer.start()
    assert read(pipe) == read_text(TEXT)
    writer.join()


def test_a_closed_standard_input_is_refused(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match=r"standard input is closed"):
        read("-")


def test_a_refusal_of_standard_input_names_it(stdin):
    stdin(b"")
    with pytest.raises(InputError, match=r"^stdin: the source is empty"):
        read("-")


@pytest.mark.parametrize(
    ("name", "message"), [("absent.txt", "no such file"), (".", "is a directory"), ("a\0b", "cannot be read")]
)
def test_a_path_that_leads_to_no_file_is_refused(tmp_path, name, message):
    with pytest.raises(InputError, match=message):
        read(f"{tmp_path}/{name}")


def test_a_name_too_long_for_the_system_is_refused(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        read(tmp_path / ("a" * 5000))
