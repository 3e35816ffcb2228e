"""What the words of a credit describe: one person, a man or a woman, several people, or a thing."""

import re

from ld.extract.speech.speakers import Speech
from ld.text.lexicon import word_set


def is_somebody(speech: Speech) -> bool:
    """Whether the speakers are people or bodies, by name or by a word for them, and not a document or a thing."""
    words = speech.credit.value if speech.credit else ""
    return bool(speech.speakers) or (
        bool(words) and (is_plural(words) or is_person(words, "he") or is_person(words, "she"))
    )


def is_person(credit: str, pronoun: str) -> bool:
    """Whether the words of *credit* describe one person whom *pronoun* can mean: "a spokesman", "the minister"."""
    head = _head(credit)
    sexed = _SEXED.search(head)
    if sexed:
        return ("he" if sexed["he"] else "she") == pronoun
    known = head in word_set("speech/person_nouns") | word_set("phrases/post_titles") | word_set("descriptors")
    return known and not credit.lower().startswith(("his ", "her ", "their "))


_SEXED = re.compile(
    r"""
    (?P<he> man$ | \b(?:husband|father|grandfather|dad|son|grandson|brother|boyfriend|uncle|nephew|boy|widower)$ )
    | woman$ | \b(?:wife|mother|grandmother|mum|mom|daughter|sister|girlfriend|aunt|niece|girl|widow|actress)$
    """,
    re.VERBOSE,
)


def is_plural(credit: str) -> bool:
    """Whether *credit* describes several people: "the lawmakers", "NAME and her colleagues"."""
    return " and " in credit or _head(credit) in word_set("phrases/group_nouns") | _SEVERAL


def _head(credit: str) -> str:
    """The head noun of the phrase, in lower case."""
    return _COMPLEMENT.split(credit, maxsplit=1)[0].lower().split()[-1]


_COMPLEMENT = re.compile(r",|(?<=\w)\s+(?:of|for|with|from|at|in|on|to|who|familiar|close|near)\b")
_SEVERAL = frozenset(
    ("authors", "critics", "colleagues", "couple", "others", "parents", "people", "sources", "students")
)
