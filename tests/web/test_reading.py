"""The article of a page in which our block may stand."""

from read.news_page import json_ld, page

from ld.read.html import read_html
from ld.web import embed
from ld.web.reading import read_page


def test_a_page_gives_the_same_article_with_our_block_and_without():
    bare = page(json_ld())
    done = embed(bare, {"@type": "NewsArticle", "headline": "Ours"}, prefer="ours").page
    assert done != bare
    assert read_page(done) == read_page(bare)


def test_what_a_page_says_of_itself_is_read_where_embed_has_set_it_aside():
    bare = page(json_ld())
    done = embed(bare, {"@type": "NewsArticle", "headline": "Ours"}).page
    assert b"data-article-ld-was" in done
    assert read_html(done).date_published == read_html(bare).date_published
    assert read_html(done).headline == read_html(bare).headline
