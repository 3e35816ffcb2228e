"""What a renderer is told besides the files."""

from collections.abc import Mapping
from typing import NamedTuple

from ld.validate.formats.rules import Rule, own_checks
from ld.validate.report import Severity


class RenderOptions(NamedTuple):
    """From which gravity on a result fails the check, what the shapes say of themselves, and whether to colour."""

    fail_on: Severity
    rules: Mapping[str, Rule]
    colour: bool

    def rule(self, shape: str) -> Rule:
        """What is known of this *shape*: an empty rule for one that says nothing of itself."""
        return own_checks().get(shape) or self.rules.get(shape) or Rule(iri=shape)
