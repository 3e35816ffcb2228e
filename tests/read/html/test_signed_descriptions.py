"""What the page's data say of an author is said of who signs, whatever stands around the name."""

import json
import time

import pytest

from ld.pipeline import complete
from ld.read.html import read_html

BODY = "<p>NORVIK — The quay of Norvik opened on Monday after years of work, the harbor master Emil Sand said.</p>" * 3


def page(*blocks):
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(block)}</script>' for block in blocks)
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>Quay of Norvik opens</title>{scripts}</head><body><article>'
        f'<h1>Quay of Norvik opens</h1><p class="byline">By Nora Quist</p>{BODY}</article></body></html>'
    ).encode()


def signed(name):
    author = {"@type": "Person", "name": name, "url": "https://quay.example/staff/nora"}
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Quay of Norvik opens",
        "author": author,
    }


@pytest.mark.parametrize(
    "name",
    ["Nora Quist", "NORA QUIST", "Dr. Nora Quist", "Reported by Nora Quist, Harbor Editor", "Nora Quist | Quay News"],
)
def test_an_author_is_one_node_with_what_the_page_says_of_her(name):
    turtle = complete(read_html(page(signed(name)))).turtle()
    assert turtle.count("a schema:Person") == 2  # she, and the harbor master
    assert 'schema:name "Nora Quist" ;\n    schema:url <https://quay.example/staff/nora>' in turtle


def test_what_the_page_says_of_two_authors_at_once_is_said_of_neither():
    built = complete(read_html(page(signed("Nora Quist and Cleo Marsh"))))
    assert "https://quay.example/staff/nora" not in built.turtle()
    assert [each.because for each in built.article.left_out] == ["the article is not signed so"]


def test_a_page_of_thousands_of_articles_is_read_in_a_moment():
    many = [signed("Nora Quist") | {"@id": f"#a{number}"} for number in range(10_000)]
    start = time.process_time()
    read_html(page(many))
    assert time.process_time() - start < 5
