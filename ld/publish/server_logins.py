"""How requests to a store log in: what the environment says, sent to the store's own site alone."""

import os

import requests
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth

from ld.credentials import login, token
from ld.errors import InputError, StoreError

_AUTH = "ARTICLE_LD_AUTH"


def login_of_environment() -> AuthBase | None:
    """Bearer, Basic or Digest, as the environment says; None, for what netrc has, if it says nothing.

    Raises StoreError for a way to log in that is not known, and for credentials that HTTP cannot carry.
    """
    scheme = os.environ.get(_AUTH, "basic").strip().lower() or "basic"
    if scheme not in {"basic", "digest"}:
        raise StoreError(f"{_AUTH} names no way to log in that we know", "set it to basic or digest")
    try:
        bearer = token("ARTICLE_LD_TOKEN")
        if bearer:
            return _Bearer(bearer)
        user, password = login("ARTICLE_LD_USER", "ARTICLE_LD_PASSWORD", basic=scheme == "basic")
    except InputError as error:
        raise StoreError(str(error), error.hint) from None
    if not user:
        return None
    return (HTTPDigestAuth if scheme == "digest" else HTTPBasicAuth)(user, password)


class _Bearer(AuthBase):
    """RFC 6750, section 2.1."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class NoLogin(AuthBase):
    """Nothing is sent, not even what netrc has for the host."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """See AuthBase: the request as it is."""
        return request
