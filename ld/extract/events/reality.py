"""Whether an event happened or will happen: not denied, not supposed, not a habit."""

import functools
import re
from typing import NamedTuple

from ld.extract.events.clause_limits import ClauseLimits
from ld.extract.events.kinds import Form
from ld.facts import EventStatus
from ld.text.lexicon import any_of, words


class Tense(NamedTuple):
    """The form in which a verb reports its event.

    *passive* if its subject suffers it, *perfect* ("has died") and *ongoing* ("is launching") if it is nothing more,
    *reduced* without an auxiliary before it ("the report published on Friday"), *participial* after a comma
    (", killing ten").
    """

    status: EventStatus | None = None
    passive: bool = False
    perfect: bool = False
    ongoing: bool = False
    reduced: bool = False
    participial: bool = False


def tense(text: str, limits: ClauseLimits, start: int, forms: frozenset[Form], *, in_title: bool) -> Tense | None:
    """The form in which the verb at *start* reports its event; None without one that happened or is sure to happen.

    In a title the present is about the past ("Bank buys rival"), the infinitive about the future ("Bank to buy rival").
    """
    left = limits.left
    match = _auxiliaries(text, max(left, start - _REACH), start)
    is_finite = match is not None and _PASSIVE.match(match.group()) is not None
    if is_supposed(text, limits, start, is_finite=is_finite) or (
        "base" in forms and _WOULD.search(text, max(left, start - _REACH), start)
    ):
        return None
    chain = match.group().lower().replace("’", "'").split() if match else []
    auxiliaries = frozenset(chain)
    if auxiliaries & _UNREAL or any(word.endswith("n't") for word in chain):
        return None
    passive = "be" in auxiliaries and "progressive" not in forms
    if match and "to" in auxiliaries:
        ahead = _SET.search(text, max(0, match.start() - _REACH), match.start()) is not None
        ahead = ahead or (in_title and _NAMES_ONLY.fullmatch(text, left, match.start()) is not None)
        return Tense("planned", passive=passive) if ahead else None
    if auxiliaries & {"will", "shall"}:
        return None if "have" in auxiliaries else Tense("planned", passive=passive)
    use = _Use(text, left, start, auxiliaries, in_title)
    if "progressive" in forms:
        return _progressive(use)
    return _past(use) if forms & {"past", "participle"} else _present(use, forms)


def _auxiliaries(text: str, left: int, start: int) -> re.Match[str] | None:
    """The auxiliaries from *left* on that end right before *start*; None for most verbs, without a search."""
    may_end_so = text[left:start].rstrip().casefold().endswith(_ENDS_OF_AUXILIARIES)
    return _AUXILIARIES.search(text, left, start) if may_end_so else None


class _Use(NamedTuple):
    """A verb at *start* in a clause that begins at *left*, with the auxiliaries before it."""

    text: str
    left: int
    start: int
    auxiliaries: frozenset[str]
    in_title: bool


def _progressive(use: _Use) -> Tense | None:
    if _PARTICIPIAL.search(use.text, use.left, use.start):
        return Tense(participial=True)
    if "been" in use.auxiliaries and use.auxiliaries & {"has", "have"}:
        return Tense(ongoing=True, perfect=True)
    return Tense(ongoing=True) if use.auxiliaries & {"is", "are", "was", "were"} else None


def _past(use: _Use) -> Tense | None:
    auxiliaries = use.auxiliaries
    if auxiliaries & {"is", "are", "be", "being"} and not use.in_title and "been" not in auxiliaries:
        return None
    if not auxiliaries and (_opens(use) or _DETERMINED.search(use.text, max(use.left, use.start - _REACH), use.start)):
        return None
    passive = bool(auxiliaries & {"was", "were", "been", "is", "are", "got"})
    return Tense(passive=passive, perfect=bool(auxiliaries & {"has", "have"}), reduced=not auxiliaries)


def _present(use: _Use, forms: frozenset[Form]) -> Tense | None:
    if not use.in_title or use.auxiliaries or _BEFORE_NOUN.search(use.text, use.left, use.start):
        return None
    return Tense() if "present" in forms or _PLURAL.search(use.text, use.left, use.start) else None


def _opens(use: _Use) -> bool:
    """Whether the verb opens the clause: "Founded in 1977, the house …"."""
    return not use.text[use.left : use.start].strip('“"‘( —-')


def is_supposed(text: str, limits: ClauseLimits, start: int, *, is_finite: bool = False) -> bool:
    """Whether words of the clause before *start* make what follows a supposition, a denial or a habit.

    A suspicion does not affect a finite verb after it: "a man accused of theft was arrested".
    """
    if limits.opener in _CONDITIONS or _IF.match(text, limits.left):
        return True
    found = _supposing().finditer(text, limits.left, start)
    return any(not (is_finite and _SUSPECTED.match(text, match.start())) for match in found)


def noun_status(text: str, start: int, end: int, right: int, sentence_end: int) -> EventStatus | None:
    """The status of the event that the noun at *start* to *end* names: planned, postponed or cancelled.

    Its clause ends at *right*.
    """
    if _CALLED_OFF.match(text, end, right) or _CALLS_OFF.search(text, max(0, start - _REACH), start):
        return "cancelled"
    if _PUT_OFF.match(text, end, sentence_end):
        return "postponed"
    ahead = _TO_COME.search(text, max(0, start - _REACH), start) or _WILL_BE.match(text, end, right)
    return "planned" if ahead else None


_REACH = 60
_WOULD = re.compile(r"[’']d\s(?:[a-z]+ly\s)?$")
"""Before the base form of a verb that may be a past elsewhere: "he’d beat"."""
_SUSPECTED = re.compile(r"(?:accused|suspected)\s(?:of|in)\b")
_PASSIVE = re.compile(r"(?:has\s|have\s|had\s)?(?:was|were|been)\s", re.IGNORECASE)
_UNREAL = frozenset(("would", "could", "may", "might", "can", "should", "must", "not", "never", "cannot", "nor"))
_CONDITIONS = frozenset(("if", "unless", "whether"))
_IF = re.compile(r"\s*(?:If|Should|Unless|Whether)\b")
_AUXILIARIES = re.compile(
    r"""
    (?: \b (?: will | shall | would | could | may | might | can | should | must | has | have | had | having | was | were
             | is | are | be | been | being | to | not | never | cannot | nor | got | get | without | [a-z]+n[’']t ) \s+
        (?: (?: [a-z]+ly | also | then | later | again | already | now | just | once ) \s+ ){0,2} )+ $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ENDS_OF_AUXILIARIES = (
    *(
        "will",
        "shall",
        "would",
        "could",
        "may",
        "might",
        "can",
        "should",
        "must",
        "has",
        "have",
        "had",
        "having",
        "was",
    ),
    *("were", "is", "are", "be", "been", "being", "to", "not", "never", "nor", "got", "get", "without", "n't", "n’t"),
    *("ly", "also", "then", "later", "again", "already", "now", "just", "once"),
)
"""Endings of the words that end a chain of auxiliaries, adverbs among them."""
_SET = re.compile(
    r"""
    \b (?: set | due | expected | scheduled | slated | poised | plans? | planning | planned | agreed | agrees? | going
         | about | is | are ) \s+ $
    """,
    re.VERBOSE,
)
_NAMES_ONLY = re.compile(r"(?:(?:[A-Z0-9][^\s,;:]*|&|and|of|the|in),?\s+)+")
_PARTICIPIAL = re.compile(r",\s(?:[a-z]+ly\s|last\s|thus\s)?$")
_DETERMINED = re.compile(
    r"""
    \b (?: [Tt]he | [Aa]n? | [Hh]is | [Hh]er | [Ii]ts | [Tt]heir | of | in | for | with | over | against | amid | about
         | many | most | some | recently | newly | more | any | no | this | that | these | those | each | and | long
         | [Oo]ther | \w+[’']s ) \s+ $
    | \b (?: [Tt]he | [Aa]n? | [Hh]is | [Hh]er | [Ii]ts | [Tt]heir ) \s [a-z]+ly \s $
    """,
    re.VERBOSE,
)
"""Before a participle that is merely descriptive: "the arrested man"."""
_BEFORE_NOUN = re.compile(
    r"""
    \b (?: [Tt]he | [Aa]n? | [Hh]is | [Hh]er | [Ii]ts | [Tt]heir | [Oo]f | [Ii]n | [Ff]or | [Ww]ith | [Oo]n | [Aa]fter
         | [Oo]ver | [Aa]t | [Bb]y | [Ff]rom | \w+[’']s? ) \s+ $
    """,
    re.VERBOSE,
)
"""In a title: before a word that is a noun there, though it could be a verb ("after Vote")."""
_PLURAL = re.compile(r"(?: [a-rt-z]s | ,\s.* | \band\s[A-Z]\w+ (?:\s[A-Z]\w+)? ) \s $", re.VERBOSE)


@functools.cache
def _supposing() -> re.Pattern[str]:
    return re.compile(rf"\b {any_of(*words('events/supposing_words'))} \b | n[’']t\b", re.VERBOSE)


_CALLED_OFF = re.compile(
    r"[^,;]{0,40}? \s(?:was|were|is|are|been)\s (?:[a-z]+ly\s)? (?: cancel+ed | called\soff | scrapped | abandoned )\b",
    re.VERBOSE,
)
_CALLS_OFF = re.compile(r"\b(?:cancels|cancel+ed|call(?:s|ed)\soff|scrap(?:s|ped))\s(?:[\w’'-]+\s){0,5}$")
_PUT_OFF = re.compile(
    r"""
    (?: [^,;]{0,40}? | [^,;.]{0,90}, )\s? (?<=\s) (?:was|were|is|are|been)\s (?:[a-z]+ly\s)?
    (?: postponed | delayed | put\soff | rescheduled )\b
    """,
    re.VERBOSE,
)
_TO_COME = re.compile(
    r"""
    \b (?: next\s\w+[’']s | upcoming | forthcoming | coming | planned | scheduled | will\s(?:\w+\s){1,3}? ) \s*
    (?: [\w-]+\s ){0,2} $
    """,
    re.VERBOSE,
)
_WILL_BE = re.compile(
    r"""
    [^,;]{0,60}? \s (?: will | (?:is|are)\s(?:set|due|scheduled|expected|slated) ) \s
    (?! (?:not\s|also\s)? (?: affect | bring | cause | cost | give | have | help | lead | make | mean | show )\b )
    """,
    re.VERBOSE,
)
"""Behind a noun: that it is to come; not that what happened will have some effect."""
