"""``article-ld publish``: article graphs into a store, each once, whole, and as it was validated."""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ld.cli.complaint import complain
from ld.cli.json_output import add_json_option, give_json
from ld.cli.printing import give, say, tell
from ld.cli.progress import Progress
from ld.cli.stores import add_store_options, place_of, store_of
from ld.errors import (
    ArticleLdError,
    InputError,
    NoStoreError,
    StoreError,
    StoreFullError,
    StoreUnavailableError,
    UnpublishableError,
)

if TYPE_CHECKING:
    from ld.publish import Outcome, Publication, Store
    from ld.publish.outbox import Outbox

DONE, REFUSED, BAD_INPUT, UNREACHABLE = 0, 1, 2, 4
_SEVERITIES = ("violation", "warning", "info")


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "publish",
        help="put article graphs into a SPARQL store",
        description="Put article graphs into a SPARQL store. Each replaces the graph of its name, in one transaction. "
        "Unchanged articles are not sent, invalid ones are not published, and what was sent is read back.",
    )
    parser.add_argument(
        "sources",
        nargs="*",
        metavar="SOURCE",
        help="facts.json, Turtle, JSON-LD, N-Quads, TriG, texts, partitions of corpus, folders",
    )
    add_store_options(parser)
    parser.add_argument(
        "--fail-on",
        choices=_SEVERITIES,
        default="violation",
        help="publish nothing with results of this severity or worse (default: violation)",
    )
    parser.add_argument("--outbox", type=Path, metavar="DIR", help="keep articles here until the store has taken them")
    parser.add_argument("--resume", action="store_true", help="first send what is waiting in the outbox")
    parser.add_argument(
        "--diff",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="send only the changed triples of an article that the store has (the default), or the whole article",
    )
    parser.add_argument("--dry-run", action="store_true", help="send nothing, but print what would change, as a diff")
    parser.add_argument("--bulk", action="store_true", help="fast first load of an empty store, without a transaction")
    add_json_option(parser)
    parser.add_argument("--no-verify", action="store_true", help="do not read back what was sent")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Publish every source; the worst of the exit codes."""
    from ld.publish.outbox import Outbox  # noqa: PLC0415 - imported late: --help must not wait for the libraries

    if options.resume and not options.outbox:
        raise InputError("--resume needs --outbox DIR, where the articles are waiting")
    if not options.sources and not options.resume:
        raise InputError("nothing to publish", "name a SOURCE, or --resume with --outbox")
    if options.json and options.dry_run:
        raise InputError("--json cannot be used with --dry-run, which prints a diff", "leave out one of them")
    if options.bulk and options.outbox:
        raise InputError("--bulk cannot be used with --outbox", "leave out one of them")
    outbox = Outbox(options.outbox) if options.outbox else None
    with Progress() as progress, _opened(options, progress) as store:
        gate = _Gate(options.fail_on, progress)
        publications = gate.publications(options.sources, outbox if options.resume else None)
        if options.dry_run:
            _show(publications, store, progress)
            return gate.status
        if options.bulk:
            return _load(publications, store, gate, options)
        return _publish(publications, store, outbox, gate, options)


def _opened(options: argparse.Namespace, progress: Progress) -> "Store":
    """The store. With an outbox, one that cannot be opened counts as one that does not answer: the articles wait."""
    from ld.publish.absent import AbsentStore, EmptyStore  # noqa: PLC0415

    def notify(message: str) -> None:
        progress.clear()
        kept = f"; what cannot be sent waits in {options.outbox}" if options.outbox else ""
        tell(f"article-ld: {message}{kept}")

    options.notify = notify
    if options.dry_run:
        options.access = "read"
    try:
        return store_of(options)
    except NoStoreError:
        if not options.dry_run:
            raise
        return EmptyStore()
    except StoreError as error:
        if not options.outbox or options.dry_run:
            raise
        return AbsentStore(error)


def _publish(
    publications: "Iterable[Publication]",
    store: "Store",
    outbox: "Outbox | None",
    gate: "_Gate",
    options: argparse.Namespace,
) -> int:
    from ld.publish import publish  # noqa: PLC0415

    outcome = publish(publications, store, outbox=outbox, verify=not options.no_verify, only_changes=options.diff)
    gate.progress.clear()
    _say(outcome, options)
    if outcome.new or outcome.replaced:
        _say_where(options)
    lost = any(isinstance(error, StoreUnavailableError) for error in outcome.failures)
    if not outbox and any(isinstance(error, StoreFullError) for error in outcome.failures):
        lost = False  # nothing is kept that could go through later
    refused = BAD_INPUT if outcome.failures and not lost else DONE
    return max(gate.status, UNREACHABLE if lost else refused)


def _load(publications: "Iterable[Publication]", store: "Store", gate: "_Gate", options: argparse.Namespace) -> int:
    from ld.publish.bulk import publish_bulk  # noqa: PLC0415

    names = publish_bulk(publications, store)
    gate.progress.clear()
    if options.json:
        give_json({"new": names, "replaced": [], "unchanged": [], "kept": {}})
    else:
        say(f"{len(names)} new")
    _say_where(options)
    return gate.status


class _Gate:
    """Lets through what may be published, says what may not and why, and keeps the exit code."""

    def __init__(self, fail_on: str, progress: Progress) -> None:
        from ld.validate.report import Severity  # noqa: PLC0415

        self._fail_on = Severity(fail_on)
        self.progress = progress
        self.status = DONE

    def publications(self, sources: list[str], outbox: "Outbox | None") -> "Iterator[Publication]":
        """What waits in *outbox*, then what may be published of *sources*."""
        files = [file for source in sources for file in self._files(source)]
        self.progress.total = len(files) + (outbox.count() if outbox else 0)
        if outbox:
            yield from self._readable(self.progress.of(outbox.waiting()), "")
        for file in files:
            yield from self._readable(self._checked(file), file)

    def _files(self, source: str) -> "Iterator[str]":
        from ld.publish.sources import files  # noqa: PLC0415

        try:
            yield from files(source)
        except ArticleLdError as error:
            self._complain(error, source)

    def _readable(self, publications: "Iterator[Publication]", file: str) -> "Iterator[Publication]":
        """*publications* up to where they cannot be read: that is said, and no reason to leave out what comes next."""
        try:
            yield from publications
        except ArticleLdError as error:
            self._complain(error, file)

    def _checked(self, file: str) -> "Iterator[Publication]":
        from ld.publish import publication  # noqa: PLC0415
        from ld.publish.sources import graphs  # noqa: PLC0415

        for graph, report in self.progress.of(graphs(file)):
            try:
                allowed = publication(graph, report, fail_on=self._fail_on)
            except UnpublishableError as error:
                self.progress.clear()
                reason = str(error)
                gap = "\n" if "\n" in reason else " "
                tell(f"article-ld: {file}: not published:{gap}{reason}")
                self.status = max(self.status, REFUSED)
            else:
                yield allowed

    def _complain(self, error: ArticleLdError, file: str) -> None:
        self.progress.clear()
        complain(error, file)
        self.status = max(self.status, BAD_INPUT)


def _show(publications: "Iterable[Publication]", store: "Store", progress: Progress) -> None:
    from ld.publish.difference import difference  # noqa: PLC0415

    for publication in publications:
        progress.clear()
        for line in difference(publication, store):
            give(f"{line}\n")


def _say_where(options: argparse.Namespace) -> None:
    """Say which store was used: it may have been created just now, by default."""
    where = place_of(options)
    tell(f"article-ld: published to {where}")


def _say(outcome: "Outcome", options: argparse.Namespace) -> None:
    done = {"new": outcome.new, "replaced": outcome.replaced, "unchanged": outcome.unchanged}
    if options.json:
        give_json({**done, "kept": {name: str(error) for name, error in outcome.kept.items()}})
    else:
        for what, names in done.items():
            if names:
                say(f"{len(names)} {what}")
    for error in {str(failure): failure for failure in outcome.failures}.values():
        complain(error)
    if outcome.kept:
        where = (
            f"they wait in {options.outbox}: publish --resume --outbox {options.outbox}"
            if options.outbox
            else "publish them again"
        )
        tell(f"article-ld: {len(outcome.kept)} not published; {where}")
