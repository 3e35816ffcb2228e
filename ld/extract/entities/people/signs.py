"""Whether the context of a capitalised run shows that it names a person."""

import functools
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from ld.extract.entities.people.candidates import Run
from ld.extract.entities.typer.word_facts import word_facts
from ld.extract.phrases.titles import title_after, title_before
from ld.text.before import search_before, text_before
from ld.text.lexicon import CAPITALISED, any_of, word_set, words
from ld.text.reading import Reading


def introduced_names(text: Reading, runs: Sequence[Run], called: AbstractSet[str] = frozenset()) -> set[str]:
    """The names among *runs*, in the order of the text, that their context shows to be people's.

    Signs are a title, an honorific, an age or a party beside the full name; a verb of saying or "who" after it; a verb
    of saying beside the surname alone later on; a given name, where capitals mark names; and the surname of a person
    already found. *called* are surnames that name somebody by themselves; a surname
    that somebody found otherwise has shows no second person.
    """
    full = [run for run in runs if run.is_full]
    names = {run.name for run in full if _is_described(text, run)}
    things = {run.name for run in full if _is_thing(text, run)} - names
    doubtful = [run for run in full if run.name not in things]
    names |= {run.name for run in doubtful if _is_free(text, run) and _speaks(text, run)}
    names |= set(_speaking_with(text, doubtful))
    names |= {name for run in doubtful if (name := _with_given_name(text, run))}
    bearers = [run for run in doubtful if _may_be_short_of(text, run)]
    borne = {run.surname for run in bearers}
    short = [run for run in runs if not run.is_full and run.surname in borne]
    spoken_of = {run.surname: run.start for run in short if _is_spoken_of(text, run)}
    names |= {run.name for run in bearers if _WHO_FOLLOWS.match(text, run.end)}
    names |= {run.name for run in bearers if run.start < spoken_of.get(run.surname, 0)}
    surnames = {run.surname for run in full if run.name in names} - {""}
    kin = {run.name for run in bearers if run.surname in surnames}
    unborne = called - surnames
    kin |= {run.name for run in bearers if run.surname in unborne and not word_facts(run.name.split()[0]).is_ordinary}
    return names | {name for name in kin if name.partition(" ")[2] not in names}


_WHO_FOLLOWS = re.compile(r",\s+who(?:se)?\b")


def is_titled(text: Reading, run: Run) -> bool:
    """Whether a capitalised title that news uses with a surname alone directly precedes *run*: "President"."""
    title = title_before(text, run.start)
    if title is None or not text[title.start].isupper() or not run.surname:
        return False
    last = text[title.start : title.end].rsplit(None, 1)[-1].rpartition("-")[2]
    names_alone = not word_set("people/titles_before_surnames").isdisjoint((last, last.lower()))
    return names_alone and text[title.end : run.start].isspace()


def is_aged(text: Reading, run: Run) -> bool:
    """Whether an age directly follows *run*, as papers introduce people who withhold their family name."""
    return _BY_AGE.match(text, run.end) is not None


_BY_AGE = re.compile(r"\*?(?:,\s(?:\d{1,2}(?=,\s)|an?\s\d{1,2}-year-old\b)|\s\(\d{1,2}\))")


def _is_described(text: Reading, run: Run) -> bool:
    """Whether a title, an honorific, a description, an age or a party is beside *run*."""
    before = text_before(text, run.start, _LONGEST_WORD)
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
    return search_before(_APPOSED, text, run.start, _LONGEST_DESCRIPTION) is not None


_LONGEST_WORD = 20
_LONGEST_DESCRIPTION = 60
_ALSO_OF_COMPANIES = frozenset(("owner", "publisher"))
_DESCRIBED = re.compile(rf"(?<![\w-]) (?i:{any_of(*words('descriptors'))}) \s+\Z", re.VERBOSE)
_APPOSED = re.compile(
    rf"""(?: [’']s? | \b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) )
    \s+ (?:[\w-]+\s+){{0,3}} (?i:{any_of(*words("descriptors"))}) ,\s+\Z  # "the port's best-known pilot, "
    """,
    re.VERBOSE,
)
_HONORED = re.compile(
    rf"(?<!\w){any_of('Mr.', 'Mrs.', 'Ms.', 'Mr', 'Mrs', 'Ms', 'Dr.', 'Dr', 'Sir', 'Gen.', 'Col.')}\s+$"
)
_AGED = re.compile(r",\s+(?:aged\s+)?[1-9]\d(?:,|\.|\s+years?\b)")
_OF_PARTY = re.compile(r"(?:,\s+|\s+\()(?:R|D|I|DFL)[-–][A-Z][\w. ]{1,20}?[,.;)]")


def _is_thing(text: str, run: Run) -> bool:
    """Whether *run* is used unlike a person's name: "the NAME", "a NAME spokesman", "NAME shares"."""
    article = search_before(_ARTICLE, text, run.start, _LONGEST_WORD)
    return (
        (article is not None and text[run.end : run.end + 1] not in {"’", "'"})
        or _OF_COMPANIES.match(text, run.end) is not None
        or re.fullmatch(r"[A-Z]{3,}", run.name.split()[0]) is not None
    )


def is_company(text: str, run: Run) -> bool:
    """Whether *run* is used like a company or a ship: "the NAME", "NAME shares", "NAME analyst Lena Storm"."""
    return (
        search_before(_THE, text, run.start, _LONGEST_WORD) is not None
        or _OF_COMPANIES.match(text, run.end) is not None
        or _NAMES_A_POST_HOLDER.match(text, run.end) is not None
    )


_THE = re.compile(r"(?<!\w)[Tt]he\s+\Z")
_ARTICLE = re.compile(r"(?<!\w)(?:[Aa]n?|[Tt]he|[Aa]t)\s+(?:New\s+)?\Z")
_OF_COMPANIES = re.compile(
    r"""\s+ (?:
        shares? | stocks? | executives? | employees | customers | spokes\w+                # " shares"
      | Inc | Ltd | Corp | Co | LLC | plc                                                  # " Inc"
      | (?:and|&) \s+ (?: Associates | Bros | Brothers | Co | Company | Partners | Sons )  # " & Sons"
    ) \b""",
    re.VERBOSE,
)


def _is_free(text: str, run: Run) -> bool:
    """Whether *run* is not part of a longer phrase: neither after a preposition nor before a noun that it modifies."""
    depends = search_before(_DEPENDS, text, run.start, _LONGEST_WORD)
    return depends is None and _DESCRIBES.match(text, run.end) is None


_DEPENDS = re.compile(r"(?<!\w)(?:(?:of|for|at|by|from|than|in)|[A-Z]{2,},?)\s+\Z")
_DESCRIPTION = any_of(*words("phrases/post_titles"), *words("phrases/title_modifiers"), *words("descriptors"))
_DESCRIBES = re.compile(
    rf"""
      [’'] (?: s\b | \s )       # "’s"
    | \s+ {_DESCRIPTION} \s+ \w # " police officer Lena"
    """,
    re.VERBOSE,
)


def _speaks(text: str, run: Run) -> bool:
    """Whether *run* is the subject of a plain verb of saying."""
    return _says().match(text, run.end) is not None or search_before(_said(), text, run.start, 24) is not None


@functools.cache
def _says() -> re.Pattern[str]:
    verbs = any_of(*words("phrases/person_speech_verbs"))
    return re.compile(
        rf"(?: ,?\s+who )? (?: \s+ (?:also|later|further|has|had) )? \s+ {verbs} (?!\w)",
        re.VERBOSE,
    )


@functools.cache
def _said() -> re.Pattern[str]:
    return re.compile(rf"[,”\"’] \s+ {any_of(*words('phrases/person_speech_verbs'))} \s+\Z", re.VERBOSE)


def _speaking_with(text: str, runs: Sequence[Run]) -> Iterator[str]:
    """The first names of "NAME and NAME said"."""
    for run in runs:
        joined = _AND_NAME.match(text, run.end)
        if joined and _says().match(text, joined.end()):
            yield run.name


_AND_NAME = re.compile(rf"\s+and\s+ {CAPITALISED} (?: \s+{CAPITALISED} )+", re.VERBOSE)


def _with_given_name(text: Reading, run: Run) -> str:
    """The name in *run* that begins with a given name, or "" if none does, or all words of the line are capitalised.

    One word may precede it without being part of it: "Welshwoman Ada Quill", but in English, where ordinary words are
    known, not "Quillan Ada Marsh".
    """
    first, *others = run.name.split()
    if _is_given_name(first):
        name = run.name
    elif len(others) == _GIVEN_AND_FAMILY and _is_given_name(others[0]):
        is_english = text.article.language.value.startswith("en")
        name = run.name if is_english and not _is_word(first) else " ".join(others)
    else:
        return ""
    is_company = _NAMES_A_POST_HOLDER.match(text, run.end) is not None
    return "" if is_company or text.is_headline(run.start, run.end) else name


_GIVEN_AND_FAMILY = 2


_ENDINGS_OF_WORDS = (
    *("able", "ful", "less", "ous"),
    *("fighter", "grapher", "ian", "ist", "keeper", "maker", "man", "player", "woman", "worker", "writer"),
)


def _is_word(word: str) -> bool:
    """Whether *word* is an ordinary word rather than an unlisted given name."""
    facts = word_facts(word)
    is_known = facts.is_ordinary or bool(facts.country) or word in word_set("typer/peoples")
    return is_known or not word[1:].islower() or word.endswith(_ENDINGS_OF_WORDS)


def _is_given_name(word: str) -> bool:
    return word in word_set("given_names") or word.partition("-")[0] in word_set("given_names")


_NAMES_A_POST_HOLDER = re.compile(
    rf"\s+ (?i:{any_of(*words('phrases/post_titles'), *words('descriptors'))}) \s+ {CAPITALISED}", re.VERBOSE
)
"""What follows the name of a company: "Ada Quill analyst Lena Storm"."""


def _is_spoken_of(text: Reading, run: Run) -> bool:
    """Whether *run*, a surname alone, is the subject of a verb of saying, or has an honorific or a title."""
    honored = search_before(_HONORED, text, run.start, _LONGEST_WORD) is not None
    return honored or is_titled(text, run) or (_is_free(text, run) and _speaks(text, run))


def _may_be_short_of(text: Reading, run: Run) -> bool:
    """Whether *run* can be the full name of a person also called by the surname alone.

    It does not begin with a common word, and is not the field of a post, as in "Secretary for NAME".
    """
    parts = run.name.split()
    if len(parts) > _LONGEST_BEARER or _is_common_word(text, parts[0].lower()):
        return False
    preposition = search_before(_OF, text, run.start, _LONGEST_WORD)
    return preposition is None or title_before(text, preposition.start() + 1) is None


_LONGEST_BEARER = 3


def _is_common_word(text: Reading, word: str) -> bool:
    """Whether *word* is a verb of saying, or occurs in lower case as a separate word of *text*."""
    offsets = text.words.offsets({word})
    return word in word_set("phrases/speech_verbs") or any(_COMMON_WORD.match(text, offset) for offset in offsets)


_COMMON_WORD = re.compile(r"(?<![\w@#/.’'-])[a-z]+(?![\w@/’'-]|\.\w)")
_OF = re.compile(r"\s(?:of|for)\s+\Z")
