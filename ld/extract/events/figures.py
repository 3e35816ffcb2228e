"""Figures of an event: the dead and the hurt, votes, score and price, where the words say what they count."""

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
    """*events* with the figures that the sentences which tell of them state.

    A figure is of the one event of its sentence that can have it. Where two sentences do not agree, there is none.
    Deaths that a sentence of their own only counts are no event besides the one before it, but a figure of that.
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
    """Which figures a sentence may state of an event of some *kinds*, or if none is there, of *else_kinds*."""

    find: Callable[[str, int, int], Iterator[Figure]]
    kinds: frozenset[str]
    else_kinds: frozenset[str] = frozenset()


def _told_in(events: Sequence[Event], text: Reading) -> dict[Sentence, list[int]]:
    """The indexes of the events of which each sentence tells."""
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
    """The sentences with casualties of the one event of *text* that can have any: they follow one that tells of it.

    They tell of no other event than a death that has neither a name nor a day, and point to no other time or place.
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
    """Whether *sentence* names years, and not that of *event*: "In 2019, six died in a similar crash"."""
    years = _YEAR.findall(text, sentence.start, sentence.end)
    return bool(years) and event.start is not None and event.start.value[:4] not in years


_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def _is_nameless_death(event: Event) -> bool:
    """Whether *event* is only that some people died: "Twelve people died"."""
    return event.kind == "death" and not (event.participants or event.start or event.places)


_ELSEWHERE = re.compile(
    r"\b(?:1[89]\d\d|20\d\d|similar|another|other|previous|earlier|last|since|ago|before|year|years|decade|history)\b",
    re.IGNORECASE,
)
"""What speaks of other events than the one told before."""


def _agreeing(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """One figure a measure, with all its evidence; none where *figures* do not agree."""
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
