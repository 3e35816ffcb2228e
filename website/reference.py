"""The reference, from the code: commands from their parsers, facts.json from its schema, Python from docstrings."""

import argparse
import inspect
import json
import re
from collections.abc import Iterator, Mapping
from textwrap import fill
from typing import Any

import ld
import ld.web
from ld.cli import EXIT_CODES, whole_parser
from ld.cli.parser import leaves
from ld.pytest_plugin import assert_valid
from ld.read.facts_json import facts_schema

MADE = "<!-- made by website/reference.py -->\n\n"
EVERYWHERE = {"-h", "-q", "-v"}
LINE = 80


def pages() -> Mapping[str, str]:
    """The pages of the reference, by the names of their files."""
    return {
        "commands.md": MADE + "\n\n".join(_commands()) + "\n",
        "facts-json.md": MADE + "\n\n".join(_facts()) + "\n",
        "python.md": MADE + "\n\n".join(_python()) + "\n",
    }


def _commands() -> Iterator[str]:
    yield "# Commands"
    yield "Every command takes `-h` (its help), `-q` (nothing but what is wrong) and `-v` (also what is used)."
    yield f"```text\n{EXIT_CODES.rstrip()}\n```"
    for parser in leaves(whole_parser()):
        yield f"## {parser.prog.removeprefix('article-ld ')}"
        if parser.description:
            yield _escaped(parser.description)
        yield f"```text\n{_usage(parser)}\n```"
        rows = [_row(action) for action in parser._actions if not EVERYWHERE & set(action.option_strings)]
        if rows:
            yield "\n".join(["| | what it is |", "| --- | --- |", *rows])


def _usage(parser: argparse.ArgumentParser) -> str:
    usage = re.sub(r"\s+", " ", parser.format_usage().removeprefix("usage: ").strip())
    return fill(re.sub(r" \[-[hqv]\]", "", usage), LINE, subsequent_indent="    ", break_on_hyphens=False)


def _row(action: argparse.Action) -> str:
    names = action.option_strings or [str(action.metavar or action.dest)]
    value = "" if not action.option_strings or action.nargs == 0 else f" {action.metavar or _choices(action)}"
    words = (action.help or "") % {"default": action.default, "prog": "article-ld"}
    return f"| {', '.join(f'`{name}{value}`' for name in names).replace('|', chr(92) + '|')} | {_cell(words)} |"


def _choices(action: argparse.Action) -> str:
    return "{" + ",".join(map(str, action.choices)) + "}" if action.choices else action.dest.upper()


def _facts() -> Iterator[str]:
    yield "# facts.json"
    yield "What `build` writes as `NAME.facts.json` and takes again; `article-ld schema` prints its JSON Schema."
    for name, kind in json.loads(facts_schema())["$defs"].items():
        yield f"## {name}"
        if "description" in kind:
            yield _escaped(kind["description"])
        required = set(kind.get("required", ()))
        rows = [
            f"| `{field}` | {_type(schema)} | {'yes' if field in required else ''} |"
            for field, schema in kind.get("properties", {}).items()
        ]
        if rows:
            yield "\n".join(["| field | holds | required |", "| --- | --- | --- |", *rows])


def _type(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(_type(each) for each in schema["anyOf"] if each.get("type") != "null")
    if "enum" in schema:
        return ", ".join(f"`{json.dumps(value)}`" for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    return str(schema.get("type", "any value"))


def _python() -> Iterator[str]:
    yield "# Python"
    yield "What programs may rely on; [what is core](../commands.md) says how much."
    yield "## ld.build"
    yield from _documented("build", ld.build)
    yield "## ld.Build"
    yield _escaped(inspect.getdoc(ld.Build) or "")
    for name, member in inspect.getmembers(ld.Build):
        if (
            not name.startswith("_")
            and inspect.getdoc(member)
            and (inspect.isfunction(member) or isinstance(member, property))
        ):
            yield f"### Build.{name}"
            yield from _documented(name, member)
    for name in ("json_ld", "script_tag", "embed", "without", "profile"):
        yield f"## ld.web.{name}"
        yield from _documented(name, getattr(ld.web, name))
    yield "## assert_valid"
    yield "A fixture for pytest."
    yield _escaped(inspect.getdoc(assert_valid) or "")


def _documented(name: str, member: Any) -> Iterator[str]:
    if not isinstance(member, property):
        yield f"```python\n{_signature(name, member)}\n```"
    yield _escaped(inspect.getdoc(member) or "")


def _signature(name: str, member: Any) -> str:
    signature = inspect.signature(member)
    line = f"{name}{signature}"
    if len(line) <= LINE:
        return line
    parts = re.split(r", (?=\*|\w+:)", line.removeprefix(f"{name}(").rpartition(") -> ")[0])
    result = line.rpartition(") -> ")[2]
    return "\n".join([f"{name}(", *(f"    {part}," for part in parts), f") -> {result}"])


def _escaped(text: str) -> str:
    """A docstring as Markdown: its ``code`` as code, and nothing of it an element."""
    return re.sub(r"``([^`]+)``", r"`\1`", text).replace("<", "&lt;")


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", _escaped(text)).replace("|", "\\|")
