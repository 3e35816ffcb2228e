"""RDFa becomes the triples that its standard says, as far as they are schema.org's, each with its element's line."""

import io

import pytest
import rdflib
from pyRdfa import pyRdfa
from pyRdfa.options import Options
from rich_results import Sample, valid_samples

from ld.errors import InputError
from ld.terms import BlankNode, Literal
from ld.validate.markup import marked_statements

BASE = "https://news.example/tide"
SCHEMA = "https://schema.org/"
SAMPLES = [sample for sample in valid_samples() if sample.name.endswith("rdfa.html")]
CASES = [
    '<p vocab="https://schema.org/" typeof="Person"><b property="name">Nora Quist</b></p>',
    '<p prefix="s: https://schema.org/" typeof="s:Person"><b property="s:name">Nora Quist</b></p>',
    '<p typeof="schema:Person" resource="#nora"><b property="schema:name" content="N. Q.">Nora</b></p>',
    '<p vocab="https://schema.org/" typeof="Person"><a property="url" href="/nora">Nora</a></p>',
    '<p vocab="https://schema.org/" typeof="Person"><a property="url" href="/nora" content="x">Nora</a></p>',
    (
        '<p vocab="https://schema.org/" typeof="Person"><b property="worksFor" typeof="Organization">'
        '<i property="name">Harbour Bank</i></b></p>'
    ),
    (
        '<p vocab="https://schema.org/" about="#tide" typeof="NewsArticle"><b rel="author"><i typeof="Person">'
        '<u property="name">Nora</u></i></b></p>'
    ),
    '<p vocab="https://schema.org/" about="#nora" rev="author" resource="#tide"></p>',
    '<p vocab="https://schema.org/" typeof="Person"><time property="birthDate" datetime="1990-02-01">then</time></p>',
    '<p vocab="https://schema.org/"><b about="#nora" property="name">Nora</b><b property="name">Page</b></p>',
    '<p vocab="https://schema.org/" typeof="Person"><span><b property="name alternateName">Nora</b></span></p>',
    '<p vocab="https://schema.org/" resource="#a"><b property="author" resource="#b"><i property="name">B</i></b></p>',
    (
        '<p vocab="https://schema.org/" typeof="ListItem"><a property="item" typeof="WebPage" href="/b">'
        '<span property="name">B</span></a></p>'
    ),
    '<a vocab="https://schema.org/" property="url" rel="nofollow" href="/nora">Nora</a>',
    '<p vocab="https://schema.org/" typeof="Person"><b property="name" datatype="">Nora</b></p>',
    '<meta property="og:title" content="Tide"><p typeof="foaf:Person" property="foaf:name">x</p>',
]


def mine(html: str) -> list[tuple[str, str, str]]:
    return sorted(tuple(shown(part) for part in marked.triple) for marked in marked_statements(html, BASE))


def shown(part) -> str:
    if isinstance(part, BlankNode):
        return "blank"
    return part.lexical if isinstance(part, Literal) else str(part)


def theirs(html: str) -> list[tuple[str, str, str]]:
    options = Options(embedded_rdf=False, vocab_expansion=False, space_preserve=True)
    graph = pyRdfa(base=BASE, media_type="text/html", options=options).graph_from_source(
        io.BytesIO(html.encode()), graph=rdflib.Graph(), rdfOutput=False
    )
    triples = [tuple("blank" if isinstance(part, rdflib.BNode) else str(part) for part in triple) for triple in graph]
    http = SCHEMA.replace("https", "http")
    ours = [t for t in triples if t[1].startswith((SCHEMA, http)) or t[2].startswith((SCHEMA, http))]
    return sorted(t for t in ours if not t[1].endswith("#usesVocabulary"))


@pytest.mark.parametrize("html", CASES)
def test_the_reference_reader_reads_the_same(html):
    page = f"<!doctype html><html><head><title>x</title></head><body>{html}</body></html>"
    assert mine(page) == theirs(page)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_the_reference_reader_reads_the_same_in_an_example(sample: Sample):
    assert mine(sample.text) == theirs(sample.text)


def test_each_statement_has_the_line_of_its_element():
    html = '<p vocab="https://schema.org/" typeof="Person">\n<b property="name">Nora</b>\n</p>'
    offsets = [(marked.spot.subject, marked.spot.object) for marked in marked_statements(html, BASE)]
    assert [(html.count("\n", 0, a) + 1, html.count("\n", 0, b) + 1) for a, b in offsets] == [(1, 1), (1, 2)]


@pytest.mark.parametrize(
    "html",
    [
        '<p vocab="https://schema.org/" typeof="Person">' + '<i property="name">a' * 20_000,
        '<p typeof="schema:Person">' + "".join(f'<i prefix="p{number}: x:">' for number in range(20_000)),
    ],
)
def test_what_states_many_times_the_length_of_the_page_is_refused(html):
    with pytest.raises(InputError, match="more than 20 times the length"):
        marked_statements(html, BASE)
