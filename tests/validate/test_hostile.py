"""Files that nobody meant to be checked, or that are meant to break the check: refused or checked, never a crash."""

import os
import sys
from pathlib import Path

import pytest

from ld.cli import main
from ld.validate.batch import check_files
from ld.validate.profiles import Choice

S = "@prefix schema: <http://schema.org/> .\n"
NODE = '{"@context": "https://schema.org", "@id": "https://x.example/#a", "@type": "Thing", "nam": '
XML = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://schema.org/">'
ENTITIES = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DEEP = 3000
HUGE = "a" * 17_000_000
PREFIXES = " ".join(f'xmlns:p{n}="x:{n}"' for n in range(1001))
ELEMENT = "<s:Thing><s:about>"


@pytest.fixture
def check(tmp_path):
    """What the check says of a file with this name and content: its error, and the code and line of each result."""

    def said(name: str, content: str | bytes) -> tuple[str, set[tuple[str, int]]]:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        (file,) = check_files([str(path)], Choice(profiles=("schema-org",)))
        error = file.error.removeprefix(str(path))
        return error, {(located.result.shape.rpartition("#")[2], located.place.line) for located in file.results}

    return said


@pytest.mark.parametrize("ending", ["ttl", "trig", "nt", "nq", "rdf", "json", "html"])
def test_an_empty_file_is_never_valid(check, ending):
    for content in ("", "\n \n", b"\xef\xbb\xbf"):
        assert check(f"a.{ending}", content) == ("", {("empty", 1)})


@pytest.mark.parametrize("ending", ["ttl", "rdf", "jsonld", "html", "facts.json"])
def test_what_is_no_utf_8_is_refused_with_its_line(check, ending):
    assert check(f"a.{ending}", f"{S}\n".encode("utf-16"))[0] == ":1: is not UTF-8"
    assert check(f"a.{ending}", b"\n\n\xff")[0] == ":3: is not UTF-8"


@pytest.mark.parametrize("text", [f"{S}<x:a> schema:nam 1 .\n", f"\ufeff{S}<x:a> schema:nam 1 .\n"])
def test_line_ends_and_byte_order_marks_move_no_line(check, text):
    for content in (text, text.replace("\n", "\r\n")):
        assert ("term", 2) in check("a.ttl", content)[1]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("number.jsonld", NODE + "9" * 5000 + "}", ":1: invalid JSON: a number has 5000 digits"),
        ("arrays.jsonld", "[" * 100_000, "nested too deeply"),
        ("nodes.jsonld", NODE + '{"nam": ' * DEEP + "1" + "}" * DEEP + "}", "nested too deeply"),
        ("surrogate.jsonld", NODE + '"\\ud800"}', ":1: invalid JSON: \\ud800 is half of a character"),
        ("nan.jsonld", NODE + "NaN}", ":1: invalid JSON: NaN is no number"),
        ("deep.rdf", f"{XML}{ELEMENT * 2501}", "nested more than 5,000 deep"),
        ("deep.rdf", XML + ELEMENT * 50_000 + "<s:Thing/>", "nested more than 5,000 deep"),
        ("prefixes.rdf", f"{XML}<s:Thing {PREFIXES}/></rdf:RDF>", "1,000 prefixes"),
        ("literal.ttl", f'<x:a> <x:b> "{HUGE}" .', "a term of more than 16 MB"),
        ("literal.trig", f'<x:a> <x:b> "{HUGE}" .', "a term of more than 16 MB"),
        ("literal.nt", f'<x:a> <x:b> "{HUGE}" .', "a term of more than 16 MB"),
        ("literal.nq", f'<x:a> <x:b> "{HUGE}" .', "a term of more than 16 MB"),
        ("iri.nt", f"<x:{HUGE}> <x:b> <x:c> .", "a term of more than 16 MB"),
        ("literal.jsonld", f'{{"@context": {{"@vocab": "x:"}}, "a": "{HUGE}"}}', "a term of more than 16 MB"),
        ("iri.ttl", "<http://[> <x:b> 1 .", ":1: invalid Turtle"),
        ("zero.rdf", "\0" * 100_000, "invalid RDF/XML"),
        ("lol.rdf", f'<!DOCTYPE r [<!ENTITY l0 "lol">{ENTITIES}]>{XML}&l9;</rdf:RDF>', "amplification"),
        ("a.facts.json", '{"version": 1, "article": ' + "[" * DEEP + "]" * DEEP + "}", "Expected `object`"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_short_message(check, name, content, words):
    error, results = check(name, content)
    assert words in error
    assert len(error) < 300
    assert results == set()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("blank.ttl", f"{S}<x:a> schema:nam {'[ schema:nam ' * DEEP}1{']' * DEEP} ."),
        ("list.ttl", f"{S}<x:a> schema:nam {'(' * DEEP}1{')' * DEEP} ."),
        ("long.ttl", f'{S}<x:a> schema:nam "{"a" * 100_000}" .'),
        ("node.jsonld", "\n" + NODE + '{"nam": ' * 200 + "1" + "}" * 200 + "}"),
        ("array.jsonld", "\n" + NODE + "[" * 400 + '"x"' + "]" * 400 + "}"),
        ("xml.rdf", f"{XML}\n{'<s:Thing><s:nam>' * 500}{'</s:nam></s:Thing>' * 500}</rdf:RDF>"),
    ],
)
def test_deep_and_long_ones_are_checked(check, name, content):
    error, results = check(name, content)
    assert error == ""
    assert ("term", 2) in results


def test_the_other_files_are_checked_beside_one_with_a_term_that_is_too_long(tmp_path, capsys):
    (tmp_path / "long.ttl").write_text(f'<x:a> <x:b> "{HUGE}" .')
    (tmp_path / "other.ttl").write_text(f"{S}<x:a> schema:nam 1 .\n")
    assert main(["validate", str(tmp_path)]) == 2
    said = capsys.readouterr()
    assert "long.ttl: error: holds a term" in said.out + said.err
    assert "other.ttl:2:" in said.out + said.err


def test_a_long_line_is_not_repeated_with_each_of_its_results(tmp_path):
    path = tmp_path / "a.ttl"
    path.write_text(S + "".join(f"<x:{number}> schema:nam 1 . " for number in range(1000)), encoding="utf-8")
    (file,) = check_files([str(path)], Choice())
    assert len(file.results) > 1000
    assert sum(len(located.place.source) for located in file.results) < len(S) * 10


@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows does not allow")
@pytest.mark.parametrize(
    "name", ["new\nline.ttl", "50%41.ttl", "a:1:2.ttl", "[a]*.ttl", "esc\x1b[31m.ttl", "\udcff.ttl"]
)
def test_any_name_is_told_in_every_format(name, tmp_path, capsys):
    (tmp_path / name).write_text(f"{S}<x:a> schema:nam 1 .\nbroken", encoding="utf-8")
    for report in ("text", "json", "sarif", "junit", "github", "gitlab", "turtle", "html", "markdown", "jsonl"):
        assert main(["validate", str(tmp_path / name), "--format", report]) == 2
        said = capsys.readouterr()
        assert said.err == ""
        assert "\x1b" not in said.out


def test_links_that_lead_in_a_circle_or_nowhere_are_named_and_the_rest_is_checked(tmp_path, capsys):
    (tmp_path / "sound.ttl").write_text(f"{S}<https://x.example/#a> a schema:Article .\n", encoding="utf-8")
    (tmp_path / "up").symlink_to("..")
    (tmp_path / "self.ttl").symlink_to("self.ttl")
    (tmp_path / "gone.ttl").symlink_to("nowhere")
    assert main(["validate", str(tmp_path), "--profile", "google"]) == 2
    said = capsys.readouterr().out
    assert "3 files, 1 article" in said
    assert "self.ttl: error: cannot be read" in said
    assert "gone.ttl: error: no such file" in said


@pytest.mark.parametrize("closed", ["", "inner"])
def test_a_folder_that_may_not_be_read_is_refused_wherever_it_stands(closed, tmp_path, monkeypatch, capsys):
    (tmp_path / "inner").mkdir()
    (tmp_path / "sound.ttl").write_text(f"{S}<https://x.example/#a> a schema:Article .\n", encoding="utf-8")
    scandir = os.scandir

    def guarded(path):
        if Path(path) == tmp_path / closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert main(["validate", str(tmp_path), "--profile", "google"]) == 2
    assert f"{tmp_path / closed}: cannot be read: Permission denied" in capsys.readouterr().err


def test_a_file_that_may_not_be_read_is_an_error(tmp_path, monkeypatch, capsys):
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert main(["validate", str(tmp_path / "a.ttl")]) == 2
    assert "a.ttl: error: cannot be read: Permission denied" in capsys.readouterr().out
