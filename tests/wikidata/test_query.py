"""What may be fetched: names, values and files, and what of them is refused."""

import pytest

from ld.cli.fetch import QUERIES
from ld.errors import InputError
from ld.wikidata.query import id_of, query_of, ready_made

TIDELAND = "http://www.wikidata.org/entity/Q9001"


def own(tmp_path, text):
    path = tmp_path / "own.rq"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_the_command_line_lists_every_query():
    assert QUERIES.keys() == ready_made().keys()


def test_every_query_says_what_it_gives_and_asks_for_neither_labels_nor_offsets():
    for form, about in ready_made().items():
        value = {"CC": "TV", "LEAGUE": "Q4000", "N": "10"}.get(form.partition(":")[2], "")
        sparql = query_of(f"{form.partition(':')[0]}:{value}" if value else form).sparql
        assert about.endswith("."), form
        assert "SERVICE" not in sparql.upper(), form
        assert "OFFSET" not in sparql.upper(), form
        assert "?item" in sparql, form


@pytest.mark.parametrize(
    ("told", "filled"),
    [
        ("legislators:TV", 'VALUES ?code { "TV" }'),
        ("parties:tv", 'VALUES ?code { "TV" }'),
        ("outlets:XK", 'VALUES ?code { "XK" }'),
        ("clubs:Q4000", "VALUES ?league { <http://www.wikidata.org/entity/Q4000> }"),
        ("cities:100000", "VALUES ?least { 100000 }"),
    ],
)
def test_a_value_is_put_in_as_a_value(told, filled):
    query = query_of(told)
    assert filled in query.sparql
    assert query.told == told


@pytest.mark.parametrize(
    ("told", "hint"),
    [
        ("legislators", "ISO 3166-1"),
        ("legislators:", "ISO 3166-1"),
        ("legislators:UK", "GB for the United Kingdom"),
        ("legislators:TUV", "ISO 3166-1"),
        ('parties:TV" } ?x ?y ?z . #', "ISO 3166-1"),
        ("parties:T\N{LATIN CAPITAL LETTER V}\n", "ISO 3166-1"),
        ("clubs:4000", "Wikidata ID"),
        ("clubs:Q0", "Wikidata ID"),
        ("clubs:Q4000> } #", "Wikidata ID"),
        ("cities:many", "a number"),
        ("cities:-5", "a number"),
        ("cities:0", "a number"),
        ("cities:100,000", "a number"),
        ("cities:1e5", "a number"),
        ("cities:٥٠٠", "a number"),
        ("cities:1 } UNION {", "a number"),
        ("heads:TV", "write heads"),
        ("heads:", "write heads"),
    ],
)
def test_a_value_that_is_wrong_or_missing_is_refused_with_what_it_is_to_be(told, hint):
    with pytest.raises(InputError) as raised:
        query_of(told)
    assert hint in raised.value.hint


def test_a_name_that_there_is_not_is_told_with_the_nearest():
    with pytest.raises(InputError, match="no query 'head'") as raised:
        query_of("head")
    assert "did you mean heads?" in raised.value.hint
    assert "legislators:CC" in raised.value.hint


def test_a_query_of_ones_own_is_sent_as_it_is(tmp_path):
    text = "# Lighthouses.\n# All of them.\nSELECT ?item WHERE { ?item ?p ?o }\n"
    query = query_of(own(tmp_path, text))
    assert (query.about, query.sparql) == ("Lighthouses. All of them.", "SELECT ?item WHERE { ?item ?p ?o }\n")
    assert not query.by_state


@pytest.mark.parametrize(
    "text",
    [
        "select distinct ?item { ?item ?p ?o }",
        "SELECT * WHERE { ?item ?p ?o }",
        "PREFIX e: <http://e.example/#item>\nSELECT (STR(?x) AS ?y) $item WHERE { ?item ?p ?o }",
    ],
)
def test_a_select_may_be_written_in_many_ways(text, tmp_path):
    assert query_of(own(tmp_path, text)).sparql.strip() == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "SELECT ?person WHERE { ?person ?p ?o }",
        "# SELECT ?item\nASK { ?item ?p ?o }",
        "INSERT DATA { <urn:a> <urn:b> <urn:item> }",
        "CONSTRUCT { ?item ?p ?o } WHERE { ?item ?p ?o }",
        "SELECT ?items WHERE { ?items ?p ?o }",
    ],
)
def test_a_file_that_selects_no_items_is_refused(text, tmp_path):
    with pytest.raises(InputError, match="selects no \\?item"):
        query_of(own(tmp_path, text))


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        query_of(str(tmp_path / "none.rq"))
    (tmp_path / "bad.rq").write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="cannot be read"):
        query_of(str(tmp_path / "bad.rq"))
    (tmp_path / "folder.rq").mkdir()
    with pytest.raises(InputError, match="cannot be read"):
        query_of(str(tmp_path / "folder.rq"))


def test_a_query_may_be_cut_by_states_and_takes_nothing_but_items_for_them(tmp_path):
    query = query_of(own(tmp_path, "SELECT ?item { values $state { } ?item ?p ?state }"))
    assert query.by_state
    cut = query.of_states([TIDELAND, "http://e.example/Q1> } #", "urn:x"])
    assert cut.strip() == f"SELECT ?item {{ VALUES ?state {{ <{TIDELAND}> }} ?item ?p ?state }}"


@pytest.mark.parametrize(
    ("iri", "qid"),
    [
        (TIDELAND, "Q9001"),
        ("https://wikibase.example/entity/Q7", "Q7"),
        ("http://www.wikidata.org/entity/P31", None),
        ("http://www.wikidata.org/entity/statement/Q9001-1", None),
        ("http://www.wikidata.org/.well-known/genid/Q9001x", None),
        ("Q9001", None),
    ],
)
def test_an_item_is_known_by_its_iri(iri, qid):
    assert id_of(iri) == qid
