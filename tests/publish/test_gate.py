"""Only what is valid and public gets through the gate to a store."""

import pytest

from ld import build
from ld.errors import UnpublishableError
from ld.publish import publication, unchecked_publication
from ld.terms import Iri, Literal, Triple
from ld.validate import Severity
from ld.vocab import SCHEMA

TEXT = """Harbour Bank opens in Riga

Nora Quist, the chief executive of Harbour Bank, said on Monday that the bank opens in Riga.
“The doors are open,” Quist told reporters in Riga, the capital of Latvia.
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    file = tmp_path_factory.mktemp("gate") / "story.txt"
    file.write_text(TEXT, encoding="utf-8")
    return build(str(file)).graph


def with_fact(graph, term, value):
    return graph._replace(facts=(*graph.facts, Triple(Iri(f"{graph.name}#article"), term, Literal(value))))


def test_a_valid_graph_gets_through_as_it_is(graph):
    assert publication(graph) == unchecked_publication(graph)


def test_an_invalid_graph_is_refused_unless_it_is_not_checked(graph):
    broken = with_fact(graph, SCHEMA.headline, "A second headline")
    with pytest.raises(UnpublishableError, match="not valid"):
        publication(broken)
    assert unchecked_publication(broken).name == graph.name


def test_warnings_are_a_reason_only_where_they_are_named_as_one(graph):
    assert publication(graph, fail_on=Severity.VIOLATION)
    with pytest.raises(UnpublishableError, match="warning"):
        publication(graph, fail_on=Severity.WARNING)


def test_an_article_that_is_not_public_is_refused(graph):
    with pytest.raises(UnpublishableError, match="it is embargoed"):
        publication(with_fact(graph, SCHEMA.creativeWorkStatus, "Embargoed"))
