"""The JSON Lines format: a line for each result and each unreadable file, and a last one with the summary."""

from collections.abc import Iterable, Iterator

import msgspec

from ld.validate.checked import CheckedFile
from ld.validate.formats.options import RenderOptions
from ld.validate.formats.records import encoded, error_record, result_records, summary_record
from ld.validate.formats.tally import Tally


def render(files: Iterable[CheckedFile], options: RenderOptions) -> Iterator[str]:
    """Each record on a line of its own. A file without results has no line, but counts in the last one."""
    tally = Tally()
    yield ""
    for file in files:
        tally = tally.plus(file)
        unread = _line(error_record(file)) if file.error else ""
        yield unread + "".join(map(_line, result_records(file, options)))
    yield _line(summary_record(tally, options))


def _line(record: msgspec.Struct) -> str:
    return encoded(record) + "\n"
