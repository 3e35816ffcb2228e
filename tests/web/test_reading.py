"""The article of a page in which our block may stand."""

from read.news_page import json_ld, page

from ld.web import embed
from ld.web.reading import read_page


def test_a_page_gives_the_same_article_with_our_block_and_without():
    bare = page(json_ld())
    done = embed(bare, {"@type": "NewsArticle", "headline": "Ours"}, prefer="ours").page
    assert done != bare
    assert read_page(done) == read_page(bare)
