"""Pages on the Web are checked where they are, one by one or by the sitemap of their site."""

import gzip
import json

import pytest
from read.web_server import Answer, serving

from ld.cli import main
from ld.errors import InputError
from ld.validate.addresses import pages_of_sitemap
from ld.validate.documents import read_document

ARTICLE = {"@context": "https://schema.org", "@type": "NewsArticle", "headlin": "Ports agree"}
PAGE = f'<!doctype html>\n<script type="application/ld+json">\n{json.dumps(ARTICLE)}\n</script>'
XML = (("Content-Type", "application/xml"),)


def sitemap(*addresses: str, kind: str = "urlset") -> Answer:
    name = "sitemap" if kind == "sitemapindex" else "url"
    inner = "".join(f"<{name}><loc> {address} </loc><image:loc>x</image:loc></{name}>" for address in addresses)
    names = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="https://images.example/"'
    return Answer(headers=XML, body=f"<?xml version='1.0'?><{kind} {names}>{inner}</{kind}>".encode())


def refusal(site, path: str) -> str:
    with pytest.raises(InputError) as caught:
        pages_of_sitemap(f"{site.address}{path}", allow_private=True)
    return str(caught.value).removeprefix(site.address)


def test_a_fault_in_a_page_on_the_web_is_told_with_its_address_and_line(capsys):
    with serving({"/tide": Answer(body=PAGE.encode())}) as site:
        code = main(["validate", "--allow-private", f"{site.address}/tide"])
    assert code == 1
    assert f"{site.address}/tide:3:" in capsys.readouterr().out


def test_a_page_without_an_address_of_its_own_has_that_from_which_it_came():
    markup = b'<!doctype html><a itemscope itemtype="http://schema.org/Person" itemid="#nora">Nora Quist</a>'
    answers = {"/old": Answer(status=302, headers=(("Location", "/new"),)), "/new": Answer(body=markup)}
    with serving(answers) as site:
        document = read_document(f"{site.address}/old", allow_private=True)
    assert [triple[0] for triple in document.graphs[""]] == [f"{site.address}/new#nora"]


def test_a_graph_on_the_web_is_read_by_its_content():
    turtle = Answer(headers=(("Content-Type", "text/turtle"),), body=b"<#a> a <http://schema.org/Person> .")
    with serving({"/a": turtle}) as site:
        document = read_document(f"{site.address}/a", allow_private=True)
    assert [triple[0] for triples in document.graphs.values() for triple in triples] == [f"{site.address}/a#a"]


def test_this_machine_is_asked_only_by_the_user_s_leave(capsys):
    with serving({"/tide": Answer(body=PAGE.encode())}) as site:
        assert main(["validate", f"{site.address}/tide"]) == 2
        assert site.requests == []
    assert "not a public address" in capsys.readouterr().out


def test_the_pages_of_a_sitemap_are_checked_in_its_order(capsys):
    with serving({"/a": Answer(body=PAGE.encode()), "/b": Answer(body=PAGE.encode())}) as site:
        pages = [f"{site.address}/b", f"{site.address}/a", f"{site.address}/b"]
        with serving({"/sitemap.xml": sitemap(*pages)}) as index:
            address = f"{index.address}/sitemap.xml"
            assert main(["validate", "--allow-private", "--sitemap", address, "--format", "json"]) == 1
    assert [file["file"] for file in json.loads(capsys.readouterr().out)["files"]] == pages[:2]


def test_a_sitemap_may_list_others_packed_or_not():
    packed = Answer(headers=XML, body=gzip.compress(sitemap("https://news.example/a").body))
    with serving({"/part.xml.gz": packed}) as site:
        listed = sitemap(f"{site.address}/part.xml.gz", kind="sitemapindex")
        with serving({"/": listed}) as index:
            assert pages_of_sitemap(f"{index.address}/", allow_private=True) == ["https://news.example/a"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<urlset/>", "lists no page"),
        (b"<urlset><url>", "lists no page"),
        (b"\x1f\x8bnot gzip", "cannot be unpacked"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><urlset>&b;</urlset>', "declares XML entities"),
    ],
)
def test_what_is_no_sitemap_is_refused_with_the_reason(body, reason):
    with serving({"/": Answer(headers=XML, body=body)}) as site:
        assert reason in refusal(site, "/")


def test_a_sitemap_that_lists_itself_ends():
    answers = {}
    with serving(answers) as site:
        answers["/"] = sitemap(f"{site.address}/", kind="sitemapindex")
        assert "lists no page" in refusal(site, "/")
