"""The people whom a page names as its authors: names without "By", jobs, outlets, agencies and addresses."""

import re
from collections.abc import Iterator
from functools import cache

from ld.generations import GENERATIONS
from ld.read.author_names import written
from ld.read.other_makers import names_other_job, without_other_makers
from ld.read.vocabulary import folded, phrase_set, phrases, word_set
from ld.schema_org import lineage

_ADDRESS = re.compile(r"https?://|www\.|[\w.-]+@[\w-]+\.\w|(?<!\w)@\w|\w/\w|#|_")
_SITE = re.compile(r"\w\.(?:com|org|net|co|tv|news)\b|^[\w-]{3,}\.[a-z]{2,3}$", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|(?:Published|Updated|Posted|Last)\b.*$")
_SEPARATOR = re.compile(r"\s*(?:[;|•·\n]|\s[-–—/]\s|,\s*(?:and|und|et|y|e)\s|,|&|\s(?:and|und|et|y|with)\s)\s*")
_SUFFIX = re.compile(rf",\s*(?=(?:{'|'.join(GENERATIONS)}|MD|M\.D|Ph\.?D|JD|Esq)\b)", re.IGNORECASE)
_DEGREE = re.compile(r",?\s+(?:M\.?D|Ph\.?D|J\.?D|Esq|M\.?P\.?H|R\.?N|MBA|CFP|CPA|MS|RD)\.?(?=,|$)")
_HONORIFIC = re.compile(r"(?:Dr|Mr|Mrs|Ms|Prof|Professor)\.?\s+(?=\S+\s+\S)")
_WORDS_MOST = 6
_SHORT_FORM = 2
_LONGEST = 300
_LONGEST_NAME = 80
_ORGANIZATION = re.compile(
    r"""
    \b
    (?:associated[ ]press|administrator|admin|team|desk|staff|news|media|press|magazine|times|post|journal|editors?
      |newsroom|inc|llc|ltd|gmbh|wire|agency|agence|radio|tv|network|institute|university|foundation|association
      |council|committee|report|gazette|herald|tribune|chronicle|telegraph|courier|dispatch|observer|examiner
      |department|ministry|company|corporation|group|society|center|centre|guest|contributors?|editorial|board
      |reporters?|correspondents?|writers?|users?|redaktion|rédaction|redacción
    )
    \b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def people_of(text: str, outlets: frozenset[str]) -> Iterator[str]:
    """The names of people in *text*, a page's value for an author; *outlets* are folded names of the publisher.

    None for an organization, an address, or the publisher; nor for anyone introduced as having made the pictures,
    edited or translated ("Photos by …"), nor, if there are others, for somebody with such a job.
    """
    line = _by_at_start().sub("", _ASIDE.sub(_job_aside, text[:_LONGEST]).strip(), count=1)
    pieces = list(without_other_makers(_SEPARATOR.split(_SUFFIX.sub(" ", _DEGREE.sub("", line)))))
    pieces = [piece for piece in pieces if not names_other_job(piece)] if len(pieces) > 1 else pieces
    for piece in pieces:
        name = _name(piece, outlets)
        if name and (" " in name or pieces == [name]):
            yield name


def _job_aside(aside: re.Match[str]) -> str:
    """The part of an *aside* to keep: "(Illustrator)" shows that somebody did not write the text."""
    return f" {aside[0][1:-1]}" if names_other_job(aside[0]) else " "


def organization_of(text: str, kind: str) -> str | None:
    """The name of the organization in *text*, a page's value for an author; None if it is not one.

    It needs the type *kind* of an organization, or an agency's name: the bare name of an outlet mostly comes from a
    template.
    """
    name = " ".join(_by_at_start().sub("", text.strip(), count=1).split())
    if not any(character.isalpha() for character in name) or _ADDRESS.search(name) or len(name) > _LONGEST_NAME:
        return None
    is_agency = folded(name).removeprefix("the ") in phrase_set("agencies")
    return name if is_agency or "Organization" in lineage(kind) else None


def _name(piece: str, outlets: frozenset[str]) -> str | None:
    """The name of a person in *piece*, without the job before or after it; None if there is none."""
    if _ADDRESS.search(piece) or _SITE.search(piece):
        return None
    piece = _HONORIFIC.sub("", _by_at_start().sub("", piece.strip(" :,-–—"), count=1))
    name = _without_agency(" ".join(_without_jobs(piece.split())))
    plain = folded(name)
    if not name or len(name.split()) > _WORDS_MOST or plain in outlets or plain in phrase_set("agencies"):
        return None
    if _ORGANIZATION.search(name) or any(word in word_set("no-author-words") for word in plain.split()):
        return None
    if plain.startswith("the ") or not any(character.isalpha() for character in name):
        return None
    return None if any(character.isdigit() for character in name) else _without_stop(written(name))


def _without_stop(name: str) -> str:
    """*name* without a final full stop, unless it ends in an initial or an abbreviation."""
    last = name.rsplit(maxsplit=1)[-1]
    return name.rstrip(".") if len(last.rstrip(".")) > _SHORT_FORM and "." not in last[:-1] else name


def _without_agency(name: str) -> str:
    """*name* without the agency after it: "Jane Doe The Associated Press" is Jane Doe."""
    words = name.split()
    for start in range(1, len(words)):
        if " ".join(words[start:]).lower().removeprefix("the ") in phrase_set("agencies"):
            return " ".join(words[:start])
    return name


def _without_jobs(words: list[str]) -> list[str]:
    """*words* without jobs at either end: "Senior Reporter Jane Doe" is Jane Doe, and so is "Jane Doe Editor"."""
    jobs = word_set("job-words")
    while words and words[0].lower().strip(".,:") in jobs:
        words = words[1:]
    end = next((index for index, word in enumerate(words) if word.lower().strip(".,:") in jobs), len(words))
    return words[:end]


@cache
def _by_at_start() -> re.Pattern[str]:
    words = "|".join(sorted(phrases("byline-words"), key=len, reverse=True))
    return re.compile(
        rf"^\W{{0,3}}(?i:(?:view )?(?:all )?(?:posts|articles|stories|more) (?:by|from)|{words})\b\s*[:：—–-]?\s*(?=\S)"
    )
