"""Metadata in the elements of a page: ``meta``, ``link``, ``title``, ``time`` and microdata."""

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

from ld.read.html.json_ld import plain_text
from ld.read.html.metadata import Field, MetadataValue
from ld.read.html.tree import text_of
from ld.read.vocabulary import phrases
from ld.urls import is_absolute_url

Element = Any

_PROPERTIES: dict[str, Field] = {
    "headline": "headline",
    "datepublished": "date",
    "datemodified": "modified",
    "keywords": "keyword",
    "isaccessibleforfree": "free",
    "author": "author",
    "articlesection": "section",
    "inlanguage": "language",
}
TIME = "time element"
"""The place of a date that may be any date on the page."""

_TIMES_MOST = 3


def head_claims(root: Element) -> Iterator[MetadataValue]:
    """The claims of the ``meta``, ``link`` and ``title`` elements of the page with the tree *root*.

    Names of ``meta`` are listed in the data file ``meta-names``, the most trustworthy first.
    """
    yield from _languages(root)
    for link in root.iter("link"):
        rel, address = (link.get("rel") or "").lower().split(), (link.get("href") or "").strip()
        if "canonical" in rel:
            yield MetadataValue("url", address, "link canonical")
        if "license" in rel:
            yield MetadataValue("license", address, "link license")
    yield from sorted(_metas(root), key=lambda claim: _names()[claim.where.removeprefix("meta ")][1])
    for title in root.iter("title"):
        yield MetadataValue("headline", plain_text(text_of(title)), "title")
        break


def body_claims(root: Element) -> Iterator[MetadataValue]:
    """The claims of elements within the visible text: single properties of microdata, then figures, then times."""
    yield from _microdata(root)
    yield from _figures(root)
    yield from _times(root)


def _languages(root: Element) -> Iterator[MetadataValue]:
    for page in root.iter("html"):
        yield MetadataValue("language", (page.get("lang") or page.get("xml:lang") or "").strip(), "html lang")


@cache
def _names() -> dict[str, tuple[Field, int]]:
    """The field for each name of ``meta``, and its rank."""
    lines = (line.partition(": ") for line in phrases("meta-names"))
    return {name: (_field(field), rank) for rank, (name, _, field) in enumerate(lines)}


def _field(name: str) -> Field:
    fields: dict[str, Field] = {
        "headline": "headline", "date": "date", "author": "author", "publisher": "publisher", "section": "section",
        "keyword": "keyword", "language": "language", "url": "url", "modified": "modified", "free": "free",
        "image": "image", "description": "description",
    }  # fmt: skip
    return fields[name]


def _metas(root: Element) -> Iterator[MetadataValue]:
    for meta in root.iter("meta"):
        for key in ("property", "name", "itemprop"):
            name = (meta.get(key) or "").strip().lower()
            if name in _names() and (key, name) != ("itemprop", "description"):  # it may be a teaser's
                yield MetadataValue(_names()[name][0], plain_text(meta.get("content") or ""), f"meta {name}")


def _microdata(root: Element) -> Iterator[MetadataValue]:
    """The properties of microdata on the page with a known name, whatever item they belong to."""
    for element in root.xpath("//*[@itemprop or @rel]"):
        name = (element.get("itemprop") or "").strip().lower()
        if name in _PROPERTIES and element.tag != "meta":
            said = element.get("content") or element.get("datetime") or text_of(element)
            yield MetadataValue(_PROPERTIES[name], plain_text(said[:500]), f"microdata {name}")
        elif "author" in (element.get("rel") or "").lower().split():
            yield MetadataValue("author", plain_text(text_of(element)[:200]), "link with rel author")


def _figures(root: Element) -> Iterator[MetadataValue]:
    """The addresses of the pictures that are alone with a caption, so that there is no doubt which is meant.

    They are in a figure, or if there is none in the element directly around the caption.
    """
    for caption in islice(root.iter("figcaption"), _FIGURES_MOST):
        figure = next(caption.iterancestors("figure"), caption.getparent())
        elements = list(islice(figure.iter(), _FIGURE_MOST + 1))
        captions, pictures = (
            [each for each in elements if each.tag in names] for names in (("figcaption",), _PICTURES)
        )
        pictures = [each for each in pictures if each.getparent().tag != "noscript"]  # it repeats another
        if len(elements) <= _FIGURE_MOST and len(captions) == len(pictures) == 1:
            source, later = (_said(pictures[0], key) for key in ("src", "data-src"))
            # if both are relative, the first is just a placeholder
            image = next(filter(is_absolute_url, (source, later)), later or source)
            words = plain_text(text_of(caption))
            if words:
                yield MetadataValue("image", image, "figure element", of=words)


_PICTURES = ("img", "amp-img")
_FIGURES_MOST = 50
_FIGURE_MOST = 60
"""The most elements in a figure: one with more is a gallery, or not a figure at all."""


def _said(element: Element, key: str) -> str:
    return (element.get(key) or "").strip()


def _times(root: Element) -> Iterator[MetadataValue]:
    """The first ``time`` elements of the page: the day of publication is below the headline."""
    times = (element for element in root.iter("time") if element.get("datetime"))
    for _, element in zip(range(_TIMES_MOST), times, strict=False):
        yield MetadataValue("date", element.get("datetime").strip(), TIME)
