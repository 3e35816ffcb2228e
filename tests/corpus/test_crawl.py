"""Crawls as they are found: broken, cut off, full of what is no article."""

import gzip
import zlib

import pytest
from fixtures_crawl import MOST, PAGE, page, response, warc

from ld.corpus.read.crawl import crawl_records
from ld.corpus.record import Record


@pytest.fixture
def read(tmp_path):
    """What stands in a crawl of these bytes: pages, and reasons of rejects, in order."""

    def of(*pieces: bytes, name: str = "crawl.warc.gz"):
        path = tmp_path / name
        path.write_bytes(b"".join(pieces))
        return [
            "page" if isinstance(record, Record) else record.reason
            for record in crawl_records(path, 0, path.stat().st_size, MOST)
        ]

    return of


def test_a_page_comes_with_its_address_and_the_charset_of_its_server(tmp_path):
    (tmp_path / "crawl.warc.gz").write_bytes(response("café".encode("cp1252"), kind="text/html; charset=cp1252"))
    (record,) = crawl_records(tmp_path / "crawl.warc.gz", 0, 10_000, MOST)
    assert (record.url, record.charset, record.page) == ("https://harbor.example/story", "cp1252", b"caf\xe9")


def test_a_crawl_becomes_articles(tmp_path, run):
    (tmp_path / "crawl.warc.gz").write_bytes(page(1) + page(2) + page(3))
    assert run(tmp_path / "crawl.warc.gz").articles == 3


@pytest.mark.parametrize("packed", [True, False])
def test_what_is_no_response_is_passed_over(read, packed):
    around = warc("warcinfo", b"software: a crawler", packed=packed), warc("request", b"GET / HTTP/1.1", packed=packed)
    name = "crawl.warc.gz" if packed else "crawl.warc"
    assert read(*around, page(1, packed=packed), name=name) == ["page"]


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (page(1, status="404 Not Found"), "http-status"),
        (response(b"\x89PNG", kind="image/png"), "not-html"),
        (response(b"no gzip", extra="Content-Encoding: gzip\r\n"), "page"),
        (response(gzip.compress(bytes(MOST * 3)), extra="Content-Encoding: gzip\r\n"), "too-large"),
        (response(b"x" * MOST * 2), "too-large"),
        (gzip.compress(bytes(MOST * 1000)), "too-large"),
        (gzip.compress(b"WARC/1.0\r\nno record at all"), "damaged"),
        (gzip.compress(b"nothing of the kind"), "damaged"),
        (page(1)[:80] + bytes(40) + page(1)[120:], "damaged"),
    ],
    ids=["404", "image", "false gzip", "bomb in HTTP", "long", "bomb", "half a header", "no WARC", "overwritten"],
)
def test_what_is_no_page_stops_nothing(read, record, reason):
    assert read(page(1), record, page(2)) == ["page", reason, "page"]


def test_a_file_that_is_cut_off_gives_what_stands_before(read):
    assert read(page(1), page(2)[:-60]) == ["page", "damaged"]


def test_a_wrong_length_costs_one_record(read):
    plain = page(1, packed=False)
    length = plain.split(b"Content-Length: ")[1].split(b"\r\n")[0]
    for wrong in (b"1", b"99999", b"999999999999"):
        broken = plain.replace(b"Content-Length: " + length, b"Content-Length: " + wrong, 1)
        assert read(page(1, packed=False), broken, page(2, packed=False), name="crawl.warc")[::2] == ["page", "page"]


def test_rubbish_between_records_is_skipped(read):
    assert read(page(1, packed=False), b"rubbish\r\n\r\n", page(2, packed=False), name="crawl.warc") == [
        *("page", "damaged", "page")
    ]


@pytest.mark.parametrize("charset", ["koi8-r", "shift_jis", "utf-16", "no-such-charset"])
def test_a_foreign_encoding_costs_at_most_its_record(tmp_path, run, charset):
    body = PAGE.format(7).encode("utf-16" if charset == "utf-16" else "utf-8")
    foreign = response(body, kind=f"text/html; charset={charset}")
    (tmp_path / "crawl.warc.gz").write_bytes(page(1) + foreign + page(2))
    manifest = run(tmp_path / "crawl.warc.gz")
    assert manifest.records == 3
    assert manifest.articles >= 2


def test_an_empty_crawl_has_no_articles(tmp_path, run, rejects):
    (tmp_path / "crawl.warc.gz").write_bytes(b"")
    assert run(tmp_path / "crawl.warc.gz").articles == 0
    assert [reason for reason, _ in rejects()] == ["damaged"]


def test_memory_holds_no_more_of_a_bomb_than_a_record_may_have(read):
    layers = zlib.compress(bytes(50_000_000))
    assert len(layers) < MOST
    assert read(response(layers, extra="Content-Encoding: deflate\r\n"), page(1)) == ["too-large", "page"]


@pytest.mark.parametrize(
    ("packed", "mark"), [(True, b"\x1f\x8b\x08"), (False, b"WARC/1."), (False, b"WARC/1.0\r\n"), (False, b"x")]
)
def test_rubbish_is_one_reject_whatever_the_parts(tmp_path, packed, mark):
    rubbish = mark * 10_000
    path = tmp_path / "crawl.warc"
    path.write_bytes(page(1, packed=packed) + rubbish + page(2, packed=packed))
    size, step = path.stat().st_size, 700
    found = [
        found for start in range(0, size, step) for found in crawl_records(path, start, min(start + step, size), MOST)
    ]
    assert [isinstance(record, Record) for record in found] == [True, False, True]
