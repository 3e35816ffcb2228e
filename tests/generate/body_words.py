"""Words in the names of bodies and places: ``python tests/generate/body_words.py > body_words.txt``.

They are in at least six names of the knowledge tables and are not names by themselves, so that they can be features
like the ordinary words of the language: "Institut", "Tribune", "Governorate".
"""

import csv
import re
from collections import Counter
from pathlib import Path

from ld.extract.entities.typer.knowledge import Knowledge
from ld.extract.entities.typer.word_facts import is_country, ordinary_words
from ld.kb.bundled import bundled_kb
from ld.text.lexicon import word_set

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
FEWEST = 6
HEAD = f"# Words that stand in the names of {FEWEST} bodies or places or more. Made by tests/generate/body_words.py."


def main() -> None:
    """Print the words, in order."""
    families = {row["label"].split()[-1].lower() for row in _rows("people")}
    names = [row["label"] for table in ("organizations", "places") for row in _rows(table)]
    words = Counter(
        word for name in names if " " in name for word in {part.strip(".,()").lower() for part in name.split()}
    )
    print(HEAD)
    for word, count in sorted(words.items()):
        if count >= FEWEST and _WORD.fullmatch(word) and word not in families and not _is_name(word):
            print(word)


_WORD = re.compile(r"[a-zà-ÿ]{3,}")


def _is_name(word: str) -> bool:
    """Whether *word* is ordinary already, or by itself names a person, a place or a country."""
    known, written = Knowledge(bundled_kb()), word.capitalize()
    return (
        word in ordinary_words()
        or is_country(word)
        or written in word_set("given_names")
        or known.is_family_name(written)
        or any(kind.startswith(("place", "person")) for kind in known.kinds(written))
    )


def _rows(table: str) -> list[dict[str, str]]:
    with (KNOWLEDGE / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


if __name__ == "__main__":
    main()
