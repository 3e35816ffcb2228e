"""How correct the facts are, on real news with gold answers: ``python tests/benchmarks/evaluation.py FOLDER``.

FOLDER holds the gold files and their scorers; our predictions are written only to a temporary folder.
No text of the news enters the project: only the scorers' tables are printed.
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

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from kb.wikidata_dump import dump_lines

from ld.article import Article, Part, Stated
from ld.errors import InputError
from ld.extract import extract
from ld.extract.dates.find import find_dates
from ld.facts import Facts, Link
from ld.kb import Kb, bundled_kb, open_kb
from ld.kb.build import build_kb
from ld.link import link
from ld.read.text import read_text
from ld.text.reading import Reading
from ld.web.reading import read_page

Gold = dict[str, Any]
KNOWN: list[Kb] = []
"""The knowledge base of the run."""


def _article_figures(part: str) -> str:
    """A pattern for the figures of the scorer of articles, each after the number of articles that it is based on."""
    body, others = rf"\d+\s+{_NUMBER[1:-1]}\s+{_NUMBER[1:-1]}\s+{_NUMBER}", rf"\|\s+\d+\s+{_NUMBER}"
    authors = rf"\|\s+\d+\s+{_NUMBER[1:-1]}\s+{_NUMBER[1:-1]}\s+{_NUMBER}"
    return rf"## {part}.*?aed\s+\d+ \|\s+{body} {others}\s+{_NUMBER[1:-1]} {authors} {others}"


_NUMBER = r"(\d\.\d{3})"
_PRF = rf"(?:\s+\d+)+\s+{_NUMBER}\s+{_NUMBER}\s+{_NUMBER}"
FIGURES = (
    ("countries, plain names, aida_testc, strict: P / R / F1", rf"## countries\n.*?aida_testc{_PRF}"),
    ("countries, plain names, all, lenient: P / R / F1", rf"## countries --lenient\n.*?MICRO \(exhaustive\){_PRF}"),
    ("the same, document level: P / R / F1", rf"## countries --lenient\n.*?MICRO[^|]*\| {_NUMBER} {_NUMBER} {_NUMBER}"),
    ("countries, names and demonyms, aida_testc, lenient: P / R / F1", rf"## countries --kinds.*?aida_testc{_PRF}"),
    ("countries, names and demonyms, all, lenient: P / R / F1", rf"## countries --kinds.*?MICRO \(exhaustive\){_PRF}"),
    (
        "the same, where the gold has demonyms, too (aida_testc, meantime): P / R / F1",
        rf"## countries --kinds[^\n]*meantime\n.*?MICRO \(exhaustive\){_PRF}",
    ),
    ("people in the knowledge base: P / R / F1", rf"## people --kb.*?MICRO \(exhaustive\){_PRF}"),
    ("full names found: P / R / F1", rf"## full names.*?all\s+gold\s+\d+\s+P {_NUMBER} R {_NUMBER} F1 {_NUMBER}"),
    ("direct quotations, dev: P / R", rf"## quotations.*?quote P {_NUMBER} R {_NUMBER}"),
    ("mixed quotations, dev: R", rf"## quotations.*?recall on mixed {_NUMBER}"),
    ("named speakers, dev", rf"## quotations.*?name \d+/\d+ = {_NUMBER}"),
    (
        "indirect statements, dev: P / R / R with a verb of stating",
        rf"## claims.*?P {_NUMBER}  R {_NUMBER} of .*?, {_NUMBER} of",
    ),
    ("dates: F1", rf"## dates.*?F1 {_NUMBER}"),
    ("pages: body F1 / headline / authors F1 / date", _article_figures("pages")),
    ("pasted texts: body F1 / headline / authors F1 / date", _article_figures("texts")),
)
Predict = Callable[[Gold, Path], dict[str, Any]]


def main() -> None:
    """Predict for every gold file of the folder, and print its scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("only", nargs="*", help=f"some of {', '.join(PARTS)}")
    parser.add_argument(
        "--kb", type=Path, help="link people by this knowledge base (default: made of politicians.jsonl)"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        KNOWN.append(open_kb(options.kb or _politicians(options.folder / "politicians.jsonl", Path(made))))
        said = "".join(_scores(options))
    print(f"\n{_summary(said)}")


def _politicians(material: Path, folder: Path) -> Path:
    """A knowledge base of the people in *material*, made in *folder* through a dump like Wikidata's."""
    (folder / "dump.json").write_text("\n".join(dump_lines(_lines(material))) + "\n", encoding="utf-8")
    build_kb([folder / "dump.json"], folder / "politicians.kb")
    return folder / "politicians.kb"


def _scores(options: argparse.Namespace) -> Iterator[str]:
    """The output of the scorers, printed and returned, each part under its name."""
    for name, (gold, predict, scorer, *variants) in PARTS.items():
        if options.only and name not in options.only:
            continue
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as predicted:
            for answer in (_line(predict, line, options.folder) for line in _lines(options.folder / gold)):
                predicted.write(json.dumps(answer) + "\n")
            predicted.flush()
            for variant in variants or [()]:
                heading = f"\n## {name} {' '.join(variant)}".rstrip() + "\n"
                arguments = [str(options.folder / word) if "/" in word else word for word in variant]
                script = Path(__file__).with_name(scorer)
                script = script if script.exists() else options.folder / scorer
                command = [sys.executable, str(script), predicted.name, *arguments]
                said = heading + subprocess.run(command, check=True, capture_output=True, text=True).stdout
                print(said, end="", flush=True)
                yield said


def _summary(said: str) -> str:
    """The figures for comparing releases, found in the output *said*, as a table in Markdown."""
    inside = {name: pattern.replace(".*?", r"(?:(?!\n## ).)*?") for name, pattern in FIGURES}
    rows = [(name, found) for name, pattern in inside.items() if (found := re.search(pattern, said, re.DOTALL))]
    cells = (f"| {name} | {' / '.join(found.groups())} |" for name, found in rows)
    return "\n".join(("| measure | figure |", "| --- | --- |", *cells))


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


def claims(gold: Gold, _: Path) -> dict[str, Any]:
    facts = _facts(gold["text"], gold.get("date"))
    named = {entity.id: entity.name for entity in facts.entities}
    return {
        "claims": [
            {
                "pieces": [(piece.start, piece.end) for piece in claim.evidence],
                "speaker": " and ".join(named[who.entity] for who in claim.speakers) or claim.credit.value,
            }
            for claim in facts.claims
        ]
    }


def dates(gold: Gold, _: Path) -> dict[str, Any]:
    found = find_dates(Reading(gold["text"]), 0, len(gold["text"]), gold["dct"])
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
    """The facts of a text that is only the body of an article; its paragraphs are its lines."""
    parts = tuple(
        Part(kind="paragraph", start=line.start(), end=line.end(), source_start=line.start())
        for line in re.finditer(r"\S.*", text)
    )
    stated = {name: Stated(value=value, evidence=()) for name, value in (("headline", "-"), ("language", "en"))}
    published = Stated(value=date[:10], evidence=()) if date else None
    article = Article(text=text, parts=parts, date_published=published, **stated)
    return link(extract(article, bundled_kb()), *KNOWN)


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


_BOTH = ("--kinds", "name+demonym")
PARTS: dict[str, tuple[Any, ...]] = {
    "countries": (
        *("countries.jsonl", countries, "score_countries.py"),
        *((), ("--lenient",), (*_BOTH, "--lenient"), (*_BOTH, "--lenient", "--dataset", "aida_testc,meantime")),
    ),
    "people": ("people.jsonl", people, "score_people.py", (), ("--kb", "./politicians.jsonl")),
    "full names": ("people.jsonl", people, "score_full_names.py", ("./people.jsonl",)),
    "quotations": ("quotes/polnear.jsonl", quotations, "score_quotes.py", ("--split", "dev")),
    "claims": ("quotes/polnear.jsonl", claims, "score_claims.py", ("quotes/polnear.jsonl", "dev")),
    "dates": ("timex/timex.jsonl", dates, "score_timex.py"),
    "pages": ("articles/articles.jsonl", pages, "score_articles.py"),
    "texts": ("messy/messy.jsonl", texts, "score_articles.py", ("--gold", "messy/messy.jsonl")),
}

if __name__ == "__main__":
    main()
