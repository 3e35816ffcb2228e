"""``article-ld validate``: what is wrong in files, and in which line."""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ld.cli.stores import add_store_options, store_of
from ld.errors import InputError, OutputError

if TYPE_CHECKING:
    from ld.validate.checked import CheckedFile
    from ld.validate.profiles import Choice

VALID, INVALID, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130
FORMATS = ("text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "turtle", "html", "markdown")
PROFILES = ("article-ld", "google", "schema-org")
_SEVERITIES = ("violation", "warning", "info")
_EXIT_CODES = """\
exit codes:
  0    every file is valid: no result reaches the bar of --fail-on
  1    some result reaches it
  2    a file, the shapes or the usage is bad; the other files are checked all the same
  3    internal error
  130  interrupted; what was checked until then is reported
"""


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "validate",
        help="check graphs, pages and facts, and say in which line each fault lies",
        description="Check Turtle, TriG, N-Triples, N-Quads, RDF/XML, JSON-LD, pages with JSON-LD and facts.json. "
        "NAME.ttl and NAME.jsonld are checked together with NAME.evidence.ttl if it is beside them.",
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("sources", nargs="*", metavar="PATH", help="a file, a folder, a pattern, or -")
    parser.add_argument("--store", metavar="STORE", help="check the articles of a store too: a folder, URL or name")
    parser.add_argument("--profile", action="append", choices=PROFILES, help="what to check (default: article-ld)")
    parser.add_argument("--shapes", action="append", default=[], metavar="PATH", help="shapes that replace profiles")
    parser.add_argument("--add-shapes", action="append", default=[], metavar="PATH", help="shapes that join them")
    parser.add_argument("--context", action="append", default=[], metavar="URL=FILE", help="a JSON-LD context")
    parser.add_argument("--fail-on", choices=_SEVERITIES, default="violation", help="the bar (default: violation)")
    parser.add_argument(
        "--format", action="append", default=[], metavar="FORMAT[:FILE]", help=f"how to report: {', '.join(FORMATS)}"
    )
    parser.add_argument("--engine", choices=("auto", "compiled", "pyshacl"), default="auto", help="who checks shapes")
    parser.add_argument("--jobs", type=int, metavar="N", help="how many processes (default: as many as pay)")
    parser.set_defaults(**_store_defaults(), run=run)


def _store_defaults() -> dict[str, Any]:
    """What the options of a store are without being given: a store that needs any is named in the settings."""
    defaults = argparse.ArgumentParser()
    add_store_options(defaults)
    return {name: value for name, value in vars(defaults.parse_args([])).items() if name != "store"}


def run(options: argparse.Namespace) -> int:
    """Check all that is named, and report as often as asked."""
    from ld.validate.sources import files_of  # noqa: PLC0415 - imported late: --help must not wait for the libraries

    if not options.sources and not options.store:
        raise InputError("nothing to check", "name files, folders or - for standard input, or a --store")
    outputs = _outputs(options.format)
    sources = files_of(options.sources)
    tally = _Tally(options.fail_on, len(sources))
    choice = _choice(options)
    with closing(_checked(sources, choice, options)) as files:
        try:
            _report(tally.watch(files), outputs, choice, options.fail_on)
        except KeyboardInterrupt:  # while a result was being written
            tally.interrupted = True
    if tally.interrupted:
        print(f"article-ld: interrupted: {tally}", file=sys.stderr)
        return INTERRUPTED
    return tally.status


class _Output(NamedTuple):
    """A format, and the file that it goes to; standard output if that is empty."""

    format: str
    file: str


def _outputs(named: Sequence[str]) -> list[_Output]:
    outputs = [_Output(name, file) for name, _, file in (option.partition(":") for option in named or ["text"])]
    for output in outputs:
        if output.format not in FORMATS:
            raise InputError(f"there is no format {output.format!r}", f"take one of {', '.join(FORMATS)}")
    to_screen = [output for output in outputs if not output.file]
    if len(to_screen) > 1:
        raise InputError(
            f"{to_screen[0].format} and {to_screen[1].format} would mix on standard output",
            f"give one a file: --format {to_screen[1].format}:FILE",
        )
    return outputs


def _checked(sources: Sequence[str], choice: "Choice", options: argparse.Namespace) -> "Generator[CheckedFile]":
    from ld.validate.batch import check_files  # noqa: PLC0415

    yield from check_files(sources, choice, options.jobs)
    if options.store:
        yield from _in_store(options, choice)


def _choice(options: argparse.Namespace) -> "Choice":
    from ld.validate.profiles import Choice  # noqa: PLC0415

    if options.shapes and options.profile:
        raise InputError("--shapes replaces the profiles", "join them to a profile with --add-shapes instead")
    return Choice(
        profiles=tuple(options.profile or ("article-ld",)),
        shapes=tuple(options.shapes),
        added=tuple(options.add_shapes),
        engine=options.engine,
        contexts=tuple(_context(named) for named in options.context),
    )


def _context(named: str) -> tuple[str, str]:
    url, _, file = named.rpartition("=")
    if not url or not file:
        raise InputError(f"--context {named} names no file", "write --context URL=FILE")
    return url, file


def _in_store(options: argparse.Namespace, choice: "Choice") -> "Iterator[CheckedFile]":
    from ld.publish.publication import evidence_name  # noqa: PLC0415
    from ld.publish.updates import catalog_query, graph_query  # noqa: PLC0415
    from ld.validate.checking import check_document  # noqa: PLC0415
    from ld.validate.documents import parse  # noqa: PLC0415
    from ld.validate.profiles import checks_of  # noqa: PLC0415

    checks = checks_of(choice)
    with store_of(options) as store:
        for name in sorted(row["name"] for row in store.select(catalog_query())):
            lines = [line for graph in (name, evidence_name(name)) for line in store.construct(graph_query(graph))]
            yield check_document(parse(name, "\n".join(lines), "n-triples", {}), checks)


@dataclass
class _Tally:
    """What was checked so far, and whether it was interrupted."""

    fail_on: str
    total: int
    interrupted: bool = False
    status: int = VALID
    files: int = 0
    found: Counter[str] = field(default_factory=Counter)

    def watch(self, files: "Iterable[CheckedFile]") -> "Iterator[CheckedFile]":
        """*files* as they come, until they end or somebody interrupts."""
        try:
            for file in files:
                self._add(file)
                yield file
        except KeyboardInterrupt:
            self.interrupted = True

    def _add(self, file: "CheckedFile") -> None:
        self.files += 1
        self.found.update(located.result.severity.value for located in file.results)
        bar = _SEVERITIES[: _SEVERITIES.index(self.fail_on) + 1]
        if file.error:
            self.found["error"] += 1
            self.status = BAD_INPUT
        elif any(located.result.severity.value in bar for located in file.results):
            self.status = max(self.status, INVALID)

    def __str__(self) -> str:
        kinds = ", ".join(f"{self.found[kind]} of kind {kind}" for kind in ("error", *_SEVERITIES) if self.found[kind])
        return f"{self.files} of {max(self.total, self.files)} files were checked: {kinds or 'nothing found'}"


def _report(files: "Iterable[CheckedFile]", outputs: Sequence[_Output], choice: "Choice", fail_on: str) -> None:
    """Write *files* in every format: to the screen as they come, into files when all are there."""
    from ld.validate.formats import render  # noqa: PLC0415
    from ld.validate.formats.rules import rules_of  # noqa: PLC0415
    from ld.validate.profiles import shapes_of  # noqa: PLC0415

    rules = rules_of(shapes_of(choice).triples)
    kept: list[CheckedFile] = []
    into_files = [output for output in outputs if output.file]
    if into_files:
        files = _keeping(files, kept)
    for output in outputs:
        if not output.file:
            colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
            for text in render(output.format, files, fail_on=fail_on, rules=rules, colour=colour):
                print(text, end="", flush=True)
    for _ in files:
        pass
    for output in into_files:
        _write(output.file, render(output.format, kept, fail_on=fail_on, rules=rules))


def _keeping(files: "Iterable[CheckedFile]", kept: "list[CheckedFile]") -> "Iterator[CheckedFile]":
    for file in files:
        kept.append(file)
        yield file


def _write(file: str, texts: Iterable[str]) -> None:
    try:
        with Path(file).open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(texts)
    except OSError as error:
        raise OutputError(f"{file}: cannot be written: {error.strerror}", "name another file") from error
