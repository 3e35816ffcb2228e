"""The block in a page's bytes."""

import json
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from read.html.test_markup import mess
from web.blocks import DOCUMENT, PAGE

from ld.errors import InputError
from ld.read.html.encoding import opened
from ld.web import embed, without
from ld.web.script import element

BLOCK = element(DOCUMENT)

ODD = {
    "empty": b"",
    "text alone": b"Harbor news",
    "no head": b"<!DOCTYPE html>\n<p>Harbor news",
    "no end of the head": b"<html><head><title>x</title><body><p>y",
    "doctype of old": b'<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">\r\n<P>x',
    "XHTML": b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head /><body/></html>',
    "capitals": b"<HTML><HEAD><TITLE>x</TITLE></HEAD ><BODY>y</BODY></HTML>",
    "line ends of Windows": PAGE.replace(b"\n", b"\r\n"),
    "line ends of old Macs": PAGE.replace(b"\n", b"\r"),
    "frames": b"<html><head><title>x</title></head><frameset cols=50%,50%><frame src=a><frame src=b></frameset></html>",
    "frames without head": b"<frameset><frame src=a><noframes><body>x</body></noframes></frameset>",
    "conditional comments": b"<head><!--[if IE]></head><script></script><![endif]--><title>x</title><![if !IE]>",
    "head in a comment": b"<!-- <head></head> --><html><head><!-- </head> --><title></head></title></head><body>",
    "head in a script": b"<head><script>var a = '</head>';</script><style></head></style></head><body>",
    "head in an attribute": b"<head><meta content='</head>'><meta content=\"</head>\"></head><body>",
    "template in the head": b"<head><template><p></head><template></template></template></head><body>",
    "noscript in the head": b"<head><noscript><p>x</p><img></noscript><title>x</title></head>",
    "body in the head": b"<head><title>x</title><div>y</div></head><body>z",
    "unclosed title": b"<head><meta charset=utf-8><title>x</head><body>",
    "unclosed comment": b"<head><!-- x</head><body>",
    "unclosed tag": b"<head><meta content='x></head><body>",
    "unclosed template": b"<head><template><b>x</head>",
    "byte order mark": b"\xef\xbb\xbf" + PAGE,
    "UTF-16, little end first": PAGE.decode().encode("utf-16-le").join((b"\xff\xfe", b"")),
    "UTF-16, big end first": b"\xfe\xff" + PAGE.decode().encode("utf-16-be"),
    "UTF-16 with pairs": ("<p>🚢🚢<p>".encode("utf-16")),
    "UTF-16 without a mark": PAGE.decode().encode("utf-16-le"),
    "windows-1252": b"<head><meta charset=windows-1252><title>caf\xe9 \x93x\x94</title></head><body>\x80",
    "EUC-KR": "<head><meta charset=euc-kr><title>항구</title></head>".encode("euc-kr"),
    "Shift_JIS": "<head><meta charset=shift_jis><title>表示</title></head>".encode("shift_jis"),
    "ISO-2022-JP": "<head><meta charset=iso-2022-jp><title>ミ港</title></head>".encode("iso-2022-jp"),
    "no encoding at all": b"<head><title>\xff\xfe\x00\xc3</title></head>",
    "NUL": b"<head>\0<title>x\0</title></head>",
}


@pytest.mark.parametrize("page", ODD.values(), ids=ODD)
class TestAnyPage:
    def test_nothing_but_the_block_is_new(self, page):
        once = embed(page, DOCUMENT).page
        block = next(
            block for block in map(BLOCK.encode, ("utf-8", "utf-16-le", "utf-16-be")) if once.count(block) == 1
        )
        assert once.replace(block, b"") == page

    def test_twice_is_once(self, page):
        once = embed(page, DOCUMENT).page
        assert embed(once, DOCUMENT).page == once

    def test_another_document_takes_the_place_of_the_first(self, page):
        other = {**DOCUMENT, "headline": "Other news </script>"}
        assert embed(embed(page, DOCUMENT).page, other).page == embed(page, other).page

    def test_it_can_be_taken_out_again(self, page):
        assert without(embed(page, DOCUMENT, nonce="abc=").page) == page


@given(mess)
def test_all_this_holds_for_any_mess(markup):
    assume("\0" not in markup[:4])  # that would be UTF-16
    page = markup.encode()
    once = embed(page, DOCUMENT).page
    assert once.replace(BLOCK.encode(), b"") == page
    assert embed(once, DOCUMENT).page == once
    assert without(once) == page


@given(mess, st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_all_this_holds_for_any_mess_in_utf_16(markup, codec):
    assume(not markup.startswith("\0"))  # that would be UTF-32
    page = ("\ufeff" + markup).encode(codec)
    once = embed(page, DOCUMENT).page
    assert once.decode(codec).replace(BLOCK, "") == "\ufeff" + markup
    assert embed(once, DOCUMENT).page == once
    assert without(once) == page


@pytest.mark.parametrize(
    ("page", "before", "after"),
    [
        (PAGE, b"</title>\n", b"</head>"),
        (ODD["text alone"], b"", b"Harbor"),
        (ODD["no head"], b"html>\n", b"<p>"),
        (ODD["no end of the head"], b"</title>", b"<body>"),
        (ODD["frames without head"], b"", b"<frameset>"),
        (ODD["head in a comment"], b"</title>", b"</head><body>"),
        (ODD["template in the head"], b"</template></template>", b"</head><body>"),
        (ODD["body in the head"], b"</title>", b"<div>"),
        (ODD["unclosed title"], b"utf-8>", b"<title>x"),
        (ODD["unclosed template"], b"<head>", b"<template>"),
        (ODD["byte order mark"], b"</title>\n", b"</head>"),
    ],
)
def test_it_stands_at_the_end_of_the_head_said_or_unsaid(page, before, after):
    assert before + BLOCK.encode() + after in embed(page, DOCUMENT).page


def test_a_block_that_a_template_put_elsewhere_is_replaced_there():
    page = PAGE.replace(b"</body>", element({"headline": "old"}).encode() + b"</body>")
    assert b"</p>" + BLOCK.encode() + b"</body>" in embed(page, DOCUMENT).page


def test_two_blocks_of_ours_become_one():
    page = PAGE.replace(b"</body>", BLOCK.encode() * 2 + b"</body>")
    assert embed(page, DOCUMENT).page.count(BLOCK.encode()) == 1


@pytest.mark.parametrize("other", ["ld+json", "plain"])
def test_scripts_of_others_stay(other):
    script = f'<script type="application/{other}">{{"@type":"BreadcrumbList"}}</script>'.encode()
    page = PAGE.replace(b"</head>", script + b"</head>")
    assert embed(page, DOCUMENT).page.replace(BLOCK.encode(), b"") == page


def test_the_charset_of_the_header_goes_before_that_of_the_page():
    page = "<meta charset=utf-8><p>é".encode("utf-16-le")
    assert element(DOCUMENT).encode("utf-16-le") in embed(page, DOCUMENT, charset="UTF-16LE").page


def test_microdata_stays():
    page = PAGE.replace(b"<h1>", b'<h1 itemscope itemtype="https://schema.org/NewsArticle">')
    assert embed(page, DOCUMENT).page.replace(BLOCK.encode(), b"") == page


@pytest.mark.parametrize(
    ("page", "reason"), [(b"\xff\xfe\0\0<\0\0\0", "UTF-32"), (b"\xff\xfe<\0p\0>", "half a character")]
)
def test_what_no_browser_reads_is_refused(page, reason):
    with pytest.raises(InputError, match=reason):
        embed(page, DOCUMENT)


class TestThePublishersArticle:
    THEIRS = (
        b'<script  TYPE=application/ld+json id="a>b">{"@context":"http://schema.org/","@type":"NewsArticle"}</script>'
    )
    PAGE = PAGE.replace(b"</head>", THEIRS + b"</head>")

    def test_is_set_aside_so_that_nothing_is_said_twice(self):
        done = embed(self.PAGE, DOCUMENT)
        assert done.merged
        assert len(re.findall(rb"(?i)type=\S*ld\+json", done.page)) == 1
        assert self.THEIRS.partition(b">{")[2] in done.page

    def test_keeps_its_attributes_and_its_text(self):
        assert re.search(
            rb'<script data-article-ld-was="[^"]+"  TYPE=application/json id="a>b">\{"@context":"http://schema.org/"',
            embed(self.PAGE, DOCUMENT).page,
        )

    def test_what_only_looks_set_aside_stays(self):
        page = PAGE.replace(b"</head>", b'<script data-article-ld-was="%">x</script></head>')
        assert without(embed(page, DOCUMENT).page) == page

    def test_comes_back_byte_for_byte(self):
        assert without(embed(self.PAGE, DOCUMENT).page) == self.PAGE

    def test_is_merged_again_with_what_comes_next(self):
        other = {**DOCUMENT, "headline": "Other news"}
        once = embed(self.PAGE, DOCUMENT).page
        assert embed(once, DOCUMENT).page == once
        assert embed(once, other).page == embed(self.PAGE, other).page

    def test_is_read_in_the_pages_encoding(self):
        theirs = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","name":"café"}</script>'
        for charset in ("windows-1252", "utf-8", "utf-16"):
            page = f"<meta charset={charset}>{theirs}".encode(charset)
            text = embed(page, DOCUMENT).page.decode(charset)
            block = re.search(r'data-generator="article-ld">(.*?)</script>', text)
            assert json.loads(block[1])["name"] == "café"

    @pytest.mark.parametrize(
        ("charset", "words", "text"),
        [
            ("gb2312", b"\xe9F \xd6\xec", "镕 朱"),
            ("gbk", b"\x80 \xa8\xbc", "€ ḿ"),
            ("iso-8859-9", b"\x93\xddzmir\x94", "“İzmir”"),
            ("windows-874", b"\xe4\xb7\xc2", "ไทย"),
            ("x-sjis", b"\x93\x8c\x8b\x9e \x87@", "東京 ①"),
            ("ks_c_5601-1987", b"\x81A\xb0\xa1", "갂가"),
            ("big5", b"\xa1\xc2\xf9\xd6", "¯碁"),
            ("x-mac-cyrillic", b"\x8c\xf3", "Му"),
            ("iso-8859-8-i", b"\xf9\xec", "של"),
            ("koi8-u", b"\xae\xa6", "ўі"),
            ("latin1", b"\x93a\x94 \x81", "“a” \x81"),
            ("euc-jp", b"\xad\xa1\xa1\xc1", "①～"),
        ],
    )
    def test_is_read_in_the_encoding_that_browsers_mean_by_the_label(self, charset, words, text):
        done = embed(headlined(charset, words), DOCUMENT | {"@type": "Article"}, prefer="theirs")
        assert done.merged
        assert block(done.page)["headline"] == text

    @pytest.mark.parametrize(
        ("charset", "words"),
        [("utf-8", b"caf\xe9"), ("gbk", b"\xff"), ("shift_jis", b"\xfd"), ("us-ascii", b""), ("big5", b"\x87\x7a")],
    )
    def test_is_left_byte_for_byte_if_not_every_byte_is_a_character(self, charset, words):
        page = headlined(charset, words)
        done = embed(page, DOCUMENT)
        if charset == "us-ascii":
            assert done.merged
        else:
            assert (done.merged, done.beside) == (False, 1)
            assert done.page.replace(BLOCK.encode(), b"") == page
        assert without(done.page) == page


def headlined(charset: str, words: bytes) -> bytes:
    """A page of this *charset* whose own article has the headline *words*."""
    start = b'<script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","headline":"'
    return b"<meta charset=" + charset.encode() + b">" + start + words + b'"}</script>'


def block(page: bytes):
    """Our block in *page*."""
    return json.loads(re.search(rb'data-generator="article-ld">(.*?)</script>', page)[1])


@pytest.mark.parametrize(
    "charset", ["hex", "undefined", "unicode_escape", "punycode", "utf-7", "zlib", "mbcs", "\ud800"]
)
def test_what_is_no_label_of_an_encoding_is_passed_over_in_header_and_page(charset):
    page = b"<meta charset=" + charset.encode("utf-8", "surrogatepass") + b"><meta charset=gbk>" + PAGE
    assert embed(page, DOCUMENT, charset=charset).page.replace(BLOCK.encode(), b"") == page
    assert opened(page, charset).charset == "gbk"


@pytest.mark.parametrize("charset", ["iso-2022-kr", "hz-gb-2312", "replacement"])
def test_encodings_that_browsers_refuse_are_refused(charset):
    with pytest.raises(InputError, match="browsers refuse to read"):
        embed(f"<meta charset={charset}>".encode() + PAGE, DOCUMENT)


def test_an_xml_declaration_names_the_encoding_where_no_meta_does():
    assert opened(b'<?xml version="1.0" encoding="iso-8859-9"?><p>').charset == "windows-1254"
    assert opened(b'<?xml version="1.0" encoding="iso-8859-9"?><meta charset=big5>').charset == "big5"
