"""``article-ld publish``: article graphs into a store, each once, whole, and as it was validated."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ld.cli.complaint import complain
from ld.cli.stores import add_store_options, store_of
from ld.errors import ArticleLdError, InputError, StoreUnavailableError

if TYPE_CHECKING:
    from ld.publish import Outcome, Publication, Store

DONE, REFUSED, BAD_INPUT, UNREACHABLE = 0, 1, 2, 4
_BARS = ("violation", "warning", "info")


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "publish",
        help="put article graphs into a SPARQL store",
        description="Put article graphs into a SPARQL store. Each replaces what stands under its name, in one "
        "transaction; what is unchanged is not sent; what is invalid is not published; what was sent is read back.",
    )
    parser.add_argument(
        "sources", nargs="*", metavar="SOURCE", help="facts.json, Turtle, JSON-LD, N-Quads, TriG, texts, folders"
    )
    add_store_options(parser)
    parser.add_argument(
        "--severity", choices=_BARS, default="violation", help="publish nothing with findings this grave or graver"
    )
    parser.add_argument("--outbox", type=Path, metavar="DIR", help="keep articles here until the store has them")
    parser.add_argument("--resume", action="store_true", help="send what waits in the outbox first")
    parser.add_argument("--diff", action="store_true", help="send only the triples that changed")
    parser.add_argument("--dry-run", action="store_true", help="send nothing, print what would change as a diff")
    parser.add_argument("--bulk", action="store_true", help="fast first load of an empty store, without a transaction")
    parser.add_argument("--no-verify", action="store_true", help="do not read back what was sent")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Publish every source; the worst of the exit codes."""
    from ld.publish import publish  # noqa: PLC0415 - imported late: --help must not wait for the libraries
    from ld.publish.bulk import publish_bulk  # noqa: PLC0415
    from ld.publish.outbox import Outbox  # noqa: PLC0415

    if options.resume and not options.outbox:
        raise InputError("--resume needs --outbox DIR: where do the articles wait?")
    if not options.sources and not options.resume:
        raise InputError("nothing to publish", "name a SOURCE, or --resume with --outbox")
    outbox = Outbox(options.outbox) if options.outbox else None
    gate = _Gate(options.severity)
    waiting = outbox.waiting() if outbox and options.resume else iter(())
    with store_of(options) as store:
        if options.dry_run:
            _show(gate.publications(options.sources), store)
            return gate.status
        if options.bulk:
            print(f"{len(publish_bulk(gate.publications(options.sources), store))} new")
            return gate.status
        outcome = publish(
            (publication for source in (waiting, gate.publications(options.sources)) for publication in source),
            store,
            outbox=outbox,
            verify=not options.no_verify,
            only_changes=options.diff,
        )
    _say(outcome, options)
    lost = any(isinstance(error, StoreUnavailableError) for error in outcome.failures)
    refused = BAD_INPUT if outcome.failures and not lost else DONE
    return max(gate.status, UNREACHABLE if lost else refused)


class _Gate:
    """Lets through what may be published, says what may not and why, and keeps the exit code."""

    def __init__(self, bar: str) -> None:
        from ld.validate.report import Severity  # noqa: PLC0415

        self._bar = Severity(bar)
        self.status = DONE

    def publications(self, sources: list[str]) -> "Iterator[Publication]":
        from ld.publish.publication import publication  # noqa: PLC0415
        from ld.publish.sources import graphs, withheld  # noqa: PLC0415
        from ld.validate.report import to_text  # noqa: PLC0415

        for source in sources:
            try:
                for graph, report in graphs(source):
                    reason = withheld(graph)
                    if not report.conforms(self._bar):
                        print(f"article-ld: {source}: not published:\n{to_text(report)}", file=sys.stderr)
                    elif reason:
                        print(f"article-ld: {source}: not published: it is {reason}", file=sys.stderr)
                    else:
                        yield publication(graph)
                        continue
                    self.status = max(self.status, REFUSED)
            except ArticleLdError as error:
                complain(error, source)
                self.status = max(self.status, BAD_INPUT)


def _show(publications: "Iterable[Publication]", store: "Store") -> None:
    from ld.publish.difference import difference  # noqa: PLC0415

    for publication in publications:
        for line in difference(publication, store):
            print(line)


def _say(outcome: "Outcome", options: argparse.Namespace) -> None:
    for names, what in ((outcome.new, "new"), (outcome.replaced, "replaced"), (outcome.unchanged, "unchanged")):
        if names:
            print(f"{len(names)} {what}")
    for error in dict.fromkeys(str(failure) for failure in outcome.failures):
        print(f"article-ld: {error}", file=sys.stderr)
    if outcome.kept:
        where = (
            f"they wait in {options.outbox}: publish --resume --outbox {options.outbox}"
            if options.outbox
            else "publish them again"
        )
        print(f"article-ld: {len(outcome.kept)} not published; {where}", file=sys.stderr)
