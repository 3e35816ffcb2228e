"""The options that say what entities are linked with, and messages about the corrections that were applied."""

import argparse
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ld.cli.printing import say, tell
from ld.config import file_setting, wikidata_settings
from ld.errors import InputError

if TYPE_CHECKING:
    from ld.facts import Facts
    from ld.kb import Lookup
    from ld.link.corrections import Correction


class Linking(NamedTuple):
    """What entities are linked with: knowledge, corrections of it, and the score below which nothing is linked."""

    kb: "Lookup | None"
    corrections: "Sequence[Correction]"
    threshold: float


def add_linking_options(parser: argparse.ArgumentParser) -> None:
    """Declare --kb, --wikidata with its companions, and --links."""
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--kb",
        type=Path,
        metavar="FILE",
        help="your own knowledge base, consulted before the bundled one (default: kb of the settings)",
    )
    source.add_argument(
        "--wikidata",
        action="store_true",
        help="look people up in Wikidata, over the network; needs a contact: ARTICLE_LD_CONTACT, or the settings",
    )
    add_knowledge_options(parser)
    parser.add_argument(
        "--wikidata-cache", type=Path, metavar="DIR", help="where its answers are cached (default: ~/.cache/article-ld)"
    )
    parser.add_argument("--offline", action="store_true", help="use only cached answers of Wikidata")
    parser.add_argument(
        "--links",
        type=Path,
        metavar="CSV",
        help="corrections of links, which overrule every knowledge base (default: links of the settings)",
    )


@contextmanager
def linking_of(options: argparse.Namespace) -> Iterator[Linking]:
    """The bases and corrections that *options*, else the settings, name: opened, and closed after the block.

    Raises InputError for files that are not knowledge bases or corrections, and for a missing contact.
    """
    from ld.link.corrections import check_decisions, read_corrections  # noqa: PLC0415 - imported late: --help must not wait

    links = options.links or file_setting("links")
    with _lookup_of(options) as own:
        kb = own
        if options.bundled:
            from ld.kb import with_bundled  # noqa: PLC0415

            kb = with_bundled(own)
        corrections = read_corrections(links) if links else ()
        check_decisions(corrections, kb)
        yield Linking(kb, corrections, threshold_of(options))


def threshold_of(options: argparse.Namespace) -> float:
    """The score below which nothing is linked."""
    from ld.link.weights import THRESHOLD  # noqa: PLC0415

    return THRESHOLD if options.threshold is None else options.threshold


def add_knowledge_options(parser: argparse.ArgumentParser) -> None:
    """Declare --no-bundled and --threshold."""
    parser.add_argument(
        "--no-bundled", dest="bundled", action="store_false", help="do not use the bundled knowledge base"
    )
    parser.add_argument(
        "--threshold", type=_share, metavar="SCORE", help="the lowest score that is linked, 0 to 1 (default: 0.7)"
    )


def _share(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number between 0 and 1")
    return value


def _lookup_of(options: argparse.Namespace) -> "AbstractContextManager[Lookup | None]":
    if not options.wikidata:
        for option in ("offline", "wikidata_cache"):
            if getattr(options, option):
                raise InputError(f"--{option.replace('_', '-')} needs --wikidata", "add it, or leave this out")
    if options.wikidata:
        from ld.wikidata import open_wikidata  # noqa: PLC0415 - nothing else may load what speaks to the network

        settings = wikidata_settings()
        cache = options.wikidata_cache or cache_folder()
        return open_wikidata(contact=settings.contact, cache=cache, offline=options.offline, url=settings.url)
    if kb := options.kb or file_setting("kb"):
        from ld.kb import open_kb  # noqa: PLC0415

        return open_kb(kb)
    return nullcontext()


def cache_folder() -> Path:
    """Where Wikidata's answers are cached by default."""
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "article-ld"
    except RuntimeError as error:  # a user without a home
        hint = "name a folder: --wikidata-cache DIR"
        raise InputError("no home directory to cache Wikidata's answers in", hint) from error


def tell_corrections(linking: Linking, articles: "Iterable[Facts]") -> None:
    """Report which corrections were applied, and warn about those that none of the *articles* uses."""
    from ld.link.corrections import applied, settled, unused  # noqa: PLC0415

    articles = tuple(articles)
    for facts in articles:
        for correction, _, name in applied(facts, linking.corrections):
            say(f"{name}: {correction.decision}, {correction.because}\n")
        for correction in settled(facts, linking.corrections):
            say(f"{correction.words or correction.match}: {correction.decision}, {correction.because}\n")
    for correction in unused(linking.corrections, articles):
        tell(f"article-ld: {correction.source}: matches no entity: {correction.match}")
