"""What stands between the paragraphs of a pasted article and is none of it."""

import pytest
from read.pasted_page import LEAD, SECOND, THIRD, words

from ld.read.text import read_text

TITLE = "Northmouth closes its old pier"
FOURTH = "The council will vote on a new pier in November, when the engineers have told it what the old one needs."


def paragraphs(*between: str) -> list[str]:
    """The paragraphs of an article with these lines before its last two paragraphs."""
    return words(read_text("\n\n".join((TITLE, LEAD, SECOND, *between, THIRD, FOURTH))), "paragraph")


@pytest.mark.parametrize(
    "between",
    [
        (
            "Related stories",
            "Why do so many gulls nest in the town?",
            "A museum for the lighthouse",
            "Ten boats to buy",
        ),
        ("Crew saved from a burning trawler", "Town counts its gulls again", "Is this the oldest boat in the bay?"),
        ("Subscribe to unlock more articles", "Every story from the bay.", "Support local news.", "Register to unlock"),
        ("Published: May 3, 2024 at 1:49 p.m. | Updated: May 4, 2024",),
    ],
    ids=["box", "run of titles", "offer", "dates"],
)
def test_lines_of_the_page_between_paragraphs_are_left_out(between):
    assert paragraphs(*between) == [LEAD, SECOND, THIRD, FOURTH]


@pytest.mark.parametrize(
    "line",
    ["Who will pay for the new one?", "“Nobody asked us,” Nora Quist said.", "It was built by hand."],
)
def test_a_short_paragraph_between_two_stays(line):
    assert line in paragraphs(line)


def test_a_lone_line_far_below_the_last_paragraph_is_none():
    far = ("Boats", "Weather", "Tides", "Harbour", "Maps", "Which boat would you buy if you could?")
    source = "\n\n".join([TITLE, LEAD, SECOND, THIRD, FOURTH, *far])
    assert words(read_text(source), "paragraph") == [LEAD, SECOND, THIRD, FOURTH]


def test_the_text_goes_on_below_a_box_with_how_long_ago_its_stories_were():
    box = ("More trending", "Crew saved from a trawler", "1 day ago", "Town counts its gulls again")
    source = "\n\n".join([TITLE, LEAD, SECOND, *box, THIRD, FOURTH, LEAD.replace("pier", "quay")])
    assert words(read_text(source), "paragraph")[-3:] == [THIRD, FOURTH, LEAD.replace("pier", "quay")]
