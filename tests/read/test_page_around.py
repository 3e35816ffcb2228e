"""What the page around a pasted article tells: day of publication, sections, publisher."""

import pytest
from read.pasted_page import CLEAN, MESSY, URL, evidence

from ld.article import SourceCitation
from ld.read.text import read_text


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: Sept. 10, 2024", "2024-09-10"),
        ("10 September 2024", "2024-09-10"),
        ("2024-09-11 17:21", "2024-09-11"),
        ("12/22/23 11:35 AM ET", "2023-12-22"),
        ("22.12.2023, 17:21 Uhr", "2023-12-22"),
        ("Updated: Sept. 12, 2024 | Published: Sept. 10, 2024", "2024-09-10"),
        ("10 de septiembre de 2024", "2024-09-10"),
        ("2024년 9월 10일", "2024-09-10"),
    ],
)
def test_a_publication_line_gives_the_date(line, day):
    article = read_text(CLEAN.replace("\n\n", f"\n\nBy Jane Doe\n{line}\n\n", 1))
    assert article.date_published.value == day
    assert evidence(article.date_published).exact in line


@pytest.mark.parametrize(
    "line", ["03/04/2024", "Tuesday", "Updated: Sept. 12, 2024", "31 February 2024", "2 hours ago"]
)
def test_a_date_that_is_not_certain_is_absent(line):
    assert read_text(CLEAN.replace("\n\n", f"\n\nBy Jane Doe\n{line}\n\n", 1)).date_published is None


def test_a_date_inside_a_paragraph_is_not_the_day_of_publication():
    assert read_text(CLEAN.replace("on Tuesday", "on 10 September 2024")).date_published is None


def test_a_breadcrumb_names_the_sections_without_home():
    article = read_text(MESSY)
    assert [section.value for section in article.sections] == ["Local", "Harbour"]
    assert all(isinstance(evidence(section), SourceCitation) for section in article.sections)
    slashed = read_text("News / World / Europe\n" + CLEAN)
    assert [section.value for section in slashed.sections] == ["News", "World", "Europe"]


def test_the_publisher_is_the_phrase_that_the_host_is_named_after():
    publisher = read_text(MESSY, url=URL).publisher
    assert publisher.value == "Northmouth Times"
    assert evidence(publisher).rule == "publisher named like the URL's host"


def test_without_a_url_the_owner_of_the_rights_is_the_publisher_if_the_page_is_headed_so():
    assert read_text(f"Northmouth Media\n{MESSY}").publisher.value == "Northmouth Media"
    assert read_text(CLEAN).publisher is None


@pytest.mark.parametrize(
    "line",
    [
        "© 2024 Northmouth Media. All rights reserved.",
        "© 2024 Harbour Publishing Group",
        "© Harbour Group Newspapers Limited in England No. 679215",
        "© 2024 All Right Reserved | Paper Theme by Quay",
        "© 2024 The Harbour Voice + Quay Publishing",
    ],
)
def test_a_company_that_owns_the_paper_and_half_a_line_are_no_publisher(line):
    assert read_text(f"{CLEAN}\n{line}\n").publisher is None


def test_an_owner_beside_an_author_does_not_sign():
    page = CLEAN.replace("\n\n", "\n\nBy Nora Quist, Harbour Gang\n\n", 1) + "\n© 2024 Harbour Gang\n"
    assert [author.value for author in read_text(page).authors] == ["Nora Quist"]


@pytest.mark.parametrize(
    ("url", "page", "publisher"),
    [
        ("https://gazette.example/a", "{}\nAbout The Gazette Shop\nThe Gazette Podcast\nGazette", "Gazette"),
        ("https://gazette.example/a", "{}\nThe Gazette\nby The Gazette", "The Gazette"),
        ("https://gazette.example/a", "{}\nThe Gazette\nGazette\nGazette jobs", "Gazette"),
        ("https://thegazette.example/a", "{}\nThe Gazette", "The Gazette"),
        ("https://sports.gazette.example/a", "Sports\nNews\n{}\nGazette", "Gazette"),
        ("https://sports.gazette.example/a", "Sports\nNews\n{}\nGazette Sports", "Gazette Sports"),
        ("https://realestate.gazette.co.uk/a", "Real Estate\nCars\n{}\nGazette", "Gazette"),
        ("https://harbourgazette.house.example/a", "{}\nLog in to the Harbour Gazette", "Harbour Gazette"),
        ("https://northmouth.example/a", "{}\nAbout Northmouth.example", "Northmouth.example"),
    ],
)
def test_the_host_tells_the_publisher_but_not_by_a_section(url, page, publisher):
    article = read_text(page.format(CLEAN), url=url)
    assert article.publisher.value == publisher
    assert evidence(article.publisher).exact == publisher


def test_a_site_named_after_what_the_article_is_about_is_not_published_by_it():
    assert read_text(CLEAN, url="https://oldpierharbour.news-sites.example/a").publisher is None
    source = CLEAN.replace("The harbour council", "The Harbour Council")
    assert read_text(source, url="https://harbourcouncil.sites.example/a").publisher is None


@pytest.mark.parametrize(
    "line",
    [
        "© Copyright 2024 St. Brendan Post, 901 Pier Street",
        "Copyright © 2024 St. Brendan Post. All rights reserved.",
        "Copyright 2024 © St. Brendan Post | Terms of Use",
    ],
)
def test_the_copyright_line_names_its_owner_without_the_mark(line):
    assert read_text(f"{CLEAN}\n{line}\n").publisher.value == "St. Brendan Post"


def test_the_paper_of_the_copyright_line_may_stand_on_a_line_of_its_own():
    assert read_text(f"{CLEAN}\nNorthmouth Echoes\n© 2024 Northmouth Echoes, Inc.\n").publisher.value == (
        "Northmouth Echoes"
    )
