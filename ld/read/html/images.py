"""The pictures of a page's article: their addresses, and their captions from the page or its metadata."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from ld.article import Image, Stated
from ld.read.captions import find_credit
from ld.read.excerpt import Excerpt
from ld.read.html.metadata import MetadataValue
from ld.read.html.page import Page
from ld.read.pictures import Picture
from ld.read.vocabulary import folded
from ld.urls import whole_url

_LOGO = re.compile(r"(?<![a-z])logo(?![a-z])")
_WORD = re.compile(r"[a-z]+")
_LABEL = 3
_NAMED = 6


def images_of(page: Page, excerpt: Excerpt, pictures: Sequence[Picture]) -> tuple[Image, ...]:
    """The *pictures* with visible captions, else those with captions in the metadata, each with its address.

    If none of them has one, the picture that represents the article in the metadata comes first.
    """
    claims = [claim for claim in page.said.of("image") if whole_url(claim.value, page.base)]
    beside = [(folded(claim.of), claim) for claim in claims if claim.of]
    images = [_with_address(page, excerpt, image, beside) for image in _captioned(page, excerpt, pictures)]
    alone = [claim for claim in claims if not claim.of and not _is_logo(page, claim.value)]
    if alone and not any(image.url for image in images):
        images.insert(0, Image(url=_address(page, excerpt, alone[0])))
    return tuple(images)


def _is_logo(page: Page, address: str) -> bool:
    """Whether a file is the site's logo by its name: it contains "logo" and the name of host or publisher."""
    name = urlsplit(whole_url(address, page.base)).path.rpartition("/")[2].lower()
    if not _LOGO.search(name):
        return False
    told = (whole_url(claim.value, "") for claim in page.said.of("url"))
    hosts = (urlsplit(url).hostname or "" for url in (page.base, address, *told))
    labels = {label for host in hosts for label in host.split(".")[:-1] if len(label) >= _LABEL}
    publisher = "".join(folded(next((claim.value for claim in page.said.of("publisher")), "")).split())
    labels |= {word for word in _WORD.findall(name) if len(word) >= _NAMED and word in publisher}
    return any(label in name for label in labels) or _LOGO.fullmatch(name.partition(".")[0]) is not None


def _captioned(page: Page, excerpt: Excerpt, pictures: Sequence[Picture]) -> Iterator[Image]:
    for picture in pictures:
        credit = picture.credit and excerpt.words(*picture.credit, "credit of a caption")
        yield Image(caption=excerpt.words(*picture.caption, "caption"), credit=credit or None)
    for claim in page.said.of("caption") if not pictures else ():
        if (found := find_credit(claim.value)) and not found.caption_end:  # a credit in place of the caption
            continue
        rule = f"caption: {claim.where}"
        credit = excerpt.stated(claim.credit, *page.place_of_credit(claim), rule) if claim.credit else None
        yield Image(caption=excerpt.stated(claim.value, *page.place(claim, claim.value), rule), credit=credit)


def _with_address(page: Page, excerpt: Excerpt, image: Image, beside: Sequence[tuple[str, MetadataValue]]) -> Image:
    """*image* with its address, if the page names just one beside its caption, with or without the credit."""
    caption, credit = (folded(stated.value) if stated else "" for stated in (image.caption, image.credit))
    claims = [
        claim for said, claim in beside if said == caption or (credit and _is_caption_with(said, caption, credit))
    ]
    if len({whole_url(claim.value, page.base) for claim in claims}) != 1:
        return image
    return Image(caption=image.caption, credit=image.credit, url=_address(page, excerpt, claims[0]))


def _is_caption_with(said: str, caption: str, credit: str) -> bool:
    """Whether *said* is the *caption* with the *credit* after or before it."""
    behind = said.startswith(caption) and credit in said[len(caption) :]
    return behind or (said.endswith(caption) and credit in said[: len(said) - len(caption)])


def _address(page: Page, excerpt: Excerpt, claim: MetadataValue) -> Stated:
    return excerpt.stated(whole_url(claim.value, page.base), *page.place(claim, claim.value), f"picture: {claim.where}")
