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


TABLE = ("Northmouth 88 39.693", "Southmouth 82 43.656", "Eastmouth Bay 77 40.1", "Westmouth 70 38.2", "Quay 66 36.5")
ANOTHER = (
    "Crew saved from a trawler",
    "Ole Berg February 16, 2024",
    f"{LEAD} {SECOND} {FOURTH}".replace("pier", "trawler"),
)


def test_questions_below_the_heading_of_a_box_are_no_paragraphs():
    box = ("You might like", "Why do so many gulls nest in the town?", "Is this the oldest boat in the bay?")
    assert paragraphs(*box) == [LEAD, SECOND, THIRD, FOURTH]


def test_a_question_between_paragraphs_without_a_box_stays():
    assert "Who will pay for the new one?" in paragraphs("Who will pay for the new one?")


def test_the_text_goes_on_below_a_table_of_figures():
    assert paragraphs("How tall the piers are", *TABLE * 4)[-2:] == [THIRD, FOURTH]


def test_titles_as_long_as_paragraphs_in_a_list_above_the_article_are_none_of_it():
    long = "who waited for the ferry in the cold wind of the bay for half a day and a night until the boat of the town"
    listed = [f"{name} tells of the crew of the trawler {long}" for name in ("Ada", "Ole", "Nora", "Jo", "Finn", "Una")]
    article = read_text("\n".join(listed * 2) + f"\n\nNext\n\n{TITLE}\n\n{LEAD}\n\n{SECOND}\n\n{THIRD}\n\n{FOURTH}")
    assert (article.headline.value, words(article, "paragraph")) == (TITLE, [LEAD, SECOND, THIRD, FOURTH])


def test_stories_below_the_article_each_with_its_author_and_day_are_none_of_it():
    more = FOURTH.replace("new pier", "new quay")
    article = read_text("\n\n".join([TITLE, LEAD, SECOND, THIRD, FOURTH, more, *ANOTHER * 3]))
    assert words(article, "paragraph") == [LEAD, SECOND, THIRD, FOURTH, more]


def test_entries_of_a_live_report_with_author_and_time_are_its_paragraphs():
    entries = [
        line
        for hour, text in enumerate((SECOND, THIRD, FOURTH, FOURTH.replace("pier", "quay")), start=4)
        for line in (f"Ole Berg May 3, 2024 {hour}:05 PM", text)
    ]
    assert FOURTH.replace("pier", "quay") in words(read_text("\n\n".join([TITLE, LEAD, SECOND, *entries])), "paragraph")


@pytest.mark.parametrize(
    "line",
    [
        "[1] Harbour Times, 3 May 2024, p. 12.",
        "PUBLISHED: December 22, 2023 at 1:49 p.m. | UPDATED: December 22, 2023 at 2:01 p.m.",
    ],
    ids=["reference", "days"],
)
def test_a_line_of_notes_or_days_is_no_paragraph(line):
    assert line not in paragraphs(line)


def test_a_short_sentence_that_tells_a_day_is_a_paragraph():
    assert "It was May 3, 2024." in paragraphs("It was May 3, 2024.")


def test_a_paragraph_cut_off_by_dots_stays_when_its_quotation_goes_on_in_the_next():
    first, second = "Finch said: “I am tired of it, and if I have to read...", "“Well, nobody will close it again.”"
    assert paragraphs(first, second) == [LEAD, SECOND, first, second, THIRD, FOURTH]


def test_a_title_cut_off_by_dots_between_paragraphs_is_none():
    assert paragraphs("Crew of the trawler saved from the fire in...") == [LEAD, SECOND, THIRD, FOURTH]
