"""Links countries, by ISO code."""

from ld.facts import Entity, Link, Nil
from ld.link.knowledge import country_items, source_of


def link_country(country: Entity) -> Link | Nil:
    """The item of the country whose ISO 3166-1 alpha-2 code the entity has."""
    if country.country_code is None:
        return Nil(because=f"no ISO code says which country {country.name!r} is")
    item = country_items().get(country.country_code)
    if item is None:
        return Nil(because=f"ISO code {country.country_code} is not in the table of countries")
    return Link(
        qid=item.qid,
        label=item.label,
        score=1.0,
        because=f"ISO code {item.iso2}",
        source=source_of("country_ids"),
    )
