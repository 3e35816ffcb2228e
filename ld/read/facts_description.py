"""Checks of the page's own description in facts: schema.org's names, and values of their datatypes."""

import re
from collections.abc import Iterator

from ld.article import Description, Property
from ld.read.dates import is_iso_date
from ld.schema_org import domains, parents
from ld.urls import is_absolute_url

_FORMS = {
    "Boolean": re.compile(r"true|false"),
    "Integer": re.compile(r"0|-?[1-9][0-9]*"),
    "Number": re.compile(r"-?[0-9]+\.[0-9]+"),
}


def description_faults(description: Description | None, path: str = "$.article.description") -> Iterator[str]:
    """The faults of *description*, which is at *path*, each as JSON path and reason."""
    if description is None:
        return
    for name in description.classes:
        if name not in parents():
            yield f"{path}.classes: {name!r} is no class of schema.org's"
    for index, each in enumerate(description.properties):
        at = f"{path}.properties[{index}]"
        if each.name not in domains():
            yield f"{at}.name: {each.name!r} is no property of schema.org's"
        if bool(each.value) == bool(each.thing):
            yield f"{at}: has {'both' if each.value else 'neither'} a value and a thing: give one of them"
        elif not each.thing and (because := _unfit(each)):
            yield f"{at}.value: {each.value!r} {because}"
        yield from description_faults(each.thing, f"{at}.thing")


def _unfit(each: Property) -> str:
    """Why the value of a property does not fit its datatype; empty if it does."""
    if each.datatype == "URL":
        return "" if is_absolute_url(each.value) else "is not an absolute URL"
    if each.datatype == "Date":
        return "" if is_iso_date(each.value) else "is not an ISO 8601 year, month, day or date-time with zone"
    form = _FORMS.get(each.datatype)
    return "" if form is None or form.fullmatch(each.value) else f"is not of the datatype {each.datatype}"
