"""Finds the facts behind a graph's nodes in a facts.json."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ld.validate.places.json_text import Array, Json, Object, Scalar, member_path, scan_json
from ld.vocab import WD

_ARTICLE_FIELDS = {
    "headline": ("headline", "value"),
    "url": ("url", "value"),
    "inLanguage": ("language", "value"),
    "datePublished": ("date_published", "value"),
    "dateModified": ("date_modified", "value"),
    "publisher": ("publisher", "value"),
    "author": ("authors",),
    "articleSection": ("sections",),
    "keywords": ("keywords",),
    "isAccessibleForFree": ("accessible_for_free", "value"),
    "image": ("images",),
}
_ITEM_FIELDS = {
    "name": ("name",),
    "additionalType": ("type", "value"),
    "identifier": ("country_code",),
    "containedInPlace": ("lies_in", "value"),
    "alternateName": ("aliases",),
    "text": ("text",),
    "spokenByCharacter": ("speakers",),
    "roleName": ("title",),
    "author": ("speakers",),
    "startDate": ("start", "value"),
    "endDate": ("end", "value"),
    "location": ("places",),
    "organizer": ("organizers",),
    "attendee": ("attendees",),
    "competitor": ("participants",),
    "about": ("participants",),
    "eventStatus": ("status",),
    "keywords": ("kind",),
    "member": ("member",),
    "caption": ("caption", "value"),
    "contentUrl": ("url", "value"),
    "creditText": ("credit", "value"),
    "sameAs": ("office", "qid"),
}

_MOST_DIGITS = 9  # of the number of a picture


class Field(NamedTuple):
    """A place in a facts.json: its *offset* in code points, and its RFC 9535 normalized path."""

    offset: int
    path: str


def find_fact(text: str, node: str, predicate: str) -> Field | None:
    """The place in *text* of what became the *predicate* of *node* (an IRI), else of what became *node*."""
    facts = scan_json(text)
    fragment = node.partition("#")[2]
    if not isinstance(facts, Object):
        return None
    found = next(_named(facts, "$", node.removeprefix(WD)), None)
    if not found and fragment not in {"", "article"}:
        found = _image(facts, fragment) or next(_named(facts, "$", fragment), None)
    elif not found and (article := facts.get("article")):
        found = (article, "$['article']")
    if not found:
        return None
    fields = (_ARTICLE_FIELDS if fragment == "article" else _ITEM_FIELDS).get(predicate.rpartition("/")[2], ())
    return _below(*found, fields)


def offset_of(text: str, path: str) -> int:
    """The offset of the value at *path* (``$.entities[3].name``), or of the nearest existing one around it."""
    value = scan_json(text)
    for name, index in re.findall(r"\.(\w+)|\[(\d+)\]", path):
        if index and isinstance(value, Array) and int(index) < len(value.items):
            value = value.items[int(index)]
        elif name and isinstance(value, Object) and (inner := value.get(name)):
            value = inner
        else:
            break
    return value.start


def _below(value: Json, path: str, fields: tuple[str, ...]) -> Field:
    """The place of the innermost of *fields* that exists."""
    for name in fields:
        inner = value.get(name) if isinstance(value, Object) else None
        if inner is None or (isinstance(inner, Scalar) and inner.written == "null"):
            break
        value, path = inner, member_path(path, name)
    return Field(value.start, path)


def _image(facts: Object, fragment: str) -> tuple[Json, str] | None:
    """The picture with the name image-1, image-2 and so on in the graph."""
    kind, _, number = fragment.partition("-")
    article = facts.get("article")
    images = article.get("images") if isinstance(article, Object) else None
    if kind != "image" or not number.isdecimal() or len(number) > _MOST_DIGITS or not isinstance(images, Array):
        return None
    index = int(number) - 1
    return (images.items[index], f"$['article']['images'][{index}]") if 0 <= index < len(images.items) else None


def _named(value: Json, path: str, name: str) -> Iterator[tuple[Json, str]]:
    """The facts below *value* whose id is *name*, or that are linked to the item *name*."""
    if isinstance(value, Array):
        for index, item in enumerate(value.items):
            yield from _named(item, f"{path}[{index}]", name)
    elif isinstance(value, Object):
        link = value.get("link")
        items = (link.get("qid"), link.get("iri")) if isinstance(link, Object) else ()
        for scalar in (value.get("id"), *items):
            if isinstance(scalar, Scalar) and scalar.value == name:
                yield value, path
        for member in value.members:
            yield from _named(member.value, member_path(path, member.name), name)
