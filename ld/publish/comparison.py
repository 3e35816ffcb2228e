"""Compares what a store returns with what was sent: text exactly, numbers and times by value."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import NamedTuple

import pyoxigraph

from ld.errors import StoreError, StoreUnavailableError
from ld.publish.publication import Publication, canonical
from ld.publish.store import Store
from ld.publish.updates import graph_query, rows_query
from ld.terms import XSD

MOST_ROWS = 5000
"""How many triples are read back at once: Virtuoso cuts answers after 10,000."""

MOST_WHOLE = 1000
"""How many triples are compared whole. Of more only the objects are: all words, at less cost."""

_CLOSE = 1e-5
"""Virtuoso gives six digits of a double."""
_SHOWN = 120
_BINARY = frozenset(("double", "float"))
_NUMBERS = _BINARY | {
    *("decimal", "integer", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger", "negativeInteger"),
    *("long", "int", "short", "byte", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"),
}


def stand(store: Store, articles: Sequence[Publication]) -> bool:
    """Whether the triples in the graphs of *articles* in *store*, taken together, are those that were sent.

    If there are more than ``MOST_WHOLE`` triples, only their objects are compared, as a multiset.
    Also False where one query cannot tell; ``altered`` then decides for each article.
    """
    whole = sum(article.size for article in articles) <= MOST_WHOLE
    names = [article.name for article in articles]
    try:
        answer = store.query(rows_query(names, whole=whole), "text/tab-separated-values")
        _, *rows = answer.decode().removesuffix("\n").split("\n")
    except StoreUnavailableError:
        raise
    except (StoreError, ValueError):
        return False
    lines = (line for article in articles for line in (*article.facts, *article.evidence))
    sent, there = Counter(map(_row if whole else _object, lines)), Counter(rows)
    return sent == there or _are_alike(_triples(sent - there, whole=whole), _triples(there - sent, whole=whole))


def altered(store: Store, article: Publication) -> str:
    """How the graphs of *article* in *store* differ from what was sent, in words; empty if they do not.

    The number of triples is not compared. If an answer was cut off, only what arrived is compared.
    """
    for graph, sent in ((article.name, article.facts), (article.evidence_name, article.evidence)):
        answer = store.query(graph_query(graph), "application/n-triples")
        if set(answer.decode("utf-8", "replace").splitlines()) == set(sent):
            continue
        there = canonical(answer)
        missing, others = sorted(set(sent).difference(there)), sorted(set(there).difference(sent))
        is_cut = MOST_ROWS < len(there) < len(sent)
        if (is_cut and not others) or _are_alike(missing, others):
            continue
        shown = [f"{lines[0][:_SHOWN]!r}" if lines else "nothing" for lines in (missing, others)]
        return f"{shown[0]} was sent, but {shown[1]} stands in the store"
    return ""


def parts(articles: Iterable[Publication]) -> Iterable[list[Publication]]:
    """*articles* in groups that can be read back at once, if their graphs are not too long themselves."""
    part: list[Publication] = []
    for article in articles:
        if part and sum(one.size for one in part) + article.size > MOST_ROWS:
            yield part
            part = []
        part.append(article)
    if part:
        yield part


def _row(line: str) -> str:
    """A line of N-Triples as a row of SPARQL 1.1 Query Results TSV."""
    return line[:-2].replace(" ", "\t", 2)


def _object(line: str) -> str:
    return line[:-2].split(" ", 2)[2]


def _triples(rows: Counter[str], *, whole: bool) -> list[str]:
    """*rows* as lines of Turtle."""
    start = "" if whole else "<urn:x> <urn:x> "
    return [f"{start}{row} ." for row in rows.elements()]


class _Valued(NamedTuple):
    """The parts of a triple: what must be equal, and a number that may differ by *close* times its size."""

    same: str
    number: Decimal
    close: float


def _are_alike(sent: Iterable[str], there: Iterable[str]) -> bool:
    """Whether these lines say the same, if numbers and times may be written in other ways."""
    try:
        ours, theirs = _valued(sent), _valued(there)
        return len(ours) == len(theirs) and all(
            one.same == other.same
            and (
                one.number == other.number or (one.close and math.isclose(one.number, other.number, rel_tol=one.close))
            )
            for one, other in zip(ours, theirs, strict=True)
        )
    except (SyntaxError, ValueError, ArithmeticError):
        return False


def _valued(lines: Iterable[str]) -> list[_Valued]:
    triples = pyoxigraph.parse("\n".join(lines), format=pyoxigraph.RdfFormat.TURTLE)
    return sorted(_taken_apart(triple) for triple in triples)


def _taken_apart(triple: pyoxigraph.Quad) -> _Valued:
    value = triple.object
    start = f"{triple.subject} {triple.predicate}"
    if not isinstance(value, pyoxigraph.Literal):
        return _Valued(f"{start} {value}", Decimal(0), 0)
    kind = value.datatype.value.removeprefix(XSD)
    if kind in _NUMBERS:
        return _Valued(f"{start} number", Decimal(value.value), _CLOSE if kind in _BINARY else 0)
    if kind == "dateTime":
        return _Valued(f"{start} time {_moment(value.value)}", Decimal(0), 0)
    if value.language:
        return _Valued(f"{start} {value.value!r}@{value.language.lower()}", Decimal(0), 0)
    return _Valued(f"{start} {value}", Decimal(0), 0)


def _moment(written: str) -> str:
    read = datetime.fromisoformat(written)
    return (read.astimezone(UTC) if read.tzinfo else read).isoformat()
