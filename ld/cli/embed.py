"""``article-ld embed``: put JSON-LD into pages, leaving every other byte as it was."""

import argparse
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ld.cli.complaint import complain
from ld.cli.printing import give, show, tell
from ld.errors import ArticleLdError, InputError, OutputError
from ld.replacing import check_replaceable

if TYPE_CHECKING:
    from ld.article import Article
    from ld.facts import Facts
    from ld.web import Profile
    from ld.web.page import Again

DONE, FOUND, BAD_INPUT = 0, 1, 2
_SHOWN = 5


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "embed",
        help="put JSON-LD into web pages",
        description="Put one script block of JSON-LD into web pages; every other byte stays as it is. If a page "
        "describes the article already, both descriptions are merged. A second run changes nothing.",
    )
    parser.add_argument("pages", nargs="+", metavar="PAGE.html")
    known = parser.add_mutually_exclusive_group(required=True)
    known.add_argument(
        "--facts", type=Path, metavar="F", help="a facts.json, or a folder with one NAME.facts.json per page"
    )
    known.add_argument("--from-page", action="store_true", help="build the facts from the page itself")
    known.add_argument("--remove", action="store_true", help="remove the block")
    out = parser.add_mutually_exclusive_group()
    out.add_argument("--in-place", action="store_true", help="change the pages themselves")
    out.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="write the pages there (default: standard output)"
    )
    out.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 if a page lacks its block or has an outdated one"
    )
    parser.add_argument(
        "--prefer",
        choices=("theirs", "ours"),
        default="theirs",
        help="whose values win where they differ (default: theirs)",
    )
    parser.add_argument("--max-bytes", type=_size, metavar="N", help="maximum size of the block (default: 25000)")
    parser.add_argument("--no-quotations", action="store_true", help="leave out who said what")
    parser.add_argument("--no-events", action="store_true", help="leave out what happened")
    parser.add_argument("--nonce", help="the nonce of the page's Content-Security-Policy")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Embed into every page; the worst of their exit codes."""
    _check(options)
    return max(_embed(Path(name), options) for name in options.pages)


def _size(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of bytes")
    return int(text)


def _check(options: argparse.Namespace) -> None:
    """Refuse what cannot be meant, before anything is written."""
    many = len(options.pages) > 1
    if many and not (options.in_place or options.output or options.check):
        raise InputError("several pages cannot all go to standard output", "add --in-place, or -o DIR")
    if many and options.facts and not options.facts.is_dir():
        raise InputError(f"{options.facts} are the facts of one page, but {len(options.pages)} pages are given")
    taken: dict[str, str] = {}
    for page in options.pages if options.output else ():
        name = Path(page).name
        if name in taken:
            raise InputError(f"{taken[name]} and {page} would both be written to {options.output / name}")
        taken[name] = page


class _Invalid(NamedTuple):
    """The verdict on a graph that may not go into a page."""

    verdict: str


def _embed(path: Path, options: argparse.Namespace) -> int:
    try:
        page = _read(path)
        result = _result(path, page, options)
        if isinstance(result, _Invalid):
            tell(f"article-ld: {path}: left as it is: the graph is invalid\n{result.verdict}")
            return FOUND
        changed, said, again = result
        for place in again:
            tell(_say_again(path, place))
        if options.check:
            return _say_check(path, stale=changed != page)
        _write(path, page, changed, options)
    except ArticleLdError as error:
        complain(error, str(path))
        return BAD_INPUT
    tell(f"{path}: {said}")
    return DONE


def _read(path: Path) -> bytes:
    try:
        page = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}", "check the path and its permissions") from error
    if b"<" not in page:
        raise InputError(f"{path}: contains no markup", "is it an HTML page?")
    return page


def _result(path: Path, page: bytes, options: argparse.Namespace) -> "tuple[bytes, str, tuple[Again, ...]] | _Invalid":
    """The new page, the messages about it, and where else it describes its article."""
    from ld.pipeline import build  # noqa: PLC0415 - imported late: --help must not wait for the RDF libraries
    from ld.validate.report import to_text  # noqa: PLC0415
    from ld.web import MAX_BYTES, embed, profile, without  # noqa: PLC0415

    if options.remove:
        before = without(page)
        return before, "contains no block of ours" if before == page else "block removed", ()
    built = build(_source(path, page, options))
    if not built.report.conforms():
        return _Invalid(to_text(built.report))
    said = profile(
        built.facts,
        max_bytes=options.max_bytes or MAX_BYTES,
        quotations=not options.no_quotations,
        events=not options.no_events,
    )
    done = embed(page, said.document, prefer=options.prefer, nonce=options.nonce)
    return done.page, _summary(said, merged=done.merged, beside=done.beside), done.again


def _say_again(path: Path, again: "Again") -> str:
    name = "".join(character if character.isprintable() else "\ufffd" for character in str(path))
    return (
        f"{name}:{again.line}: warning: the page describes the article twice: in our block and, in {again.syntax} that "
        "stays as it is, here; search engines may take either: remove one of them"
    )


def _source(path: Path, page: bytes, options: argparse.Namespace) -> "Article | Facts":
    from ld.read import read  # noqa: PLC0415
    from ld.web.reading import read_page  # noqa: PLC0415

    if options.from_page:
        return read_page(page)
    return read(options.facts / f"{path.stem}.facts.json" if options.facts.is_dir() else options.facts)


def _summary(said: "Profile", *, merged: bool, beside: int) -> str:
    from ld.web.script import json_text  # noqa: PLC0415

    parts = [f"{len(json_text(said.document)):,} bytes of JSON-LD"]
    if merged:
        parts.append("merged with the page's own article")
    if beside:
        parts.append(f"{beside} other block{'s' if beside > 1 else ''} left as found")
    if said.left_out:
        more = f" and {len(said.left_out) - _SHOWN} more" if len(said.left_out) > _SHOWN else ""
        parts.append(f"left out to keep it short: {', '.join(said.left_out[:_SHOWN])}{more}")
    return "; ".join(parts)


def _say_check(path: Path, *, stale: bool) -> int:
    if stale:
        show(f"{path}: stale or without its block: run article-ld embed again")
    return FOUND if stale else DONE


def _write(path: Path, page: bytes, changed: bytes, options: argparse.Namespace) -> None:
    if options.output:
        _replace(options.output / path.name, changed)
    elif not options.in_place:
        give(changed)
    elif changed != page:
        _replace(path.resolve(), changed)


def _replace(path: Path, data: bytes) -> None:
    """Write *data* to *path* atomically, keeping its permissions."""
    check_replaceable(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".article-ld-", delete=False) as file:
            try:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                _keep_mode(path, Path(file.name))
                Path(file.name).replace(path)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from error


def _keep_mode(path: Path, new: Path) -> None:
    """Give *new* the permissions of the file that it replaces, or those of any new file."""
    if path.exists():
        shutil.copymode(path, new)
    else:
        mask = os.umask(0)
        os.umask(mask)
        new.chmod(0o666 & ~mask)
