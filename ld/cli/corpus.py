"""``article-ld corpus``: whole archives and crawls into partitions of N-Quads."""

import argparse
import filecmp
import os
import shutil
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ld.cli.complaint import complain
from ld.cli.linking import add_knowledge_options, threshold_of
from ld.cli.printing import say, tell
from ld.cli.progress import Progress
from ld.config import defaults, file_setting
from ld.errors import InputError, OutputError
from ld.extras import extra
from ld.standard_input import standard_input

if TYPE_CHECKING:
    from ld.corpus.conversion import ConversionOptions
    from ld.corpus.manifest import Manifest
    from ld.corpus.run import Step
    from ld.corpus.spark import Done

_STDIN = Path("-")
_SPOOL = ".stdin.jsonl"
DONE, NOTHING, BAD_INPUT, UNREACHABLE = 0, 1, 2, 4


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "corpus",
        help="turn whole archives and crawls into partitions of N-Quads",
        description="Turn a corpus into validated N-Quads, a table of facts (Parquet), a list of rejects and a "
        "manifest. An interrupted run continues when the same command is given again, and with --update so does one "
        "whose inputs have grown.",
    )
    parser.add_argument(
        "inputs",
        nargs="+",
        type=_input,
        metavar="INPUT",
        help="JSON Lines (.jsonl, .jsonl.gz, .jsonl.zst), Parquet, WARC (.warc, .warc.gz), a folder, "
        "the address of a feed (RSS, Atom) or sitemap, or - for JSON Lines from standard input",
    )
    parser.add_argument(
        "--update",
        action="store_true",
        help="take what is new since the last run: lines and records appended to inputs, further inputs, and articles "
        "new or changed in feeds and sitemaps; with an address among the inputs this is the default",
    )
    parser.add_argument(
        "--allow-private", action="store_true", help="also read addresses of private networks and of this machine"
    )
    parser.add_argument("-o", "--output", required=True, metavar="DIR", help="a new folder for the results")
    _add_run_options(parser)
    _add_article_options(parser)
    parser.set_defaults(run=run)


def _add_run_options(parser: argparse.ArgumentParser) -> None:
    """Add the options for how much is converted, by how many processes, and into which form."""
    parser.add_argument(
        "--workers", type=_number, default=os.cpu_count() or 1, metavar="N", help="processes (default: one per core)"
    )
    parser.add_argument(
        "--engine", choices=("local", "spark"), default="local", help="run on this machine, or on Apache Spark"
    )
    parser.add_argument(
        "--master", metavar="URL", help="the Spark master (default: that of spark-submit or Spark's settings)"
    )
    parser.add_argument("--limit", type=_number, metavar="N", help="only the first N records")
    parser.add_argument("--sample", type=_share, default=1.0, metavar="SHARE", help="take this share, such as 0.01")
    parser.add_argument(
        "--compress", choices=("gz", "zst", "none"), default="gz", help="packing of N-Quads (default: gz)"
    )


def _add_article_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that apply to every article: what its record lacks, how it is linked and checked."""
    parser.add_argument("--date", help="the day of publication, for records that do not state it")
    parser.add_argument(
        "--publisher",
        help="the publisher, for records that do not state it (default: publisher of the settings)",
    )
    parser.add_argument(
        "--lang",
        help="the language (BCP 47), for records that do not state it (default: lang of the settings)",
    )
    parser.add_argument(
        "--kb",
        type=Path,
        metavar="FILE",
        help="your own knowledge base, consulted before the bundled one (default: kb of the settings)",
    )
    add_knowledge_options(parser)
    parser.add_argument(
        "--links", type=Path, metavar="CSV", help="corrections of links (default: those of the settings)"
    )
    parser.add_argument("--shapes", type=Path, metavar="PATH", help="shapes to use instead of the built-in ones")
    parser.add_argument(
        "--fail-on",
        choices=("violation", "warning", "info"),
        default="violation",
        help="reject graphs with results of this severity or worse (default: violation)",
    )


def run(options: argparse.Namespace) -> int:
    """Carry out the run; 1 if it yields no article at all."""
    if options.master and options.engine != "spark":
        raise InputError("--master needs --engine spark", "add it, or leave out --master")
    options.update = options.update or bool(_listings(options))
    if options.update:
        _check_update(options)
    with extra("corpus", "corpus"):
        _load("pyarrow.parquet", "rensa", "trafilatura", "warcio", *(["protego"] if _listings(options) else []))
    if options.engine == "spark":
        with extra("spark", "corpus --engine spark"):
            _load("pyspark.sql")
    return _run(options)


def _check_update(options: argparse.Namespace) -> None:
    """Refuse what an archive that grows cannot have."""
    for is_given, what in (
        (options.engine == "spark", "--engine spark"),
        (options.limit is not None, "--limit"),
        (_STDIN in options.inputs, "standard input"),
    ):
        if is_given:
            raise InputError(f"{what} does not go with --update, or with feeds", "leave one of them out")


def _listings(options: argparse.Namespace) -> list[str]:
    """The inputs that are addresses."""
    return [each for each in options.inputs if isinstance(each, str)]


def _load(*modules: str) -> None:
    """Import all *modules* at once, so that a missing one shows now, and not hours later."""
    for module in modules:
        import_module(module)


def _run(options: argparse.Namespace) -> int:
    from ld.corpus.plan import plan_of  # noqa: PLC0415 - imported late: --help must not wait for the libraries

    began = time.monotonic()
    output = Path(options.output)
    crawled = _crawl(listings, output, options) if (listings := _listings(options)) else DONE
    inputs = _paths(options.inputs, output)
    if options.engine == "spark":
        inputs = [path.resolve() for path in inputs]  # executors work in folders of their own
    plan = plan_of(
        inputs,
        _settings(options),
        compression=options.compress,
        limit=options.limit,
        sample=options.sample,
        grows=options.update,
    )
    if options.engine == "spark":
        from ld.corpus.spark import run_on_spark  # noqa: PLC0415

        _summarise(done := run_on_spark(plan, options.output, options.master), time.monotonic() - began)
        return DONE if done.articles else NOTHING
    from ld.corpus.run import run as run_corpus  # noqa: PLC0415

    with Progress() as progress:
        manifest = run_corpus(plan, output, options.workers, _ProgressDisplay(progress).of)
    if manifest.near_duplicates:
        say(f"{manifest.near_duplicates:,} near-duplicates, linked")
    _summarise(manifest, time.monotonic() - began)
    return crawled or (DONE if manifest.articles else NOTHING)


def _input(said: str) -> Path | str:
    """A path, or the address of a feed or sitemap."""
    return said if said.lower().startswith(("http://", "https://")) else Path(said)


def _crawl(listings: list[str], output: Path, options: argparse.Namespace) -> int:
    """Append new articles of *listings* to the crawl file beside the results; returns the exit code."""
    from ld.corpus.crawling import append_new  # noqa: PLC0415

    counts = append_new(
        listings,
        output,
        lambda missed: complain(missed.error, missed.listed),
        allow_private=options.allow_private,
    )
    say(f"{counts['taken']:,} pages fetched")
    if counts["missed"]:
        tell(f"article-ld: {counts['missed']:,} addresses could not be had; the next run tries them again")
    return BAD_INPUT if counts["refused"] else UNREACHABLE if counts["missed"] else DONE


def _paths(inputs: list[Path | str], output: Path) -> list[Path]:
    """The files and folders to read for *inputs*: standard input and crawled pages are stored beside *output*."""
    paths = [_spooled(output) if path == _STDIN else path for path in inputs if isinstance(path, Path)]
    if len(paths) < len(inputs):
        from ld.corpus.crawling import CRAWL, beside  # noqa: PLC0415

        paths.append(beside(output, CRAWL))
    return paths


def _settings(options: argparse.Namespace) -> "ConversionOptions":
    from ld.corpus.conversion import ConversionOptions  # noqa: PLC0415

    kb, links = options.kb or file_setting("kb"), options.links or file_setting("links")
    from ld.read.options import options as checked  # noqa: PLC0415

    house = defaults()
    publisher = house.publisher if options.publisher is None else options.publisher
    lang = house.lang if options.lang is None else options.lang
    checked(url=None, date=options.date, publisher=publisher, lang=lang)
    return ConversionOptions(
        date=options.date,
        publisher=publisher,
        publisher_data=house.publisher_data if publisher == house.publisher else (),
        lang=lang,
        kb=str(kb) if kb else None,
        bundled=options.bundled,
        threshold=threshold_of(options),
        links=str(links) if links else None,
        shapes=str(options.shapes) if options.shapes else None,
        fail_on=options.fail_on,
    )


class _ProgressDisplay:
    """What the progress display needs to know about the partitions done so far."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._articles = self._kept = self._rejects = 0

    def of(self, step: "Step") -> None:
        self._articles += step.done.articles
        self._kept += step.done.articles if step.kept else 0
        self._rejects += sum(step.done.rejects.values())
        total = round(self._articles / step.share)
        self._progress.at(self._articles, total, before=self._kept, note=f"{self._rejects} rejects")


def _spooled(output: Path) -> Path:
    """Standard input as a file beside the results, so that an interrupted run can be resumed.

    Raises InputError if another input is there from an earlier run, OutputError if it cannot be written.
    """
    spool = output.with_name(f"{output.name}{_SPOOL}")
    try:
        _spool(spool)
    except OSError as error:
        raise OutputError(
            f"{spool}: cannot be written: {error.strerror or error}", "make room, or name another folder"
        ) from error
    return spool


def _spool(spool: Path) -> None:
    spool.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=spool.parent, prefix=f"{spool.name}.") as half:
        shutil.copyfileobj(standard_input(), half)
        half.flush()
        if not spool.exists():
            spool.hardlink_to(half.name)
        elif not filecmp.cmp(half.name, spool, shallow=False):
            raise InputError(f"{spool}: an earlier run had other lines from standard input", "name another folder")


def _summarise(done: "Manifest | Done", seconds: float) -> None:
    say(f"{done.articles:,} articles, {done.quads:,} quads, {done.facts:,} facts")
    for reason, count in done.rejects.items():
        say(f"{count:,} rejected: {reason}")
    tell(f"article-ld: {done.records:,} records in {seconds:.1f} s")


def _number(said: str) -> int:
    number = int(said)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{said} is not a number from 1 on")
    return number


def _share(said: str) -> float:
    share = float(said)
    if not 0 < share <= 1:
        raise argparse.ArgumentTypeError(f"{said} is not a share: give a number above 0 and at most 1")
    return share
