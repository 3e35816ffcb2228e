"""Write ld/schema_org/data/schema-org-*.csv, the vocabulary of a release of schema.org.

    python tests/generate/schema_org.py 30.0
    python tests/generate/vocabulary_terms.py

The first fetches the release by its number, or reads a copy of its ``schemaorg-all-https.jsonld`` if a file name
follows the number. Only bare relations are kept: the superclasses of each class, the classes of each property and of
its values, the members of each enumeration, and the replacement of each superseded term.
schema.org is published under CC BY-SA 3.0.
"""

import csv
import json
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[2] / "ld/schema_org/data"
RELEASE = "https://raw.githubusercontent.com/schemaorg/schemaorg/main/data/releases/{}/schemaorg-all-https.jsonld"
SECONDS = 60
OWN = "schema:"
CLASS, PROPERTY, DATATYPE = "rdfs:Class", "rdf:Property", "schema:DataType"

Term = Mapping[str, Any]


def main(release: str, copy: str = "") -> None:
    """Write the tables of *release*, a number such as ``30.0``, from its file *copy* or from its published file."""
    if copy:
        text = Path(copy).read_text(encoding="utf-8")
    else:
        with urllib.request.urlopen(RELEASE.format(release), timeout=SECONDS) as answer:
            text = answer.read().decode()
    own = [term for term in json.loads(text)["@graph"] if term["@id"].startswith(OWN)]
    properties = [term for term in own if PROPERTY in types(term)]
    described = {domain for term in properties for domain in names(term, "schema:domainIncludes")}
    write_classes([term for term in own if CLASS in types(term) or "rdfs:subClassOf" in term], described)
    write_properties(properties)
    write_members([term for term in own if not types(term) & {CLASS, PROPERTY}])
    (DATA / "schema-org-release.txt").write_text(f"{release}\n", encoding="utf-8")


def write_classes(terms: list[Term], described: set[str]) -> None:
    """Write the classes, including those datatypes whose values are *described* by properties of their own."""
    datatypes = {name(term) for term in terms if DATATYPE in types(term)} | {"DataType"}
    while below := {name(t) for t in terms if datatypes & set(names(t, "rdfs:subClassOf"))} - datatypes:
        datatypes |= below
    datatypes -= described
    rows = [
        (name(term), " ".join(set_apart(names(term, "rdfs:subClassOf"), datatypes)), replacement(term))
        for term in terms
        if name(term) not in datatypes
    ]
    write("schema-org-classes.csv", ("class", "parents", "superseded_by"), rows)


def set_apart(classes: list[str], datatypes: set[str]) -> list[str]:
    return [class_ for class_ in classes if class_ not in datatypes]


def write_properties(terms: list[Term]) -> None:
    rows = [
        (
            name(term),
            " ".join(names(term, "schema:domainIncludes")),
            " ".join(names(term, "schema:rangeIncludes")),
            replacement(term),
        )
        for term in terms
    ]
    write("schema-org-properties.csv", ("property", "domains", "ranges", "superseded_by"), rows)


def write_members(terms: list[Term]) -> None:
    rows = [(name(term), " ".join(sorted(type_.removeprefix(OWN) for type_ in types(term)))) for term in terms]
    write("schema-org-members.csv", ("member", "enumerations"), rows)


def types(term: Term) -> set[str]:
    found = term["@type"]
    return set(found) if isinstance(found, list) else {found}


def name(term: Term) -> str:
    return str(term["@id"]).removeprefix(OWN)


def replacement(term: Term) -> str:
    return " ".join(names(term, "schema:supersededBy"))


def names(term: Term, relation: str) -> list[str]:
    """The names of schema.org's own terms that are objects of *relation*, sorted."""
    return sorted(iri.removeprefix(OWN) for iri in _values(term, relation) if iri.startswith(OWN))


def _values(term: Term, relation: str) -> Iterator[str]:
    values = term.get(relation, [])
    for value in values if isinstance(values, list) else [values]:
        yield value["@id"]


def write(file: str, header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    with (DATA / file).open("w", encoding="utf-8", newline="") as table:
        csv.writer(table, lineterminator="\n").writerows((header, *sorted(rows)))


if __name__ == "__main__":
    main(*sys.argv[1:])
