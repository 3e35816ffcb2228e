"""The options of a renderer."""

from collections.abc import Mapping
from typing import NamedTuple

from ld.validate.formats.rules import Rule, own_checks
from ld.validate.report import Severity


class RenderOptions(NamedTuple):
    """The severity from which on a result fails the check, the descriptions of the shapes, and the use of colour."""

    fail_on: Severity
    rules: Mapping[str, Rule]
    colour: bool

    def rule(self, shape: str) -> Rule:
        """The description of this *shape*, empty if it has none."""
        return own_checks().get(shape) or self.rules.get(shape) or Rule(iri=shape)
