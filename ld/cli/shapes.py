"""``article-ld shapes``: lists what is checked and why, and checks whether shapes can be relied on."""

import argparse
from typing import Any

from ld.cli.json_output import add_json_option, give_json
from ld.cli.printing import give, show
from ld.errors import ShapesError

SOUND, UNSOUND = 0, 1
_PROFILES = ("article-ld", "google", "void")
_HEADINGS = {
    "article-ld": """\
# What is checked

Made from `shapes/` by `article-ld shapes list --format markdown`; a test holds it equal.
The checks that need no shapes (for terms that do not exist, empty graphs, relative IRIs and the like) come on top.

""",
    "google": """\
# What `--profile google` checks

What Google requires for a rich result is a violation, what it recommends a warning, or an info where that applies to
some articles alone; what it shows no more, an info.
Each check leads to Google's document; `shapes/profiles/google` has a file for each feature,
which says against which copy of the document it was checked.

""",
    "void": """\
# What `--profile void` checks

The description of a store, as `article-ld void` writes it.

""",
}


def add_to(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = commands.add_parser("shapes", help="list what is checked and why, or check your own shapes")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    lister = actions.add_parser("list", help="print what is checked, why, and how to fix it")
    lister.add_argument("files", nargs="*", metavar="SHAPES", help="files or folders of shapes (default: ours)")
    lister.add_argument("--profile", choices=_PROFILES, help="which of ours (default: all)")
    lister.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="(default: text)")
    add_json_option(lister, of_format=True)
    lister.set_defaults(run=_list)
    linter = actions.add_parser("lint", help="find flaws in shapes that would let data pass unchecked")
    linter.add_argument("files", nargs="*", metavar="SHAPES", help="files or folders of shapes (default: ours)")
    linter.add_argument(
        "--strict",
        action="store_true",
        help="hold them to the rules for ours: SHACL Core, a name and a message for each shape",
    )
    linter.add_argument(
        "--shacl", choices=("1.0", "1.2"), default="1.0", help="let them have terms of the draft 1.2 (default: 1.0)"
    )
    linter.set_defaults(run=_lint)


def _list(options: argparse.Namespace) -> int:
    from ld.validate.catalogue import markdown, rows, text  # noqa: PLC0415 - imported late: --help must not wait
    from ld.validate.profiles import Choice, shapes_of  # noqa: PLC0415

    chosen = [options.profile] if options.profile or options.files else _PROFILES
    tables = [rows(shapes_of(Choice(profiles=(name,), shapes=tuple(options.files)))) for name in chosen]
    if options.format == "json":
        give_json([row._asdict() for table in tables for row in table])
        return SOUND
    if options.format == "text":
        show("".join(map(text, tables)).removesuffix("\n"))
        return SOUND
    headings = [_HEADINGS.get(name, "") for name in chosen]
    give("\n".join(heading + markdown(table) for heading, table in zip(headings, tables, strict=True)))
    return SOUND


def _lint(options: argparse.Namespace) -> int:
    """Load the shapes as validation does, and report what it would refuse."""
    from pathlib import Path  # noqa: PLC0415

    from ld.validate import load_shapes, own_shapes  # noqa: PLC0415
    from ld.validate.shacl.targets import targeted_shapes  # noqa: PLC0415
    from ld.validate.shacl.vocabulary import name  # noqa: PLC0415

    paths = [Path(file) for file in options.files] or [
        own_shapes(),
        own_shapes() / "profiles",
        own_shapes() / "profiles" / "google",
    ]
    try:
        shapes = load_shapes(paths, strict=options.strict or not options.files, draft=options.shacl == "1.2")
    except ShapesError as error:
        show(f"{error}\nhint: {error.hint}")
        return UNSOUND
    engine = (
        f"pySHACL will check them: {shapes.uncompilable}"
        if shapes.uncompilable
        else "the compiled engine can check them"
    )
    if shapes.unlooked:
        engine += f"; nobody looks at {', '.join(map(name, shapes.unlooked))}, which only the draft SHACL 1.2 has"
    count = len(targeted_shapes(shapes.index))
    show(f"no problem in {count} shape{'s' if count != 1 else ''} with a target; {engine}")
    return SOUND
