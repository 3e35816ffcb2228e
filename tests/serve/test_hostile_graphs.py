"""Whatever a graph says, it has a page and an entry, and none of it becomes markup."""

import re
import sqlite3
from importlib.resources import files

from fixtures_facts import hostile_texts
from hypothesis import given, settings
from hypothesis import strategies as st

from ld.serve.evidence import proofs_of
from ld.serve.index import database
from ld.serve.index.entries import entry_of
from ld.serve.pages.article import article_page
from ld.serve.pages.frame import Links
from ld.serve.site import Site
from ld.terms import ArticleGraph, Iri, Literal, Triple
from ld.vocab import OA, PROV, RDF, RDFS, SCHEMA

NAME = "https://harbor.example/1"
_OWN = tuple(Iri(f"{NAME}#{end}") for end in ("article", "a", "b", "c", "char=1,2", ""))
_OTHERS = (Iri(NAME), Iri("http://www.wikidata.org/entity/Q1"), Iri("javascript:alert(1)"), Iri("urn:x"))
_NODES = st.sampled_from((*_OWN, *_OTHERS))
_TERMS = st.sampled_from(
    (
        *(SCHEMA.name, SCHEMA.headline, SCHEMA.text, SCHEMA.genre, SCHEMA.roleName, SCHEMA.startDate, SCHEMA.geo),
        *(SCHEMA.latitude, SCHEMA.hasOccupation, SCHEMA.affiliation, SCHEMA.member, SCHEMA.attendee, SCHEMA.author),
        *(OA.hasBody, OA.hasTarget, OA.exact, PROV.wasDerivedFrom, RDF.subject, RDF.predicate, RDF.object),
        *(SCHEMA.spokenByCharacter, RDFS.comment, Iri("urn:p")),
    )
)
_CLASSES = st.sampled_from(
    (SCHEMA.NewsArticle, SCHEMA.Person, SCHEMA.Quotation, SCHEMA.Claim, SCHEMA.Event, SCHEMA.OrganizationRole)
)
_LITERALS = st.builds(Literal, st.one_of(hostile_texts, st.just("<script>alert(1)</script>"), st.just("9" * 5000)))
_TRIPLES = st.lists(
    st.one_of(
        st.builds(Triple, _NODES, _TERMS, st.one_of(_NODES, _LITERALS)),
        st.builds(Triple, _NODES, st.just(RDF.type), _CLASSES),
    ),
    max_size=40,
    unique=True,
)


@settings(max_examples=150)
@given(_TRIPLES, _TRIPLES)
def test_every_graph_has_a_page(facts, evidence):
    graph = ArticleGraph(Iri(NAME), tuple(sorted(facts, key=str)), tuple(evidence))
    page = article_page(graph, Links(Site("http://127.0.0.1"), {}), ())
    assert "<script" not in page
    assert 'href="javascript:' not in page
    anchors = re.findall(r' id="([^"]*)"', page)
    assert len(anchors) == len(set(anchors))


@settings(max_examples=100)
@given(_TRIPLES)
def test_every_graph_is_put_into_the_index_and_taken_out_whole(facts):
    graph = ArticleGraph(Iri(NAME), tuple(facts), ())
    index = sqlite3.connect(":memory:")
    index.executescript((files("ld.serve.index") / "schema.sql").read_text(encoding="utf-8"))
    database.insert(index, [(entry_of(graph), "digest")])
    database.remove(index, [NAME])
    left = [index.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in ("article", "fact", "names")]
    index.close()
    assert left == [0, 0, 0]


def test_words_that_are_not_there_prove_nothing():
    rows = [(Iri(f"{NAME}#n"), OA.hasBody, Iri(f"{NAME}#a")), (Iri(f"{NAME}#n"), OA.hasTarget, Iri(f"{NAME}#char=1,2"))]
    assert proofs_of(rows) == {}
