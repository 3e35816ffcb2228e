"""Crawl files in the formats of crawlers, with invented pages."""

import gzip

PAGE = (
    "<html><head><title>Harbor counts its ferries</title><link rel=canonical href='https://harbor.example/{0}'></head>"
    "<body><article><h1>Harbor counts its {0} ferries</h1><p>Harbor Minister Ada Quill of Norway said on Tuesday that "
    "the {0} ferries were counted, and that nobody had seen more of them in one place before.</p><p>“There are {0} "
    "ferries here, and all of them float,” Quill said in the port, where a café was open.</p></article></body></html>"
)
MOST = 100_000


def warc(kind: str, block: bytes, *, packed: bool = True) -> bytes:
    """A WARC record (ISO 28500)."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://harbor.example/story\r\n"
        "WARC-Date: 2024-09-11T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:4f4f4f4f-0000-4000-8000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    record = head.encode() + block + b"\r\n\r\n"
    return gzip.compress(record, mtime=0) if packed else record


def response(body: bytes, *, kind: str = "text/html; charset=utf-8", status: str = "200 OK", packed=True, extra=""):
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{extra}\r\n"
    return warc("response", head.encode() + body, packed=packed)


def page(number: int, **options) -> bytes:
    return response(PAGE.format(number).encode(), **options)
