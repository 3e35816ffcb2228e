"""Django: a template tag, as ``templatetags/article_ld.py`` of an app.

In the template: ``{% load article_ld %}<head>… {% json_ld_script facts nonce=request.csp_nonce %}</head>``.
"""

from django import template
from django.utils.safestring import SafeString, mark_safe

from ld.facts import Facts
from ld.web import script_tag

register = template.Library()


@register.simple_tag
def json_ld_script(facts: Facts, nonce: str | None = None) -> SafeString:
    """The script element, which Django need not escape."""
    return mark_safe(script_tag(facts, str(nonce) if nonce else None))  # noqa: S308 - script_tag escapes
