"""Photographers, illustrators, editors and translators sign nothing: they did not write the text."""

import pytest
from read.news_page import TODAY, page
from read.pasted_page import CLEAN, URL

from ld.read.html import read_html
from ld.read.html.authors import people_of
from ld.read.text import read_text

HEADING = "<h1>Harbor ministers meet in Oslo</h1>"
CAPTION = "A crane lifts a barge out of the water at Northmouth, Tuesday, Sept. 10, 2024."


def pasted(lines: str) -> list[str]:
    return [author.value for author in read_text(CLEAN.replace("\n\n", f"\n\n{lines}\n\n", 1), url=URL).authors]


def shown(above: str) -> list[str]:
    return [author.value for author in read_html(page(above=HEADING + above), today=TODAY).authors]


INTRODUCED = [
    "Photo by Ole Berg",
    "Photos: Ole Berg",
    "Photo illustration by Ole Berg",
    "Graphic by Ole Berg",
    "Illustrations by Ole Berg and Lise Moe",
    "Edited by Ole Berg",
    "Editor: Ole Berg",
    "Translated by Ole Berg",
    "Fact-checked by Ole Berg",
    "Fotos von Ole Berg",
    "Traduit par Ole Berg",
    "Traducido por Ole Berg",
]


@pytest.mark.parametrize("line", INTRODUCED)
def test_who_is_introduced_as_having_made_something_else_is_no_author(line):
    assert pasted(line) == []
    assert shown(f"<p>{line}</p>") == []
    assert list(people_of(line, frozenset())) == []


@pytest.mark.parametrize("line", INTRODUCED)
def test_the_author_beside_them_remains(line):
    assert pasted(f"By Nora Quist\n{line}") == ["Nora Quist"]
    assert shown(f"<p>{line}</p><p>By Nora Quist</p>") == ["Nora Quist"]
    assert list(people_of(f"Nora Quist; {line}", frozenset())) == ["Nora Quist"]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Nora Quist Photographs by Ole Berg", ["Nora Quist"]),
        ("Nora Quist, photographs by Ole Berg, Lise Moe", ["Nora Quist"]),
        ("Photos by Ole Berg, Text by Nora Quist", ["Nora Quist"]),
        ("Nora Quist and photographer Ole Berg", ["Nora Quist"]),
        ("Nora Quist, Ole Berg (Illustrator)", ["Nora Quist"]),
        ("Story and photos by Nora Quist", ["Nora Quist"]),
        ("Ole Berg, photographer", ["Ole Berg"]),
    ],
)
def test_metadata_that_name_several_makers_give_those_of_the_text(said, names):
    assert list(people_of(said, frozenset())) == names


def test_who_made_both_signs():
    assert pasted("Story and photos by Nora Quist") == ["Nora Quist"]


def test_a_name_on_the_line_below_a_word_for_pictures_is_its_photographer():
    assert pasted("Photo\nby Ole Berg") == []
    assert pasted("Words\nby Nora Quist") == ["Nora Quist"]


def test_a_by_in_one_group_with_a_caption_signs_the_picture():
    assert pasted(f"{CAPTION}\nBy Ole Berg") == []
    assert pasted(f"{CAPTION}\nBy Ole Berg\n\nBy Nora Quist") == ["Nora Quist"]
    assert pasted("The pier at dawn. Getty Images\nBy Ole Berg") == []


def test_a_by_below_a_caption_without_a_photographer_signs_only_where_nobody_else_does():
    assert pasted(f"Nora Quist\n10 September 2024\n\n{CAPTION}\n\nBy Ole Berg") == ["Nora Quist"]
    assert pasted(f"{CAPTION}\n\nBy Nora Quist") == ["Nora Quist"]


def test_a_by_below_a_standfirst_signs_the_article():
    assert pasted("Cracks were found in eleven of its forty pillars.\nBy Nora Quist") == ["Nora Quist"]


def test_a_bare_name_above_the_job_of_a_photographer_signs_nothing():
    assert pasted("Ole Berg\nStaff photographer\n\n10 September 2024") == []
    assert pasted("Nora Quist\nReporter\n\n10 September 2024") == ["Nora Quist"]


@pytest.mark.parametrize(
    "caption",
    [
        "<figure><img src='/a.jpg'><figcaption>The crane.<div>By Ole Berg</div></figcaption></figure>",
        "<div><img src='/a.jpg'><div class='wp-caption'><p>The crane.</p><p>By Ole Berg</p></div></div>",
    ],
)
def test_a_by_in_a_caption_of_a_page_signs_the_picture(caption):
    assert shown(caption) == []
    assert shown(f"{caption}<p>By Nora Quist</p>") == ["Nora Quist"]


def test_a_byline_set_in_the_style_of_a_caption_signs():
    assert shown("<div class='byline'><p class='caption'>By Nora Quist</p></div>") == ["Nora Quist"]


def test_an_author_of_the_metadata_whom_the_page_calls_its_editor_is_none():
    below = "<p>【责任编辑：王小明】</p>"
    article = read_html(page('<meta name="author" content="王小明">', HEADING, below=below), today=TODAY)
    assert article.authors == ()
