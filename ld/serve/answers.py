"""HTTP responses for documents: their headers, and conditional requests (RFC 9110)."""

import hashlib
import re
from collections.abc import Callable, Sequence

from starlette.requests import Request
from starlette.responses import Response

from ld.errors import ArticleLdError
from ld.serve.forms import Form, negotiated
from ld.serve.site import uri

SHORT_WHILE = "public, max-age=60"
"""Seconds for which clients may keep a document without asking again."""

_TAG = re.compile(r'(?:W/)?("[^"]*")')
Addresses = Callable[[str], str]
"""From the ending of a form to the address of the document in it; from nothing to that which is negotiated."""


def chosen(request: Request, suffix: str, forms: Sequence[Form]) -> Form | None:
    """The form with the *suffix* of the address, else the negotiated one; None if there is no such form."""
    if suffix:
        return next((form for form in forms if form.suffix == suffix), None)
    return negotiated(", ".join(request.headers.getlist("accept")), forms)


def not_acceptable(forms: Sequence[Form], addresses: Addresses) -> Response:
    """The answer to a client that accepts none of *forms*: a list of them."""
    listed = "".join(f"{form.media_type} at {addresses(form.suffix)}\n" for form in forms)
    headers = {"Vary": "Accept", "Link": _alternates(forms, addresses)}
    return Response(f"This can be had as\n{listed}", 406, headers, "text/plain")


def is_known(request: Request, tag: str) -> bool:
    """Whether the client has the document with this entity *tag* (RFC 9110, section 13.1.2)."""
    known = ", ".join(request.headers.getlist("if-none-match"))
    return known.strip() == "*" or tag in _TAG.findall(known)


def tag_of(body: bytes) -> str:
    """The entity tag of a document that is known by its bytes only."""
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def document(  # noqa: PLR0913 - what an answer is made of
    body: bytes | None,
    form: Form,
    tag: str,
    *,
    forms: Sequence[Form],
    addresses: Addresses,
    about: str,
) -> Response:
    """The answer with a document on the IRI *about*; without a *body*, that the client has it already."""
    alternates = _alternates([other for other in forms if other != form], addresses)
    headers = {
        "ETag": tag,
        "Cache-Control": SHORT_WHILE,
        "Vary": "Accept",
        "Content-Location": addresses(form.suffix),
        "Link": f'<{uri(about)}>; rel="describes", {alternates}',
    }
    if body is None:
        return Response(None, 304, headers)
    return Response(body, 200, {**headers, "Content-Type": form.content_type})


def _alternates(forms: Sequence[Form], addresses: Addresses) -> str:
    return ", ".join(f'<{addresses(form.suffix)}>; rel="alternate"; type="{form.media_type}"' for form in forms)


def told(error: ArticleLdError) -> str:
    """What is wrong, and what to do about it, for who asked."""
    return f"{error}\n{error.hint}".strip()
