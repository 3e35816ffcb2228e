"""``article-ld kb refresh``: follow what Wikidata merged or deleted, in a knowledge base and in earlier links."""

import argparse
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ld.cli.complaint import complain
from ld.cli.printing import say, show
from ld.cli.stores import add_store_options, store_of
from ld.errors import ArticleLdError, InputError, StoreUnavailableError

if TYPE_CHECKING:
    from ld.kb.build import Reading
    from ld.kb.moves import Moves
    from ld.link.refreshing import Change
    from ld.publish import Store

DONE, BAD_INPUT, UNREACHABLE = 0, 2, 4
_FACTS = ".facts.json"


def add_to(actions: "argparse._SubParsersAction[Any]") -> argparse.ArgumentParser:
    """Declare the command; the parser of its options."""
    parser: argparse.ArgumentParser = actions.add_parser(
        "refresh",
        help="follow IDs that Wikidata merged or deleted",
        description="Bring a knowledge base up to date, and with it earlier links: in facts, in corrections, in a "
        "store. A merged ID is replaced by the new one; for a deleted one, the places that use it are listed.",
    )
    parser.add_argument("kb", type=Path, metavar="KB", help="the knowledge base")
    parser.add_argument("source", type=Path, metavar="SOURCE", help="a table OLD,NEW, or a newer dump")
    parser.add_argument("--snapshot", default="", metavar="DATE", help="the day for which the source holds, YYYY-MM-DD")
    parser.add_argument(
        "--facts",
        nargs="+",
        type=Path,
        default=[],
        metavar="PATH",
        help=f"update facts, too: files, folders of *{_FACTS}",
    )
    parser.add_argument("--links", nargs="+", type=Path, default=[], metavar="CSV", help="update corrections, too")
    add_store_options(parser)
    parser.set_defaults(store=None)
    parser.add_argument("--dry-run", action="store_true", help="write nothing, but print what would change")
    return parser


def run(options: argparse.Namespace, progress: "Callable[[Reading], None] | None" = None) -> int:
    """Refresh the knowledge base, then mend what else is named; the worst of the exit codes."""
    from ld.kb import open_kb  # noqa: PLC0415 - imported late: --help must not wait
    from ld.kb.moves import Moves  # noqa: PLC0415
    from ld.kb.refresh import refresh_kb  # noqa: PLC0415
    from ld.kb.sources import is_dump, read_redirects  # noqa: PLC0415

    with _changed(options.kb, dry_run=options.dry_run) as path:
        done = refresh_kb(path, options.source, snapshot=options.snapshot, progress=progress)
        for old, new in done.moved.items():
            say(f"merged   {old} into {new}")
        for old in done.deleted:
            say(f"deleted  {old}")
        say(f"{len(done.moved)} merged, {len(done.deleted)} deleted, {done.missing} not in the source and kept")
        with open_kb(path) as kb:
            moves = Moves(kb, () if is_dump(options.source) else read_redirects(options.source))
            status = _mend(_facts_files(options.facts), _mended_facts, moves, dry_run=options.dry_run)
            status = max(status, _mend(options.links, _mended_links, moves, dry_run=options.dry_run))
            if options.store is None:
                return status
            with store_of(options) as store:
                return max(status, _mend_store(store, moves, dry_run=options.dry_run))


@contextmanager
def _changed(kb: Path, *, dry_run: bool) -> Iterator[Path]:
    """The knowledge base that is changed: a copy of *kb*, if it is not to be touched."""
    if not dry_run:
        yield kb
        return
    if not kb.is_file():
        raise InputError(f"{kb}: no such knowledge base", "build one with: article-ld kb build")
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copy(kb, folder))


def _facts_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files among *paths*, and those of facts in the folders among them."""
    for path in paths:
        if path.is_dir():
            yield from sorted(each for each in path.iterdir() if each.name.endswith(_FACTS))
        else:
            yield path


_Mended = tuple[str | None, "tuple[Change, ...]"]
"""The new text of a file, if it is another, and what changed."""


def _mend(files: Iterable[Path], mended: "Callable[[Path, Moves], _Mended]", moves: "Moves", *, dry_run: bool) -> int:
    """Mend *files*, each if it can be read."""
    from ld.output import write_together  # noqa: PLC0415

    status = DONE
    for path in files:
        try:
            text, changes = mended(path, moves)
            if text is not None and not dry_run:
                write_together(path.parent, {path.name: text})
        except InputError as error:
            complain(error, str(path))
            status = BAD_INPUT
            continue
        for old, new, name in changes:
            say(f"{path}: {old} is {new} now: {name}" if new else f"{path}: {old} was deleted: {name}")
    return status


def _mended_facts(path: Path, moves: "Moves") -> _Mended:
    from ld.link.refreshing import refreshed_facts  # noqa: PLC0415
    from ld.read.facts_json import read_facts, write_facts  # noqa: PLC0415

    facts = read_facts(_text_of(path))
    refreshed, changes = refreshed_facts(facts, moves)
    return (write_facts(refreshed) if refreshed != facts else None), changes


def _mended_links(path: Path, moves: "Moves") -> _Mended:
    from ld.link.corrections import read_corrections  # noqa: PLC0415
    from ld.link.refreshing import refreshed_corrections  # noqa: PLC0415

    read_corrections(path)
    text = _text_of(path)
    refreshed, changes = refreshed_corrections(text, moves)
    return (refreshed if refreshed != text else None), changes


def _text_of(path: Path) -> str:
    """The text of the file *path*, with the line ends that it has."""
    try:
        return path.read_bytes().decode()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", "check the path and its permissions") from error
    except UnicodeDecodeError as error:
        raise InputError(f"is not UTF-8: byte {error.start} cannot be decoded", "save the file as UTF-8") from error


def _mend_store(store: "Store", moves: "Moves", *, dry_run: bool) -> int:
    """Rename the items in *store* that have a new IRI, and report those that were deleted."""
    from ld.publish.renaming import items_in, naming, rename_elsewhere  # noqa: PLC0415
    from ld.vocab import WD  # noqa: PLC0415

    items = [iri.removeprefix(WD) for iri in items_in(store)]
    moved = {WD + old: WD + new for old in items if (new := moves.new(old)) != old}
    moved |= {iri: WD + qid for iri, qid in moves.adopted.items()}
    named = naming(store, tuple(moved))
    status = _mend_articles(store, named.articles, moved, dry_run=dry_run)
    for graph in named.others:
        if not dry_run and store.takes_updates:
            rename_elsewhere(store, [graph], moved)
        done = "renamed" if store.takes_updates else "not renamed, since the store takes no updates"
        say(f"<{graph}>: {done} (a graph of other origin)")
    for old in items:
        if moves.is_gone(old):
            where = naming(store, (WD + old,))
            say(f"{old} was deleted: it is in {', '.join(f'<{each}>' for each in (*where.articles, *where.others))}")
    return status


def _mend_articles(store: "Store", names: Iterable[str], moved: dict[str, str], *, dry_run: bool) -> int:
    from ld.publish import publish  # noqa: PLC0415
    from ld.publish.difference import difference  # noqa: PLC0415
    from ld.publish.renaming import renamed_articles  # noqa: PLC0415

    articles = renamed_articles(store, names, moved)
    if dry_run:
        for article in articles:
            for line in difference(article, store):
                show(line)
        return DONE
    outcome = publish(articles, store)
    for name in outcome.replaced:
        say(f"<{name}>: renamed")
    for error in outcome.failures:
        complain(error, "")
    failures: list[ArticleLdError] = list(outcome.failures)
    if any(isinstance(error, StoreUnavailableError) for error in failures):
        return UNREACHABLE
    return BAD_INPUT if failures else DONE
