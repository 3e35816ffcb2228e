"""Every fact leads to its words, whatever page is pasted."""

from collections.abc import Iterator

import msgspec
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from strategies import pages

from ld import build
from ld.article import Article, Given, SourceCitation, Span
from ld.errors import InputError
from ld.extract import extract
from ld.facts import Entity, Event, Facts, Membership, Post, Quotation, Reference
from ld.read.text import read_text

options = st.fixed_dictionaries(
    {},
    optional={"url": st.just("https://harbordispatch.example/2024/story"), "date": st.just("2024-09-11")},
)


def values(value: object) -> Iterator[object]:
    """*value* and all that it is made of."""
    yield value
    if isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from values(getattr(value, field))
    elif isinstance(value, tuple):
        for item in value:
            yield from values(item)


def article(page: str, **given_options: str) -> Article:
    try:
        return read_text(page, **given_options)
    except InputError:
        reject()  # a clear refusal: there is no article to hold to anything


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(pages(), options)
def test_every_span_holds_the_words_of_the_text_at_its_offsets(page, given_options):
    facts = extract(article(page, **given_options))
    source = page.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for value in values(facts):
        if isinstance(value, Span):
            text = source if isinstance(value, SourceCitation) else facts.article.text
            assert text[value.start : value.end] == value.exact


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(pages(), options)
def test_every_fact_has_evidence_and_every_graph_is_valid(page, given_options):
    result = build(article(page, **given_options))
    for value in values(result.facts):
        if isinstance(value, (Reference, Post, Membership, Quotation, Event)):
            assert value.evidence
        if isinstance(value, Entity):
            assert value.mentions or value.evidence
        if isinstance(value, Given):
            assert given_options
    assert result.report.conforms(), [result.message for result in result.report.results]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(pages(), options)
def test_the_same_page_gives_the_same_bytes_and_facts_json_loses_nothing(page, given_options):
    first, second = build(article(page, **given_options)), build(article(page, **given_options))
    assert first.turtle() == second.turtle()
    assert msgspec.json.decode(first.facts_json(), type=Facts) == first.facts
