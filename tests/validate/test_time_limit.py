"""Shapes in SPARQL have a time limit, and what is not checked in time is never called valid."""

import os
import subprocess
import sys
import time

import pytest

from ld.cli import main
from ld.errors import UncheckedError
from ld.terms import Iri, Literal
from ld.validate import load_shapes, validate_triples
from ld.validate.batch import check_files
from ld.validate.profiles import Choice
from ld.vocab import RDF, SCHEMA

PREFIXES = """
@prefix : <https://shapes.example/#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix schema: <http://schema.org/> .
"""
ALL_TRIPLES = " ".join(f"?s{n} ?p{n} ?o{n} ." for n in range(12))
SLOW = f"""{PREFIXES}
:Priced a sh:NodeShape ; sh:targetClass schema:Book ; sh:property [ sh:path schema:price ; sh:minCount 1 ] .
:Crossed a sh:NodeShape ; sh:targetClass schema:Book ;
    sh:sparql [ sh:message "No." ; sh:select "SELECT $this {{ {ALL_TRIPLES} FILTER(?s0 = 1) }}" ] .
"""
SLOW_LINE = 8
BACKTRACKING = f"""{PREFIXES}
:Named a sh:NodeShape ; sh:targetClass schema:Book ;
    sh:sparql [ sh:select "SELECT $this {{ $this schema:name ?n FILTER(REGEX(?n, \'^(a+)+$\')) }}" ; sh:prefixes : ] .
: sh:declare [ sh:prefix "schema" ; sh:namespace "http://schema.org/"^^<http://www.w3.org/2001/XMLSchema#anyURI> ] .
"""
QUICK = f"""{PREFIXES}
:S sh:targetClass schema:Book ; sh:sparql [ sh:message "No." ; sh:select "SELECT $this {{}}" ] ."""
BOOK = (Iri("https://books.example/1"), RDF.type, SCHEMA.Book)
MANY = [BOOK, *((BOOK[0], SCHEMA.name, Literal(str(number))) for number in range(12))]


@pytest.fixture
def shapes_file(tmp_path):
    def write(turtle):
        path = tmp_path / "shapes.ttl"
        path.write_text(turtle, encoding="utf-8")
        return path

    return write


@pytest.fixture
def books(tmp_path):
    """Five files, each with a book of many names."""
    names = ", ".join(f'"{"a" * 40}b{number}"' for number in range(12))
    paths = [tmp_path / f"book{number}.ttl" for number in range(5)]
    for path in paths:
        path.write_text(f"{PREFIXES} <https://books.example/1> a schema:Book ; schema:name {names} .", encoding="utf-8")
    return [str(path) for path in paths]


def test_a_query_that_takes_too_long_is_given_up_and_its_shape_and_line_are_named(shapes_file, books, capsys):
    shapes = shapes_file(SLOW)
    assert main(["validate", books[0], "--shapes", str(shapes), "--time-limit", "0.5"]) == 2
    said = capsys.readouterr().out
    assert f"{books[0]}: error: not checked: the shape Crossed ({shapes}:{SLOW_LINE}) took more than 0.5 s" in said
    assert "--time-limit" in said


def test_a_regular_expression_of_a_query_that_goes_on_for_ever_is_given_up_too(shapes_file, books, capsys):
    assert main(["validate", books[0], "--shapes", str(shapes_file(BACKTRACKING)), "--time-limit", "0.5"]) == 2
    assert "the shape Named" in capsys.readouterr().out


def test_what_was_given_up_is_an_error_in_every_report_and_never_valid(shapes_file, books, tmp_path):
    report = tmp_path / "report.xml"
    arguments = [books[0], "--shapes", str(shapes_file(SLOW)), "--time-limit", "0.5", "--format", f"junit:{report}"]
    assert main(["validate", *arguments, "--fail-on", "info"]) == 2
    assert "<error" in report.read_text(encoding="utf-8")


def test_after_three_files_that_took_too_long_the_others_are_not_even_tried(shapes_file, books):
    choice = Choice(shapes=(str(shapes_file(SLOW)),), seconds=0.2)
    errors = [file.error for file in check_files(books, choice, jobs=1)]
    assert ["took more than" in error for error in errors] == [True, True, True, False, False]
    assert all(error.startswith("not checked: ") for error in errors)


def test_a_file_after_one_that_took_too_long_is_checked(shapes_file, books, tmp_path):
    small = tmp_path / "small.ttl"
    small.write_text(f"{PREFIXES} <https://books.example/2> a schema:Person .", encoding="utf-8")
    slow, quick = check_files([books[0], str(small)], Choice(shapes=(str(shapes_file(SLOW)),), seconds=0.5), jobs=1)
    assert slow.error
    assert not quick.error
    assert [located.result.shape.partition("#")[2] for located in quick.results] != []


def test_processes_that_check_side_by_side_keep_the_limit_too(shapes_file, books):
    choice = Choice(shapes=(str(shapes_file(SLOW)),), seconds=0.2)
    assert all("not checked" in file.error for file in check_files(books[:2], choice, jobs=2))


def test_in_time_the_findings_are_those_without_a_limit(shapes_file):
    shapes = load_shapes([shapes_file(QUICK)])
    limited = validate_triples("urn:x", [BOOK], shapes, seconds=60)
    assert limited == validate_triples("urn:x", [BOOK], shapes)
    assert [result.message for result in limited.results] == ["No."]


def test_shapes_that_pyshacl_refuses_are_refused_within_a_limit_too(shapes_file):
    shapes = shapes_file(
        f"{PREFIXES} :S a sh:NodeShape ; sh:targetClass schema:Book ; sh:nodeKind sh:IRI, sh:Literal ."
    )
    with pytest.raises(Exception, match="cannot be used"):
        validate_triples("urn:x", [BOOK], load_shapes([shapes]), seconds=60)


def test_a_shape_without_an_iri_is_named_by_its_file(shapes_file):
    shapes = shapes_file(SLOW.replace(":Crossed a", "[] a").replace(":Priced", "[]"))
    with pytest.raises(UncheckedError, match=r"a shape without an IRI \(.*shapes.ttl\)"):
        validate_triples("urn:x", MANY, load_shapes([shapes]), seconds=0.2)


def is_there(session: int) -> bool:
    """Whether any process of *session* is left."""
    try:
        os.killpg(session, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_process_ends_with_the_one_that_started_it(shapes_file, books):
    command = [sys.executable, "-m", "ld", "validate", books[0], "--shapes", str(shapes_file(QUICK))]
    with subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL) as process:
        assert process.wait(30) == 1
    assert not is_there(process.pid)


def test_the_process_does_not_outlive_its_time_if_the_one_that_started_it_is_killed(shapes_file, books):
    shapes = str(shapes_file(BACKTRACKING))
    command = [sys.executable, "-m", "ld", "validate", books[0], "--shapes", shapes, "--time-limit", "2"]
    with subprocess.Popen(command, start_new_session=True) as process:
        time.sleep(1.5)
        process.kill()
    deadline = time.monotonic() + 20
    while is_there(process.pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not is_there(process.pid)


@pytest.mark.parametrize("limit", ["0", "-1", "nan", "1e99", "soon"])
def test_a_limit_that_is_no_time_is_refused(limit, books):
    with pytest.raises(SystemExit) as ended:
        main(["validate", books[0], f"--time-limit={limit}"])
    assert ended.value.code == 2
