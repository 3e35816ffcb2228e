"""How right the facts are, on real news with gold answers: ``python tests/benchmarks/evaluation.py FOLDER``.

FOLDER holds the gold files and their scorers; what ours predicts is written beside neither, but to a temporary folder.
Nothing of the news enters the project: the scorers' tables are all that is printed.
"""

import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ld.article import Article, Part, Stated
from ld.errors import InputError
from ld.extract import extract
from ld.extract.dates import find_dates
from ld.facts import Facts, Link
from ld.kb import Kb, open_kb
from ld.link import link
from ld.read.text import read_text
from ld.web.reading import read_page

Gold = dict[str, Any]
KNOWN: list[Kb] = []
"""The knowledge base of the run, if one is given."""
Predict = Callable[[Gold, Path], dict[str, Any]]


def main() -> None:
    """Predict for every gold file of the folder, and print what its scorer says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("only", nargs="*", help=f"some of {', '.join(PARTS)}")
    parser.add_argument("--kb", type=Path, help="link people by this knowledge base too")
    options = parser.parse_args()
    if options.kb:
        KNOWN.append(open_kb(options.kb))
    for name, (gold, predict, scorer, *variants) in PARTS.items():
        if options.only and name not in options.only:
            continue
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as predicted:
            for answer in (_line(predict, line, options.folder) for line in _lines(options.folder / gold)):
                predicted.write(json.dumps(answer) + "\n")
            predicted.flush()
            for variant in variants or [()]:
                print(f"\n## {name} {' '.join(variant)}".rstrip(), flush=True)
                arguments = [str(options.folder / word) if "/" in word else word for word in variant]
                script = Path(__file__).with_name(scorer)
                script = script if script.exists() else options.folder / scorer
                command = [sys.executable, str(script), predicted.name, *arguments]
                subprocess.run(command, check=True)


def _lines(path: Path) -> Iterator[Gold]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _line(predict: Predict, gold: Gold, folder: Path) -> dict[str, Any]:
    return {"id": gold["id"], **predict(gold, folder)}


def countries(gold: Gold, _: Path) -> dict[str, Any]:
    return {"mentions": _mentions(gold, "country")}


def people(gold: Gold, _: Path) -> dict[str, Any]:
    return {"mentions": [mention | {"type": "person"} for mention in _mentions(gold, "person")]}


def quotations(gold: Gold, _: Path) -> dict[str, Any]:
    facts = _facts(gold["text"], gold.get("date"))
    named = {entity.id: entity.name for entity in facts.entities}
    quotes: list[dict[str, Any]] = []
    for quotation in facts.quotations:
        speaker: dict[str, Any] = {"speaker": " and ".join(named[who.entity] for who in quotation.speakers) or None}
        if quotation.credit:
            words = quotation.credit.evidence[0]
            speaker = {"speaker": words.exact, "speaker_start": words.start, "speaker_end": words.end}
        quotes += ({"quote_start": proof.start, "quote_end": proof.end, **speaker} for proof in quotation.evidence)
    return {"quotes": quotes}


def dates(gold: Gold, _: Path) -> dict[str, Any]:
    found = find_dates(gold["text"], 0, len(gold["text"]), gold["dct"])
    return {"timex": [{"start": date.start, "end": date.end, "value": date.value} for date in found]}


def pages(gold: Gold, folder: Path) -> dict[str, Any]:
    return _described(lambda: read_page(gzip.decompress((folder / "articles" / gold["html"]).read_bytes())))


def texts(gold: Gold, _: Path) -> dict[str, Any]:
    return _described(lambda: read_text(gold["text"]))


def _mentions(gold: Gold, kind: str) -> list[dict[str, Any]]:
    return [
        {"start": mention.start, "end": mention.end, "qid": entity.link.qid if isinstance(entity.link, Link) else None}
        for entity in _facts(gold["text"], gold.get("date")).of_kind(kind)
        for mention in entity.mentions
    ]


def _facts(text: str, date: str | None) -> Facts:
    """The facts of a text that is nothing but an article's body; its paragraphs are its lines."""
    parts = tuple(
        Part(kind="paragraph", start=line.start(), end=line.end(), source_start=line.start())
        for line in re.finditer(r"\S.*", text)
    )
    stated = {name: Stated(value=value, evidence=()) for name, value in (("headline", "-"), ("language", "en"))}
    published = Stated(value=date[:10], evidence=()) if date else None
    return link(extract(Article(text=text, parts=parts, date_published=published, **stated)), *KNOWN)


def _described(read: Callable[[], Article]) -> dict[str, Any]:
    try:
        article = read()
    except InputError:
        return {"headline": None, "authors": None, "date": None, "body": None}
    return {
        "headline": article.headline.value,
        "authors": [author.value for author in article.authors],
        "date": article.date_published.value if article.date_published else None,
        "body": "\n".join(article.text[part.start : part.end] for part in article.of_kind("paragraph")),
    }


PARTS: dict[str, tuple[Any, ...]] = {
    "countries": (
        *("countries.jsonl", countries, "score_countries.py"),
        *((), ("--lenient",), ("--kinds", "name+demonym", "--lenient")),
    ),
    "people": ("people.jsonl", people, "score_people.py", (), ("--kb", "./politicians.jsonl")),
    "full names": ("people.jsonl", people, "score_full_names.py", ("./people.jsonl",)),
    "quotations": ("quotes/polnear.jsonl", quotations, "score_quotes.py", ("--split", "dev")),
    "dates": ("timex/timex.jsonl", dates, "score_timex.py"),
    "pages": ("articles/articles.jsonl", pages, "score_articles.py"),
    "texts": ("messy/messy.jsonl", texts, "score_articles.py", ("--gold", "messy/messy.jsonl")),
}

if __name__ == "__main__":
    main()
