"""The page on which queries are asked: ready-made questions, a field for one's own, and the answer as a table."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

import pyoxigraph

from ld.publish.question import Question, questions
from ld.report.markup import Html, element, joined, named
from ld.serve.pages.frame import Links, counted, page, section
from ld.serve.pages.statements import short
from ld.serve.site import SPARQL
from ld.vocab import PREFIXES

_MOST_ROWS = 1000
"""How many rows the page shows; programs get all of them."""
_EXAMPLE = "SELECT ?graph ?node ?name\nWHERE { GRAPH ?graph { ?node <http://schema.org/name> ?name } }\nLIMIT 20\n"

Cell = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple | None


class Answer(NamedTuple):
    """An answer: *names* and *rows* of a table of *number* rows; or a *truth*, a *graph* in Turtle, an *error*."""

    names: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    number: int = 0
    truth: bool | None = None
    graph: str = ""
    error: str = ""

    def iris(self) -> tuple[str, ...]:
        """All IRIs in the table."""
        return tuple(cell.value for row in self.rows for cell in row if isinstance(cell, pyoxigraph.NamedNode))


def table_of(results: bytes) -> Answer:
    """The answer in a document of SPARQL 1.1 Query Results JSON."""
    parsed = pyoxigraph.parse_query_results(results, format=pyoxigraph.QueryResultsFormat.JSON)
    if not isinstance(parsed, pyoxigraph.QuerySolutions):
        return Answer(truth=bool(parsed))
    names = tuple(variable.value for variable in parsed.variables)
    rows = tuple(tuple(solution[name] for name in names) for solution in islice(parsed, _MOST_ROWS))
    return Answer(names, rows, len(rows) + sum(1 for _ in parsed))


def query_page(
    query: str, answer: Answer | None, names: Mapping[str, Sequence[str]], terms: Sequence[str], links: Links
) -> str:
    """The page with the *answer* to *query*, if there is one.

    *names* are values that the parameters of ready-made questions may have, *terms* are offered for completion.
    """
    found = section("Answer", _answer(answer, links), identifier="_answer") if answer else None
    ready = element("div", *(_question(each) for each in questions().values()), class_="questions")
    return page(
        "SPARQL",
        element("h1", "SPARQL"),
        _form(query or _EXAMPLE, terms),
        found,
        section("Ready-made questions", ready),
        *_suggestions(names),
        script="query.js",
    )


def _form(query: str, terms: Sequence[str]) -> Html:
    words = [*(f"PREFIX {prefix}: <{namespace}>" for prefix, namespace in PREFIXES.items()), *map(_written, terms)]
    return element(
        "form",
        element("label", "Query, for reading only; each article is a graph of its own", for_="query"),
        element("textarea", query, id="query", name="query", rows=12, spellcheck="false", data_terms=json.dumps(words)),
        element("div", id="_terms", class_="terms", role="group", aria_label="Completions", hidden=True),
        element("button", "Ask", type="submit"),
        action=SPARQL,
        method="get",
    )


def _written(term: str) -> str:
    """*term* as a query has it: with a prefix, or between angle brackets."""
    name = short(term)
    return f"<{term}>" if name == term else name


def _question(question: Question) -> Html:
    values = (
        element(
            "label",
            parameter,
            element("input", name=parameter, required=True, list=f"_{parameter}", autocomplete="off"),
        )
        for parameter in question.parameters
    )
    return element(
        "form",
        element("p", question.about),
        element("input", type="hidden", name="question", value=question.name),
        *values,
        element("button", "Ask", type="submit", aria_label=f"Ask: {question.about}"),
        action=SPARQL,
        method="get",
    )


def _suggestions(names: Mapping[str, Sequence[str]]) -> Iterator[Html]:
    for parameter, some in names.items():
        yield element("datalist", *(element("option", value=name) for name in some), id=f"_{parameter}")


def _answer(answer: Answer, links: Links) -> Html:
    if answer.error:
        return element("p", answer.error, class_="error", role="alert")
    if answer.truth is not None:
        return element("p", "Yes" if answer.truth else "No")
    if answer.graph:
        return element("pre", element("code", answer.graph), tabindex=0)
    shown = "" if len(answer.rows) == answer.number else f", the first {len(answer.rows):,} of them here"
    head = element("tr", *(element("th", name, scope="col") for name in answer.names))
    body = (element("tr", *(element("td", _cell(cell, links)) for cell in row)) for row in answer.rows)
    table = element(
        "table",
        element("caption", f"{counted(answer.number, 'row', 'rows')}{shown}"),
        element("thead", head),
        element("tbody", *body),
    )
    return element("div", table, class_="table", tabindex=0, role="region", aria_label="Table")


def _cell(cell: Cell, links: Links) -> Html | None:
    if cell is None:
        return None
    if isinstance(cell, pyoxigraph.NamedNode):
        return links.to(cell.value, links.labels.get(cell.value, "") or short(cell.value))
    if isinstance(cell, pyoxigraph.Literal):
        return named(cell.value)
    return joined(str(cell))
