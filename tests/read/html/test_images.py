"""The pictures of a page: which addresses go with which captions, and which picture stands for the article."""

import pytest
from read.news_page import TODAY, json_ld, meta, page

from ld.article import Article
from ld.extract import extract
from ld.mapping import map_facts, unproved
from ld.read.html import read_html
from ld.terms import Iri, Triple
from ld.validate import Severity, load_shapes, own_shapes, validate
from ld.vocab import SCHEMA

HEADING = "<h1>Harbor ministers meet in Oslo</h1>"
QUAY, TIDE = "https://img.example/quay.jpg", "https://img.example/tide.jpg"


def read(data: bytes) -> Article:
    return read_html(data, today=TODAY, url="https://news.example/tide")


def figure(picture: str, caption: str = "The full quay in May. Photo: Ole Berg") -> str:
    return f"<figure>{picture}<figcaption>{caption}</figcaption></figure>"


def pictures(article: Article) -> list[tuple[str | None, str | None]]:
    return [
        (image.caption.value if image.caption else None, image.url.value if image.url else None)
        for image in article.images
    ]


@pytest.mark.parametrize(
    "head", [meta("og:image", QUAY), meta("twitter:image", QUAY), json_ld(image=QUAY), json_ld(image={"url": QUAY})]
)
def test_the_picture_of_the_metadata_is_an_image_without_a_caption(head):
    (image,) = read(page(head)).images
    assert (image.caption, image.url.value, image.url.evidence[0].exact) == (None, QUAY, QUAY)


def test_an_image_of_the_metadata_has_its_address_beside_its_caption():
    told = [
        {"@type": "ImageObject", "contentUrl": url, "caption": caption} for url, caption in ((QUAY, "A"), (TIDE, "B"))
    ]
    assert pictures(read(page(json_ld(image=told)))) == [("A", QUAY), ("B", TIDE)]


def test_a_caption_that_readers_see_has_the_address_of_the_one_picture_in_its_figure():
    article = read(page(above=HEADING + figure(f'<img src="{QUAY}">')))
    assert pictures(article) == [("The full quay in May.", QUAY)]


@pytest.mark.parametrize(
    "picture",
    [
        f'<img src="{QUAY}"><img src="{TIDE}">',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
        "<img>",
    ],
)
def test_a_caption_with_no_picture_or_with_two_or_with_no_whole_address_keeps_to_itself(picture):
    assert pictures(read(page(above=HEADING + figure(picture)))) == [("The full quay in May.", None)]


@pytest.mark.parametrize("caption", ["The full quay in May of another year", "The full quay in May. Photo: Ada Quill"])
def test_the_picture_of_a_caption_that_only_begins_alike_is_another(caption):
    above = HEADING + figure("<img>") + figure(f'<img src="{QUAY}">', caption)
    assert ("The full quay in May.", None) in pictures(read(page(above=above)))


def test_a_picture_without_words_beside_it_does_not_stand_for_the_article():
    assert read(page(above=HEADING + figure(f'<img src="{QUAY}">', " "))).images == ()


def test_the_picture_that_stands_for_the_article_comes_before_captions_without_addresses():
    article = read(page(meta("og:image", QUAY), above=HEADING + figure("<img>")))
    assert pictures(article) == [(None, QUAY), ("The full quay in May.", None)]


@pytest.mark.parametrize("said", ["javascript:alert(1)", "data:image/gif;base64,R0lGODlh"])
def test_what_is_no_address_on_the_web_is_no_picture(said):
    assert read(page(meta("og:image", said))).images == ()


def test_the_graph_says_the_address_and_is_valid_also_by_googles_recommendations():
    graph = map_facts(extract(read(page(json_ld(image=QUAY) + meta("og:site_name", "The Harbor Gazette")))))
    image = Iri(f"{graph.name}#image-1")
    assert Triple(image, SCHEMA.contentUrl, Iri(QUAY)) in graph.facts
    assert not unproved(graph)
    google = load_shapes([own_shapes(), own_shapes() / "profiles/google"])
    results = validate(graph, google).results
    assert [result for result in results if result.severity is Severity.VIOLATION or "mage" in result.shape] == []


@pytest.mark.parametrize(
    ("written", "head", "whole"),
    [
        ("/quay.jpg", "", "https://news.example/quay.jpg"),
        ("quay.jpg", "", "https://news.example/quay.jpg"),
        ("../quay.jpg?w=1", "", "https://news.example/quay.jpg?w=1"),
        ("//img.example/quay.jpg", "", QUAY),
        ("/my quay.jpg", "", "https://news.example/my%20quay.jpg"),
        ("quay.jpg", '<base href="https://img.example/">', QUAY),
        ("/quay.jpg", '<base target="_blank"><base href="//img.example/2024/">', QUAY),
        (QUAY, '<base href="https://other.example/">', QUAY),
    ],
)
def test_the_relative_address_of_a_picture_is_made_whole(written, head, whole):
    for told in (meta("og:image", written), json_ld(image=written), json_ld(image={"url": written})):
        (image,) = read(page(head + told)).images
        assert (image.url.value, image.url.evidence[0].exact) == (whole, written)


def test_without_an_address_of_its_own_a_page_has_that_which_it_names():
    said = meta("og:image", "/quay.jpg") + '<link rel="canonical" href="https://news.example/2024/tide">'
    (image,) = read_html(page(said), today=TODAY).images
    assert image.url.value == "https://news.example/quay.jpg"


@pytest.mark.parametrize("written", ["/quay.jpg", "quay.jpg", "//img.example/quay.jpg", "data:image/png;base64,AA=="])
def test_an_address_that_cannot_be_made_whole_is_left_out(written):
    assert read_html(page(meta("og:image", written)), today=TODAY).images == ()


@pytest.mark.parametrize(
    "written", ["http://[quay.jpg", "https:///quay.jpg", "/quay|a.jpg", "/{slug}.jpg", "javascript:a"]
)
def test_an_address_that_makes_no_iri_is_left_out(written):
    assert read(page(meta("og:image", written))).images == ()


@pytest.mark.parametrize(
    "picture",
    [
        '<img src="/quay.jpg">',
        '<img src="data:image/gif;base64,R0lGODlh" data-src="/quay.jpg">',
        '<img src="/grey.gif" data-src="/quay.jpg">',
        '<img src="/grey.gif" data-src="https://news.example/quay.jpg">',
    ],
)
def test_the_relative_address_of_a_picture_in_a_figure_is_made_whole(picture):
    assert pictures(read(page(above=HEADING + figure(picture)))) == [
        ("The full quay in May.", "https://news.example/quay.jpg")
    ]


def test_the_lines_of_one_caption_are_one_caption_with_its_credit():
    parted = "<span>The full quay in May (</span><div>Image:</div><div>DOCKPHOTO)</div>"
    (image,) = read(page(above=HEADING + figure(f'<img src="{QUAY}">', parted))).images
    assert (image.caption.value, image.credit.value) == ("The full quay in May", "DOCKPHOTO")


def test_the_captions_of_two_figures_are_two_captions():
    two = figure(f'<img src="{QUAY}">', "<p>The full quay in May</p>") + figure(
        f'<img src="{TIDE}">', "<p>Two ferries wait outside the port</p>"
    )
    assert pictures(read(page(above=HEADING + two))) == [
        ("The full quay in May", QUAY),
        ("Two ferries wait outside the port", TIDE),
    ]


def test_what_a_picture_without_scripts_repeats_is_no_second_picture():
    twice = f'<img data-src="{QUAY}"><noscript><img src="{QUAY}"></noscript>'
    assert pictures(read(page(above=HEADING + figure(twice))))[0][1] == QUAY


def test_a_caption_beside_its_picture_needs_no_figure():
    box = f'<div><div><img src="{QUAY}"></div><figcaption>The full quay in May. Photo: Ole Berg</figcaption></div>'
    assert pictures(read(page(above=HEADING + box))) == [("The full quay in May.", QUAY)]


def test_a_line_in_a_box_for_captions_is_a_caption_and_no_paragraph():
    caption = "The full quay in May, when two ferries had to wait outside for half a day."
    article = read(page(above=f"{HEADING}<div class='photo-caption'><p>{caption}</p><p>By Ole Berg</p></div>"))
    assert [image.caption.value for image in article.images] == [caption]
    assert caption not in [article.text[part.start : part.end] for part in article.of_kind("paragraph")]


def test_a_credit_in_place_of_a_caption_is_no_caption():
    told = {"@type": "ImageObject", "url": QUAY, "caption": "Credit: Ole Berg"}
    assert [each[0] for each in pictures(read(page(json_ld(image=told))))] == []


def test_names_in_brackets_behind_a_caption_are_its_credit():
    caption = "<figcaption>The full quay in May. (Harbour Museum, Quay Street)</figcaption>"
    (image,) = read(page(above=f"{HEADING}<figure>{caption}</figure>")).images
    assert (image.caption.value, image.credit.value) == ("The full quay in May.", "Harbour Museum, Quay Street")


def test_the_caption_of_a_video_is_no_picture():
    caption = "<div class='video-box'><p class='caption'>The harbour at night, filmed by a gull.</p></div>"
    assert read(page(above=f"{HEADING}{caption}")).images == ()


@pytest.mark.parametrize(
    "caption", ["PHOTO BY OLE BERG The quay of Oslo in May.", "Photo: Ole Berg. The quay of Oslo in May."]
)
def test_a_picture_whose_caption_begins_with_the_credit_has_its_address(caption):
    box = figure(f'<img src="{QUAY}" alt="{caption}">', caption)
    assert pictures(read(page(above=HEADING + box))) == [("The quay of Oslo in May.", QUAY)]


@pytest.mark.parametrize("name", ["logo.png", "news-logo-white.gif", "News_Logo.PNG"])
def test_the_logo_of_the_site_is_no_picture_of_the_article(name):
    head = meta("og:image", f"https://img.news.example/{name}") + meta("og:url", "https://news.example/tide")
    assert read(page(head)).images == ()


def test_a_logo_with_the_name_of_the_publisher_is_none_either():
    head = meta("og:image", "https://cdn.example/harborgazette_logo_1200x800.jpg")
    assert read(page(head + meta("og:site_name", "The Harbor Gazette"))).images == ()


def test_the_logo_of_somebody_else_is_one():
    assert pictures(read(page(meta("og:image", "https://img.news.example/quill-lines-logo.png")))) != []


@pytest.mark.parametrize("name", ["off-screen", "visually-hidden", "sr-only"])
def test_what_only_a_screen_reader_says_before_a_caption_is_none_of_it(name):
    said = f'<span class="{name}">Image caption</span> <span>The full quay in May at low tide.</span>'
    (picture,) = read(page(above=HEADING + figure(f'<img src="{QUAY}">', said))).images
    assert picture.caption.value == "The full quay in May at low tide."
