"""What reading leaves out is found, and what it may leave out is not cried over."""

import pytest

from ld.validate.checking import check_document
from ld.validate.documents import parse
from ld.validate.places.locator import Locator
from ld.validate.profiles import Choice, checks_of
from ld.validate.report import Severity
from ld.validate.unread_parts import left_out

NODE = '{{"@context": "https://schema.org", "@id": "https://quay.example/a", "@type": "NewsArticle", {}}}'
VOCAB = '{{"@context": {{"@vocab": "http://schema.org/", {}}}, "@id": "https://quay.example/a", {}}}'


def losses(text, syntax="json-ld"):
    document = parse("a", text, syntax, {})
    found = left_out(document, [lost for block in Locator(document, {}).blocks for lost in block.lost])
    return [(each.result.value.strip("“”"), each.place.column) for each in found]


@pytest.mark.parametrize(
    "member",
    [
        '"url": "https://quay.example/my ferry"',
        '"image": "https://quay.example/{slug}"',
        '"image": ["https://quay.example/a.jpg", "b|c.jpg"]',
        '"author": {"@id": "https://quay.example/Nora Quist", "name": "Nora Quist"}',
        '"author": {"@type": "Person", "@type": "harbour pilot"}',
        '"head line": "Quay opens"',
        '"name": {"@value": "Quay", "@language": "en_GB"}',
        '"@reviewed": true',
    ],
)
def test_what_vanishes_on_reading_is_found_at_its_column(member):
    text = NODE.format(member)
    (found,) = losses(text)
    written, column = found
    assert written in text
    assert text[column - 1 :].startswith((f'"{written}', "{"))


@pytest.mark.parametrize(
    ("context", "member", "lost"),
    [
        ('"headline": {"@container": "@language"}', '"headline": {"en": "Quay opens", "-": "Kai offen"}', ["-"]),
        ('"headline": {"@container": "@language"}', '"headline": {"en": "Quay opens", "@none": "Kai"}', []),
        ('"parts": {"@container": "@index"}', '"parts": {"part one": {"name": "Quay"}}', []),
        ('"raw": {"@type": "@json"}', '"raw": {"any key": {"@odd": 1}}', []),
        ('"internal": null', '"internal": "x"', []),
        ('"section": {"@id": "articleSection"}', '"section": "Harbour"', []),
        ('"kind": "@type"', '"kind": "NewsArticle"', []),
        ('"@language": "en"', '"name": "Quay"', []),
    ],
)
def test_only_what_the_context_gives_no_meaning_is_lost(context, member, lost):
    assert [written for written, _ in losses(VOCAB.format(context, member))] == lost


def test_a_property_without_a_meaning_is_lost_with_its_values():
    text = '{"@id": "https://quay.example/a", "https://quay.example/p": 1, "headline": "Quay opens"}'
    assert losses(text) == [("headline", text.index('"headline"') + 1)]


def test_one_fault_that_stands_in_many_entries_is_one_finding_at_the_first():
    entry = '{"@type": "ListItem", "@id": "https://quay.example/#main menu"}'
    text = NODE.format(f'"hasPart": [{", ".join([entry] * 38)}], "image": "b|c.jpg"')
    document = parse("a", text, "json-ld", {})
    first, other = left_out(document, [lost for block in Locator(document, {}).blocks for lost in block.lost])
    assert first.place.column == text.index('"https://quay.example/#main menu"') + 1
    assert first.result.message.endswith(" It is lost 38 times in this file.")
    assert "times" not in other.result.message


def test_an_empty_address_is_a_warning_once_for_each_property():
    people = '"author": [{"name": "N. Q.", "url": ""}, {"name": "A. B.", "url": ""}]'
    text = NODE.format(f'"image": "", "headline": "", {people}')
    document = parse("a", text, "json-ld", {})
    found = list(left_out(document, [lost for block in Locator(document, {}).blocks for lost in block.lost]))
    assert [(each.result.value, each.place.column) for each in found] == [
        ("“image”", text.index('"image": ""') + len('"image": ') + 1),
        ("“url”", text.index('"url": ""') + len('"url": ') + 1),
    ]
    assert {each.result.severity for each in found} == {Severity.WARNING}
    assert found[1].result.message.endswith(" So 2 times in this file.")


def test_an_address_with_a_gap_to_fill_is_no_fault():
    action = '"potentialAction": {"@type": "SearchAction", "target": "https://quay.example/?q={words}"}'
    assert losses(NODE.format(action)) == []


def test_what_gives_no_triple_at_all_is_said_once_and_elsewhere():
    assert losses('{"headline": "Quay opens"}') == []


@pytest.mark.parametrize("syntax", ["turtle", "trig", "n-triples", "n-quads"])
def test_statements_about_triples_are_said_not_to_be_looked_at(syntax):
    plain = "<urn:a> <urn:b> <urn:c> ."
    document = parse("a.ttl", f"{plain}\n<urn:r> <urn:reifies> <<( <urn:a> <urn:b> <urn:c> )>> .\n", syntax, {})
    assert document.graphs == {"": (("urn:a", "urn:b", "urn:c"),)}
    (found,) = left_out(document, ())
    assert (found.place.line, found.result.severity) == (2, Severity.INFO)
    assert "a statement about a triple" in found.result.message


def test_annotations_of_turtle_1_2_are_read_where_they_stand():
    document = parse("a.ttl", "<urn:a> <urn:b> <urn:c> {| <urn:by> <urn:d> |} .\n", "turtle", {})
    assert ("urn:a", "urn:b", "urn:c") in document.graphs[""]
    assert [each.place.column for each in left_out(document, ())] == [26]


BROKEN = """<!doctype html><title>Quay</title>
<script type="application/ld+json">
{"@context": "https://schema.org", "@type": "WebPage",
 "name": "Quay" "url": "https://quay.example/"}
</script>
"""
OTHER = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Person", "nam": "N. Q."}</script>'
)


def test_a_broken_block_of_a_page_is_found_at_its_line_and_the_rest_is_checked():
    checked = check_document(parse("a.html", BROKEN + OTHER, "html", {}), checks_of(Choice(profiles=("schema-org",))))
    assert {(each.result.shape.rpartition("#")[2], each.place.line) for each in checked.results} == {
        ("block", 4),
        ("term", 6),
    }


def test_a_page_whose_only_block_is_broken_is_not_called_empty_or_without_an_article():
    checked = check_document(parse("a.html", BROKEN, "html", {}), checks_of(Choice(profiles=("google",))))
    assert [each.result.shape.rpartition("#")[2] for each in checked.results] == ["block"]


@pytest.mark.parametrize(
    "block", ['{"@context": "https://elsewhere.example/c"}', '{"@id": 1' + "0" * 5000 + "}", '{"@context": 7}']
)
def test_a_block_is_broken_for_whatever_reason_it_cannot_be_read(block):
    document = parse("a.html", f"<script type='application/ld+json'>{block}</script>{OTHER}", "html", {})
    assert len(document.unread) == len(document.blocks) == 1
