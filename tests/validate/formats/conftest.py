"""Checked files as input of the formats: one with faults, one with a warning, one flawless, one unreadable."""

from pathlib import Path

import pytest

from ld.terms import Iri
from ld.validate.checked import CheckedFile, Located, Place
from ld.validate.formats import render
from ld.validate.report import Result, Severity

SHAPES = "https://w3id.org/article-ld/shapes#"
SH = "http://www.w3.org/ns/shacl#"


def a_result(**changes) -> Result:
    return Result(
        **{
            "severity": Severity.VIOLATION,
            "article": "“Harbor opens” <https://paper.example/harbor>",
            "focus_node": "https://paper.example/harbor#person-1",
            "node": "person “Ana Silva”",
            "words": "Ana Silva, the mayor",
            "path": "schema:jobTitle",
            "value": "“<b>mayor</b>”",
            "shape": f"{SHAPES}PersonShape-jobTitle",
            "component": f"{SH}NodeConstraintComponent",
            "message": "Write the post in plain text.",
            "predicate": Iri("http://schema.org/jobTitle"),
            "term": '"<b>mayor</b>"',
            **changes,
        }
    )


def a_place(**changes) -> Place:
    source = '    schema:jobTitle "<b>mayor</b>" ;'
    return Place(**{"file": "news/harbor.ttl", "line": 12, "column": 21, "source": source, **changes})


def a_file(*results: Located, **changes) -> CheckedFile:
    return CheckedFile(
        **{"file": "news/harbor.ttl", "articles": 1, "triples": 40, "focus_nodes": 7, "results": results, **changes}
    )


FAULTY = a_file(
    Located(result=a_result(), place=a_place()),
    Located(
        result=a_result(
            severity=Severity.WARNING,
            path="schema:datePublished",
            predicate="http://schema.org/datePublished",
            value="",
            term="",
            focus_node="_:b0",
            node="article “Harbor opens”",
            words="",
            shape=f"{SHAPES}ArticleShape-datePublished-given",
            component=f"{SH}MinCountConstraintComponent",
            message="Give the date of publication.",
        ),
        place=a_place(line=3, column=1, source="<https://paper.example/harbor> a schema:NewsArticle ;"),
    ),
)
ADVISED = a_file(
    Located(
        result=a_result(
            severity=Severity.INFO,
            shape="https://house.example/rules/headline",
            component="",
            message="Shorten the headline.",
            path="",
            predicate="",
            value="",
            term="",
        ),
        place=Place(file="pages/quay.html", json_path="$['headline']"),
    ),
    file="pages/quay.html",
)
FLAWLESS = a_file(file="news/calm.ttl")
UNREADABLE = CheckedFile(
    file="news/torn.ttl", error="news/torn.ttl:3:5: no Turtle: a dot is missing", hint="correct the syntax"
)


@pytest.fixture
def files():
    return [FAULTY, ADVISED, FLAWLESS, UNREADABLE]


@pytest.fixture
def make():
    """A checked file with one result with these fields, and its place with those of *place*."""

    def one(place=None, **changes) -> CheckedFile:
        return a_file(Located(result=a_result(**changes), place=a_place(**(place or {}))))

    return one


@pytest.fixture
def rendered():
    """The whole text of some files in a format; the root of the repository is the working folder."""

    def whole(format_name: str, *files: CheckedFile, **options) -> str:
        return "".join(render(format_name, files, **{"root": Path.cwd(), **options}))

    return whole
