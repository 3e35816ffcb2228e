"""The seeded faults that are found, and their places: by ours and by pySHACL's command line, on the same files.

``python tests/benchmarks/faults.py [SYNTAX…]`` (default: ttl) puts its table into docs/ci.md.
pySHACL gets the same shapes; a fault counts as found if its report names the shape, a place if it names a line.
"""

import csv
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from fault_corpus import FAULTS, Expected, Sample, samples  # noqa: E402 - found beside this folder

OWN = ROOT / "shapes"
KINDS = (
    "constraints of SHACL Core",
    "terms, classes and evidence that no shape reaches",
    "empty, relative, of another namespace, unknown context",
    "broken syntax",
    "valid twins",
)
SYNTAXES = {".ttl": "turtle", ".trig": "trig", ".nt": "nt", ".nq": "nquads", ".rdf": "xml", ".jsonld": "json-ld"}
UNREAD = {"unreadable", "block"}
GUARDED = {"term", "class", "position", "statement"}


class Case(NamedTuple):
    """A file on disk, its expected findings, and the options for each of the two validators."""

    kind: str
    path: Path
    expected: frozenset[Expected]
    ours: tuple[str, ...]
    theirs: tuple[str, ...]


def main(endings: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        cases = [*seeded(Path(folder), endings or ["ttl"]), *handwritten()]
        merged = Path(folder) / "own-shapes.ttl"
        merged.write_text("\n".join(path.read_text(encoding="utf-8") for path in sorted(OWN.glob("*.ttl"))), "utf-8")
        table: dict[str, Counter[str]] = {}
        with ThreadPoolExecutor(max_workers=4) as commands:
            for case, count in zip(cases, commands.map(partial(measured, merged=merged), cases), strict=True):
                table.setdefault(case.kind, Counter()).update(count)
    document = ROOT / "docs" / "ci.md"
    document.write_text(with_table(document.read_text(encoding="utf-8"), markdown(table)), encoding="utf-8")


def measured(case: Case, merged: Path) -> Counter[str]:
    count = Counter({"files": 1})
    ours(case, count)
    pyshacl(case, merged, count)
    return count


def seeded(folder: Path, endings: list[str]) -> Iterator[Case]:
    for sample in samples():
        path = folder / sample.name
        if path.suffix.removeprefix(".") in endings:
            path.write_text(sample.text, encoding="utf-8")
            yield Case(kind(sample), path, sample.expected, sample.options, sample.options[1:])


def kind(sample: Sample) -> str:
    if not sample.expected:
        return "valid twins"
    guarded = any(expected.code in GUARDED for expected in sample.expected)
    return KINDS[1 if guarded else 0]


def handwritten() -> Iterator[Case]:
    folder = FAULTS / "handwritten"
    found: dict[tuple[str, str], set[Expected]] = {}
    with (folder / "expected.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            expected = Expected(int(row["line"]), row["code"], row["severity"])
            found.setdefault((row["file"], row["profile"]), set()).add(expected)
    google = (str(OWN / "profiles" / "google" / "article.ttl"),)
    for (name, profile), expected in found.items():
        broken = any(one.code in UNREAD for one in expected) and "context" not in name
        core = profile == "google" and not any(one.severity != "warning" for one in expected)
        what = KINDS[3 if broken else 0 if core else 2]
        yield Case(what, folder / name, frozenset(expected), ("--profile", profile), google if core else ())
        if profile == "google" and (folder / f"valid.{name}").exists():
            yield Case("valid twins", folder / f"valid.{name}", frozenset(), ("--profile", profile), google)


def ours(case: Case, count: Counter[str]) -> None:
    command = [sys.executable, "-m", "ld", "validate", str(case.path), *case.ours, "--fail-on", "info"]
    done = subprocess.run([*command, "--format", "json"], capture_output=True, text=True, check=False)
    (file,) = json.loads(done.stdout)["files"]
    results = file.get("results", [])
    found = {(result["shape"].rpartition("#")[2], result["line"]) for result in results}
    if file.get("error"):
        line = re.match(r".*?:(\d+)", str(file["error"]).removeprefix(str(case.path.parent)))
        found = {("unreadable", int(line[1]) if line else 0)}
    tally("ours", case, {code for code, _ in found}, {(one.code, one.line) for one in case.expected} <= found, count)
    count[f"ours exit {done.returncode}"] += 1


def pyshacl(case: Case, merged: Path, count: Counter[str]) -> None:
    shapes = case.theirs or (str(merged),)
    syntax = ("-df", SYNTAXES[case.path.suffix]) if case.path.suffix in SYNTAXES else ()
    command = [str(Path(sys.executable).with_name("pyshacl")), "-s", *shapes, *syntax, str(case.path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    shown = {one.code for one in case.expected if re.search(rf"[#:]{re.escape(one.code)}\b", said)}
    if "Conforms:" not in done.stdout:
        shown |= UNREAD & {one.code for one in case.expected}
    lines = {one.line for one in case.expected if re.search(rf"\bline {one.line}\b", said)}
    tally("pyshacl", case, shown, bool(case.expected) and lines >= {one.line for one in case.expected}, count)
    count[f"pyshacl exit {done.returncode}"] += 1


def tally(who: str, case: Case, codes: set[str], placed: bool, count: Counter[str]) -> None:  # noqa: FBT001
    count[f"{who} found"] += {one.code for one in case.expected} <= codes
    count[f"{who} placed"] += placed and bool(case.expected)


def markdown(table: dict[str, Counter[str]]) -> str:
    columns = ("found by", "line given by", "exit codes of")
    head = f"| faults | files | {' | '.join(f'{c} {who}' for who in ('article-ld', 'pySHACL') for c in columns)} |"
    lines = [head, "| --- | --: | --: | --: | --- | --: | --: | --- |"]
    for name in KINDS:
        count = table.get(name, Counter())
        cells = [name, str(count["files"])]
        for who in ("ours", "pyshacl"):
            faulty = name != "valid twins"
            cells += [str(count[f"{who} found"]) if faulty else "–", str(count[f"{who} placed"]) if faulty else "–"]
            codes = sorted(key.removeprefix(f"{who} exit ") for key in count if key.startswith(f"{who} exit "))
            cells.append(", ".join(f"{code}: {count[f'{who} exit {code}']}" for code in codes))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def with_table(text: str, table: str) -> str:
    """*text* with *table* in place of the one below the heading on pySHACL."""
    before, heading, after = text.partition("## Beside pySHACL")
    return before + heading + re.sub(r"(?:^\|.*\n)+", lambda _: f"{table}\n", after, count=1, flags=re.MULTILINE)


if __name__ == "__main__":
    main(sys.argv[1:])
