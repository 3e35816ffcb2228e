"""Companies named again by the beginning of their name alone: "Quistel" after "Quistel International PLC"."""

import functools
import re
from collections.abc import Collection, Iterator, Sequence

from ld.extract.entities.organizations.short_forms import OrganizationHit, is_form
from ld.extract.entities.typer.word_facts import word_facts
from ld.text.before import search_before
from ld.text.lexicon import table, word_set
from ld.text.reading import Reading


def by_beginnings(
    text: Reading, found: Sequence[OrganizationHit], others: Collection[str]
) -> Iterator[OrganizationHit]:
    """The mentions of companies in *found* by the beginning of their name, behind the whole name.

    The beginning is the name without its legal form, or its first word: no ordinary word, given name or place and none
    of *others*. It must open the name of one company only, and must nowhere end a longer name, as the family name of
    the founder does.
    """
    companies: dict[str, dict[str, OrganizationHit]] = {}
    for known in sorted(found):
        for beginning in _beginnings(known.name):
            if beginning not in others:
                companies.setdefault(beginning, {}).setdefault(known.key, known)
    for beginning, alike in companies.items():
        (company, *several) = alike.values()
        starts = [] if several else list(text.occurrences(beginning))
        if any(search_before(_NAMED, text, start, _NEAR) for start, _ in starts):
            continue
        for start, end in starts:
            if start > company.start and not _GOES_ON.match(text, end):
                yield OrganizationHit(start, end, company.key, company.name, "short")


def _beginnings(name: str) -> Iterator[str]:
    first, _, rest = name.partition(" ")
    if rest and is_form(rest) and _LEGAL.search(rest) and _is_proper(first):
        yield first
    form = _LEGAL_FORM.search(name)
    if form and " " in name[: form.start()] and not word_facts(first).given:
        yield name[: form.start()]


def _is_proper(word: str) -> bool:
    """Whether *word* can be the name of a company, but hardly anything else."""
    facts = word_facts(word)
    is_place = facts.country or word in _places()
    return len(word) > _SHORTEST and not (facts.is_ordinary or facts.given or is_place)


@functools.cache
def _places() -> frozenset[str]:
    return word_set("places/provinces") | {row["name"] for row in table("places/capitals")}


_SHORTEST = 2
_NEAR = 24
_LEGAL = re.compile(r"\b(?:Airlines|Airways|Co|Corp|Inc|Industries|Ltd|LLC|PLC|Plc|plc|N\.V|S\.A|S\.p\.A)\b")
_LEGAL_FORM = re.compile(r",? (?:& )?(?:Co|Corp|Inc|Ltd|LLC|PLC|Plc|plc|N\.V|S\.A|S\.p\.A)\.?\Z")
_NAMED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr)\.?|\b[A-Z]\.|[a-z,] [A-Z][\w’'-]+|\b(?:in|near|outside))[ \xa0]\Z")
"""What precedes a family name or a town."""
_GOES_ON = re.compile(r"[ \xa0&-]+[A-Z&]|-|, [A-Z][\w.]+,")
"""The rest of a longer name, or a state behind a town."""
