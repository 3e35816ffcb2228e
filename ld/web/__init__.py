"""JSON-LD for web pages: the facts of an article, as search engines read them, in one script block.

See ``docs/web.md``.
"""

from ld.facts import Facts
from ld.web.page import Embedded, embed, without
from ld.web.profile import MAX_BYTES, Profile, profile
from ld.web.script import element, json_text

__all__ = ["MAX_BYTES", "Embedded", "Profile", "embed", "json_ld", "profile", "script_tag", "without"]


def json_ld(facts: Facts, *, max_bytes: int = MAX_BYTES) -> str:
    """The web profile of *facts* as JSON-LD on one line: ASCII, and safe inside a ``script`` element.

    It takes at most *max_bytes*: the least important mentions are left out first (see ``profile``).
    Raises InputError if even the article alone does not fit, and as ``ld.mapping.map_facts`` does.
    """
    return json_text(profile(facts, max_bytes=max_bytes).document)


def script_tag(facts: Facts, nonce: str | None = None, *, max_bytes: int = MAX_BYTES) -> str:
    """The ``script`` element for a page's head, to be inserted without escaping (Jinja: ``| safe``).

    *nonce* is the one in the page's Content-Security-Policy header.
    Raises InputError for an invalid nonce (CSP 3, section 2.3.1), and as ``json_ld`` does.
    """
    return element(profile(facts, max_bytes=max_bytes).document, nonce)
