"""What a notebook shows of an article: a table of its names and statements, with the words behind each."""

from collections.abc import Iterator
from html import escape

from ld.fact_rows import FactRow, rows_of
from ld.facts import Facts
from ld.validate import Report

_MOST = 100
"""Rows: who wants all of them takes the table."""
_HEADS = ("kind", "name", "of", "item", "words")


def as_html(facts: Facts, report: Report, name: str) -> str:
    """The headline, the verdict, and the first 100 rows of facts, without a script and without a style sheet."""
    rows = list(rows_of(facts, name))
    more = f"<p>… and {len(rows) - _MOST} more: see <code>table()</code></p>" if len(rows) > _MOST else ""
    verdict = "valid" if report.conforms() else "invalid"
    heads = "".join(f"<th scope='col'>{head}</th>" for head in _HEADS)
    body = "".join(f"<tr>{''.join(_cells(row))}</tr>" for row in rows[:_MOST])
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    return f"<p><b>{escape(facts.article.headline.value)}</b> · {len(rows)} facts · {verdict}</p>{table}{more}"


def _cells(row: FactRow) -> Iterator[str]:
    for text in (row.kind, row.name, row.about or ""):
        yield f"<td>{escape(text)}</td>"
    item = row.qid or row.iri or ""
    link = f"<a href='{escape(row.iri, quote=True)}'>{escape(item)}</a>" if row.iri else ""
    yield f"<td>{link}</td><td>{escape(row.words or '')}</td>"
