"""Countries named in texts in languages other than English, by their names in Unicode's CLDR."""

import functools
import re
from collections import Counter
from collections.abc import Sequence

from ld.extract.entities.countries.find import CountryMention
from ld.facts import Mention
from ld.text.lexicon import table
from ld.text.reading import Reading, once

_UNSPACED = frozenset(("ja", "th", "zh"))
_BEFORE = {"ar": r"(?<!\w)[وبفكل]?", "he": r"(?<!\w)[ובלמהש]?", "ko": "(?<![가-힣])"}
_AFTER = {"de": r"s?(?!\w)", "ko": ""}
_CASES = {"de": (re.compile(r"e(?= )"), "e[nr]?")}


def is_known(language: str) -> bool:
    """Whether names of countries in *language*, a BCP 47 tag, are known here; English has a table of its own."""
    return _primary(language) in _names()


@once
def find_foreign_countries(text: Reading, language: str) -> tuple[CountryMention, ...]:
    """The mentions of countries in *text*, written in *language*, in order; of overlapping names, the longest counts.

    Names are recognised in their dictionary form, and with the few endings and particles that leave no doubt.
    Raises KeyError if the language is not known. Cached, since other rules ask for those of the same text again.
    """
    pattern, codes = _reader(_primary(language))
    return tuple(
        CountryMention(Mention.of(text, match.start(group), match.end(group)), code)
        for match in pattern.finditer(text)
        for group, code in ((match.lastgroup or "", codes[match.lastgroup or ""]),)
    )


@functools.cache
def _reader(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern of the names of countries in *language*, and the country's code for each of its groups."""
    names = sorted(_names()[language], key=lambda name: (-len(name), name))
    groups = {f"n{number}": name for number, name in enumerate(names)}
    before, after = ("", "") if language in _UNSPACED else (r"(?<!\w)", r"(?!\w)")
    written = "|".join(f"(?P<{group}>{_forms(name, language)})" for group, name in groups.items())
    pattern = f"{_BEFORE.get(language, before)}(?:{written}){_AFTER.get(language, after)}"
    return re.compile(pattern), {group: _names()[language][name] for group, name in groups.items()}


def _forms(name: str, language: str) -> str:
    """*name* as a pattern; in German its adjectives are inflected: "den Vereinigten Staaten"."""
    pattern = re.escape(name).replace(r"\ ", " ")
    letters, case = _CASES.get(language, (None, ""))
    return letters.sub(case, pattern) if letters else pattern


@functools.cache
def _names() -> dict[str, dict[str, str]]:
    """For each language, the codes (ISO 3166-1 alpha-2) of the names of countries, without names shared by two."""
    rows = table("countries/names_foreign")
    languages = [column for column in rows[0] if column != "iso2"]
    return {language: _of_one(language, rows) for language in languages}


def _of_one(language: str, rows: Sequence[dict[str, str]]) -> dict[str, str]:
    named = [(name, row["iso2"]) for row in rows for name in row[language].split("|") if name]
    times = Counter(name for name, _ in named)
    return {name: code for name, code in named if times[name] == 1}


def _primary(language: str) -> str:
    return language.partition("-")[0]
