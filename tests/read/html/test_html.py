"""What becomes of a page: the article's text, and each value with its source."""

from contextlib import suppress

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings
from read.news_page import PARAGRAPHS, TODAY, json_ld, meta, page

from ld.article import Article, Citation, Given, SourceCitation
from ld.errors import InputError
from ld.facts import Facts
from ld.read.facts_check import faults
from ld.read.html import read_html

HEADLINE = "Harbor ministers meet in Oslo"


def read(data: bytes, **options) -> Article:
    return read_html(data, today=TODAY, **options)


def test_the_text_is_the_article_without_the_page_around_it():
    assert read(page()).text.split("\n\n") == [HEADLINE, *PARAGRAPHS]


def test_every_value_stands_in_the_words_that_it_cites():
    caption = "<figure><img><figcaption>The quay in May. Photo: Ole Berg</figcaption></figure>"
    above = f"<h1>{HEADLINE}</h1><p>By Jane Doe</p>{caption}"
    article = read(page(json_ld() + meta("og:site_name", "The Harbor Gazette"), above))
    assert faults(Facts(article=article, version=1)) == []


def test_a_page_may_leave_out_the_tags_of_head_and_body_as_html_allows():
    text = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    bare = f"<!DOCTYPE html><title>{HEADLINE}</title><article><h1>{HEADLINE}</h1>{text}</article>"
    assert read(bare.encode()).text.split("\n\n") == [HEADLINE, *PARAGRAPHS]


def test_crossheads_are_no_paragraphs():
    article = read(page(paragraphs=(*PARAGRAPHS[:4], "</p><h2>A long wait</h2><p>", *PARAGRAPHS[4:])))
    assert [article.text[part.start : part.end] for part in article.of_kind("subheading")] == ["A long wait"]


def test_the_standfirst_is_a_subheading_and_no_paragraph():
    deck = "Ferries have to wait outside until the parliament has seen the figures"
    article = read(page(above=f"<h1>{HEADLINE}</h1><div>{deck}</div><p>By Jane Doe</p>"))
    assert [article.text[part.start : part.end] for part in article.of_kind("subheading")] == [deck]
    assert len(list(article.of_kind("paragraph"))) == len(PARAGRAPHS)


def test_the_questions_of_an_interview_are_paragraphs():
    questions = (
        "Why is the port so full?",
        "When will the second quay be built?",
        "Who is going to pay for all of it?",
    )
    asked = [f"</p><h2>{question}</h2><p>{answer}" for question, answer in zip(questions, PARAGRAPHS[1:], strict=False)]
    article = read(page(paragraphs=(PARAGRAPHS[0], *asked, *PARAGRAPHS[4:])))
    assert {article.text[part.start : part.end] for part in article.of_kind("paragraph")} > set(questions)


def test_who_the_author_is_belongs_to_no_article():
    bio = "Jane Doe, who grew up on the coast, is a reporter at The Harbor Gazette."
    article = read(page(json_ld(), paragraphs=(*PARAGRAPHS, bio)))
    assert bio not in article.text


def test_a_caption_is_an_image_with_its_credit_and_no_paragraph():
    figure = "<figure><img><figcaption>The full quay in May. Photo: Ole Berg</figcaption></figure>"
    article = read(page(above=f"<h1>{HEADLINE}</h1>{figure}"))
    (image,) = article.images
    assert (image.caption.value, image.credit.value) == ("The full quay in May.", "Ole Berg")
    assert len(list(article.of_kind("paragraph"))) == len(PARAGRAPHS)


def test_a_caption_without_credit_is_an_image_too():
    figure = "<figure><img><figcaption>The full quay in May</figcaption></figure>"
    (image,) = read(page(above=f"<h1>{HEADLINE}</h1>{figure}")).images
    assert (image.caption.value, image.credit) == ("The full quay in May", None)


def test_a_caption_that_only_the_metadata_gives_is_an_image_too():
    picture = {"@type": "ImageObject", "caption": "The full quay", "creditText": "Ole Berg"}
    article = read(page(json_ld(image=picture)))
    (image,) = article.images
    assert (image.caption.value, image.credit.value, image.credit.evidence[0].exact) == (
        "The full quay",
        "Ole Berg",
        "Ole Berg",
    )


def test_the_headline_is_the_one_that_readers_see():
    article = read(
        page(json_ld(headline="Oslo: harbor ministers meet to talk"), "<h1>Harbor ministers meet in Oslo</h1>")
    )
    assert article.headline.value == HEADLINE
    assert isinstance(article.headline.evidence[0], Citation)


def test_the_name_of_the_site_is_no_headline():
    article = read(page(meta("og:site_name", "The Harbor Gazette"), f"<h1>The Harbor Gazette</h1><h1>{HEADLINE}</h1>"))
    assert article.headline.value == HEADLINE


def test_a_headline_that_is_not_shown_is_the_title_without_the_name_of_the_site():
    article = read(page(meta("og:site_name", "The Harbor Gazette"), above=""))
    assert article.headline.value == HEADLINE
    assert article.headline.evidence[0].rule == "headline: title"
    assert not list(article.of_kind("headline"))


def test_json_ld_says_who_wrote_when_and_where():
    article = read(page(json_ld()))
    assert [author.value for author in article.authors] == ["Jane Doe"]
    assert article.date_published.value == "2024-09-11T17:21:00+02:00"
    assert article.publisher.value == "The Harbor Gazette"
    assert [section.value for section in article.sections] == ["Shipping"]


def test_what_json_ld_says_is_evidence_from_the_source_and_names_it():
    (proof,) = read(page(json_ld())).publisher.evidence
    assert isinstance(proof, SourceCitation)
    assert (proof.exact, proof.rule) == ("The Harbor Gazette", "publisher: publisher in JSON-LD")


def test_json_ld_goes_before_meta_elements():
    head = meta("og:site_name", "Other") + meta("article:published_time", "2020-01-01") + json_ld()
    article = read(page(head))
    assert (article.publisher.value, article.date_published.value[:10]) == ("The Harbor Gazette", "2024-09-11")


def test_meta_elements_go_before_the_visible_text():
    above = f"<h1>{HEADLINE}</h1><p>By Jane Doe</p><p>September 9, 2024</p>"
    head = meta("article:published_time", "2024-09-08") + meta("author", "Ole Berg")
    article = read(page(head, above))
    assert (article.date_published.value, article.authors[0].value) == ("2024-09-08", "Ole Berg")


def test_without_metadata_the_visible_byline_and_date_count():
    article = read(page(above=f"<h1>{HEADLINE}</h1><p>By Jane Doe</p><p>September 9, 2024</p>"))
    assert [author.value for author in article.authors] == ["Jane Doe"]
    assert isinstance(article.authors[0].evidence[0], Citation)
    assert article.date_published.value == "2024-09-09"


def test_an_author_of_the_metadata_is_cited_where_the_page_shows_the_name():
    article = read(page(json_ld(), f"<h1>{HEADLINE}</h1><div><a href='/jane'>Jane Doe</a></div>"))
    assert isinstance(article.authors[0].evidence[0], Citation)
    assert [article.text[part.start : part.end] for part in article.of_kind("byline")] == ["Jane Doe"]


def test_a_headline_that_names_the_author_is_no_byline():
    article = read(page(json_ld(headline="Jane Doe on Oslo"), "<h1>Jane Doe on Oslo</h1>"))
    assert isinstance(article.authors[0].evidence[0], SourceCitation)
    assert not list(article.of_kind("byline"))


def test_a_byline_that_names_an_author_of_the_metadata_leaves_out_who_but_edited():
    people = [{"@type": "Person", "name": name} for name in ("Jane Doe", "Ole Berg")]
    article = read(page(json_ld(author=people), f"<h1>{HEADLINE}</h1><p>By Jane Doe</p>"))
    assert [author.value for author in article.authors] == ["Jane Doe"]


def test_an_organization_signs_where_no_person_does():
    (author,) = read(page(json_ld(author={"@type": "Organization", "name": "Harbor Desk"}))).authors
    assert (author.value, author.kind) == ("Harbor Desk", "organization")


def test_an_organization_does_not_sign_beside_a_person():
    both = [{"@type": "Organization", "name": "Harbor Desk"}, {"@type": "Person", "name": "Jane Doe"}]
    assert [author.value for author in read(page(json_ld(author=both))).authors] == ["Jane Doe"]


def test_an_agency_signs_by_its_name_alone():
    (author,) = read(page(json_ld(author=None) + meta("author", "Reuters"))).authors
    assert (author.value, author.kind) == ("Reuters", "organization")


def test_a_publisher_that_calls_itself_a_person_is_no_author():
    assert read(page(json_ld(author={"@type": "Person", "name": "The Harbor Gazette"}))).authors == ()


def test_a_future_date_is_not_believed():
    head = json_ld(datePublished="2031-01-01") + meta("article:published_time", "2024-09-08")
    assert read(page(head)).date_published.value == "2024-09-08"


def test_the_canonical_address_counts_without_its_fragment():
    article = read(page('<link rel="canonical" href="https://Harbor.example/2024/oslo#top">'))
    assert article.url.value == "https://harbor.example/2024/oslo"


def test_a_home_page_is_no_articles_address():
    head = '<link rel="canonical" href="https://harbor.example/">'
    assert read(page(head), address="https://harbor.example/oslo").url.value == "https://harbor.example/oslo"


def test_a_page_without_an_address_of_its_own_has_the_one_it_was_fetched_from():
    (proof,) = read(page(), address="https://harbor.example/oslo").url.evidence
    assert isinstance(proof, Given)


def test_the_users_values_go_before_the_pages():
    article = read(page(json_ld()), url="https://a.example/b", date="2024-09-01", publisher="Mine", lang="en-GB")
    values = (article.url, article.date_published, article.publisher, article.language)
    assert [value.value for value in values] == ["https://a.example/b", "2024-09-01", "Mine", "en-GB"]


def test_the_declared_language_counts_if_the_words_are_of_it():
    assert read(page(lang="en-GB")).language.value == "en-GB"
    assert read(page(lang="ko")).language.value == "en"


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "utf-16"])
def test_the_header_says_the_encoding(charset):
    data = page().decode().replace('<meta charset="utf-8">', "").encode(charset)
    assert "“The port is full,”" in read(data, charset=charset).text


def test_a_meta_element_says_the_encoding_else_the_bytes_do():
    written = page(paragraphs=(*PARAGRAPHS, "“Él no dijo nada”, said Ibáñez of the harbor, and left the hall."))
    latin = written.decode().replace("“", '"').replace("”", '"').replace("utf-8", "windows-1252").encode("cp1252")
    for data in (
        latin,
        written,
        latin.replace(b'<meta charset="windows-1252">', b""),
        written.decode().encode("utf-16"),
    ):
        assert "Él no dijo nada" in read_html(data, today=TODAY).text


def test_a_page_in_utf_8_whose_label_is_of_a_western_encoding_is_read_as_utf_8():
    saved = page(paragraphs=(*PARAGRAPHS, "“Él no dijo nada”, said Ibáñez of the harbor, and left the hall."))
    assert "Él no dijo nada" in read_html(saved.replace(b"utf-8", b"iso-8859-15"), today=TODAY).text


def test_a_line_that_is_but_a_label_and_a_link_is_no_paragraph():
    links = ("<p>Voir aussi : <a href=/x>Une nouvelle taxe sur les ferries</a></p>",)
    links += ("<p>(MORE: <a href=/x>Ferries pay a new fee from May on</a>)</p>",)
    text = read(page().decode().replace("<p>A decision", f"{''.join(links)}<p>A decision").encode()).text
    assert ("taxe" not in text, "new fee" not in text) == (True, True)


def test_the_description_of_the_page_above_the_text_is_the_standfirst():
    lead = "The ministers of four countries met the pilots of the harbor in Oslo, who want a second quay by May"
    article = read(page(meta("og:description", lead), f"<h1>{HEADLINE}</h1><p>By Jane Doe</p><div>{lead}</div>"))
    assert [article.text[part.start : part.end] for part in article.of_kind("subheading")] == [lead]


def test_one_of_several_headings_is_no_author():
    heads = ("Anna Berg", "Rope", "Tar")
    text = "".join(f"<h3>{head}</h3><p>3 May</p><p>{text}</p>" for head, text in zip(heads, PARAGRAPHS, strict=False))
    assert read(page(above=f"<h1>{HEADLINE}</h1>{text}", paragraphs=PARAGRAPHS[3:])).authors == ()


def test_our_own_block_says_nothing():
    ours = json_ld(datePublished="2020-02-02").replace("<script", '<script data-generator="article-ld"')
    assert read(page(ours + json_ld())).date_published.value[:10] == "2024-09-11"


def test_the_same_page_gives_the_same_article():
    assert read(page(json_ld())) == read(page(json_ld()))


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<h1>", "<br>", "<article>", "</article>", "<div hidden>", "<figcaption>", "<time datetime='"),
        *(
            "'>",
            "&#0;",
            "&amp",
            "\0",
            "\ud7ff",
            "<!--",
            "-->",
            "<script type='application/ld+json'>",
            "</script>",
            "{",
            "]",
        ),
        *(
            '{"@type":"NewsArticle","datePublished":"',
            '","author":[{"name":"',
            '"}]}',
            "\\ud800",
            "By Ada Quill",
            "9999-12-31",
        ),
        *(
            '<meta name="author" content="',
            '<meta property="article:published_time" content="',
            '<link rel=canonical href="',
        ),
        *("https://[", "©", "0000-00-00", "Wed, 99 Foo 2024 99:99:99 +9999", "\u200b", "“", *PARAGRAPHS[:2]),
    ]
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=30))
def test_any_markup_is_an_article_or_refused(pieces):
    body = "".join(pieces).encode("utf-8", "replace")
    for data in (body, page("".join(pieces).encode("utf-8", "replace").decode(), f"<h1>{HEADLINE}</h1>")):
        try:
            article = read(data)
        except InputError:
            continue
        assert faults(Facts(article=article, version=1)) == []


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes_are_an_article_or_refused(data):
    with suppress(InputError):
        assert read(data).text


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("Harbor ministers meet in Oslo - Norvik Light Today", "Norvik Light Today"),
        ("Harbor ministers meet in Oslo - What we know so far", None),
        ("Norvik ministers meet in Oslo", None),
    ],
)
def test_the_end_of_the_title_names_the_publisher_that_the_owner_of_the_rights_is_called_like(title, publisher):
    markup = page(json_ld(publisher=None), title=title).replace(b"The Harbor Gazette. All", b"Norvik Media Group. All")
    told = read(markup).publisher
    assert (told.value if told else None) == publisher


def test_a_heading_below_byline_and_day_that_reads_on_is_the_standfirst():
    deck = "Two ferries wait outside while the ministry counts its lights again"
    above = f"<h1>Harbor ministers meet in Oslo</h1><p>By Jane Doe</p><p>11 September 2024</p><h2>{deck}</h2>"
    article = read_html(page(above=above), today=TODAY)
    assert deck in [article.text[part.start : part.end] for part in article.of_kind("subheading")]


def test_a_form_around_the_whole_page_is_read():
    form = page().replace(b"<main>", b"<form action=article.aspx>").replace(b"</main>", b"</form>")
    assert read(form).text == read(page()).text


def test_below_the_name_of_a_blog_the_title_of_the_post_is_the_headline():
    name = "<h1><a href='https://gazette.example/tides/'>Tides and Times</a></h1>"
    post = "<h2><a href='https://gazette.example/tides/2024/09/rope/'>Stand Up Ropes</a></h2>"
    article = read(page(above=f"{name}{post}", title="Tides and Times » Stand Up Ropes"))
    assert (article.headline.value, article.authors) == ("Stand Up Ropes", ())


def test_an_item_of_a_list_beside_the_story_is_no_author():
    beside = "<aside><ul><li><a href=/t>Anna Berg</a></li></ul><p>3 May</p></aside>"
    assert read(page(above=f"<h1>{HEADLINE}</h1>{beside}")).authors == ()
