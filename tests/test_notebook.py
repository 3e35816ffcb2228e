"""How an article that was built shows itself to who works with Python."""

import pytest

from ld import build
from ld.article import Article
from ld.read.text import read_text

TEXT = """Harbor ministers & pilots meet in Oslo

Prime Minister Ada Quill met Emmanuel Macron in Oslo on Tuesday.

“The port is full,” Quill said.
"""


@pytest.fixture(scope="module")
def built():
    article: Article = read_text(TEXT, url="https://news.example/harbor")
    return build(article)


def test_it_says_in_a_line_what_it_is(built):
    assert repr(built) == "<Build 'Harbor ministers & pilots meet in Oslo': 2 people, 0 countries, 1 quotations, valid>"


def test_a_notebook_shows_names_with_links_and_the_words_behind_them(built):
    shown = built._repr_html_()
    assert "<td>Ada Quill</td>" in shown
    assert "<a href='http://www.wikidata.org/entity/Q3052772'>Q3052772</a>" in shown
    assert "The port is full" in shown


def test_words_of_the_article_are_never_markup(built):
    assert "ministers &amp; pilots" in built._repr_html_()


def test_facts_are_a_table_with_a_row_each(built):
    table = built.table()
    rows = {row["name"]: row for row in table.to_pylist()}
    assert rows["Emmanuel Macron"]["qid"] == "Q3052772"
    assert rows["Ada Quill"]["qid"] is None
    assert table.column_names[:3] == ["article", "kind", "id"]
    start, end = rows["Ada Quill"]["start"], rows["Ada Quill"]["end"]
    assert built.article.text[start:end] == rows["Ada Quill"]["words"]
