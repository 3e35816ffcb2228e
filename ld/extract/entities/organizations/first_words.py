"""Companies named again by the first word of their name alone: "Quistel" after "Quistel International PLC"."""

import functools
import re
from collections.abc import Collection, Iterator, Sequence

from ld.extract.entities.organizations.short_forms import OrganizationHit, is_form
from ld.extract.entities.typer.word_facts import word_facts
from ld.text.before import search_before
from ld.text.lexicon import table, word_set
from ld.text.reading import Reading


def by_first_words(
    text: Reading, found: Sequence[OrganizationHit], others: Collection[str]
) -> Iterator[OrganizationHit]:
    """The mentions of companies in *found* by the first word of their name, behind the whole name.

    The word must be no ordinary word, given name or place, may not be one of *others*, must open the name of one
    company only, and must nowhere end a longer name, as the family name of the founder does.
    """
    companies: dict[str, dict[str, OrganizationHit]] = {}
    for known in sorted(found):
        first, _, rest = known.name.partition(" ")
        if rest and is_form(rest) and _LEGAL.search(rest) and first not in others and _is_proper(first):
            companies.setdefault(first, {}).setdefault(known.key, known)
    for first, alike in companies.items():
        (company, *several) = alike.values()
        starts = [] if several else text.words.offsets_of(first)
        if any(search_before(_NAMED, text, start, _NEAR) for start in starts):
            continue
        for start in starts:
            end = start + len(first)
            if start > company.start and not _GOES_ON.match(text, end):
                yield OrganizationHit(start, end, company.key, company.name, "short")


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
_NAMED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr)\.?|\b[A-Z]\.|[a-z,] [A-Z][\w’'-]+|\b(?:in|near|outside))[ \xa0]\Z")
"""What precedes a family name or a town."""
_GOES_ON = re.compile(r"[ \xa0&-]+[A-Z&]|-|, [A-Z][\w.]+,")
"""The rest of a longer name, or a state behind a town."""
