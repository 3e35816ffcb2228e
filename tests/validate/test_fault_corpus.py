"""Each seeded fault is found: in every syntax, on its line, under its code, with its severity. Nothing else is."""

import csv
import importlib.util
import re
from collections import Counter, defaultdict
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest
from fault_corpus import FAULTS, Expected, Sample, samples

from ld.validate.checked import CheckedFile
from ld.validate.checking import Checks, check_file
from ld.validate.profiles import Choice, checks_of

HANDWRITTEN = FAULTS / "handwritten"
SEEDED = {name: list(group) for name, group in groupby(samples(), key=lambda sample: sample.name.rpartition(".")[0])}


@cache
def checks(choice: Choice) -> Checks:
    return checks_of(choice)


def found(file: CheckedFile) -> set[Expected]:
    return {
        Expected(located.place.line, located.result.shape.rpartition("#")[2], located.result.severity.value)
        for located in file.results
    }


def by_file() -> dict[tuple[str, str], set[tuple[str, ...]]]:
    """What ``expected.csv`` says of each file under a profile: line, column, code, severity."""
    rows = defaultdict(set)
    with (HANDWRITTEN / "expected.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows[row["file"], row["profile"]].add((row["line"], row["column"], row["code"], row["severity"]))
    return rows


def test_there_are_more_than_enough_of_them():
    faulty = [sample for group in SEEDED.values() for sample in group if sample.expected]
    assert len(faulty) > 400
    assert len({sample.text for sample in faulty}) == len(faulty)


@pytest.mark.parametrize("name", SEEDED)
def test_a_seeded_fault_is_found_on_its_line_in_every_syntax(name, tmp_path):
    def result_of(sample: Sample) -> set[Expected]:
        path = tmp_path / sample.name
        path.write_text(sample.text, encoding="utf-8")
        return found(check_file(str(path), checks(Choice(shapes=sample.options[1:]))))

    assert {sample.name: result_of(sample) for sample in SEEDED[name]} == {
        sample.name: set(sample.expected) for sample in SEEDED[name]
    }


@pytest.mark.parametrize(("name", "profile"), by_file())
def test_a_fault_in_a_handwritten_file_is_found_at_its_line_and_column(name, profile, monkeypatch):
    monkeypatch.chdir(HANDWRITTEN)
    checked = check_file(name, checks(Choice(profiles=(profile,))))
    if checked.error:
        line = re.match(rf"{re.escape(name)}:(\d+): ", checked.error)[1]
        assert by_file()[name, profile] == {(line, "", "unreadable", "error")}
        assert checked.hint
    else:
        assert by_file()[name, profile] == {
            (str(place.line), str(place.column), result.shape.rpartition("#")[2], result.severity.value)
            for result, place in ((located.result, located.place) for located in checked.results)
        }


@pytest.mark.parametrize(
    ("name", "profile"), [(name, profile) for name, profile in by_file() if (HANDWRITTEN / f"valid.{name}").exists()]
)
def test_the_valid_twin_of_a_handwritten_file_passes(name, profile):
    checked = check_file(str(HANDWRITTEN / f"valid.{name}"), checks(Choice(profiles=(profile,))))
    assert (checked.error, checked.results) == ("", ())
    assert checked.focus_nodes


def test_every_handwritten_file_is_expected_to_give_something():
    files = {path.name for path in HANDWRITTEN.iterdir()} - {"expected.csv"}
    assert {name for name in files if not name.startswith("valid.")} == {name for name, _ in by_file()}


def test_no_message_speaks_of_a_blank_node_or_a_hash(monkeypatch):
    monkeypatch.chdir(HANDWRITTEN)
    for name, profile in by_file():
        for located in check_file(name, checks(Choice(profiles=(profile,)))).results:
            said = (located.result.node, located.result.value, located.result.message, located.result.words)
            assert not re.search(r"_:|(statement|annotation)-[0-9a-f]", " ".join(said))


def test_each_place_shows_the_line_that_it_names():
    for name in ("nested.ttl", "embedded.jsonld", "typed-nodes.rdf", "two-scripts.html"):
        path = HANDWRITTEN / name
        lines = Path(path).read_text(encoding="utf-8").splitlines()
        for located in check_file(str(path), checks(Choice(profiles=("google",)))).results:
            assert located.place.source == lines[located.place.line - 1]


def test_the_table_in_the_documents_counts_the_faults_that_there_are(tmp_path):
    root = Path(__file__).resolve().parents[2]
    path = root / "tests" / "benchmarks" / "faults.py"
    spec = importlib.util.spec_from_file_location("benchmark_of_faults", path)
    benchmark = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)
    cases = [*benchmark.seeded(tmp_path, ["ttl", "jsonld"]), *benchmark.handwritten()]
    text = (root / "docs" / "ci.md").read_text(encoding="utf-8")
    for kind, count in Counter(case.kind for case in cases).items():
        assert f"| {kind} | {count} |" in text
    assert "| constraints of SHACL Core | 0 |" in benchmark.with_table(text, benchmark.markdown({}))
