"""Material of others that tests use in place: we may not distribute it, so a clone does not contain it.

``python tests/material.py`` prints the option that makes all of it mandatory, if there is any.
"""

import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (ROOT / ".material", ROOT.parent / "shared")
"""The folders to search: in the clone, where it is not versioned, and next to it."""
OPTION = "--with-corpora"


class Material(NamedTuple):
    """A file or folder of others: *what* it is, *where* in one of the FOLDERS, and *how* to get it."""

    what: str
    where: str
    how: str

    @property
    def path(self) -> Path:
        """Its path, or the path that it would have."""
        paths = [folder / self.where for folder in FOLDERS]
        return next(filter(Path.exists, paths), paths[0])

    @property
    def missing(self) -> str:
        """The message for tests without it; empty if it is there."""
        return (
            "" if self.path.exists() else f"{self.what} are not here: {self.how.format(path=f'.material/{self.where}')}"
        )


_A_COPY = "their publishers give the texts, not we; lay yours in {path}"
W3C_SUITE = Material(
    "the W3C's test cases of SHACL", "shacl-test-suite/core", "python tests/generate/w3c_shacl_suite.py fetches them"
)
W3C_SPARQL_SUITE = Material(
    "the W3C's test cases of SHACL-SPARQL",
    "shacl-test-suite/sparql",
    "python tests/generate/w3c_shacl_suite.py fetches them",
)
REAL_ARTICLE = Material("the words of a real article", "articles/unc-ministerial.txt", _A_COPY)
NEWS_PAGES = Material("a hundred real news pages", "eval/articles/aed", _A_COPY)
PASTED_PAGES = Material("real pages, pasted as text,", "eval/messy/messy.jsonl", _A_COPY)
NEWS_TEXTS = Material("real texts of news agencies", "eval/countries.jsonl", _A_COPY)
POLITICIANS = Material(
    "15,968 politicians of Wikidata", "eval/politicians.jsonl", "lay an extract of its items in {path}"
)
NINJS_SCHEMA = Material(
    "the IPTC's JSON Schema of ninjs",
    "iptc/ninjs-schema_3.1.json",
    "lay https://iptc.org/std/ninjs/ninjs-schema_3.1.json in {path}",
)
ALL = (W3C_SUITE, W3C_SPARQL_SUITE, REAL_ARTICLE, NEWS_PAGES, PASTED_PAGES, NEWS_TEXTS, POLITICIANS, NINJS_SCHEMA)

if __name__ == "__main__":
    sys.stdout.write(OPTION if any(not material.missing for material in ALL) else "")
