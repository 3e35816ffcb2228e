"""The options by which a command names what entities are linked with, and what became of the corrections."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ld.cli.printing import say

if TYPE_CHECKING:
    from ld.facts import Facts
    from ld.kb import Kb
    from ld.link.corrections import Correction


class Linking(NamedTuple):
    """What entities are linked with, besides the bundled knowledge base."""

    kb: "Kb | None"
    corrections: "Sequence[Correction]"


def add_linking_options(parser: argparse.ArgumentParser) -> None:
    """Declare --kb and --links."""
    parser.add_argument("--kb", type=Path, metavar="FILE", help="look people up here too (see article-ld kb)")
    parser.add_argument(
        "--links", type=Path, metavar="CSV", help="corrections of links, which overrule every knowledge base"
    )


def linking_of(options: argparse.Namespace) -> Linking:
    """What *options* name, read. InputError for files that are no knowledge base and no corrections."""
    from ld.kb import open_kb  # noqa: PLC0415 - imported late: --help must not wait for the linker
    from ld.link.corrections import read_corrections  # noqa: PLC0415

    return Linking(
        open_kb(options.kb) if options.kb else None, read_corrections(options.links) if options.links else ()
    )


def tell_corrections(linking: Linking, articles: "Iterable[Facts]") -> None:
    """Say which corrections were applied, and complain of those that none of the *articles* rests on."""
    from ld.link.corrections import applied, unused  # noqa: PLC0415

    articles = tuple(articles)
    for facts in articles:
        for correction, _, name in applied(facts, linking.corrections):
            say(f"{name}: {correction.decision}, {correction.because}\n")
    for correction in unused(linking.corrections, articles):
        print(f"article-ld: {correction.source}: fits no entity: {correction.match}", file=sys.stderr)
