"""Independent readers of JSON-LD find in a page what is in the store."""

import extruct
import pytest
from fixtures_facts import FACTS
from web.blocks import CONTEXT, PAGE, PAYLOADS, added, dated, of_n_quads
from web.test_browser import headed
from web.test_profile import said, sample

from ld.mapping import map_facts
from ld.web import embed, profile

FACTS_OF = {"invented": FACTS, "sample": sample(), "hostile": headed(PAYLOADS[0] + PAYLOADS[8])}


@pytest.mark.parametrize("facts", FACTS_OF.values(), ids=FACTS_OF)
def test_extruct_reads_the_graph(facts):
    page = embed(PAGE, profile(facts).document).page
    (document,) = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    triples = said(document)
    assert triples - added(triples) == dated(map_facts(facts).facts)


@pytest.mark.parametrize("facts", FACTS_OF.values(), ids=FACTS_OF)
def test_the_jsonld_package_of_npm_reads_the_graph(facts, node):
    page = embed(PAGE, profile(facts).document).page
    triples = of_n_quads(node("read_json_ld.js", {"html": page.decode(), "context": CONTEXT}))
    assert triples - added(triples) == dated(map_facts(facts).facts)


def test_readers_see_one_article_when_it_was_merged(node):
    theirs = b'<script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","headline":"Theirs"}</script>'
    page = embed(PAGE.replace(b"</head>", theirs + b"</head>"), profile(FACTS).document).page
    (document,) = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    assert document["headline"] == "Theirs"
    triples = of_n_quads(node("read_json_ld.js", {"html": page.decode(), "context": CONTEXT}))
    assert triples == said(document)


class TestWhatGoogleAsksFor:
    LOGO = frozenset(("NewsArticle[0].publisher.logo", "NewsArticle[0].publisher.logo.url"))
    THEIRS = (
        b'<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",'
        b'"publisher":{"@type":"Organization","name":"Strait Courier","logo":{"@type":"ImageObject",'
        b'"url":"https://www.straitcourier.example/logo.png"}}}</script>'
    )

    def test_a_page_whose_publisher_gives_its_logo_passes(self, node):
        page = PAGE.replace(b"</head>", self.THEIRS + b"</head>")
        verdict = node("check_structured_data.js", {"html": embed(page, profile(sample()).document).page.decode()})
        assert verdict["failed"] == []
        assert verdict["passed"] >= 10

    def test_without_it_nothing_but_the_logo_is_missing(self, node):
        verdict = node("check_structured_data.js", {"html": embed(PAGE, profile(sample()).document).page.decode()})
        assert set(verdict["failed"]) == self.LOGO

    def test_it_finds_what_is_missing(self, node):
        verdict = node(
            "check_structured_data.js", {"html": PAGE.replace(b"</head>", self.THEIRS + b"</head>").decode()}
        )
        assert {"NewsArticle[0].headline", "NewsArticle[0].author"} <= set(verdict["failed"])
