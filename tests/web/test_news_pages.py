"""A hundred real pages: nothing but the block changes in them. They stay outside the project."""

import base64
import gzip
import re

import extruct
import pytest
from fixtures_facts import FACTS
from material import NEWS_PAGES
from web.blocks import added, dated
from web.test_profile import said

from ld.mapping import map_facts
from ld.web import embed, profile, without
from ld.web.script import element

PAGES = sorted(NEWS_PAGES.path.glob("*.html.gz"))[:100]
DOCUMENT = profile(FACTS).document

pytestmark = pytest.mark.material(NEWS_PAGES)


def test_there_are_a_hundred_pages():
    assert len(PAGES) == 100


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name[:12])
def test_a_real_page_keeps_every_other_byte(path):
    page = gzip.decompress(path.read_bytes())
    done = embed(page, DOCUMENT)
    assert embed(done.page, DOCUMENT).page == done.page
    assert without(done.page) == page
    if not done.merged:
        assert done.page.replace(element(DOCUMENT).encode(), b"") == page
        return
    (block,) = re.findall(rb'<script type="application/ld\+json" data-generator="article-ld">[^<]*</script>', done.page)
    rest = done.page.replace(block, b"")
    before, *tags = re.split(rb'<script data-article-ld-was="([^"]*)"[^>]*>', rest)
    assert tags
    put_back = zip(map(base64.b64decode, tags[::2]), tags[1::2], strict=True)
    assert before + b"".join(tag + text for tag, text in put_back) == page


@pytest.mark.parametrize("path", PAGES[:30], ids=lambda path: path.name[:12])
def test_extruct_finds_our_graph_in_a_real_page_once(path):
    done = embed(gzip.decompress(path.read_bytes()), DOCUMENT, prefer="ours")
    blocks = extruct.extract(done.page, syntaxes=["json-ld"], errors="ignore")["json-ld"]
    ours = [block for block in blocks if "Quay Treaty" in str(block)]
    assert len(ours) == 1
    if not done.merged:
        triples = said(ours[0])
        assert triples - added(triples) == dated(map_facts(FACTS).facts)
