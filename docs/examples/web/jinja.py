"""Jinja2: a filter. In the template: ``<head>… {{ facts | json_ld_script(nonce) }}</head>``."""

from jinja2 import Environment
from markupsafe import Markup

from ld.facts import Facts
from ld.web import script_tag


def json_ld_script(facts: Facts, nonce: str | None = None) -> Markup:
    """The script element, which Jinja need not escape."""
    return Markup(script_tag(facts, nonce))  # noqa: S704 - script_tag escapes


def add_to(environment: Environment) -> None:
    """Give *environment* the filter."""
    environment.filters["json_ld_script"] = json_ld_script
