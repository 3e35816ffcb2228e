"""NewsML-G2, the IPTC's XML format for news (namespace of its News Architecture), to an Item."""

from collections.abc import Iterator
from html import escape

from ld.errors import InputError
from ld.read.agency.item import Block, Creator, Item, Named
from ld.read.agency.markup import blocks_of_markup, blocks_of_text
from ld.read.safe_xml import Element, all_of, local_name, root_of, text_of

_NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
_BEGINNING = 4000
_WIKIDATA = "http://www.wikidata.org/entity/"
_KINDS = {"person": "Person", "organisation": "Organization", "geoArea": "Place"}


def is_newsml(text: str) -> bool:
    """Whether *text* is NewsML-G2: XML with the IPTC's namespace at its beginning."""
    return text.lstrip("\ufeff \t\r\n").startswith("<") and _NAMESPACE in text[:_BEGINNING]


def newsml_item(text: str) -> Item:
    """The item in *text*, a news item or a message with one.

    Raises InputError unless it is XML with exactly one news item.
    """
    root = root_of(text.removeprefix("\ufeff").encode("utf-8", "replace"), use="reading NewsML-G2")
    items = [] if root is None else list(all_of(root, "newsItem"))
    if len(items) != 1:
        raise InputError(f"holds {len(items) or 'no'} news items of NewsML-G2", "give one item at a time")
    return _item(items[0])


def _item(item: Element) -> Item:
    about, content, rights = (_child(item, name) for name in ("itemMeta", "contentMeta", "rightsInfo"))
    published = text_of(about, "firstCreated") or text_of(content, "contentCreated")
    modified = text_of(about, "versionCreated")
    subjects = list(_children(content, "subject"))
    return Item(
        headline=_headline(content) or text_of(about, "title"),
        blocks=_blocks(item),
        address=item.get("guid", ""),
        byline=next((_text(each) for each in _children(content, "by")), ""),
        creators=tuple(
            Creator(name, each.get("uri", ""))
            for each in _children(content, "creator")
            if (name := text_of(each, "name"))
        ),
        published=published or modified,
        modified=modified if published and modified != published else "",
        language=next((each.get("tag", "") for each in _children(content, "language")), ""),
        publisher=_party(about, "provider") or _party(rights, "copyrightHolder"),
        keywords=(
            *(name for each in subjects if (name := text_of(each, "name"))),
            *(word for each in _children(content, "keyword") if (word := _text(each))),
        ),
        named=tuple(_named(subjects)),
        status=_status(about),
        embargo=next((_text(each) for each in _children(about, "embargoed")), None),
    )


def _child(of: Element, name: str) -> Element:
    """The child of *of* called *name*, or an empty element."""
    found = next(_children(of, name), None)
    return of.makeelement(name) if found is None else found


def _children(of: Element, name: str) -> Iterator[Element]:
    return (child for child in of if local_name(child) == name)


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _headline(content: Element) -> str:
    """The headline in the main role, or else the first."""
    headlines = sorted(_children(content, "headline"), key=lambda each: not each.get("role", "").endswith(":main"))
    return next((text for each in headlines if (text := _text(each))), "")


def _party(within: Element, name: str) -> str:
    """The name of the party, or else its literal."""
    found = next(_children(within, name), None)
    return "" if found is None else text_of(found, "name") or found.get("literal", "")


def _status(about: Element) -> str:
    """The publishing status without its scheme; "usable" if there is none (NewsML-G2, pubStatus)."""
    said = next(_children(about, "pubStatus"), None)
    if said is None:
        return "usable"
    code = said.get("qcode") or said.get("uri") or ""
    return code.replace("/", ":").rpartition(":")[2] or "unknown"


def _blocks(item: Element) -> tuple[Block, ...]:
    """The blocks of the first non-empty content, in markup or plain text."""
    for content in (each for kind in ("inlineXML", "inlineData") for each in all_of(item, kind)):
        is_markup = local_name(content) == "inlineXML" or "html" in content.get("contenttype", "")
        blocks = blocks_of_markup(_markup(content)) if is_markup else blocks_of_text("".join(content.itertext()))
        if blocks:
            return blocks
    return ()


def _markup(content: Element) -> str:
    """The markup inside *content*, without prefixes: a body may be in any namespace."""
    if not len(content):
        return content.text or ""
    return "".join(_written(child) for child in content)


def _written(element: Element) -> str:
    if not isinstance(element.tag, str):  # a processing instruction, or an undeclared entity
        return ""
    name = local_name(element)
    inner = "".join(_written(child) + escape(child.tail or "") for child in element)
    return f"<{name}>{escape(element.text or '')}{inner}</{name}>"


def _named(subjects: list[Element]) -> Iterator[Named]:
    """The subjects that are people, organizations or places with a Wikidata item."""
    for subject in subjects:
        kind = _KINDS.get(subject.get("type", "").rpartition(":")[2])
        addresses = [subject.get("uri", ""), *(same.get("uri", "") for same in all_of(subject, "sameAs"))]
        address = next((each for each in addresses if each.startswith(_WIKIDATA)), "")
        if kind and address:
            yield Named(text_of(subject, "name"), address, kind)
