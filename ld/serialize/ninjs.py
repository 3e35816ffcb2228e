"""ninjs 3.1, the IPTC's News in JSON, from facts: the article, those whom it names, and its topics."""

from collections.abc import Iterator
from html import escape
from typing import Any

import msgspec

from ld.article import Article, Image, Stated
from ld.facts import Entity, Facts

SCHEMA = "https://iptc.org/std/ninjs/ninjs-schema_3.1.json"
TOPICS = "http://cv.iptc.org/newscodes/mediatopic/"

_MEMBERS = {"person": "people", "organization": "organisations", "place": "places", "country": "places"}
_TAGS = {"paragraph": "p", "subheading": "h2"}
_MOMENT = len("2024-09-11T17:21:00")


def ninjs(facts: Facts, name: str) -> str:
    """*facts* as ninjs; *name* is the IRI of their graph, which identifies the item where the article has no address.

    Moments are written, bare days are not, as ninjs has no place for them. What is empty is left out.
    The same facts give the same bytes.
    """
    article = facts.article
    found = {
        "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
        "uri": _value(article.url) or name,
        "type": "text",
        "language": "" if article.language.value == "und" else article.language.value,
        **_moments(article),
        "headlines": [{"role": "main", "value": article.headline.value}],
        "by": _listed([author.value for author in article.authors]),
        "located": facts.entity(facts.dateline.entity).name if facts.dateline else "",
        "infoSources": [{"name": article.publisher.value, "role": "publisher"}] if article.publisher else [],
        "bodies": [{"role": "main", "contentType": "application/xhtml+xml", "value": _body(article)}],
        **_named(facts),
        "subjects": list(_subjects(facts)),
        "associations": [_picture(image, number, name) for number, image in enumerate(article.images, 1)],
    }
    told = {key: value for key, value in found.items() if value}
    return msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n"


def _value(stated: Stated | None) -> str:
    return stated.value if stated else ""


def _moments(article: Article) -> dict[str, str]:
    """When the first version and this one were made; of a single moment, that is both."""
    published, modified = (
        value if len(value) > _MOMENT else ""
        for value in (_value(article.date_published), _value(article.date_modified))
    )
    return {"firstCreated": published, "versionCreated": (modified or published) if published else ""}


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _body(article: Article) -> str:
    parts = (part for part in article.parts if part.kind in _TAGS)
    return "".join(
        f"<{_TAGS[p.kind]}>{escape(article.text[p.start : p.end], quote=False)}</{_TAGS[p.kind]}>" for p in parts
    )


def _named(facts: Facts) -> dict[str, list[dict[str, Any]]]:
    """The people, organizations and places in the text: its subjects first, then its authors."""
    about = [reference.entity for reference in facts.about]
    found: dict[str, list[dict[str, Any]]] = {"people": [], "organisations": [], "places": []}
    for entity in sorted(facts.entities, key=lambda entity: entity.id not in about):
        if entity.mentions and entity.kind in _MEMBERS:
            relation = "about" if entity.id in about else "mentions"
            found[_MEMBERS[entity.kind]].append({"name": entity.name, "rel": relation, **_uri(entity)})
    for author in facts.article.authors:
        address = {"uri": author.url.value} if author.url else {}
        found["people"].append({"name": author.value, "rel": "author", **address})
    return found


def _uri(entity: Entity) -> dict[str, str]:
    return {"uri": entity.iri} if entity.iri else {}


def _subjects(facts: Facts) -> Iterator[dict[str, str]]:
    """The Media Topics, the broader one first, then sections and keywords, which are words of the page."""
    for topic in facts.topics:
        for each in (topic, *topic.narrower):
            yield {"name": each.label, "rel": "about", "uri": TOPICS + each.code.removeprefix("medtop:")}
    for section in facts.article.sections:
        yield {"name": section.value, "rel": "section"}
    for keyword in facts.article.keywords:
        yield {"name": keyword.value, "rel": "keyword"}


def _picture(image: Image, number: int, name: str) -> dict[str, Any]:
    """A picture as an association, which needs an identifier even where its address is not known."""
    address, caption = _value(image.url), _value(image.caption)
    found = {
        "name": f"picture {number}",
        "rel": "picture",
        "type": "picture",
        "uri": address or f"{name}#picture-{number}",
        "by": _value(image.credit),
        "descriptions": [{"role": "caption", "value": caption}] if caption else [],
        "renditions": [{"name": "main", "href": address}] if address else [],
    }
    return {key: value for key, value in found.items() if value}
