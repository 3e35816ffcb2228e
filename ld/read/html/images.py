"""The pictures of a page's article: their captions as readers see them or as the page tells them, their addresses."""

from collections.abc import Iterator, Sequence

from ld.article import Image, Stated
from ld.read.excerpt import Excerpt
from ld.read.html.claims import Claim
from ld.read.html.page import Page
from ld.read.pictures import Picture
from ld.read.urls import is_absolute_url, normal_url
from ld.read.vocabulary import folded


def images_of(page: Page, excerpt: Excerpt, pictures: Sequence[Picture]) -> tuple[Image, ...]:
    """The *pictures* whose captions readers see, else those whose captions the page tells, each with its address.

    Where none of them has one, the picture that stands for the article by the page's metadata comes first.
    """
    images = [_seen(page, excerpt, picture) for picture in pictures] or list(_told(page, excerpt))
    known = {image.url.value for image in images if image.url}
    addresses = [claim for claim in page.said.of("image") if is_absolute_url(claim.value) and not claim.caption]
    if addresses and not known:
        images.insert(0, Image(url=_address(page, excerpt, addresses[0])))
    return tuple(images)


def _seen(page: Page, excerpt: Excerpt, picture: Picture) -> Image:
    caption = excerpt.words(*picture.caption, "caption")
    credit = picture.credit and excerpt.words(*picture.credit, "credit of a caption")
    return Image(caption=caption, credit=credit or None, url=_beside(page, excerpt, caption.value))


def _told(page: Page, excerpt: Excerpt) -> Iterator[Image]:
    """The pictures whose captions only the metadata gives."""
    for claim in page.said.of("caption"):
        start, end = page.place(claim, claim.value)
        rule = f"caption: {claim.where}"
        credit = excerpt.stated(claim.credit, *page.place_of_credit(claim), rule) if claim.credit else None
        caption = excerpt.stated(claim.value, start, end, rule)
        yield Image(caption=caption, credit=credit, url=_beside(page, excerpt, claim.value))


def _beside(page: Page, excerpt: Excerpt, caption: str) -> Stated | None:
    """The address of the picture beside *caption*, if the page names one and no other."""
    plain = folded(caption)
    claims = [claim for claim in page.said.of("image") if claim.caption and folded(claim.caption).startswith(plain)]
    addresses = [claim for claim in claims if is_absolute_url(claim.value)]
    same = len({claim.value for claim in addresses}) == 1
    return _address(page, excerpt, addresses[0]) if same else None


def _address(page: Page, excerpt: Excerpt, claim: Claim) -> Stated:
    return excerpt.stated(normal_url(claim.value), *page.place(claim, claim.value), f"picture: {claim.where}")
