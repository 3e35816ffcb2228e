"""``article-ld query``: ask a store."""

import argparse
import sys
from typing import TYPE_CHECKING, Any

from ld.cli.stores import add_store_options, store_of
from ld.errors import InputError

if TYPE_CHECKING:
    from ld.publish.store import Row

_MEDIA_TYPES = {"csv": "text/csv", "json": "application/sparql-results+json", "turtle": "text/turtle"}


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser("query", help="ask a store, in SPARQL or by a ready-made question")
    parser.add_argument(
        "query", nargs="?", metavar="SPARQL|NAME", help="a query, a question's name, or - for standard input"
    )
    add_store_options(parser)
    parser.add_argument("--list", action="store_true", help="print the ready-made questions")
    parser.add_argument(
        "--with", action="append", default=[], dest="values", metavar="NAME=VALUE", help="a question's value"
    )
    parser.add_argument("--format", choices=("table", *_MEDIA_TYPES), default="table", help="turtle is for CONSTRUCT")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the answer."""
    from ld.publish.question import questions  # noqa: PLC0415 - imported late: --help must not wait for the libraries

    if options.list:
        for question in questions().values():
            values = " ".join(f"--with {name}=…" for name in question.parameters)
            print(f"{question.name}  {question.about}\n    {values}".rstrip())
        return 0
    if not options.query:
        raise InputError("nothing to ask", "give a SPARQL query or a question's name; --list prints them")
    sparql = _sparql(options)
    with store_of(options) as store:
        if options.format == "table":
            print(_table(store.select(sparql)), end="")
        else:
            sys.stdout.buffer.write(store.query(sparql, _MEDIA_TYPES[options.format]))
    return 0


def _sparql(options: argparse.Namespace) -> str:
    from ld.publish.question import questions  # noqa: PLC0415

    if options.query in questions():
        pairs = [value.partition("=") for value in options.values]
        return questions()[options.query].with_values({name: value for name, _, value in pairs})
    sparql = sys.stdin.read() if options.query == "-" else str(options.query)
    if " " not in sparql.strip():
        raise InputError(f"there is no question {sparql!r}", "article-ld query --list prints them")
    return sparql


def _table(rows: "list[Row]") -> str:
    """*rows* in aligned columns, with the names of the variables above them."""
    if not rows:
        return "no results\n"
    names = list(dict.fromkeys(name for row in rows for name in row))
    lines = [names, *([" ".join(row.get(name, "").split()) for name in names] for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(names))]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n" for line in lines
    )
