"""The faults found in broken rich results in each kind of markup: by ours and schemaorg-validate, on the same files.

``python tests/benchmarks/rich_results.py PATH-OF-SCHEMAORG-VALIDATE`` puts its table into docs/ci.md. A fault is found
if an error or a warning names the property that was dropped or changed; for a valid twin there must be none.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from rich_results import WRITERS, Sample, broken_samples, rows, valid_samples  # noqa: E402 - found beside this folder

from ld.validate.checking import check_file  # noqa: E402
from ld.validate.profiles import Choice, checks_of  # noqa: E402

WAYS = {"jsonld.html": "JSON-LD in pages", "microdata.html": "microdata", "rdfa.html": "RDFa"}


def main(theirs: str) -> None:
    count: Counter[tuple[str, str]] = Counter()
    checks = checks_of(Choice(profiles=("google",)))
    properties = {(row["example"], row["code"]): _last_words(row["path"]) for row in rows()}
    with tempfile.TemporaryDirectory() as folder:
        for sample in (*broken_samples(), *valid_samples()):
            way = next(way for way in WRITERS if sample.name.endswith(f".{way}"))
            if way not in WAYS:
                continue
            path = Path(folder) / sample.name
            path.write_text(sample.text, encoding="utf-8")
            kind = "broken" if sample.expected else "valid"
            count[way, kind] += 1
            found = {
                (each.place.line, each.result.shape.rpartition("#")[2])
                for each in check_file(str(path), checks).results
            }
            count[way, f"ours {kind}"] += found == {(one.line, one.code) for one in sample.expected}
            said = _diagnostics(theirs, path)
            count[way, f"theirs {kind}"] += (
                any(word in said for word in _properties(sample, properties)) if sample.expected else not said
            )
    document = ROOT / "docs" / "ci.md"
    document.write_text(with_table(document.read_text(encoding="utf-8"), markdown(count)), encoding="utf-8")


def _properties(sample: Sample, properties: dict[tuple[str, str], set[str]]) -> set[str]:
    name = sample.name.partition(".")[0]
    return set().union(*(properties[name, one.code] for one in sample.expected))


def _last_words(path: str) -> set[str]:
    return {one.rpartition(".")[2] for one in path.split()}


def _diagnostics(command: str, path: Path) -> set[str]:
    """The properties named in errors and warnings of schemaorg-validate."""
    done = subprocess.run(
        [command, "--file", str(path), "--format", "json"], capture_output=True, text=True, check=False
    )
    document = json.loads(done.stdout)
    told = [*document["profile"]["diagnostics"], *document["vocabulary"]["diagnostics"]]
    return {
        word
        for each in told
        if each["severity"] in {"Error", "Warning"}
        for word in re.findall(r"[\w-]+", str(each.get("path", "")))
    }


def markdown(count: Counter[tuple[str, str]]) -> str:
    columns = ("found exactly by article-ld", "named by schemaorg-validate")
    passed = ("passed by article-ld", "passed by schemaorg-validate")
    lines = [f"| {' | '.join(('way of markup', 'faults', *columns, 'valid twins', *passed))} |"]
    lines.append("| --- | --: | --: | --: | --: | --: | --: |")
    for way, name in WAYS.items():
        cells = ("broken", "ours broken", "theirs broken", "valid", "ours valid", "theirs valid")
        lines.append(f"| {name} | {' | '.join(str(count[way, cell]) for cell in cells)} |")
    return "\n".join(lines)


def with_table(text: str, table: str) -> str:
    """*text* with *table* in place of the one below the heading on schemaorg-validate."""
    before, heading, after = text.partition("## Beside schemaorg-validate")
    return before + heading + re.sub(r"(?:^\|.*\n)+", lambda _: f"{table}\n", after, count=1, flags=re.MULTILINE)


if __name__ == "__main__":
    main(sys.argv[1])
