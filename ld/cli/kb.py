"""``article-ld kb``: build and query your own knowledge bases."""

import argparse
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from ld.cli import fetch, refresh
from ld.cli.json_output import add_json_option, give_json
from ld.cli.printing import draw, is_quiet, say, show, tell, visible

if TYPE_CHECKING:
    from ld.kb.build import Outcome, Reading
    from ld.kb.item import Item
    from ld.kb.names import Candidate

_WIKIS = 5


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser("kb", help="build and query your own knowledge base")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    _add_build(actions)
    fetch.add_to(actions)
    info = actions.add_parser("info", help="show what a knowledge base contains")
    info.set_defaults(run=_info)
    search = actions.add_parser(
        "search",
        help="list whom or what a name may refer to",
        description="One line per candidate: how the name matches, the score by the name alone, "
        "how many wikis have a page, and who or what it is. An article can raise the score or lower it.",
    )
    search.set_defaults(run=_search)
    add = actions.add_parser("add", help="add your own items to a knowledge base")
    add.set_defaults(run=_add)
    refresh.add_to(actions).set_defaults(run=_refresh)
    for action in (info, search):
        add_json_option(action)
    for action in (info, search, add):
        action.add_argument("kb", type=Path, metavar="KB", help="the knowledge base")
    search.add_argument("name", help="a name")
    add.add_argument("sources", nargs="+", type=Path, metavar="SOURCE", help="a .csv, .jsonl, .json or .kb")


def _add_build(actions: "argparse._SubParsersAction[Any]") -> None:
    build = actions.add_parser(
        "build",
        help="build one from Wikidata dumps and your own tables",
        description="Build a knowledge base. If two sources have the same item, the later one wins. "
        "An interrupted run continues when it is started again.",
    )
    build.add_argument(
        "sources", nargs="+", type=Path, metavar="SOURCE", help=".json, .json.gz, .json.bz2, .csv, .jsonl"
    )
    build.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="the knowledge base, NAME.kb")
    build.add_argument("--name", default="", help="what links cite as their source (default: the file's name)")
    build.add_argument("--snapshot", default="", metavar="DATE", help="the day for which the sources hold, YYYY-MM-DD")
    build.add_argument("--kind", action="append", choices=fetch.KINDS, help="keep only these of a dump (default: all)")
    build.add_argument(
        "--min-sitelinks",
        type=int,
        default=_WIKIS,
        metavar="N",
        help="keep items of a dump with a page in N wikis (default: 5)",
    )
    build.add_argument("--languages", default="", help="keep names of a dump in these: en,fr,ko (default: all)")
    build.add_argument(
        "--class",
        action="append",
        default=[],
        dest="classes",
        metavar="KIND=QID",
        help="an additional class for a kind",
    )
    build.set_defaults(run=_build)


def _build(options: argparse.Namespace) -> int:
    from ld.kb.build import build_kb  # noqa: PLC0415 - imported late: --help must not wait
    from ld.kb.dump import Filter, known_classes  # noqa: PLC0415

    classes = known_classes() | dict(fetch.class_of(each) for each in options.classes)
    languages = frozenset(each.strip() for each in options.languages.split(",") if each.strip())
    wanted = Filter(frozenset(options.kind or fetch.KINDS), options.min_sitelinks, languages, classes)
    with _Bar() as bar:
        outcome = build_kb(
            options.sources, options.output, wanted, name=options.name, snapshot=options.snapshot, progress=bar.show
        )
    _report(outcome)
    return 0


def _add(options: argparse.Namespace) -> int:
    from ld.kb.build import add_to_kb  # noqa: PLC0415 - imported late: --help must not wait

    with _Bar() as bar:
        outcome = add_to_kb(options.kb, options.sources, bar.show)
    _report(outcome)
    return 0


def _refresh(options: argparse.Namespace) -> int:
    with _Bar() as bar:
        return refresh.run(options, bar.show)


def _info(options: argparse.Namespace) -> int:
    from ld.kb import open_kb  # noqa: PLC0415 - imported late: --help must not wait
    from ld.kb.contents import house_items  # noqa: PLC0415

    with open_kb(options.kb) as kb:
        info, own = kb.info(), house_items(kb)
    if options.json:
        give_json(info._asdict() | {"own IRIs": own})
        return 0
    kinds = ", ".join(f"{count} {kind}" for kind, count in info.items.items())
    show(f"{info.told()}\nitems     {kinds}\nnames     {info.names}\nsources   {', '.join(info.sources)}")
    if own:
        show(f"own IRIs  {own}")
    return 0


def _search(options: argparse.Namespace) -> int:
    from ld.kb import open_kb  # noqa: PLC0415 - imported late: --help must not wait
    from ld.link.namesakes import score_by_name  # noqa: PLC0415

    with open_kb(options.kb) as kb:
        scored = [(each, score_by_name(each, options.name, kb)) for each in kb.search(options.name)]
        if options.json:
            give_json([_row(*each) for each in scored])
            return 0
        for candidate, by_name in scored:
            show(f"{candidate.how.name.lower():10}{by_name:.3f}{candidate.item.sitelinks:5}  {_told(candidate.item)}")
    return 0


def _row(candidate: "Candidate", by_name: float) -> dict[str, str | float]:
    item = candidate.item
    return {
        "id": item.identifier,
        "label": item.label,
        "kind": item.kind,
        "match": candidate.how.name.lower(),
        "score": round(by_name, 3),
        "sitelinks": item.sitelinks,
        "description": item.description,
    }


def _told(item: "Item") -> str:
    life = f"{item.birth or ''}–{item.death or ''}" if item.birth or item.death else ""
    post = item.positions[0].title if item.positions else ""
    return "  ".join(part for part in (item.identifier, item.label, item.kind, life, post, item.description) if part)


def _report(outcome: "Outcome") -> None:
    for broken in outcome.broken:
        tell(f"article-ld: {broken}")
    for reason, count in sorted(outcome.left_out.items()):
        say(f"left out  {count}  {reason}")
    say(f"kept      {sum(outcome.info.items.values())}  under {outcome.info.names} names")


class _Bar:
    """How far a build is: on a terminal a line that changes, elsewhere one every half minute."""

    def __init__(self) -> None:
        self._started = self._said = time.monotonic()
        self._first: int | None = None

    def show(self, reading: "Reading") -> None:
        """Say how far the reading is, if it is time to."""
        now, on_terminal = time.monotonic(), sys.stderr.isatty()
        self._first = reading.at if self._first is None else self._first
        if is_quiet() or now - self._said < (_OFTEN if on_terminal else _SELDOM):
            return
        self._said = now
        told = visible(self._told(reading, now))
        draw(f"{_ERASED}{told}" if on_terminal else f"{told}\n", sys.stderr)

    def _told(self, reading: "Reading", now: float) -> str:
        rate = reading.lines / (now - self._started)
        told = f"article-ld: {reading.source.name}: {reading.lines:,} lines, {rate:,.0f}/s, {reading.kept:,} items"
        read = reading.at - (self._first or 0)
        if not read or not reading.size:
            return told
        left = timedelta(seconds=round((now - self._started) * (reading.size - reading.at) / read))
        return f"{told}, {100 * reading.at // reading.size}%, {left} left"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if sys.stderr.isatty():
            draw(_ERASED, sys.stderr)


_ERASED = "\r\x1b[K"
_OFTEN, _SELDOM = 0.2, 30.0
