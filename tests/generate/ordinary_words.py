"""Makes ``ld/text/data/ordinary_words.txt``: ``python tests/generate/ordinary_words.py TEXTS.jsonl.gz``.

TEXTS holds a document per line with its ``text``, ``licence`` and ``source``. A word is ordinary if it occurs in lower
case at least *LEAST* times in texts whose licence requires nothing but credit. The same texts give the same list.
"""

import collections
import gzip
import json
import re
import sys
from pathlib import Path

LEAST = 1
OUT = Path(__file__).parents[2] / "ld/text/data/ordinary_words.txt"
CREDIT = (
    '# Words that stand in small letters in English texts: as a name, such a word needs a sign beside it ("Apple").\n'
    "# Counted in WikiGold (CC BY 4.0), GUM's news, interviews, academic and court texts (CC BY), GMB and re3d.\n"
    "# Made by tests/generate/ordinary_words.py; not edited by hand.\n"
)


def main(texts: Path) -> None:
    """Count the words, and write the ordinary ones."""
    counts: collections.Counter[str] = collections.Counter()
    with gzip.open(texts, "rt", encoding="utf-8") as lines:
        for document in map(json.loads, lines):
            if "SA" not in document["licence"] and not document["source"].startswith("crossner"):
                counts.update(re.findall(r"(?<![\w'’.-])[a-z]{3,}(?![\w'’])", document["text"]))
    words = sorted(word for word, times in counts.items() if times >= LEAST)
    OUT.write_text(CREDIT + "\n".join(words) + "\n", encoding="utf-8")
    print(f"{len(words)} words")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
