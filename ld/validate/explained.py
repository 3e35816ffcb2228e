"""Explains a rule: its condition, its reason, its source, and an example of each kind, from the one table of rules."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ld.validate.formats.rules import Rule


class Explanation(NamedTuple):
    """A *rule* with an example that satisfies it, *right*, and one that violates it, *wrong*; both may be empty."""

    rule: Rule
    right: str = ""
    wrong: str = ""


def explained(rule: Rule) -> Explanation:
    """The explanation of *rule*."""
    return Explanation(rule, **_examples().get(rule.iri, {}))


def as_text(explanation: Explanation) -> str:
    """The *explanation* for a terminal."""
    lines = [f"{explanation.rule.label}: {explanation.rule.name}".removesuffix(": ")]
    for label, said in _parts(explanation):
        first, *others = said.splitlines()
        lines += [f"  {label + ':':<10} {first}", *(f"{'':13}{line}" for line in others)]
    return "".join(f"{line}\n" for line in lines)


def as_dict(explanation: Explanation) -> dict[str, str]:
    """The *explanation* by the names that its parts have for people, with the rule's *name* and *label*."""
    named = {"label": explanation.rule.label, "name": explanation.rule.name}
    return {**named, **dict(_parts(explanation))}


def as_markdown(explanation: Explanation) -> str:
    """The *explanation* in Markdown, as editors show it."""
    parts = [f"**{explanation.rule.label}**" + (f": {explanation.rule.name}" if explanation.rule.name else "")]
    for label, said in _parts(explanation):
        parts.append(f"{label}:\n{_fenced(said)}" if label in {"right", "wrong"} else f"{label}: {said}")
    return "\n\n".join(parts)


def _fenced(example: str) -> str:
    return f"```{'json' if example.startswith('{') else 'turtle'}\n{example}\n```"


def _parts(explanation: Explanation) -> Iterator[tuple[str, str]]:
    rule = explanation.rule
    told = (
        ("what", rule.advice),
        ("expected", "; ".join(rule.expected.values())),
        ("why", rule.why),
        ("source", rule.see),
        ("right", explanation.right),
        ("wrong", explanation.wrong),
        ("id", rule.id),
    )
    return ((label, said) for label, said in told if said)


@cache
def _examples() -> dict[str, dict[str, str]]:
    table = files("ld.validate") / "data" / "rule-examples.json"
    examples: dict[str, dict[str, str]] = json.loads(table.read_text(encoding="utf-8"))
    return examples
