"""A report speaks of nodes as a person would: never of a blank node."""

import pytest

from ld.terms import BlankNode, Iri
from ld.validate import validate_triples
from ld.validate.index import Index
from ld.validate.wording import Wording

PREFIXES = "@prefix schema: <http://schema.org/> . @prefix ex: <https://news.example/#> ."
ARTICLE = 'ex:article a schema:NewsArticle ; schema:headline "Tide" .'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            f"{ARTICLE} ex:article schema:offers _:x . _:x a schema:Offer .",
            "Offer that is the offers of article “Tide”",
        ),
        (f'{ARTICLE} ex:article schema:author _:x . _:x a schema:Person ; schema:name "Kim" .', "person “Kim”"),
        (
            f"{ARTICLE} ex:article schema:author _:x . _:x schema:url ex:a .",
            "node that is the author of article “Tide”",
        ),
        (
            f"{ARTICLE} ex:article schema:author ( ex:a _:x ) . _:x a schema:Person .",
            "person that is the author of article “Tide”",
        ),
        (
            f"{ARTICLE} ex:article schema:offers [ a schema:Offer ; schema:seller _:x ] .",
            "node that is the seller of Offer that is the offers of article “Tide”",
        ),
        ("_:x a schema:Offer .", "Offer to which nothing leads"),
        ("_:x a schema:Offer ; schema:isRelatedTo _:x .", "Offer"),
    ],
)
def test_a_blank_node_is_told_by_its_class_and_what_it_hangs_on(data, said, triples_of):
    triples = triples_of(f"{PREFIXES} {data}")
    nodes = {term for triple in triples for term in triple if isinstance(term, BlankNode)}
    wording = Wording(Index(triples), "https://news.example/")
    described = {wording.describe(node) for node in nodes}
    assert any(text.startswith(said) for text in described)
    assert not any("_:" in text for text in described)


def test_an_article_without_an_iri_is_told_by_its_headline_and_the_name_of_the_graph(triples_of):
    triples = triples_of(f'{PREFIXES} [] a schema:NewsArticle ; schema:headline "Tide" .')
    assert Wording(Index(triples), "https://news.example/").article == "“Tide” <https://news.example/>"


def test_no_result_on_a_page_full_of_blank_nodes_speaks_of_one(triples_of):
    data = """
    [] a schema:NewsArticle ; schema:headline "Tide", "Ebb" ; schema:author [ schema:name "by Kim" ], [] ;
        schema:image [ a schema:ImageObject ] ; schema:publisher [ a schema:Organization ; schema:logo [] ] .
    """
    report = validate_triples("https://news.example/", triples_of(f"{PREFIXES} {data}"))
    assert len(report.results) > 8
    for result in report.results:
        assert "_:" not in str(result)
        assert result.focus_node.startswith("_:") or result.focus_node == Iri("https://news.example/")
