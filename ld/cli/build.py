"""``article-ld build``: articles in, validated linked data out."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ld.cli.complaint import complain
from ld.cli.summary import summary
from ld.errors import ArticleLdError, InputError
from ld.output import write_together

if TYPE_CHECKING:
    from ld.pipeline import Build

VALID, INVALID, BAD_INPUT = 0, 1, 2
_SINGLE = ("url", "date")


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "build",
        help="turn articles into Turtle, JSON-LD and facts.json",
        description="Turn articles into validated linked data. Writes NAME.ttl (the facts), NAME.jsonld (the same), "
        "NAME.evidence.ttl (the words behind each fact) and NAME.facts.json, all of them or none.",
    )
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="a text, a facts.json, or - for standard input")
    parser.add_argument("-o", "--output", type=Path, default=Path(), metavar="DIR", help="where to write (default: .)")
    parser.add_argument("--url", help="the article's address; without it the graph gets a stable URN")
    parser.add_argument("--date", help="the day of publication, YYYY-MM-DD; without it no relative date is resolved")
    parser.add_argument("--publisher", help="the publisher's name")
    parser.add_argument("--lang", help="the article's language (BCP 47); otherwise it is detected")
    parser.add_argument("--force", action="store_true", help="write an invalid graph too, as NAME.invalid.*")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Build every source; the worst of their exit codes."""
    _check(options)
    return max(
        _build(source, name, options) for source, name in zip(options.sources, _names(options.sources), strict=True)
    )


def _check(options: argparse.Namespace) -> None:
    if len(options.sources) > 1:
        for option in _SINGLE:
            if getattr(options, option) is not None:
                raise InputError(f"--{option} belongs to one article, but {len(options.sources)} sources are given")


def _names(sources: Sequence[str]) -> list[str]:
    """The name of each source's results: its file name without the ending."""
    names = [
        "stdin" if source == "-" else Path(source).name.removesuffix(".json").removesuffix(".facts")
        for source in sources
    ]
    names = [Path(name).stem if Path(name).suffix in {".txt", ".md"} else name for name in names]
    for position, name in enumerate(names):
        if name in names[:position]:
            first = sources[names.index(name)]
            raise InputError(
                f"{first} and {sources[position]} would both be written to {name}.ttl",
                "rename one, or build them into two folders",
            )
    return names


def _build(source: str, name: str, options: argparse.Namespace) -> int:
    from ld.pipeline import build  # noqa: PLC0415 - imported late: --help must not wait for the RDF libraries

    try:
        built = build(source, url=options.url, date=options.date, publisher=options.publisher, lang=options.lang)
        valid = built.report.conforms()
        written = (
            write_together(options.output, _files(built, name if valid else f"{name}.invalid"))
            if valid or options.force
            else ()
        )
    except ArticleLdError as error:
        complain(error, "standard input" if source == "-" else source)
        return BAD_INPUT
    print(summary(built, written))
    if not valid and not options.force:
        print(f"article-ld: {source}: not written: the graph is invalid (--force writes it, marked)", file=sys.stderr)
    return VALID if valid else INVALID


def _files(built: "Build", name: str) -> dict[str, str]:
    return {
        f"{name}.ttl": built.turtle(),
        f"{name}.jsonld": built.json_ld(),
        f"{name}.evidence.ttl": built.evidence_turtle(),
        f"{name}.facts.json": built.facts_json(),
    }
