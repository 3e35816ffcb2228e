"""Whole noun phrases: the subject before a verb, the object after it."""

import re
from collections.abc import Sequence

from ld.extract.events.clause_limits import Span
from ld.extract.events.phrase_words import (
    CALENDAR,
    JOINTS,
    OPENERS,
    bare,
    end_of_word,
    is_break,
    is_closed,
    is_no_head,
    is_number,
    is_participle,
    is_plural,
    opens,
)
from ld.text.lexicon import word_set

_LONGEST = 160
_MOST_WORDS = 9
"""A phrase of more words is cut to its first part, or makes no name."""


def phrase_behind(text: str, start: int, limit: int, *, in_title: bool = False) -> Span | None:
    """The noun phrase that begins at *start* and ends before *limit*; None without a whole one.

    Examples: "more than two dozen men", "the head of the board", "Nora Quist and Jan Marsh"; not "it had" or "just two
    days". Only in a title can a phrase without a determiner begin with any word.
    """
    tokens = list(_TOKEN.finditer(text, start, min(limit, start + _LONGEST)))
    end = _phrase_end(tokens, 0, is_bare=in_title)
    if end is None or _is_price(tokens, end):
        return None
    span = Span(tokens[0].start(), end_of_word(tokens[end - 1]))
    if end < len(tokens) and tokens[end][0] == "and" and not is_closed(tokens[end - 1][0]):
        is_verb = end + 1 < len(tokens) and tokens[end + 1][0].endswith("ed")
        other = None if is_verb else _phrase_end(tokens, end + 1)
        if other is not None and _ends_a_phrase(tokens, other):
            span = Span(span.start, end_of_word(tokens[other - 1]))
        elif tokens[0][0].lower() == "both":
            return None
    return span


def purpose_behind(text: str, start: int, end: int, limit: int) -> int | None:
    """Where the infinitive ends that says what is planned or decided at *start* to *end*: "plans | to buy the bank"."""
    if not _PLANNED.search(text, start, end):
        return None
    infinitive = _INFINITIVE.match(text, end, limit)
    done_to = phrase_behind(text, infinitive.end(), limit) if infinitive else None
    return done_to.end if done_to and not _STATE.match(text, done_to.end) else None


_PLANNED = re.compile(r"\b(?:plan|decision|intention|bid|offer|deal|agreement|proposal|order)s?\Z")
_STATE = re.compile(r",\s[A-Z][\w.]+,\s")
"""Behind the name of a town that only says where the thing is: "to buy the Leeds, Ohio, bank"."""
_INFINITIVE = re.compile(r"\sto\s(?:[a-z]+ly\s)?(?!be\b|have\b)[a-z]+\b")


def _is_price(tokens: Sequence[re.Match[str]], end: int) -> bool:
    """Whether the phrase before number *end* is what each of something costs: "a $15 | a share offer"."""
    return tokens[end - 1][0].startswith(_CURRENCIES) and end < len(tokens) and tokens[end][0] in {"a", "an", "per"}


_CURRENCIES = ("$", "£", "€")


def _phrase_end(tokens: Sequence[re.Match[str]], first: int, *, is_bare: bool = False) -> int | None:
    """The index of the token after the phrase that begins at index *first*; None if no phrase does."""
    index = first
    while index < len(tokens) and opens(tokens[index][0]):
        index += 1
    if index > first and is_number(bare(tokens[index - 1][0])) and _ends_behind(tokens, index, index, opened=True):
        index -= 1
    opened, head = index > first, index
    while index < len(tokens) and index - head < _MOST_WORDS and not _ends_behind(tokens, index, head, opened=opened):
        index += 1
        if is_closed(tokens[index - 1][0]):
            break
    words = [bare(token[0]) for token in tokens[head:index]]
    if not words or is_no_head(words[-1]) or not (opened or is_bare or _can_open(words)):
        return None
    if index < len(tokens) and tokens[index][0] == "of" and not is_closed(tokens[index - 1][0]):
        return _phrase_end(tokens, index + 1) if index - first < _MOST_WORDS else None
    return index


def _ends_behind(tokens: Sequence[re.Match[str]], index: int, head: int, *, opened: bool) -> bool:
    """Whether the token at *index* no longer belongs to the phrase; right after its opener nearly any token does."""
    if index == len(tokens):
        return True
    word = bare(tokens[index][0])
    lower = word.lower()
    if is_break(tokens, index) or lower in OPENERS or (word in CALENDAR and index > head):
        return True
    if index > head and word.islower() and is_number(word) and tokens[index - 1][0][0].isupper():
        return True
    if index == head:
        is_verb = not opened and is_participle(word) and not _describes_next(tokens, index)
        return (word in CALENDAR and not opened) or lower in word_set("events/nameless") or is_verb
    is_first = index == head + 1 and is_participle(bare(tokens[head][0]))
    return is_participle(word) and not is_first


def _describes_next(tokens: Sequence[re.Match[str]], index: int) -> bool:
    """Whether a participle without a determiner precedes a plain noun: "updated guidance", not "injured two"."""
    if index + 1 >= len(tokens) or not tokens[index][0].endswith("ed"):
        return False
    after = bare(tokens[index + 1][0])
    return after.islower() and not (opens(after) or is_break(tokens, index + 1))


def _can_open(words: Sequence[str]) -> bool:
    """Whether these words can begin a phrase without a determiner: a name, a figure, a participle or a plural."""
    if len(words) > 1 and is_participle(words[0]):
        return True
    return words[0][0].isupper() or words[0][0].isdigit() or is_plural(words[-1])


def _ends_a_phrase(tokens: Sequence[re.Match[str]], index: int) -> bool:
    """Whether only a preposition, a day or a mark follows, and so no verb whose subject the phrase would be."""
    if index >= len(tokens) or is_closed(tokens[index - 1][0]):
        return True
    word = tokens[index][0]
    return word.lower() in word_set("events/prepositions") or bare(word) in CALENDAR


def phrase_before(text: str, floor: int, end: int, *, nearest: bool = False) -> Span | None:
    """The noun phrase from *floor* on that ends at *end*; None if it does not begin its clause.

    The *nearest* phrase, which a participle describes, need not: "in the lists | published in May". The phrase in "Nora
    Quist, 42," is the name. A long phrase loses what a preposition other than "of" attaches to it.
    """
    tokens = list(_TOKEN.finditer(text, max(floor, end - _LONGEST), end))
    is_cut = floor < end - _LONGEST
    last = _without_aside(tokens, len(tokens))
    if not nearest and last and last == len(tokens) and tokens[-1][0].endswith(","):
        return None
    start = _phrase_start(tokens, last, is_cut=is_cut, nearest=nearest)
    if start is None:
        return None
    stop = _first_part(tokens, start, last)
    return Span(tokens[start].start(), end_of_word(tokens[stop - 1]))


def _phrase_start(tokens: Sequence[re.Match[str]], last: int, *, is_cut: bool, nearest: bool) -> int | None:
    """The index of the first token of the phrase that ends before index *last*."""
    index = last
    while index > 0 and not _ends_before(tokens, index, last):
        index -= 1
        if tokens[index][0].lower() in _DETERMINERS:
            break
    while index > 0 and opens(tokens[index - 1][0]):
        index -= 1
    words = [bare(token[0]) for token in tokens[index:last]]
    if not words or is_no_head(words[-1]) or words[-1].lower() in word_set("events/nameless"):
        return None
    if words[0].lower() not in OPENERS and not _can_open(words):
        return None
    if index == 0:
        return None if is_cut else 0
    if tokens[index][0].endswith(",") and words[0].isdecimal():
        return None
    return _joined_start(tokens, index, is_cut=is_cut, nearest=nearest)


def _joined_start(tokens: Sequence[re.Match[str]], index: int, *, is_cut: bool, nearest: bool) -> int | None:
    """The index of the first token of the whole phrase, whose last part begins at *index*."""
    before = tokens[index - 1][0].lower()
    is_part = before == "of" and index > 1 and tokens[index - 2][0] == "part"
    if not is_part and before in word_set("events/prepositions") and not (nearest and before != "of"):
        outer = _phrase_start(tokens, index - 1, is_cut=is_cut, nearest=nearest)
        return index if outer is None and nearest else outer
    if before == "and" and index > 1 and not is_closed(tokens[index - 2][0]):
        other = _phrase_start(tokens, index - 1, is_cut=is_cut, nearest=nearest)
        if other and _ends_a_list(tokens[other - 1][0], tokens[other][0]):
            return None
        return other if other is not None and index - other <= _FEW else index if other is not None else None
    is_begin = is_closed(tokens[index - 1][0]) or tokens[index - 1][0] in CALENDAR or before in _BEFORE_A_CLAUSE
    return index if nearest or is_part or is_begin or before in word_set("events/clause_openers") else None


def _ends_a_list(before: str, first: str) -> bool:
    """Whether a phrase only ends a list of names that began before: "Norway, | Sweden and Denmark"."""
    is_name = before[0].isupper() and first[0].isupper()
    return is_name and before.endswith(",") and bare(before) not in CALENDAR


def _ends_before(tokens: Sequence[re.Match[str]], index: int, last: int) -> bool:
    """Whether the token before *index* no longer belongs to the phrase that ends before index *last*."""
    word = tokens[index - 1][0]
    if index < last and is_closed(word):
        return True
    if is_break(tokens, index - 1) or word in CALENDAR or last - index >= _MOST_WORDS:
        return True
    before = tokens[index - 2][0].lower() if index > 1 else ""
    return is_participle(word) and not opens(before)


def _without_aside(tokens: Sequence[re.Match[str]], last: int) -> int:
    """*last*, or where an aside begins if the tokens end with one: "Nora Quist, 42,"."""
    if last < 1 or not tokens[last - 1][0].endswith(","):
        return last
    before = next((i for i in range(last - 2, max(-1, last - _LONGEST_ASIDE), -1) if tokens[i][0].endswith(",")), None)
    if before is None:
        return last
    is_age = before > 0 and bare(tokens[before][0]).isdecimal() and tokens[before - 1][0].endswith(",")
    return before if is_age else before + 1


def _first_part(tokens: Sequence[re.Match[str]], start: int, last: int) -> int:
    """The index after the first part of a long phrase, including what "of" attaches to it."""
    if last - start <= _FEW:
        return last
    for index in range(start + 1, last):
        if tokens[index][0].lower() in word_set("events/prepositions") - {"of", "than"}:
            return index
    return last


_FEW = 7
_LONGEST_ASIDE = 14
_TOKEN = re.compile(r"\S+")
_DETERMINERS = frozenset(
    ("the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my")
)
_BEFORE_A_CLAUSE = JOINTS | {"why", "how"}
