"""The same behaviour of every store: embedded Oxigraph, and servers of Oxigraph, Fuseki and Virtuoso."""

import json
import re
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from publish.articles import SITE, an_article
from publish.servers import unused_address
from urllib3.util import Retry

from ld.cli import main
from ld.errors import StoreError, StoreUnavailableError
from ld.pipeline import build
from ld.publish import Publication, Store, open_store, publish, unchecked_publication, unpublish
from ld.publish.bulk import publish_bulk
from ld.publish.endpoints import endpoints
from ld.publish.http import HttpStore
from ld.publish.updates import MOST_LINES, catalog_query, graph_query
from ld.terms import XSD, ArticleGraph, Iri, Literal, Triple
from ld.vocab import SCHEMA

OTHER_GRAPH = "urn:x-others:register"
MEGABYTE = "The ferry is late. “Why?” \\ \n" * 35_000
HOSTILE = {
    "quotes": "She said \"no\", 'no' and \"\"\"no\"\"\" and '''no'''",
    "backslashes": r"\ \\ \" \n \u0041 C:\new\table" + "\\",
    "escapes of code points": r"\u0022 } }; DROP ALL; # \\u0022 \U00000022 } }; DROP ALL",
    "braces": "} } { {{ }} GRAPH ?g { ?s ?p ?o }",
    "the end of the operation": '" } }; DROP ALL; INSERT DATA { <urn:x> <urn:x> "',
    "a comment": "# ; DROP ALL\n# }",
    "a variable, a prefix, a blank node": "?s $o ex:name _:b [] ()",
    "control characters": "".join(map(chr, range(32))) + "\x7f\x85\u2028",
    "line ends": "one\ntwo\r\nthree\rfour\n",
    "spaces": " \t leading and trailing \t ",
    "nothing": "",
    "right to left": "\u202bהמעבורת الميناء\u202c \u200f\u2067",
    "emoji": "🚢 👩‍👩‍👧 🇰🇷 \U0010ffff",
    "combining characters": "e\u0301 \u00e9 ᄒ\u1161\u11ab 한",
    "markup": "<b>&amp; <!-- --> ]]> <script>alert(1)</script> %7B%22%7D+%20",
    "a megabyte": MEGABYTE,
}
HOSTILE_IRIS = (
    "https://harbor-news.example/a?q=');DROP%20ALL;#x",
    "https://harbor-news.example/(a),b;c=$d!*@+&e=%7B%22%5C%7D",
    "https://harbor-news.example/항구/🚢/مرفأ",
    "urn:uuid:8ae4bd6e-1d1b-5c07-9a54-1f7e92a3c5bd",
)
NO_IRIS = (
    "urn:x> <urn:x> <urn:x> } }; DROP ALL; #",
    'urn:x"quoted"',
    "urn:x}",
    "urn:with space",
    "urn:x\\u003E",
    "urn:line\nend",
)
TYPED = (
    ("2024-09-11", "date"),
    ("2024-08", "gYearMonth"),
    ("2024", "gYear"),
    ("2024-09-11T10:00:00Z", "dateTime"),
    ("2024-09-11T10:00:00+09:00", "dateTime"),
    ("1204", "integer"),
)

DOUBLE = re.compile(rf'"([^"]*)"\^\^<{XSD}double>')


class Counting(Store):
    """A store that counts the updates it is sent."""

    def __init__(self, store):
        self._store = store
        self.updates = 0

    def update(self, request):
        self.updates += 1
        self._store.update(request)

    def query(self, query, media_type):
        return self._store.query(query, media_type)


class Interfering(Counting):
    """A store into whose graphs somebody else writes just after us."""

    def update(self, request):
        super().update(request)
        self._store.update(f'INSERT DATA {{ GRAPH <{SITE}1> {{ <urn:x> <urn:x> "not ours" }} }}')


def of_texts(*texts: str, number: int = 1) -> Publication:
    """An article that says *texts*."""
    name = Iri(f"{SITE}{number}")
    return unchecked_publication(
        ArticleGraph(name, tuple(Triple(name, SCHEMA.text, Literal(text)) for text in texts), ())
    )


def of_score(score: float) -> Publication:
    """An article whose only fact is a number."""
    name = Iri(f"{SITE}1")
    number = Literal(repr(score).removesuffix(".0"), Iri(XSD + "double"))
    return unchecked_publication(ArticleGraph(name, (Triple(name, SCHEMA.text, number),), ()))


def standing(store, name: str) -> tuple[str, ...]:
    """What *store* says that the graph *name* holds."""
    return tuple(store.construct(graph_query(name)))


def is_whole(store, article: Publication) -> bool:
    there = (standing(store, article.name), standing(store, article.evidence_name))
    return there == (article.facts, article.evidence)


def by_value(lines: tuple[str, ...]) -> list[str]:
    """*lines* with doubles written in one way: stores that keep numbers by value write 1 as "1", "1.0" or "1.0E0"."""
    return sorted(DOUBLE.sub(lambda found: f'"{float(found[1])}"^^<{XSD}double>', line) for line in lines)


def catalog(store) -> dict[str, str]:
    return {row["name"]: row["digest"] for row in store.select(catalog_query())}


def others_write(store) -> tuple[str, ...]:
    """Put something that is not ours into *store*."""
    store.update(f'INSERT DATA {{ GRAPH <{OTHER_GRAPH}> {{ <{SITE}1> <urn:x> "theirs", "too" }} }}')
    return standing(store, OTHER_GRAPH)


def test_a_new_article_is_there_whole(store):
    article = an_article(1)
    outcome = publish([article], store)
    assert (outcome.new, outcome.kept) == ([article.name], {})
    assert is_whole(store, article)
    assert catalog(store) == {article.name: article.digest}


def test_a_built_article_is_there_whole(store):
    built = build(str(Path(__file__).resolve().parents[1] / "articles/un-command-meeting.txt"))
    article = unchecked_publication(built.graph)
    assert not publish([article], store).failures
    assert by_value(standing(store, article.name)) == by_value(article.facts)
    assert by_value(standing(store, article.evidence_name)) == by_value(article.evidence)


def test_publishing_again_leaves_only_the_second_version(store):
    publish([an_article(1, "1")], store)
    outcome = publish([an_article(1, "2")], store)
    assert (outcome.replaced, outcome.new) == ([f"{SITE}1"], [])
    assert is_whole(store, an_article(1, "2"))
    assert catalog(store) == {f"{SITE}1": an_article(1, "2").digest}


def test_sending_only_the_changes_ends_in_the_same_content(store):
    publish([an_article(1, "1"), an_article(2, "1")], store)
    assert not publish([an_article(1, "2"), an_article(2, "1"), an_article(3, "1")], store, only_changes=True).failures
    assert all(is_whole(store, article) for article in (an_article(1, "2"), an_article(2, "1"), an_article(3, "1")))


def test_an_unchanged_article_is_not_sent(store):
    publish([an_article(1)], store)
    counting = Counting(store)
    assert publish([an_article(1)], counting).unchanged == [f"{SITE}1"]
    assert counting.updates == 0


def test_several_articles_go_out_in_one_request(store):
    articles = [an_article(number) for number in range(20)]
    counting = Counting(store)
    assert publish(articles, counting).new == [article.name for article in articles]
    assert counting.updates == 1
    assert all(is_whole(store, article) for article in articles)


def test_an_article_longer_than_one_operation_is_there_whole(store):
    article = of_texts(*(f"Sentence {number} of many." for number in range(6 * MOST_LINES)))
    assert not publish([article], store).failures
    assert is_whole(store, article)


def test_unpublishing_removes_the_article_and_nothing_else(store):
    publish([an_article(1), an_article(2)], store)
    theirs = others_write(store)
    assert unpublish([f"{SITE}1", f"{SITE}9"], store) == [f"{SITE}1"]
    assert standing(store, f"{SITE}1") == standing(store, f"{SITE}1#evidence") == ()
    assert is_whole(store, an_article(2))
    assert catalog(store) == {f"{SITE}2": an_article(2).digest}
    assert standing(store, OTHER_GRAPH) == theirs


@pytest.mark.parametrize("only_changes", [False, True])
def test_what_others_keep_in_the_store_is_not_touched(store, only_changes):
    theirs = others_write(store)
    for version in "12":
        publish([an_article(1, version)], store, only_changes=only_changes)
    assert len(theirs) == 2
    assert standing(store, OTHER_GRAPH) == theirs


def test_what_somebody_else_wrote_into_the_graph_is_found(store):
    outcome = publish([an_article(1)], Interfering(store))
    assert "12 triples were sent, but 13 stand in the store" in str(outcome.kept[f"{SITE}1"])
    assert not publish([an_article(1)], store).failures
    assert is_whole(store, an_article(1))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_literal_comes_back_byte_for_byte_and_injects_nothing(store, text):
    theirs = others_write(store)
    assert not publish([of_texts(text, "and another")], store).failures
    assert is_whole(store, of_texts(text, "and another"))
    (row,) = store.select(f'SELECT ?text {{ GRAPH <{SITE}1> {{ ?s ?p ?text }} FILTER(?text != "and another") }}')
    assert row["text"] == text
    assert standing(store, OTHER_GRAPH) == theirs
    assert list(catalog(store)) == [f"{SITE}1"]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.sets(st.text(min_size=1), min_size=1))
def test_literals_of_any_characters_come_back(store, texts):
    article = of_texts(*texts)
    publish([article], store)
    assert is_whole(store, article)


@pytest.mark.parametrize("iri", HOSTILE_IRIS)
def test_a_hostile_iri_comes_back_as_it_is(store, iri):
    theirs = others_write(store)
    article = unchecked_publication(ArticleGraph(Iri(f"{SITE}1"), (Triple(Iri(iri), SCHEMA.url, Iri(iri)),), ()))
    assert not publish([article], store).failures
    assert is_whole(store, article)
    assert standing(store, OTHER_GRAPH) == theirs


@pytest.mark.parametrize("text", NO_IRIS)
def test_what_is_no_iri_is_refused_before_it_is_sent(store, text):
    theirs = others_write(store)
    counting = Counting(store)
    for triple in (
        Triple(Iri(text), SCHEMA.url, Iri("urn:x")),
        Triple(Iri("urn:x"), Iri(text), Literal("x")),
        Triple(Iri("urn:x"), SCHEMA.url, Literal("x", Iri(text))),
    ):
        article = unchecked_publication(ArticleGraph(Iri(f"{SITE}1"), (triple,), ()))
        assert "no triple of IRIs and literals" in str(publish([article], counting).kept[article.name])
    with pytest.raises(StoreError, match="is no IRI"):
        unpublish([text], counting)
    assert counting.updates == 0
    assert standing(store, OTHER_GRAPH) == theirs


@pytest.mark.parametrize(("lexical", "datatype"), TYPED)
def test_dates_and_numbers_come_back_as_they_are(store, lexical, datatype):
    triple = Triple(Iri(f"{SITE}1"), SCHEMA.text, Literal(lexical, Iri(XSD + datatype)))
    article = unchecked_publication(ArticleGraph(Iri(f"{SITE}1"), (triple,), ()))
    publish([article], store)
    assert is_whole(store, article)


@pytest.mark.parametrize("value", [0.95, 1.0, 0.0])
def test_a_confidence_comes_back_with_the_same_value_and_can_be_changed_alone(store, value):
    for score in (value, 0.5):
        article = of_score(score)
        assert not publish([article], store, only_changes=True).failures
        assert by_value(standing(store, article.name)) == by_value(article.facts)


def test_articles_are_loaded_in_bulk_into_an_empty_store(served, store, monkeypatch):
    if served.preset == "virtuoso":
        pytest.skip("Virtuoso has no endpoint for N-Quads")
    monkeypatch.setattr("ld.publish.bulk.DOCUMENT", 5000)
    articles = [an_article(number) for number in range(30)]
    assert publish_bulk(articles, store) == [article.name for article in articles]
    assert all(is_whole(store, article) for article in articles)
    assert len(catalog(store)) == 30


def test_a_server_without_an_endpoint_for_n_quads_refuses_to_be_loaded_in_bulk():
    with (
        HttpStore(endpoints(unused_address(), preset="virtuoso")) as store,
        pytest.raises(StoreError, match="no way to load N-Quads in bulk"),
    ):
        store.load([b"<urn:s> <urn:p> <urn:o> <urn:g> .\n"])


def test_an_answer_is_whole_or_refused(served, store):
    texts = [f"Line {number}" for number in range(10_500)]
    assert not publish([of_texts(*texts)], store).failures
    query = f"SELECT ?text {{ GRAPH <{SITE}1> {{ ?article ?property ?text }} }}"
    if served.preset == "virtuoso":
        with pytest.raises(StoreError, match="gave the first 10000 rows of an answer only"):
            store.select(query)
    else:
        assert sorted(row["text"] for row in store.select(query)) == sorted(texts)


def test_a_value_that_a_store_cannot_hold_is_refused_for_good(served, store):
    triple = Triple(Iri(f"{SITE}1"), SCHEMA.duration, Literal("PT1H", Iri(XSD + "duration")))
    article = unchecked_publication(ArticleGraph(Iri(f"{SITE}1"), (triple,), ()))
    failures = publish([article], store).failures
    if served.preset == "virtuoso":
        assert [type(failure) for failure in failures] == [StoreError]
        assert catalog(store) == {}
    else:
        assert is_whole(store, article)


def test_a_query_gives_a_table(store):
    publish([an_article(1)], store)
    query = f"SELECT ?headline {{ GRAPH <{SITE}1> {{ ?article <{SCHEMA.headline}> ?headline }} }}"
    headline = "Ferry 1 reaches the harbor, edition 1"
    assert store.select(query) == [{"headline": headline}]
    answer = json.loads(store.query(query, "application/sparql-results+json"))
    assert [row["headline"]["value"] for row in answer["results"]["bindings"]] == [headline]
    assert [line.strip('"') for line in store.query(query, "text/csv").decode().splitlines()] == ["headline", headline]


@pytest.mark.parametrize("form", ["table", "csv"])
def test_columns_stand_in_the_order_in_which_the_query_names_them(store, form, capfdbinary, monkeypatch):
    monkeypatch.setattr("ld.cli.query.store_of", lambda _: nullcontext(store))
    publish([an_article(1)], store)
    names = ("zeta", "alpha", "missing", "mid")
    where = f'GRAPH <{SITE}1> {{ ?x <{SCHEMA.headline}> ?mid }} BIND("z" AS ?zeta) BIND("a" AS ?alpha)'
    query = f"SELECT {' '.join(f'?{name}' for name in names)} {{ {where} OPTIONAL {{ ?mid <urn:x:none> ?missing }} }}"
    assert main(["query", query, "--format", form]) == 0
    head = capfdbinary.readouterr().out.decode().splitlines()[0]
    assert re.findall(r"\w+", head) == list(names)


@pytest.mark.parametrize("broken", ["SELEC * {", "SELECT * { ?s ?p }"])
def test_a_query_that_is_not_sparql_is_refused_for_good(store, broken):
    with pytest.raises(StoreError) as refusal:
        store.select(broken)
    assert not isinstance(refusal.value, StoreUnavailableError)


def test_an_update_that_is_not_sparql_is_refused_for_good(store):
    with pytest.raises(StoreError) as refusal:
        store.update("INSERT DAT { }")
    assert not isinstance(refusal.value, StoreUnavailableError)


def test_a_wrong_password_is_named_with_what_to_do(served, store, monkeypatch):
    if not served.credentials:
        pytest.skip(f"{served.name} is open to everybody here")
    monkeypatch.setenv("ARTICLE_LD_PASSWORD", "wrong")
    with (
        open_store(served.location, preset=served.preset) as stranger,
        pytest.raises(StoreError, match="401") as refusal,
    ):
        stranger.update(f'INSERT DATA {{ GRAPH <{SITE}1> {{ <urn:x> <urn:x> "x" }} }}')
    assert not isinstance(refusal.value, StoreUnavailableError)
    assert "ARTICLE_LD_PASSWORD" in refusal.value.hint
    assert standing(store, f"{SITE}1") == ()


@pytest.mark.parametrize("preset", ["oxigraph", "fuseki", "virtuoso"])
def test_a_server_that_is_not_running_is_unavailable(preset):
    with HttpStore(endpoints(unused_address(), preset=preset), Retry(total=0)) as nobody:
        with pytest.raises(StoreUnavailableError):
            nobody.update("INSERT DATA { }")
        with pytest.raises(StoreUnavailableError):
            nobody.select("SELECT * { }")


def test_an_embedded_store_that_another_has_open_is_unavailable(tmp_path):
    with open_store(str(tmp_path / "store")), pytest.raises(StoreUnavailableError, match="another process has it open"):
        open_store(str(tmp_path / "store"))
