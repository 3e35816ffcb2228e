"""``article-ld build``: articles in, validated linked data out."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urlsplit

from ld.cli.complaint import complain
from ld.cli.linking import Linking, add_linking_options, linking_of, tell_corrections
from ld.cli.printing import say, tell
from ld.config import defaults
from ld.errors import ArticleLdError, ExtractorUnavailableError, InputError
from ld.output import write_together

if TYPE_CHECKING:
    from ld.article import Article
    from ld.extractors import Extractor
    from ld.facts import Facts
    from ld.pipeline import Build

VALID, INVALID, BAD_INPUT, UNREACHABLE = 0, 1, 2, 4
_SINGLE = ("url", "date")
_NO_NAME = re.compile(r"[^\w.-]+")
_NAME_MOST = 100
INVALID_MARK = ".invalid"


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "build",
        help="turn articles into Turtle, JSON-LD and facts.json",
        description="Turn articles into validated linked data. Writes NAME.ttl (the facts), NAME.jsonld (the same), "
        "NAME.evidence.ttl (the words behind each fact) and NAME.facts.json, or none of them.",
    )
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a page (file or address), a text, a facts.json, - for standard input, "
        "or the address of a feed (RSS, Atom) or sitemap, for all articles that it lists",
    )
    parser.add_argument("-o", "--output", type=Path, default=Path(), metavar="DIR", help="where to write (default: .)")
    parser.add_argument("--url", help="the article's address; without it the graph gets a stable URN")
    parser.add_argument("--date", help="the day of publication, YYYY-MM-DD; without it no relative date is resolved")
    parser.add_argument("--publisher", help="the publisher's name (default: publisher of the settings)")
    parser.add_argument(
        "--lang",
        help="the article's language (BCP 47; default: lang of the settings, else detected)",
    )
    parser.add_argument(
        "--extractor",
        action="append",
        default=[],
        metavar="NAME[:ARG]",
        help="add what this extractor finds to the facts of the rules: spacy:MODEL, gliner:FOLDER[#THRESHOLD], "
        "openai:URL#MODEL (key: ARTICLE_LD_EXTRACTOR_KEY), or one registered by a package; may be repeated",
    )
    add_linking_options(parser)
    parser.add_argument(
        "--allow-private", action="store_true", help="also read addresses of private networks and of this machine"
    )
    parser.add_argument("--ninjs", action="store_true", help="also write NAME.ninjs.json (IPTC ninjs 3.1)")
    parser.add_argument("--force", action="store_true", help="write the graph even if it is invalid, as NAME.invalid.*")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Build every source; the worst of their exit codes."""
    _check(options)
    with linking_of(options) as linking:
        return _build_all(options, linking)


class _Command(NamedTuple):
    """The options of the command, and the facts to which corrections applied, which grow as it builds."""

    options: argparse.Namespace
    extractors: "Sequence[Extractor]"
    linking: Linking
    corrected: "list[Facts]"


def _build_all(options: argparse.Namespace, linking: Linking) -> int:
    command = _Command(options, _extractors(options.extractor), linking, [])
    names = zip(options.sources, _names(options.sources), strict=True)
    status = max(_build_source(source, name, command) for source, name in names)
    tell_corrections(linking, command.corrected)
    return status


def _check(options: argparse.Namespace) -> None:
    if len(options.sources) > 1:
        for option in _SINGLE:
            if getattr(options, option) is not None:
                raise InputError(f"--{option} belongs to one article, but {len(options.sources)} sources are given")


def _names(sources: Sequence[str]) -> list[str]:
    """The name of each source's results: its file name without the suffix. InputError if two would share a file."""
    names = [_name(source) for source in sources]
    taken: dict[str, str] = {}
    for source, name in zip(sources, names, strict=True):
        if not name:
            raise InputError(f"{source!r} yields no name for the results", "rename it")
        for file in (file for stem in (name, f"{name}{INVALID_MARK}") for file in _file_names(stem)):
            if file in taken:
                raise InputError(
                    f"{taken[file]} and {source} would both be written to {file}",
                    "rename one, or build them into two folders",
                )
            taken[file] = source
    return names


def _name(source: str) -> str:
    if source == "-":
        return "stdin"
    from ld.read import is_address  # noqa: PLC0415

    name = _last_step(source) if is_address(source) else Path(source).name
    for ending in (".facts.json", ".ninjs.json", ".json", ".txt", ".md", ".html", ".htm", ".xml"):
        name = name.removesuffix(ending)
    return name


def _last_step(address: str) -> str:
    """The last segment of an address's path as a file name; the host if there is none."""
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise InputError(f"{address}: is not a valid address: {error}", "check the spelling") from error
    last = unquote(parts.path.rstrip("/").rpartition("/")[2]) or parts.hostname or ""
    return _NO_NAME.sub("-", last).strip("-.")[:_NAME_MOST]


def _file_names(name: str) -> tuple[str, ...]:
    return (f"{name}.ttl", f"{name}.jsonld", f"{name}.evidence.ttl", f"{name}.facts.json")


def _extractors(specs: Sequence[str]) -> "list[Extractor]":
    if not specs:
        return []
    from ld.extractors import open_extractor  # noqa: PLC0415 - imported late: --help must not wait

    return [open_extractor(spec) for spec in specs]


def _build_source(source: str, name: str, command: _Command) -> int:
    """Build one source, or all articles that the feed at its address lists."""
    from ld.read.fetching import ListingError  # noqa: PLC0415 - imported late: --help must not wait

    try:
        return _build(source, name, command)
    except ListingError:
        return _build_listed(source, command)


def _build_listed(listing: str, command: _Command) -> int:
    from ld.cli.listed import Missed, articles_of  # noqa: PLC0415 - only feeds and sitemaps need it

    status = VALID
    for address, found in articles_of(listing, command.options):
        if isinstance(found, Missed):
            complain(found.error, address)
            status = max(status, BAD_INPUT if found.final else UNREACHABLE)
        else:
            status = max(status, _build(address, _name_of_page(address), command, found))
    return status


def _name_of_page(address: str) -> str:
    """The name of the results of a page among others: its whole path, since many a page is an ``index.html``."""
    path = unquote(urlsplit(address).path).removesuffix("/")
    return _NO_NAME.sub("-", path).strip("-.")[-_NAME_MOST:].removesuffix(".html") or _name(address)


def _build(source: str, name: str, command: _Command, article: "Article | None" = None) -> int:
    """Build *source*, or the *article* read from it. Raises ListingError if it is the address of a feed."""
    from ld.read.fetching import ListingError  # noqa: PLC0415

    options = command.options
    try:
        built = _built(source, command, article)
        if command.linking.corrections:
            command.corrected.append(built.facts)
        valid = built.report.conforms()
        written = (
            write_together(
                options.output, _files(built, name if valid else f"{name}{INVALID_MARK}", ninjs=options.ninjs)
            )
            if valid or options.force
            else ()
        )
    except ListingError:
        raise
    except ArticleLdError as error:
        complain(error, "standard input" if source == "-" else source)
        return UNREACHABLE if isinstance(error, ExtractorUnavailableError) else BAD_INPUT
    from ld.cli.summary import summary, told  # noqa: PLC0415 - its values need msgspec, for which --help must not wait

    say(summary(built, written))
    for spec, merged in zip(options.extractor, built.merged, strict=True):
        tell(f"article-ld: {source}: {spec}: {told(merged)}")
    if not valid and not options.force:
        tell(f"article-ld: {source}: not written: the graph is invalid (--force writes it, marked as invalid)")
    return VALID if valid else INVALID


def _built(source: str, command: _Command, article: "Article | None") -> "Build":
    from ld.pipeline import build  # noqa: PLC0415 - imported late: --help must not wait for the RDF libraries

    options, linking = command.options, command.linking
    given = {name: None if article else getattr(options, name) for name in ("url", "date", "publisher", "lang")}
    return build(
        article or source,
        **given,
        defaults=defaults(),
        extractors=command.extractors,
        kb=linking.kb,
        bundled=False,
        threshold=linking.threshold,
        corrections=linking.corrections,
        allow_private=options.allow_private,
    )


def _files(built: "Build", name: str, *, ninjs: bool) -> dict[str, str]:
    texts = (built.turtle(), built.json_ld(), built.evidence_turtle(), built.facts_json())
    files = dict(zip(_file_names(name), texts, strict=True))
    return {**files, f"{name}.ninjs.json": built.ninjs()} if ninjs else files
