"""Whether the words beside a capitalised run say that it names a person."""

import re
from collections.abc import Sequence

from ld.extract.person_names import Run
from ld.extract.title_case import is_headline
from ld.extract.titles import title_after, title_before
from ld.extract.words import CAPITALISED, any_of, word_set, words


def introduced_names(text: str, runs: Sequence[Run]) -> set[str]:
    """The names of those of *runs* that some words show to be people's.

    A title, an honorific, an age or a party beside the full name shows it; so does a given name, where capitals tell
    names. All else is left to the weights.
    """
    full = [run for run in runs if run.is_full]
    names = {run.name for run in full if _is_described(text, run)}
    things = {run.name for run in full if _is_thing(text, run)}
    return names | {name for run in full if run.name not in things and (name := _with_given_name(text, run))}


def is_titled(text: str, run: Run) -> bool:
    """Whether a title that news puts before a surname alone stands right before *run*, capitalised: "President"."""
    title = title_before(text, run.start)
    if title is None or not text[title.start].isupper() or not run.surname:
        return False
    last = text[title.start : title.end].rsplit(None, 1)[-1].rpartition("-")[2]
    names_alone = not word_set("titles_before_surnames").isdisjoint((last, last.lower()))
    return names_alone and text[title.end : run.start].isspace()


def _is_described(text: str, run: Run) -> bool:
    """Whether a title, an honorific, a description, an age or a party stands beside *run*."""
    before = text[max(0, run.start - _LONGEST_WORD) : run.start]
    after = title_after(text, run.end)
    return (
        title_before(text, run.start) is not None
        or (after is not None and text[after.start : after.end].rsplit("-", 1)[-1].lower() not in _ALSO_OF_COMPANIES)
        or _DESCRIBED.search(before) is not None
        or (before.rstrip().endswith(",") and _is_apposed(text, run))
        or _HONORED.search(before) is not None
        or _AGED.match(text, run.end) is not None
        or _OF_PARTY.match(text, run.end) is not None
    )


def _is_apposed(text: str, run: Run) -> bool:
    return _APPOSED.search(text, max(0, run.start - _LONGEST_DESCRIPTION), run.start) is not None


_LONGEST_WORD = 20
_LONGEST_DESCRIPTION = 60
_ALSO_OF_COMPANIES = frozenset(("owner", "publisher"))
_DESCRIBED = re.compile(rf"(?<![\w-])(?i:{any_of(*words('descriptors'))})\s+\Z")
_APPOSED = re.compile(
    rf"(?:[’']s?|\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts))\s+(?:[\w-]+\s+){{0,3}}(?i:{any_of(*words('descriptors'))}),\s+\Z"
)
_HONORED = re.compile(
    rf"(?<!\w){any_of('Mr.', 'Mrs.', 'Ms.', 'Mr', 'Mrs', 'Ms', 'Dr.', 'Dr', 'Sir', 'Gen.', 'Col.')}\s+$"
)
_AGED = re.compile(r",\s+(?:aged\s+)?[1-9]\d(?:,|\.|\s+years?\b)")
_OF_PARTY = re.compile(r"(?:,\s+|\s+\()(?:R|D|I|DFL)[-–][A-Z][\w. ]{1,20}?[,.;)]")


def _is_thing(text: str, run: Run) -> bool:
    """Whether *run* stands as no name of a person does: "the NAME", "a NAME spokesman", "NAME shares"."""
    article = _ARTICLE.search(text, max(0, run.start - _LONGEST_WORD), run.start)
    return (
        (article is not None and text[run.end : run.end + 1] not in {"’", "'"})
        or _OF_COMPANIES.match(text, run.end) is not None
        or re.fullmatch(r"[A-Z]{3,}", run.name.split()[0]) is not None
    )


def is_company(text: str, run: Run) -> bool:
    """Whether *run* stands as the name of a company or a ship: "the NAME", "NAME shares", "NAME analyst Lena Storm"."""
    return (
        _THE.search(text, max(0, run.start - _LONGEST_WORD), run.start) is not None
        or _OF_COMPANIES.match(text, run.end) is not None
        or _NAMES_A_POST_HOLDER.match(text, run.end) is not None
    )


_THE = re.compile(r"(?<!\w)[Tt]he\s+\Z")
_ARTICLE = re.compile(r"(?<!\w)(?:[Aa]n?|[Tt]he|[Aa]t)\s+(?:New\s+)?\Z")
_OF_COMPANIES = re.compile(
    r"\s+(?:shares?|stocks?|executives?|employees|customers|spokes\w+|Inc|Ltd|Corp|Co|LLC|plc"
    r"|(?:and|&)\s+(?:Associates|Bros|Brothers|Co|Company|Partners|Sons))\b"
)


def _with_given_name(text: str, run: Run) -> str:
    """The name in *run* that begins with a given name, in a line in which not every word has a capital; else nothing.

    One word may stand before it: "Welshwoman Ada Quill".
    """
    first, *others = run.name.split()
    if _is_given_name(first):
        name = run.name
    elif len(others) == _GIVEN_AND_FAMILY and _is_given_name(others[0]):
        name = " ".join(others)
    else:
        return ""
    is_company = _NAMES_A_POST_HOLDER.match(text, run.end) is not None
    return "" if is_company or is_headline(text, run.start, run.end) else name


_GIVEN_AND_FAMILY = 2


def _is_given_name(word: str) -> bool:
    return word in word_set("given_names") or word.partition("-")[0] in word_set("given_names")


_NAMES_A_POST_HOLDER = re.compile(rf"\s+(?i:{any_of(*words('post_titles'), *words('descriptors'))})\s+{CAPITALISED}")
"""How the name of a company goes on: "Ada Quill analyst Lena Storm"."""
