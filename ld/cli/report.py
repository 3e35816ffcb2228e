"""``article-ld report``: pages that show how articles were understood, and from which words."""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ld.cli.complaint import complain
from ld.cli.printing import say
from ld.errors import ArticleLdError, InputError, MissingExtraError
from ld.output import write_together

if TYPE_CHECKING:
    from ld.report import Entry

VALID, INVALID, BAD_INPUT = 0, 1, 2
_FACTS = ".facts.json"
_INDEX = "index.html"


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "report",
        help="make pages that show an article's facts, and the words behind them",
        description="Make a self-contained page that shows how an article was understood. If -o is a folder, make a "
        "page for each article, and an index with a search.",
    )
    parser.add_argument("sources", nargs="+", metavar="FACTS", help="a facts.json, a folder of them, a text, or -")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("report.html"),
        metavar="FILE.html|DIR",
        help="where to write (default: report.html)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the page or the pages; the worst exit code of the articles, whose pages are written valid or not."""
    sources = [path for source in options.sources for path in facts_in(source)]
    if options.output.suffix != ".html" or options.output.is_dir():
        return _pages(sources, options.output)
    if len(sources) > 1:
        raise InputError(
            f"{options.output}: is one page, but there are {len(sources)} articles", "name a folder with -o"
        )
    page, entry = _page(sources[0], options.output.name, index=None)
    _write(options.output.parent, options.output.name, page)
    return VALID if entry.valid else INVALID


def facts_in(source: str) -> list[str]:
    """The facts.json of a folder, in the order of their names; any other *source* is itself."""
    if source == "-" or not Path(source).is_dir():
        return [source]
    found = sorted(str(path) for path in Path(source).iterdir() if path.name.endswith(_FACTS))
    if not found:
        raise InputError(f"{source}: holds no *{_FACTS}", "build the articles first: article-ld build SOURCE -o DIR")
    return found


def _pages(sources: list[str], folder: Path) -> int:
    """A page for each source that can be read, and their index; a warning for each of the others."""
    from ld.report import index_page  # noqa: PLC0415 - imported late: --help must not wait for the libraries

    status, entries = VALID, list["Entry"]()
    for source, name in _named(sources):
        try:
            page, entry = _page(source, name, index=_INDEX)
        except MissingExtraError:
            raise
        except ArticleLdError as error:
            complain(error, source)
            status = BAD_INPUT
            continue
        _write(folder, name, page)
        entries.append(entry)
        status = max(status, VALID if entry.valid else INVALID)
    _write(folder, _INDEX, index_page(entries))
    return status


def _named(sources: list[str]) -> Iterator[tuple[str, str]]:
    """Each source with the name of its page. InputError if two would share one."""
    taken = {_INDEX: "the index"}
    named = [(source, f"{_stem(source)}.html") for source in sources]
    for source, name in named:
        if name in taken:
            raise InputError(f"{taken[name]} and {source} would both be written to {name}", "rename one")
        taken[name] = source
    return iter(named)


def _stem(source: str) -> str:
    name = "stdin" if source == "-" else Path(source).name
    for ending in (_FACTS, ".json", ".txt", ".md"):
        name = name.removesuffix(ending)
    return name


def _page(source: str, name: str, index: str | None) -> tuple[str, "Entry"]:
    from ld.pipeline import build  # noqa: PLC0415
    from ld.report import entry, report_page  # noqa: PLC0415

    built = build(source)
    return report_page(built.facts, built.report, index=index), entry(
        quote(os.fsencode(name)), built.facts, built.report
    )


def _write(folder: Path, name: str, page: str) -> None:
    for path in write_together(folder, {name: page}):
        say(f"wrote {path}")
