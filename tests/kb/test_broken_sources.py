"""Tables, dumps and knowledge bases that are broken: a line is counted, a file is named."""

import gzip
import json
import random

import pytest

from ld.cli import main
from ld.errors import InputError, OutputError
from ld.kb import open_kb
from ld.kb.build import build_kb
from ld.kb.contents import all_items

GOOD = b"qid,label,kind\nQ999999901,Ada Quill,person\n"
SPOILT_ROWS = {
    "a field beyond the limit": b"Q999999902," + b"a" * 150_000 + b",person\n",
    "bytes that are not UTF-8": b"Q999999902,\xff\xfe,person\n",
    "too few cells": b"Q999999902\n",
    "a number too large": b"Q" + b"9" * 30 + b",Bo Hart,person\n",
    "a number of 19 digits": b"Q9999999999999999999,Bo Hart,person\n",
    "no number": b"Quill,Bo Hart,person\n",
    "an unknown kind": b"Q999999902,Bo Hart,ghost\n",
    "a quotation mark that stays open": b'Q999999902,"Bo Hart,person\n',
}
DEEP = b"[" * 50_000 + b"]" * 50_000
SPOILT_LINES = {
    "deep claims": b'{"id": "Q7", "claims": ' + b'{"a":' * 50_000 + b"1" + b"}" * 50_000 + b"}",
    "deep nothing": DEEP,
    "half a line": b'{"id": "Q7", "labels": {"en"',
    "half a surrogate pair": rb'{"id": "Q7", "labels": {"en": {"value": "\ud800"}}}',
    "a number for a name": b'{"id": "Q7", "labels": {"en": {"value": 5}}}',
    "bytes that are not UTF-8": b'{"id": "Q7", "labels": {"en": {"value": "\xff"}}}',
    "an endless number": b'{"id": "Q7", "claims": {"P31": ' + b"9" * 5000 + b"}}",
}


@pytest.mark.parametrize("row", SPOILT_ROWS.values(), ids=SPOILT_ROWS)
def test_a_broken_row_is_counted_and_named_and_the_others_are_kept(tmp_path, row):
    table = tmp_path / "rows.csv"
    table.write_bytes(GOOD + row + b"Q999999903,Cy Marsh,person\n")
    outcome = build_kb([table], tmp_path / "desk.kb")
    assert (outcome.kept, outcome.left_out["broken"]) == ((2,), 1)
    assert outcome.broken[0].startswith("rows.csv: line 3: ")


@pytest.mark.parametrize("line", SPOILT_LINES.values(), ids=SPOILT_LINES)
@pytest.mark.parametrize("ending", [".json", ".jsonl"])
def test_a_broken_line_ends_no_run(tmp_path, line, ending):
    good = (
        {"id": "Q2", "labels": {"en": {"value": "Norway"}}, "sitelinks": {wiki: {} for wiki in "abcdefgh"}}
        | {"claims": {"P31": [{"mainsnak": {"snaktype": "value", "datavalue": {"value": {"id": "Q6256"}}}}]}}
        if ending == ".json"
        else {"qid": "Q2", "label": "Norway", "kind": "country"}
    )
    source = tmp_path / f"lines{ending}"
    source.write_bytes(line + b"\n" + json.dumps(good).encode() + b"\n")
    outcome = build_kb([source], tmp_path / "desk.kb")
    assert (outcome.kept, outcome.left_out["broken"]) == ((1,), 1)
    assert outcome.broken[0].startswith(f"lines{ending}: line 1: ")


@pytest.mark.parametrize("redirect", [{"entity": "L7", "redirect": "L8"}, {"redirects": {"from": "Q7", "to": "Quay"}}])
def test_a_redirect_between_what_are_no_items_is_left_out(tmp_path, redirect):
    source, table = tmp_path / "lines.json", tmp_path / "rows.csv"
    source.write_text(json.dumps(redirect) + "\n", encoding="utf-8")
    table.write_bytes(GOOD)
    assert build_kb([source, table], tmp_path / "desk.kb").left_out == {"no item": 1}


def test_a_row_with_more_sitelinks_than_there_are_wikis_is_broken(tmp_path):
    table = tmp_path / "rows.jsonl"
    rows = [{"qid": "Q2", "label": "A", "sitelinks": 10**30}, {"qid": "Q3", "label": "B", "sitelinks": -1}]
    table.write_text("".join(json.dumps(row) + "\n" for row in (*rows, {"qid": "Q4", "label": "C"})), encoding="utf-8")
    assert build_kb([table], tmp_path / "desk.kb").left_out["broken"] == 2


def test_where_every_line_is_broken_the_first_is_named(tmp_path, capsys):
    (tmp_path / "rows.csv").write_bytes(b"qid,label\n" + b"Q1\n" * 3)
    assert main(["kb", "build", str(tmp_path / "rows.csv"), "-o", str(tmp_path / "desk.kb")]) == 2
    assert "rows.csv: line 2: 1 cells, but the header has 2, and 2 more lines" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("rows.csv", "qid,label\nQ1,a\n".encode("utf-16"), "is not UTF-8"),
        ("rows.csv", b"q" * 200_000 + b"\n", "line 1: field larger than field limit"),
        ("rows.csv", b"", "the columns label and qid, or label and iri, are needed"),
        ("dump.json.gz", gzip.compress(b"{}\n" * 5000)[:-20], "cannot be read"),
        ("dump.json.gz", gzip.compress(random.Random(1).randbytes(5000))[:300] + b"\xff" * 300, "cannot be read"),
        ("dump.json.gz", b"no gzip", "cannot be read"),
        ("dump.json.bz2", b"no bzip", "cannot be read"),
    ],
)
def test_a_source_that_cannot_be_read_is_named(tmp_path, capsys, name, content, told):
    (tmp_path / name).write_bytes(content)
    assert main(["kb", "build", str(tmp_path / name), "-o", str(tmp_path / "desk.kb")]) == 2
    said = capsys.readouterr().err.splitlines()
    assert name in said[0]
    assert told in said[0]
    assert not (tmp_path / "desk.kb").exists()


def test_a_table_of_redirects_that_is_not_utf_8_is_named(tmp_path, capsys):
    (tmp_path / "rows.csv").write_bytes(GOOD)
    build_kb([tmp_path / "rows.csv"], tmp_path / "desk.kb")
    (tmp_path / "moved.csv").write_bytes("old,new\nQ1,Q2\n".encode("utf-16"))
    assert main(["kb", "refresh", str(tmp_path / "desk.kb"), str(tmp_path / "moved.csv")]) == 2
    assert "moved.csv: is not UTF-8" in capsys.readouterr().err


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> bytes:
    """A knowledge base of a few hundred people."""
    folder = tmp_path_factory.mktemp("whole")
    rows = "".join(f"Q9999{number:05},Ada Quill {number},person\n" for number in range(300))
    (folder / "rows.csv").write_text(f"qid,label,kind\n{rows}", encoding="utf-8")
    build_kb([folder / "rows.csv"], folder / "desk.kb")
    return (folder / "desk.kb").read_bytes()


def spoilt(whole: bytes, seed: int) -> bytes:
    """*whole* with a page of noise somewhere behind its head."""
    chance = random.Random(seed)
    at = chance.randrange(100, len(whole) - 4096)
    return whole[:at] + chance.randbytes(4096) + whole[at + 4096 :]


DAMAGED = {
    "empty": lambda _: b"",
    "text": lambda _: b"qid,label\nQ1,a\n",
    "noise": lambda _: random.Random(1).randbytes(5000),
    "the head alone": lambda whole: whole[:16],
    "half": lambda whole: whole[: len(whole) // 2],
    "another database": lambda whole: whole[:100] + bytes(len(whole) - 100),
    **{f"noise inside, {seed}": (lambda whole, seed=seed: spoilt(whole, seed)) for seed in range(8)},
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_knowledge_base_is_named_by_every_command_that_opens_it(tmp_path, monkeypatch, capsys, whole, damage):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "desk.kb").write_bytes(damage(whole))
    (tmp_path / "rows.csv").write_bytes(GOOD)
    (tmp_path / "story.txt").write_text("Ferry pact signed\n\nAda Quill 7 signed it in Oslo.\n", encoding="utf-8")
    for arguments in (
        ("kb", "info", "desk.kb"),
        ("kb", "search", "desk.kb", "Ada Quill 7"),
        ("kb", "build", "rows.csv", "desk.kb", "-o", "new.kb"),
        ("kb", "add", "desk.kb", "rows.csv"),
        ("link", "story.txt", "--kb", "desk.kb"),
        ("build", "story.txt", "--kb", "desk.kb", "-o", "out"),
    ):
        (tmp_path / "desk.kb").write_bytes(damage(whole))
        status = main(list(arguments))
        said = capsys.readouterr().err
        assert status in {0, 2}, said
        assert status == 0 or "desk.kb" in said.splitlines()[0]
        assert "Traceback" not in said


@pytest.mark.parametrize("arguments", [("kb", "info"), ("link", "story.txt", "--kb")])
def test_a_folder_is_no_knowledge_base(tmp_path, monkeypatch, capsys, arguments):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text("Ferry pact signed\n\nIt was signed in Oslo.\n", encoding="utf-8")
    assert main([*arguments, str(tmp_path)]) == 2
    assert f"{tmp_path}: is no file" in capsys.readouterr().err


def test_items_of_a_record_that_is_damaged_are_not_invented(tmp_path, whole):
    path = tmp_path / "desk.kb"
    path.write_bytes(whole.replace(b"Ada Quill 7", b"\xc1\xc1\xc1 Quill 7"))
    with open_kb(path) as kb, pytest.raises(InputError, match="is damaged"):
        list(all_items(kb))


def test_a_folder_in_the_place_of_the_result_is_named(tmp_path):
    (tmp_path / "rows.csv").write_bytes(GOOD)
    (tmp_path / "desk.kb.part").mkdir()
    with pytest.raises(OutputError, match=r"desk\.kb\.part: cannot be written: Is a directory"):
        build_kb([tmp_path / "rows.csv"], tmp_path / "desk.kb")
