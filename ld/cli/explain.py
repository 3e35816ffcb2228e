"""``article-ld explain``: each fact with the sentence that proves it."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ld.cli.json_output import add_json_option, give_json
from ld.cli.printing import show
from ld.config import file_setting
from ld.errors import InputError

if TYPE_CHECKING:
    from ld.facts import Facts
    from ld.link.corrections import Correction


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser("explain", help="print each fact of a facts.json with the sentence that proves it")
    parser.add_argument("source", metavar="NAME.facts.json", help="the facts of an article, or - for standard input")
    parser.add_argument("--why-not", metavar="WORDS", help="explain instead why these words were not taken for a name")
    parser.add_argument(
        "--links", type=Path, metavar="CSV", help="corrections that may be the reason (default: links of the settings)"
    )
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the facts in the order of the format, or why words are not a name."""
    from ld.facts import Facts  # noqa: PLC0415 - imported late: --help must not wait for what reads
    from ld.read import read  # noqa: PLC0415

    facts = read(options.source)
    if not isinstance(facts, Facts):
        raise InputError(f"{options.source}: is a text, not a facts.json", "build it first: article-ld build SOURCE")
    if options.why_not is not None:
        _refused(facts, options)
    else:
        _stated(facts, options)
    return 0


def _refused(facts: "Facts", options: argparse.Namespace) -> None:
    """Print why words are not a name."""
    from ld.extract.entities.why_not import why_not  # noqa: PLC0415
    from ld.kb import with_bundled  # noqa: PLC0415

    decided = [
        f"{correction.match}: {correction.decision}, {correction.because}"
        for correction in _settled(facts, options)
        if correction.match == options.why_not
    ]
    reasons = [*decided, *why_not(facts, options.why_not, with_bundled())]
    if options.json:
        give_json({"words": options.why_not, "reasons": reasons})
        return
    for reason in reasons:
        show(reason)


def _stated(facts: "Facts", options: argparse.Namespace) -> None:
    """Print each fact with its proofs, and then what was decided at the desk."""
    from ld.explanations import explained, in_words  # noqa: PLC0415

    decided = [
        {"words": each.words or each.match, "decision": each.decision, "because": each.because}
        for each in _settled(facts, options)
    ]
    if options.json:
        stated = [
            {"says": each.says, "proofs": [proof.as_dict() for proof in each.proofs]} for each in explained(facts)
        ]
        give_json({"facts": stated, "decisions": decided})
        return
    for explanation in explained(facts):
        show(f"{in_words(explanation)}\n")
    for each in decided:
        show("{words}: {decision}, {because}\n".format_map(each))


def _settled(facts: "Facts", options: argparse.Namespace) -> "tuple[Correction, ...]":
    """What was decided at the desk on the names and facts of this article."""
    links = options.links or file_setting("links")
    if links is None:
        return ()
    from ld.link.corrections import read_corrections, settled  # noqa: PLC0415

    return settled(facts, read_corrections(links))
