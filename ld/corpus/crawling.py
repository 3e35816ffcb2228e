"""New pages of feeds and sitemaps appended to a crawl file (WARC, ISO 28500), which a corpus reads like any other."""

import io
import os
from collections import Counter
from collections.abc import Callable, Collection
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from ld.errors import OutputError
from ld.read.feeds.crawl import Missed, crawl
from ld.read.feeds.polite import PoliteClient, Sent
from ld.read.feeds.visits import Visits
from ld.read.public_hosts import session_for

_KEPT_HEADERS = ("Content-Type", "ETag", "Last-Modified")
CRAWL, STATE = ".crawl.warc.gz", ".crawl.sqlite"


def beside(output: Path, ending: str) -> Path:
    """The file with this *ending* that belongs to the results in *output*."""
    return output.with_name(f"{output.name}{ending}")


def append_new(
    listings: Collection[str], output: Path, tell: Callable[[Missed], None], *, allow_private: bool = False
) -> Counter[str]:
    """Append the new pages of *listings* to the crawl file beside *output*; returns how many were "taken" or "missed".

    A page counts as taken once it is in the file, durably: after an interruption, the next call goes on from there.
    *tell* gets each address that gave nothing. *listings* that will never give anything count as "refused".
    Raises OutputError if a file cannot be written or another crawl is running, and what ``Visits`` raises.
    """
    file = beside(output, CRAWL)
    file.parent.mkdir(parents=True, exist_ok=True)
    counts: Counter[str] = Counter(taken=0, missed=0, refused=0)
    try:
        with Visits(beside(output, STATE)) as visits, session_for(allow_private=allow_private) as session:
            _cut(file, visits)
            for found in crawl(listings, visits, PoliteClient(session)):
                if isinstance(found, Missed):
                    counts["missed"] += not found.final
                    counts["refused"] += found.final and found.listed in listings
                    tell(found)
                else:
                    visits.taken(found.listed, found.sent.validators, _append(file, found.sent))
                    counts["taken"] += 1
    except OSError as error:
        reason = f"cannot be written: {error.strerror or error}"
        raise OutputError(f"{error.filename or file}: {reason}", "make room, then run the same again") from error
    return counts


def _cut(file: Path, visits: Visits) -> None:
    """Take from the end of *file* what an interrupted call may have left there: half of a page."""
    size, length = file.stat().st_size if file.exists() else 0, visits.length
    if (size and length is None) or size < (length or 0):
        hint = f"put back what is missing, or remove the file and the one that ends in {STATE}: all is fetched anew"
        raise OutputError(f"{file}: does not belong to what is known of it", hint)
    with file.open("ab") as stream:
        stream.truncate(length or 0)
    visits.length = length or 0


def _append(file: Path, sent: Sent) -> int:
    """Append a response to *file*; its length after that."""
    headers = [(name, value) for name in _KEPT_HEADERS if (value := sent.answer.headers.get(name))]
    http = StatusAndHeaders(f"{sent.answer.status} {sent.answer.reason}".rstrip(), headers, protocol="HTTP/1.1")
    with file.open("ab") as stream:
        writer = WARCWriter(stream, gzip=True)
        day = {"WARC-Date": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}
        body = io.BytesIO(sent.answer.body)
        record = writer.create_warc_record(sent.address, "response", body, http_headers=http, warc_headers_dict=day)
        with closing(record.raw_stream):
            writer.write_record(record)
        stream.flush()
        os.fsync(stream.fileno())
        return stream.tell()
