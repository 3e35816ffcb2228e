"""The features for and against the end of a name between two words of a run."""

import functools
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ld.extract.entities.typer.candidates import spelled
from ld.extract.entities.typer.knowledge import Knowledge
from ld.extract.entities.typer.openings import opens_before_name
from ld.extract.entities.typer.sure_gaps import is_sure_end
from ld.extract.entities.typer.tokens import Run, Tokens, mark
from ld.extract.entities.typer.word_facts import WordFacts, word_facts


class Words(NamedTuple):
    """What is known of a text when its names are cut: its *tokens*, the words in lower case, and a knowledge base."""

    tokens: Tokens
    lower: frozenset[str]
    known: Knowledge


class KnownSpan(NamedTuple):
    """Words of a run, from *first* to *last* (indices), that name something of this *kind*."""

    first: int
    last: int
    kind: str


class _Gap(NamedTuple):
    """The gap after the word at *position* of *run*, the words on either side, and the *small* ones in it."""

    run: Run
    position: int
    left: WordFacts
    right: WordFacts
    small: str


def cutter(text: Words, runs: Sequence[Run], is_cut: Callable[[list[str]], bool]) -> Callable[[Run, int], bool]:
    """The function that decides whether a name ends after the word at an index of one of *runs*."""
    spans = _spans(text, runs)

    def cut(run: Run, index: int) -> bool:
        sure = is_sure_end(text.tokens, run, index)
        if sure is not None:
            return sure
        opens = index == 0 and opens_before_name(text.tokens, text.known, run)
        return opens or is_cut(gap_features(text, run, index, spans[run.indices[0]]))

    return cut


def _spans(text: Words, runs: Iterable[Run]) -> dict[int, list[KnownSpan]]:
    """The known spans of each run of several words, by its first index; equal runs are looked up once."""
    words = text.tokens.words
    asked: dict[tuple[str, ...], list[KnownSpan]] = {}
    spans: dict[int, list[KnownSpan]] = {}
    for run in runs:
        if len(run.indices) == 1:
            continue
        key = (*run.smalls, *(words[index] for index in run.indices))
        if key not in asked:
            asked[key] = known_spans(text, run)
        spans[run.indices[0]] = asked[key]
    return spans


def known_spans(text: Words, run: Run) -> list[KnownSpan]:
    """The names in *run*, of one word or several, that the knowledge base has."""
    known, words, smalls = text.known, [text.tokens.words[each] for each in run.indices], run.smalls
    keys = [*map(known.key, words, smalls)]
    spans: list[KnownSpan] = []
    for first, word in enumerate(words):
        key = ""
        for last in range(first, min(len(words), first + _LONGEST_NAME)):
            key += keys[last] if last > first else known.key(word)
            if known.may_name(key) and (
                kinds := known.kinds(spelled(words[first : last + 1], ("", *smalls[first + 1 : last + 1])))
            ):
                spans.append(KnownSpan(first, last, kinds[0][:3]))
    return spans


_LONGEST_NAME = 6


def gap_features(text: Words, run: Run, index: int, spans: Sequence[KnownSpan]) -> list[str]:
    """The features of the gap after the word at *index* of *run*, in which the base knows *spans*."""
    words, indices = text.tokens.words, run.indices
    gap = _Gap(
        run, index, word_facts(words[indices[index]]), word_facts(words[indices[index + 1]]), run.smalls[index + 1]
    )
    return [
        *_of_sides(words[indices[index]], words[indices[index + 1]], gap.small),
        *_of_position(text, gap),
        *_of_telling_words(text, gap),
        *_of_lists(text, gap),
        *_of_text(text, gap),
        *(_of_base(gap, spans) if spans else ()),
    ]


@functools.lru_cache(1 << 13)
def _of_sides(first: str, second: str, small: str) -> tuple[str, ...]:
    """The features of the words on either side and the *small* ones between in any text: their spelling, their lists.

    Cached between texts, since the news repeats its names.
    """
    left, right = word_facts(first), word_facts(second)
    shapes = left.shape + right.shape
    f = [
        "+", f"S={small}", f"h={shapes}", f"Sh={small}|{shapes}",
        f"Ls={left.low[-3:]}" if len(left.low) > _SHORT else "Ls",
        f"Rs={right.low[-3:]}" if len(right.low) > _SHORT else "Rs",
    ]  # fmt: skip
    if left.tells:
        f += (f"L={left.low}", f"L={left.low}|{small}")
    if right.tells:
        f += (f"R={right.low}", f"{small}|R={right.low}")
    if left.given:
        f += (f"L{left.given}", f"L{left.given}|{small}")
    if right.given:
        f += (f"R{right.given}", f"R{right.given}|{small}")
    if left.country:
        f += (f"Lc={left.country}", f"Lc={left.country}|{small}")
    if right.country:
        f += (f"Rc={right.country}", f"Rc={right.country}|{small}")
    return tuple(f)


_SHORT = 3


def _of_position(text: Words, gap: _Gap) -> tuple[str, ...]:
    """The position of the gap in the run, and what follows the word on its right."""
    run, index, left, right, _ = gap
    count = len(run.indices)
    if index + 2 < count:
        behind = f"RRs={run.smalls[index + 2]}"
    else:
        behind = f"aft={mark(text.tokens.gaps[run.indices[index + 1] + 1])}|{left.shape}{right.shape}"
    return (*_of_place(min(index, 2), min(count - index - 2, 2), min(count, 6)), behind)


@functools.cache
def _of_place(before: int, behind: int, count: int) -> tuple[str, ...]:
    """The numbers of words before the left one of the gap, after the right one, and in the run."""
    return (f"k={before}{behind}", f"n={count}")


def _of_telling_words(text: Words, gap: _Gap) -> list[str]:
    """The telling words at the ends of the run, "Centre …", "… Commission", and those one word away from the gap."""
    run, index, _, _, small = gap
    words, indices = text.tokens.words, run.indices
    f = [*_of_ends(small, words[indices[0]], words[indices[-1]])]
    if index and (before := word_facts(words[indices[index - 1]])).tells:
        f.append(f"LL={before.low}")
    if index + 2 < len(indices) and (behind := word_facts(words[indices[index + 2]])).tells:
        f.append(f"RR={behind.low}")
    return f


@functools.lru_cache(1 << 13)
def _of_ends(small: str, first: str, last: str) -> tuple[str, ...]:
    """The features of the *first* and the *last* word of a run, alone and with the *small* ones in the gap."""
    begin, end = word_facts(first), word_facts(last)
    head, tail = begin.low if begin.tells else "", end.low if end.tells else ""
    return (f"S|E={small}|{tail}", f"S|F={small}|{head}", f"E={tail}", f"F={head}")


def _of_lists(text: Words, gap: _Gap) -> list[str]:
    """Ranks, titles and given names by their position in the run, and family names in the knowledge base."""
    run, index, left, right, small = gap
    words, first, second = text.tokens.words, run.indices[index], run.indices[index + 1]
    f = [f"L{name}|{index}|{right.is_ordinary}|{right.given}" for name in left.classes if name in _BEFORE_NAMES]
    if index <= 1:
        f.append(f"g0={word_facts(words[run.indices[0]]).given}|{index}|{small}|{right.given}")
    if text.known.is_family_name(words[second]):
        f += ("Rfam", f"{left.given}Rfam|{small}")
    if text.known.is_family_name(words[first]):
        f += ("Lfam", f"Lfam|{small}")
    return f


_BEFORE_NAMES = frozenset(("rank", "post"))


def _of_text(text: Words, gap: _Gap) -> list[str]:
    """Whether the first word only opens the sentence, and whether the text has the words in lower case."""
    left, right, f = gap.left, gap.right, []
    if gap.run.indices[gap.position] in text.tokens.opening:
        f += ["st", f"st={left.low}" if left.is_ordinary else "st=?", f"st|low={left.low in text.lower}"]
    if left.low in text.lower:
        f.append("Llow")
    if right.low in text.lower:
        f.append("Rlow")
    return f


def _of_base(gap: _Gap, spans: Sequence[KnownSpan]) -> list[str]:
    """Whether a name in the knowledge base spans the gap, ends before it, or begins after it."""
    index = gap.position
    over = [span for span in spans if span.first <= index < span.last]
    f = [f"kb over={span.kind}" for span in over]
    if any(span.first == 0 and span.last == len(gap.run.indices) - 1 for span in over):
        f.append("kb whole")
    before = next((span.kind for span in spans if span.last == index), "")
    behind = next((span.kind for span in reversed(spans) if span.first == index + 1), "")
    if before or behind:
        f += (f"kb sides={before}|{behind}", f"kb sides={before}|{gap.small}|{behind}|{bool(over)}")
    return f
