"""The frame of a self-contained page: its style and script are inside, and nothing else may run."""

import base64
import functools
import hashlib
from importlib.resources import files
from typing import NamedTuple

from ld.report.markup import Html, element, joined
from ld.version import __version__


class Tools(NamedTuple):
    """What makes a page one to work with: a further *style* and *script*, and forms that are sent to its server."""

    style: Html
    script: Html


def document(title: str, body: Html, *, script: str = "", tools: Tools | None = None, has_form: bool = False) -> str:
    """The page *body* under a *title*, with the package's style and the *script* of this name.

    With *has_form* or *tools* it may send forms to its own server.

    The content security policy names style and script by their hashes and forbids everything else: nothing in an
    article's text can run or load anything.
    """
    styles = Html(_asset("report.css") + (tools.style if tools else ""))
    code = Html(_asset("theme.js") + (_asset(script) if script else "") + (tools.script if tools else ""))
    target = "'self'" if tools or has_form else "'none'"
    policy = (
        f"default-src 'none'; style-src {source_hash(styles)}; script-src {source_hash(code)}; base-uri 'none'; "
        f"form-action {target}"
    )
    page = element(
        "html", head_of(title, policy, styles), "\n", element("body", body, "\n", element("script", code)), lang="en"
    )
    return f"<!DOCTYPE html>\n{page}\n"


@functools.cache
def _asset(name: str) -> Html:
    return Html((files("ld.report") / "assets" / name).read_text(encoding="utf-8"))


def head_of(title: str, policy: str, styles: Html) -> Html:
    """The head of a page that holds its own *styles*, with its content security *policy*."""
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content=f"article-ld {__version__}"),
        element("title", title),
        element("style", styles),
    )


def source_hash(text: str) -> str:
    """How a content security policy names a style or a script within its page (CSP Level 3, section 2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def theme_button() -> Html:
    """The switch between light and dark; the script shows it."""
    return element("button", "Dark", type="button", id="_theme", class_="theme", aria_pressed="false", hidden=True)


def masthead(*children: str | None) -> Html:
    """The strip at the top of a page."""
    return element("header", *children, theme_button(), class_="masthead")


def skip_link() -> Html:
    """The first stop of the tab key: past the strip at the top."""
    return joined(element("a", "Skip to the article", href="#_main", class_="skip"))
