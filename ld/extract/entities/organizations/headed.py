"""Names of organizations that contain a word for a kind of body: "Northern Harbor Board", "Institute for Harbors"."""

import bisect
import re
from collections.abc import Iterator, Sequence

from ld.extract.entities.countries.find import CountryMention
from ld.extract.entities.countries.table import surfaces
from ld.extract.entities.typer.word_facts import word_facts
from ld.extract.phrases.capitalised import (
    Phrase,
    Word,
    follows_a_name,
    is_calendar,
    is_title,
    own_words,
    runs,
    without_compound,
)
from ld.text.before import search_before
from ld.text.lexicon import word_set
from ld.text.reading import Reading


def headed_names(text: Reading, countries: Sequence[CountryMention]) -> Iterator[tuple[int, int]]:
    """The spans of such names in *text*, in order; *countries* are those found in it.

    Names that cannot be delimited are left out: "Harbor Board Games", "Knights of Harbor Club".
    """
    states = frozenset((country.mention.start, country.mention.end) for country in countries)
    joined = [country.mention.end + 1 for country in countries if text.startswith("-", country.mention.end)]
    for run in runs(text, word_set("entities/organization_heads")):
        index = 0
        while index < len(run):
            words, index = _name(text, run, index, states)
            words = _behind_hyphen(text, words, joined)
            if len(words) > 1 and (words[0].start, words[-1].end) not in states and not _is_no_body(words):
                yield _start_of_list(text, words[0].start, words[-1].end), words[-1].end


def _start_of_list(text: str, start: int, end: int) -> int:
    """The beginning of a name whose fields are a list up to its "and": "Farming, Fishing, Mining and Tourism Union"."""
    fields = search_before(_FIELDS, text, start, _LONGEST_LIST) if " and " in text[start:end] else None
    is_list = fields is not None and all(word_facts(field).is_ordinary for field in fields[0].split(", ")[:-1])
    return fields.start() if fields and is_list else start


_FIELDS = re.compile(r"(?:\b[A-Z][a-z]+, )+\Z")
_LONGEST_LIST = 80


def _is_no_body(words: Sequence[Word]) -> bool:
    names = [word.text for word in words]
    last = " ".join(names[-2:])
    is_place = last in word_set("entities/building_ends")
    return is_place or last in _REGIONS or " ".join(names) in word_set("entities/organization_false_names")


_REGIONS = frozenset(("Left Bank", "Right Bank", "West Bank"))
"""Regions that may follow an adjective: "the Jewish West Bank"."""


_States = frozenset[tuple[int, int]]


def _name(text: str, run: Sequence[Phrase], index: int, states: _States) -> tuple[Sequence[Word], int]:
    """The words of the name with its head in the phrase at *index*, if any, and the index at which to continue."""
    phrase = run[index]
    heads = phrase.indices_of(word_set("entities/organization_heads"))
    if not heads:
        return (), index + 1
    head, behind = phrase.words[heads[-1]], phrase.words[heads[-1] + 1 :]
    if not follows_a_name(behind):
        return (), index + 1
    own = own_words(text, phrase.words[: heads[-1]])
    begun = _joined(text, run, index, own, head) if len(own) == heads[-1] else (*own, head)
    tail, last = _tail(run, index, head, states) if not behind else ((), index)
    if begun is None or tail is None:
        return (), max(last, index) + 1
    return (*begun, *tail), last + 1


def _joined(text: str, run: Sequence[Phrase], index: int, own: Sequence[Word], head: Word) -> Sequence[Word] | None:
    """The name with what a small word joins before it: "Patent and Trademark Office"; None if that is unclear."""
    before = run[index - 1] if index else None
    if before is None:
        return (*own, head)
    words = own_words(text, before.words)
    joiner = run[index].before
    if joiner in {"and", "&"} and own and head.text in word_set("entities/organization_field_heads"):
        is_other = before.indices_of(
            word_set("entities/organization_heads") | word_set("entities/organization_other_ends")
        )
        if is_other or not words or any(is_title(word.text) for word in before.words):
            return (*own, head)
        return None if len(words) > 1 and len(own) > 1 else (*words, *own, head)
    if joiner == "of" and own:
        return None if len(words) == len(before.words) == 1 else (*own, head)
    return (*own, head)


def _tail(run: Sequence[Phrase], index: int, head: Word, states: _States) -> tuple[Sequence[Word] | None, int]:
    """What follows the head, "of Health and Human Services", and the index of its last phrase; None if no name."""
    if index + 1 == len(run) or run[index + 1].before not in _tail_joiners(head.text):
        return (), index
    first = _tail_words(run[index + 1])
    if not first:
        unclear = run[index + 1].words[0].text.lower() in word_set("phrases/post_titles")
        return (None, index + 1) if unclear else ((), index)
    tail, last = list(first), index + 1
    while last + 1 < len(run) and len(first) == len(run[last].words) and len(tail) < _LONGEST_TAIL:
        if not _goes_on(run, index, last, head.text, states):
            break
        last += 1
        first = _tail_words(run[last])
        tail += first
    if tail[-1].text in word_set("entities/organization_other_ends") or not follows_a_name(
        run[last].words[len(first) :]
    ):
        return None, last
    tail[-1] = without_compound(tail[-1])
    return tail, last


_LONGEST_TAIL = 8


def _tail_joiners(head: str) -> frozenset[str]:
    joiners = {"of", "of the"}
    if head in word_set("entities/organization_field_heads"):
        joiners |= {"for", "for the", "for a", "for an"}
    if head in word_set("organizations/on_heads"):
        joiners |= {"on", "on the"}
    return frozenset(joiners)


def _tail_words(phrase: Phrase) -> Sequence[Word]:
    """The words of *phrase* that can belong to a tail: up to a day, or a title followed by a name."""
    for index, word in enumerate(phrase.words):
        if is_calendar(word.text) or (word.text in word_set("function_words") and word.text != "New"):
            return phrase.words[:index]
        if is_title(word.text) and (index or len(phrase.words) > 1):
            return phrase.words[: 0 if index == 0 else _title_start(phrase.words, index)]
    return phrase.words


def _title_start(words: Sequence[Word], index: int) -> int:
    while index and words[index - 1].text.lower() in word_set("phrases/title_modifiers"):
        index -= 1
    return index


def _goes_on(run: Sequence[Phrase], index: int, last: int, head: str, states: _States) -> bool:
    """Whether the phrase after the one at *last* also belongs to the tail."""
    current, following = run[last], run[last + 1]
    words = _tail_words(following)
    if not words or (words[0].text.isupper() and len(words[0].text) > 1):
        return False
    is_state = (following.words[0].start, words[-1].end) in states
    if following.before in {"of", "of the"}:
        return not (is_state and head in word_set("organizations/government_bodies"))
    if following.before == "in the":
        return run[index + 1].before.startswith("for") and not is_state
    if (current.words[0].start, current.words[-1].end) in states or head not in word_set(
        "entities/organization_field_heads"
    ):
        return False
    heads = following.indices_of(word_set("entities/organization_heads") - {"Services"})
    if following.before in {"and", "&"}:
        return not heads and not is_state
    return following.before == "and the" and len(words) == len(following.words) == 1 and not heads and not is_state


def _behind_hyphen(text: str, words: Sequence[Word], joined: Sequence[int]) -> Sequence[Word]:
    """The name after a country and a hyphen: "Harbor Board" of "Norway-Harbor Board", but all of "Norway-Peru Board".

    *joined* are the offsets after such hyphens, in order.
    """
    for index, word in enumerate(words):
        inner = next(iter(joined[bisect.bisect_right(joined, word.start) :][:1]), word.end)
        if inner < word.end and not _is_state(text[inner : word.end]):
            return (Word(inner, word.end, text[inner : word.end]), *words[index + 1 :])
    return words


def _is_state(word: str) -> bool:
    return any(surface.words == word for surface in surfaces().get(word, ()))
