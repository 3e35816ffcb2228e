"""Whom the credits of pictures name: agencies, not photographers, not what kind of picture it is."""

import pytest

from ld.extract.entities.outlets import find_outlets
from ld.read.text import read_text
from ld.text.reading import Reading

LEAD = "The harbour council of Northmouth said on Tuesday that it would close the old pier until the spring."
SECOND = "Engineers found cracks in eleven of the pier's forty pillars, and the council has asked for a second opinion."


def article(credit: str):
    return read_text(
        f"Northmouth closes its old pier\n\n{LEAD}\n\n{SECOND}\n\nThe old pier in the morning light. Photo: {credit}\n"
    )


@pytest.mark.parametrize(
    ("credit", "agency"),
    [
        ("AFP", "AFP"),
        ("YONHAP", "Yonhap"),
        ("Jo Reed/Harbour Press", "Harbour Press"),
        ("Jo Reed/AFP via Getty Images", "Getty Images"),
        ("Harbour Team via Getty Images", "Getty Images"),
        ("AP Photo/Jo Reed", "AP"),
        ("AP Photo/Jo Reed, File", "AP"),
        ("Jo Reed/Harbour Press/POOL", "Harbour Press"),
        ("Jo Reed / Harbour Press, FILE PHOTO", "Harbour Press"),
        ("REUTERS/Jo Reed/File Photo", "Reuters"),
    ],
)
def test_a_credit_names_the_agency_that_delivered_the_picture(credit, agency):
    read = article(credit)
    outlets = find_outlets(Reading.of(read))
    (entity,) = outlets.entities
    assert entity.name == agency
    (mention,) = entity.mentions
    assert read.text[mention.start : mention.end] == mention.exact
    assert mention.exact.casefold() == agency.casefold()
    assert [(named.entity, named.image) for named in outlets.credits] == [(entity.id, 0)]


@pytest.mark.parametrize(
    "credit", ["Jo Reed", "File", "Jo Reed/HANDOUT", "Jo Reed, Pool", "pictures.northmouth.example", "Screenshot"]
)
def test_a_credit_without_an_agency_names_none(credit):
    read = article(credit)
    assert [image.credit.value for image in read.images] == [credit]
    assert find_outlets(Reading.of(read)).entities == ()
