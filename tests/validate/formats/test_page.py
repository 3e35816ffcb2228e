import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from ld.validate.formats.rules import Rule


class Elements(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_every_element_is_closed_in_its_turn(files, rendered):
    assert Elements(rendered("html", *files)).open == []


def test_the_page_needs_nothing_from_elsewhere(files, rendered):
    elements = Elements(rendered("html", *files))
    assert {"script", "link", "img", "iframe"}.isdisjoint(elements.tags)
    assert {"src", "href", "style", "onload"}.isdisjoint(name for name, _ in elements.attributes)


def test_the_policy_allows_its_own_style_and_nothing_else(files, rendered):
    page = rendered("html", *files)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"content=\"default-src 'none'; style-src 'sha256-{digest}'\"" in page


@pytest.mark.parametrize("field", ["message", "node", "value", "words", "article", "shape", "path"])
def test_nothing_of_others_becomes_markup(make, rendered, field):
    page = rendered("html", make(**{field: "<script>alert(1)</script>\"'&"}))
    assert "script" not in Elements(page).tags
    assert "&lt;script&gt;" in page


def test_neither_do_the_source_nor_the_name_of_the_file(make, rendered):
    page = rendered("html", make(place={"file": "<i>.ttl", "source": "<i>x</i>", "column": 1, "json_path": "<i>"}))
    assert "i" not in Elements(page).tags


def test_the_faulty_place_is_marked_in_its_line(make, rendered):
    page = rendered("html", make(place={"source": "name wrong .", "column": 6}))
    assert "<pre><code>name <mark>w</mark>rong .</code></pre>" in page


def test_the_reason_of_the_shape_is_told(make, rendered):
    file = make()
    shape = file.results[0].result.shape
    assert "<dt>why</dt><dd>Markup shows.</dd>" in rendered(
        "html", file, rules={shape: Rule(iri=shape, why="Markup shows.")}
    )


def test_the_verdict_comes_first(files, rendered):
    assert "<h1" in rendered("html", files[2]).split("</h1>")[0]
    assert '<h1 class="valid">valid</h1>' in rendered("html", files[2])
    assert '<h1 class="not-valid">not valid</h1>' in rendered("html", *files)


def test_files_without_results_are_named_at_the_end(files, rendered):
    assert "<summary>1 file without results</summary>" in rendered("html", *files)
