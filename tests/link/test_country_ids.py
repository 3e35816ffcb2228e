"""The table of the countries' Wikidata items."""

import importlib.util
import re
from pathlib import Path

import pytest

from ld.extract import extract
from ld.extract.entities.countries.table import countries
from ld.link import link
from ld.link.countries import countries_source, country_items


def test_it_has_the_countries_of_the_names_table_under_their_everyday_names():
    assert {code: item.label for code, item in country_items().items()} == {
        code: country.name for code, country in countries().items()
    }


def test_codes_and_items_have_their_form_and_none_stands_twice():
    items = country_items().values()
    assert all(re.fullmatch(r"[A-Z]{2} [A-Z]{3} Q[1-9]\d*", f"{i.iso2} {i.iso3} {i.qid}") for i in items)
    assert len({item.qid for item in items}) == len({item.iso3 for item in items}) == len(items) == 197


@pytest.mark.parametrize(
    ("code", "qid"),
    [("KR", "Q884"), ("KP", "Q423"), ("DK", "Q35"), ("NL", "Q55"), ("VA", "Q159583"), ("TW", "Q865"), ("XK", "Q1246")],
)
def test_an_item_is_that_of_the_country_in_daily_use(code, qid):
    assert country_items()[code].qid == qid


def test_its_source_tells_the_version():
    assert re.fullmatch(r"countries: rigour \d+\.\d+\.\d+", countries_source())


def test_it_is_up_to_date_with_rigour():
    pytest.importorskip("rigour", reason="rigour, the source of the table, is not installed")
    script = _script()
    assert script.TARGET.read_text(encoding="utf-8") == script.country_ids(), (
        "ld/link/data/country_ids.csv is stale: run `python tests/generate/country_ids.py` and look at the difference"
    )


def _script():
    path = Path(__file__).resolve().parents[1] / "generate" / "country_ids.py"
    spec = importlib.util.spec_from_file_location("country_ids", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("text", "qid"),
    [
        ("The fire at the Vatican was out by noon.", "Q237"),
        ("They met in Vatican City today.", "Q237"),
        ("The Holy See sent an envoy to the Vatican.", "Q159583"),
    ],
)
def test_the_vatican_is_the_city_and_the_holy_see_is_not(make_article, text, qid):
    (country,) = link(extract(make_article(text))).of_kind("country")
    assert country.qid == qid
