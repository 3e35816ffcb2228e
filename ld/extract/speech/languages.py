"""What a language other than English writes around its quotations: marks, verbs of saying, the words before a name."""

import functools
import re
from importlib.resources import files
from typing import NamedTuple

from ld.text.lexicon import any_of, table

_PREFIX = "saying_"
_SUBJECT_WORDS = 9
_NO_MARK = r"[^\s,.;:!?„“”«»\"—–()]"


class Saying(NamedTuple):
    """The data file of a language as patterns, and its words in lower case.

    An *aside* is the reporter's own, within the marks: « Nous avons, a expliqué NAME, tout essayé. »
    """

    quote: re.Pattern[str]
    verb_and_subject: re.Pattern[str]
    subject_and_verb: re.Pattern[str]
    aside: re.Pattern[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    pronouns: frozenset[str]

    @property
    def not_in_title(self) -> frozenset[str]:
        """The words that cannot occur between an article and a name, since they begin another noun phrase."""
        return self.prepositions | self.determiners


@functools.cache
def known_languages() -> frozenset[str]:
    """The languages, by the first part of their tags, that have a data file ``saying_de.csv``."""
    names = (file.name for file in files("ld").joinpath("extract/speech/data").iterdir())
    return frozenset(name.removeprefix(_PREFIX)[:2] for name in names if name.startswith(_PREFIX))


@functools.cache
def saying_in(language: str) -> Saying:
    """The contents of the data file of *language*, one of ``known_languages``."""
    forms = {row["kind"]: tuple(row["forms"].split("|")) for row in table(f"speech/{_PREFIX}{language}")}
    marks = [pair.split() for pair in forms["marks"]]
    quoted = "|".join(rf"{opens}\s?(?:(?!{closes})[^\n{opens}])+?\s?{closes}" for opens, closes in marks)
    words = rf"{_NO_MARK}+(?:[ \u00a0]{_NO_MARK}+){{0,{_SUBJECT_WORDS - 1}}}"
    verb = rf"(?P<verb>{any_of(*forms['verb'])})"
    return Saying(
        quote=re.compile(quoted),
        verb_and_subject=re.compile(rf",?\s*[—–]?\s*{verb}\s+(?P<subject>{words})(?=[\s,.;:!?—–(]|$)"),
        subject_and_verb=re.compile(
            rf"(?:(?<![^\n])|[.!?…][“”»\"’]?\s+)(?P<subject>{words}?)\s{verb}(?:\s{_NO_MARK}+){{0,3}}\s?:\s*$"
        ),
        aside=re.compile(rf",\s{verb}\s{_NO_MARK}+[^,\n]*,"),
        determiners=frozenset(forms["determiner"]),
        prepositions=frozenset(forms["preposition"]),
        pronouns=frozenset(forms["pronoun"]),
    )
