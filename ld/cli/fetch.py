"""``article-ld kb fetch``: fresh facts from Wikidata into a knowledge base or a table."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ld.cli.linking import cache_folder
from ld.cli.printing import draw, on_terminal, say, visible
from ld.config import wikidata_settings
from ld.errors import InputError

if TYPE_CHECKING:
    from ld.wikidata.answers import Sources, Step
    from ld.wikidata.fetch import FetchOutcome

KINDS = ("person", "country", "place", "organization")
QUERIES = {
    "heads": "heads of state and of government in office",
    "governments": "ministers in office",
    "legislators:CC": "members of a country's parliament",
    "central-banks": "central banks and whoever leads them",
    "companies": "listed companies, and businesses with a page in five wikis",
    "parties:CC": "political parties of a country",
    "clubs:LEAGUE": "clubs that play in a league (its Wikidata ID)",
    "cities:N": "cities with at least N inhabitants",
    "outlets:CC": "newspapers, magazines, broadcasters, agencies, news sites of a country",
    "bodies": "international organizations, ministries",
    "states": "states and territories",
}
"""What each ready-made query gives, in a few words."""


def add_to(actions: "argparse._SubParsersAction[Any]") -> None:
    """Declare the action."""
    _add_options(_parser(actions))


def _parser(actions: "argparse._SubParsersAction[Any]") -> argparse.ArgumentParser:
    width = max(map(len, QUERIES)) + 2
    listed = "".join(f"  {name:{width}}{about}\n" for name, about in QUERIES.items())
    parser: argparse.ArgumentParser = actions.add_parser(
        "fetch",
        help="fetch fresh facts from Wikidata, over the network",
        description="Fetch items from Wikidata and write them as a knowledge base or a table. One request goes at a "
        "time, in the name of your contact: ARTICLE_LD_CONTACT, or the settings. What was answered is kept: "
        "an interrupted run continues when it is started again.",
        epilog=f"what can be fetched (CC is a country's code, ISO 3166-1 alpha-2):\n{listed}"
        f"  {'FILE.rq':{width}}your own query: a SELECT with ?item\n"
        f"  {'FILE.jsonl, …':{width}}the items of a table or a knowledge base, fetched again\n",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    return parser


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("names", nargs="+", metavar="NAME", help="what to fetch: see below")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="NAME.kb, or a table sorted by ID, NAME.jsonl"
    )
    parser.add_argument("--name", default="", help="what links shall cite as their source (default: the file's name)")
    parser.add_argument(
        "--over", type=Path, metavar="FILE", help="merge it over the items of this table or knowledge base"
    )
    parser.add_argument("--languages", default="en", help="names in these: en,fr,ko, or all (default: en)")
    parser.add_argument(
        "--min-sitelinks", type=int, default=0, metavar="N", help="keep items with a page in N wikis (default: all)"
    )
    parser.add_argument(
        "--class",
        action="append",
        default=[],
        dest="classes",
        metavar="KIND=QID",
        help="an additional class for a kind",
    )
    parser.add_argument("--endpoint", default="", metavar="URL", help="the query service (default: Wikidata's)")
    parser.add_argument("--api", default="", metavar="URL", help="the API, …/w/api.php (default: Wikidata's)")
    parser.add_argument(
        "--cache", type=Path, metavar="DIR", help="where answers are cached (default: ~/.cache/article-ld)"
    )
    parser.add_argument(
        "--max-age", type=float, default=1.0, metavar="DAYS", help="fetch again what is older (default: 1)"
    )
    parser.add_argument("--offline", action="store_true", help="take only what was kept, however old it is")
    parser.set_defaults(run=_fetch)


def class_of(told: str) -> tuple[str, Any]:
    """The class and the kind in *told*, as ``KIND=QID``. Raises InputError for anything else."""
    kind, _, qid = told.partition("=")
    if kind not in KINDS or not qid.startswith("Q"):
        raise InputError(f"--class {told}: not KIND=QID", "write, for example, --class organization=Q7278")
    return qid, kind


def _fetch(options: argparse.Namespace) -> int:
    from ld.wikidata.answers import checked_languages  # noqa: PLC0415 - imported late: it speaks to the network
    from ld.wikidata.fetch import fetch, wanted_of  # noqa: PLC0415

    if options.output.suffix not in {".kb", ".jsonl"}:
        raise InputError(f"{options.output}: unknown kind of file", "name it .kb or .jsonl")
    wanted = wanted_of(options.names)._replace(
        languages=checked_languages(options.languages),
        classes=dict(class_of(each) for each in options.classes),
        sitelinks=options.min_sitelinks,
        over=options.over,
    )
    try:
        fetched = fetch(wanted, options.output, _sources(options), name=options.name, progress=_show)
    finally:
        _clear()
    _report(fetched)
    return 0


def _sources(options: argparse.Namespace) -> "Sources":
    from ld.wikidata.answers import Sources  # noqa: PLC0415 - imported late: it speaks to the network

    settings = wikidata_settings()
    endpoint, api = options.endpoint or settings.endpoint, options.api or settings.url
    if api and not endpoint:
        raise InputError(f"{api} has items of its own, and no query service to list them", "give --endpoint too")
    return Sources(settings.contact, options.cache or cache_folder(), endpoint, api, options.offline, options.max_age)


def _report(fetched: "FetchOutcome") -> None:
    for told, count in fetched.found.items():
        say(f"found     {count}  {told}")
    for old, new in fetched.moved.items():
        say(f"merged    {old} into {new}")
    for qid in fetched.gone:
        say(f"gone      {qid}")
    for reason, count in sorted(fetched.left_out.items()):
        say(f"left out  {count}  {reason}")
    info = fetched.info
    say(f"kept      {sum(info.items.values())}  under {info.names} names, as of {info.snapshot}")


def _show(step: "Step") -> None:
    """Say on a terminal how far the fetch is."""
    if on_terminal(sys.stderr):
        told = visible(f"article-ld: {step.what}: {step.done:,} of {step.total:,}")
        draw(f"\r\x1b[K{told}", sys.stderr)


def _clear() -> None:
    if on_terminal(sys.stderr):
        draw("\r\x1b[K", sys.stderr)
