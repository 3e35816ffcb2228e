"""Write ld/schema_org/data/schema-org-*.csv from the type declarations of the npm package schema-dts.

    npm pack schema-dts@2.0.0 && tar xzf schema-dts-2.0.0.tgz
    python tests/generate/schema_org.py package/dist/schema.d.ts

Only the bare relations are kept: which class lies under which, which property belongs to which classes,
and which classes its values are of. schema.org is published under CC BY-SA 3.0, schema-dts under Apache-2.0.
"""

import csv
import re
import sys
from collections import defaultdict
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "ld/schema_org/data"
INTERFACE = re.compile(r"^interface (\w+)Base extends ([^{]+)\{(.*?)^\}", re.MULTILINE | re.DOTALL)
LEAF = re.compile(r'^export interface (\w+)Leaf extends ([^{]+)\{\s*"@type": "(\w+)"', re.MULTILINE)
ENUMERATION = re.compile(r'^export type (\w+) = "https://schema\.org/', re.MULTILINE)
UNION = re.compile(r"^export type (\w+)(?:<[^=]*>)? = (\w+Leaf\b[^;]*);", re.MULTILINE)
PROPERTY = re.compile(r'^    "(\w+)"\?: SchemaValue<(.*?), "\w+">;', re.MULTILINE | re.DOTALL)


def main(declarations: Path) -> None:
    text = declarations.read_text(encoding="utf-8").replace("_3DModel", "3DModel")
    parents = {name: ["Enumeration"] for name in ENUMERATION.findall(text)}
    domains, ranges = defaultdict(set), defaultdict(set)
    for name, bases, _ in LEAF.findall(text):
        parents[name] = above(bases)
    for name, members in UNION.findall(text):
        for below in re.findall(r"\b[A-Z3]\w+", members):  # a class without properties of its own has no "Base"
            if below in parents and below != name and name not in parents[below]:
                parents[below].append(name)
    for name, bases, body in INTERFACE.findall(text):
        parents[name] = sorted({*parents.get(name, ()), *above(bases)})
        for term, values in PROPERTY.findall(body):
            domains[term].add(name)
            ranges[term] |= {value.strip() for value in values.split("|")} - {"IdReference"}
    classes = sorted(name for name in parents if is_own(name))
    write(
        "schema-org-classes.csv",
        ("class", "parents"),
        [(name, " ".join(sorted(filter(is_own, {*parents[name]} - {name})))) for name in classes],
    )
    write(
        "schema-org-properties.csv",
        ("property", "domains", "ranges"),
        [(term, " ".join(sorted(domains[term])), " ".join(sorted(ranges[term]))) for term in sorted(domains)],
    )


def above(bases: str) -> list[str]:
    """The names of schema.org's own classes among *bases*, which end in "Base"."""
    return sorted(name for name in re.findall(r"\b(\w+)Base\b", bases) if is_own(name))


def is_own(name: str) -> bool:
    """Whether a class is schema.org's: the names of other vocabularies' classes hold their address."""
    return "_" not in name


def write(file: str, header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    with (DATA / file).open("w", encoding="utf-8", newline="") as table:
        csv.writer(table, lineterminator="\n").writerows((header, *rows))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
