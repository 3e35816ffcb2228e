"""Links countries by their ISO codes."""

import functools
from typing import NamedTuple

from ld.facts import Entity, Link, Nil
from ld.text.lexicon import data_text, table


class CountryItem(NamedTuple):
    """The Wikidata item of a country as commonly understood: *qid* is Q55 for the Netherlands, not the Kingdom's."""

    iso2: str
    iso3: str
    qid: str
    label: str


def link_country(country: Entity) -> Link | Nil:
    """The item of the country whose ISO 3166-1 alpha-2 code the entity has."""
    if country.country_code is None:
        return Nil(because=f"no ISO code says which country {country.name!r} is")
    item = country_items().get(country.country_code)
    if item is None:
        return Nil(because=f"ISO code {country.country_code} is not in the table of countries")
    because = f"ISO code {item.iso2}"
    other = _other_items().get(item.iso2)
    if other and country.mentions and all(other["words"].lower() in said.exact.lower() for said in country.mentions):
        return Link(qid=other["qid"], label=other["label"], score=1.0, because=because, source=countries_source())
    return Link(qid=item.qid, label=item.label, score=1.0, because=because, source=countries_source())


@functools.cache
def _other_items() -> dict[str, dict[str, str]]:
    """The items for names that stand for something else, by country: the Vatican is the city, the Holy See is not."""
    return {row["iso2"]: row for row in table("link/country_other_items")}


@functools.cache
def country_items() -> dict[str, CountryItem]:
    """The 197 countries by ISO 3166-1 alpha-2 code."""
    return {row["iso2"]: CountryItem(**row) for row in table("link/country_ids")}


def country_name(code: str) -> str:
    """The everyday name of the country, for use in reasons; its *code* if unknown."""
    item = country_items().get(code)
    return item.label if item else code


@functools.cache
def countries_source() -> str:
    """The name of the table with its version, as its first line gives it: "countries: rigour 2.6.1"."""
    return data_text("link/country_ids.csv").partition("\n")[0].removeprefix("# ").split(" (", 1)[0]
