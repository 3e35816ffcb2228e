"""The knowledge base that comes with the program, and the tables that it is built from."""

import csv
import re
from pathlib import Path

import pytest

from ld.kb import Layers, bundled_kb, offline, with_bundled
from ld.kb.bundle import EDITION, build_bundled
from ld.kb.store import open_kb
from ld.link.countries import country_items

TABLES = Path(__file__).resolve().parents[2] / "knowledge"


def rows(name):
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def tables():
    return {name: rows(name) for name in ("people", "organizations", "places")}


@pytest.mark.parametrize("name", ["people", "organizations", "places"])
def test_a_table_is_sorted_by_wikidata_id_one_entity_a_line(tables, name):
    numbers = [int(row["qid"].removeprefix("Q")) for row in tables[name]]
    assert numbers == sorted(set(numbers))


def test_no_entity_stands_in_two_tables_and_none_is_a_country(tables):
    ids = [row["qid"] for table in tables.values() for row in table]
    assert len(ids) == len(set(ids))
    assert {item.qid for item in country_items().values()}.isdisjoint(ids)


def test_an_open_post_says_when_it_was_last_seen(tables):
    posts = [post.split(";") for row in tables["people"] for post in row["positions"].split("|") if post]
    held = [post for post in posts if len(post) == 5 and not post[3]]
    assert len(held) > 10_000
    assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", post[4]) for post in held)


def test_what_is_put_in_by_hand_is_in_the_tables(tables):
    ids = {row["qid"] for table in tables.values() for row in table}
    assert {row["qid"] for row in rows("own")} <= ids


def test_no_body_of_a_state_and_no_relief_society_is_told_as_a_company(tables):
    companies = [row["label"] for row in tables["organizations"] if row["type"] == "company"]
    form = re.compile(
        r"\b(?:Bureau of|Government of|(?:City|County|Borough) Council|Red Cross|Meteorological Institute)\b"
    )
    assert [label for label in companies if form.search(label)] == []


def test_it_says_its_edition_and_how_much_it_holds():
    info = bundled_kb().info()
    assert (info.name, info.snapshot) == ("article-ld knowledge", EDITION)
    assert sum(info.items.values()) > 150_000


def test_it_is_opened_once():
    assert bundled_kb() is bundled_kb()


def test_it_is_built_from_its_tables_and_again_only_if_one_is_newer(tmp_path):
    table = tmp_path / "people.csv"
    table.write_text("qid,label\nQ2,Ada Quill\n", encoding="utf-8")
    made = build_bundled([table], tmp_path)
    with open_kb(made) as kb:
        assert kb.info().items == {"person": 1}
    first = made.stat().st_mtime_ns
    assert build_bundled([table], tmp_path).stat().st_mtime_ns == first


def test_one_s_own_goes_before_it_and_a_service_behind_it(make_kb, person):
    class Service:
        is_live = True

    own = make_kb(person("Q2", "Ada Quill"))
    assert with_bundled() is bundled_kb()
    assert with_bundled(own).bases == (own, bundled_kb())
    assert with_bundled(Service()).bases[0] is bundled_kb()
    assert offline(with_bundled(Service())).bases == (bundled_kb(),)


def test_of_an_item_that_two_know_the_first_states_what_counts(make_kb, person):
    own = make_kb(person("Q2", "Ada Quill", sitelinks=5))
    other = make_kb(person("Q2", "Ada M. Quill", ("member of the Senate", "FR", None, None), birth="1970"))
    (found,) = Layers((own, other)).candidates("Ada Quill")
    assert (found.item.label, found.item.sitelinks, found.item.birth) == ("Ada Quill", 5, "1970")
    assert found.item.aliases == ("Ada M. Quill",)


@pytest.mark.parametrize("name", ["Marmite", "FaceTime", "Ryzen"])
def test_what_a_company_makes_is_no_organization(name):
    assert not any(
        each.item.kind == "organization" and each.item.label == name for each in bundled_kb().candidates(name)
    )


def test_what_is_left_out_and_where_towns_lie_is_in_the_tables_as_said(tables):
    assert {row["qid"] for row in rows("products_left_out")}.isdisjoint(row["qid"] for row in tables["organizations"])
    lies = {row["qid"]: row["countries"] for row in tables["places"]}
    assert all(lies[row["qid"]] == row["state"] for row in rows("cities_of_states"))
