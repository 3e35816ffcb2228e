"""Feeds and sitemaps: which addresses they list, and which of them are refused."""

import gzip
import sys

import pytest

from ld.errors import InputError
from ld.read.feeds import listing
from ld.read.feeds.listing import Entry, Listing, read_listing

AT = "https://paper.example/news/feed.xml"
ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def pages(markup: str, address: str = AT) -> list[tuple[str, str]]:
    return [tuple(entry) for entry in read_listing(markup.encode(), address).pages]


def rss(items: str, attributes: str = 'version="2.0"') -> str:
    return f"<?xml version='1.0'?><rss {attributes}><channel><link>https://paper.example/</link>{items}</channel></rss>"


@pytest.mark.parametrize(
    ("item", "entry"),
    [
        ("<link> https://paper.example/a </link>", ("https://paper.example/a", "")),
        ("<link>/a?b=1&amp;c=2#top</link>", ("https://paper.example/a?b=1&c=2", "")),
        ("<guid>https://paper.example/a</guid>", ("https://paper.example/a", "")),
        ("<link>a</link><pubDate>Tue, 03 Sep 2024</pubDate>", ("https://paper.example/news/a", "Tue, 03 Sep 2024")),
    ],
)
def test_an_item_of_rss_has_its_address_and_its_day(item, entry):
    assert pages(rss(f"<item>{item}</item>")) == [entry]


@pytest.mark.parametrize(
    "item", ["<guid isPermaLink='false'>tag:1</guid>", "<link>mailto:desk@paper.example</link>", ""]
)
def test_an_item_without_an_address_on_the_web_is_left_out(item):
    assert pages(rss(f"<item>{item}</item>")) == []


def test_an_item_that_comes_twice_is_listed_once():
    assert len(pages(rss("<item><link>/a</link></item><item><link>/a#more</link></item>"))) == 1


def test_rss_1_0_has_its_items_beside_the_channel():
    markup = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><link>/</link></channel>'
        "<item><link>https://paper.example/a</link><dc:date>2024-09-03</dc:date></item></rdf:RDF>"
    )
    assert pages(markup) == [("https://paper.example/a", "2024-09-03")]


@pytest.mark.parametrize(
    ("links", "address"),
    [
        ('<link href="/a"/>', "https://paper.example/a"),
        ('<link rel="self" href="/x"/><link rel="alternate" type="text/html" href="/a"/>', "https://paper.example/a"),
        ('<link type="application/json" href="/x"/><link type="text/html" href="/a"/>', "https://paper.example/a"),
        ('<link xml:base="https://other.example/" href="a"/>', "https://other.example/a"),
    ],
)
def test_an_entry_of_atom_has_the_address_of_its_page(links, address):
    entry = f"<entry>{links}<published>2024-09-02</published><updated>2024-09-03</updated></entry>"
    assert pages(f'<feed xmlns="{ATOM}">{entry}</feed>') == [(address, "2024-09-03")]


def test_a_news_sitemap_has_days_of_change_or_of_publication():
    news = "<n:news xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><n:publication_date>2024-09-02</n:publication_date></n:news>"
    urls = f"<url><loc>/a</loc><lastmod>2024-09-03</lastmod>{news}</url><url><loc>/b</loc>{news}</url>"
    assert pages(f'<urlset xmlns="{SITEMAP}">{urls}</urlset>') == [
        ("https://paper.example/a", "2024-09-03"),
        ("https://paper.example/b", "2024-09-02"),
    ]


def test_an_index_lists_sitemaps_and_no_pages():
    markup = f'<sitemapindex xmlns="{SITEMAP}"><sitemap><loc>/s.xml.gz</loc></sitemap></sitemapindex>'
    assert read_listing(markup.encode(), AT) == Listing(sitemaps=(Entry("https://paper.example/s.xml.gz"),))


def test_a_packed_listing_is_unpacked():
    packed = gzip.compress(rss("<item><link>/a</link></item>").encode())
    assert read_listing(packed, AT).pages == (Entry("https://paper.example/a"),)


def test_small_faults_of_the_markup_are_forgiven():
    broken = rss("<item><title>Ports & piers &nbsp;</title><link>/a</link></item>").removesuffix("</rss>")
    assert pages(broken) == [("https://paper.example/a", "")]


def test_a_listing_without_faults_needs_nothing_but_python(monkeypatch):
    monkeypatch.setitem(sys.modules, "lxml", None)
    assert pages(rss("<item><link>/a</link></item>")) == [("https://paper.example/a", "")]
    with pytest.raises(InputError, match="is no feed"):
        read_listing(b"<html></html>", AT)
    with pytest.raises(InputError, match="lxml"):
        pages(rss("<item><link>/a</link></item>").removesuffix("</rss>"))


def test_elements_in_elements_without_end_are_refused():
    with pytest.raises(InputError, match="nested more than 200 levels deep"):
        read_listing(b"<rss>" + b"<a>" * 100_000, AT)


def test_a_bomb_in_a_packed_file_is_refused(monkeypatch):
    monkeypatch.setattr(listing, "LISTING_MOST", 1000)
    with pytest.raises(InputError, match="more than a sitemap may have"):
        read_listing(gzip.compress(b"<rss>" + b" " * 2000), AT)


@pytest.mark.parametrize("use", ["<link>&b;</link>", "<link href='&b;'/>"], ids=["text", "attribute"])
def test_entities_are_refused_be_they_bombs_or_files(use):
    for declared in ('"/a"', 'SYSTEM "file:///etc/passwd"'):
        markup = f"<!DOCTYPE rss [<!ENTITY b {declared}>]><rss><channel><item>{use}</item></channel></rss>"
        with pytest.raises(InputError, match="declares XML entities"):
            read_listing(markup.encode(), AT)


def test_entities_that_multiply_are_refused_at_once():
    levels = "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(12))
    markup = f"<!DOCTYPE rss [<!ENTITY a0 'lol'>{levels}]><rss><item><link href='&a12;'>&a12;</link></item></rss>"
    with pytest.raises(InputError):
        read_listing(markup.encode(), AT)


def test_an_external_doctype_is_no_reason_to_refuse():
    doctype = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://nobody.invalid/rss-0.91.dtd">'
    assert len(pages(f"{doctype}<rss version='0.91'><channel><item><link>/a</link></item></channel></rss>")) == 1


@pytest.mark.parametrize("data", [b"", b"plain words", b"{}", b"<html></html>", b"\x1f\x8b broken", b"\x00\xff"])
def test_what_is_no_listing_is_refused(data):
    with pytest.raises(InputError):
        read_listing(data, AT)


def test_a_page_is_refused_with_the_feeds_that_it_names():
    page = b"<!doctype html><html><head><link rel=alternate type=application/rss+xml href=/rss><p>News</html>"
    with pytest.raises(InputError) as refused:
        read_listing(page, AT)
    assert refused.value.hint == "the page names https://paper.example/rss"


def test_no_more_entries_are_read_than_a_sitemap_may_have(monkeypatch):
    monkeypatch.setattr(listing, "ENTRIES_MOST", 2)
    assert len(pages(rss("".join(f"<item><link>/{n}</link></item>" for n in range(5))))) == 2
