"""The visible captions of a page, each with the credit in or below it."""

from collections.abc import Iterator, Sequence

from ld.read.blocks import Block
from ld.read.bylines import is_byline
from ld.read.captions import find_credit
from ld.read.dates import names_day
from ld.read.html.page import Page
from ld.read.pictures import Picture, alone, find_pictures

_CAPTION_WORDS = 80
_LEAST_CAPTION = 3
_SIGNED_WORDS = 12


def pictures_of(page: Page, whole: Sequence[int]) -> list[Picture]:
    """The captions among the lines *whole*, each once: lines with a credit, and those of an element for captions.

    Lines of the same figure's caption form one caption, and its credit is not a caption of its own.
    """
    captions = [index for index in whole if page.lines[index].is_caption and not _signs_or_dates(page.blocks[index])]
    grouped = list(_of_one_figure(page, captions))
    taken = {index for picture in grouped for index in picture.blocks}
    captions = [index for index in captions if index not in taken]
    credited = [
        index
        for index in whole
        if index not in taken and page.blocks[index].credit and page.blocks[index].words <= _CAPTION_WORDS
    ]
    found = [p for p in find_pictures(page.blocks, sorted({*captions, *credited})) if p.kept]
    seen = {index for picture in found for index in picture.blocks}
    keys = {page.blocks[index].key for index in seen}
    for index in captions:
        block = page.blocks[index]
        if index not in seen and block.key not in keys and block.words >= _LEAST_CAPTION and not block.credit:
            keys.add(block.key)
            found.append(alone(block, index))
    return sorted([*found, *grouped])


def _signs_or_dates(block: Block) -> bool:
    return block.words <= _SIGNED_WORDS and (is_byline(block.text) or names_day(block.text))


def _of_one_figure(page: Page, captions: Sequence[int]) -> Iterator[Picture]:
    """The captions of figures that consist of several lines, if they have a credit."""
    wholes = {_letters(claim.of) for claim in page.said.of("image") if claim.where == "figure element"}
    first = 0
    while first < len(captions):
        last = next(
            (end for end in range(first + 1, len(captions)) if _text(page, captions[first : end + 1]) in wholes), 0
        )
        picture = _picture(page, captions[first : last + 1]) if last else None
        if picture:
            yield picture
        first = last + 1 if last else first + 1


def _picture(page: Page, lines: Sequence[int]) -> Picture | None:
    """The picture of a caption in these consecutive *lines*: its credit is in the first, or at the end."""
    if lines[-1] - lines[0] != len(lines) - 1:
        return None
    start, end = page.blocks[lines[0]].start, page.blocks[lines[-1]].end
    caption = page.blocks[lines[0]]
    credit = caption.credit or find_credit(page.text[start:end].replace("\n", " "))
    if credit is None or not credit.caption_end:
        return None
    words = (start + credit.start, start + credit.end)
    return Picture(start, end, (start, start + credit.caption_end), words, tuple(lines))


def _text(page: Page, lines: Sequence[int]) -> str:
    return _letters("".join(page.blocks[index].text for index in lines))


def _letters(text: str) -> str:
    return "".join(text.split())
