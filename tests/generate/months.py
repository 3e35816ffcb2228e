"""Write the names of the months in ``ld/read/data/months.txt``, from Unicode's CLDR through babel.

Each language has a line of full names and one of short ones, if those are single words. A word that names another month
in another language is left out, as nothing in a line identifies the language.
"""

from collections import defaultdict
from pathlib import Path

from babel import Locale

TARGET = Path(__file__).resolve().parents[2] / "ld/read/data/months.txt"
LANGUAGES = (
    *("ar", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi"),
    *("hu", "id", "it", "nb", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk"),
)
OTHERS = (
    "jan feb mar apr may june july aug sept oct nov dec",
    "jänner februar mär april mai juni juli august sept okt nov dez",
)
"""Other short names in newspapers: AP's, and those of Austria."""
EVERYDAY = frozenset(("gen", "led", "lip", "mag", "out", "pro", "set", "sty", "tem"))
"""Short names that occur next to numbers in English pages for other reasons: "15 Pro 2024"."""
ATTACHED = {"he": "ב"}
"""Prefixes that are written together with the month in a date: "in"."""
MISSING = "-"


def lines_of(language: str) -> list[list[str]]:
    """The names of the twelve months, in each form that they have."""
    months = Locale.parse(language).months
    forms = [months[context][width] for context in ("format", "stand-alone") for width in ("wide", "abbreviated")]
    names = [[form[number].rstrip(".").lower() for number in range(1, 13)] for form in forms]
    attached = ATTACHED.get(language)
    return names + [[attached + word for word in form] for form in names if attached]


def main() -> None:
    """Write the file."""
    lines = [line for language in LANGUAGES for line in lines_of(language)] + [other.split() for other in OTHERS]
    meanings = defaultdict(set)
    for line in lines:
        for number, word in enumerate(line):
            meanings[word].add(number)
    kept = [
        " ".join(
            word if len(meanings[word]) == 1 and word not in EVERYDAY and not set(word) & set(" .\u200c") else MISSING
            for word in line
        )
        for line in lines
    ]
    wanted = [line for line in dict.fromkeys(kept) if set(line.split()) != {MISSING}]
    heading = (
        f"// Names of the months and their abbreviations, January to December, of {len(LANGUAGES)} languages (CLDR); "
        f"{MISSING}: left out."
    )
    TARGET.write_text("\n".join([heading, *wanted]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
