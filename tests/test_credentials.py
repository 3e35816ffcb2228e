"""Secrets from the environment: refused by the variable's name where HTTP cannot carry them, and never told."""

import pytest

from ld.credentials import has_login, login, token, without_login
from ld.errors import InputError

SECRET = "harb0r-l1ght"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n"])
def test_a_line_end_behind_a_secret_is_cut_off(monkeypatch, end):
    for name in ("A_TOKEN", "A_USER", "A_PASSWORD"):
        monkeypatch.setenv(name, SECRET + end)
    assert token("A_TOKEN") == SECRET
    assert login("A_USER", "A_PASSWORD", basic=True) == (SECRET, SECRET)


@pytest.mark.parametrize(
    ("value", "what"),
    [
        (f"{SECRET}\nmore", "a line end"),
        (f"{SECRET}\r\nX-Other: header", "a line end"),
        (f"{SECRET}\x1b[0m", "a control character"),
        (f"{SECRET} more", "a space"),
        (f"{SECRET}€", "a character beyond ASCII"),
        (f"{SECRET}é", "a character beyond ASCII"),
        (f"{SECRET}\udce9", "bytes that are no text"),
    ],
)
def test_a_token_that_no_header_can_carry_is_refused_by_its_name_alone(monkeypatch, value, what):
    monkeypatch.setenv("A_TOKEN", value)
    with pytest.raises(InputError) as refusal:
        token("A_TOKEN")
    assert str(refusal.value) == f"A_TOKEN holds {what}"
    assert SECRET not in refusal.value.hint


@pytest.mark.parametrize(
    ("user", "password", "told"),
    [
        ("editor", f"{SECRET}€", "A_PASSWORD holds a character beyond Latin-1"),
        ("edit€r", SECRET, "A_USER holds a character beyond Latin-1"),
        ("editor", f"{SECRET}\nmore", "A_PASSWORD holds a line end"),
        ("edi\ntor", SECRET, "A_USER holds a line end"),
        ("edi:tor", SECRET, "A_USER holds a colon"),
    ],
)
def test_a_basic_login_that_cannot_be_written_is_refused_by_its_name_alone(monkeypatch, user, password, told):
    monkeypatch.setenv("A_USER", user)
    monkeypatch.setenv("A_PASSWORD", password)
    with pytest.raises(InputError) as refusal:
        login("A_USER", "A_PASSWORD", basic=True)
    assert str(refusal.value) == told


def test_a_digest_password_may_have_any_characters(monkeypatch):
    monkeypatch.setenv("A_USER", "editor")
    monkeypatch.setenv("A_PASSWORD", "pass€word")
    assert login("A_USER", "A_PASSWORD", basic=False) == ("editor", "pass€word")


def test_without_a_variable_there_is_no_secret(monkeypatch):
    monkeypatch.delenv("A_USER", raising=False)
    monkeypatch.setenv("A_PASSWORD", SECRET)
    assert token("A_TOKEN") == ""
    assert login("A_USER", "A_PASSWORD", basic=True) == ("", "")


@pytest.mark.parametrize(
    ("url", "has"),
    [
        ("http://editor:secret@store.example/ds", True),
        ("HTTPS://editor@store.example", True),
        ("http://editor:sec@ret@store.example/ds", True),
        ("http://store.example/@editor", False),
        ("http://store.example/?q=a@b", False),
        ("folder@home", False),
    ],
)
def test_a_login_in_a_url_is_seen(url, has):
    assert has_login(url) is has


def test_logins_are_taken_out_of_texts():
    text = "no answer from http://editor:s3cret@store.example/ds, nor from https://x:y@z.example"
    assert without_login(text) == "no answer from http://store.example/ds, nor from https://z.example"
