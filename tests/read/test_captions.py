"""Captions of pasted pictures, and the credits at their ends."""

import pytest
from read.pasted_page import CLEAN, MESSY, SECOND, evidence, words

from ld.read.captions import find_credit
from ld.read.text import read_text


def test_a_caption_printed_twice_is_kept_once():
    article = read_text(MESSY)
    assert words(article, "caption") == [
        "The old pier of Northmouth, seen from the lighthouse on Monday. [HARBOUR PRESS]"
    ]
    (image,) = article.images
    assert image.caption.value == "The old pier of Northmouth, seen from the lighthouse on Monday."
    assert evidence(image.credit).exact == "HARBOUR PRESS"


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("The old pier in the morning light. [YONHAP]", "YONHAP"),
        ("The old pier in the morning light (Photo: AP)", "AP"),
        ("The old pier in the morning light. Photograph: Jo Reed/The Gazette", "Jo Reed/The Gazette"),
        ("The old pier in the morning light. AP Photo/Jo Reed", "AP Photo/Jo Reed"),
        ("The old pier in the morning light / Reuters", "Reuters"),
        ("The old pier in the morning light. Credit: Jo Reed", "Jo Reed"),
        ("The old pier in the morning light. (Jo Reed/Northmouth Times)", "Jo Reed/Northmouth Times"),
        ("The old pier in the morning light. (Jo Reed)", "Jo Reed"),
    ],
)
def test_a_credit_ends_a_caption(line, credit):
    article = read_text(CLEAN.replace(SECOND, f"{SECOND}\n\n{line}"))
    (image,) = article.images
    assert evidence(image.credit).exact == image.credit.value == credit
    assert image.caption.value.rstrip(".") == "The old pier in the morning light"
    assert words(article, "caption") == [line]


@pytest.mark.parametrize("label", ["hide caption", "Purchase Licensing Rights, opens new tab"])
def test_a_label_of_the_page_at_the_end_of_a_caption_is_no_part_of_it(label):
    caption = "The old pier in the morning light. Jo Reed/AFP"
    article = read_text(CLEAN.replace(SECOND, f"{SECOND}\n\n{caption} {label}"))
    assert words(article, "caption") == [caption]
    assert [image.credit.value for image in article.images] == ["Jo Reed/AFP"]


def test_a_credit_on_the_next_line_belongs_to_the_caption():
    article = read_text(CLEAN.replace(SECOND, f"{SECOND}\n\nThe old pier in winter\nJo Reed/Getty Images"))
    assert [(image.caption.value, image.credit.value) for image in article.images] == [
        ("The old pier in winter", "Jo Reed/Getty Images")
    ]


def test_a_paragraph_with_an_acronym_in_brackets_is_no_caption():
    article = read_text(CLEAN.replace(SECOND, "The pier belongs to the Northmouth Harbour Authority (NHA)."))
    assert article.images == ()
    assert len(words(article, "paragraph")) == 3


def test_what_the_page_says_to_its_readers_twice_is_neither_caption_nor_paragraph():
    said = "We apologize, but this film of our harbour cannot be shown."
    article = read_text(CLEAN.replace("\n\n", f"\n\n{said}\n\n{said}\n\n", 1))
    assert article.images == ()
    assert said not in article.text
    assert len(words(article, "paragraph")) == 3


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("The old pier at the end of MayCredit: Ole Berg", "The old pier at the end of May", "Ole Berg"),
        ("Ada Finch, left, leads the council. By Ole Berg", "Ada Finch, left, leads the council.", "Ole Berg"),
    ],
)
def test_a_credit_may_be_glued_to_its_caption_or_say_by(line, caption, credit):
    (image,) = read_text(CLEAN.replace("\n\n", f"\n\n{line}\n\n", 1)).images
    assert (image.caption.value, image.credit.value) == (caption, credit)


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("PHOTO BY JO REED The pier of the town at dawn.", "The pier of the town at dawn.", "JO REED"),
        ("PHOTO BY J.R. REED-FINCH/AP A boat at the pier.", "A boat at the pier.", "J.R. REED-FINCH/AP"),
        ("Photo: Jo Reed. The pier of the town at dawn.", "The pier of the town at dawn.", "Jo Reed"),
        ("Image credit: Jo Reed/AFP | The pier at dawn", "The pier at dawn", "Jo Reed/AFP"),
    ],
)
def test_a_credit_may_stand_before_its_caption(line, caption, credit):
    article = read_text(CLEAN.replace(SECOND, f"{SECOND}\n\n{line}"))
    assert [(image.caption.value, image.credit.value) for image in article.images] == [(caption, credit)]
    assert line not in words(article, "paragraph")


@pytest.mark.parametrize(
    "line",
    [
        "Photo: the old pier in May. It was closed on Monday by the council.",
        "PHOTOS BY FANS OF THE PIER ARE WELCOME AT THE MUSEUM OF THE TOWN.",
    ],
)
def test_a_line_that_begins_with_the_word_photo_and_no_name_has_no_credit(line):
    assert find_credit(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Ada Finch, left, leads the council of Northmouth since the spring of the year.",
        "Ada Finch (right) and Ole Berg look at the pillars of the old pier.",
        "(L–R) Ada Finch, Ole Berg and Nora Quist look at the pillars of the old pier.",
        "From left: Ada Finch, Ole Berg and Nora Quist look at the pillars of the pier.",
    ],
)
def test_a_line_that_tells_where_people_stand_is_a_caption(line):
    article = read_text(CLEAN.replace(SECOND, f"{SECOND}\n\n{line}"))
    assert [image.caption.value for image in article.images] == [line]
    assert line not in words(article, "paragraph")


@pytest.mark.parametrize(
    "line",
    [
        "The party of the left, right and proper, leads the council of Northmouth.",
        "Ada Finch turned left, and Ole Berg went right to the end of the old pier.",
        "Ada Finch (Left Party) leads the council of Northmouth since the spring.",
        "From left to right, all parties of the council voted for a new pier in May.",
    ],
)
def test_left_and_right_in_a_sentence_make_no_caption(line):
    assert line in words(read_text(CLEAN.replace(SECOND, f"{SECOND}\n\n{line}")), "paragraph")


STORM = "The pier had been built by hand in the year of the great storm"


@pytest.mark.parametrize("sign", [", — Reuters", ". — Reuters", ". (AFP)", ".–AP"])
def test_the_last_paragraph_that_an_agency_signs_off_is_no_caption(sign):
    article = read_text(f"{CLEAN}\n{STORM}{sign}\n\nMost read\nTen gardens to see\n")
    assert words(article, "paragraph")[-1] == STORM + sign
    assert article.images == ()
    assert [author.value for author in article.authors] == [sign.strip(" .,—–()")]


@pytest.mark.parametrize("where", ["top", "far below"])
def test_a_caption_with_the_name_of_an_agency_is_one_where_no_story_ends(where):
    caption = "The pier of Northmouth is seen at dawn on a day in spring. (AFP)"
    below = f"{CLEAN}\nShare\n\n{caption}\n"
    article = read_text(CLEAN.replace("\n\n", f"\n\n{caption}\n\n", 1) if where == "top" else below)
    assert caption not in words(article, "paragraph")
    assert not article.authors


@pytest.mark.parametrize("words_in_brackets", ["By: JO REED", "Northmouth", "First of Two Parts.", "May 2024"])
def test_what_is_no_full_name_in_brackets_is_no_credit(words_in_brackets):
    assert find_credit(f"The old pier stands in the morning light. ({words_in_brackets})") is None


def test_a_caption_that_tells_where_people_stand_may_have_any_names_in_brackets_for_its_credit():
    line = "Ada Finch, left, leads the council. (Harbour Museum, Quay Street)"
    (image,) = read_text(CLEAN.replace(SECOND, f"{SECOND}\n\n{line}")).images
    assert (image.caption.value, image.credit.value) == (
        "Ada Finch, left, leads the council.",
        "Harbour Museum, Quay Street",
    )
