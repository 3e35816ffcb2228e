"""schema.org's vocabulary as data: the hierarchy of classes, and the domains and ranges of properties.

The tables are those of the release in ``data/schema-org-release.txt``, with its pending and extension terms
(tests/generate/schema_org.py renews them).
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def release() -> str:
    """The number of the release: ``30.0``."""
    return (files("ld.schema_org") / "data" / "schema-org-release.txt").read_text(encoding="utf-8").strip()


@cache
def parents() -> dict[str, tuple[str, ...]]:
    """The direct superclasses of each class, by local name: ``NewsArticle`` is below ``Article``."""
    return {row["class"]: tuple(row["parents"].split()) for row in _rows("schema-org-classes")}


@cache
def domains() -> dict[str, frozenset[str]]:
    """The classes to whose nodes each property applies, by local name; it also applies to their subclasses."""
    return {row["property"]: frozenset(row["domains"].split()) for row in _rows("schema-org-properties")}


@cache
def ranges() -> dict[str, frozenset[str]]:
    """The classes and datatypes (Text, URL, Date, …) of each property's values, by local name."""
    return {row["property"]: frozenset(row["ranges"].split()) for row in _rows("schema-org-properties")}


@cache
def lineage(class_: str) -> frozenset[str]:
    """*class_* and all classes above it, by local name."""
    return frozenset((class_,)).union(*map(lineage, parents().get(class_, ())))


@cache
def superseded() -> dict[str, str]:
    """The terms that schema.org has replaced, each with its successor: ``reviews`` by ``review``."""
    classes, properties = _rows("schema-org-classes"), _rows("schema-org-properties")
    return {
        **{row["class"]: row["superseded_by"] for row in classes if row["superseded_by"]},
        **{row["property"]: row["superseded_by"] for row in properties if row["superseded_by"]},
    }


@cache
def enumerations() -> dict[str, frozenset[str]]:
    """The enumerations of each member, by local name, with all classes above them."""
    return {
        row["member"]: frozenset().union(*map(lineage, row["enumerations"].split()))
        for row in _rows("schema-org-members")
    }


@cache
def members(enumeration: str) -> tuple[str, ...]:
    """The members of *enumeration* and of those below it, sorted."""
    return _members().get(enumeration, ())


@cache
def _members() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for member, classes in sorted(enumerations().items()):
        for class_ in classes:
            found[class_].append(member)
    return {class_: tuple(names) for class_, names in found.items()}


@cache
def context() -> dict[str, Any]:
    """schema.org's JSON-LD context, reduced to what it amounts to.

    All terms are in ``http://schema.org/``, even if a page uses ``https://schema.org``.
    By the rule of schema.org's own build, a property that takes URLs but no Text has IRIs for values, and one that
    takes Dates but no Text has values of the datatype schema:Date.
    """
    coerced = {
        term: {"@type": "@id" if "URL" in values else "Date"}
        for term, values in ranges().items()
        if "Text" not in values and values & {"URL", "Date"}
    }
    return {"@vocab": "http://schema.org/", "type": "@type", "id": "@id", **_PREFIXES, **coerced}


_PREFIXES = {
    "schema": "http://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def _rows(table: str) -> Iterator[dict[str, str]]:
    with (files("ld.schema_org") / "data" / f"{table}.csv").open(encoding="utf-8") as file:
        yield from csv.DictReader(file)
