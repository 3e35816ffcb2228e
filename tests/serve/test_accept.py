"""Which of several media types a client likes best."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ld.serve.accept import preferred
from ld.serve.forms import HTML, JSON_LD, N_QUADS, OF_ARTICLES, TURTLE, negotiated

OFFERS = ("text/html", "text/turtle", "application/ld+json")


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "text/html"),
        ("*/*", "text/html"),
        ("text/turtle", "text/turtle"),
        ("TEXT/Turtle", "text/turtle"),
        ("application/ld+json, text/turtle;q=0.9", "application/ld+json"),
        ("application/ld+json;q=0.8, text/turtle;q=0.9", "text/turtle"),
        ("text/*", "text/html"),
        ("text/*, text/html;q=0.1", "text/turtle"),
        ("*/*;q=0.5, text/html;q=0", "text/turtle"),
        ("application/*", "application/ld+json"),
        ('application/ld+json;profile="http://x.example/a,b;q=0";q=0.5, text/html;q=0.4', "application/ld+json"),
        ("text/turtle; q=1.000", "text/turtle"),
        ("text/html ; q=0.2 , text/turtle ; q=0.3", "text/turtle"),
        ("image/png", ""),
        ("text/turtle;q=0", ""),
        ("*/*;q=0", ""),
        ("image/png, */*;q=0.1", "text/html"),
        ("text/turtle;q=2, text/html;q=0.1", "text/html"),
        ("no media range", "text/html"),
        (",,;", "text/html"),
    ],
)
def test_the_heaviest_of_the_most_specific_ranges_wins(accept, expected):
    assert preferred(accept, OFFERS) == expected


@given(st.text(st.sampled_from('*/;,="\\ q01.atextml'), max_size=40) | st.text(max_size=40))
def test_whatever_a_header_holds_an_offer_or_none_is_chosen(accept):
    assert preferred(accept, OFFERS) in {"", *OFFERS}


@given(st.permutations(["text/turtle;q=0.4", "text/html;q=0.3", "application/*;q=0.5", "*/*;q=0.1"]))
def test_the_order_of_ranges_does_not_matter(ranges):
    assert preferred(", ".join(ranges), OFFERS) == "application/ld+json"


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", HTML),
        ("application/json", JSON_LD),
        ("application/n-quads, text/turtle;q=0.5", N_QUADS),
        ("application/rdf+xml, text/turtle;q=0.5", TURTLE),
        ("application/rdf+xml", None),
    ],
)
def test_forms_can_be_asked_for_by_other_names_too(accept, form):
    assert negotiated(accept, OF_ARTICLES) == form


@pytest.mark.parametrize(
    "accept", ['"' + r"\"" * 30_000, '"a' * 20_001, "a/b," * 16_000, "a/b;" + " ;" * 30_000, "," * 60_000]
)
def test_a_long_header_is_read_in_time_in_proportion_to_its_length(accept):
    began = time.process_time()
    negotiated(accept, OF_ARTICLES)
    assert time.process_time() - began < 1  # each took a few milliseconds, and the first 13 seconds once
