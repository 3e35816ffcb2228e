"""What a worker reads about articles: the list of them, and the document of each in every form."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ld.errors import StoreUnavailableError
from ld.ntriples import quoted
from ld.pipeline import Build, build
from ld.publish.publication import CATALOG, unchecked_publication
from ld.publish.store import Store
from ld.publish.updates import catalog_query
from ld.report import report_page
from ld.serve.forms import HTML, JSON_LD, OF_ARTICLES, Form
from ld.serve.graphs import graph_of
from ld.serve.index import reading
from ld.serve.index.reading import ArticleItem
from ld.serve.pages.article import article_page
from ld.serve.pages.frame import Links, form_links
from ld.serve.pages.listing import PAGE, index_page
from ld.serve.site import SEARCH, Site
from ld.serve.writing import written
from ld.terms import evidence_name
from ld.version import __version__
from ld.vocab import SCHEMA
from ld.web import json_ld


class StoredArticle(NamedTuple):
    """An article in the store: its *name*, its *digest* from the catalog, and the file of its facts.

    *facts_digest* is the SHA-256 of the file's bytes; both are empty if there is no file.
    """

    name: str
    digest: str
    facts: str = ""
    facts_digest: str = ""

    def tag(self, form: Form, site: Site) -> str:
        """What differs whenever the document does, as a strong entity tag (RFC 9110, section 8.8.3)."""
        said = "\n".join((__version__, *site, form.suffix, self.name, self.digest, self.facts_digest))
        return f'"{hashlib.sha256(said.encode()).hexdigest()[:32]}"'


class ChangedError(StoreUnavailableError):
    """Another client has replaced the article since it was found."""


def found(store: Store, names: Sequence[str], facts: Mapping[str, str]) -> StoredArticle | None:
    """The first of *names* that is a complete article in *store*; *facts* are files by article name."""
    digests = {row["name"]: row["digest"] for row in store.select(catalog_query(names))}
    for name in names:
        if digests.get(name):
            path = facts.get(name, "")
            return StoredArticle(name, digests[name], path, _file_digest(path) if path else "")
    return None


def speaks_of(store: Store, article: str, iri: str) -> bool:
    """Whether the graphs of *article* say anything of the node *iri*."""
    graphs = f"<{article}> <{evidence_name(article)}>"
    question = f"SELECT ?p {{ VALUES ?g {{ {graphs} }} GRAPH ?g {{ <{iri}> ?p ?o }} }} LIMIT 1"
    return bool(store.select(question))


def document(store: Store, article: StoredArticle, form: Form, site: Site) -> str:
    """The document of *article* in this *form*.

    From the file of its facts, if these are what the store has, come the report (HTML) and the JSON-LD as a page has
    it; all else from the graphs: the page then has the same facts, and of the text the words behind them.
    Raises ChangedError if the store or the file has another version by now.
    """
    addresses = {other.suffix: site.address(article.name, other.suffix) for other in OF_ARTICLES}
    forms = form_links((other for other in OF_ARTICLES if other != HTML), addresses)
    built = _built(article) if form in (HTML, JSON_LD) else None
    if built is None:
        graph = graph_of(store, article.name)
        text = article_page(graph, Links(site, {}), forms) if form == HTML else written(form, graph)
    elif form == HTML:
        text = report_page(built.facts, built.report, index="/", search=SEARCH, forms=forms)
    else:
        text = json_ld(built.facts)
    if found(store, (article.name,), {article.name: article.facts}) != article:
        raise ChangedError(f"{article.name}: is being replaced", "ask again")
    return text


def listed(store: Store, index: str, number: int, site: Site) -> str:
    """The page *number* (from 1) of the list of articles, newest first; empty past the end.

    The *index* (a path) gives this order; until it is up to date with the store, the store itself is queried.
    """
    start = (number - 1) * PAGE
    covered = reading.coverage(index)
    is_current = covered.is_complete and covered.version == store.version()
    found = reading.newest_articles(index, start, PAGE + 1) if is_current else _listed(store, start, PAGE + 1)
    if not found and number > 1:
        return ""
    return index_page(found[:PAGE], number, Links(site, {}), more=len(found) > PAGE)


def _listed(store: Store, start: int, most: int) -> list[ArticleItem]:
    """At most *most* of the articles, the newest first, from the one with the number *start* on."""
    rows = store.select(
        f"""
        SELECT ?name (MIN(?title) AS ?headline) (MIN(?day) AS ?date) WHERE {{
          GRAPH <{CATALOG}> {{ ?name <{SCHEMA.sha256}> ?digest }} FILTER(?digest != {quoted("")})
          OPTIONAL {{ GRAPH ?name {{
            ?article a <{SCHEMA.NewsArticle}> ; <{SCHEMA.headline}> ?title
            OPTIONAL {{ ?article <{SCHEMA.datePublished}> ?published BIND(STR(?published) AS ?day) }}
          }} }}
        }} GROUP BY ?name ORDER BY DESC(?date) ?name LIMIT {most} OFFSET {start}
        """
    )
    return [ArticleItem(row["name"], row.get("headline", ""), row.get("date", "")) for row in rows]


def _file_digest(path: str) -> str:
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return ""  # a file that is gone says no more of the article than none


def _built(article: StoredArticle) -> Build | None:
    """What the facts of *article* become, if it is what the store has."""
    if not article.facts_digest:
        return None
    built = build(article.facts)
    return built if unchecked_publication(built.graph).digest == article.digest else None
