"""Renders what a check found, as text for people and in the formats that programs and CI services read."""

import importlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ld.validate.checked import CheckedFile
from ld.validate.formats.options import RenderOptions
from ld.validate.formats.paths import from_root, repository_root
from ld.validate.formats.rules import Rule
from ld.validate.report import Severity

_MODULES = {
    "text": "text",
    "json": "json_document",
    "jsonl": "json_lines",
    "sarif": "sarif",
    "junit": "junit",
    "github": "commands",
    "gitlab": "code_quality",
    "turtle": "shacl_report",
    "html": "page",
    "markdown": "step_summary",
}
FORMATS = tuple(_MODULES)
_FROM_ROOT = frozenset({"sarif", "github", "gitlab", "markdown"})


def render(  # noqa: PLR0913 - what each format needs, in one signature
    format_name: str,
    files: Iterable[CheckedFile],
    *,
    fail_on: Severity | str = Severity.VIOLATION,
    rules: Mapping[str, Rule] | None = None,
    root: Path | None = None,
    colour: bool = False,
) -> Iterator[str]:
    """The checked *files* in the format of this name, one of FORMATS, piece by piece.

    The first piece comes before any file is checked, then one for each file (it may be empty), then the end.
    *fail_on* is the severity, or its name, from which on a result makes the verdict "not valid".
    *rules*, by the IRI of their shape, add what was expected and why (see ``rules_of``).
    For services that look files up in a repository, paths are written relative to its *root*, by default that of the
    repository around the working folder.
    *colour* is for terminals; only the text format uses it.

    junit, html and markdown hold all files in memory, as their totals come first; the others hold one at a time.
    The same files give the same bytes: neither time nor machine is mentioned.
    """
    options = RenderOptions(fail_on=Severity(fail_on), rules=rules or {}, colour=colour)
    if format_name in _FROM_ROOT:
        start = root or repository_root(Path.cwd())
        files = (from_root(file, start) for file in files)
    # only one format is requested: the others need not be loaded
    module = importlib.import_module(f"{__name__}.{_MODULES[format_name]}")
    pieces: Iterator[str] = module.render(files, options)
    return pieces


class Rendering:
    """A report that grows as files are added, so that several formats can be written at once. See ``render``."""

    def __init__(
        self,
        format_name: str,
        *,
        fail_on: Severity | str = Severity.VIOLATION,
        rules: Mapping[str, Rule] | None = None,
        root: Path | None = None,
        colour: bool = False,
    ) -> None:
        self._added: deque[CheckedFile] = deque()
        self._pieces = render(format_name, self._files(), fail_on=fail_on, rules=rules, root=root, colour=colour)

    def begin(self) -> str:
        """The text before all files; to be called once, before the first file is added."""
        return next(self._pieces)

    def add(self, file: CheckedFile) -> str:
        """The text for *file*, the next one."""
        self._added.append(file)
        return next(self._pieces)

    def end(self) -> Iterator[str]:
        """The text after all files."""
        return self._pieces

    def _files(self) -> Iterator[CheckedFile]:
        while self._added:
            yield self._added.popleft()
