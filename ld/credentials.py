"""Secrets from the environment; errors name the variable, and never show its value."""

import os
import re
from urllib.parse import urlsplit

from ld.errors import InputError

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]").search
_LOGIN = re.compile(r"//[^/?#\s]*@")
_HTTP = re.compile(r"https?:", re.IGNORECASE).match
_LATIN_1 = 0xFF


def token(variable: str) -> str:
    """The Bearer token in the environment *variable* (RFC 6750, section 2.1); empty if there is none.

    Line ends behind it are cut off: files end in one. Raises InputError for what no token has: spaces and line ends
    within, control characters, and characters beyond ASCII.
    """
    value = _value(variable)
    if value and (not value.isascii() or not value.isprintable() or " " in value):
        what = _what(value) or ("a space" if " " in value else "a character beyond ASCII")
        raise InputError(f"{variable} holds {what}", "set it to the token alone")
    return value


def login(user_variable: str, password_variable: str, *, basic: bool) -> tuple[str, str]:
    """User and password in the environment variables of these names; both are empty if there is no user.

    Line ends behind them are cut off. Raises InputError for control characters and for characters beyond Latin-1,
    which the *basic* scheme has no agreed way to write (RFC 7617, section 2.1); Digest has one for passwords.
    """
    user, password = _value(user_variable), _value(password_variable)
    if not user:
        return "", ""
    for variable, value, narrow in ((user_variable, user, True), (password_variable, password, basic)):
        what = _what(value)
        if not what and narrow and any(ord(character) > _LATIN_1 for character in value):
            what = "a character beyond Latin-1"
        if what:
            raise InputError(f"{variable} holds {what}", "HTTP cannot carry that in a login")
    if basic and ":" in user:
        raise InputError(f"{user_variable} holds a colon", "a Basic login cannot carry that")
    if not basic and '"' in user:
        raise InputError(f"{user_variable} holds a quotation mark", "a Digest login cannot carry that")
    return user, password


def has_login(url: str) -> bool:
    """Whether *url* is an http or https URL with a user or a password in it."""
    try:
        return bool(_HTTP(url)) and "@" in urlsplit(url).netloc
    except ValueError:
        return "@" in url


def without_login(text: str) -> str:
    """*text* with the users and passwords of the URLs in it taken out."""
    return _LOGIN.sub("//", text)


def _value(variable: str) -> str:
    return os.environ.get(variable, "").rstrip("\r\n")


def _what(value: str) -> str:
    """What of *value* no header can carry; empty if it can."""
    if "\n" in value or "\r" in value:
        return "a line end"
    if _CONTROL(value):
        return "a control character"
    return "bytes that are no text" if any("\ud800" <= character <= "\udfff" for character in value) else ""
