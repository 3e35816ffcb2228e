"""``article-ld validate``: reports what is wrong in files, and on which line."""

import argparse
import sys
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from itertools import chain
from typing import TYPE_CHECKING, Any

from ld.cli.printing import tell
from ld.cli.reports import FORMATS, Output, Reports, outputs_of, without
from ld.cli.stored_articles import articles_in_store
from ld.cli.stores import add_store_options, store_of
from ld.config import validate_settings
from ld.errors import InputError

if TYPE_CHECKING:
    from ld.validate.checked import CheckedFile
    from ld.validate.formats import Rendering
    from ld.validate.profiles import Choice
    from ld.validate.set_aside import Decisions

VALID, INVALID, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130
PROFILES = ("article-ld", "google", "schema-org", "void")
_SEVERITIES = ("violation", "warning", "info")
_EXIT_CODES = """\
exit codes:
  0    every file is valid: no result is as severe as --fail-on, or worse
  1    some file is not valid
  2    a file cannot be read, or not be checked in time, or the shapes or the usage are wrong; the other files are
       checked anyway
  3    internal error
  130  interrupted; what was checked until then is reported
"""


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "validate",
        help="check graphs, pages and facts, and show the line of each fault",
        description="Check Turtle, TriG, N-Triples, N-Quads, RDF/XML, JSON-LD, facts.json, and pages with JSON-LD, "
        "microdata or RDFa, from files or from the Web. NAME.ttl and NAME.jsonld are checked together with "
        "NAME.evidence.ttl if it is beside them. Without --profile and --shapes, article graphs are checked against "
        "article-ld, pages and third-party JSON-LD against google and schema-org.",
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_sources(parser)
    _add_rules(parser)
    _add_outcome(parser)
    parser.set_defaults(**_store_defaults(), run=run)


def _add_sources(parser: argparse.ArgumentParser) -> None:
    """What is checked."""
    parser.add_argument("sources", nargs="*", metavar="PATH", help="a file, a folder, a pattern, an address, or -")
    parser.add_argument(
        "--sitemap", action="append", default=[], metavar="URL", help="check the pages that a sitemap lists too"
    )
    parser.add_argument(
        "--allow-private", action="store_true", help="also read addresses of private networks and of this machine"
    )
    parser.add_argument("--store", metavar="STORE", help="check the articles of a store too: a folder, URL or name")


def _add_rules(parser: argparse.ArgumentParser) -> None:
    """Add the options for what is checked against, and by which engine."""
    parser.add_argument(
        "--profile", action="append", choices=PROFILES, help="what to check against (default: depends on the file)"
    )
    parser.add_argument(
        "--shapes", action="append", default=[], metavar="PATH", help="shapes to use instead of profiles"
    )
    parser.add_argument("--add-shapes", action="append", default=[], metavar="PATH", help="shapes to use in addition")
    parser.add_argument(
        "--context", action="append", default=[], metavar="URL=FILE", help="the file to use for a JSON-LD context"
    )
    parser.add_argument("--engine", choices=("auto", "compiled", "pyshacl"), default="auto", help="the SHACL engine")
    parser.add_argument(
        "--shacl",
        choices=("1.0", "1.2"),
        default="1.0",
        help="the SHACL of your shapes; terms that only the draft 1.2 has are passed over, and named (default: 1.0)",
    )
    parser.add_argument(
        "--time-limit",
        type=_seconds,
        default=60,
        metavar="SECONDS",
        help="time limit for shapes in SPARQL on each graph (default: 60)",
    )
    parser.add_argument("--jobs", type=int, metavar="N", help="number of processes (default: as many as are worth it)")


def _add_outcome(parser: argparse.ArgumentParser) -> None:
    """What becomes of findings."""
    parser.add_argument(
        "--fail-on",
        choices=_SEVERITIES,
        default="violation",
        help="a file with results of this severity or worse is invalid (default: violation)",
    )
    parser.add_argument(
        "--baseline",
        metavar="FILE",
        help="a report in JSON of before: what it has is set aside, and new findings count",
    )
    parser.add_argument(
        "--ignore", action="append", default=[], metavar="ID", help="a rule whose findings are set aside"
    )
    parser.add_argument(
        "--format",
        action="append",
        default=[],
        metavar="FORMAT[:FILE]",
        help=f"the format of the report: {', '.join(FORMATS)}",
    )
    parser.add_argument("--json", action="append_const", dest="format", const="json", help="short for --format json")


def _seconds(text: str) -> float:
    number = float(text)
    if not 0 < number < threading.TIMEOUT_MAX:
        raise argparse.ArgumentTypeError(f"{text} is no time")
    return number


def _store_defaults() -> dict[str, Any]:
    """What the options of a store are without being given: a store that needs any is named in the settings."""
    defaults = argparse.ArgumentParser()
    add_store_options(defaults)
    return {name: value for name, value in vars(defaults.parse_args([])).items() if name != "store"}


def run(options: argparse.Namespace) -> int:
    """Check all that is named, and report as often as asked."""
    from ld.validate.formats.tally import Tally, plural  # noqa: PLC0415 - imported late: --help must not wait
    from ld.validate.report import Severity  # noqa: PLC0415
    from ld.validate.sources import files_of  # noqa: PLC0415

    named = [*options.sources, *_listed(options)] or ([] if options.store else validate_settings().paths)
    if not named and not options.store:
        raise InputError("nothing to check", "name files, folders, addresses or -, a --sitemap or a --store")
    outputs = outputs_of(options.format)
    sources = without(files_of(named), outputs, named)
    choice = _choice(options)
    decisions = _decisions(choice, options)
    _tell_of_draft(choice)
    tally, interrupted = Tally(), False
    with closing(_checked(sources, choice, options)) as files, Reports(outputs, _renderer(choice, options)) as reports:
        try:
            for file in map(decisions.on, files):
                tally = tally.plus(file)
                reports.add(file)
        except KeyboardInterrupt:
            interrupted = True
            files.close()
            reports.add(_interruption(sources[tally.files :], options.store))
        reports.finish()
    if decisions.aside:
        tell(f"article-ld: set aside: {plural(decisions.aside, 'finding')} (--baseline, --ignore, the settings)")
    if interrupted:
        tell(f"article-ld: interrupted: {tally.files} of {len(sources)} files were checked")
        return INTERRUPTED
    if tally.unreadable:
        return BAD_INPUT
    return VALID if tally.conforms(Severity(options.fail_on)) else INVALID


def _listed(options: argparse.Namespace) -> Iterator[str]:
    if not options.sitemap:
        return
    from ld.validate.addresses import pages_of_sitemap  # noqa: PLC0415

    for address in options.sitemap:
        yield from pages_of_sitemap(address, allow_private=options.allow_private)


def _choice(options: argparse.Namespace) -> "Choice":
    from ld.validate.profiles import Choice  # noqa: PLC0415

    if options.shapes and options.profile:
        raise InputError("--shapes replaces the profiles", "join them to a profile with --add-shapes instead")
    return Choice(
        profiles=tuple(options.profile or ()),
        shapes=tuple(options.shapes),
        added=tuple(options.add_shapes),
        engine=options.engine,
        contexts=tuple(_context(named) for named in options.context),
        allow_private=options.allow_private,
        draft=options.shacl == "1.2",
        seconds=options.time_limit,
    )


def _decisions(choice: "Choice", options: argparse.Namespace) -> "Decisions":
    """What becomes of findings by the options and by the settings."""
    from collections import Counter  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    from ld.validate.formats.paths import repository_root  # noqa: PLC0415
    from ld.validate.profiles import RulesOfChoice  # noqa: PLC0415
    from ld.validate.report import Severity  # noqa: PLC0415
    from ld.validate.set_aside import Decisions, known_findings, rule_named  # noqa: PLC0415

    severities = validate_settings().severity
    rules = RulesOfChoice(choice) if options.ignore or severities else {}
    ignored = [*options.ignore, *(name for name, severity in severities.items() if severity == "off")]
    root = repository_root(Path.cwd())
    return Decisions(
        ignored=frozenset(rule_named(name, rules).iri for name in ignored),
        severities={rule_named(name, rules).iri: Severity(of) for name, of in severities.items() if of != "off"},
        known=known_findings(options.baseline, root) if options.baseline else Counter(),
        root=root,
    )


def _tell_of_draft(choice: "Choice") -> None:
    """Say which terms of the user's shapes ask something that is not looked at."""
    from ld.validate.profiles import shapes_of  # noqa: PLC0415
    from ld.validate.shacl.vocabulary import name  # noqa: PLC0415

    unlooked = shapes_of(choice).unlooked if choice.draft else ()
    if unlooked:
        tell(f"article-ld: not looked at: {', '.join(map(name, unlooked))}, which only the draft SHACL 1.2 has")


def _context(named: str) -> tuple[str, str]:
    url, _, file = named.rpartition("=")
    if not url or not file:
        raise InputError(f"--context {named} names no file", "write --context URL=FILE")
    return url, file


def _checked(sources: Sequence[str], choice: "Choice", options: argparse.Namespace) -> "Generator[CheckedFile]":
    from ld.validate.batch import check_files  # noqa: PLC0415
    from ld.validate.checked import each_once  # noqa: PLC0415

    with closing(check_files(sources, choice, options.jobs)) as files:
        yield from each_once(chain(files, _in_store(options, choice) if options.store else ()))


def _in_store(options: argparse.Namespace, choice: "Choice") -> "Iterator[CheckedFile]":
    with store_of(options) as store:
        yield from articles_in_store(store, choice)


def _renderer(choice: "Choice", options: argparse.Namespace) -> "Callable[[Output], Rendering]":
    from ld.validate.formats import Rendering  # noqa: PLC0415
    from ld.validate.formats.colour import takes_colour  # noqa: PLC0415
    from ld.validate.profiles import RulesOfChoice  # noqa: PLC0415

    rules = RulesOfChoice(choice)

    def rendering(output: Output) -> "Rendering":
        colour = not output.file and takes_colour(sys.stdout)
        return Rendering(output.format, fail_on=options.fail_on, rules=rules, colour=colour)

    return rendering


def _interruption(unchecked: Sequence[str], store: str | None) -> "CheckedFile":
    """What reports say instead of the remaining results, so that none of them calls the unchecked files valid."""
    from ld.validate.checked import CheckedFile  # noqa: PLC0415
    from ld.validate.formats.tally import plural  # noqa: PLC0415

    what = f"{plural(len(unchecked), 'file')} {'was' if len(unchecked) == 1 else 'were'} not checked"
    return CheckedFile(
        file=unchecked[0] if unchecked else store or "-",
        error=f"the check was interrupted: {what if unchecked else 'there may be more'}",
        hint="run it again",
    )
