"""Blocks of JSON-LD with slips: what reads articles and what checks pages agree on what can be read."""

import pytest

from ld.errors import InputError
from ld.read.html.nodes import fault_of, nodes_of
from ld.validate.checking import check_document
from ld.validate.documents import parse
from ld.validate.profiles import Choice, checks_of
from ld.validate.report import Severity

BLOCK = """{
  "@context": "https://schema.org",
  "@type": "NewsArticle",
  "headline": "Quay opens after the storm",
  "datePublished": "2026-03-02T08:00:00Z",
  "wordCount": 120
}"""
READABLE = {
    "CDATA": f"<![CDATA[\n{BLOCK}\n]]>",
    "CDATA in comments": f"//<![CDATA[\n{BLOCK}\n//]]>",
    "a comment of HTML": f"<!--\n{BLOCK}\n-->",
    "a semicolon": f"{BLOCK};",
    "a byte order mark": f"\ufeff{BLOCK}",
    "a line break in a text": BLOCK.replace("opens after", "opens\nafter"),
    "a comma too many": BLOCK.replace("120", "120,"),
    "a comment": BLOCK.replace("120", "120 // or so"),
    "NaN": BLOCK.replace("120", "NaN"),
    "beyond all numbers": BLOCK.replace("120", "1e999999"),
    "half of a character": BLOCK.replace("storm", r"\ud800"),
}
UNREADABLE = {
    "single quotes": BLOCK.replace('"', "'"),
    "typographic quotes": BLOCK.replace('"NewsArticle"', "“NewsArticle”"),
    "no comma": BLOCK.replace('storm",', 'storm"'),
    "a name without quotes": BLOCK.replace('"headline"', "headline"),
    "a template that was not filled in": "{{ article | json }}",
    "quotes in a text": BLOCK.replace("storm", 'the "storm"'),
    "two objects": f"{BLOCK}\n{BLOCK}",
}


def page(block):
    return f'<!DOCTYPE html>\n<title>Quay</title>\n<script type="application/ld+json">{block}</script>\n<p>Quay.</p>'


def checked(block):
    return check_document(parse("quay.html", page(block), "html", {}), checks_of(Choice()))


def of_blocks(block):
    return [each for each in checked(block).results if each.result.shape.endswith("#block")]


@pytest.mark.parametrize("name", READABLE)
def test_what_a_reader_of_articles_mends_is_checked_and_stays_a_violation(name):
    assert nodes_of([READABLE[name]])
    assert checked(READABLE[name]).articles == 1
    (found,) = of_blocks(READABLE[name])
    assert found.result.severity is Severity.VIOLATION


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_a_reader_of_articles_cannot_mend_is_read_by_nobody(name):
    assert not nodes_of([UNREADABLE[name]])
    assert checked(UNREADABLE[name]).articles == 0
    assert len(of_blocks(UNREADABLE[name])) == 1


@pytest.mark.parametrize("name", UNREADABLE)
def test_both_name_the_same_line_of_what_cannot_be_mended(name):
    (found,) = of_blocks(UNREADABLE[name])
    assert found.place.line == fault_of(UNREADABLE[name]).line + 2


@pytest.mark.parametrize(
    ("name", "line", "words"),
    [
        ("CDATA", 3, "it is wrapped in a CDATA section (<![CDATA[ … ]]>) (take the wrapper out"),
        ("a semicolon", 9, "a semicolon stands behind it (take the semicolon out)"),
        ("a line break in a text", 6, r"a line break stands in a text (write \n"),
        ("a comma too many", 8, "a comma stands before the closing } (take the comma out)"),
        ("NaN", 8, "NaN is no number of JSON's"),
        ("beyond all numbers", 8, "the number 1e999999 is greater than readers can hold"),
    ],
)
def test_a_slip_is_found_at_its_line_with_what_is_wrong_and_what_to_do(name, line, words):
    (found,) = of_blocks(READABLE[name])
    assert found.place.line == line
    assert words in found.result.message


def test_what_else_is_wrong_in_a_mended_block_is_found_at_its_own_line():
    block = f"<![CDATA[\n{BLOCK}\n]]>".replace("headline", "headlime")
    (misspelt,) = [each for each in checked(block).results if "headlime" in each.result.message]
    assert (misspelt.place.line, misspelt.place.column) == (7, 3)


def test_an_empty_block_is_called_empty():
    (found,) = of_blocks(" \n ")
    assert "it is empty" in found.result.message


@pytest.mark.parametrize("name", [name for name in READABLE if name != "a byte order mark"])
def test_a_file_of_json_ld_is_refused_for_what_only_pages_are_forgiven(name):
    with pytest.raises(InputError, match=r"^quay.jsonld:\d: invalid JSON: "):
        parse("quay.jsonld", READABLE[name], "json-ld", {})
