"""Figures of an event: the dead and injured, votes, score and price, if the words say what they count."""

import bisect
import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from ld.article import Citation
from ld.extract.events.counts import casualties, prices, scores, votes
from ld.facts import Event
from ld.figures import Figure
from ld.text.reading import Reading
from ld.text.sentences import Sentence


def with_figures(events: Sequence[Event], text: Reading) -> Iterator[Event]:
    """*events* with the figures stated in the sentences that report them.

    A figure belongs to the one event of its sentence that can have it. If two sentences disagree, there is none.
    Deaths that a following sentence merely counts become a figure of the event before it, not an event of their own.
    """
    told: dict[int, list[Figure]] = {}
    sentences = _told_in(events, text)
    counted: set[int] = set()
    for index, sentence in _right_behind(events, sentences, text):
        if found := list(casualties(text, sentence.start, sentence.end)):
            told.setdefault(index, []).extend(found)
            counted.update(sentences.get(sentence, ()))
    for sentence, indexes in sentences.items():
        for rule in _RULES:
            able = [index for index in indexes if events[index].kind in rule.kinds and not events[index].status]
            able = able or [index for index in indexes if events[index].kind in rule.else_kinds]
            if len(able) == 1 and not _is_of_another_year(text, sentence, events[able[0]]):
                told.setdefault(able[0], []).extend(rule.find(text, sentence.start, sentence.end))
    for index, event in enumerate(events):
        if index not in counted:
            yield msgspec.structs.replace(event, figures=_agreeing(told[index])) if told.get(index) else event


class _Rule(NamedTuple):
    """Which figures a sentence may state of an event of one of *kinds*, or of *else_kinds* if it has none of those."""

    find: Callable[[str, int, int], Iterator[Figure]]
    kinds: frozenset[str]
    else_kinds: frozenset[str] = frozenset()


def _told_in(events: Sequence[Event], text: Reading) -> dict[Sentence, list[int]]:
    """The indexes of the events that each sentence reports."""
    found: dict[Sentence, list[int]] = {}
    for index, event in enumerate(events):
        for words in event.evidence:
            sentence = _sentence_at(text, words.start) if isinstance(words, Citation) else None
            if sentence and index not in found.setdefault(sentence, []):
                found[sentence].append(index)
    return found


def _sentence_at(text: Reading, offset: int) -> Sentence | None:
    index = bisect.bisect_right(text.sentences, offset, key=lambda sentence: sentence.start) - 1
    sentence = text.sentences[index] if index >= 0 else None
    return sentence if sentence and offset < sentence.end else None


def _right_behind(
    events: Sequence[Event], told_in: Mapping[Sentence, list[int]], text: Reading
) -> Iterator[tuple[int, Sentence]]:
    """The sentences with casualties that follow a report of the only event in *text* that can have any, with its index.

    They report no other event than a death without a name or a day, and point to no other time or place.
    """
    able = [index for index, event in enumerate(events) if event.kind in _RULES[0].kinds]
    if len(able) != 1 or events[able[0]].status:
        return
    telling = {sentence for sentence, indexes in told_in.items() if able[0] in indexes}
    for before, sentence in itertools.pairwise(text.sentences):
        others = told_in.get(sentence, [])
        is_next = before in telling and sentence.part.kind == "paragraph" and sentence not in telling
        if (
            is_next
            and all(_is_nameless_death(events[each]) for each in others)
            and not _ELSEWHERE.search(text, sentence.start, sentence.end)
        ):
            yield able[0], sentence


def _is_of_another_year(text: str, sentence: Sentence, event: Event) -> bool:
    """Whether *sentence* names years, but not that of *event*: "In 2019, six died in a similar crash"."""
    years = _YEAR.findall(text, sentence.start, sentence.end)
    return bool(years) and event.start is not None and event.start.value[:4] not in years


_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def _is_nameless_death(event: Event) -> bool:
    """Whether *event* says no more than that some people died: "Twelve people died"."""
    return event.kind == "death" and not (event.participants or event.start or event.places)


_ELSEWHERE = re.compile(
    r"\b(?:1[89]\d\d|20\d\d|similar|another|other|previous|earlier|last|since|ago|before|year|years|decade|history)\b",
    re.IGNORECASE,
)
"""Words that point to events other than the one just reported."""


def _agreeing(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """One figure per measure, with all its evidence; none for a measure on which *figures* disagree."""
    by_measure: dict[str, list[Figure]] = {}
    for figure in figures:
        by_measure.setdefault(figure.measure, []).append(figure)
    return tuple(
        msgspec.structs.replace(same[0], evidence=tuple(proof for figure in same for proof in figure.evidence))
        for same in by_measure.values()
        if len({(figure.value, figure.unit, figure.bound) for figure in same}) == 1
    )


_RULES = (
    _Rule(
        casualties,
        frozenset(("accident", "attack", "collapse", "earthquake", "fire", "flood", "protest", "storm")),
        frozenset(("death",)),
    ),
    _Rule(votes, frozenset(("vote", "enactment"))),
    _Rule(scores, frozenset(("match",))),
    _Rule(prices, frozenset(("deal", "merger", "sale"))),
)
