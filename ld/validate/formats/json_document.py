"""The JSON format: one document, a line for each file, the summary at its end."""

from collections.abc import Iterable, Iterator

from ld.validate.checked import CheckedFile
from ld.validate.formats.options import RenderOptions
from ld.validate.formats.records import FORMAT_VERSION, encoded, file_record, summary_record
from ld.validate.formats.tally import Tally
from ld.version import __version__


def render(files: Iterable[CheckedFile], options: RenderOptions) -> Iterator[str]:
    """A ``Document`` of the records, file by file."""
    tally = Tally()
    yield f'{{"version": {FORMAT_VERSION}, "tool": "article-ld", "tool_version": "{__version__}", "files": ['
    for file in files:
        separator = "," if tally.files else ""
        tally = tally.plus(file)
        yield f"{separator}\n{encoded(file_record(file, options))}"
    yield f'\n], "summary": {encoded(summary_record(tally, options))}}}\n'
