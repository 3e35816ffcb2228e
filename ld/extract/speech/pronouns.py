"""Whom a pronoun means: the one person, or the one group, named shortly before it; of two, nobody."""

import functools
import re
from collections.abc import Sequence

from ld.extract.entities.people.candidates import possible_names
from ld.extract.speech.clauses import CuedSentence
from ld.facts import Entity, EntityKind
from ld.mentions import Named
from ld.text.before import search_before
from ld.text.lexicon import any_of, words
from ld.text.reading import Reading, once
from ld.text.spans import Spans


def antecedent(sentence: CuedSentence, pronoun: re.Match[str]) -> Sequence[Named]:
    """The mention that the *pronoun* of *sentence* takes up, as a sequence of one; empty where that is not sure.

    What stands in quotation marks is passed over.
    Of several named shortly before, it is the one of the same paragraph, if an earlier sentence names it.
    Who only describes something, "the NAME campaign", is not taken up.
    """
    text, start = sentence.text, pronoun.start()
    singular = pronoun[0].lower() != "they"
    kinds: tuple[EntityKind, ...] = ("person",) if singular else ("group", "organization")
    near = [
        named
        for named in reversed(sentence.names.within(_first_offset(sentence, start), start, *kinds))
        if "\n\n\n" not in text[named.end : start] and not sentence.is_quoted(named.start)
    ]
    if len({named.entity.id for named in near}) != 1:
        near = [named for named in near if named.start >= sentence.part.start]
        if len({named.entity.id for named in near}) != 1 or near[-1].start >= sentence.start:
            return ()
    if all(_DESCRIBES.match(text, named.end) for named in near):
        return ()
    other = singular and (
        _names_another(sentence, near[0].end, start) or is_other_sex(text, near[0].entity, pronoun[0])
    )
    return () if other else near[:1]


def _first_offset(sentence: CuedSentence, start: int) -> int:
    return max(sentence.part.start, start - _LONGEST) - _REACH


_REACH = 240
_DESCRIBES = re.compile(
    r"\s+(?:administration|aides?|allies|ally|camp|campaign|era|family|foundation|government|rally|spokes\w+|staff"
    r"|supporters?|team)\b"
)
"""What a name stands before that only describes it."""
_LONGEST = 4000
"""More of a paragraph than anybody remembers whom it named."""


def _names_another(sentence: CuedSentence, start: int, end: int) -> bool:
    """Whether capitalised words that name nobody known, but may name a person, stand in *start* to *end*."""
    text = sentence.text
    apart = Spans((quote.outer_start, quote.outer_end) for quote in sentence.quotes)
    runs = (
        run for run in possible_names(text, sentence.names, start, end) if not apart.overlapping(run.start, run.start)
    )
    if any(run.is_full or _speaks(text, run.name) for run in runs):
        return True
    others = (match.start() for match in _somebody().finditer(text, start + 1, end))
    return any(other > start + 2 and not apart.overlapping(other, other) for other in others)


@once
def _speaks(text: Reading, name: str) -> bool:
    return any(_speaking().match(text, end) for _, end in text.occurrences(name))


@functools.cache
def _speaking() -> re.Pattern[str]:
    return re.compile(rf"\s+{any_of(*words('phrases/person_speech_verbs'))}\b")


@functools.cache
def _somebody() -> re.Pattern[str]:
    kind = any_of(
        "source", "official", "spokesman", "spokeswoman", "spokesperson", "man", "woman", *words("descriptors")
    )
    return re.compile(
        rf"""
        \b (?:an?|one|another)\s+    # another
        (?:[\w-]+\s+){{0,2}}?        # former harbour
        {kind} \b                    # official
        """,
        re.VERBOSE,
    )


def is_other_sex(text: str, person: Entity, pronoun: str) -> bool:
    """Whether the text speaks of this person as of the other sex, right before or after one of the mentions."""
    other = "she" if pronoun.lower() == "he" else "he"
    for mention in person.mentions:
        before = search_before(_TITLE, text, mention.start, _TITLE_REACH)
        after = _REST.match(text, mention.end)
        if (before and other == ("she" if before["she"] else "he")) or (after and after[1].lower() == other):
            return True
    return False


_TITLE_REACH = 24
_TITLE = re.compile(
    r"""
    (?<!\w) (?:
        (?P<she>
            Mrs\.?|Ms\.?|Miss|Lady|Dame                   # Mrs. Quist
          | [Qq]ueen|[Pp]rincess|\w*[a-z]woman|[Aa]ctress  # spokeswoman Nora Quist
        )
      | Mr\.?|Sir|Lord|[Kk]ing|[Pp]rince                  # Sir Jan Okafor
      | (?:spokes|chair|business|congress)man             # chairman Jan Okafor
    ) \s+\Z
    """,
    re.VERBOSE,
)
_REST = re.compile(r"[^A-Z“”\".\n]{0,60}?(?:[.,]\s+)?\b([Hh]e|[Ss]he)\b")
