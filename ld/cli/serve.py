"""``article-ld serve``: a store's articles over HTTP."""

import argparse
import functools
from pathlib import Path
from typing import Any

from ld.cli.printing import say
from ld.cli.stores import add_store_options, read_only_store_of
from ld.extras import extra


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "serve",
        help="serve a store's articles over HTTP: pages, linked data, SPARQL",
        description="Serve the contents of a store: a document for each article and each thing in it, in HTML, Turtle, "
        "JSON-LD, N-Triples or N-Quads, and a read-only SPARQL endpoint. Needs article-ld[serve].",
    )
    add_store_options(parser)
    add = parser.add_argument
    add("--facts", type=Path, metavar="DIR", help="a folder of *.facts.json: these articles get reports as pages")
    add("--base", default="", metavar="URL", help="the site whose paths this server answers for")
    add("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    add("--port", type=int, default=8080, help="port to listen on; 0 takes a free one (default: 8080)")
    add("--licence", default="", metavar="IRI", help="the licence of the data, for /void")
    add(
        "--processes",
        type=_count,
        default=2,
        metavar="N",
        help="for documents, and as many again for queries (default: 2)",
    )
    add("--time-limit", type=_count, default=10, metavar="SECONDS", help="time limit for each answer (default: 10)")
    add(
        "--most-bytes",
        type=_count,
        default=10_000_000,
        metavar="N",
        help="maximum size of a query's answer (default: 10 MB)",
    )
    add("--annotate", action="store_true", help="also turn articles that are sent to /annotate into linked data")
    add("--log-requests", action="store_true", help="write each request to standard error, as a line of JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted."""
    with extra("serve", "serve"):
        from ld.serve.server import ServerOptions, listening  # noqa: PLC0415 - imported late: --help must not wait for it
    if options.facts:
        with extra("report", "serve --facts"):
            import networkx as nx  # noqa: F401, PLC0415 - its pages are reports
    settings = ServerOptions(
        host=options.host,
        port=options.port,
        base=options.base,
        facts=options.facts,
        licence=options.licence,
        processes=options.processes,
        seconds=options.time_limit,
        most_bytes=options.most_bytes,
        annotate=options.annotate,
        log_requests=options.log_requests,
    )
    with listening(functools.partial(read_only_store_of, options), settings) as ready:
        say(f"serving at {ready.home}/")
        ready.run()
    return 0


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than 1")
    return number
