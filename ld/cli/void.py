"""``article-ld void``: a description of a store as a data set, in VoID and DCAT."""

import argparse
from typing import Any

from ld.cli.printing import give
from ld.cli.stores import add_store_options, store_of, whole_name


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser("void", help="describe a store as a data set: counts, licence, links to Wikidata")
    parser.add_argument("dataset", metavar="IRI", help="the data set's own address")
    add_store_options(parser, "read")
    parser.add_argument("--title", default="News articles as linked data", help="the title of the data set")
    parser.add_argument("--licence", default="", metavar="IRI", help="the licence of the data")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the description as N-Triples, which is Turtle too."""
    from ld.publish.description import describe  # noqa: PLC0415 - imported late: --help must not wait for the libraries

    dataset = whole_name(options.dataset)
    endpoint = options.query_endpoint or (options.store if options.store.startswith("http") else "")
    with store_of(options) as store:
        for line in describe(store, dataset, title=options.title, licence=options.licence, endpoint=endpoint):
            give(f"{line}\n")
    return 0
