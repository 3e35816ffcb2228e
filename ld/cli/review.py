"""``article-ld review``: the editor's desk, on which articles are looked at and corrected."""

import argparse
import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ld.cli.complaint import complain
from ld.cli.linking import add_knowledge_options, threshold_of
from ld.cli.printing import say, tell
from ld.cli.report import facts_in
from ld.config import defaults, file_setting
from ld.errors import ArticleLdError, InputError
from ld.extras import extra

if TYPE_CHECKING:
    from ld.facts import Facts
    from ld.kb import Lookup

_LINKS = Path("links.csv")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "review",
        help="look at articles in a browser, and correct names and facts so that it lasts",
        description="Open the editor's desk: pages on which names are linked, refused, merged or split, and facts "
        "called right or wrong. Each decision is written to the table of corrections at once, and holds wherever that "
        "is used: --links, or links of the settings. Needs article-ld[serve,report].",
    )
    add = parser.add_argument
    add("sources", nargs="+", metavar="FACTS", help="a facts.json, a folder of them, or a text")
    add("--links", type=Path, metavar="CSV", help="where decisions go (default: links of the settings, or links.csv)")
    add("--kb", type=Path, metavar="FILE", help="your own knowledge base, before the bundled one (default: settings)")
    add("--house", default="", metavar="URL", help="how the IRIs of what Wikidata lacks begin; it is added to --kb")
    add_knowledge_options(parser)
    add("--who", default="", metavar="NAME", help="who decides, for the table (default: your name on this machine)")
    add("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    add("--port", type=int, default=8090, help="port to listen on; 0 takes a free one (default: 8090)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve the desk until interrupted."""
    with extra("serve", "review"):
        from ld.review.server import listening  # noqa: PLC0415 - imported late: --help must not wait for it
    with extra("report", "review"):
        import networkx as nx  # noqa: F401, PLC0415 - an article's page is its report
    from ld.review import Desk, Ledger  # noqa: PLC0415
    from ld.review.knowledge import Knowledge  # noqa: PLC0415

    ledger = Ledger(options.links or file_setting("links") or _LINKS, options.who or _name())
    ledger.standing()
    own = options.kb or file_setting("kb")
    if options.house and own is None:
        raise InputError("--house needs a base to add to", "name yours: --kb FILE; it is made if it is missing")
    with Knowledge(own, bundled=options.bundled, house=options.house) as knowledge:
        articles = _articles(options.sources, knowledge.lookup())
        desk = Desk(articles, ledger, knowledge, threshold_of(options))
        with listening(desk, options.host, options.port) as ready:
            if options.host not in _LOOPBACK:
                tell(f"article-ld: whoever reaches {ready.home} can decide in your name")
            say(f"the desk is open at {ready.home}/; decisions go to {ledger.path}\n")
            ready.run()
    return 0


def _articles(sources: list[str], kb: "Lookup | None") -> "list[Facts]":
    """The facts of all readable sources, with a warning for each of the others. Raises InputError if there are none."""
    from ld.article import Article  # noqa: PLC0415
    from ld.extract import extract  # noqa: PLC0415
    from ld.read import read  # noqa: PLC0415

    found = []
    for source in (file for given in sources for file in facts_in(given)):
        try:
            article = read(source, defaults=defaults())
        except ArticleLdError as error:
            complain(error, source)
        else:
            found.append(extract(article, kb) if isinstance(article, Article) else article)
    if not found:
        raise InputError("there is no article to look at", "build some first: article-ld build SOURCE -o DIR")
    return found


def _name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name
        return ""
