"""Links places, by name and the country in which they lie."""

from ld.facts import Entity, Link, Nil
from ld.link.knowledge import Entry, country_name, entries_named, linked, settle


def link_place(place: Entity) -> Link | Nil:
    """The item of the place with this name, in the country that the entity states."""
    return settle(_verdict(place, entry) for entry in entries_named("place", place.name))


def _verdict(place: Entity, entry: Entry) -> Link | Nil:
    if place.country_code == entry.country:
        return linked(entry, 0.95, f"named like {entry.label}, which lies in {country_name(entry.country)}")
    where = f"in {country_name(place.country_code)}" if place.country_code else "in no stated country"
    return Nil(because=f"named like {entry.named()}, but {where}: that one lies in {country_name(entry.country)}")
