"""The pages about authors: whose they are, and what of them the graph says."""

import pytest
from read.news_page import TODAY, json_ld, page

from ld.article import Article
from ld.extract import extract
from ld.mapping import map_facts, unproved
from ld.read.html import read_html
from ld.terms import Iri, Triple
from ld.validate import load_shapes, own_shapes, validate
from ld.vocab import SCHEMA

JANE, NOAH = "https://news.example/people/jane-doe", "https://news.example/people/noah-plover"


def read(*authors: dict[str, str]) -> Article:
    told = [{"@type": "Person", **author} for author in authors]
    return read_html(page(json_ld(author=told)), today=TODAY, url="https://news.example/tide")


def pages(article: Article) -> dict[str, str | None]:
    return {author.value: author.url.value if author.url else None for author in article.authors}


def test_an_author_has_the_page_that_the_metadata_names():
    article = read({"name": "Jane Doe", "url": JANE}, {"name": "Noah Plover"})
    assert pages(article) == {"Jane Doe": JANE, "Noah Plover": None}
    assert article.authors[0].url.evidence[0].exact == JANE


@pytest.mark.parametrize("url", ["/people/jane-doe", "mailto:jane@news.example", ""])
def test_what_is_no_address_of_a_page_is_left_out(url):
    assert pages(read({"name": "Jane Doe", "url": url})) == {"Jane Doe": None}


def test_of_two_pages_for_one_name_none_is_taken():
    assert pages(read({"name": "Jane Doe", "url": JANE}, {"name": "Jane Doe", "url": NOAH})) == {"Jane Doe": None}


def test_the_graph_says_the_page_with_its_proof_as_google_recommends():
    graph = map_facts(extract(read({"name": "Jane Doe", "url": JANE})))
    assert Triple(Iri(f"{graph.name}#person-jane-doe"), SCHEMA.url, Iri(JANE)) in graph.facts
    assert not unproved(graph)
    google = load_shapes([own_shapes(), own_shapes() / "profiles/google"])
    assert [result for result in validate(graph, google).results if "uthor" in result.shape] == []
