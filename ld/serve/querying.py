"""What a worker writes about queries: the page with an answer, and the description of the service."""

from typing import NamedTuple

from ld.errors import ArticleLdError, StoreUnavailableError
from ld.publish.question import questions
from ld.publish.store import Store
from ld.serve import sparql
from ld.serve.distributions import service_description
from ld.serve.forms import Form
from ld.serve.graphs import sorted_triples
from ld.serve.index import reading
from ld.serve.pages.frame import Links
from ld.serve.pages.query import Answer, query_page, table_of
from ld.serve.site import SPARQL, Site
from ld.serve.writing import written
from ld.terms import ArticleGraph, Iri
from ld.vocab import SCHEMA

_CLASSES = {"country": SCHEMA.Country, "person": SCHEMA.Person, "organization": SCHEMA.Organization}
"""Of which kind the values are that a ready-made question asks for; others are of any kind."""
_MOST_NAMES = 30


class Written(NamedTuple):
    """A page, and the status with which it is sent."""

    status: int
    body: str


def answer_page(store: Store, query: str, index: str, site: Site, most_bytes: int) -> Written:
    """The page with the answer to *query*, or, where it is empty, without one.

    A query that is wrong is answered with the reason. Raises StoreUnavailableError as ``sparql.answer`` does.
    """
    names = {
        parameter: reading.common_names(index, _CLASSES.get(parameter, ""), _MOST_NAMES)
        for question in questions().values()
        for parameter in question.parameters
    }
    status, answer = _answered(store, query, most_bytes) if query else (200, None)
    labels = reading.labels(index, answer.iris()) if answer else {}
    return Written(status, query_page(query, answer, names, reading.terms(index), Links(site, labels)))


def _answered(store: Store, query: str, most_bytes: int) -> tuple[int, Answer]:
    try:
        found = sparql.answer(store, query, sparql.TABLES[0], sparql.GRAPHS[0], most_bytes)
    except StoreUnavailableError:
        raise
    except ArticleLdError as error:
        return 400, Answer(error=f"{error}\n{error.hint}".strip())
    if found.media_type == sparql.TABLES[0]:
        return 200, table_of(found.body)
    return 200, Answer(graph=found.body.decode())


def description(_: Store, form: Form, site: Site) -> str:
    """What the endpoint can do, in this *form* of data."""
    return written(form, ArticleGraph(Iri(f"{site.home}{SPARQL}"), sorted_triples(service_description(site)), ()))
