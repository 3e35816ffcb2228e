"""What the tools answer: plain values whose types become the schemas that clients see."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Finding:
    """What is wrong, on which line and column (from 1; 0: nowhere in particular), and what to do is in *message*."""

    severity: str
    message: str
    line: int
    column: int
    rule: str
    source: str


@dataclass(frozen=True)
class Checked:
    """Whether a document conforms, how many nodes some shape looked at, and every finding, in the order of lines."""

    conforms: bool
    focus_nodes: int
    findings: list[Finding]


@dataclass(frozen=True)
class Name:
    """Words that name something, at *start* to *end* (code points, half-open) of the article's text.

    *item* is its IRI, empty if it could not be identified with certainty; *because* gives the reason either way.
    """

    words: str
    start: int
    end: int
    kind: str
    name: str
    item: str
    score: float | None
    because: str


@dataclass(frozen=True)
class Built:
    """An article as linked data: the same in JSON-LD and Turtle, its facts, and whether the graph conforms."""

    headline: str
    conforms: bool
    findings: list[str]
    json_ld: dict[str, Any]
    turtle: str
    evidence_turtle: str
    facts: dict[str, Any]


@dataclass(frozen=True)
class Explained:
    """Each fact in words, with the sentences that prove it."""

    facts: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Answered:
    """The answer to a query, as *media_type* says."""

    media_type: str
    body: str
