"""The stance of a speaker, by the verb: says, denies, promises, demands, accuses or warns."""

import functools
import re

from ld.facts import Stance
from ld.text.lexicon import table, word_set


def stance_of(verb: str) -> Stance | None:
    """The stance that *verb* expresses; None if it only says."""
    row = _verbs().get(verb)
    return row[0] if row else None


@functools.cache
def stance_verbs() -> frozenset[str]:
    """The verbs that do more than say."""
    return frozenset(_verbs())


def has_object(verb: str) -> bool:
    """Whether *verb* reports a clause only after "that": "demanded that ships sail", but not "called ships sail"."""
    return verb in stance_verbs() and verb not in word_set("phrases/claim_verbs") and _verbs()[verb][1] != "clause"


def promises_to(verb: str) -> bool:
    """Whether "to" and another verb may follow *verb*: "vowed to sail"."""
    return verb in stance_verbs() and _verbs()[verb][1] == "to"


def object_start(text: str, verb: str, verb_end: int, end: int) -> int | None:
    """The start of what *verb*, which ends at *verb_end*, reports as its object and not as a clause; None without one.

    "denied the charges", "vowed to sail", "urged ships to wait". In "accused the board of haste" the verb is included.
    """
    row = _verbs().get(verb)
    pattern = _FRAMES.get(row[1]) if row else None
    match = pattern.match(text, verb_end, end) if pattern else None
    if row and match and row[1] in _OF_WHOM:
        return verb_end - len(verb)
    return match.start("said") if match else None


_OF_WHOM = frozenset(("somebody of", "somebody for"))
"""Frames whose words say nothing without the verb: "accused the board of haste"."""


@functools.cache
def _verbs() -> dict[str, tuple[Stance, str]]:
    return {row["verb"]: (row["stance"], row["frame"]) for row in table("speech/stances")}  # type: ignore[misc]


_SOMEBODY = r"(?!(?:in|on|at|by|to|for|of|from|as|that|against|about|over|with|it)\b)[^,;:.“”\"\n]{2,90}?"
_TO = re.compile(r"\s+(?P<said>to\s+(?:\w+ly\s+)?(?!the\b|an?\b|his\b|her\b|their\b|its\b)[a-z]{2,})")
_SOMEBODY_TO = re.compile(rf"\s+(?P<said>{_SOMEBODY}\s(?:not\s)?to\s(?:not\s)?(?!the\b|an?\b)[a-z]{{2,}})")
_SOMEBODY_OF = re.compile(rf"\s+(?P<said>{_SOMEBODY}\sof\s\w)")
_SOMEBODY_FOR = re.compile(rf"\s+(?P<said>{_SOMEBODY}\sfor\s\w)")
_FOR = re.compile(r"\s+for\s+(?P<said>(?!(?:him|her|them|us|me|it|help|years?|months?)\b)[a-z]\w*\s\w+)")
_SOMETHING = re.compile(
    r"""
    (?! \s+ (?: (?! (?:of|in|on|at|by|for|to|from|with|against|about|that|[a-z]+ing) \b ) [\w’'-]+ [ ] ){1,4}?
      (?: an? | access | asylum | bail | entry | permission | the[ ](?:chance|opportunity|right|use) ) \b )
    \s+ (?P<said>
        (?:any|all|the|these|those|such|an?|his|her|its|their|more|answers|allegations|accusations|claims|charges|reports
          |involvement|responsibility|wrongdoing|having|being|[a-z]{3,}ing) \b
        (?=[^.;]*\w)
    )
    """,
    re.VERBOSE,
)
"""What is denied or demanded; not to whom something is denied: "denied any club the chance to sail"."""

_FRAMES = {
    "to": _TO,
    "somebody to": _SOMEBODY_TO,
    "somebody of": _SOMEBODY_OF,
    "somebody for": _SOMEBODY_FOR,
    "for": _FOR,
    "something": _SOMETHING,
}
