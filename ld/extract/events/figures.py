"""Figures of an event: the dead and the hurt, votes, score and price, where the words say what they count."""

import bisect
from collections.abc import Callable, Iterator, Sequence
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
    """
    told: dict[int, list[Figure]] = {}
    for sentence, indexes in _told_in(events, text).items():
        for rule in _RULES:
            able = [index for index in indexes if events[index].kind in rule.kinds and not events[index].status]
            able = able or [index for index in indexes if events[index].kind in rule.else_kinds]
            if len(able) == 1:
                told.setdefault(able[0], []).extend(rule.find(text, sentence.start, sentence.end))
    for index, event in enumerate(events):
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
