"""Each line of a pasted page is a block of one kind, and may end the article or be a stamp besides."""

import pytest

from ld.read.blocks import split


def block(line):
    (only,) = split(line)
    return only


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("prose", "The ferry to Riga stays in the harbour until the storm is over."),
        ("prose", "ဆိပ်ကမ်းကို မိုးသက်မုန်တိုင်း မပြီးမချင်း ပိတ်ထားမယ်လို့ အာဏာပိုင်တွေက ပြောပါတယ်။"),
        (
            "prose",
            (
                "港は嵐が過ぎるまで閉鎖され、フェリーは古い岸壁に回されると、当局者は火曜日に"
                "発表した。今後の見通しは立っていない。(c)Gazette/Nora QUIST"
            ),
        ),
        ("fragment", "Nora Quist in Riga"),
        ("chrome", "Sign in"),
        ("chrome", "Home › News › Europe"),
        ("box", "Related stories"),
    ],
)
def test_a_line_is_of_the_kind_that_its_shape_tells(kind, line):
    assert block(line).kind == kind


def test_what_tells_how_long_ago_is_a_stamp_and_no_prose():
    stamp = block("The ferry to Riga stays in the harbour, 3 hours ago")
    assert (stamp.kind, stamp.stamp, stamp.is_page_furniture) == ("fragment", True, True)


def test_a_line_of_the_article_is_no_furniture():
    assert not block("The ferry to Riga stays in the harbour until the storm is over.").is_page_furniture


def test_offsets_are_those_of_the_source():
    first, second = split("Storm over Riga\n\n  The ferry stays in the harbour until the storm is over.")
    assert (first.start, first.end, second.start, second.spaced) == (0, 15, 19, True)


@pytest.mark.parametrize(
    "line",
    [
        "Want to keep up with the harbour? Sign up for our free newsletter and get all the news of the bay.",
        "Our newsroom stays open because our readers pay for it, and you can join them today with any sum you like.",
        "When you visit our website, we store cookies on your device unless you opt out in the settings of this page.",
        "Contact Nora Quist at nora.quist@harbour.example or write to the editors of the paper.",
        "Ole Berg in Oslo contributed to this report.",
        "An earlier version of this article gave a wrong year.",
        "Get the full list of the ferries of the bay here.",
        "Order tickets for the ferries of the bay here.",
        "The information contained in this article is no advice to any sailor.",
    ],
)
def test_what_the_house_says_to_its_readers_is_chrome(line):
    assert block(line).kind == "chrome"


@pytest.mark.parametrize(
    "line",
    [
        "The museum sends a newsletter to all of its members, and most subscribers say that they read it at once.",
        "“Sign up for our free newsletter, and your harbour will thank you,” said Nora Quist, who runs the museum.",
        "Nora Quist said that the noise had contributed to the decision of the council to close the old harbour.",
        "The ferries of the bay will be here.",
        "Shop owners at the old harbour are worried about the winter here.",
        "Order has returned to the streets of the old town here.",
        "Be respectful, not loud, when you speak to the crews of the ferries in the old harbour.",
    ],
)
def test_what_only_sounds_like_the_house_is_prose(line):
    assert block(line).kind == "prose"


def test_a_line_that_dates_an_article_is_no_prose():
    assert block("Published: May 3, 2024 at 1:49 p.m. | Updated: May 4, 2024 at 2:01 p.m.").kind == "fragment"
