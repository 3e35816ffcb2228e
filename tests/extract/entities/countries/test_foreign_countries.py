"""Articles in other languages than English: the language is told, and the countries are found."""

import importlib.util
import tomllib
from pathlib import Path

import pytest

from ld.cli.summary import summary
from ld.extract import extract
from ld.extract.entities.countries.foreign import find_foreign_countries, is_known
from ld.pipeline import build
from ld.read import read_text
from ld.read.facts_check import faults
from ld.text.reading import Reading

HERE = Path(__file__).parent
TEXTS = {
    language: entry["text"]
    for language, entry in tomllib.loads((HERE / "foreign_articles.toml").read_text("utf-8")).items()
}


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_is_told_and_its_names_of_countries_are_read(language):
    facts = extract(read_text(TEXTS[language]))
    assert facts.article.language.value == language
    assert {country.country_code for country in facts.of_kind("country")} == {"DE", "FR", "US", "CH", "AT"}
    assert faults(facts) == []


def codes(text: str, language: str) -> list[str]:
    return [country.code for country in find_foreign_countries(Reading(text), language)]


def test_the_longest_name_counts():
    assert codes("インドネシアとインド", "ja") == ["ID", "IN"]
    assert codes("Papua-Neuguinea und Guinea", "de") == ["PG", "GN"]


def test_a_name_inside_a_word_is_none():
    assert codes("Die Malier und Nigeria", "de") == ["NG"]
    assert codes("Les Français", "fr") == []


def test_german_genitives_and_korean_particles_may_stand_at_a_name():
    assert codes("Frankreichs Häfen und die der Vereinigten Staaten", "de") == ["FR", "US"]
    assert codes("독일에서", "ko") == ["DE"]


def test_a_tag_with_a_region_is_of_its_language():
    assert codes("Alemanha", "pt-BR") == ["DE"]
    assert is_known("zh-Hant-TW")


def test_english_and_languages_without_names_are_not_known():
    assert not any(map(is_known, ("en", "en-GB", "und", "xx")))


def test_the_summary_says_what_is_left_out():
    built = build(read_text(TEXTS["de"]))
    assert "Language  de: people, bodies, posts, statements and events" in summary(built, ())


def test_the_table_is_what_its_generator_makes():
    pytest.importorskip("babel", reason="babel, the source of the table, is not installed")
    path = HERE.parents[2] / "generate" / "country_names_foreign.py"
    spec = importlib.util.spec_from_file_location("country_names_foreign", path)
    generator = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generator)
    assert generator.TARGET.read_text("utf-8") == generator.country_names(), (
        "country_names_foreign.csv is stale: run `python tests/generate/country_names_foreign.py`"
    )
