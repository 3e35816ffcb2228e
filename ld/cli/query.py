"""``article-ld query``: query a store."""

import argparse
import re
from typing import TYPE_CHECKING, Any

from ld.cli.json_output import add_json_option, give_json
from ld.cli.printing import give, show, tell
from ld.cli.stores import add_store_options, store_of
from ld.errors import InputError, StoreError
from ld.standard_input import read_standard_input

if TYPE_CHECKING:
    from ld.publish.store import Store

_GRAPHS = re.compile(r"\b(?:GRAPH|FROM|SERVICE)\b", re.IGNORECASE)
_NOT_SYNTAX = re.compile(
    r"""\"\"\".*?\"\"\"|'''.*?'''|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|<[^<>\s]*>|\#[^\n]*""", re.DOTALL
)
"""Parts of a query that cannot be keywords: strings, IRIs, comments."""
_HINT = (
    "nothing is found outside of named graphs, but each article is a named graph\n"
    "  hint: put the pattern of the query into GRAPH ?article { … }, as in SELECT … { GRAPH ?article { … } }"
)
_MEDIA_TYPES = {"csv": "text/csv", "json": "application/sparql-results+json", "turtle": "text/turtle"}


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser("query", help="query a store, in SPARQL or with a ready-made question")
    parser.add_argument(
        "query", nargs="?", metavar="SPARQL|NAME", help="a query, a question's name, or - for standard input"
    )
    add_store_options(parser, "read")
    parser.add_argument("--list", action="store_true", help="print the ready-made questions")
    parser.add_argument(
        "--with",
        action="append",
        default=[],
        dest="values",
        metavar="NAME=VALUE",
        help="the value of a question's parameter",
    )
    parser.add_argument("--format", choices=("table", *_MEDIA_TYPES), default="table", help="turtle is for CONSTRUCT")
    add_json_option(parser, of_format=True)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the answer."""
    from ld.publish.question import questions  # noqa: PLC0415 - imported late: --help must not wait for the libraries

    if options.list and options.format == "json":
        rows = ((each.name, each.about, each.parameters) for each in questions().values())
        give_json([{"name": name, "about": about, "parameters": parameters} for name, about, parameters in rows])
        return 0
    if options.list:
        for question in questions().values():
            values = " ".join(f"--with {name}=…" for name in question.parameters)
            show(f"{question.name}  {question.about}\n    {values}".rstrip())
        return 0
    if not options.query:
        raise InputError("no query given", "give a SPARQL query or a question's name; --list prints them")
    sparql = _sparql(options)
    with store_of(options) as store:
        answer = store.query(sparql, _MEDIA_TYPES.get(options.format, _MEDIA_TYPES["json"]))
        if options.format == "table":
            show(_table(answer).removesuffix("\n"))
        else:
            give(answer)
        if _finds_nothing(answer, options.format) and _is_blind(sparql, store):
            tell(f"article-ld: {_HINT}")
    return 0


def _finds_nothing(answer: bytes, form: str) -> bool:
    """Whether *answer* has no row, no triple, or nothing but counts of 0, or says no."""
    from ld.publish.results import read_results  # noqa: PLC0415

    if form == "turtle":
        return not re.sub(rb"(?m)^\s*(@?prefix|@?base|#).*$", b"", answer.strip(), flags=re.IGNORECASE).strip()
    if form == "csv":
        rows = answer.decode("utf-8", "replace").split()[1:]
        return set(rows) <= {"0"}
    try:
        found = read_results(answer)
    except StoreError:
        return False
    return not found if isinstance(found, bool) else {value for row in found.rows for value in row.values()} <= {"0"}


def _is_blind(sparql: str, store: "Store") -> bool:
    """Whether a query looks into no named graph, though *store* has articles there."""
    from ld.publish.catalog import is_empty  # noqa: PLC0415

    return not _GRAPHS.search(_NOT_SYNTAX.sub(" ", sparql)) and not is_empty(store)


def _sparql(options: argparse.Namespace) -> str:
    from ld.publish.question import questions  # noqa: PLC0415

    if options.query in questions():
        pairs = [value.partition("=") for value in options.values]
        return questions()[options.query].with_values({name: value for name, _, value in pairs})
    sparql = _standard_input() if options.query == "-" else str(options.query)
    if " " not in sparql.strip():
        raise InputError(f"there is no question {sparql!r}", "article-ld query --list prints them")
    return sparql


def _standard_input() -> str:
    try:
        return read_standard_input().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"standard input is not UTF-8: byte {error.start} cannot be decoded") from error


def _table(answer: bytes) -> str:
    """*answer* (SPARQL 1.1 Query Results JSON) in aligned columns, in the order in which the query names them.

    That of an ASK is one word. Raises StoreError for an answer that is something else.
    """
    from ld.publish.results import read_results  # noqa: PLC0415

    try:
        found = read_results(answer)
    except StoreError as error:
        raise StoreError("the answer is not a table", "for a CONSTRUCT query, use --format turtle") from error
    if isinstance(found, bool):
        return f"{str(found).lower()}\n"
    names = found.names
    cells = [[" ".join(row.get(name, "").split()) for name in names] for row in found.rows]
    if not cells:
        return "no results\n"
    widths = [max(map(len, column)) for column in zip(names, *cells, strict=True)]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n"
        for line in (names, *cells)
    )
