"""What was sent is compared with what stands in the store: words as they are, numbers and times by value."""

import re

import pytest
from publish.articles import SITE, an_article

from ld.errors import StoreError, StoreUnavailableError
from ld.publish import publish, unchecked_publication
from ld.publish.catalog import entries
from ld.publish.embedded import EmbeddedStore
from ld.publish.outbox import Outbox
from ld.terms import XSD, ArticleGraph, Iri, Literal, Triple
from ld.vocab import SCHEMA

NAME = Iri(f"{SITE}1")
WORDS = ArticleGraph(
    NAME,
    (
        Triple(NAME, SCHEMA.headline, Literal("Café “Ærø”: the ferry 🚢 is late")),
        Triple(NAME, SCHEMA.description, Literal("fire\\and\nwater ", language="en")),
        Triple(NAME, SCHEMA.about, Iri("http://www.wikidata.org/entity/Q20")),
        Triple(NAME, SCHEMA.datePublished, Literal("2024-09-11", Iri(XSD + "date"))),
    ),
    (Triple(Iri(f"{NAME}#claim"), SCHEMA.text, Literal("the ferry 🚢 is late")),),
)
ARTICLE = unchecked_publication(WORDS)
ALTERATIONS = {
    "a letter": ("ferry", "fairy"),
    "an accent": ("Café", "Cafe"),
    "a composed letter": ("Café", "Cafe\u0301"),
    "an encoding": ("Ærø", "Ã†rÃ¸"),
    "a character beyond the first plane": ("🚢", "?"),
    "quotation marks": ("“", "'"),
    "a space at the end": ("water ", "water"),
    "a backslash": (r"fire\\and", "fire/and"),
    "an identifier": ("Q20", "Q35"),
    "a property": ("headline", "alternativeHeadline"),
    "a language": ("@en", "@de"),
    "a date": ("2024-09-11", "2024-09-12"),
    "a datatype": ("XMLSchema#date", "XMLSchema#gYear"),
}


class Altering(EmbeddedStore):
    """A store that is sent one thing and keeps another of the same size."""

    def __init__(self, directory, was, becomes):
        super().__init__(directory)
        self._was, self._becomes = was, becomes

    def update(self, request):
        super().update(request.replace(self._was, self._becomes))


class Rewriting(EmbeddedStore):
    """A store that answers in another form than it was sent."""

    def __init__(self, directory, forms):
        super().__init__(directory)
        self._forms = forms

    def query(self, query, media_type):
        answer = super().query(query, media_type).decode()
        if media_type != "application/sparql-results+json":
            for was, becomes in self._forms:
                answer = re.sub(was, becomes, answer)
        return answer.encode()


@pytest.mark.parametrize("most_whole", [0, 1000], ids=["objects", "whole"])
@pytest.mark.parametrize(("was", "becomes"), ALTERATIONS.values(), ids=ALTERATIONS)
def test_a_store_that_alters_what_it_is_sent_is_noticed(tmp_path, monkeypatch, was, becomes, most_whole):
    if not most_whole and was == "headline":
        pytest.skip("of many articles at once the objects are compared, and the triples counted")
    monkeypatch.setattr("ld.publish.comparison.MOST_WHOLE", most_whole)
    outbox = Outbox(tmp_path / "outbox")
    with Altering(tmp_path / "store", was, becomes) as store:
        outcome = publish([ARTICLE], store, outbox=outbox)
        assert list(outcome.kept) == [NAME]
        assert "was sent, but" in str(outcome.kept[NAME])
        assert "does not keep texts as they are" in outcome.kept[NAME].hint
        assert [entry.digest for entry in entries(store)] == [""], "the catalog does not vouch for it"
    assert list(outbox.waiting()) == [ARTICLE]


def test_only_the_article_that_was_altered_is_not_published(tmp_path):
    with Altering(tmp_path / "store", "Ferry 7 reaches", "Ferry 7 leaves ") as store:
        outcome = publish([an_article(number) for number in range(20)], store)
    assert list(outcome.kept) == [an_article(7).name]
    assert len(outcome.new) == 19


def test_an_alteration_among_the_triples_that_change_is_noticed(tmp_path):
    with Altering(tmp_path / "store", "edition 2", "edition 3") as store:
        publish([an_article(1, "1")], store)
        assert list(publish([an_article(1, "2")], store).kept) == [an_article(1).name]


def valued(lexical, datatype):
    return unchecked_publication(
        ArticleGraph(NAME, (Triple(NAME, SCHEMA.value, Literal(lexical, Iri(XSD + datatype))),), ())
    )


FORMS = {
    "an exponent": ("0.95", "double", [(r'"0\.95"', '"0.95e0"'), (r"\t0\.95\b|\"?0\.95\"?\^\^", "\t9.5E-1")]),
    "a point": ("1", "double", [(r'"1"', '"1.0"')]),
    "six digits": ("0.123456789", "double", [("0.123456789", "0.123457")]),
    "no leading zeros": ("042", "integer", [("042", "42")]),
    "a wider type": ("7", "nonNegativeInteger", [("nonNegativeInteger", "integer")]),
    "more digits of a second": ("2024-09-11T10:00:00.5Z", "dateTime", [("00.5Z", "00.500Z")]),
}


@pytest.mark.parametrize(("lexical", "datatype", "forms"), FORMS.values(), ids=FORMS)
def test_a_number_or_a_time_in_another_form_is_the_same(tmp_path, lexical, datatype, forms):
    with Rewriting(tmp_path / "store", forms[:1]) as store:
        assert not publish([valued(lexical, datatype)], store).kept


@pytest.mark.parametrize(
    ("lexical", "datatype", "becomes"),
    [
        ("0.95", "double", "0.96"),
        ("42", "integer", "43"),
        ("1234567", "integer", "1234568"),
        ("9007199254740992", "integer", "9007199254740993"),
        ("1234567.5", "decimal", "1234567.6"),
        ("2024-09-11T10:00:00Z", "dateTime", "2024-09-11T10:00:01Z"),
        ("1.0", "string", "1"),
    ],
)
def test_another_number_or_time_is_another(tmp_path, lexical, datatype, becomes):
    with Altering(tmp_path / "store", f'"{lexical}"', f'"{becomes}"') as store:
        assert publish([valued(lexical, datatype)], store).kept


def test_a_store_that_gives_no_tsv_is_read_back_as_triples(tmp_path):
    class WithoutTsv(EmbeddedStore):
        def query(self, query, media_type):
            if media_type == "text/tab-separated-values":
                raise StoreError("406 Not Acceptable")
            return super().query(query, media_type)

    with WithoutTsv(tmp_path / "store") as store:
        assert publish([ARTICLE, an_article(2)], store).new == [NAME, an_article(2).name]


def test_a_long_graph_of_which_an_answer_gives_a_part_is_counted_whole_and_compared_in_part(tmp_path, monkeypatch):
    class Cutting(EmbeddedStore):
        def query(self, query, media_type):
            lines = super().query(query, media_type).splitlines(keepends=True)
            return b"".join(lines if media_type.endswith("json") else lines[:8])

    monkeypatch.setattr("ld.publish.comparison.MOST_ROWS", 7)
    long = unchecked_publication(
        ArticleGraph(NAME, tuple(Triple(NAME, SCHEMA.text, Literal(f"line {number}")) for number in range(50)), ())
    )
    with Cutting(tmp_path / "store") as store:
        assert not publish([long], store).kept


def test_a_store_that_is_lost_while_it_is_read_back_is_unavailable(tmp_path):
    class Lost(EmbeddedStore):
        def query(self, query, media_type):
            if media_type == "text/tab-separated-values":
                raise StoreUnavailableError("no answer")
            return super().query(query, media_type)

    with Lost(tmp_path / "store") as store:
        assert isinstance(publish([ARTICLE], store).kept[NAME], StoreUnavailableError)
