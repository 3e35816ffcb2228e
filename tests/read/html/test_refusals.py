"""Pages that are no article are refused, with the reason."""

import pytest
from read.news_page import PARAGRAPHS, TODAY, json_ld, page

from ld.errors import InputError
from ld.read.html import read_html


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read_html(data, today=TODAY)
    assert caught.value.hint
    return str(caught.value)


@pytest.mark.parametrize("data", [b"", b" ", b"<!-- -->", b"<html><body></body></html>", b"<script>var a = 1</script>"])
def test_an_empty_page_is_refused(data):
    assert "no text" in refusal(data) or "no markup" in refusal(data)


@pytest.mark.parametrize(
    "title", ["404 Not Found", "Page not found - The Harbor Gazette", "Access Denied", "Error 503"]
)
def test_an_error_page_is_refused(title):
    data = page(title=title, above=f"<h1>{title}</h1>", paragraphs=("Sorry, the page that you want is not here.",))
    assert "is an error page" in refusal(data)


@pytest.mark.parametrize("title", ["Just a moment...", "Attention Required!", "Are you a robot?"])
def test_a_check_for_robots_is_refused(title):
    data = page(title=title, above="", paragraphs=("Verify you are human by completing the action below.",))
    assert "a check for robots" in refusal(data)


def test_a_cookie_wall_is_refused():
    text = "We value your privacy. We and our partners store cookies on your device to show you our advertisements."
    assert "cookies instead of the article" in refusal(page(title="The Harbor Gazette", above="", paragraphs=(text,)))


def test_a_stub_before_a_paywall_is_refused_by_what_it_shows():
    assert "for subscribers" in refusal(page(paragraphs=PARAGRAPHS[:1], below="<p>Subscribe to continue reading.</p>"))


def test_a_stub_before_a_paywall_is_refused_by_its_json_ld():
    data = page(json_ld(isAccessibleForFree=False), paragraphs=PARAGRAPHS[:2])
    assert "not accessible for free" in refusal(data)


def test_a_stub_is_refused_when_the_page_hides_the_rest():
    rest = "".join(f"<div style='display:none'><p>{paragraph}</p></div>" for paragraph in PARAGRAPHS[3:])
    data = page(json_ld(isAccessibleForFree="False"), paragraphs=PARAGRAPHS[:3], below=rest)
    assert "not accessible for free" in refusal(data)


def test_a_brief_for_subscribers_is_read():
    data = page(json_ld(isAccessibleForFree="False"), paragraphs=PARAGRAPHS[:3])
    assert read_html(data, today=TODAY).accessible_for_free.value == "false"


def test_an_article_for_subscribers_that_is_whole_is_read():
    assert read_html(page(json_ld(isAccessibleForFree=False)), today=TODAY).text.endswith(PARAGRAPHS[-1])


def test_an_article_about_errors_is_read():
    above = "<h1>404 not found: how a harbor lost its web site</h1>"
    text = read_html(page(title="404 not found: how a harbor lost its web site and its good name", above=above)).text
    assert text.endswith(PARAGRAPHS[-1])


def test_a_page_of_nothing_but_links_is_refused():
    links = "".join(f"<li><a href='/{n}'>Story number {n} of the harbor</a></li>" for n in range(20))
    assert "no article" in refusal(page(above=f"<ul>{links}</ul>", paragraphs=()))


@pytest.mark.parametrize(
    "tag",
    [
        "<p " + " ".join(f"a{n}" for n in range(2_001)) + ">",
        "<p " + "".join(f"a{n}='>'" for n in range(2_001)) + ">",
        "<script " + "/".join(f"a{n}=1" for n in range(2_001)) + "></script>",
    ],
)
def test_an_element_of_thousands_of_attributes_is_refused(tag):
    assert "thousands of attributes" in refusal(page(below=tag))


def test_a_long_script_is_no_crowd_of_attributes():
    script = "<script>for (let i = 0; i <n; i++) {" + " x = 1;" * 3_000 + "}</script><!-- <p " + "a " * 3_000 + "-->"
    assert read_html(page(below=script), today=TODAY).text.endswith(PARAGRAPHS[-1])


def test_a_page_of_too_many_elements_is_refused():
    assert "30,0" in refusal(page(below="<i></i>" * 30_001)).replace("30,001", "30,0")


@pytest.mark.parametrize("label", ["", " class='related-stories'"])
def test_a_page_that_shows_but_the_teaser_of_another_story_is_refused(label):
    teaser = "The port of Sundvik will take a new fee from all ferries as of May, its director Bo Hart said on Monday."
    box = f"<section{label}><h3><a href=/x>Port announces new fee</a></h3><p>{teaser}</p></section>"
    assert "no article" in refusal(page(paragraphs=(), below=f"<div id=body></div>{box}"))


def test_the_front_page_of_a_site_is_refused():
    data = page('<link rel="canonical" href="https://gazette.example/">')
    assert "is the front page of a site: its address is https://gazette.example/" in refusal(data)


def test_a_page_that_gives_the_address_of_its_site_is_an_article_where_it_has_one_or_was_found_elsewhere():
    home = '<link rel="canonical" href="https://gazette.example/">'
    assert read_html(page(home + json_ld()), today=TODAY).headline
    assert read_html(page(home), today=TODAY, address="https://gazette.example/harbor").headline


def test_a_stub_in_japanese_is_refused_as_one():
    text = "この記事は会員限定です。電子版に登録すると続きをお読みいただけます。"
    assert "for subscribers" in refusal(page(paragraphs=(text,), lang="ja"))
