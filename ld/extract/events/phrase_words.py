"""Words by their position in a noun phrase (openers, breaks, ends), and the form that a name gives them."""

import functools
import re
from collections.abc import Sequence

from ld.extract.events.clause_limits import Span
from ld.text.calendar_words import MONTHS, WEEKDAYS
from ld.text.lexicon import word_set


def as_name(words: str) -> str:
    """*words* without the determiner of their phrase: "the head of the board" becomes "head of the board"."""
    return _DETERMINER.sub("", " ".join(words.split()))


def within_name(text: str, phrase: Span, *, is_first: bool) -> str:
    """The words of *phrase* within a name: no possessor, and in lower case if it *is_first* in a sentence."""
    words = " ".join(text[phrase.start : phrase.end].split())
    words = _POSSESSOR.sub("" if _PLURAL.search(words) else "the ", words)
    is_small = _SMALL.match(words) is not None or (is_first and _COUNTED.match(words) is not None)
    return words[:1].lower() + words[1:] if is_small else words


def opens(token: str) -> bool:
    """Whether *token* is a determiner, or a number."""
    return token.lower() in OPENERS or _NUMBER.fullmatch(token) is not None


def is_number(word: str) -> bool:
    """Whether *word* is a count: "12,000", "two"."""
    return _NUMBER.fullmatch(word) is not None


def is_plural(words: str) -> bool:
    """Whether *words* end in a plural."""
    return _PLURAL.search(words) is not None


def is_participle(word: str) -> bool:
    """Whether *word* looks like a participle: "wounded", "seeking"."""
    return _PARTICIPLE.fullmatch(word) is not None and word not in word_set("events/no_participles")


def bare(token: str) -> str:
    """*token* without the punctuation around it."""
    return token.strip("“”\"'‘’(),.;:!?")


def end_of_word(token: re.Match[str]) -> int:
    """The end of the word in *token*, without the punctuation after it."""
    return token.start() + len(_CLOSING.sub("", token[0]))


def is_closed(token: str) -> bool:
    """Whether punctuation after *token* ends a phrase."""
    return _MARK.search(token) is not None


def is_no_head(word: str) -> bool:
    """Whether a phrase that ends in *word* is cut off: after a possessor, an adverb, a determiner, an adjective."""
    is_cut = word.endswith(("’s", "'s", "s’", "s'")) or word.lower() in OPENERS or word in CALENDAR
    return not word or is_cut or word in _NO_NOUNS or _NO_NOUN.search(word) is not None


def is_break(tokens: Sequence[re.Match[str]], index: int) -> bool:
    """Whether the token at *index* cannot be in a noun phrase; a capitalized one can: "the United States"."""
    word = tokens[index][0]
    if index > 0 and _SCORE.match(word):
        return True
    if word.lower() not in _breaks() or word.lower() in OPENERS:
        return False
    is_titled = all(token[0][0].isupper() for token in tokens if len(token[0]) > _SHORT)
    return index == 0 or word.islower() or is_titled


@functools.cache
def _breaks() -> frozenset[str]:
    """Words that cannot be in a noun phrase: conjunctions, verbs, prepositions, pronouns."""
    lists = ("phrases/phrase_breaks", "phrases/speech_verbs", "events/irregular_verbs", "events/clause_openers")
    more = ("events/prepositions", "events/noun_followers", "events/taking_place", "events/nameless")
    known = frozenset().union(*map(word_set, (*lists, *more))) - _MODIFIERS
    return frozenset(word for word in known if not word.endswith("ed")) | JOINTS


def is_part_of_a_compound(text: str, end: int, *, in_title: bool = False) -> bool:
    """Whether the next word is a noun, to which the one that ends at *end* only adds: "election campaign"."""
    match = _NEXT_WORD.match(text, end)
    if match is None or _DAY_OR_MONTH.fullmatch(match[1]):
        return False
    word = match[1].lower() if in_title else match[1]
    known = word_set("events/noun_followers") | word_set("events/irregular_verbs")
    return word not in known and _VERB_OR_ADVERB.fullmatch(word) is None


_NEXT_WORD = re.compile(r"[ -]([A-Za-z]+)")
_DAY_OR_MONTH = re.compile(
    r"(?: Mon | Tues | Wednes | Thurs | Fri | Satur | Sun ) day"
    r"| (?: Jan | Feb | Mar | Apr | May | Jun | Jul | Aug | Sep | Oct | Nov | Dec ) [a-z]*",
    re.VERBOSE,
)
_VERB_OR_ADVERB = re.compile(r"[a-z]+(?:ed|ing|ly)")


_SHORT = 4
_NO_NOUNS = frozenset(("new", "former", "large", "big", "small", "major", "massive", "huge", "serious", "separate"))
OPENERS = word_set("events/phrase_openers")
_NUMBER = re.compile(
    r"(?:\d{1,3}(?:,\d{3})*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores)", re.IGNORECASE
)
_MODIFIERS = frozenset(("all", "another", "any", "each", "few", "many", "most", "much", "one", "such", "late", "due"))
"""Words of those lists that may be within a phrase."""
JOINTS = frozenset(
    ("and", "or", "but", "then", "later", "also", "not", "just", "only", "even", "earlier", "again", "now")
)
CALENDAR = frozenset(
    (*MONTHS, *WEEKDAYS, "today", "yesterday", "tomorrow", "tonight", "overnight", "last", "next", "ago")
)
_PARTICIPLE = re.compile(r"\A(?!.*-)(?:[a-z]{2,}ed|[a-z]{3,}ing)\Z")
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}\b")
_PLURAL = re.compile(r"(?:s|[Pp]olice|[Pp]eople|[Mm]en|[Ww]omen|[Cc]hildren)\Z")
_NO_NOUN = re.compile(
    r"""
    [a-z]{2,}ly \Z (?<!family)(?<!supply)(?<!assembly)(?<!Family)(?<!ally)
    | [a-z]{2} (?: mental | gional | ical | ncial | ious | less ) \Z
    """,
    re.VERBOSE,
)
"""An adverb, or an adjective that is no noun: of "the environmental, energy and building units"."""
_MARK = re.compile(
    r"""
    [.,;:!?)”"—–_] \Z
    (?<![A-Z]\.) (?<!\bMr\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bSt\.) (?<!\bCo\.)(?<!\bInc\.)(?<!\bCorp\.)(?<!\bLtd\.)
    """,
    re.VERBOSE,
)
_CLOSING = re.compile(r"(?:[,;:!?)”\"—–]|(?<![A-Z])(?<!\bJr)(?<!\bSr)(?<!\bInc)(?<!\bCorp)(?<!\bLtd)\.)+\Z")
_DETERMINER = re.compile(r"\A(?:the|a|an|this|that|these|those|his|her|its|their|our|my)\s", re.IGNORECASE)
_POSSESSOR = re.compile(r"\A(?:his|her|its|their|our|my|this|that|these|those)\s(?:own\s)?", re.IGNORECASE)
_SMALL = re.compile(
    r"""
    (?: The | An? | At | More | About | Around | Nearly | Almost | Over | Some | Up | Both | Several | Many | Another
      | One | Two | Three | Four | Five | Six | Seven | Eight | Nine | Ten | Eleven | Twelve
      | (?:Thir|Four|Fif|Six|Seven|Eigh|Nine)teen | (?:Twen|Thir|For|Fif|Six|Seven|Eigh|Nine)ty (?:-[a-z]+)* ) \s
    """,
    re.VERBOSE,
)
"""Words that have a capital only because they open a sentence or are in a headline."""
_COUNTED = re.compile(r"\A(?:[A-Z][a-z]{3,}s|Police|People|Men|Women|Children)(?:\s[a-z]|\Z)")
"""Capitalized words at the start of a sentence that are not a name: "Hundreds of people", "Two men"."""
