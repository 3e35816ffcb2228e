"""``article-ld rule``: one check explained."""

import argparse
from typing import Any

from ld.cli.json_output import add_json_option, give_json
from ld.cli.printing import show


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "rule",
        help="explain one check: what it asks, why, who says so, and what is right and wrong",
        description="Explain a check by its ID, which stands in brackets behind each finding of validate.",
    )
    parser.add_argument("rule", metavar="ID", help="such as term or ArticleShape-headline; or the IRI of a shape")
    parser.add_argument(
        "--shapes", action="append", default=[], metavar="PATH", help="your own shapes, if it is one of theirs"
    )
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what there is to say."""
    from ld.validate.explained import as_dict, as_text, explained  # noqa: PLC0415 - imported late: --help must not wait
    from ld.validate.profiles import Choice, RulesOfChoice  # noqa: PLC0415
    from ld.validate.set_aside import rule_named  # noqa: PLC0415

    rules = RulesOfChoice(Choice(added=tuple(options.shapes)))
    explanation = explained(rule_named(options.rule, rules))
    if options.json:
        give_json(as_dict(explanation))
    else:
        show(as_text(explanation).removesuffix("\n"))
    return 0
