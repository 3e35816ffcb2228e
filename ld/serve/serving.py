"""What a server serves, and by which processes."""

from collections.abc import Mapping
from typing import NamedTuple

from ld.serve import annotations, articles, changes, finding, querying, sparql, things
from ld.serve.index.refreshing import caught_up, compared
from ld.serve.site import Site
from ld.serve.workers import Workers

MOST_BYTES = 10_000_000

DOCUMENT_JOBS = (
    articles.found,
    articles.speaks_of,
    articles.document,
    articles.listed,
    finding.found_page,
    finding.found_data,
    changes.collection,
    changes.changes_page,
    things.document,
    things.is_there,
)
QUERY_JOBS = (things.description, sparql.answer, querying.answer_page, querying.description)
ANNOTATOR_JOBS = (annotations.annotated,)
INDEX_JOBS = (compared, caught_up)
"""What the processes of each kind are asked to do."""


class Serving(NamedTuple):
    """What is served, and the processes that do it; documents and queries have processes of their own.

    *index_path* is the path of the index of what the articles say. *facts* are files by article name. Answers to
    queries have at most *most_bytes*. Articles sent by clients are annotated by *annotators*, if there are any.
    """

    documents: Workers
    queries: Workers
    site: Site
    index_path: str
    facts: Mapping[str, str]
    licence: str = ""
    most_bytes: int = MOST_BYTES
    annotators: Workers | None = None
