"""Writes ``ld/extract/entities/countries/data/names_foreign.csv`` from babel, which has the names of Unicode's CLDR.

``python tests/generate/country_names_foreign.py``
"""

import csv
import io
from importlib.metadata import version
from pathlib import Path

from babel import Locale

DATA = Path(__file__).resolve().parents[2] / "ld/extract/entities/countries/data"
TARGET = DATA / "names_foreign.csv"
LANGUAGES = (
    *("ar", "bg", "cs", "da", "de", "el", "es", "fi", "fr", "he", "hu", "id", "it", "ja", "ko", "nb", "nl", "pl", "pt"),
    *("ro", "ru", "sv", "th", "tr", "uk", "vi", "zh"),
)
_VARIANTS = {"zh": ("zh", "zh_Hant"), "pt": ("pt", "pt_PT"), "es": ("es", "es_MX")}


def country_names() -> str:
    """The table: a row for each country of our names table, a column for each language, "|" between two names."""
    output = io.StringIO()
    print(f"# babel {version('babel')} (made by tests/generate/country_names_foreign.py, never edited)", file=output)
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(["iso2", *LANGUAGES])
    with (DATA / "names.csv").open(encoding="utf-8", newline="") as names:
        for row in csv.DictReader(names):
            writer.writerow([row["iso2"], *("|".join(_names(language, row["iso2"])) for language in LANGUAGES)])
    return output.getvalue()


def _names(language: str, code: str) -> list[str]:
    locales = (Locale.parse(name) for name in _VARIANTS.get(language, (language,)))
    return list(dict.fromkeys(locale.territories[code] for locale in locales if code in locale.territories))


if __name__ == "__main__":
    TARGET.write_text(country_names(), encoding="utf-8")
