"""ninjs, the IPTC's News in JSON (version 3.1, and earlier ones where only names differ), to an Item."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from ld.errors import InputError
from ld.read.agency.item import Block, Creator, Item, Named, Picture
from ld.read.agency.markup import blocks_of_markup, blocks_of_text

_SIGNS = re.compile(
    r'"(?:headlines|bodies|body_xhtml|body_text|pub[sS]tatus|embargoed(?:Until)?|versionCreated|versioncreated)"'
)
_ID = '"uri"'
_FACTS = re.compile(r'"article"\s*:\s*\{')
_MARKED = re.compile(r"x?html|nitf|xml", re.IGNORECASE)
_KINDS = {"people": "Person", "organisations": "Organization", "places": "Place"}
_OLD_BODIES = (("body_xhtml", "xhtml"), ("body_html", "html"), ("body_text", "text/plain"))

Json = Mapping[str, Any]


def is_ninjs(text: str) -> bool:
    """Whether *text* is ninjs: a JSON object with members that only ninjs has, and not a facts.json."""
    return (
        text.lstrip("\ufeff \t\r\n").startswith("{")
        and _ID in text
        and bool(_SIGNS.search(text))
        and not _FACTS.search(text)
    )


def ninjs_item(text: str) -> Item:
    """The item in *text*. Raises InputError for malformed JSON and for values of the wrong type."""
    try:
        said = msgspec.json.decode(text.removeprefix("\ufeff").encode("utf-8", "surrogatepass"), type=dict[str, Any])
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise InputError(f"malformed ninjs: {error}", "it must be one JSON object") from error
    try:
        return _item(said)
    except (AttributeError, TypeError, ValueError) as error:
        raise InputError(
            f"no ninjs: a member is of another type ({error})", "check it against IPTC's schema"
        ) from error


def _item(said: Json) -> Item:
    subjects, modified = _all(said, "subjects"), _first(said, "versionCreated", "versioncreated")
    published = _first(said, "firstCreated", "firstcreated", "contentCreated") or modified
    embargo = next((said[name] for name in ("embargoedUntil", "embargoed") if name in said), None)
    return Item(
        headline=_value(_all(said, "headlines")) or _first(said, "headline", "title"),
        blocks=_body(said),
        address=_first(said, "uri"),
        byline=_first(said, "by", "byline"),
        creators=tuple(
            Creator(_first(each, "name"), _first(each, "uri"))
            for each in _all(said, "people")
            if each.get("rel") == "author" and each.get("name")
        ),
        published=published,
        modified="" if modified == published else modified,
        language=_first(said, "language"),
        publisher=_publisher(said),
        sections=tuple(_first(each, "name") for each in subjects if each.get("rel") == "section" and each.get("name")),
        keywords=tuple(_first(each, "name") for each in subjects if each.get("rel") != "section" and each.get("name")),
        named=tuple(_named(said)),
        pictures=tuple(_pictures(said)),
        status=_first(said, "pubStatus", "pubstatus") or "usable",
        embargo=None if embargo is None else str(embargo),
    )


def _first(said: Json, *names: str) -> str:
    """The first non-blank member of *names*, with white space collapsed; "" if there is none."""
    found = (" ".join(value.split()) for name in names if isinstance(value := said.get(name), str))
    return next(filter(None, found), "")


def _all(said: Json, name: str) -> list[Json]:
    return [each for each in said.get(name) or () if isinstance(each, dict)]


def _value(values: list[Json], *roles: str) -> str:
    """The value in the main role, or in one of *roles*, or else the first one."""
    ranked = sorted(values, key=lambda each: each.get("role") not in ("main", *roles))
    return _first(ranked[0], "value") if ranked else ""


def _body(said: Json) -> tuple[Block, ...]:
    """The blocks of the main body: the one in markup, if any, which distinguishes subheadings from paragraphs."""
    bodies = [(str(each.get("value", "")), str(each.get("contentType", ""))) for each in _all(said, "bodies")]
    bodies += [(str(said[name]), kind) for name, kind in _OLD_BODIES if said.get(name)]
    marked = [value for value, kind in bodies if _MARKED.search(kind)]
    if marked:
        return blocks_of_markup(marked[0])
    return blocks_of_text(bodies[0][0]) if bodies else ()


def _publisher(said: Json) -> str:
    sources = _all(said, "infoSources")
    named = next((_first(each, "name") for each in sources if each.get("role") == "publisher"), "")
    return named or _first(said, "copyrightHolder", "copyrightholder")


def _named(said: Json) -> Iterator[Named]:
    """The topics of the item that have an address."""
    for member, kind in _KINDS.items():
        for each in _all(said, member):
            if each.get("rel") == "about" and each.get("name") and each.get("uri"):
                yield Named(_first(each, "name"), _first(each, "uri"), kind)


def _pictures(said: Json) -> Iterator[Picture]:
    """The pictures of the associations that are released."""
    associations = said.get("associations") or []
    for each in associations.values() if isinstance(associations, dict) else associations:
        if each.get("type") != "picture" or (_first(each, "pubStatus", "pubstatus") or "usable") != "usable":
            continue
        if any(name in each for name in ("embargoedUntil", "embargoed")):
            continue
        address = next(
            (_first(rendition, "href") for rendition in _all(each, "renditions") if rendition.get("href")), ""
        )
        picture = Picture(_value(_all(each, "descriptions"), "caption"), _first(each, "by", "byline"), address)
        if picture.caption or picture.address:
            yield picture
