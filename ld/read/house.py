"""The publisher's data in the settings, for articles that do not give any themselves."""

import msgspec

from ld.article import Article, Description, Given, Property
from ld.config import Defaults
from ld.errors import InputError
from ld.read.html.typed import Unfit, typed
from ld.schema_org import ranges


def with_publisher_data(article: Article, house: Defaults) -> Article:
    """*article* with the publisher's data in *house*, if the publisher is its own and the page does not describe it.

    Raises InputError for a value that does not fit its property.
    """
    description = article.description or Description()
    own = article.publisher and house.publisher and article.publisher.value == " ".join(house.publisher.split())
    if not own or not house.publisher_data or any(each.name == "publisher" for each in description.properties):
        return article
    whole = msgspec.structs.replace(description, properties=(*description.properties, publisher_of(house)))
    return msgspec.structs.replace(article, description=whole)


def publisher_of(house: Defaults) -> Property:
    """The publisher as *house* describes it. Raises InputError for a value that does not fit its property."""
    properties = [_property("name", house.publisher or "")]
    properties += [_property(*said) for said in house.publisher_data if said[0] != "type"]
    classes = tuple(value for key, value in house.publisher_data if key == "type")
    thing = Description(classes=classes or ("Organization",), properties=tuple(properties))
    return Property(name="publisher", evidence=properties[0].evidence, thing=thing)


def _property(name: str, said: str) -> Property:
    found = typed(said, ranges()[name], "")
    if isinstance(found, Unfit):
        raise InputError(
            f"publisher.{name} of the settings {found.because}", "correct it: article-ld config shows where"
        )
    evidence = (Given(option=f"publisher.{name}", value=said),)
    return Property(name=name, evidence=evidence, value=found.value, datatype=found.datatype)
