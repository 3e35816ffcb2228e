"""``article-ld unpublish``: take articles out of a store."""

import argparse
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ld.cli.complaint import complain
from ld.cli.json_output import add_json_option, give_json
from ld.cli.printing import say, tell
from ld.cli.stores import add_store_options, store_of, whole_name
from ld.errors import NoStoreError

if TYPE_CHECKING:
    from ld.publish.store import Store


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser("unpublish", help="remove articles, their evidence and their digests from a store")
    parser.add_argument(
        "names", nargs="+", metavar="URL", help="the names of the articles' graphs, which are their addresses"
    )
    add_store_options(parser, "change")
    parser.add_argument("--outbox", type=Path, metavar="DIR", help="remove the articles from this outbox, too")
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Remove them; 1 if one was not there.

    They leave the outbox first: gone from the store but not from there, they would come back. But the outbox is left
    as it is for a store that does not answer.
    """
    from ld.publish import unpublish  # noqa: PLC0415 - imported late: --help must not wait for the libraries
    from ld.publish.catalog import is_empty  # noqa: PLC0415
    from ld.publish.outbox import Outbox  # noqa: PLC0415

    names = [whole_name(name) for name in options.names]
    outbox = Outbox(options.outbox) if options.outbox else None
    with _opened(options) as store, outbox.alone() if outbox else nullcontext():
        is_empty(store)
        waited = [name for name in names if outbox and outbox.forget(name)]
        removed = unpublish(names, store)
    missing = sorted(set(names).difference(removed, waited))
    if options.json:
        give_json({"removed": sorted(removed), "no longer waiting": waited, "missing": missing})
    else:
        say(f"{len(removed)} removed")
        if waited:
            say(f"{len(waited)} no longer waiting")
    for name in missing:
        tell(f"article-ld: {name}: is not in the store")
    return 1 if missing else 0


def _opened(options: argparse.Namespace) -> "Store":
    """The store. If there is none yet, but an outbox, articles may be waiting there."""
    from ld.publish.absent import EmptyStore  # noqa: PLC0415

    try:
        return store_of(options)
    except NoStoreError as error:
        if not options.outbox:
            raise
        complain(error)
        return EmptyStore()
