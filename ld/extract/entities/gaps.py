"""What speaks for or against the end of a name between two words of a run."""

from collections.abc import Sequence
from typing import NamedTuple

from ld.extract.entities.candidates import spelled
from ld.extract.entities.knowledge import Knowledge
from ld.extract.entities.tokens import Run, Tokens, mark
from ld.extract.entities.word_facts import word_facts


def gap_features(  # noqa: PLR0913 - all that is known of a run
    found: Tokens, run: Run, index: int, known: Knowledge, lower: frozenset[str], spans: Sequence["KnownSpan"]
) -> list[str]:
    """What speaks for or against the end of a name behind the word at *index* of *run*."""
    words, indices, smalls = found.words, run.indices, run.smalls
    first, second = indices[index], indices[index + 1]
    small, last = smalls[index + 1], len(indices)
    left, right = word_facts(words[first]), word_facts(words[second])
    begin, end = word_facts(words[indices[0]]), word_facts(words[indices[-1]])
    shapes = left.shape + right.shape
    head = begin.low if begin.is_ordinary else ""
    tail = end.low if end.is_ordinary else ""
    f = [
        "+", f"S={small}", f"h={shapes}", f"Sh={small}|{shapes}", f"k={min(index, 2)}{min(last - index - 2, 2)}",
        f"n={min(last, 6)}", f"Ls={left.low[-3:]}" if len(left.low) > _SHORT else "Ls",
        f"Rs={right.low[-3:]}" if len(right.low) > _SHORT else "Rs",
        f"S|E={small}|{tail}", f"S|F={small}|{head}", f"E={tail}", f"F={head}",
    ]  # fmt: skip
    if left.is_ordinary:
        f += (f"L={left.low}", f"L={left.low}|{small}")
    if right.is_ordinary:
        f += (f"R={right.low}", f"{small}|R={right.low}")
    if index and (before := word_facts(words[indices[index - 1]])).is_ordinary:
        f.append(f"LL={before.low}")
    if index + 2 < last:
        f.append(f"RRs={smalls[index + 2]}")
        if (behind := word_facts(words[indices[index + 2]])).is_ordinary:
            f.append(f"RR={behind.low}")
    else:
        f.append(f"aft={mark(found.gaps[second + 1])}|{shapes}")
    if index <= 1:
        f.append(f"g0={begin.given}|{index}|{small}|{right.given}")
    if first in found.opening:
        f += ("st", f"st={left.low}" if left.is_ordinary else "st=?", f"st|low={left.low in lower}")
    if left.low in lower:
        f.append("Llow")
    if right.low in lower:
        f.append("Rlow")
    if left.given:
        f += (f"L{left.given}", f"L{left.given}|{small}")
    if right.given:
        f += (f"R{right.given}", f"R{right.given}|{small}")
    if known.is_family_name(words[second]):
        f += ("Rfam", f"{left.given}Rfam|{small}")
    if known.is_family_name(words[first]):
        f += ("Lfam", f"Lfam|{small}")
    if left.country:
        f += (f"Lc={left.country}", f"Lc={left.country}|{small}")
    if right.country:
        f += (f"Rc={right.country}", f"Rc={right.country}|{small}")
    return f + _gap_in_knowledge(run, index, spans) if spans else f


class KnownSpan(NamedTuple):
    """Words of a run, from the one at *first* to the one at *last*, that name something of this *kind*."""

    first: int
    last: int
    kind: str


def known_spans(found: Tokens, run: Run, known: Knowledge) -> list[KnownSpan]:
    """What the knowledge base knows by words of *run*, one word or several."""
    words = [found.words[each] for each in run.indices]
    return [
        KnownSpan(first, last, kinds[0][:3])
        for first in range(len(words))
        for last in range(first, min(len(words), first + _LONGEST_NAME))
        if known.may_name(words[first : last + 1], ("", *run.smalls[first + 1 : last + 1]))
        and (kinds := known.kinds(spelled(words[first : last + 1], ("", *run.smalls[first + 1 : last + 1]))))
    ]


_LONGEST_NAME = 6


def _gap_in_knowledge(run: Run, index: int, spans: Sequence[KnownSpan]) -> list[str]:
    """Whether a name of the knowledge base goes over the gap, ends before it, or begins behind it."""
    over = [span for span in spans if span.first <= index < span.last]
    f = [f"kb over={span.kind}" for span in over]
    if any(span.first == 0 and span.last == len(run.indices) - 1 for span in over):
        f.append("kb whole")
    before = next((span.kind for span in spans if span.last == index), "")
    behind = next((span.kind for span in reversed(spans) if span.first == index + 1), "")
    if before or behind:
        small = run.smalls[index + 1]
        f += (f"kb sides={before}|{behind}", f"kb sides={before}|{small}|{behind}|{bool(over)}")
    return f


_SHORT = 3
