"""The contents of the tests' server: three articles, one of them without an address."""

from pathlib import Path

from fixtures_facts import ARTICLE, FACTS, replaced

from ld.article import Given, Stated
from ld.facts import Facts
from ld.pipeline import Build, build
from ld.publish import open_store, unchecked_publication
from ld.terms import Iri

BASE = "https://harbor.example/"


def facts_at(url: str | None) -> Facts:
    """The facts of the article, as if its address were *url*."""
    stated = url and Stated(value=url, evidence=(Given(option="--url", value=url),))
    return replaced(FACTS, article=replaced(ARTICLE, url=stated))


TREATY, ODD, NAMELESS = (build(facts_at(url)) for url in (f"{BASE}2024/treaty", f"{BASE}häfen/1.html?id=5", None))
ARTICLES = (TREATY, ODD, NAMELESS)
OWN = Iri(f"{TREATY.graph.name}#event-1")
"""A node of the article that only this server can describe."""


def store_of(folder: Path, *articles: Build) -> Path:
    """A store in *folder* with *articles*."""
    with open_store(str(folder)) as store:
        store.replace([unchecked_publication(article.graph) for article in articles])
    return folder


def facts_of(folder: Path, *articles: Build) -> Path:
    """A folder with the facts.json of *articles*."""
    folder.mkdir()
    for number, article in enumerate(articles):
        (folder / f"{number}.facts.json").write_text(article.facts_json(), encoding="utf-8")
    return folder
