"""Reading pasted text: what is kept and what is dropped. All articles here are invented."""

import textwrap

import pytest
from material import REAL_ARTICLE
from read.pasted_page import CLEAN, LEAD, MESSY, SECOND, THIRD, URL, assert_faithful, evidence, words

from ld.article import Given, Stated
from ld.errors import InputError
from ld.read.text import read_text


def test_a_headline_and_paragraphs_are_an_article():
    article = read_text(CLEAN)
    assert article.headline.value == "Northmouth closes its old pier"
    assert words(article, "paragraph") == [LEAD, SECOND, THIRD]
    assert article.text == CLEAN.strip()


def test_one_short_paragraph_is_enough():
    article = read_text("Pier closed\n\nThe council closed the pier on Tuesday.")
    assert words(article, "headline", "paragraph") == ["Pier closed", "The council closed the pier on Tuesday."]


def test_a_headline_may_ask_or_end_with_a_full_stop():
    assert read_text(f"Why is the pier closed?\n\n{LEAD}").headline.value == "Why is the pier closed?"
    assert read_text(f"The pier is closed.\n\n{LEAD}").headline.value == "The pier is closed."


def test_a_hard_wrapped_paragraph_is_one_part_with_its_line_ends():
    filler = (
        "aaaa bbbb the cccc dddd eeee of ffff gggg hhhh to iiii {} kkkk llll and mmmm nnnn oooo pppp in the qqqq end."
    )
    paragraphs = (filler.format(word) for word in ("jjjj", "rrrr"))
    wrapped = "Northmouth closes its old pier\n\n" + "\n\n".join(textwrap.fill(text, 60) for text in paragraphs)
    article = read_text(wrapped)
    assert [text.count("\n") for text in words(article, "paragraph")] == [1, 1]
    assert_faithful(article, wrapped)


def test_windows_line_ends_and_a_byte_order_mark_are_dropped():
    article = read_text("\ufeff" + CLEAN.replace("\n", "\r\n"))
    assert article == read_text(CLEAN)
    assert article.source_sha256 == read_text(CLEAN.replace("\n", "\r")).source_sha256


def test_no_line_of_the_page_around_the_article_is_kept():
    article = read_text(MESSY, url=URL)
    for chrome in (
        "Home",
        "Skip",
        "Share",
        "Print",
        "Log in",
        "Northmouth Times",
        "Lighthouse keeper",
        "ago",
        "©",
    ):
        assert chrome not in article.text, chrome
    assert words(article, "paragraph") == [LEAD, SECOND, THIRD]
    assert_faithful(article, MESSY)


def test_a_headline_printed_twice_is_kept_once_and_stands_over_the_article():
    article = read_text(MESSY, url=URL)
    assert words(article, "headline") == ["Northmouth closes its old pier"]
    assert article.parts[0].source_start == MESSY.rindex("Northmouth closes its old pier\n")


def test_the_headline_is_the_title_that_the_url_repeats():
    titles = (
        "Fishermen ask for a new crane\nNorthmouth closes its old pier\nHow we chose the best piers of the year\n\n"
    )
    article = read_text(titles + CLEAN.partition("\n\n")[2], url=URL)
    assert article.headline.value == "Northmouth closes its old pier"


@pytest.mark.parametrize("label", [" | Editorial", " - Northmouth Times", " – The Northmouth Evening Post"])
def test_a_label_after_a_bar_or_a_paper_after_a_dash_is_no_part_of_the_headline(label):
    article = read_text(CLEAN.replace("old pier\n", f"old pier{label}\n", 1))
    assert words(article, "headline") == ["Northmouth closes its old pier"]


@pytest.mark.parametrize("ending", [" - and its harbour", " – Good News", " - Times change"])
def test_what_else_stands_after_a_dash_is_part_of_the_headline(ending):
    article = read_text(CLEAN.replace("old pier\n", f"old pier{ending}\n", 1))
    assert words(article, "headline") == [f"Northmouth closes its old pier{ending}"]


@pytest.mark.parametrize(
    "line",
    [
        "READ MORE: Lighthouse keeper retires after forty years in the tower of the harbour.",
        "WATCH MORE: Lighthouse keeper retires after forty years in the tower of the harbour",
        "READ ALSO | Lighthouse keeper retires",
        "Read more stories from the harbour in our collection of the year.",
        "Why not consider becoming a sponsor of the harbour walk this year?",
    ],
)
def test_a_line_that_leads_elsewhere_is_no_paragraph(line):
    assert words(read_text(CLEAN.replace(SECOND, f"{SECOND}\n\n{line}")), "paragraph") == [LEAD, SECOND, THIRD]


def test_a_line_with_day_and_clock_is_no_paragraph():
    deck = "Cracks were found in eleven pillars, and the council has closed the landmark."
    source = CLEAN.replace("\n\n", f"\n\n{deck}\n\nPublished: Sept. 10, 2024, 1:00 a.m.\n\n", 1)
    article = read_text(source)
    assert words(article, "subheading", "paragraph") == [deck, LEAD, SECOND, THIRD]
    assert article.date_published.value == "2024-09-10"


def test_a_deck_between_headline_and_byline_is_a_subheading():
    deck = "Cracks were found in eleven pillars of the landmark"
    article = read_text(CLEAN.replace("\n\n", f"\n\n{deck}\n\nBy Jane Doe\n\n", 1))
    assert words(article, "subheading") == [deck]


def test_a_short_line_between_paragraphs_is_a_crosshead():
    article = read_text(CLEAN.replace(THIRD, f"A season lost\n\n{THIRD}"))
    assert words(article, "subheading") == ["A season lost"]


def test_comments_after_the_article_are_left_out():
    comments = "\n3 Comments\n\ngull42\nI have walked on that pier since I was a child and it never moved at all.\n"
    assert words(read_text(CLEAN + comments), "paragraph") == [LEAD, SECOND, THIRD]


def test_options_go_before_what_the_page_says_and_say_so():
    article = read_text(MESSY, url=URL + "#top", date="2024-09-11T17:21+09:00", publisher="The Times", lang="en-GB")
    assert article.url == Stated(value=URL, evidence=(Given(option="--url", value=URL + "#top"),))
    assert article.date_published.value == "2024-09-11T17:21:00+09:00"
    assert (article.publisher.value, article.language.value) == ("The Times", "en-GB")
    assert evidence(article.language) == Given(option="--lang", value="en-GB")


@pytest.mark.parametrize(
    "option",
    [
        {"url": "northmouth.example/news"},
        {"url": "ftp://northmouth.example/"},
        {"url": "https://"},
        {"url": "https://northmouth.example/a b"},
        {"url": "https://northmouth.example/<a>"},
        {"url": "https://[northmouth.example/"},
        {"url": "https://[::1/"},
        {"url": "https://[::pier]/"},
        {"url": "https://northmouth[::1]/"},
        {"url": "https://northmouth.example/[pier]"},
        {"url": "https://northmouth.example/?a[]=1"},
        {"url": "https://northmouth.example:99999/"},
        {"url": "https://northmouth.example/100%"},
        {"date": "10 September 2024"},
        {"date": "2024-02-30"},
        {"date": "2024-09"},
        {"date": "2024-09-11T17:21:00"},
        {"publisher": " "},
        {"lang": "English language"},
    ],
    ids=str,
)
def test_a_malformed_option_is_refused_by_name(option):
    with pytest.raises(InputError, match=f"--{next(iter(option))}") as caught:
        read_text(CLEAN, **option)
    assert caught.value.hint


def test_a_url_may_have_an_ipv6_address_for_a_host():
    assert read_text(CLEAN, url="http://[2001:db8::1]:8080/a").url.value == "http://[2001:db8::1]:8080/a"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("", "empty"),
        (" \n\t\n\u00a0", "empty"),
        ("\ufeff", "empty"),
        ("Headline\0\n\n" + LEAD, "binary"),
        ("\x01\x02\x03\x04" * 30 + CLEAN, "binary"),
        ("\ud800" + CLEAN, "Unicode"),
        (LEAD + " " + SECOND, "no headline"),
        ("Home\nNews\nSport\nWeather\nSign in\nSubscribe\n", "no article text"),
        ("Home\nTen gardens to see this weekend\nWhy do so many gulls nest in the town?\nSign in\n", "no article text"),
        (
            "Northmouth closes its old pier\n\nSubscribe to continue reading.\nAlready a subscriber? Log in",
            "text",
        ),
        ("<!DOCTYPE html>\n<html><body><p>Hello</p></body></html>", "HTML"),
        ("<html lang='en'>" + CLEAN, "HTML"),
        ("<h1>Pier</h1>\n<p>It is closed.</p>\n<p>For the winter.</p>", "HTML"),
        (CLEAN + "line\n" * 20_001, "lines"),
    ],
)
def test_what_is_no_article_is_refused_with_a_hint(source, message):
    with pytest.raises(InputError, match=message) as caught:
        read_text(source)
    assert caught.value.hint


@pytest.mark.material(REAL_ARTICLE)
def test_a_real_article_pasted_with_its_page_is_read_whole():
    source = REAL_ARTICLE.path.read_text("utf-8")
    article = read_text(source, url="https://koreajoongangdaily.joins.com/news/2133007")
    assert article.headline.value == source.splitlines()[0]
    assert [author.value for author in article.authors] == ["Michael Lee"]
    assert article.publisher.value == "Korea JoongAng Daily"
    assert [section.value for section in article.sections] == ["National", "Defense"]
    assert [image.credit.value for image in article.images] == ["YONHAP", "NEWS1"]
    assert [part.kind for part in article.parts].count("paragraph") == 17
    assert words(article, "subheading") == []
    assert_faithful(article, source)


APPEAL = """\
At the Northmouth Gazette we believe that everyone in the county needs quality journalism, whoever is in the council.

Support our newsroom with a gift: as little as $1 a month keeps it open to all who live here.

A county without a paper is one where nobody knows what is decided about the harbour, the schools and the roads.

We cannot do this without your support: donate to our newsroom today, it takes no more than a minute.

Keep quality journalism free for all of us: your support goes a long way, whatever you give."""


def test_an_appeal_of_several_paragraphs_is_no_part_of_the_story_whatever_stands_between():
    article = read_text(f"{CLEAN}\n{APPEAL}\n")
    assert words(article, "paragraph") == [LEAD, SECOND, THIRD]


def test_one_appeal_between_two_paragraphs_does_not_end_the_story():
    article = read_text(CLEAN.replace(SECOND, f"{APPEAL.splitlines()[2]}\n\n{SECOND}"))
    assert words(article, "paragraph") == [LEAD, SECOND, THIRD]
