"""Which lines of a page are its story, whatever was chosen."""

import pytest
from read.news_page import PARAGRAPHS

from ld.read.html.metadata import said
from ld.read.html.page import page_of
from ld.read.html.story import story_lines
from ld.read.html.tree import tree_of
from ld.read.html.visible import visible_lines

STORY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
TITLE = "<h1>Harbor ministers meet in Oslo</h1>"
TEASER = "The harbour of Sundvik takes a new fee from all ferries, its director said on Monday."


def story(markup: str, *lost: str, taken: str = "p li") -> list[str]:
    """The lines of the story in *markup* when all in elements that are *taken*, but the *lost* ones, were chosen."""
    lines = visible_lines(tree_of(markup))
    chosen = [bool(line.within & {*taken.split()}) and line.text not in lost for line in lines]
    kept = story_lines(page_of(said([]), lines), chosen)
    return [line.text for line, is_text in zip(lines, kept, strict=True) if is_text]


@pytest.mark.parametrize(
    "below",
    [
        f"<div class='author-bio'><p>{TEASER}</p></div>",
        f"<div id='newsletter'><p>{TEASER}</p></div>",
        f"<section><h3><a href=/x>A fee on ferries</a></h3><p>{TEASER}</p></section>",
        f"</main><section><p>{TEASER}</p></section>",
        "<ul><li><a href=/1>Ten boats that you can buy</a></li><li><a href=/2>A fee on ferries</a></li></ul>",
        "<p><em>Nora Quist took part in the work on this report.</em></p>",
        "<p>Photographs: Ole Berg</p>",
    ],
    ids=["author box", "newsletter", "teaser", "outside", "links", "note in italics", "credit"],
)
def test_what_stands_below_the_story_is_left_out(below):
    assert story(f"{TITLE}<main><div>{STORY}</div>{below}</main>") == list(PARAGRAPHS)


def test_a_list_that_ends_the_story_stays():
    items = ("Ada Quill, Norway", "Bo Hart, Denmark")
    listed = "".join(f"<li>{item}</li>" for item in items)
    assert story(f"{TITLE}<div>{STORY}<ul>{listed}</ul></div>") == [*PARAGRAPHS, *items]


def test_a_further_piece_of_the_story_in_a_box_of_its_own_stays():
    first, last = "".join(STORY.partition(PARAGRAPHS[5])[:1]), PARAGRAPHS[5]
    pieces = f"<div>{first.removesuffix('<p>')}</div><aside>Advertisement</aside><div><p>{last}</p></div>"
    assert story(f"{TITLE}<main>{pieces}</main>") == list(PARAGRAPHS[:6])


def test_a_paragraph_between_two_chosen_ones_is_regained():
    assert story(f"{TITLE}<div>{STORY}</div>", PARAGRAPHS[2]) == list(PARAGRAPHS)


def test_a_paragraph_in_a_box_of_its_own_between_two_is_regained():
    boxes = "".join(f"<div><p>{paragraph}</p></div>" for paragraph in PARAGRAPHS)
    assert story(f"{TITLE}<main>{boxes}</main>", PARAGRAPHS[2]) == list(PARAGRAPHS)


def test_what_was_left_out_between_two_paragraphs_stays_out_when_it_is_a_list_or_a_link():
    between = f"<p><a href=/x>{TEASER}</a></p><ul><li>{TEASER}</li></ul>"
    markup = STORY.replace(f"<p>{PARAGRAPHS[2]}", f"{between}<p>{PARAGRAPHS[2]}")
    assert story(f"{TITLE}<div>{markup}</div>", TEASER) == list(PARAGRAPHS)


def test_a_label_on_all_of_the_text_is_not_believed():
    assert story(f"{TITLE}<div class='related'>{STORY}</div>") == list(PARAGRAPHS)


def test_a_label_that_holds_the_title_too_says_nothing_of_the_text():
    assert story(f"<div class='sharing'>{TITLE}<p>{TEASER}</p></div>") == [TEASER]


def test_a_teaser_alone_is_no_story():
    assert story(f"{TITLE}<div><h3><a href=/x>A fee on ferries</a></h3><p>{TEASER}</p></div>") == []


@pytest.mark.parametrize(
    "name", ["comments", "comment-list", "commentlist", "comentarios", "comment_body", "kommentare"]
)
def test_what_readers_wrote_is_left_out_even_where_it_is_longer_than_the_story(name):
    comments = f"<div class='{name}'>{f'<p>{TEASER}</p>' * 20}</div>"
    assert story(f"{TITLE}<div>{STORY}</div>{comments}") == list(PARAGRAPHS)


def test_a_page_of_the_section_called_comment_keeps_its_text():
    assert story(f"<div class='comment'>{TITLE}{STORY}</div>") == list(PARAGRAPHS)


def test_a_box_below_the_story_with_a_head_of_its_own_is_left_out():
    assert story(f"{TITLE}<main>{STORY}<div><h3>Most read</h3><p>{TEASER}</p></div></main>") == list(PARAGRAPHS)


def test_such_a_head_above_the_story_is_of_the_story():
    assert story(f"{TITLE}<main><h3>Key takeaways</h3>{STORY}</main>") == list(PARAGRAPHS)


def test_a_row_of_titles_that_lead_to_other_pages_of_the_site_is_left_out_with_what_is_below_each():
    row = "".join(f"<div><h3><a href=/{n}>A fee on ferries</a></h3><p>{TEASER}</p></div>" for n in range(3))
    page = f"{TITLE}<main><div>{STORY}</div><section>{row}</section></main>"
    assert TEASER not in story(page, taken="p h3")


def test_a_list_of_things_to_be_had_at_other_sites_stays():
    row = "".join(f"<div><h3><a href=//shop.example/{n}>Rope {n}</a></h3><p>{TEASER}</p></div>" for n in range(3))
    assert story(f"{TITLE}<main>{STORY}{row}</main>", taken="p h3").count(TEASER) == len("abc")


def test_a_paragraph_above_the_first_one_chosen_is_regained():
    assert story(f"{TITLE}<div>{STORY}</div>", *PARAGRAPHS[:2]) == list(PARAGRAPHS)


def test_a_paragraph_above_the_headline_is_not():
    assert story(f"<div><p>{TEASER}</p>{TITLE}{STORY}</div>", TEASER) == list(PARAGRAPHS)


def test_where_no_paragraph_was_chosen_those_below_the_headline_are_the_story():
    assert story(f"<main>{TITLE}<div>{STORY}</div></main>", *PARAGRAPHS) == list(PARAGRAPHS)
    assert story(f"<main>{TITLE}<div><p>{TEASER}</p><p>{TEASER}</p></div></main>", TEASER) == []


def test_paragraphs_in_two_boxes_of_their_own_each_are_regained():
    boxes = "".join(f"<div><div><p>{paragraph}</p></div></div>" for paragraph in PARAGRAPHS)
    assert story(f"{TITLE}<main>{boxes}</main>", PARAGRAPHS[0], PARAGRAPHS[3]) == list(PARAGRAPHS)


def test_a_text_without_an_element_of_its_own_above_the_first_paragraph_is_regained():
    text = STORY.removeprefix("<p>").replace("</p>", "", 1)
    assert story(f"{TITLE}<div>{text}</div>") == list(PARAGRAPHS)
