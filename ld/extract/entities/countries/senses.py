"""Other senses of words for a country: a language, a town, money, a part of the world, the word "us"."""

import functools
import re

from ld.facts import MentionKind
from ld.text.before import search_before, text_before
from ld.text.lexicon import any_of, word_set, words


def has_other_sense(text: str, start: int, end: int, kind: MentionKind, *, headline: bool) -> bool:
    """Whether the words mean a town, a region, a currency or a pronoun, or are part of the name of a work or a body."""
    before, after = text_before(text, start, _WINDOW), text[end : end + _WINDOW]
    return (
        is_namesake_town(text, end)
        or _is_region(text, start, end)
        or _is_currency(text, end, headline=headline)
        or (text[start:end] == "US" and _is_pronoun(before, after))
        or (not headline and _is_of_title(before, after))
        or is_ancient(text, start)
        or (kind == "demonym" and _is_called_after(text, end))
        or (kind == "demonym" and _is_subject_of_body(before, after))
    )


_WINDOW = 80


def _is_of_title(before: str, after: str) -> bool:
    """Whether the words open or end a title or a nickname in quotation marks: "Party in the NAME"."""
    if _OPENS_TITLE.search(before) and _TITLE_ENDS.match(after):
        return True
    title = _TITLE.search(before) if after[:2].lstrip(".,")[:1] in {"'", '"', "”"} else None
    return title is not None and any(word not in word_set("function_words") for word in title["words"].split())


_OPENS_TITLE = re.compile(r"['\"“](?:The |A )?$")
_TITLE_ENDS = re.compile(r"(?: (?:[A-Z][\w-]*|a|and|in|of|on|the))+['\"”](?!\w)")
_TITLE = re.compile(r"(?<!\w)['\"“](?P<words>[A-Z][\w-]* (?:(?:[A-Z][\w-]*|a|and|in|of|on|the) ){0,4})$")


def is_ancient(text: str, start: int) -> bool:
    """Whether a people or a realm of antiquity is meant: "the ancient Egyptians"."""
    return search_before(_ANCIENT, text, start, _WINDOW) is not None


_ANCIENT = re.compile(r"\b(?:[Aa]ncient|[Cc]lassical|Hellenistic|[Mm]ythical) $")


def _is_called_after(text: str, end: int) -> bool:
    """Whether a dish, a breed or the like follows that is only named after a country: "French toast"."""
    return _thing_called_after().match(text, end) is not None


@functools.cache
def _thing_called_after() -> re.Pattern[str]:
    """A thing directly after: " toast", " onion soup"; but those who trade in it belong to the country."""
    return re.compile(
        rf"""[ -] (?:[\w-]+[ ])? {any_of(*words("countries/called_after"))}
        (?! [\w-]
          | [ ](?: brands? | chains? | company | exports? | firms? | imports? | industry
              | makers? | market | producers? | sales )  # " waffle makers"
        )""",
        re.IGNORECASE | re.VERBOSE,
    )


def is_namesake_town(text: str, end: int) -> bool:
    """Whether a comma and a federal state follow: "Lebanon, Tennessee"; but not in a list: "Jordan, Georgia and"."""
    return _province().match(text, end) is not None


def _is_currency(text: str, end: int, *, headline: bool) -> bool:
    """Whether a unit of money follows: "Australian dollars", "Canadian Dollar Rises"."""
    following = _NEXT_WORD.match(text, end)
    word = following["word"] if following else ""
    return (word.lower() if headline else word) in word_set("countries/currency_units")


_NEXT_WORD = re.compile(r"[ -](?P<word>[^\W\d_]+)(?![\w-])")


def _is_region(text: str, start: int, end: int) -> bool:
    """Whether a word in lower case makes it a part of the world: "central America"."""
    return _region().search(text, max(0, start - _LONGEST_OPENER), end) is not None


_LONGEST_OPENER = 20


@functools.cache
def _region() -> re.Pattern[str]:
    """A part of the world, with its first word in lower case: "north America"."""
    return re.compile(rf"(?<![\w-]) {any_of(*words('countries/lower_openers'))} $", re.VERBOSE)


@functools.cache
def _province() -> re.Pattern[str]:
    """A federal state after a town: ", Tennessee"."""
    return re.compile(
        rf""",[ ]{any_of(*words("places/provinces"))} (?![\w-])
        (?! ,?[ ](?:and|or)\b )  # a list of countries: ", Georgia and Armenia"
        (?! ,[ ][A-Z] )          # ", Georgia, Armenia"
        """,
        re.VERBOSE,
    )


def is_language(text: str, start: int, end: int) -> bool:
    """Whether the adjective at *start* to *end* names a language: "Korean-language", "spoke French", "in German."."""
    if text[start:end] not in word_set("countries/languages"):
        return False
    before, after = text_before(text, start, _WINDOW), text[end : end + _WINDOW]
    return bool(_OF_LANGUAGE.match(after) or (_IN_LANGUAGE.search(before) and (not after or _NO_NOUN.match(after))))


_OF_LANGUAGE = re.compile(r"[- ](?:languages?|word|words|speaking|speakers?|dictionary|translation|subtitles)\b")
_IN_LANGUAGE = re.compile(
    r"""\b(?:
        [Ii]n | into | translated[ ]from                 # "in"
      | speaks? | spoken? | speaking | fluent             # "spoke"
      | learn(?:s|ed|ing)? | teach(?:es|ing)? | taught    # "taught"
    )\s
    (?: (?:both|broken|fluent|good|perfect)\s )?  # "in perfect"
    (?: [A-Z]\w+,?[ ] (?:and[ ]|or[ ])? ){0,3} $  # "speaks Danish, Finnish and"
    """,
    re.VERBOSE,
)
_NO_NOUN = re.compile(
    r"\n\Z|\s?[.,;:!?)”\"’]|\s(?:and|or|with|at|on|to|for|from|as|but|by|when|while|that|because|is|was)\b"
)


def _is_pronoun(before: str, after: str) -> bool:
    """Whether "US" is the word "us" in a line of capitals: "CONTACT US", "JOIN US TODAY", but not "THE US WAITS"."""
    line = before.rpartition("\n")[2] + after.partition("\n")[0]
    previous = _WORD_BEFORE.search(before)
    return previous is not None and line.isupper() and previous["word"] in word_set("countries/words_before_us")


_WORD_BEFORE = re.compile(r"(?P<word>[A-Z]+) $")


def _is_subject_of_body(before: str, after: str) -> bool:
    """Whether a body is named after its subject: "the Council on Danish-Arab Relations"."""
    body = _ON.search(before)
    return (
        body is not None
        and body["word"] in word_set("entities/organization_heads")
        and _SUBJECT.match(after) is not None
    )


_ON = re.compile(r"\b(?P<word>[A-Z][\w’-]*) on $")
_SUBJECT = re.compile(r"(?:-[A-Z][\w’]*)? [A-Z]")
