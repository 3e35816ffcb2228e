"""Any file becomes triples, or one clear error with its line."""

import pytest

from ld.errors import InputError
from ld.terms import BlankNode, Iri, Literal
from ld.validate.contexts import read_context
from ld.validate.documents import RELATIVE, parse, read_document, sniff
from ld.validate.pages import read_page

S, P = "https://news.example/#s", "http://schema.org/name"
TRIPLE = (Iri(S), Iri(P), Literal("Tide"))
TEXTS = {
    "turtle": f'<{S}> <{P}> "Tide" .',
    "trig": f'{{ <{S}> <{P}> "Tide" }}',
    "n-triples": f'<{S}> <{P}> "Tide" .\n',
    "n-quads": f'<{S}> <{P}> "Tide" <https://news.example/> .\n',
    "rdf-xml": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://schema.org/">'
    f'<rdf:Description rdf:about="{S}"><s:name>Tide</s:name></rdf:Description></rdf:RDF>',
    "json-ld": f'{{"@context": "https://schema.org", "@id": "{S}", "name": "Tide"}}',
    "html": f'<!DOCTYPE html><script type="application/ld+json">{{"@id": "{S}", "{P}": "Tide"}}</script>',
}


def triples(text: str, syntax: str, contexts=None):
    return [triple for graph in parse("f", text, syntax, contexts or {}).graphs.values() for triple in graph]


@pytest.mark.parametrize("syntax", TEXTS)
def test_every_syntax_gives_the_same_triple(syntax):
    assert triples(TEXTS[syntax], syntax) == [TRIPLE]


@pytest.mark.parametrize("syntax", TEXTS)
def test_what_has_no_telling_name_is_known_by_its_content(syntax):
    assert triples(TEXTS[syntax], sniff(TEXTS[syntax])) == [TRIPLE]


def test_turtle_that_begins_with_a_bracket_is_no_json():
    assert sniff("[ a <http://schema.org/Person> ] .") == "trig"
    assert sniff("[] a <http://schema.org/Person> .") == "trig"
    assert sniff('[{"@id": "http://x.example/"}]') == "json-ld"


def test_the_terms_of_https_schema_org_are_those_of_http_as_its_own_context_says():
    for context in ("https://schema.org", "http://schema.org/", "https://www.schema.org/docs/jsonldcontext.json"):
        text = f'{{"@context": "{context}", "@id": "{S}", "name": "Tide"}}'
        assert triples(text, "json-ld") == [TRIPLE]


def test_dates_and_urls_are_coerced_as_by_schema_orgs_own_context():
    text = f'{{"@context": ["https://schema.org"], "@id": "{S}", "url": "https://a.example/", "datePublished": "2024"}}'
    assert [value for _, _, value in triples(text, "json-ld")] == [
        Iri("https://a.example/"),
        Literal("2024", Iri("http://schema.org/Date")),
    ]


def test_a_context_that_the_user_supplies_is_used_also_where_it_is_imported():
    contexts = {"https://c.example/": {"title": P}}
    for context in ('"https://c.example/"', '{"@version": 1.1, "@import": "https://c.example/"}'):
        assert triples(f'{{"@context": {context}, "@id": "{S}", "title": "Tide"}}', "json-ld", contexts) == [TRIPLE]


def test_a_context_file_must_hold_a_context():
    assert read_context("c.jsonld", '{"@context": {"a": "b:c"}}') == {"a": "b:c"}
    with pytest.raises(InputError, match=r"c\.jsonld: has no @context"):
        read_context("c.jsonld", "[]")
    with pytest.raises(InputError, match=r"c\.jsonld: no JSON"):
        read_context("c.jsonld", "{")


def test_blank_nodes_have_the_same_names_every_time_and_two_documents_none_in_common():
    text = '[] <x:p> [ <x:q> "1" ] . _:b7 <x:p> "2" .'
    names = [subject for subject, _, _ in triples(text, "turtle")]
    assert names == [subject for subject, _, _ in triples(text, "turtle")]
    assert all(isinstance(name, BlankNode) for name in names)
    others = parse("f", text, "turtle", {}, blank="e").graphs[""]
    assert not set(names) & {subject for subject, _, _ in others}


def test_a_relative_iri_is_kept_and_marked_where_there_is_no_base():
    document = parse("f", '{"@id": "a", "http://schema.org/url": {"@id": "#b"}}', "json-ld", {})
    assert document.relative == {f"{RELATIVE}a", f"{RELATIVE}#b"}


def test_the_address_that_a_page_gives_is_its_base():
    html = '<link rel="canonical" href="https://news.example/tide"><script type="application/ld+json">{}</script>'
    assert read_page(html).address == "https://news.example/tide"
    assert read_page(f'<base href="https://base.example/">{html}').address == "https://base.example/"
    assert read_page('<link rel="canonical" href="/tide">').address == ""


def test_a_block_of_a_page_stands_at_its_offset_also_behind_odd_line_ends():
    html = '<p>\r\nA\x0bB\u2028C</p>\n  <script type="application/ld+json">\n{"a": 1}</script>'
    (block,) = read_page(html).blocks
    assert html[block.start :].startswith(block.text)


def test_a_block_is_whole_whatever_its_text_looks_like_and_also_if_it_is_never_closed():
    text = '{"a": "</b> &amp; <!-- <script> -->"}'
    closed, open_ = read_page(
        f'<script type="application/ld+json">{text}</script><script type="application/ld+json">{{'
    ).blocks
    assert (closed.text, open_.text) == (text, "{")


@pytest.mark.parametrize(
    ("charset", "words"), [("windows-1252", b"caf\xe9"), ("gb2312", b"\xb8\xdb"), ("utf-8", b"\xc3\xa9")]
)
@pytest.mark.parametrize("name", ["page.html", "page"])
def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path, charset, words, name):
    block = b'<script type="application/ld+json">{"@context": {"@vocab": "x:"}, "a": "%b"}</script>' % words
    (tmp_path / name).write_bytes(b"<!DOCTYPE html><meta charset=%b>" % charset.encode() + block)
    ((triple,),) = read_document(str(tmp_path / name)).graphs.values()
    assert triple[2].lexical == words.decode(charset)


def test_a_page_with_bytes_that_are_none_of_its_encoding_is_refused(tmp_path):
    (tmp_path / "page.html").write_bytes(b"<!DOCTYPE html><meta charset=gbk>\xff")
    with pytest.raises(InputError, match=r"page\.html: is not gbk, as it says"):
        read_document(str(tmp_path / "page.html"))


@pytest.mark.parametrize("unit", ["<!--", "<![CDATA[", "<!a", "<?", "</a"])
def test_what_is_never_closed_costs_no_more_than_its_length_and_hides_nothing_before_it(unit):
    block = '<script type="application/ld+json">{}</script>'
    assert [found.text for found in read_page(block + unit * 250_000).blocks] == ["{}"]


def test_attributes_are_read_as_browsers_read_them():
    link = '<LINK HREF="https://news.example/?a=1&amp;b=2" rel="nofollow canonical">'
    html = f'{link}<script TYPE="application/ld&#43;json">{{}}</script>'
    assert read_page(html).address == "https://news.example/?a=1&b=2"
    assert len(read_page(html).blocks) == 1


def test_scripts_that_no_browser_has_are_no_blocks():
    block = '<script type="application/ld+json">{}</script>'
    assert read_page(f"<!-- {block} --><template>{block}</template><title>{block}</title>").blocks == ()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.ttl", None, "missing.ttl: no such file"),
        ("latin.ttl", b"\n# \xe9\n", "latin.ttl:2: is not UTF-8"),
        ("bad.ttl", b"<a:b>\n<c:d> .", "bad.ttl:2: invalid Turtle"),
        ("bad.jsonld", b'{\n"a": }', "bad.jsonld:2: invalid JSON"),
        ("deep.jsonld", b"[" * 100_000, "nested too deeply"),
        ("bad.rdf", b"<rdf:RDF>\n</wrong>", "bad.rdf:"),
        ("odd.jsonld", b'{"@context": {"@vocab": 5}}', "odd.jsonld: invalid JSON-LD"),
        ("folder.ttl", "folder", "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_one_clear_error(tmp_path, name, content, words):
    path = tmp_path / name
    if content == "folder":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_document(str(path))
    assert words in str(caught.value)
    assert str(caught.value).startswith(str(path))


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path):
    path = tmp_path / "a.ttl"
    path.write_text(TEXTS["turtle"], encoding="utf-8-sig")
    assert read_document(str(path)).graphs == {"": (TRIPLE,)}
